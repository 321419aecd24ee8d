"""Buttons that are tapped twice, or after what they were about has changed: no more goes than was meant."""

import asyncio
from decimal import Decimal

from core.model.proposal import Estimate, EstimateLine, Step
from sandbox.client import View
from tests.bot.proposal.author import KK, Writer, photo, without, writing
from tests.bot.residents import Street
from tests.bot.walking import kazakh
from tests.support.front import Front

LAMP = EstimateLine(item="Шам", quantity=Decimal(2), price=32_000)
CABLE = EstimateLine(item="Кабель", quantity=Decimal(300), price=3_500)


async def tap_twice(writer: Writer, label: str) -> View:
    """Tap a button twice before the bot has answered the first tap."""
    view = await writer.person.chat()
    message_id = view.messages[-1]["message_id"]
    await asyncio.gather(*(writer.person.tap(label, message_id, wait=False) for _ in range(2)))
    await writer.person.send("/propose")
    return await writer.person.chat()


async def test_a_picture_taken_out_by_two_taps(street: Street, front: Front) -> None:
    """A double tap takes the one picture that it was about [B2] [P5]."""
    del front
    writer = await writing(street, step=Step.PICTURES)
    for number in range(3):
        await writer.person.send_photo(photo(number))
    kept = (await writer.contents()).pictures
    await writer.person.tap(KK("button-proposal-picture", place=1))
    await tap_twice(writer, KK("button-proposal-drop-picture"))
    assert (await writer.contents()).pictures == kept[1:]


async def test_a_line_taken_out_by_two_taps(street: Street, front: Front) -> None:
    """A double tap takes one line, of two that are alike, too [B2] [P5]."""
    del front
    contents = without(estimate=Estimate(lines=(LAMP, LAMP, CABLE)))
    writer = await writing(street, contents, step=Step.ESTIMATE)
    await tap_twice(writer, KK("button-proposal-drop-line", place=1))
    assert (await writer.contents()).estimate.lines == (LAMP, CABLE)


async def test_an_old_sum_and_later_lines(street: Street) -> None:
    """A sum that was read back before there were lines asks anew instead of wiping them out [B3]."""
    async with street.open_bot():
        writer = await writing(street, without(estimate=Estimate()), step=Step.ESTIMATE)
        await writer.person.send("2 млн")
    await writer.person.send("Кабель 300 дана × 3 500", wait=False)
    await writer.person.tap(KK("button-proposal-sum-yes"), wait=False)
    async with street.open_bot():
        await writer.person.wait_for(kazakh("proposal-sum-read", typed=2_000_000, count=1))
        assert (await writer.contents()).estimate.cost == 1_050_000
        await writer.person.tap(KK("button-proposal-sum-yes"))
        assert (await writer.contents()).estimate == Estimate(typed=2_000_000)
