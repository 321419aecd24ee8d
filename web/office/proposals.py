"""The office's list of proposals, one of them whole, and its author where that is asked for (B6, L2)."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from core.model.proposal import Channel, ProposalStatus
from core.model.refusals import RuleViolation
from core.model.review import Queue
from core.usecases.proposal.papers import MOST_PAPERS, record_at_desk
from core.usecases.review.proposals import show_author
from core.usecases.review.queues import Filter, LinePage, has_number, list_lines
from web.office.desk import Desk, Office, read_number
from web.office.showing import facts_of, names_of

LIST_TEXTS = (
    "review-title",
    "review-queues",
    "review-late",
    "review-today",
    "review-found",
    "review-none",
    "review-none-found",
    "review-search",
    "button-review-search",
    "review-reset",
    "review-filter-territory",
    "review-filter-direction",
    "review-filter-status",
    "review-any-territory",
    "review-any-direction",
    "review-any-status",
    "review-column-number",
    "review-column-title",
    "review-column-territory",
    "review-column-cost",
    "review-column-status",
    "review-column-due",
    "review-export",
    "review-paper-badge",
)
PAGE_TEXTS = (
    "review-act-check",
    "review-act-site",
    "review-act-cost",
    "review-act-author",
    "review-author-title",
    "review-author-logged",
    "review-author-name",
    "review-author-phone",
    "review-author-unnamed",
    "review-history",
    "review-history-step",
    "review-history-by",
    "review-history-ground",
    "review-history-due",
    "review-checks",
    "review-check-of",
    "review-answer-yes",
    "review-answer-no",
    "review-answer-open",
    "review-site-checks",
    "review-site-none",
    "review-site-by",
    "review-site-land-yes",
    "review-site-land-no",
    "review-site-networks-yes",
    "review-site-networks-no",
    "review-site-holder",
    "review-costs",
    "review-cost-change",
    "review-papers",
    "review-papers-asked",
    "review-papers-due",
    "review-papers-none",
    "review-paper-file",
    "review-paper-desk",
    "review-paper-late",
    "review-papers-count",
    "button-review-papers",
)
"""What the templates of these pages say."""


class ProposalPages:
    """`/{campaign}/proposals` and what stands below one number."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/proposals", self.show_list)
        office.show("/{campaign}/proposals/{number}", self.show_one)
        office.show("/{campaign}/proposals/{number}/author", self.show_author)
        office.take("/{campaign}/proposals/{number}/papers", self.record_papers)

    async def show_list(self, desk: Desk) -> web.StreamResponse:
        """Show a page of a queue; a number that is there leads straight to it."""
        shown = filter_of(desk)
        number = read_number(shown.words)
        if number and await has_number(desk.services, desk.actor, desk.campaign_id, number):
            raise desk.go(f"/{desk.campaign_id.campaign}/proposals/{number}")
        page = read_number(desk.request.query.get("page", "1")) - 1
        found = await list_lines(desk.services, desk.actor, desk.campaign_id, shown, page)
        return desk.show("proposals.html", **_list_facts(desk, found))

    async def show_one(self, desk: Desk) -> web.StreamResponse:
        """Show everything that stands in a proposal but who proposes it."""
        return desk.show("proposal.html", **await page_facts(desk))

    async def show_author(self, desk: Desk) -> web.StreamResponse:
        """Show name and telephone; the look is in the log before they are here."""
        author = await show_author(desk.services, desk.actor, desk.campaign_id, desk.number)
        return desk.show("author.html", **await facts_of(desk), author=author)

    async def record_papers(self, desk: Desk) -> web.StreamResponse:
        """Record papers that were brought to the desk."""
        count, seen = read_number(desk.form.text("count")), read_number(desk.form.text("seen"))
        try:
            await record_at_desk(desk.services, desk.campaign_id, desk.number, count, desk.actor, seen=seen)
        except RuleViolation as violation:
            return desk.refused("proposal.html", violation, **await page_facts(desk))
        raise desk.done(f"/{desk.campaign_id.campaign}/proposals/{desk.number}")


async def page_facts(desk: Desk, typed: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    """Return what the page of the proposal in the address shows; ``typed`` came too late for its form."""
    facts = await facts_of(desk)
    at_desk = sum(paper.digest is None for paper in facts["dossier"].papers)
    return {**facts, "most_papers": MOST_PAPERS, "at_desk": at_desk, "typed": typed}


def filter_of(desk: Desk) -> Filter:
    """Return what the address asks for; whatever it does not know is left out."""
    asked = desk.request.query
    queue, status = asked.get("queue", ""), asked.get("status", "")
    rulebook = desk.campaign_rules
    directions = {item.slug for item in rulebook.directions}
    territory, direction = asked.get("territory"), asked.get("direction")
    return Filter(
        queue=Queue(queue) if queue in set(Queue) else Queue.ALL,
        status=ProposalStatus(status) if status in set(ProposalStatus) else None,
        territory=territory if territory in rulebook.territories.nodes else None,
        direction=direction if direction in directions else None,
        words=asked.get("words", "").strip(),
    )


def query_of(shown: Filter, **changed: object) -> str:
    """Return a filter as the address has it."""
    facts = {
        "queue": shown.queue.value if shown.queue is not Queue.ALL else "",
        "status": shown.status.value if shown.status is not None else "",
        "territory": shown.territory or "",
        "direction": shown.direction or "",
        "words": shown.words,
        **changed,
    }
    return urlencode({name: str(value) for name, value in facts.items() if value})


def _list_facts(desk: Desk, found: LinePage) -> dict[str, Any]:
    shown, page = found.shown, found.page
    folder = f"{desk.campaign_id.campaign}/proposals"
    before = f"?{query_of(shown, page=page)}" if page else ""
    after = f"?{query_of(shown, page=page + 2)}" if page + 1 < found.pages else ""
    tree = found.rulebook.territories
    return {
        "found": found,
        "shown": shown,
        "is_filtered": bool(query_of(shown, queue="")),
        "names": names_of(desk, found.rulebook),
        "folder": folder,
        "queues": list(found.counts.queues.items()),
        "newer": before,
        "older": after,
        "query": query_of(shown),
        "depths": {slug: len(tuple(tree.line(slug))) - 1 for slug in tree.nodes},
        "statuses": list(ProposalStatus),
        "paper": Channel.PAPER,
        "everything": Queue.ALL,
        "check_queue": Queue.CHECK,
    }
