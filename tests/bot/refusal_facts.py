"""Sample facts of the refusals that use cases raise, and of those whose rules are tried elsewhere.

Separate from the tests, because the page of refusals is written from the same facts.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from core.model.refusals import Refusal
from core.rulebook.loader import read
from core.usecases.verification.person import whom_to_ask
from tests.support.town import CLOSED, OPEN, RULEBOOK

BOOK = read(RULEBOOK, "semey-demo")
INTAKE_OPENS = datetime(2026, 8, 31, 19, tzinfo=UTC)
INTAKE_CLOSES = datetime(2026, 10, 10, 19, tzinfo=UTC)
MENDABLE: Mapping[str, object] = {"closes": INTAKE_CLOSES, "is_rework": False}
"""What every refusal of an application's contents says: until when it can be mended."""

FACTS: Mapping[Refusal, Mapping[str, object]] = {
    Refusal.PROJECT_UNKNOWN: {"number": 999},
    Refusal.PHONE_UNKNOWN: whom_to_ask(BOOK),
    Refusal.PHONE_SHARED: whom_to_ask(BOOK),
    Refusal.VERIFICATION_NOT_ALLOWED: whom_to_ask(BOOK),
    Refusal.CODE_WRONG: {"left": 3},
    Refusal.CODE_EXPIRED: {"expired_at": OPEN},
    Refusal.CODE_USED: {"used_at": OPEN},
    Refusal.CODE_ATTEMPTS: {"attempts": 10},
    Refusal.PROPOSALS_ELSEWHERE: {"page": "https://semey.example", "has_page": True},
    Refusal.DRAFT_SUBMITTED: {"number": 44},
    Refusal.TOO_MANY_DRAFTS: {"most": 3},
    Refusal.PICTURE_REFUSED: {"problem": "broken"},
    Refusal.FILE_REFUSED: {"problem": "other-kind"},
    Refusal.PROPOSAL_INCOMPLETE: {"step": "pictures"},
    Refusal.PROPOSAL_DECIDED: {"status": "registered"},
    Refusal.PROPOSAL_CHANGED: {"number": 44},
    Refusal.PROPOSAL_NOT_RETURNED: {"status": "registered"},
    Refusal.WITHDRAW_TOO_LATE: {"status": "registered"},
    Refusal.REWORK_TOO_LATE: {"last_day": date(2026, 9, 14)},
    Refusal.LINK_EXPIRED: {"expired_at": INTAKE_OPENS},
    Refusal.LINK_USED: {"used_at": INTAKE_OPENS},
    Refusal.PAPERS_NOT_ASKED: {"number": 44},
    Refusal.TOO_MANY_PAPERS: {"most": 10, "count": 11},
    Refusal.PAPERS_TOO_HEAVY: {"most": 60},
    Refusal.PAPER_REFUSED: {"place": 2, "problem": "other-kind"},
    Refusal.PAPER_INFECTED: {"place": 2},
    Refusal.BALLOT_FROZEN: {"opens": OPEN, "closes": CLOSED},
    Refusal.DISCUSSION_NOT_OPEN: {
        "phase": "after",
        "opens": INTAKE_OPENS,
        "closes": INTAKE_CLOSES,
        "council": BOOK.council.name,
    },
    Refusal.DISCUSSION_SETTLED: {"status": "merged", "number": 44, "into": 45},
    Refusal.SUPPORT_OWN: {"number": 44},
    Refusal.QUESTION_OWN: {"number": 44},
    Refusal.QUESTIONS_WAITING: {"most": 3},
    Refusal.TEXT_TOO_LONG: {"most": 500, "length": 541},
    Refusal.MERGE_OWN: {"number": 44},
    Refusal.MERGE_SETTLED: {"number": 44, "status": "returned"},
    Refusal.OFFERS_WAITING: {"most": 3},
    Refusal.MERGE_DECLINED: {"number": 45},
    Refusal.AGAIN_LATER: {"phase": "planned", "opens": INTAKE_OPENS, "closes": INTAKE_CLOSES},
    Refusal.INTAKE_NOT_OPEN_YET: {"opens": INTAKE_OPENS, "closes": INTAKE_CLOSES},
    Refusal.INTAKE_CLOSED: {"last_day": date(2026, 10, 10)},
    Refusal.SECOND_PROPOSAL: {"number": 44, "most": 1},
    Refusal.AUTHOR_UNDER_AGE: {"author_age": 18, "of_age_on": date(2028, 1, 1)},
    Refusal.DIRECTION_UNKNOWN: MENDABLE,
    Refusal.TITLE_TOO_MANY_SENTENCES: {**MENDABLE, "allowed": 1},
    Refusal.TITLE_TOO_LONG: {**MENDABLE, "most": 200, "length": 254},
    Refusal.DESCRIPTION_TOO_LONG: {**MENDABLE, "most": 3000, "length": 3410},
    Refusal.ANSWER_TOO_LONG: {**MENDABLE, "step": "place", "most": 300, "length": 412},
    Refusal.PLACE_OUTSIDE: MENDABLE,
    Refusal.COST_OVER_CAP: {**MENDABLE, "cost": 90_000_000, "cap": 64_875_000},
    Refusal.TOO_MANY_PICTURES: {**MENDABLE, "most": 10},
    Refusal.HOLDS_IIN: MENDABLE,
}
"""The facts of refusals that use cases raise; those of voting come from its rules themselves."""
