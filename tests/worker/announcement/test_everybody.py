"""Everybody gets an announcement once, in their language, and only whom it concerns."""

import asyncio
from datetime import timedelta

import pytest

from core.model.announcement import (
    AnnouncementState,
    Attachment,
    Audience,
    TakenPart,
)
from core.model.language import Language
from core.store import place
from core.usecases.announcement import delivery, uploading
from core.usecases.announcement.running import schedule
from core.usecases.announcement.wishes import set_announced
from core.usecases.announcement.writing import attach, send_test, write_announcement
from core.usecases.office.linking import link_account, make_invitation
from core.usecases.place.account import choose_language, stop
from core.usecases.place.choosing import choose_place
from core.usecases.privacy.forgetting import forget
from core.usecases.services import Services
from core.usecases.voting.casting import cast_vote
from messenger import announcing
from sandbox.running import RunningSandbox
from tests.core.files.samples import halves, saved
from tests.support.announcing import WRITTEN, due, found, report, settle_many, states, writer
from tests.support.front import strict_locales
from tests.support.town import CAMPAIGN, OPEN, Town
from tests.worker.announcement.sending import (
    CROWD,
    FEW,
    LAST,
    MANY,
    ON_SQLITE,
    begin,
    send,
    send_all,
    working,
)


async def test_everybody_gets_it_once_and_in_their_language(town: Town, sandbox: RunningSandbox) -> None:
    """Both languages, footer and button; a second run sends nothing; the report adds up [G2] [P6]."""
    await settle_many(town, range(CROWD, CROWD + MANY - 1), language=Language.KAZAKH)
    await settle_many(town, [CROWD + MANY - 1], language=Language.RUSSIAN)
    number = await due(town)
    await send_all(town, sandbox)
    assert await send(town, sandbox) == 0
    crowd = await sandbox.crowd_report()
    assert (crowd["reached"], crowd["messages"]) == (MANY, MANY)
    kk = (await sandbox.crowd_person(CROWD))["last_text"]
    ru = (await sandbox.crowd_person(CROWD + MANY - 1))["last_text"]
    assert kk.startswith("Жиналыс ертең")
    assert ru.startswith("Собрание завтра")
    assert ru.endswith(str(strict_locales().words(Language.RUSSIAN)("announcement-footer"))[3:-4])
    assert (await found(town, number)).state is AnnouncementState.DONE
    made = await report(town, number)
    assert (made.delivered, made.repeated) == (MANY, 0)
    # Nobody can tell from what is left who was written to.
    assert await states(town, number) == {}


@ON_SQLITE
async def test_whoever_wants_none_is_left_out_and_counted(town: Town, sandbox: RunningSandbox) -> None:
    """A /stop, the button and a block are known before, and asked again at each turn [G2] [G4]."""
    await settle_many(town, range(CROWD, CROWD + FEW))
    await stop(town.services, CROWD)
    await set_announced(town.services, CROWD + 1, is_announced=False)
    async with town.services.database.write() as connection:
        await place.set_unreachable(connection, [CROWD + 2])
    number = await due(town)
    async with working(town, sandbox) as sender:
        await sender.send_due()
    made = await report(town, number)
    assert (made.audience, made.stopped, made.unreachable, made.delivered) == (FEW, 2, 1, FEW - 3)
    for account_id in range(CROWD, CROWD + 3):
        assert (await sandbox.crowd_person(account_id))["messages"] == 0


async def test_each_is_judged_when_the_turn_comes(town: Town, sandbox: RunningSandbox) -> None:
    """Who moved away, took another language, said /stop or was forgotten meanwhile gets nothing [G2] [G4]."""
    await settle_many(town, range(CROWD, CROWD + FEW), language=Language.KAZAKH)
    audience = Audience(territory="eski-qala", language=Language.KAZAKH)
    number, _ = await begin(town, audience=audience)
    await choose_place(town.services, CROWD, CAMPAIGN, "samal-1")
    await choose_language(town.services, CROWD + 1, Language.RUSSIAN)
    await stop(town.services, CROWD + 2)
    await forget(town.services, CROWD + 3)
    await send_all(town, sandbox)
    made = await report(town, number)
    assert (made.delivered, made.unconcerned, made.stopped) == (FEW - 4, 3, 1)
    for account_id in range(CROWD, CROWD + 4):
        assert (await sandbox.crowd_person(account_id))["messages"] == 0


async def test_nobody_who_has_voted_meanwhile_is_asked_to(town: Town, sandbox: RunningSandbox) -> None:
    """A vote after the beginning, on the account or by its person elsewhere, ends the concern [G1] [G2]."""
    accounts = range(CROWD, CROWD + FEW)
    for account_id in accounts:
        await town.settle(account_id)
    await town.by_phone(CROWD, 0)
    await town.by_phone(CROWD + 1, 1)
    number, _ = await begin(town, audience=Audience(part=TakenPart.NOT_VOTED))
    await cast_vote(town.services, CAMPAIGN, CROWD, number=1, session=None)
    # The second one's vote is counted on another account than the one that is written to.
    await town.issue(1)
    await town.settle(999)
    session = await town.by_code(999, 1)
    await cast_vote(town.services, CAMPAIGN, 999, number=1, session=session)
    await send_all(town, sandbox)
    made = await report(town, number)
    assert (made.delivered, made.unconcerned) == (FEW - 2, 2)
    assert [(await sandbox.crowd_person(each))["messages"] for each in accounts] == [0, 0] + [1] * (FEW - 2)


@ON_SQLITE
async def test_it_rests_in_the_quiet_hours(town: Town, sandbox: RunningSandbox) -> None:
    """At 21:00 nobody else is written to, at 09:00 it goes on [G1] [G2]."""
    await settle_many(town, range(CROWD, CROWD + FEW))
    number, _ = await begin(town)
    town.clock.set_to(OPEN.replace(hour=16))
    assert await send(town, sandbox) == 0
    assert (await found(town, number)).state is AnnouncementState.SENDING
    town.clock.set_to(OPEN.replace(hour=4) + timedelta(days=1))
    await send_all(town, sandbox)
    assert (await report(town, number)).delivered == FEW


@ON_SQLITE
async def test_a_picture_is_uploaded_once(
    town: Town, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first person's message uploads it, all others have it by its id; so after a restart [G2]."""
    uploads, real = [], uploading.read_attachment

    async def counting(services: Services, attachment: Attachment) -> bytes:
        uploads.append(attachment.name)
        return await real(services, attachment)

    monkeypatch.setattr(announcing, "read_attachment", counting)
    await settle_many(town, range(CROWD, CROWD + FEW))
    someone = await writer(town, login="author")
    number = await write_announcement(town.services, someone, CAMPAIGN, WRITTEN)
    content = saved(halves(), "JPEG")
    await attach(town.services, someone, CAMPAIGN, number, content, "C:\\poster.jpg", version=1)
    await schedule(town.services, someone, CAMPAIGN, number, None, version=2)
    await send_all(town, sandbox)
    assert uploads == ["poster.jpg"]
    assert (await sandbox.crowd_report())["reached"] == FEW
    assert (await sandbox.crowd_person(LAST))["last_text"].startswith("Жиналыс")


@ON_SQLITE
async def test_a_test_comes_to_oneself_in_both_languages(town: Town, sandbox: RunningSandbox) -> None:
    """Staff see the very message in kk and ru in their own account, and nobody else does [G2] [P6]."""
    someone = await writer(town, login="author")
    await link_account(town.services, await make_invitation(town.services, someone), CROWD)
    number = await write_announcement(town.services, someone, CAMPAIGN, WRITTEN)
    await send_test(town.services, someone, CAMPAIGN, number)
    await send(town, sandbox)
    crowd = await sandbox.crowd_report()
    assert (crowd["reached"], crowd["messages"]) == (1, 2)
    assert (await sandbox.crowd_person(CROWD))["last_text"].startswith("Собрание")
    assert await send(town, sandbox) == 0
    assert (await sandbox.crowd_report())["messages"] == 2


async def test_two_workers_share_it(town: Town, sandbox: RunningSandbox) -> None:
    """Several workers at once send to everybody once between them [G2] [G3]."""
    await settle_many(town, range(CROWD, CROWD + MANY))
    number = await due(town)
    for _ in range(6):
        await asyncio.gather(*(send(town, sandbox) for _ in range(3)))
        if not await delivery.list_running(town.services):
            break
    crowd = await sandbox.crowd_report()
    assert (crowd["reached"], crowd["repeated"]) == (MANY, 0)
    assert (await report(town, number)).delivered == MANY
