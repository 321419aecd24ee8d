"""The rules for people: legal basis, every number with its act, and what no source says (A1, A3, P2)."""

from aiohttp import web

from core.documents.qr import bot_link
from core.rulebook.model import Mode
from core.usecases.guide.chapters import Chapter
from core.usecases.place.choosing import require_rulebook
from web.public.prose import qr, tell_all
from web.public.site import PublicSite, Visit

RULES_TEXTS = (
    "public-rules-title",
    "public-rules-about",
    "public-rules-contents",
    "public-acts",
    "public-act",
    "public-act-numbered",
    "public-notes",
    "public-unstated",
    "public-unstated-about",
    "public-channels-title",
    "public-channels-about",
    "public-fakes",
    "public-fakes-name",
    "public-fakes-name-none",
    "public-fakes-address",
    "public-fakes-forms",
    "public-fakes-money",
    "public-outside",
    "public-outside-none",
)
"""What the templates of these pages say."""

MODE_TEXTS = tuple(f"public-mode-{mode}" for mode in Mode)

_OPEN = (
    "akimat",
    "cost_cap",
    "council",
    "limits",
    "money",
    "official",
    "outcome",
    "proposal",
    "reminders",
    "retention",
    "review",
    "voting",
)
UNSTATED_TEXTS = tuple(f"public-unstated-{part.replace('_', '-')}" for part in _OPEN)
"""Parts of a rulebook of which some key may be left open."""

_CHAPTERS = (
    Chapter.DIRECTIONS,
    Chapter.PROPOSALS,
    Chapter.GROUNDS,
    Chapter.COUNCIL,
    Chapter.VOTING,
    Chapter.WINNERS,
    Chapter.MONEY,
)


class RulesPage:
    """`/c/{campaign}/rules` and `/c/{campaign}/channels`."""

    def add_routes(self, site: PublicSite) -> None:
        """Serve them."""
        site.show("/c/{campaign}/rules", self.show)
        site.show("/c/{campaign}/channels", self.show_channels)

    async def show(self, visit: Visit) -> web.Response:
        """Show the rules as they are in force."""
        rulebook = await require_rulebook(visit.services, visit.campaign)
        words = visit.pages.locales.words(visit.language)
        chapters, notes = tell_all(words, rulebook, _CHAPTERS, visit.services.clock.now())
        parts = dict.fromkeys(key.split(".")[0].replace("_", "-") for key in rulebook.unstated)
        return visit.show(
            "rules.html",
            rulebook=rulebook,
            chapters=chapters,
            notes=notes,
            unstated=[part for part in parts if f"public-unstated-{part}" in UNSTATED_TEXTS],
        )

    async def show_channels(self, visit: Visit) -> web.Response:
        """Show which bot and pages are the official ones, and whom to tell of a fake (A3, E9)."""
        rulebook = await require_rulebook(visit.services, visit.campaign)
        words = visit.pages.locales.words(visit.language)
        chapters, _ = tell_all(words, rulebook, (Chapter.TRUST, Chapter.CONTACTS), visit.services.clock.now())
        link = bot_link(rulebook)
        return visit.show(
            "channels.html", rulebook=rulebook, chapters=chapters, bot=link, code=qr(link) if link else ""
        )
