"""What axe-core finds of a page in a real browser; one place, as every page of the house is looked at so."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from axe_playwright_python.async_playwright import Axe

if TYPE_CHECKING:
    from playwright.async_api import Page

SERIOUS = frozenset({"serious", "critical"})

Scheme: TypeAlias = Literal["light", "dark"]

_SCHEMES: tuple[Scheme, ...] = ("light", "dark")


async def serious_findings(
    page: "Page", *, rules_off: Collection[str] = (), schemes: Sequence[Scheme] = _SCHEMES
) -> list[str]:
    """Return what stands against reading a page, by day and by night, each finding with where it is.

    ``rules_off`` names rules of axe-core that do not count; the caller says why.
    """
    options = {"rules": {name: {"enabled": False} for name in rules_off}}
    found: dict[str, None] = {}
    for scheme in schemes:
        await page.emulate_media(color_scheme=scheme)
        results = await Axe().run(page, options=options)
        for violation in results.response["violations"]:
            if violation["impact"] in SERIOUS:
                places = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
                found[f"{scheme}: {violation['id']}: {', '.join(places)}"] = None
    await page.emulate_media(color_scheme="light")
    return list(found)
