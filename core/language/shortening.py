"""How a person's text is cut to the room that there is; apart, because screens and notices cut alike (P5)."""


def shortened(text: str, length: int) -> str:
    """Return ``text`` with at most ``length`` characters, cut after a word where there is one."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    whole, _, _ = cut.rpartition(" ")
    return f"{(whole if len(whole) > length // 2 else cut).rstrip(' ,;:(«–-')}…"
