"""What a login of the office needs, and the administrator who must remain (L1)."""

import pytest

from core.model.language import Language, Text
from core.model.refusals import Refusal
from core.model.staff import Role, Staff
from core.rules.staff import may_remain, staff_verdict

POSITION = Text(kk="маман", ru="специалист")
IIN = "990101100000"
ADMINISTRATOR = frozenset({Role.SYSTEM_ADMINISTRATOR})


def member(staff_id: int, *roles: Role, is_blocked: bool = False) -> Staff:
    """Return a login with these roles."""
    return Staff(
        akimat="semey",
        staff_id=staff_id,
        login=f"login{staff_id}",
        name="",
        position=POSITION,
        person_key=b"",
        roles=frozenset(roles),
        language=Language.KAZAKH,
        is_blocked=is_blocked,
        must_change_password=False,
        locked_until=None,
        credentials_by=None,
    )


@pytest.mark.parametrize(
    ("login", "is_right"),
    [
        ("clerk", True),
        ("a.b-1", True),
        ("abc", True),
        ("x" * 64, True),
        ("ab", False),
        ("x" * 65, False),
        ("Clerk", False),
        ("маман", False),
        (".abc", False),
        ("abc-", False),
        ("a b", False),
        ("", False),
        ("<b>x</b>", False),
    ],
)
def test_logins(login: str, *, is_right: bool) -> None:
    """A login is of Latin letters, digits, dots and hyphens, so that everybody can type it [L1]."""
    assert staff_verdict("Гүлнар", POSITION, ADMINISTRATOR, login=login).is_allowed == is_right


def test_everything_wrong_is_said_at_once() -> None:
    """Login, name, position in each language, roles and IIN are each named [L1] [P7]."""
    verdict = staff_verdict("", Text(kk="маман", ru=""), (), login="x", iin="990101100001")
    assert [reason.facts.get("part") for reason in verdict.reasons] == [
        "login",
        "name",
        "position",
        "roles",
        None,
    ]
    assert verdict.reasons[-1].refusal is Refusal.STAFF_IIN_WRONG


@pytest.mark.parametrize("iin", ["", "99010110000", "9901011000000", "990101100001", "abcdefghijkl"])
def test_wrong_iins(iin: str) -> None:
    """What is no IIN makes no person [L1]."""
    verdict = staff_verdict("Гүлнар", POSITION, ADMINISTRATOR, iin=iin)
    assert [reason.refusal for reason in verdict.reasons] == [Refusal.STAFF_IIN_WRONG]


def test_no_iin_in_a_name() -> None:
    """An IIN in name, position or login is not kept [P1]."""
    for name, position, login in (
        (f"Гүлнар {IIN}", POSITION, "clerk"),
        ("Гүлнар", Text(kk="маман", ru=IIN), "clerk"),
        ("Гүлнар", POSITION, IIN),
    ):
        verdict = staff_verdict(name, position, ADMINISTRATOR, login=login)
        assert [reason.facts["part"] for reason in verdict.reasons] == ["iin"]


@pytest.mark.parametrize(
    ("every", "roles", "is_allowed"),
    [
        ([member(1, Role.SYSTEM_ADMINISTRATOR)], {Role.CLERK}, False),
        ([member(1, Role.SYSTEM_ADMINISTRATOR)], {Role.CLERK, Role.SYSTEM_ADMINISTRATOR}, True),
        ([member(1, Role.SYSTEM_ADMINISTRATOR), member(2, Role.SYSTEM_ADMINISTRATOR)], set(), True),
        (
            [
                member(1, Role.SYSTEM_ADMINISTRATOR),
                member(2, Role.SYSTEM_ADMINISTRATOR, is_blocked=True),
            ],
            set(),
            False,
        ),
        ([member(1, Role.CLERK), member(2, Role.SYSTEM_ADMINISTRATOR)], set(), True),
        ([member(1, Role.SYSTEM_ADMINISTRATOR, is_blocked=True)], set(), True),
    ],
)
def test_the_last_administrator_remains(every: list[Staff], roles: set[Role], *, is_allowed: bool) -> None:
    """An akimat never loses its last administrator who is not blocked [L1]."""
    assert may_remain(every, 1, roles).is_allowed == is_allowed
