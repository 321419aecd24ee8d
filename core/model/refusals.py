"""Every reason for which a person is refused, and the exception that carries it to the fronts (P7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Refusal(StrEnum):
    """A refusal's code; its text ``refusal-<code>`` names rule, way out, term and person."""

    CAMPAIGN_UNKNOWN = "campaign-unknown"
    TERRITORY_UNKNOWN = "territory-unknown"
    PROJECT_UNKNOWN = "project-unknown"
    PROJECT_NOT_ON_BALLOT = "project-not-on-ballot"
    VOTING_NOT_HERE = "voting-not-here"
    VOTING_NOT_OPEN_YET = "voting-not-open-yet"
    VOTING_OPENING = "voting-opening"
    VOTING_CLOSED = "voting-closed"
    VOTING_HALTED = "voting-halted"
    VOTED_ALREADY = "voted-already"
    VOTED_ELSEWHERE = "voted-elsewhere"
    UNDER_AGE = "under-age"
    OTHER_TERRITORY = "other-territory"
    REGISTRATION_KIND = "registration-kind"
    NOT_REGISTERED = "not-registered"
    NOT_VERIFIED = "not-verified"
    SCREEN_OF_ANOTHER = "screen-of-another"
    CONSENT_MISSING = "consent-missing"
    PHONE_NOT_OWN = "phone-not-own"
    PHONE_FOREIGN = "phone-foreign"
    PHONE_UNKNOWN = "phone-unknown"
    PHONE_SHARED = "phone-shared"
    VERIFICATION_NOT_ALLOWED = "verification-not-allowed"
    CODE_UNREADABLE = "code-unreadable"
    CODE_WRONG = "code-wrong"
    CODE_EXPIRED = "code-expired"
    CODE_USED = "code-used"
    CODE_LOCKED = "code-locked"
    CODE_ATTEMPTS = "code-attempts"
    INTAKE_NOT_OPEN_YET = "intake-not-open-yet"
    INTAKE_CLOSED = "intake-closed"
    SECOND_PROPOSAL = "second-proposal"
    AUTHOR_NOT_VERIFIED = "author-not-verified"
    AUTHOR_UNDER_AGE = "author-under-age"
    AUTHOR_NOT_RESIDENT = "author-not-resident"
    DIRECTION_UNKNOWN = "direction-unknown"
    TITLE_TOO_MANY_SENTENCES = "title-too-many-sentences"
    TITLE_TOO_LONG = "title-too-long"
    DESCRIPTION_TOO_LONG = "description-too-long"
    ANSWER_TOO_LONG = "answer-too-long"
    PLACE_OUTSIDE = "place-outside"
    COST_OVER_CAP = "cost-over-cap"
    TOO_MANY_PICTURES = "too-many-pictures"
    HOLDS_IIN = "holds-iin"
    PROPOSALS_ELSEWHERE = "proposals-elsewhere"
    DRAFT_UNKNOWN = "draft-unknown"
    DRAFT_SUBMITTED = "draft-submitted"
    TOO_MANY_DRAFTS = "too-many-drafts"
    PICTURE_REFUSED = "picture-refused"
    FILE_REFUSED = "file-refused"
    FILE_INFECTED = "file-infected"
    FILE_UNCHECKED = "file-unchecked"
    PROPOSAL_INCOMPLETE = "proposal-incomplete"
    PROPOSAL_UNKNOWN = "proposal-unknown"
    PROPOSAL_DECIDED = "proposal-decided"
    PROPOSAL_CHANGED = "proposal-changed"
    PROPOSAL_NOT_RETURNED = "proposal-not-returned"
    WITHDRAW_TOO_LATE = "withdraw-too-late"
    REWORK_TOO_LATE = "rework-too-late"
    LINK_UNKNOWN = "link-unknown"
    LINK_EXPIRED = "link-expired"
    LINK_USED = "link-used"
    PAPERS_NOT_ASKED = "papers-not-asked"
    PAPERS_MISSING = "papers-missing"
    TOO_MANY_PAPERS = "too-many-papers"
    PAPERS_TOO_HEAVY = "papers-too-heavy"
    FIELDS_TOO_MANY = "fields-too-many"
    PAPER_REFUSED = "paper-refused"
    PAPER_INFECTED = "paper-infected"
    SCANNER_UNAVAILABLE = "scanner-unavailable"
    GROUND_UNKNOWN = "ground-unknown"
    REASON_MISSING = "reason-missing"
    BALLOT_FROZEN = "ballot-frozen"
    DISCUSSION_NOT_VERIFIED = "discussion-not-verified"
    DISCUSSION_NOT_OPEN = "discussion-not-open"
    DISCUSSION_SETTLED = "discussion-settled"
    SUPPORT_OWN = "support-own"
    QUESTION_OWN = "question-own"
    QUESTIONS_WAITING = "questions-waiting"
    QUESTION_UNKNOWN = "question-unknown"
    ANSWER_GIVEN = "answer-given"
    ANSWER_CHANGED = "answer-changed"
    TEXT_TOO_LONG = "text-too-long"
    TEXT_HOLDS_IIN = "text-holds-iin"
    MERGE_OWN = "merge-own"
    MERGE_WITHOUT_OWN = "merge-without-own"
    MERGE_SETTLED = "merge-settled"
    OFFERS_WAITING = "offers-waiting"
    MERGE_DECLINED = "merge-declined"
    OFFER_UNKNOWN = "offer-unknown"
    AGAIN_LATER = "again-later"
    OFFICE_FORBIDDEN = "office-forbidden"
    OFFICE_STAGE = "office-stage"
    OFFICE_SAME_PERSON = "office-same-person"
    OFFICE_HANDED_OUT = "office-handed-out"
    SIGN_IN_WRONG = "sign-in-wrong"
    SIGN_IN_LOCKED = "sign-in-locked"
    PASSWORD_WEAK = "password-weak"  # noqa: S105  (a refusal, no password)
    STAFF_UNKNOWN = "staff-unknown"
    LOGIN_TAKEN = "login-taken"
    LAST_ADMINISTRATOR = "last-administrator"
    STAFF_IIN_WRONG = "staff-iin-wrong"
    STAFF_NAME_MISSING = "staff-name-missing"
    IMPORT_UNKNOWN = "import-unknown"
    IMPORT_SETTLED = "import-settled"
    IMPORT_EMPTY = "import-empty"
    SHEET_REFUSED = "sheet-refused"
    REGISTER_FROZEN = "register-frozen"
    IIN_WRONG = "iin-wrong"
    FORMAL_CHECK_INCOMPLETE = "formal-check-incomplete"
    FORMAL_CHECK_CONTRADICTS = "formal-check-contradicts"
    SITE_CHECK_MISSING = "site-check-missing"
    COST_WRONG = "cost-wrong"
    OWN_PROPOSAL = "own-proposal"
    CHECK_CHANGED = "check-changed"
    COUNCIL_RULES_MISSING = "council-rules-missing"
    COUNCIL_EMPTY = "council-empty"
    NOT_A_MEMBER = "not-a-member"
    SITTING_UNKNOWN = "sitting-unknown"
    SITTING_WRONG = "sitting-wrong"
    SITTING_CLOSED = "sitting-closed"
    SITTING_OPEN = "sitting-open"
    SITTING_INCOMPLETE = "sitting-incomplete"
    NO_QUORUM = "no-quorum"
    CONCLUSION_CHANGED = "conclusion-changed"
    OPINION_UNREASONED = "opinion-unreasoned"
    TITLE_MISSING = "title-missing"
    EXCLUSIVE_UNKNOWN = "exclusive-unknown"
    APPEAL_TOO_LATE = "appeal-too-late"
    APPEAL_FILED = "appeal-filed"
    APPEAL_NOTHING = "appeal-nothing"
    APPEAL_EMPTY = "appeal-empty"
    DISPUTE_NOTHING = "dispute-nothing"
    DISPUTE_OWN = "dispute-own"
    CASE_UNKNOWN = "case-unknown"
    CASE_CLOSED = "case-closed"
    CASES_OF_CLERK = "cases-of-clerk"
    REPORTS_MANY = "reports-many"
    HELPER_ON = "helper-on"
    IIN_UNREADABLE = "iin-unreadable"
    ASK_UNKNOWN = "ask-unknown"
    APPEAL_OWN_DECISION = "appeal-own-decision"
    APPEAL_UNKNOWN = "appeal-unknown"
    CLAIM_UNREADABLE = "claim-unreadable"
    CLAIM_WRONG = "claim-wrong"
    CLAIM_EXPIRED = "claim-expired"
    CLAIM_USED = "claim-used"
    CLAIM_LOCKED = "claim-locked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One refusal with the facts its text needs: dates, counts, names, never an identity."""

    refusal: Refusal
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a rule says: allowed when there is no reason against it, otherwise every reason at once."""

    reasons: tuple[Reason, ...] = ()

    @property
    def is_allowed(self) -> bool:
        """Say whether nothing stands against it."""
        return not self.reasons

    def enforce(self) -> None:
        """Raise ``RuleViolation`` with every reason unless the verdict allows."""
        if self.reasons:
            raise RuleViolation(*self.reasons)


class RuleViolation(Exception):
    """A rule refuses what a person asked for; the first of its ``reasons`` leads."""

    def __init__(self, *reasons: Reason) -> None:
        """Keep the reasons in the order in which they are shown."""
        super().__init__(
            "; ".join(f"{reason.refusal} {dict(reason.facts) or ''}".strip() for reason in reasons)
        )
        self.reasons = reasons

    @property
    def refusal(self) -> Refusal:
        """Return the leading refusal."""
        return self.reasons[0].refusal


def refuse(refusal: Refusal, **facts: object) -> RuleViolation:
    """Make the violation that carries a single refusal with its facts."""
    return RuleViolation(Reason(refusal=refusal, facts=facts))
