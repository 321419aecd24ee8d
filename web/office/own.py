"""One's own page: password, and where reminders go (L1)."""

from aiohttp import web
from markupsafe import Markup

from core.documents.qr import bot_link, qr_svg
from core.model.refusals import Refusal, RuleViolation, refuse
from core.usecases.office.linking import is_linked, make_invitation, unlink_account
from core.usecases.office.reading import list_own_campaigns
from core.usecases.office.signing_in import change_password
from web.office.desk import Desk, Office

OWN_TEXTS = (
    "own-title",
    "own-roles",
    "own-password",
    "own-password-title",
    "own-password-first",
    "own-password-old",
    "own-password-new",
    "own-password-again",
    "own-password-hint",
    "own-password-sessions",
    "own-reminders",
    "own-reminders-on",
    "own-reminders-off",
    "own-reminders-none",
    "own-reminders-link",
    "own-reminders-open",
    "button-own-password",
    "button-own-remind",
    "button-own-remind-not",
)
"""What the templates of these pages say."""

LINK = "staff-"
"""How the payload begins by which the bot knows a link of staff."""


class OwnPages:
    """`/office/own` and `/office/password`."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/own", self.show)
        office.take("/own/remind", self.remind)
        office.take("/own/remind-not", self.remind_not)
        office.show("/password", self.ask)
        office.take("/password", self.change)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show who one is and whether one is reminded."""
        linked, bot = await is_linked(desk.services, desk.actor), await _bot_link(desk, "")
        return desk.show("own.html", is_linked=linked, has_bot=bool(bot))

    async def remind(self, desk: Desk) -> web.StreamResponse:
        """Show the link by which the own account is named; it is good once."""
        link = await _bot_link(desk, LINK + await make_invitation(desk.services, desk.actor))
        picture = Markup(qr_svg(link).decode()) if link else ""  # noqa: S704  (nothing but modules)
        return desk.show("own_link.html", link=link, picture=picture)

    async def remind_not(self, desk: Desk) -> web.StreamResponse:
        """Remind no more."""
        await unlink_account(desk.services, desk.actor)
        raise desk.done("/own")

    async def ask(self, desk: Desk) -> web.StreamResponse:
        """Show the form of a new password."""
        return desk.show("password.html", must=desk.signed.staff.must_change_password)

    async def change(self, desk: Desk) -> web.StreamResponse:
        """Take the new password, or show what stands against it."""
        form = desk.form
        try:
            if form.text("new") != form.text("again"):
                raise refuse(Refusal.PASSWORD_WEAK, problem="differs", least=0, most=0)
            await change_password(desk.services, desk.signed, form.text("old"), form.text("new"))
        except RuleViolation as violation:
            return desk.refused("password.html", violation, must=desk.signed.staff.must_change_password)
        raise desk.done("/")


async def _bot_link(desk: Desk, payload: str) -> str:
    """Return the address of the akimat's bot, empty where no campaign of it has one."""
    campaigns = await list_own_campaigns(desk.services, desk.actor)
    links = (bot_link(rulebook, payload) for _, rulebook in campaigns)
    return next((link for link in links if link), "")
