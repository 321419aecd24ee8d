"""The filled-in application as its author asks for it (B4).

Apart from reading one's own proposal, because typesetting takes a while and nobody gets it unasked (P5).
"""

import asyncio

from core.documents.application import ApplicationFacts, Happening, application_pdf
from core.language.locales import Locales
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.refusals import Refusal, refuse
from core.usecases.proposal.mine import MyProposal, my_proposal
from core.usecases.services import Services


async def make_application(
    services: Services, locales: Locales, campaign_id: CampaignId, account_id: int, number: int
) -> bytes:
    """Return one's own application as PDF in both languages, with its newest version and its history.

    Raises:
        RuleViolation: ``proposal-unknown`` also for co-authors: it has the author's name and telephone (P1).
    """
    mine = await my_proposal(services, campaign_id, account_id, number)
    if mine.is_co_author:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    kk, ru = locales.words(Language.KAZAKH), locales.words(Language.RUSSIAN)
    return await asyncio.to_thread(application_pdf, kk, ru, facts_of(mine), mine.last.at)


def facts_of(mine: MyProposal) -> ApplicationFacts:
    """Return what the document says of one's own proposal."""
    history = (
        Happening(
            status=event.status, at=event.at, ground=event.ground, reason=event.reason, due_at=event.due_at
        )
        for event in mine.history
    )
    return ApplicationFacts(
        rulebook=mine.rulebook,
        proposal=mine.proposal,
        contents=mine.contents,
        history=tuple(history),
        papers=mine.papers,
    )
