"""Everything that is hung up, printed and posted about a stage of the campaign, in one archive (A7)."""

from collections.abc import Iterator

from core.documents.packing import packed
from core.documents.poster import Occasion, PosterFacts, poster_pdf
from core.documents.qr import qr_png
from core.documents.texts import Outlet, announcement
from core.language.locales import Locales
from core.model.language import Language
from core.rulebook.model import Rulebook


def occasions(rulebook: Rulebook) -> tuple[Occasion, ...]:
    """Return what the campaign can be advertised for: the stages that it has."""
    return tuple(each for each in Occasion if rulebook.window(each.stage) is not None)


def posters(rulebook: Rulebook, occasion: Occasion) -> tuple[PosterFacts, ...]:
    """Return a poster for the whole campaign and, where money stands by territory, one for each of them.

    Whoever comes by a territory's poster is set down there at once (D5).
    """
    territories = rulebook.voting.territories if len(rulebook.voting.territories) > 1 else ()
    whole = PosterFacts(rulebook=rulebook, occasion=occasion)
    own = (PosterFacts(rulebook=rulebook, occasion=occasion, territory=slug) for slug in territories)
    # Where people go to the official page anyway, all posters would be alike.
    return (whole,) if whole.is_official_page else (whole, *own)


def kit_zip(locales: Locales, rulebook: Rulebook, occasion: Occasion) -> bytes:
    """Return the kit as ZIP: posters, QR codes, texts of both languages; equal rulebooks give equal bytes.

    Takes up to some seconds: call it by ``asyncio.to_thread``.

    Raises:
        ValueError: for a campaign that has no such stage.
    """
    window = rulebook.window(occasion.stage)
    if window is None:
        raise ValueError(f"no {occasion} to make a kit for")
    files = dict(_printed(locales, rulebook, occasion))
    facts = PosterFacts(rulebook=rulebook, occasion=occasion)
    for outlet in Outlet:
        for language in Language:
            text = announcement(locales, language, facts, outlet)
            files[f"{outlet}-{language}.txt"] = text.as_text()
            files[f"{outlet}-{language}.docx"] = text.as_word(language, window.opens)
    return packed(files, window.opens)


def _printed(locales: Locales, rulebook: Rulebook, occasion: Occasion) -> Iterator[tuple[str, bytes]]:
    for poster in posters(rulebook, occasion):
        name = f"{occasion}-{poster.territory}" if poster.territory else occasion.value
        yield f"poster-{name}.pdf", poster_pdf(locales, poster)
        yield f"qr-{name}.png", qr_png(poster.link)
