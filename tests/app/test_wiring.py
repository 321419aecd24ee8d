"""What the settings name is what a process works with."""

import pytest

from app.wiring import make_services
from core.files.scanning import NoScanner, Scanner
from core.settings import Settings
from gateways.clamd import ClamdScanner


@pytest.mark.parametrize(
    ("url", "scanner"),
    [
        ("", NoScanner()),
        ("tcp://clamav:3310", ClamdScanner(url="tcp://clamav:3310")),
        ("unix:///run/clamav/clamd.ctl", ClamdScanner(url="unix:///run/clamav/clamd.ctl")),
    ],
)
def test_a_scanner_is_wired_where_one_is_set(url: str, scanner: Scanner) -> None:
    """Files are scanned by the daemon that is set, and by nobody where none is [B7]."""
    assert make_services(Settings(_env_file=None, clamd_url=url)).scanner == scanner
