"""Choosing among several campaigns and many territories, and choosing what is there no more (P9)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.model.language import Language
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.place.account import see
from sandbox.client import Person
from tests.bot.residents import AIGUL, Street
from tests.support.front import strict_locales
from tests.support.town import CAMPAIGN, REPOSITORY, RULEBOOK
from tests.transcripts import assert_fits

pytestmark = pytest.mark.usefixtures("front")
KK = strict_locales().words(Language.KAZAKH)
ALMATY = REPOSITORY / "rulebooks" / "almaty-like.toml"
BEFORE = datetime(2026, 11, 10, 6, tzinfo=UTC)
PARTS = 12


def with_many_parts() -> str:
    """Return the sample rulebook with twelve more parts of one district, the last with a long name."""
    parts = [
        f'[territories.part-{number}]\nname = {{ kk = "{number}-бөлік, Сарыарқа өңірінің шеткі көшелері", '
        f'ru = "часть {number}" }}\nkind = "part"\nparent = "samal"\n\n'
        for number in range(1, PARTS + 1)
    ]
    return RULEBOOK.replace("[stages.announcement]", "".join(parts) + "[stages.announcement]")


async def begin(street: Street) -> Person:
    """Return a newcomer who has chosen Kazakh."""
    aigul = street.sandbox.person(AIGUL)
    await aigul.start()
    await aigul.tap(KK("button-language-own"))
    return aigul


async def take(street: Street, source: str, name: str) -> None:
    """Take a rulebook before voting begins, as the operator's command does."""
    street.town.clock.set_to(BEFORE)
    await take_rulebook(street.town.services, source, name, takes_changes=True)


async def test_several_campaigns_are_chosen_from(street: Street) -> None:
    """With two akimats the campaign comes first; a place of one shows nothing of the other [P9]."""
    await take(street, read(ALMATY), ALMATY.name)
    aigul = await begin(street)
    view = await aigul.chat()
    assert "Семей қаласы: Халық қатысатын бюджет (үлгі), 2027 жыл" in view.text
    assert_fits(view)
    almaty = next(label for label in view.labels if "Алматы" in label)
    view = await aigul.tap(almaty)
    assert "Алатау ауданы" in view.labels
    view = await aigul.tap(KK("button-back"))
    assert almaty in view.labels
    await aigul.tap(almaty)
    view = await aigul.tap("Алатау ауданы")
    assert "📍 Алатау ауданы" in view.text
    assert "Жобаларды көру" not in view.labels, "that akimat has no projects yet"
    known = await see(street.town.services, AIGUL)
    assert known.campaign_id is not None
    assert known.campaign_id.akimat == "almaty"


async def test_many_territories_are_paged(street: Street) -> None:
    """Fourteen parts stand on two pages, a long name is cut to a line, and each can be reached [P9] [P5]."""
    await take(street, with_many_parts(), "semey-demo.toml")
    aigul = await begin(street)
    view = await aigul.tap("Самал ауданы")
    assert len([label for label in view.labels if "бөлік" in label or "Самал" in label]) == 8
    assert KK("button-page-before") not in view.labels
    assert_fits(view)
    view = await aigul.tap(KK("button-page-after"))
    assert KK("button-page-after") not in view.labels
    assert view.labels[5].startswith("12-бөлік")
    assert view.labels[5].endswith("…")
    view = await aigul.tap(view.labels[5])
    assert "📍 Самал ауданы, 12-бөлік, Сарыарқа өңірінің шеткі көшелері" in view.text


async def test_a_territory_that_is_gone_is_explained(street: Street) -> None:
    """A button of a territory that the rulebook has lost says so, and the way goes on [P7]."""
    await take(street, with_many_parts(), "semey-demo.toml")
    settled = await begin(street)
    await settled.tap("Самал ауданы")
    await take(street, RULEBOOK, "semey-demo.toml")
    stale = next(label for label in (await settled.chat()).labels if label.startswith("1-бөлік"))
    view = await settled.tap(stale)
    assert KK("refusal-territory-unknown") in (view.answer, view.text)
    view = await settled.send("/place")
    assert "Самал ауданы" in view.labels


async def test_a_home_whose_territory_is_gone_asks_for_the_place(street: Street) -> None:
    """Somebody whose territory the rulebook has lost is asked where he lives, whatever he opens [P9]."""
    await take(street, with_many_parts(), "semey-demo.toml")
    aigul = await street.settled(AIGUL, Language.KAZAKH, "part-3")
    await take(street, RULEBOOK, "semey-demo.toml")
    for command in ("/start", "/rules", "/outcome"):
        view = await aigul.send(command)
        assert "Самал ауданы" in view.labels, command
    assert CAMPAIGN.campaign == "semey-demo"


def read(path: Path) -> str:
    """Return a shipped rulebook's text."""
    return path.read_text(encoding="utf-8")
