"""A campaign's page: dates, what can be done now, numbers, money, council, contacts, the bot (A3)."""

from aiohttp import web

from core.documents.qr import bot_link
from core.model.refusals import Refusal, refuse
from core.rules.guide import Action
from core.usecases.guide.chapters import Chapter
from core.usecases.outcome.reading import get_report
from core.usecases.outcome.telling import tell as tell_outcome
from core.usecases.publishing.overview import get_overview
from web.public.prose import qr, tell
from web.public.site import PublicSite, Visit

CAMPAIGN_TEXTS = (
    "public-campaign-title",
    "public-now",
    "public-nothing-now",
    "public-dates-stage",
    "public-dates-when",
    "public-dates-now",
    "public-period",
    "public-dates-territory",
    "amendment-extended",
    "public-freeze-link",
    "dates-zone",
    "public-numbers",
    "public-number-submitted",
    "public-number-registered",
    "public-number-admitted",
    "public-number-refused",
    "public-number-withdrawn",
    "public-number-merged",
    "public-count",
    "public-outcomes",
    "button-chapter-dates",
    "button-chapter-council",
    "public-council",
    "public-council-none",
    "public-member",
    "public-member-chair",
    "public-bot",
    "public-bot-open",
    "public-bot-none",
    "public-qr",
)
"""What the templates of this page say."""

_DOING = (
    Action.VOTE,
    Action.PROPOSE,
    Action.DISCUSS,
    Action.OFFICIAL_PAGE,
    Action.OUTCOME,
    Action.PROJECTS,
    Action.RULES,
)
DOING_TEXTS = tuple(f"public-do-{action}" for action in _DOING)


class CampaignPage:
    """`/c/{campaign}/` and the outcome of a territory below it."""

    def add_routes(self, site: PublicSite) -> None:
        """Serve them."""
        site.show("/c/{campaign}", self.lead_in)
        site.show("/c/{campaign}/", self.show)
        site.show("/c/{campaign}/outcome/{territory}", self.show_outcome)

    async def lead_in(self, visit: Visit) -> web.Response:
        """Lead to the page itself: links below it are relative."""
        lang = visit.asked("lang")
        raise web.HTTPMovedPermanently(
            f"{visit.campaign.campaign}/" + (f"?lang={visit.language}" if lang else "")
        )

    async def show(self, visit: Visit) -> web.Response:
        """Show the campaign at a glance."""
        overview = await get_overview(visit.services, visit.campaign)
        words, rulebook = visit.pages.locales.words(visit.language), overview.rulebook
        link = bot_link(rulebook)
        return visit.show(
            "campaign.html",
            overview=overview,
            rulebook=rulebook,
            doing=[action for action in _DOING if action in overview.actions],
            chapters=[
                tell(words, rulebook, chapter, overview.now) for chapter in (Chapter.MONEY, Chapter.CONTACTS)
            ],
            bot=link,
            code=qr(link) if link else "",
        )

    async def show_outcome(self, visit: Visit) -> web.Response:
        """Show what was counted in a territory, with thresholds, money and who confirms it (F5)."""
        report = await get_report(visit.services, visit.campaign, visit.request.match_info["territory"])
        if report is None:
            raise refuse(Refusal.TERRITORY_UNKNOWN)
        words = visit.pages.locales.words(visit.language)
        told = tell_outcome(words, report, visit.services.clock.now())
        return visit.show("outcome.html", rulebook=report.rulebook, told=told)
