"""Who at the akimat may do what in which stage: one table, role x stage x act (L1)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from core.model.refusals import Reason, Refusal, Verdict
from core.model.staff import Actor, Role
from core.model.stage import Stage
from core.rulebook.model import Rulebook


class OfficeAct(StrEnum):
    """What is done in the office."""

    VIEW_PROPOSALS = "view-proposals"
    VIEW_AUTHORS = "view-authors"
    CHECK_PROPOSAL = "check-proposal"
    RECORD_SITE_CHECK = "record-site-check"
    CHANGE_COST = "change-cost"
    RECORD_PAPERS = "record-papers"
    ENTER_PROPOSAL = "enter-proposal"
    REWORK_PROPOSAL = "rework-proposal"
    ISSUE_SLIP = "issue-slip"
    ISSUE_CODES = "issue-codes"
    TAKE_YARDS = "take-yards"
    VIEW_REGISTER = "view-register"
    STAGE_REGISTER = "stage-register"
    APPROVE_REGISTER = "approve-register"
    MODERATE = "moderate"
    APPOINT_COUNCIL = "appoint-council"
    KEEP_SITTINGS = "keep-sittings"
    VIEW_SITTINGS = "view-sittings"
    GIVE_OPINION = "give-opinion"
    PUBLISH_DECISIONS = "publish-decisions"
    MARK_EXCLUSIVE = "mark-exclusive"
    DECIDE_APPEAL = "decide-appeal"
    MAKE_KIT = "make-kit"
    VIEW_MONEY = "view-money"
    VIEW_FREEZE = "view-freeze"
    AMEND_RULES = "amend-rules"
    APPROVE_AMENDMENT = "approve-amendment"
    VIEW_SHEETS = "view-sheets"
    ENTER_SHEET = "enter-sheet"
    CONFIRM_SHEET = "confirm-sheet"
    SCAN_SLIPS = "scan-slips"
    VIEW_OPENING = "view-opening"
    OPEN_BOX = "open-box"
    IMPORT_ELSEWHERE = "import-elsewhere"
    APPROVE_ELSEWHERE = "approve-elsewhere"
    ASK_VOTE = "ask-vote"
    VIEW_CASES = "view-cases"
    KEEP_RESULTS = "keep-results"
    GIVE_RESULT_OPINION = "give-result-opinion"
    TRY_SETTINGS = "try-settings"
    VIEW_ANNOUNCEMENTS = "view-announcements"
    WRITE_ANNOUNCEMENT = "write-announcement"
    APPROVE_ANNOUNCEMENT = "approve-announcement"
    EXPORT = "export"
    MANAGE_STAFF = "manage-staff"
    VIEW_LOGS = "view-logs"


@dataclass(frozen=True, slots=True)
class Permission:
    """Which roles may do an act, and in which stages."""

    roles: frozenset[Role]
    stages: frozenset[Stage]


_ANY = frozenset(Stage)
_BEFORE_VOTING = frozenset({Stage.ANNOUNCEMENT, Stage.INTAKE, Stage.DISCUSSION, Stage.REVIEW, Stage.REWORK})
_UNTIL_VOTED = _BEFORE_VOTING | {Stage.VOTING}
_OF_PROPOSALS = _BEFORE_VOTING - {Stage.ANNOUNCEMENT}
# Paper is entered, boxes are opened and the other channel is counted after the last day too. What was late
# for the results is still done, or a territory stays uncounted; how far each is the use case asks (E8).
_AFTER_OPENING = frozenset({Stage.VOTING, Stage.RESULTS, Stage.IMPLEMENTATION, Stage.MONITORING})
_READERS = (Role.CLERK, Role.MODERATOR, Role.COUNCIL_MEMBER, Role.SECRETARY, Role.AKIM, Role.OBSERVER)


def _may(stages: frozenset[Stage], *roles: Role) -> Permission:
    return Permission(roles=frozenset(roles), stages=stages)


PERMISSIONS: Mapping[OfficeAct, Permission] = MappingProxyType(
    {
        OfficeAct.VIEW_PROPOSALS: _may(_ANY, *_READERS),
        # Names, telephones, papers and pictures as they came: only whoever speaks with the author (P1, L2).
        OfficeAct.VIEW_AUTHORS: _may(_ANY, Role.CLERK),
        OfficeAct.CHECK_PROPOSAL: _may(_OF_PROPOSALS, Role.CLERK),
        OfficeAct.RECORD_SITE_CHECK: _may(_OF_PROPOSALS, Role.CLERK),
        OfficeAct.CHANGE_COST: _may(_OF_PROPOSALS, Role.CLERK),
        OfficeAct.RECORD_PAPERS: _may(_OF_PROPOSALS, Role.CLERK),
        # What was received on the last evening is typed in later: its day has to lie in the intake (B9).
        OfficeAct.ENTER_PROPOSAL: _may(_OF_PROPOSALS, Role.CLERK),
        # What came on paper is mended and followed up at the desk too (B6, B9).
        OfficeAct.REWORK_PROPOSAL: _may(_OF_PROPOSALS, Role.CLERK),
        OfficeAct.ISSUE_SLIP: _may(_ANY, Role.CLERK),
        OfficeAct.ISSUE_CODES: _may(_UNTIL_VOTED, Role.CLERK),
        OfficeAct.TAKE_YARDS: _may(_BEFORE_VOTING, Role.CLERK),
        OfficeAct.VIEW_REGISTER: _may(_ANY, Role.CLERK, Role.SECRETARY, Role.AKIM),
        # Registration counts on the day of the opening: what comes later is an act of its own (E1).
        OfficeAct.STAGE_REGISTER: _may(_BEFORE_VOTING, Role.CLERK),
        OfficeAct.APPROVE_REGISTER: _may(_BEFORE_VOTING, Role.CLERK, Role.SECRETARY, Role.AKIM),
        OfficeAct.MODERATE: _may(_ANY, Role.MODERATOR),
        OfficeAct.APPOINT_COUNCIL: _may(_BEFORE_VOTING, Role.SECRETARY, Role.AKIM),
        OfficeAct.KEEP_SITTINGS: _may(_OF_PROPOSALS, Role.SECRETARY),
        OfficeAct.VIEW_SITTINGS: _may(_ANY, Role.SECRETARY, Role.COUNCIL_MEMBER, Role.AKIM, Role.OBSERVER),
        OfficeAct.GIVE_OPINION: _may(_OF_PROPOSALS, Role.COUNCIL_MEMBER),
        OfficeAct.PUBLISH_DECISIONS: _may(_OF_PROPOSALS, Role.SECRETARY),
        OfficeAct.MARK_EXCLUSIVE: _may(_OF_PROPOSALS, Role.SECRETARY),
        # An answer is owed even where the ballot has opened meanwhile; what may come of it the ballot says.
        OfficeAct.DECIDE_APPEAL: _may(
            _OF_PROPOSALS | {Stage.VOTING, Stage.RESULTS}, Role.CLERK, Role.COUNCIL_MEMBER, Role.AKIM
        ),
        OfficeAct.MAKE_KIT: _may(_ANY, Role.COMMUNICATIONS, Role.CLERK, Role.SECRETARY),
        OfficeAct.VIEW_MONEY: _may(
            _ANY, Role.CLERK, Role.COMMUNICATIONS, Role.SECRETARY, Role.AKIM, Role.OBSERVER
        ),
        OfficeAct.VIEW_FREEZE: _may(_ANY, Role.CLERK, Role.SECRETARY, Role.AKIM, Role.OBSERVER),
        OfficeAct.AMEND_RULES: _may(_ANY, Role.SECRETARY),
        OfficeAct.APPROVE_AMENDMENT: _may(_ANY, Role.SECRETARY, Role.AKIM),
        OfficeAct.VIEW_SHEETS: _may(_ANY, Role.CLERK, Role.SECRETARY, Role.OBSERVER),
        OfficeAct.ENTER_SHEET: _may(_AFTER_OPENING, Role.CLERK),
        # A second clerk types the same lines from the paper (E8).
        OfficeAct.CONFIRM_SHEET: _may(_AFTER_OPENING, Role.CLERK),
        OfficeAct.SCAN_SLIPS: _may(_AFTER_OPENING, Role.CLERK, Role.SECRETARY),
        OfficeAct.VIEW_OPENING: _may(_ANY, Role.CLERK, Role.SECRETARY, Role.AKIM, Role.OBSERVER),
        OfficeAct.OPEN_BOX: _may(_AFTER_OPENING, Role.SECRETARY, Role.AKIM),
        OfficeAct.IMPORT_ELSEWHERE: _may(_AFTER_OPENING, Role.CLERK),
        OfficeAct.APPROVE_ELSEWHERE: _may(_AFTER_OPENING, Role.SECRETARY, Role.AKIM),
        OfficeAct.ASK_VOTE: _may(_AFTER_OPENING, Role.CLERK),
        OfficeAct.VIEW_CASES: _may(_ANY, Role.OBSERVER),
        OfficeAct.KEEP_RESULTS: _may(_AFTER_OPENING, Role.SECRETARY),
        OfficeAct.GIVE_RESULT_OPINION: _may(_AFTER_OPENING, Role.COUNCIL_MEMBER),
        OfficeAct.TRY_SETTINGS: _may(_AFTER_OPENING, Role.CLERK, Role.SECRETARY, Role.AKIM, Role.OBSERVER),
        OfficeAct.VIEW_ANNOUNCEMENTS: _may(
            _ANY, Role.COMMUNICATIONS, Role.SECRETARY, Role.AKIM, Role.OBSERVER
        ),
        OfficeAct.WRITE_ANNOUNCEMENT: _may(_ANY, Role.COMMUNICATIONS),
        OfficeAct.APPROVE_ANNOUNCEMENT: _may(_ANY, Role.COMMUNICATIONS, Role.SECRETARY, Role.AKIM),
        OfficeAct.EXPORT: _may(_ANY, Role.CLERK, Role.SECRETARY, Role.AKIM, Role.OBSERVER),
        OfficeAct.MANAGE_STAFF: _may(_ANY, Role.SYSTEM_ADMINISTRATOR),
        OfficeAct.VIEW_LOGS: _may(_ANY, Role.SYSTEM_ADMINISTRATOR, Role.OBSERVER),
    }
)
"""The table; what is in no row nobody may do."""


def stages_now(rulebook: Rulebook, now: datetime) -> frozenset[Stage]:
    """Return the stages by which acts are judged at ``now``: those that hold anywhere in the campaign.

    Between two stages the one that ended last still counts, before the first one the announcement (A2).
    """
    windows = [*rulebook.stages.values()]
    windows += [window for own in rulebook.stage_overrides.values() for window in own.values()]
    if held := frozenset(window.stage for window in windows if window.is_open(now)):
        return held
    over = [window for window in windows if window.closes <= now]
    return frozenset({max(over, key=lambda window: window.closes).stage if over else Stage.ANNOUNCEMENT})


def office_verdict(actor: Actor, act: OfficeAct, stages: frozenset[Stage]) -> Verdict:
    """Say whether ``actor`` may do ``act`` in any of ``stages`` (L1).

    Refusals: ``office-forbidden`` with the act and the roles that may; ``office-stage`` with the act.
    """
    permission = PERMISSIONS[act]
    if not permission.roles & actor.roles:
        # In the order of the roles, so that the same refusal always reads alike.
        roles = [role.value for role in Role if role in permission.roles]
        facts = {"act": act.value, "role": roles[0], "others": len(roles) - 1}
        return Verdict(reasons=(Reason(refusal=Refusal.OFFICE_FORBIDDEN, facts=facts),))
    if not permission.stages & stages:
        return Verdict(reasons=(Reason(refusal=Refusal.OFFICE_STAGE, facts={"act": act.value}),))
    return Verdict()


def second_person_verdict(actor: Actor, first: bytes, handed_by: Collection[bytes] = ()) -> Verdict:
    """Say whether ``actor`` is another person than the one with the key ``first``; logins do not count (L1).

    ``handed_by`` are those who handed out what the first person's logins open with. Refusals:
    ``office-same-person``; ``office-handed-out`` where one of the two knows, or has known, what the other one
    signs in with: he may be both.
    """
    if actor.person_key == first:
        return Verdict(reasons=(Reason(refusal=Refusal.OFFICE_SAME_PERSON),))
    if actor.credentials_by == first or actor.person_key in handed_by:
        return Verdict(reasons=(Reason(refusal=Refusal.OFFICE_HANDED_OUT),))
    return Verdict()


def own_proposal_verdict(
    actor: Actor, authors: Collection[bytes], number: int, what: str = "check"
) -> Verdict:
    """Say whether ``actor`` is none of the ``authors`` of the application ``number``, by their keys (L1, C1).

    Refusal: ``own-proposal`` with ``number`` and ``what`` was attempted: ``check`` or ``opinion``.
    """
    if actor.person_key in authors:
        facts = {"number": number, "what": what}
        return Verdict(reasons=(Reason(refusal=Refusal.OWN_PROPOSAL, facts=facts),))
    return Verdict()
