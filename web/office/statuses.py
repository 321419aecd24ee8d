"""The status with which the office answers a refusal: people read the page, programs the status."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType

from core.model.refusals import Refusal, RuleViolation

_STATUSES: Mapping[Refusal, HTTPStatus] = MappingProxyType(
    {
        Refusal.OFFICE_FORBIDDEN: HTTPStatus.FORBIDDEN,
        Refusal.OFFICE_STAGE: HTTPStatus.CONFLICT,
        Refusal.CAMPAIGN_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.TERRITORY_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.PROPOSAL_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.AMENDMENT_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.SITTING_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.SHEET_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.IMPORT_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.ELSEWHERE_LIST_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.STAFF_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.APPEAL_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.CASE_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.CASES_OF_CLERK: HTTPStatus.FORBIDDEN,
        Refusal.ANNOUNCEMENT_UNKNOWN: HTTPStatus.NOT_FOUND,
        Refusal.PAPERS_TOO_HEAVY: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    }
)


def status_of(violation: RuleViolation) -> int:
    """Return the status of the answer that tells of a refusal."""
    return _STATUSES.get(violation.refusal, HTTPStatus.UNPROCESSABLE_ENTITY)
