"""The process in which one document is set: told what by its standard input, answering by its output.

A process of its own, because the typesetter remembers what it has set, hundreds of megabytes of it, and
because whatever a document may do to it ends with it. Started by ``core.documents.typesetting`` as a file, it
imports nothing of the house.
"""

import json
import struct
import sys
from pathlib import Path
from typing import Any

import typst

FAULT = 3
"""The exit status that says: the template is broken, its message is on the standard error."""


def work(order: dict[str, Any]) -> list[bytes]:
    """Return the pages of a picture, or a PDF as the only one."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[Path(order["fonts"])]
    )
    made: Any = typst.compile(
        Path(order["template"]),
        root=order["root"],
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"facts": order["facts"]},
        **order["how"],
    )
    return made if isinstance(made, list) else [made]


if __name__ == "__main__":
    try:
        parts = work(json.load(sys.stdin.buffer))
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        raise SystemExit(FAULT) from None
    for part in parts:
        sys.stdout.buffer.write(struct.pack(">I", len(part)) + part)
