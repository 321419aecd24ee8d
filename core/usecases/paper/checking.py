"""What stands against an application on paper, all at once, as intake says of one in the bot (B3, B9)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.law.zone import last_date_before, local_date
from core.model.campaign import CampaignId
from core.model.paper import PaperDraft
from core.model.proposal import ProposalStatus, Step
from core.model.refusals import Reason, Refusal, Verdict
from core.model.staff import Actor
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.paper import PaperFault, PaperRead, Trouble, read_paper, received_at
from core.rules.proposal import Similar, Warned, check_proposal
from core.rules.steps import territory_of
from core.store import proposal as proposals
from core.store import proposal_history
from core.usecases.office.permission import log_access
from core.usecases.paper.filling import require_paper
from core.usecases.proposal.checking import intake_facts
from core.usecases.proposal.consent import AUTHOR_CONSENT_VERSION
from core.usecases.services import Services

VIEW_AUTHOR = "author"
"""How the log of looks at personal data calls a rework at the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCheck:
    """What was typed, how it was understood, and what the rules say of it.

    ``at`` is the instant at which it counts as submitted. ``troubles`` are the form's own, ``missing`` what
    nobody answered, ``reasons`` what stands against it.
    """

    rulebook: Rulebook
    draft: PaperDraft
    read: PaperRead
    at: datetime
    troubles: tuple[Trouble, ...]
    missing: tuple[Step, ...]
    reasons: tuple[Reason, ...]
    warnings: tuple[Warned, ...]
    similar: tuple[Similar, ...]

    @property
    def can_be_entered(self) -> bool:
        """Say whether everything is there and nothing stands against it; warnings don't."""
        return not (self.troubles or self.missing or self.reasons)


async def check_paper(services: Services, actor: Actor, campaign_id: CampaignId, draft_id: str) -> PaperCheck:
    """Return what the clerk has typed with everything that the rules say of it; raise ``draft-unknown``.

    A rework holds what its author said before: each look at it is logged before it is shown (L1, L2).
    """
    async with services.database.read() as connection:
        facts = services, connection, actor, campaign_id, draft_id
        rulebook, draft = await require_paper(*facts, is_kept=False)
        found = await check(services, connection, rulebook, draft)
    if draft.number is not None and not draft.is_entered:
        async with services.database.write() as connection:
            await log_access(services, connection, actor, campaign_id, VIEW_AUTHOR, str(draft.number))
    return found


async def check(
    services: Services,
    connection: AsyncConnection,
    rulebook: Rulebook,
    draft: PaperDraft,
    *,
    looks_for_similar: bool = True,
) -> PaperCheck:
    """Return the same inside a transaction."""
    now = services.clock.now()
    read = read_paper(rulebook, draft.typed, draft.pictures, AUTHOR_CONSENT_VERSION, local_date(now))
    facts = await intake_facts(
        services,
        connection,
        draft.campaign_id,
        author=draft.person_key,
        number=draft.number,
        language=read.contents.language if looks_for_similar else None,
    )
    term = await _find_term(connection, rulebook, draft, read)
    at = received_at(read.received_on, now, term.closes) if read.received_on is not None else now
    found = check_proposal(rulebook, read.contents, facts, min(at, now))
    return PaperCheck(
        rulebook=rulebook,
        draft=draft,
        read=read,
        at=min(at, now),
        troubles=(*read.troubles, *_early(term, read), *_nameless(draft)),
        missing=tuple(_still_missing(found.missing, read.troubles)),
        reasons=(*_late(term, at), *_known_reasons(draft, found.verdict)),
        warnings=found.warnings,
        similar=found.similar,
    )


def _nameless(draft: PaperDraft) -> Iterator[Trouble]:
    if draft.person_key is None:
        yield Trouble(fault=PaperFault.IIN_MISSING)


def _known_reasons(draft: PaperDraft, verdict: Verdict) -> Iterator[Reason]:
    """Yield what stands against it; who has given no IIN yet is not told besides that nobody knows him."""
    for each in verdict.reasons:
        if draft.person_key is not None or each.refusal is not Refusal.AUTHOR_NOT_VERIFIED:
            yield each


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """Until when (half-open) the desk takes it; ``returned_on`` is the first day of a rework's term."""

    closes: datetime | None
    returned_on: date | None = None


async def _find_term(
    connection: AsyncConnection, rulebook: Rulebook, draft: PaperDraft, read: PaperRead
) -> _Term:
    if draft.number is None:
        where = territory_of(rulebook, read.contents)
        window = rulebook.window(Stage.INTAKE, where if where in rulebook.territories.nodes else None)
        return _Term(closes=window.closes if window is not None else None)
    proposal = await proposals.get_proposal(connection, draft.campaign_id, draft.number)
    events = await proposal_history.list_events(connection, draft.campaign_id, draft.number)
    returned = [row["at"] for row in events if row["status"] == ProposalStatus.RETURNED.value]
    return _Term(
        closes=proposal.due_at if proposal is not None else None,
        returned_on=local_date(returned[-1]) if returned else None,
    )


def _early(term: _Term, read: PaperRead) -> Iterator[Trouble]:
    first, day = term.returned_on, read.received_on
    if first is not None and day is not None and day < first:
        yield Trouble(fault=PaperFault.RECEIVED_BEFORE, facts={"day": first})


def _late(term: _Term, at: datetime) -> Iterator[Reason]:
    """Refuse a rework whose day lies behind its term; of an intake `check_proposal` says it (B6)."""
    if term.returned_on is not None and term.closes is not None and at >= term.closes:
        facts = {"last_day": last_date_before(term.closes)}
        yield Reason(refusal=Refusal.REWORK_TOO_LATE, facts=facts)


def _still_missing(missing: Iterable[Step], troubles: Iterable[Trouble]) -> Iterable[Step]:
    """Leave out what was typed and not understood: that is said by its own fault."""
    said = {step for trouble in troubles for step in _STEPS.get(trouble.fault, ())}
    return (step for step in missing if step not in said)


_STEPS = {
    PaperFault.SUM_UNREADABLE: (Step.ESTIMATE,),
    PaperFault.LINES_UNREADABLE: (Step.ESTIMATE,),
    PaperFault.NAME_UNREADABLE: (Step.AUTHOR,),
    PaperFault.PHONE_UNREADABLE: (Step.AUTHOR,),
}
