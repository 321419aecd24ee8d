"""The observer's desk: cases and reports, what he notes of them, what a person is told (E10)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.concern import Case, CaseState, CodeListCount, Report, SheetCount
from core.model.language import Text
from core.model.refusals import Refusal, Verdict, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.concern import closing_verdict, note_verdict, reader_verdict
from core.rules.permissions import OfficeAct
from core.rules.wording import reason_reasons
from core.store import concern as store
from core.store import concern_counts, outbox
from core.usecases.notice.kinds import NoticeKind
from core.usecases.office.permission import log_act, require_right
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerns:
    """What the observer's page shows, the newest first; lists of codes and sheets in their order."""

    rulebook: Rulebook
    cases: Sequence[Case]
    reports: Sequence[Report]
    code_lists: Sequence[CodeListCount]
    sheets: Sequence[SheetCount]


async def list_concerns(services: Services, actor: Actor, campaign_id: CampaignId) -> Concerns:
    """Return cases, reports and counts per clerk, list of codes and sheet.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage`` or ``cases-of-clerk``.
    """
    async with services.database.read() as connection:
        rulebook = await _require_reader(services, connection, actor, campaign_id)
        return Concerns(
            rulebook=rulebook,
            cases=await store.list_cases(connection, campaign_id),
            reports=await store.list_reports(connection, campaign_id),
            code_lists=await concern_counts.count_code_lists(connection, campaign_id),
            sheets=await concern_counts.count_sheets(connection, campaign_id),
        )


async def get_case(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> Case:
    """Return a case; raise as ``list_concerns``, and ``case-unknown``."""
    async with services.database.read() as connection:
        await _require_reader(services, connection, actor, campaign_id)
        return await _require_case(connection, campaign_id, number)


async def get_report(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> Report:
    """Return a report; raise as ``list_concerns``, and ``case-unknown``."""
    async with services.database.read() as connection:
        await _require_reader(services, connection, actor, campaign_id)
        return await _require_report(connection, campaign_id, number)


async def export_reports(services: Services, actor: Actor, campaign_id: CampaignId) -> Sequence[Report]:
    """Return the reports for a file that the observer hands to the outside contacts; logged (L2).

    Raises:
        RuleViolation: as ``list_concerns``.
    """
    async with services.database.write() as connection:
        await _require_reader(services, connection, actor, campaign_id)
        reports = await store.list_reports(connection, campaign_id)
        # How many is all that the log says: it is read by others than the observer.
        await log_act(services, connection, actor, campaign_id, "export-reports", str(len(reports)))
    return reports


async def note_case(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, note: str
) -> None:
    """Write down that a case was looked at, and a note for the observer himself (E10).

    Raises:
        RuleViolation: as ``get_case``; ``text-too-long``, ``text-holds-iin``, ``case-closed``.
    """
    async with services.database.write() as connection:
        await _require_reader(services, connection, actor, campaign_id, lock=True)
        case = await _require_case(connection, campaign_id, number)
        Verdict.of(closing_verdict(case.state, number), note_verdict(note)).enforce()
        values = {"state": CaseState.LOOKED.value, "note": note.strip()}
        await store.change_case(connection, campaign_id, number, **values)
        await log_act(services, connection, actor, campaign_id, "look-at-case", str(number))


async def close_case(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, answer: Text | None
) -> None:
    """Close a case with the words that its person is told, in both languages; once (E10, P7).

    Raises:
        RuleViolation: as ``get_case``; ``reason-missing``, ``text-too-long``, ``text-holds-iin``,
            ``case-closed``.
    """
    async with services.database.write() as connection:
        await _require_reader(services, connection, actor, campaign_id, lock=True)
        case = await _require_case(connection, campaign_id, number)
        words = Verdict(reasons=tuple(reason_reasons(answer)))
        Verdict.of(closing_verdict(case.state, number), words).enforce()
        if answer is None:
            raise refuse(Refusal.REASON_MISSING)
        values = {"state": CaseState.CLOSED.value, "answer_kk": answer.kk, "answer_ru": answer.ru}
        await store.change_case(connection, campaign_id, number, **values)
        await _tell(services, connection, campaign_id, number)
        await log_act(services, connection, actor, campaign_id, "close-case", str(number))


async def _tell(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> None:
    account_id = await store.get_account(connection, campaign_id, number)
    if account_id is None:
        return
    await outbox.write_notice(
        connection,
        campaign_id,
        notice_id=f"{NoticeKind.CASE_CLOSED.value}:{campaign_id.campaign}:{number}",
        account_id=account_id,
        kind=NoticeKind.CASE_CLOSED.value,
        facts={"case": number},
        due_at=services.clock.now(),
    )


async def note_report(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, note: str, *, is_done: bool
) -> None:
    """Write down that a report was looked at, a note, and whether the observer has done with it (E9).

    Raises:
        RuleViolation: as ``get_report``; ``text-too-long``, ``text-holds-iin``.
    """
    async with services.database.write() as connection:
        await _require_reader(services, connection, actor, campaign_id, lock=True)
        await _require_report(connection, campaign_id, number)
        note_verdict(note).enforce()
        state = CaseState.CLOSED if is_done else CaseState.LOOKED
        await store.change_report(connection, campaign_id, number, state=state.value, note=note.strip())
        await log_act(services, connection, actor, campaign_id, "look-at-report", str(number))


async def get_closed(services: Services, campaign_id: CampaignId, number: int) -> tuple[Case, Rulebook]:
    """Return a case for the notice that tells its answer; raise ``case-unknown`` where it is gone."""
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        return await _require_case(connection, campaign_id, number), rulebook


async def _require_reader(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    *,
    lock: bool = False,
) -> Rulebook:
    rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_CASES, lock=lock)
    reader_verdict(actor).enforce()
    return rulebook


async def _require_case(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Case:
    case = await store.get_case(connection, campaign_id, number)
    if case is None:
        raise refuse(Refusal.CASE_UNKNOWN, number=number)
    return case


async def _require_report(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Report:
    report = await store.get_report(connection, campaign_id, number)
    if report is None:
        raise refuse(Refusal.CASE_UNKNOWN, number=number)
    return report
