"""Pictures and the estimate's file of an application: taken at once, cleaned, counted (B2, B7)."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from core.files.papers import FileRefused, check_paper
from core.files.pictures import CleanPicture, PictureRefused, clean_picture
from core.files.scanning import ScannerUnavailable
from core.files.store import digest_of
from core.model.campaign import CampaignId
from core.model.proposal import Draft, Picture, PictureKind
from core.model.refusals import Refusal, refuse
from core.model.stage import Stage
from core.store import files
from core.usecases.proposal.drafting import keep, require_open_draft
from core.usecases.services import Services

MOST_PICTURES = 10
"""Pictures of an application where the rulebook leaves their number open: as many as an album holds."""

ID_LENGTH = 16

# Cleaning takes a second and hundreds of megabytes; albums of many people come at once.
_CLEANING = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureTaken:
    """The draft with a picture more, how many it has now, and whether this one is new to it."""

    draft: Draft
    count: int
    is_new: bool


async def add_picture(
    services: Services,
    campaign_id: CampaignId,
    account_id: int,
    draft_id: str,
    content: bytes,
    kind: PictureKind = PictureKind.PHOTO,
) -> PictureTaken:
    """Keep a picture as it came, as it will be published and small; the same picture again changes nothing.

    Raises:
        RuleViolation: ``draft-unknown``, ``draft-submitted``, ``too-many-pictures``, ``picture-refused`` with
            its ``problem``, ``file-infected``, ``file-unchecked``.
    """
    parts = await press_picture(services, campaign_id, content)
    async with services.database.write() as connection:
        draft = await require_open_draft(services, connection, campaign_id, account_id, draft_id)
        pictures = draft.contents.pictures
        if any(each.original == digest_of(content) for each in pictures):
            return PictureTaken(draft=draft, count=len(pictures), is_new=False)
        await _require_room(services, connection, draft)
        use = files.draft_use(campaign_id, draft_id)
        original, published, thumbnail = await keep_files(services, connection, campaign_id, use, parts)
        picture = Picture(original=original, published=published, thumbnail=thumbnail, kind=kind)
        contents = replace(draft.contents, pictures=(*pictures, picture))
        draft = await keep(connection, draft, contents, services.clock.now())
    return PictureTaken(draft=draft, count=len(contents.pictures), is_new=True)


async def press_picture(services: Services, campaign_id: CampaignId, content: bytes) -> Sequence[bytes]:
    """Return a stranger's picture as it came, as it is published and small; ``keep_files`` comes next (B7).

    Raises:
        RuleViolation: ``picture-refused`` with its ``problem``, ``file-infected``, ``file-unchecked``.
    """
    await require_harmless(services, content)
    clean = await _clean(content)
    parts = (content, clean.published, clean.thumbnail)
    await _expect(services, campaign_id, parts)
    return parts


async def _require_room(services: Services, connection: AsyncConnection, draft: Draft) -> None:
    rulebook = await services.rulebooks.require(connection, draft.campaign_id)
    limit = rulebook.limits.get("pictures_at_most")
    most = limit.value if limit is not None else MOST_PICTURES
    if len(draft.contents.pictures) >= most:
        window = rulebook.window(Stage.INTAKE, draft.contents.territory)
        closes = window.closes if window is not None else None
        raise refuse(Refusal.TOO_MANY_PICTURES, most=most, closes=closes, is_rework=draft.number is not None)


async def _clean(content: bytes) -> CleanPicture:
    try:
        return await asyncio.get_running_loop().run_in_executor(_CLEANING, clean_picture, content)
    except PictureRefused as refused:
        raise refuse(Refusal.PICTURE_REFUSED, problem=refused.problem.value) from refused


async def _expect(services: Services, campaign_id: CampaignId, parts: Sequence[bytes]) -> None:
    """Name files before they are written: who is killed there leaves none that nobody clears (M2)."""
    async with services.database.write() as connection:
        for part in parts:
            now = services.clock.now()
            await files.expect_file(connection, campaign_id.akimat, digest_of(part), now)


async def keep_files(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, use: str, parts: Sequence[bytes]
) -> Sequence[str]:
    """Keep files for a draft and return their digests; their ``use`` is entered before they are written.

    Whoever clears unused files meanwhile waits for the row, so that none is cleared in between (M2).
    """
    digests, now = [digest_of(part) for part in parts], services.clock.now()
    for digest in digests:
        await files.keep_use(connection, campaign_id.akimat, digest, use, now)
    for part in parts:
        await asyncio.to_thread(services.files.keep, part)
    return digests


async def require_harmless(services: Services, content: bytes) -> None:
    """Raise ``RuleViolation``: ``file-infected``, or ``file-unchecked`` where nobody could look (B7)."""
    try:
        found = await services.scanner.scan(content)
    except ScannerUnavailable as unavailable:
        raise refuse(Refusal.FILE_UNCHECKED) from unavailable
    if found is not None:
        raise refuse(Refusal.FILE_INFECTED)


def id_of(picture: Picture) -> str:
    """Return what names a picture of a draft, short enough for a button: it came once, so no other has it."""
    return picture.original[:ID_LENGTH]


async def drop_picture(
    services: Services, campaign_id: CampaignId, account_id: int, draft_id: str, picture_id: str
) -> Draft:
    """Take the picture that ``id_of`` names out of the draft; one that is gone already changes nothing."""
    async with services.database.write() as connection:
        draft = await require_open_draft(services, connection, campaign_id, account_id, draft_id)
        left = tuple(each for each in draft.contents.pictures if id_of(each) != picture_id)
        contents = replace(draft.contents, pictures=left)
        return await keep(connection, draft, contents, services.clock.now())


async def keep_estimate_file(
    services: Services, campaign_id: CampaignId, account_id: int, draft_id: str, content: bytes
) -> Draft:
    """Keep the file with the estimate; a newer one takes its place.

    Raises:
        RuleViolation: as ``add_picture``, and ``file-refused`` with its ``problem``.
    """
    try:
        await asyncio.to_thread(check_paper, content)
    except FileRefused as refused:
        raise refuse(Refusal.FILE_REFUSED, problem=refused.problem.value) from refused
    await require_harmless(services, content)
    await _expect(services, campaign_id, (content,))
    async with services.database.write() as connection:
        draft = await require_open_draft(services, connection, campaign_id, account_id, draft_id)
        use = files.draft_use(campaign_id, draft_id)
        (digest,) = await keep_files(services, connection, campaign_id, use, (content,))
        estimate = replace(draft.contents.estimate, file=digest)
        contents = replace(draft.contents, estimate=estimate)
        return await keep(connection, draft, contents, services.clock.now())
