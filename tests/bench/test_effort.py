"""Counting what a proposal costs: each kind of act once, and nothing after the number."""

import pytest

from bench import effort
from bench.effort import Effort
from core.model.language import Language

CONVERSATION = """#1 Somebody:
    /start

#2 bot:
    Home

    Now: intake.
    [ Propose ]

(Somebody taps [ Propose ] under #2)

#2 bot edits to:
    Title?

#3 Somebody:
    A bench
    by the road

(alert: Kept.)

#4 Somebody:
    <photo 640x480 of an album>
    Here

#5 Somebody:
    <photo 640x480 of an album>

#6 bot:
    Press the key

keyboard:
    [ Share ]

#7 Somebody:
    <contact 77000000000 Somebody>

(bot deletes #6)

#8 Somebody:
    <location 50.411100,80.227500>

#9 bot:
    Number: 44

(Somebody taps [ Home ] under #9)
"""


def test_each_act_is_counted_until_the_number() -> None:
    """Commands, contacts and locations are taps; a caption is typed; the way home is no cost [P5]."""
    counted = effort.count(CONVERSATION, "Number: ")
    assert counted == Effort(taps=4, typed_messages=2, characters=len("A bench\nby the road") + 4, pictures=2)
    assert counted.presses == 8


def test_a_conversation_without_a_number_is_no_measure() -> None:
    """Whoever gave up is not counted as somebody who was quick [P5]."""
    with pytest.raises(ValueError, match="never"):
        effort.count(CONVERSATION, "Receipt")


def test_one_message_is_the_shortest_way() -> None:
    """In both languages every way is counted, one message beats a model, a model beats nothing [B5] [B8]."""
    presses = {line.name: line.value for line in effort.lines()}
    for language in Language:
        ways = [presses[f"effort_{way}_{language}"] for way in ("message", "model", "scratch", "detours")]
        assert ways == sorted(ways)
    assert len(presses) == len(effort.WAYS) * len(Language)
