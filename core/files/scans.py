"""Passes over the picture that a JPEG asks its decoder for; separate because no decoder limits them (B7)."""

import re

_MARKER = re.compile(rb"\xff+([^\x00\xff])")
_AFTER_DATA = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
_START_OF_SCAN = b"\xda"
_END = b"\xd9"
_WITHOUT_LENGTH = {b"\x01", b"\xd8", *(bytes([marker]) for marker in range(0xD0, 0xD8))}


def count_scans(content: bytes) -> int:
    """Return how many scans a JPEG has until its end or until what does not read as a JPEG."""
    scans = 0
    position = 0
    search = _MARKER
    while found := search.search(content, position):
        marker, position = found.group(1), found.end()
        search = _MARKER
        if marker == _END:
            break
        if marker in _WITHOUT_LENGTH:
            continue
        if marker == _START_OF_SCAN:
            scans += 1
            search = _AFTER_DATA
        position += int.from_bytes(content[position : position + 2])
    return scans
