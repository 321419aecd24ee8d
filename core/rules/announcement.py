"""What an announcement has to be, when it may go out, and who decides that it does (G2)."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from core.model.announcement import Announcement, AnnouncementState, AnnouncementStep, Doubt, Written
from core.model.language import Language
from core.model.refusals import Reason, Refusal, Verdict
from core.rulebook.model import Rulebook
from core.rules.announcement_text import length_of, most_length, wrong_link
from core.rules.iin import contains_iin
from core.rules.reminders import is_quiet, next_daytime

LEAST_AUDIENCE = 20
"""Fewer people are neither written to nor counted: an audience is no way to ask about somebody (G2)."""

_SHOWN_STEP = 10

LATEST = timedelta(hours=24)
"""What is later than this, after a time in which nothing ran, waits for somebody to look at it."""

TRIAL = 20
"""So many people get an announcement first; what becomes of them says whether the others do."""

_MOST_FAILED_OF_TRIAL = 6
"""More than 30 % of them; whoever has blocked the bot is no fault of the announcement."""

MOST_REFUSED = 3
"""After so many refusals of its text or file in a row, in one language, it is paused."""

MOST_ATTEMPTS = 3
"""How often a message is tried that the messenger or the line has failed to take."""

_STATES: Mapping[AnnouncementStep, frozenset[AnnouncementState]] = MappingProxyType(
    {
        AnnouncementStep.CHANGE: frozenset(
            {AnnouncementState.DRAFT, AnnouncementState.WAITING, AnnouncementState.SCHEDULED}
        ),
        AnnouncementStep.SCHEDULE: frozenset(
            {AnnouncementState.DRAFT, AnnouncementState.WAITING, AnnouncementState.SCHEDULED}
        ),
        AnnouncementStep.APPROVE: frozenset({AnnouncementState.WAITING}),
        AnnouncementStep.PAUSE: frozenset({AnnouncementState.SCHEDULED, AnnouncementState.SENDING}),
        AnnouncementStep.RESUME: frozenset({AnnouncementState.PAUSED}),
        AnnouncementStep.CANCEL: frozenset(state for state in AnnouncementState if not state.is_over),
    }
)


def steps_of(announcement: Announcement) -> frozenset[AnnouncementStep]:
    """Return what may be done with it in its state.

    Before it has begun a paused one may be changed too: nobody has got it yet.
    """
    found = {step for step, states in _STATES.items() if announcement.state in states}
    if announcement.state is AnnouncementState.PAUSED and announcement.begun_at is None:
        found |= {AnnouncementStep.CHANGE, AnnouncementStep.SCHEDULE}
    return frozenset(found)


def step_verdict(announcement: Announcement, step: AnnouncementStep) -> Verdict:
    """Say whether the step may be done. Refusal: ``announcement-state`` with the ``state``."""
    if step in steps_of(announcement):
        return Verdict()
    facts = {"state": announcement.state.value}
    return Verdict(reasons=(Reason(refusal=Refusal.ANNOUNCEMENT_STATE, facts=facts),))


def written_verdict(written: Written, rulebook: Rulebook, *, has_file: bool) -> Verdict:
    """Say whether what was typed may be kept (G2, P6).

    Refusals, all at once: ``announcement-text-missing``, ``announcement-text-long``, ``announcement-link``,
    each with its ``language``; ``text-holds-iin``; ``territory-unknown``.
    """
    return Verdict(reasons=tuple(_faults(written, rulebook, has_file=has_file)))


def _faults(written: Written, rulebook: Rulebook, *, has_file: bool) -> Iterator[Reason]:
    most = most_length(has_file=has_file)
    for language in Language:
        text = written.text.in_language(language)
        facts: dict[str, object] = {"language": language.value}
        if not text.strip():
            yield Reason(refusal=Refusal.ANNOUNCEMENT_TEXT_MISSING, facts=facts)
        if (length := length_of(text)) > most:
            long = {**facts, "length": length, "most": most}
            yield Reason(refusal=Refusal.ANNOUNCEMENT_TEXT_LONG, facts=long)
        if (link := wrong_link(text)) is not None:
            yield Reason(refusal=Refusal.ANNOUNCEMENT_LINK, facts={**facts, "link": link[:80]})
    if any(contains_iin(written.text.in_language(language)) for language in Language):
        yield Reason(refusal=Refusal.TEXT_HOLDS_IIN)
    territory = written.audience.territory
    if territory is not None and territory not in rulebook.territories.nodes:
        yield Reason(refusal=Refusal.TERRITORY_UNKNOWN)


def size_verdict(size: int) -> Verdict:
    """Say whether the audience is large enough. Refusal: ``announcement-small`` with the ``least``."""
    if size >= LEAST_AUDIENCE:
        return Verdict()
    return Verdict(reasons=(Reason(refusal=Refusal.ANNOUNCEMENT_SMALL, facts={"least": LEAST_AUDIENCE}),))


def rest_verdict(rest: int) -> Verdict:
    """Say whether those on the other side of «took part or not» are nobody or enough people (G2).

    ``rest`` is how many people of the same territory, language and role are left out by that question.
    Refusal: ``announcement-rest-small`` with the ``least``.
    """
    if not rest or rest >= LEAST_AUDIENCE:
        return Verdict()
    facts = {"least": LEAST_AUDIENCE}
    return Verdict(reasons=(Reason(refusal=Refusal.ANNOUNCEMENT_REST_SMALL, facts=facts),))


def shown_size(size: int) -> int:
    """Return what is told of a count: whole tens, as an exact one gives small ones by subtraction (G2)."""
    return size - size % _SHOWN_STEP


def hour_verdict(at: datetime | None, now: datetime) -> Verdict:
    """Say whether it may begin at ``at``, or at once where that is ``None`` (G1, G2).

    Refusals: ``announcement-past``; ``announcement-quiet`` with ``until``, the end of the quiet hours.
    """
    begins = at if at is not None else now
    if begins < now:
        return Verdict(reasons=(Reason(refusal=Refusal.ANNOUNCEMENT_PAST),))
    if is_quiet(begins):
        facts = {"until": next_daytime(begins)}
        return Verdict(reasons=(Reason(refusal=Refusal.ANNOUNCEMENT_QUIET, facts=facts),))
    return Verdict()


def approval_verdict(announcement: Announcement, now: datetime) -> Verdict:
    """Say whether its hour has not passed meanwhile. Refusal: ``announcement-late``."""
    if announcement.scheduled_at is not None and announcement.scheduled_at < now:
        return Verdict(reasons=(Reason(refusal=Refusal.ANNOUNCEMENT_LATE),))
    return Verdict()


def needs_approval(size: int, alone_most: int) -> bool:
    """Say whether a second person has to approve it: for more people than one may write to alone (G2)."""
    return size > alone_most


def is_trial_failed(failed: int) -> bool:
    """Say whether the others are spared: ``failed`` of the first people were failures or unknown."""
    return failed > _MOST_FAILED_OF_TRIAL


def is_late(scheduled_at: datetime, now: datetime) -> bool:
    """Say whether it should have begun so long ago that it might be wrong today."""
    return now - scheduled_at > LATEST


def may_repeat(doubt: Doubt, *, is_repeated: bool) -> bool:
    """Say whether a message that may have arrived is sent once more (G2)."""
    return doubt is Doubt.REPEAT and not is_repeated
