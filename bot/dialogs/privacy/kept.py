"""What is kept of a person as sentences that people understand (M1, M2).

Separate from the getters, because every kept fact has its sentence and a missing one is silent.
"""

from collections.abc import Iterator
from datetime import timedelta

from core.language.locales import Words
from core.language.markup import Safe
from core.model.person import Verification
from core.model.stage import Stage
from core.model.vote import Channel
from core.rulebook.model import Rulebook
from core.rules.stages import last_day
from core.usecases.privacy.mydata import KeptData, TookPart

CHANNEL_TEXTS = tuple(f"data-channel-{channel}" for channel in Channel)
WAY_TEXTS = tuple(f"data-way-{way}" for way in Verification)


def data_text(words: Words, kept: KeptData, rulebook: Rulebook | None) -> str:
    """Return everything that is kept, a line a fact, and what is not kept at all."""
    lines = [
        *_account(words, kept),
        *_place(words, kept, rulebook),
        *_verification(words, kept),
        *(_vote(words, part) for part in kept.took_part),
    ]
    return Safe("\n\n".join([words("data-heading"), Safe("\n".join(lines)), words("data-not-kept")]))


def forgetting_text(words: Words, rulebook: Rulebook | None) -> str:
    """Return the question before the erasure: what goes, and what must stay, how long and why."""
    stays = retention_lines(words, rulebook) if rulebook is not None else []
    return Safe("\n\n".join([words("forget-question"), *stays]))


def retention_lines(words: Words, rulebook: Rulebook) -> list[str]:
    """Return what must stay by the rulebook, until which day and why (M2)."""
    window = rulebook.window(Stage.VOTING)
    if window is None:
        return []
    roll, register = rulebook.retention.get("roll_days"), rulebook.retention.get("register_days")
    lines = []
    if roll is not None:
        until = last_day(window) + timedelta(days=roll.value)
        lines.append(words("retention-roll", until=until, days=roll.value))
    if register is not None:
        until = last_day(window) + timedelta(days=register.value)
        lines.append(words("retention-register", until=until, days=register.value))
    return lines


def _account(words: Words, kept: KeptData) -> Iterator[str]:
    yield words("data-account", account=str(kept.account_id), since=kept.first_seen_at)
    if kept.language is not None:
        yield words("data-language", language=kept.language)
    yield words("data-notices", is_stopped=kept.is_stopped)


def _place(words: Words, kept: KeptData, rulebook: Rulebook | None) -> Iterator[str]:
    if rulebook is not None and kept.territory is not None and kept.territory in rulebook.territories.nodes:
        yield words("data-place", territory=rulebook.territories.require(kept.territory))
    if kept.filters:
        yield words("data-filters", count=len(kept.filters))


def _verification(words: Words, kept: KeptData) -> Iterator[str]:
    for consent in kept.consents:
        yield words("data-consent", given_at=consent.given_at)
    for linked_at in kept.phones_linked:
        yield words("data-phone", linked_at=linked_at)
    for used_at in kept.codes_used:
        yield words("data-code", used_at=used_at)
    if kept.wrong_codes:
        yield words("data-wrong-codes", count=kept.wrong_codes)


def _vote(words: Words, part: TookPart) -> str:
    return words(
        "data-vote",
        day=part.day,
        channel=words(f"data-channel-{part.channel.value}"),
        way=words(f"data-way-{part.verification.value}"),
    )
