"""What is kept of a person as sentences that people understand (M1, M2).

Separate from the getters, because every kept fact has its sentence and a missing one is silent.
"""

from collections.abc import Iterator, Sequence

from bot.dialogs.titles import own_title
from core.language.locales import Words
from core.language.markup import Safe, plain
from core.language.shortening import shortened
from core.model.person import Verification
from core.model.proposal import Channel as ProposalChannel
from core.model.reminder import ReminderManner
from core.model.vote import Channel
from core.rulebook.model import Rulebook
from core.rules.retention import PROPOSALS, REGISTER, ROLL, kept_until
from core.usecases.privacy.mydata import KeptData, TookPart
from core.usecases.privacy.proposals import KeptProposals

CHANNEL_TEXTS = tuple(f"data-channel-{channel}" for channel in Channel)
WAY_TEXTS = tuple(f"data-way-{way}" for way in Verification)


_TITLE_LENGTH = 60
_LINES_LENGTH = 1_000
"""Characters of facts that a phone shows; the file beside them has them all."""


def data_text(words: Words, kept: KeptData, rulebook: Rulebook | None) -> str:
    """Return everything that is kept, a line a fact, and what is not kept at all."""
    lines = [
        *_account(words, kept),
        *_place(words, kept, rulebook),
        *_verification(words, kept),
        *_proposals(words, kept.proposals),
        *_talk(words, kept.proposals),
        *(_vote(words, part) for part in kept.took_part),
        *(words("data-case", number=case.number, opened=case.opened) for case in kept.cases),
    ]
    has_author = any(item.name or item.phone for item in kept.proposals.proposals)
    not_kept = words("data-not-kept", has_author=has_author or bool(kept.proposals.drafts))
    return Safe("\n\n".join([words("data-heading"), Safe("\n".join(_fitting(words, lines))), not_kept]))


def _fitting(words: Words, lines: Sequence[str]) -> Iterator[str]:
    """Yield as many lines as fit, and how many more facts stand in the file."""
    room = _LINES_LENGTH
    for place, line in enumerate(lines):
        room -= len(plain(line))
        if room < 0:
            yield words("data-more", count=len(lines) - place)
            return
        yield line


def forgetting_text(words: Words, kept: KeptData | None, rulebook: Rulebook | None) -> str:
    """Return the question before the erasure: what goes, and what must stay, how long and why."""
    stays = retention_lines(words, rulebook) if rulebook is not None else []
    if kept is not None and any(item.is_by_slip for item in kept.proposals.proposals):
        stays.append(words("forget-slips"))
    if kept is not None and rulebook is not None:
        stays += _staying_proposals(words, kept.proposals, rulebook)
    return Safe("\n\n".join([words("forget-question"), *stays]))


def _staying_proposals(words: Words, kept: KeptProposals, rulebook: Rulebook) -> Iterator[str]:
    numbers = tuple(item.number for item in kept.proposals if item.must_stay)
    until = kept_until(rulebook, PROPOSALS)
    if not numbers or until is None:
        return
    listed = tuple(words("data-number", number=number) for number in numbers)
    days = rulebook.retention[PROPOSALS].value
    yield words("retention-proposals", numbers=listed, until=until, days=days)


def retention_lines(words: Words, rulebook: Rulebook) -> list[str]:
    """Return what must stay by the rulebook, until which day and why (M2)."""
    lines = []
    roll, register = kept_until(rulebook, ROLL), kept_until(rulebook, REGISTER)
    if roll is not None:
        lines.append(words("retention-roll", until=roll, days=rulebook.retention[ROLL].value))
    if register is not None:
        days = rulebook.retention[REGISTER].value
        lines.append(words("retention-register", until=register, days=days))
    return lines


def _account(words: Words, kept: KeptData) -> Iterator[str]:
    yield words("data-account", account=str(kept.account_id), since=kept.first_seen_at)
    if kept.language is not None:
        yield words("data-language", language=kept.language)
    yield words("data-notices", is_stopped=kept.is_stopped)
    if kept.reminders is not ReminderManner.EACH:
        yield words("data-reminders", manner=kept.reminders)
    if kept.is_unannounced:
        yield words("data-unannounced")
    if kept.is_of_staff:
        yield words("data-staff")


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


def _proposals(words: Words, kept: KeptProposals) -> Iterator[str]:
    for draft in kept.drafts:
        title = shortened(draft.title, _TITLE_LENGTH) if draft.title else words("data-draft-untitled")
        yield words("data-draft", title=title, touched_at=draft.touched_at)
    for item in kept.proposals:
        title = own_title(words, item.title, _TITLE_LENGTH)
        yield words("data-proposal", number=item.number, title=title, status=item.status)
        if item.is_co_author:
            yield words("data-co-author")
        elif item.name or item.phone:
            yield words(
                "data-author",
                name=item.name or "",
                phone=item.phone or "",
                is_public=item.is_name_public,
                version=item.agreed_version or 0,
            )
        if item.is_by_slip:
            yield words("data-by-slip")
        elif item.channel is ProposalChannel.PAPER:
            yield words("data-on-paper")
        if item.papers:
            yield words("data-papers", count=item.papers)
        if item.appeal is not None:
            yield words("data-appeal", filed_at=item.appeal.filed_at)


def _talk(words: Words, kept: KeptProposals) -> Iterator[str]:
    if kept.supported:
        yield words("data-supported", count=len(kept.supported))
    if kept.questions:
        yield words("data-questions", count=len(kept.questions))
    if kept.answers:
        yield words("data-answers", count=len(kept.answers))
    if kept.offers:
        yield words("data-offers", count=len(kept.offers))
    if kept.followed:
        yield words("data-followed", count=len(kept.followed))
    if kept.of_others:
        yield words("data-of-others", count=kept.of_others)


def _vote(words: Words, part: TookPart) -> str:
    return words(
        "data-vote",
        day=part.day,
        channel=words(f"data-channel-{part.channel.value}"),
        way=words(f"data-way-{part.verification.value}" if part.verification else "data-way-sheet"),
    )
