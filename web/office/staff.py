"""Who works in the office: the administrator adds, changes, blocks, and gives a new password (L1)."""

from http import HTTPStatus
from typing import Any

from aiohttp import web
from markupsafe import Markup

from core.documents.qr import qr_svg
from core.model.language import Language
from core.model.language import Text as BothTexts
from core.model.refusals import RuleViolation
from core.model.staff import Role, Staff
from core.usecases.office.staff import (
    Card,
    Credentials,
    add_member,
    block_member,
    change_member,
    get_member,
    list_staff,
    reset_member,
)
from web.office.desk import Desk, Office, read_number

ROLE_TEXTS = tuple(f"role-{role.value}" for role in Role)
"""What each role is called."""

STAFF_TEXTS = (
    "staff-title",
    "staff-add",
    "staff-name",
    "staff-login",
    "staff-login-hint",
    "staff-position",
    "staff-position-kk",
    "staff-position-ru",
    "staff-position-hint",
    "staff-roles",
    "staff-iin",
    "staff-iin-hint",
    "staff-language",
    "staff-state",
    "staff-blocked",
    "staff-first",
    "staff-active",
    "staff-locked",
    "staff-reset-hint",
    "staff-block-hint",
    "staff-once",
    "staff-once-title",
    "staff-once-password",
    "staff-once-secret",
    "staff-once-qr",
    "staff-back",
    "button-staff-add",
    "button-staff-save",
    "button-staff-block",
    "button-staff-unblock",
    "button-staff-reset",
)
"""What the templates of these pages say."""


class StaffPages:
    """`/office/staff` and below."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/staff", self.show)
        office.show("/staff/new", self.ask)
        office.take("/staff/new", self.add)
        office.show("/staff/{member}", self.show_member)
        office.take("/staff/{member}", self.change)
        office.take("/staff/{member}/block", self.block)
        office.take("/staff/{member}/reset", self.reset)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """List the logins."""
        return desk.show("staff.html", staff=await list_staff(desk.services, desk.actor))

    async def ask(self, desk: Desk) -> web.StreamResponse:
        """Show the form of a new login."""
        await list_staff(desk.services, desk.actor)
        return desk.show("staff_new.html", **_typed(desk))

    async def add(self, desk: Desk) -> web.StreamResponse:
        """Add a login and show what it signs in with, once."""
        form, actor = desk.form, desk.actor
        try:
            made = await add_member(
                desk.services, actor, actor.akimat, form.text("login"), form.text("iin"), _card(desk)
            )
        except RuleViolation as violation:
            return desk.refused("staff_new.html", violation, **_typed(desk))
        return _once(desk, made)

    async def show_member(self, desk: Desk) -> web.StreamResponse:
        """Show one login with everything that can be done to it."""
        member = await get_member(desk.services, desk.actor, _number(desk))
        return desk.show("staff_member.html", member=member, **_of(desk, member))

    async def change(self, desk: Desk) -> web.StreamResponse:
        """Keep name, position and roles."""
        member = await get_member(desk.services, desk.actor, _number(desk))
        try:
            await change_member(desk.services, desk.actor, member.staff_id, _card(desk))
        except RuleViolation as violation:
            return desk.refused("staff_member.html", violation, member=member, **_typed(desk), **_now(desk))
        raise desk.done(f"/staff/{member.staff_id}")

    async def block(self, desk: Desk) -> web.StreamResponse:
        """Block a login, or let it in again."""
        is_blocked = desk.form.text("blocked") == "yes"
        await block_member(desk.services, desk.actor, _number(desk), is_blocked=is_blocked)
        raise desk.done(f"/staff/{_number(desk)}")

    async def reset(self, desk: Desk) -> web.StreamResponse:
        """Give a new password and a new secret, and show them once."""
        return _once(desk, await reset_member(desk.services, desk.actor, _number(desk)))


def _number(desk: Desk) -> int:
    return read_number(desk.request.match_info["member"])


def _card(desk: Desk) -> Card:
    form = desk.form
    known, language = set(Role), form.text("language")
    return Card(
        name=form.text("name"),
        position=BothTexts(kk=form.text("position_kk"), ru=form.text("position_ru")),
        roles=frozenset(Role(role) for role in form.texts("role") if role in known),
        language=Language(language) if language in set(Language) else Language.KAZAKH,
    )


def _typed(desk: Desk) -> dict[str, Any]:
    """Return what a form shows again; an IIN is typed anew."""
    return {"card": _card(desk), "login": desk.form.text("login"), "roles": list(Role)}


def _of(desk: Desk, member: Staff) -> dict[str, Any]:
    card = Card(name=member.name, position=member.position, roles=member.roles, language=member.language)
    return {"card": card, "login": member.login, "roles": list(Role), **_now(desk)}


def _now(desk: Desk) -> dict[str, Any]:
    return {"now": desk.services.real_clock.now()}


def _once(desk: Desk, made: Credentials) -> web.Response:
    """Show what nobody can show again; the answer is kept by no browser."""
    picture = Markup(qr_svg(made.address).decode())  # noqa: S704  (made by the library of nothing but modules)
    return desk.show("staff_once.html", status=HTTPStatus.CREATED, made=made, picture=picture)
