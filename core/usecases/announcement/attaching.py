"""The file above an announcement: checked as every file that comes to the akimat, kept once (B7, G2)."""

import asyncio
import re

from sqlalchemy.ext.asyncio import AsyncConnection

from core.files.kinds import FileKind, file_kind
from core.files.papers import FileRefused, check_paper
from core.files.pictures import PictureRefused, clean_picture
from core.files.scanning import ScannerUnavailable
from core.files.store import digest_of
from core.model.announcement import Attachment, AttachmentKind
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.store import announcement as store
from core.store import files
from core.usecases.services import Services

_LONGEST_STEM = 60
_UNWANTED = re.compile(r"[^\w\- ().,№]+")
_DOCUMENTS = frozenset({FileKind.PDF, FileKind.DOCX, FileKind.XLSX})


async def read_file(services: Services, content: bytes, file_name: str) -> tuple[Attachment, bytes]:
    """Return what a file becomes, and its bytes: a picture without anything but its pixels (P1).

    Raises:
        RuleViolation: ``announcement-file`` with the ``problem``.
    """
    try:
        found = await services.scanner.scan(content)
    except ScannerUnavailable as unavailable:
        raise refuse(Refusal.ANNOUNCEMENT_FILE, problem="unchecked") from unavailable
    if found is not None:
        raise refuse(Refusal.ANNOUNCEMENT_FILE, problem="infected")
    kind = await asyncio.to_thread(file_kind, content)
    try:
        if kind.is_picture:
            content = (await asyncio.to_thread(clean_picture, content)).published
        else:
            kind = await asyncio.to_thread(check_paper, content)
    except (PictureRefused, FileRefused) as refused:
        raise refuse(Refusal.ANNOUNCEMENT_FILE, problem=refused.problem.value) from refused
    if kind in _DOCUMENTS:
        name, own = f"{_stem(file_name)}.{kind.value}", AttachmentKind.DOCUMENT
    else:
        name, own = f"{_stem(file_name)}.jpg", AttachmentKind.PICTURE
    return Attachment(kind=own, digest=digest_of(content), name=name), content


async def keep_bytes(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    attachment: Attachment,
    content: bytes,
) -> None:
    """Keep the bytes for the announcement, in the transaction that names them."""
    use, now = store.announcement_use(campaign_id, number), services.clock.now()
    await files.keep_use(connection, campaign_id.akimat, attachment.digest, use, now)
    await asyncio.to_thread(services.files.keep, content)


def _stem(file_name: str) -> str:
    """Return what people are to see of a file's name: it came from somebody's computer."""
    stem = re.split(r"[\\/]", file_name)[-1].rpartition(".")[0] or file_name
    return _UNWANTED.sub("_", stem).strip(" ._")[:_LONGEST_STEM] or "file"
