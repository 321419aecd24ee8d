"""The vote on a phone that several people use in turn: nothing of one reaches the other (E2)."""

from tests.bot.residents import AIGUL, DANA, Street
from tests.bot.voting.booth import COUNTED, KK, TITLE, YES, ask, votes
from tests.support.front import Front
from tests.support.town import Town


async def test_a_button_left_over_from_somebody_else(street: Street, town: Town, front: Front) -> None:
    """Handed on, the phone's old confirmation counts for nobody, and the question leaves the screen [E2]."""
    del front
    await town.issue(2, 3)
    await town.settle(DANA)
    dana = await street.settled(DANA)
    await town.by_code(DANA, 2)
    old = (await ask(dana)).last["message_id"]
    await town.by_code(DANA, 3)
    view = await dana.tap(YES, old)
    assert "алдыңғы адамға арналған еді" in view.answer + view.text
    assert TITLE not in next(each["text"] for each in view.messages if each["message_id"] == old)
    assert await votes(town) == (0, 0)
    await ask(dana)
    assert (await dana.tap(YES)).text.startswith(COUNTED)


async def test_a_session_that_ran_out_before_yes(street: Street, town: Town, front: Front) -> None:
    """Fifteen minutes later the confirmation counts for nobody [E2]."""
    del front
    await town.issue(2)
    await town.settle(DANA)
    dana = await street.settled(DANA)
    await town.by_code(DANA, 2)
    await ask(dana)
    town.wait(minutes=15)
    view = await dana.tap(YES)
    assert "алдыңғы адамға арналған еді" in view.answer + view.text
    assert await votes(town) == (0, 0)


async def test_a_receipt_is_put_away_on_a_shared_phone(street: Street, town: Town, front: Front) -> None:
    """The session of a code ends with the receipt, which one press takes off the screen [E2] [E5]."""
    del front
    await town.issue(2)
    await town.settle(DANA)
    dana = await street.settled(DANA)
    await town.by_code(DANA, 2)
    await ask(dana)
    view = await dana.tap(YES)
    assert view.labels == [KK("button-voting-put-away")]
    view = await dana.tap(KK("button-voting-put-away"))
    assert not any("Бақылау нөмірі:" in each["text"] for each in view.messages)
    assert "Алдымен" not in view.text
    assert "растаңыз" in (await dana.send("/myvote")).text


async def test_a_receipt_seen_again_is_put_away_too(street: Street, town: Town, front: Front) -> None:
    """Whoever voted elsewhere and comes with a code sees the receipt and takes it off again [E2] [E5]."""
    del front
    await town.issue(0)
    aigul = await street.voter(AIGUL, 0)
    await ask(aigul)
    await aigul.tap(YES)
    await town.settle(DANA)
    dana = await street.settled(DANA)
    await town.by_code(DANA, 0)
    view = await ask(dana, 4)
    assert COUNTED in view.text
    view = await dana.tap(KK("button-voting-put-away"))
    assert COUNTED not in view.text


async def test_a_receipt_asked_for_by_a_command_is_put_away(street: Street, town: Town, front: Front) -> None:
    """/myvote in the session of a code shows the receipt once, and one press takes it off [E2] [E5]."""
    del front
    await town.issue(0)
    aigul = await street.voter(AIGUL, 0)
    await ask(aigul)
    await aigul.tap(YES)
    await town.settle(DANA)
    dana = await street.settled(DANA)
    await town.by_code(DANA, 0)
    assert (await dana.send("/myvote")).text.startswith(COUNTED)
    view = await dana.tap(KK("button-voting-put-away"))
    assert not any(COUNTED in each["text"] for each in view.messages)
    assert KK("button-voting-verify") in (await dana.send("/myvote")).labels
