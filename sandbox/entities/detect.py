"""What Telegram recognises in plain text by itself: commands, links, mentions, e-mails, hashtags, phones."""

import re

from sandbox.entities.text import FormattedText, entity, in_order, utf16_length

DOMAINS = r"(?:com|org|net|kz|ru|gov|info|me|io|dev|app|eu)"
PATTERNS = (
    (
        "url",
        re.compile(rf"(?<![\w@.])(?:https?://[^\s<>\"«»]+|(?:[\w-]+\.)+{DOMAINS}\b(?:[/?#][^\s<>\"«»]*)?)"),
    ),
    ("email", re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", re.compile(r"(?<![\w/@])@[A-Za-z]\w{3,31}")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d[\d ()-]{8,18}\d(?!\w)")),
)
TRAILING = ".,:;!?)]}'"
CLOSED_TO_DETECTION = frozenset({"pre", "code", "text_link", "text_mention"})


def with_detected(formatted: FormattedText) -> FormattedText:
    """Add the entities that Telegram finds by itself, outside code and links, never overlapping."""
    taken = [
        (item["offset"], item["offset"] + item["length"])
        for item in formatted.entities
        if item["type"] in CLOSED_TO_DETECTION
    ]
    found = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(formatted.text):
            covered = match.group().rstrip(TRAILING) if kind == "url" else match.group()
            start = utf16_length(formatted.text[: match.start()])
            end = start + utf16_length(covered)
            if all(end <= low or high <= start for low, high in taken):
                taken.append((start, end))
                found.append(entity(kind, start, end - start))
    return FormattedText(formatted.text, in_order([*formatted.entities, *found]))
