"""Every use case of the office asks for a right before anything else: found and tried by itself (L1, P9).

Whatever public coroutine of `core.usecases` takes an `actor` is called with stand-ins for all that it would
work with: who has not the right is refused before any of them matters. A new use case is tried without being
listed; one that needs no right stands in `OWN` with the reason.
"""

import asyncio
import importlib
import inspect
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest

import core.usecases
from core.model.refusals import Refusal, RuleViolation
from core.model.staff import Actor, Role
from core.rules.permissions import PERMISSIONS, OfficeAct
from core.rules.review import ReviewAct
from tests.support.office import actor, of_another_akimat
from tests.support.town import CAMPAIGN, Town, build_town

OWN = {
    "office.linking.make_invitation": "one's own account",
    "office.linking.is_linked": "one's own account",
    "office.linking.unlink_account": "one's own account",
    "office.reading.get_rulebook": "the rules are public",
    "office.reading.list_own_campaigns": "the rules are public",
    "council.late.count_owed": "counts the actor's own opinions and none elsewhere",
    "council.late.count_unpublished": "counts only what is the actor's work and none elsewhere",
    "review.queues.count_queues": "counts only what is the actor's work",
}
"""Use cases that ask for no right, each with its reason."""

EITHER = {
    "elsewhere.protocol.type_protocol": OfficeAct.APPROVE_ELSEWHERE,
    "elsewhere.protocol.drop_protocol": OfficeAct.APPROVE_ELSEWHERE,
}
"""Use cases that a second right opens too, where an akimat may have one clerk."""

PATIENCE = 30
"""Seconds within which somebody is refused on a loaded machine."""

UseCase = Callable[..., Any]


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign; what is refused is the same on every database."""
    built = await build_town(sqlite_url, tmp_path)
    yield built
    await built.services.database.dispose()


def use_cases() -> Iterator[tuple[str, UseCase]]:
    """Yield every use case of somebody at the akimat; what is handed a connection is a part of one."""
    for found in walk_packages(core.usecases.__path__, "core.usecases."):
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            parameters = inspect.signature(function).parameters
            is_here = function.__module__ == module.__name__ and not name.startswith("_")
            if is_here and {"services", "actor"} <= set(parameters) and "connection" not in parameters:
                yield f"{found.name.removeprefix('core.usecases.')}.{name}", function


def stand_ins(use_case: UseCase, town: Town, who: Actor) -> Mapping[str, object]:
    """Return arguments by name: the real ones where they decide who may, else nothing that works."""
    real = {"services": town.services, "actor": who, "campaign_id": CAMPAIGN, "akimat": CAMPAIGN.akimat}
    parameters = inspect.signature(use_case).parameters
    return {
        name: real[name] if name in real else _EMPTY.get(parameter.annotation, object())
        for name, parameter in parameters.items()
    }


async def refused(use_case: UseCase, town: Town, who: Actor) -> list[tuple[Refusal, object]]:
    """Return why ``who`` is refused and for which act; nothing where the use case went on."""
    try:
        answer = use_case(**stand_ins(use_case, town, who))
        if inspect.isasyncgen(answer):
            await anext(answer)
        else:
            await asyncio.wait_for(answer, PATIENCE)
    except RuleViolation as violation:
        return [(reason.refusal, reason.facts.get("act")) for reason in violation.reasons]
    except Exception:  # noqa: BLE001  (it went on and stumbled over a stand-in: it did not refuse)
        return []
    return []


async def nobody(town: Town, *roles: Role) -> Actor:
    """Return somebody with these roles alone."""
    return await actor(town, *roles, login=f"login{len(roles)}-{next(_numbers)}")


_numbers = iter(range(10**6))
_EMPTY: Mapping[object, object] = {
    str: "x",
    int: 1,
    bool: False,
    ReviewAct: ReviewAct.REGISTER,
}


def test_there_are_use_cases() -> None:
    """They are found, and none of those that need no right is gone [L1]."""
    names = {name for name, _ in use_cases()}
    assert len(names) > 40
    assert sorted(set(OWN) - names) == []


async def test_every_use_case_refuses_who_has_not_the_right(town: Town) -> None:
    """Without a role, and with every role but those that the table names, each is refused [L1]."""
    let_in: dict[str, object] = {}
    for name, use_case in use_cases():
        if name in OWN:
            continue
        without = await refused(use_case, town, await nobody(town))
        if [refusal for refusal, _ in without] != [Refusal.OFFICE_FORBIDDEN]:
            let_in[name] = without
            continue
        act = OfficeAct(str(without[0][1]))
        either = PERMISSIONS[EITHER[name]].roles if name in EITHER else frozenset()
        others = set(Role) - PERMISSIONS[act].roles - either
        answer = await refused(use_case, town, await nobody(town, *others))
        if answer != [(Refusal.OFFICE_FORBIDDEN, act.value)]:
            let_in[name] = answer
    assert let_in == {}


async def test_every_use_case_knows_its_own_akimat_alone(town: Town) -> None:
    """Somebody of another akimat with every role finds no such campaign, whatever they ask for [P9] [L1]."""
    stranger = of_another_akimat(await nobody(town, *Role))
    let_in = {}
    for name, use_case in use_cases():
        if "campaign_id" in inspect.signature(use_case).parameters:
            answer = await refused(use_case, town, stranger)
            if not name.startswith("council.late.") and answer != [(Refusal.CAMPAIGN_UNKNOWN, None)]:
                let_in[name] = answer
    assert let_in == {}
