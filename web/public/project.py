"""A project's page: its words, cost, site, decision, talk, pictures, in both languages (C3-C5, D2)."""

import asyncio
from collections.abc import Iterable

from aiohttp import web

from core.documents.qr import card_link
from core.files.kinds import FileKind, file_kind
from core.model.language import Language, Text
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal, refuse
from core.rulebook.model import Named
from core.rules.sharing import Deed
from core.usecases.browsing.pictures import read_small
from core.usecases.publishing.project import PublicProject, get_published
from core.usecases.result.decisions import list_decisions, say_decision
from web.public.prose import qr
from web.public.site import PublicSite, Visit, kept, read_number

PROJECT_TEXTS = (
    "public-project-title",
    "public-project-hidden",
    "public-project-hidden-why",
    "public-is-original",
    "public-is-translation",
    "public-other-language",
    "public-same-words",
    "public-facts",
    "public-fact-direction",
    "public-fact-territory",
    "public-fact-place",
    "public-fact-map",
    "public-fact-cost",
    "public-fact-author",
    "public-fact-co-authors",
    "public-fact-votes",
    "public-votes-live",
    "public-money",
    "public-decision",
    "public-result-council",
    "public-decision-ground",
    "public-decision-reason",
    "public-other-reason",
    "public-costs",
    "public-cost-step",
    "public-site-check",
    "public-site-by",
    "public-site-land",
    "public-site-networks",
    "public-site-holder",
    "public-appeal",
    "public-appeal-waiting",
    "public-appeal-waiting-by",
    "public-appeal-upheld",
    "public-appeal-declined",
    "public-excludes",
    "public-excludes-about",
    "public-history",
    "public-step",
    "public-talk",
    "public-supports",
    "public-questions",
    "public-questions-more",
    "public-merged",
    "public-merged-into",
    "public-pictures",
    "public-picture",
    "public-open",
    "public-open-about",
    "public-qr",
    "discussion-question",
    "discussion-answered",
)
"""What the template of this page says."""

STEP_TEXTS = tuple(f"discussion-status-{status}" for status in ProposalStatus)
DEED_TEXTS = tuple(f"sharing-{deed}" for deed in Deed)

QUESTIONS_SHOWN = 8
"""The newest questions with their answers: more of the longest would make a page of over 50 KB (P5)."""

_FOREVER = "public, max-age=86400, immutable"
"""A picture is known by its content; a day, because it may have to go."""

_TYPES = {FileKind.JPEG: "image/jpeg", FileKind.PNG: "image/png"}


class ProjectPage:
    """`/c/{campaign}/projects/{number}` and the pictures below it."""

    def add_routes(self, site: PublicSite) -> None:
        """Serve them."""
        site.show("/c/{campaign}/projects/{number}", self.show)
        site.show("/c/{campaign}/projects/{number}/pictures/{digest}", self.show_picture)

    async def show(self, visit: Visit) -> web.Response:
        """Show everything that is published of a project or a proposal."""
        project = await _require(visit)
        link = card_link(project.rulebook, project.number) if project.wording is not None else ""
        languages = sorted(Language, key=lambda each: each is not visit.language)
        return visit.show(
            "project.html",
            project=project,
            rulebook=project.rulebook,
            direction=_named(project.rulebook.directions, project.direction),
            ground=_named(project.rulebook.grounds, project.ground),
            grounds={each.slug: each.text for each in project.rulebook.grounds},
            other=languages[1],
            shown_questions=QUESTIONS_SHOWN,
            council=await _council(visit, project.number),
            bot=link,
            code=qr(link) if link else "",
        )

    async def show_picture(self, visit: Visit) -> web.Response:
        """Send a picture that belongs to a published project, small unless the whole one is asked for."""
        project, digest = await _require(visit), visit.request.match_info["digest"]
        if digest not in project.pictures:
            raise refuse(Refusal.PROJECT_UNKNOWN, number=project.number)
        try:
            content = await _read(visit, digest)
        except FileNotFoundError:
            raise refuse(Refusal.PROJECT_UNKNOWN, number=project.number) from None
        kind = _TYPES.get(file_kind(content))
        if kind is None:
            raise refuse(Refusal.PROJECT_UNKNOWN, number=project.number)
        return kept(visit.request, web.Response(body=content, content_type=kind), policy=_FOREVER)


def _named(listed: Iterable[Named], slug: str | None) -> Text | None:
    return next((named.text for named in listed if named.slug == slug), None)


async def _require(visit: Visit) -> PublicProject:
    number = read_number(visit.request.match_info["number"])
    return await get_published(visit.services, visit.campaign, number or 0)


async def _council(visit: Visit, number: int) -> list[str]:
    """Return what the council decided on the outcome, line by line; nothing before it is published (F2)."""
    decision = (await list_decisions(visit.services, visit.campaign, [number])).get(number)
    words = visit.pages.locales.words(visit.language)
    return say_decision(words, decision) if decision is not None else []


async def _read(visit: Visit, digest: str) -> bytes:
    if visit.asked("size") == "whole":
        return await asyncio.to_thread(visit.services.files.read, digest)
    return await read_small(visit.services, digest)
