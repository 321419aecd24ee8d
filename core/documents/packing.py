"""ZIP files whose bytes depend on their contents alone; Word's documents are such files too."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from core.language.dates import local

_READABLE = 0o644 << 16
_UNIX = 3


def packed(files: Mapping[str, bytes], at: datetime) -> bytes:
    """Return ``files`` by their names in a ZIP, in the order given, each dated ``at`` on local clocks."""
    out, moment = BytesIO(), local(at)
    stamp = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, stamp)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, _READABLE, _UNIX
            archive.writestr(entry, content)
    return out.getvalue()


def repacked(archive: bytes, at: datetime) -> bytes:
    """Return a ZIP with the same files, all dated ``at``: its maker had looked at the clock."""
    with ZipFile(BytesIO(archive)) as found:
        return packed({name: found.read(name) for name in found.namelist()}, at)
