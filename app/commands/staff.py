"""``python -m core staff``: the first administrator of an akimat, whom the office cannot add (L1)."""

import argparse
import asyncio
import getpass
import sys

from core.model.language import Language, Text
from core.model.refusals import Refusal, refuse
from core.model.staff import Role
from core.usecases.office.staff import Card, add_member
from core.usecases.place.choosing import list_rulebooks
from core.usecases.services import Services


async def run(services: Services, options: argparse.Namespace) -> int:
    """Add a login and print what it signs in with, once."""
    akimat = await _require_akimat(services, options.akimat)
    iin = await asyncio.to_thread(_read_iin)
    card = Card(
        name=options.name,
        position=Text(kk=options.position_kk, ru=options.position_ru),
        roles=frozenset(options.role or [Role.SYSTEM_ADMINISTRATOR]),
        language=options.language,
    )
    made = await add_member(services, None, akimat, options.login, iin, card)
    sys.stdout.write(f"login: {made.login}\npassword: {made.password}\ntotp: {made.address}\n")
    sys.stderr.write("shown once; the password is changed at the first sign-in\n")
    return 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Accept who it is; the IIN is asked for, since what is typed behind a command stays in its history."""
    parser.add_argument("akimat", help="the akimat, or a campaign of it, as the rulebook has it")
    parser.add_argument("login", help="what is signed in with: a-z, 0-9, dot, hyphen")
    parser.add_argument("--name", required=True, help="as others read it and as protocols print it")
    parser.add_argument("--position-kk", required=True, help="what protocols print under the name in Kazakh")
    parser.add_argument("--position-ru", required=True, help="the same in Russian")
    parser.add_argument(
        "--role",
        action="append",
        type=Role,
        choices=list(Role),
        metavar="ROLE",
        help=f"may be given several times, {Role.SYSTEM_ADMINISTRATOR} by default: {', '.join(Role)}",
    )
    parser.add_argument("--language", type=Language, choices=list(Language), default=Language.KAZAKH)


def _read_iin() -> str:
    """Return the IIN from the keyboard, where nobody sees it, or from a pipe; it is kept nowhere (P1)."""
    if sys.stdin.isatty():
        return getpass.getpass("IIN (not shown, not kept): ")
    return sys.stdin.readline()


async def _require_akimat(services: Services, name: str) -> str:
    """Return the akimat called ``name``, or that of the campaign of this name; raise ``campaign-unknown``."""
    for rulebook in await list_rulebooks(services):
        if name in {rulebook.akimat.slug, rulebook.campaign}:
            return rulebook.akimat.slug
    raise refuse(Refusal.CAMPAIGN_UNKNOWN)
