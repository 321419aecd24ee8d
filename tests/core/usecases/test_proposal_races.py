"""Proposals that collide: submits from processes of their own on one database (B1, B4)."""

from pathlib import Path

from core.usecases.proposal.mine import my_proposals
from tests.core.usecases.test_races import run, set_clock, start
from tests.support.proposals import INTAKE, account_of, author, written
from tests.support.town import CAMPAIGN, Town

TITLES = ("Абай алаңына орындықтар қою", "Арықтарды тазалап, көпір салу")


async def test_one_person_one_place(town: Town, tmp_path: Path) -> None:
    """Two drafts, each submitted twenty times by four processes, give one proposal, one number [B1] [B4]."""
    town.clock.set_to(INTAKE)
    set_clock(tmp_path, INTAKE)
    account = await author(town, 0)
    drafts = [await written(town, account, title=title) for title in TITLES]
    racers = [await start(town, tmp_path, "submit", str(account), *drafts) for _ in range(4)]
    told = [answer for answers in await run(*racers) for answer in answers]
    numbers = {answer for answer in told if answer.isdigit()}
    assert len(numbers) == 1
    assert set(told) - numbers == {"second-proposal"}
    mine = await my_proposals(town.services, CAMPAIGN, account, "eski-qala")
    assert [str(each.number) for each in mine.proposals] == list(numbers)


async def test_many_authors_many_numbers(town: Town, tmp_path: Path) -> None:
    """Four people who submit at once get four numbers, without a gap or a repeat [B4]."""
    town.clock.set_to(INTAKE)
    set_clock(tmp_path, INTAKE)
    racers = []
    for person in range(4):
        account = await author(town, person)
        draft_id = await written(town, account, title=f"{TITLES[0]} {person}")
        racers.append(await start(town, tmp_path, "submit", str(account_of(person)), draft_id))
    told = [set(answers) for answers in await run(*racers)]
    assert all(len(answers) == 1 for answers in told)
    numbers = sorted(int(answer) for answers in told for answer in answers)
    assert numbers == list(range(numbers[0], numbers[0] + 4))
