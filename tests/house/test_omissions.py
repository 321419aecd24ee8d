"""A test that a missing service leaves out is counted at home and fails on CI."""

import pytest

from tests.support import services

REASON = "('tests/store/test_vote.py', 12, 'Skipped: missing service: {} (nothing listens there)')"


def test_omissions_are_counted_by_service() -> None:
    """The closing notice names each missing service, how many tests it cost, and the sum."""
    reasons = [REASON.format("redis"), REASON.format("postgresql"), REASON.format("redis")]
    first, second, total = services.describe_omissions(reasons)
    assert first.split() == ["1", "left", "out:", "postgresql", "is", "missing"]
    assert second.split() == ["2", "left", "out:", "redis", "is", "missing"]
    assert total.split()[0] == "3"


def test_nothing_missing_means_no_notice() -> None:
    """Tests skipped for another reason are no omissions."""
    assert services.describe_omissions(["('tests/test_x.py', 1, 'Skipped: only on Windows')"]) == []


def test_a_missing_service_is_an_omission_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Away from CI a test whose service is missing is skipped with the service's name."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("QATYSU_REQUIRE_SERVICES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="missing service: redis"):
        services.require_listening("redis", "redis://127.0.0.1:1/0")


@pytest.mark.parametrize("name", ["CI", "QATYSU_REQUIRE_SERVICES"])
def test_a_missing_service_fails_where_it_is_required(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On CI, or where it is asked for, a missing service fails the test."""
    monkeypatch.setenv(name, "true")
    with pytest.raises(pytest.fail.Exception, match="missing service: redis"):
        services.require_listening("redis", "redis://127.0.0.1:1/0")
