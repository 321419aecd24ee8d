"""Files of proposals behind the sign-in: pictures as they are published, the rest for the clerk (B7, P1)."""

from collections.abc import Mapping
from types import MappingProxyType

from aiohttp import web

from core.files.kinds import FileKind
from core.usecases.review.files import open_file
from web.office.desk import Desk, Office
from web.pages import SANDBOXED

_TYPES: Mapping[FileKind, tuple[str, str]] = MappingProxyType(
    {
        FileKind.JPEG: ("image/jpeg", "jpg"),
        FileKind.PNG: ("image/png", "png"),
        FileKind.WEBP: ("image/webp", "webp"),
        FileKind.GIF: ("image/gif", "gif"),
        FileKind.HEIC: ("image/heic", "heic"),
        FileKind.PDF: ("application/pdf", "pdf"),
        FileKind.DOCX: (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx",
        ),
        FileKind.XLSX: ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    }
)
_UNKNOWN = ("application/octet-stream", "bin")
_MARK_LENGTH = 8


def file_type(kind: FileKind) -> tuple[str, str]:
    """Return the content type of a file and the end of its name."""
    return _TYPES.get(kind, _UNKNOWN)


class FilePages:
    """`/{campaign}/proposals/{number}/files/{digest}`."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/proposals/{number}/files/{digest}", self.show)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Give a file: what is published to be looked at, anything else only to be kept."""
        digest = desk.request.match_info["digest"]
        found = await open_file(desk.services, desk.actor, desk.campaign_id, desk.number, digest)
        kind, ending = file_type(found.kind)
        is_shown = found.is_published and found.kind.is_picture
        name = f"{found.number}-{digest[:_MARK_LENGTH]}.{ending}"
        manner = "inline" if is_shown else "attachment"
        answer = web.Response(
            body=found.content,
            content_type=kind,
            headers={"Content-Disposition": f'{manner}; filename="{name}"'},
        )
        answer[SANDBOXED] = True
        return answer
