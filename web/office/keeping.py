"""The form that came after its session had ended, shown to its sender again with one button (L1)."""

from aiohttp import web

from core.usecases.office.keeping import discard_form, get_kept
from web.office.desk import KEPT, Desk, Office
from web.office.navigation import AKIMAT_PLACES, CAMPAIGN_PLACES

KEEPING_TEXTS = (
    "keeping-title",
    "keeping-why",
    "keeping-section",
    "keeping-again",
    "keeping-typed",
    "keeping-sign-in",
    "button-keeping-send",
    "button-keeping-discard",
)
"""What the templates say."""

_SECTIONS = {place.path: place.text for place in (*AKIMAT_PLACES, *CAMPAIGN_PLACES)}


class KeptPages:
    """`/kept`."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/kept", self.show)
        office.take("/kept/discard", self.discard)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show what was being sent; nothing is done before the button is pressed."""
        kept = await get_kept(desk.services, desk.signed)
        if kept is None:
            raise desk.go("/")
        typed = [value for _, value in kept.fields if " " in value]
        parts = kept.path.partition("?")[0].split("/")
        section = next((_SECTIONS[part] for part in parts[1:] if part in _SECTIONS), "")
        return desk.show("kept.html", kept=kept, typed=typed, section=section, kept_field=KEPT)

    async def discard(self, desk: Desk) -> web.StreamResponse:
        """Forget it."""
        await discard_form(desk.services, desk.signed)
        raise desk.done("/")
