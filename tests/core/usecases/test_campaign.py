"""Taking rulebook, projects, register and keys into the database (A1, E7, L3)."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import make_url

from core.files.store import DiskStore
from core.identity.keys import KeyDiffers, KeyMissing, box_key, phone_key_name, register_key
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, RuleViolation
from core.rulebook.problems import RulebookErrors
from core.store import browsing
from core.usecases.browsing.card import list_pictures
from core.usecases.campaign.contents import take_projects
from core.usecases.campaign.keys import check_keys, make_campaign_keys
from core.usecases.campaign.rulebook import RulebookRefused, take_rulebook
from core.usecases.place.choosing import find_campaign, list_rulebooks, resolve_place_link
from core.usecases.register.taking import take_register
from core.usecases.voting.casting import cast_vote
from tests.support.proposals import INTAKE, submitted
from tests.support.town import CAMPAIGN, HEADING, IINS, PROJECTS, RULEBOOK, Town, row

CHANGED = RULEBOOK.replace("threshold = { value = 5,", "threshold = { value = 6,")


async def test_same_rulebook_again_is_no_revision(town: Town) -> None:
    """Loading the same rulebook twice changes nothing, comments aside [A1]."""
    taken = await take_rulebook(town.services, RULEBOOK + "\n# a comment\n", "x.toml")
    assert (taken.revision, taken.changes) == (1, ())


async def test_changed_rulebook_is_shown_and_then_taken(town: Town) -> None:
    """A changed file is refused with its difference and taken on demand before voting begins [A1]."""
    town.wait(days=-5)
    with pytest.raises(RulebookRefused) as caught:
        await take_rulebook(town.services, CHANGED, "x.toml")
    assert [change.key for change in caught.value.changes] == ["voting.threshold.value"]
    taken = await take_rulebook(town.services, CHANGED, "x.toml", takes_changes=True)
    assert taken.revision == 2
    assert (await list_rulebooks(town.services))[0].voting.threshold.value == 6


async def test_nothing_changes_once_voting_has_begun(town: Town) -> None:
    """From the opening of voting the rulebook stays, whatever is asked [A4]."""
    with pytest.raises(RulebookRefused):
        await take_rulebook(town.services, CHANGED, "x.toml", takes_changes=True)
    assert (await list_rulebooks(town.services))[0].voting.threshold.value == 5


async def test_broken_rulebook_changes_nothing(town: Town) -> None:
    """A rulebook with errors raises them all and leaves the one in force [A1]."""
    with pytest.raises(RulebookErrors) as caught:
        await take_rulebook(
            town.services, RULEBOOK.replace('"sole"', '"solo"').replace("= 18,", "= -1,"), "x"
        )
    assert len(caught.value.errors) == 3
    assert len(await list_rulebooks(town.services)) == 1


async def test_campaign_name_belongs_to_one_akimat(town: Town) -> None:
    """Links carry the campaign alone, so another akimat cannot take its name [P9] [D5]."""
    other = RULEBOOK.replace('[akimat]\nslug = "semey"', '[akimat]\nslug = "other"')
    with pytest.raises(RulebookRefused):
        await take_rulebook(town.services, other, "x.toml")
    assert await find_campaign(town.services, "semey-demo") == CAMPAIGN
    with pytest.raises(RuleViolation) as caught:
        await find_campaign(town.services, "nowhere")
    assert caught.value.refusal is Refusal.CAMPAIGN_UNKNOWN


@pytest.mark.parametrize(
    ("payload", "territory"),
    [("semey-demo-samal-1", "samal-1"), ("semey-demo-samal", "samal"), ("semey-demo-semey", "semey")],
)
async def test_place_links_with_hyphens(town: Town, payload: str, territory: str) -> None:
    """A poster's link is read although campaign and territory have hyphens of their own [D5]."""
    assert await resolve_place_link(town.services, payload) == (CAMPAIGN, territory)


@pytest.mark.parametrize("payload", ["", "semey-demo", "semey-demo-", "semey-demo-nowhere", "x-samal-1"])
async def test_broken_place_links(town: Town, payload: str) -> None:
    """A link that names no place is refused and sets none [D5] [P7]."""
    with pytest.raises(RuleViolation):
        await resolve_place_link(town.services, payload)


async def test_projects_are_replaced_until_somebody_votes(town: Town) -> None:
    """The list may be loaded anew, with its pictures, until the first vote [A4] [D2]."""
    count = await take_projects(town.services, CAMPAIGN, PROJECTS, "p.toml", lambda name: name[::-1].encode())
    assert count == 43
    digest = (await list_pictures(town.services, CAMPAIGN, 1))[0]
    assert town.services.files.read(digest) == b"1-1-playground.jpg"[::-1]
    await town.settle(7001)
    await town.by_phone(7001, 0)
    await cast_vote(town.services, CAMPAIGN, 7001, number=1, session=None)
    with pytest.raises(RulebookRefused):
        await take_projects(town.services, CAMPAIGN, PROJECTS, "p.toml", lambda name: name.encode())


async def test_projects_stay_once_somebody_has_proposed(town: Town) -> None:
    """A list loaded anew would carry off what the council admitted [C2] [B4]."""
    town.clock.set_to(INTAKE)
    await submitted(town, 0)
    with pytest.raises(RulebookRefused, match="somebody has proposed"):
        await take_projects(town.services, CAMPAIGN, PROJECTS, "p.toml", lambda name: name.encode())


async def test_missing_picture_takes_nothing(town: Town) -> None:
    """A picture that is not there stops the whole list; the former one stays [B7]."""

    def no_picture(name: str) -> bytes:
        raise FileNotFoundError(name)

    with pytest.raises(FileNotFoundError):
        await take_projects(town.services, CAMPAIGN, PROJECTS, "p.toml", no_picture)
    async with town.services.database.read() as connection:
        assert len(await browsing.list_projects(connection, CAMPAIGN)) == 43


async def test_register_is_mended_and_every_bad_line_said(town: Town) -> None:
    """Zeros lost by a spreadsheet are restored and said, a rounded number is refused by its line [L3]."""
    text = "\n".join(
        [HEADING, row(0), row(1).replace(IINS[1], "3.1E+11"), "", row(2).replace("eski", "yeni")]
    )
    read = await take_register(town.services, CAMPAIGN, text)
    assert (read.people, read.rows, read.refused) == (1, 1, 2)
    assert [note.line for note in read.notes] == [3, 5]


def _contents(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]


async def test_no_iin_is_stored_anywhere(town: Town, tmp_path: Path) -> None:
    """After the import no file has an IIN or a telephone, in digits or as bytes of the row [E7] [P1]."""
    await town.services.database.dispose()
    if town.services.database.dialect == "sqlite":
        path = make_url(town.services.database.url).database
        assert path is not None
        with sqlite3.connect(path) as plain:
            dump = "\n".join(plain.iterdump())
    else:
        dump = ""
    contents = _contents(tmp_path)
    for number in (*IINS, "77000000001"):
        assert number not in dump
        assert not any(number.encode() in content for content in contents)


async def test_wrong_key_is_known_at_the_start(town: Town) -> None:
    """With another register key everybody could vote again, so the start refuses it [E7]."""
    await check_keys(town.services)
    name = register_key(CAMPAIGN.akimat)
    town.services.keys.destroy(name)
    with pytest.raises(KeyMissing):
        await check_keys(town.services)
    town.services.keys.make(name, b"k" * 32)
    with pytest.raises(KeyDiffers):
        await check_keys(town.services)


async def test_exchanged_box_keys_are_known_at_the_start(town: Town) -> None:
    """A box key of another territory in this one's place is found before any box is opened [E7]."""
    folder = town.services.keys
    names = [box_key(CAMPAIGN.akimat, CAMPAIGN.campaign, slug) for slug in ("samal", "ortalyq")]
    foreign = folder.read(names[0])
    folder.destroy(names[1])
    await check_keys(town.services)
    folder.make(names[1], foreign)
    with pytest.raises(KeyDiffers, match="box-ortalyq"):
        await check_keys(town.services)


async def test_register_stays_once_somebody_has_voted(town: Town) -> None:
    """Registration counts on the day of the opening, so a vote fixes the register [E1]."""
    await town.settle(7001)
    await town.by_phone(7001, 0)
    await cast_vote(town.services, CAMPAIGN, 7001, number=1, session=None)
    with pytest.raises(RulebookRefused):
        await take_register(town.services, CAMPAIGN, "\n".join([HEADING, row(5)]))


async def test_keys_are_made_once(town: Town) -> None:
    """Making keys again keeps every file, and nobody but the owner reads them [E7]."""
    before = {path: path.read_text() for path in town.services.keys.root.rglob("*.key")}
    await make_campaign_keys(town.services, CAMPAIGN)
    assert {path: path.read_text() for path in town.services.keys.root.rglob("*.key")} == before
    assert {path.stat().st_mode & 0o777 for path in before} == {0o600}
    with pytest.raises(FileExistsError):
        town.services.keys.make(phone_key_name(CAMPAIGN.akimat), b"k" * 32)


@pytest.mark.parametrize("damaged", ["", "zz", "00" * 31])
def test_damaged_key_file_is_missing(town: Town, damaged: str) -> None:
    """A key file that was cut or overwritten is said by its name, and never used [E7]."""
    path = town.services.keys.root / f"{register_key(CAMPAIGN.akimat)}.key"
    path.write_text(damaged)
    with pytest.raises(KeyMissing, match=r"register\.key"):
        town.services.keys.read(register_key(CAMPAIGN.akimat))


async def test_keys_of_an_unknown_campaign(town: Town) -> None:
    """No keys are made for a campaign that is not loaded [A1]."""
    with pytest.raises(RuleViolation):
        await make_campaign_keys(town.services, CampaignId("semey", "nowhere"))
    assert not (town.services.keys.root / "semey" / "nowhere").exists()


def test_same_file_is_kept_once(tmp_path: Path) -> None:
    """The store knows a file by what is in it; an unknown one is not found [B7]."""
    store = DiskStore(tmp_path)
    digest = store.keep(b"picture")
    assert store.keep(b"picture") == digest
    assert store.read(digest) == b"picture"
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1
    with pytest.raises(FileNotFoundError):
        store.read("0" * 64)
