"""The chapters of the rules, among them those about proposing; ``counting`` has those about voting (A3)."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from core.model.stage import Stage
from core.rulebook.model import Contact
from core.usecases.guide import counting
from core.usecases.guide.writing import Writer


class Chapter(StrEnum):
    """What people ask about the rules, in the order in which they ask it."""

    DATES = "dates"
    VOTING = "voting"
    WINNERS = "winners"
    MONEY = "money"
    DIRECTIONS = "directions"
    PROPOSALS = "proposals"
    GROUNDS = "grounds"
    COUNCIL = "council"
    TRUST = "trust"
    CONTACTS = "contacts"


CHAPTER_TEXTS = tuple(f"chapter-{chapter}" for chapter in Chapter)


def write_chapter(writer: Writer, chapter: Chapter, territory: str | None, now: datetime) -> None:
    """Write a chapter as it is for ``territory`` at ``now``; ``None`` stands for the campaign as a whole."""
    if chapter is Chapter.DATES:
        _write_dates(writer, territory, now)
    else:
        _WRITERS[chapter](writer)


def _write_dates(writer: Writer, territory: str | None, now: datetime) -> None:
    windows = [writer.rulebook.window(stage, territory) for stage in Stage]
    for window in windows:
        if window is not None:
            writer.say(
                "dates-stage",
                stage=writer.words(f"stage-{window.stage}"),
                opens=window.opens,
                closes=window.closes,
                is_now=window.is_open(now),
                source=writer.cite(window.act),
            )
            if window.first_closes is not None:
                writer.say("home-extended", first=window.first_closes)
    writer.say("dates-zone")


def _write_directions(writer: Writer) -> None:
    writer.say("directions-about")
    for direction in writer.rulebook.directions:
        writer.say("guide-item", item=direction.text)


def _write_proposals(writer: Writer) -> None:
    writer.say("proposals-authors")
    for author in writer.rulebook.authors:
        papers = author.papers
        if papers:
            writer.say("proposals-author-papers", author=author.text, papers=papers)
        else:
            writer.say("guide-item", item=author.text)
    _limits(writer)
    writer.turn()
    writer.say("proposals-requirements")
    for requirement in writer.rulebook.requirements:
        writer.say("guide-item", item=requirement)
    writer.say("proposals-criteria")
    for criterion in writer.rulebook.criteria:
        writer.say("guide-item", item=criterion.text)


def _limits(writer: Writer) -> None:
    limits = writer.rulebook.limits
    own = limits.get("proposals_per_author")
    if own is not None:
        writer.say("proposals-per-author", count=own, source=writer.cite(own.act))
    _cap(writer)
    pictures = limits.get("pictures_at_least")
    if pictures is not None:
        writer.say("proposals-pictures", count=pictures, source=writer.cite(pictures.act))


def _cap(writer: Writer) -> None:
    cap, most = writer.rulebook.cost_cap, writer.rulebook.cap()
    if cap is None or most is None:
        writer.say("proposals-no-cap")
    elif cap.tenge is not None:
        writer.say("proposals-cap", most=most, source=writer.cite(cap.tenge.act))
    elif cap.multiplier is not None and cap.index_year is not None:
        source = writer.cite(cap.multiplier.act)
        writer.say(
            "proposals-cap-index",
            most=most,
            multiplier=cap.multiplier,
            index_year=cap.index_year,
            source=source,
        )


def _write_grounds(writer: Writer) -> None:
    writer.say("grounds-about")
    for ground in writer.rulebook.grounds:
        writer.say("guide-item", item=ground.text)


def _write_council(writer: Writer) -> None:
    council, review = writer.rulebook.council, writer.rulebook.review
    writer.say("council-about", council=council.name)
    if council.quorum is not None:
        quorum = str(council.quorum.value)
        writer.say("council-quorum", quorum=quorum, source=writer.cite(council.quorum.act))
    if council.majority is not None:
        majority = str(council.majority.value)
        writer.say("council-majority", majority=majority, source=writer.cite(council.majority.act))
    leaves = council.conflict_leaves_denominator
    if leaves is not None:
        writer.say("council-conflict", leaves=leaves, source=writer.cite(leaves.act))
    if council.quorum is None or council.majority is None:
        writer.say("council-unstated")
    if "formal_check_working_days" in review:
        days = review["formal_check_working_days"]
        writer.say("council-check", days=days, source=writer.cite(days.act))
    if "rework_days" in review:
        days = review["rework_days"]
        writer.say("council-rework", days=days, source=writer.cite(days.act))
    if "appeal_days" in review:
        days = review["appeal_days"]
        writer.say("council-appeal", days=days, source=writer.cite(days.act))


def _write_trust(writer: Writer) -> None:
    official = writer.rulebook.official
    if official.bot:
        writer.say("trust-bot", bot=official.bot)
    for page in official.pages:
        writer.say("trust-page", page=page)
    writer.say("trust-nobody-asks")
    writer.say("trust-no-proof")
    writer.say("trust-who-sees")
    writer.say("trust-pressure")


def _write_contacts(writer: Writer) -> None:
    writer.say("contacts-akimat", akimat=writer.rulebook.akimat.name)
    for contact in writer.rulebook.akimat.contacts:
        _contact(writer, contact)
    if writer.rulebook.official.outside_contacts:
        writer.say("contacts-outside")
    for contact in writer.rulebook.official.outside_contacts:
        _contact(writer, contact)
    form = writer.rulebook.official.application_form
    if form is not None:
        writer.say("contacts-form", form=form)


def _contact(writer: Writer, contact: Contact) -> None:
    if contact.address is None:
        writer.say("contacts-line", name=contact.name, phone=contact.phone)
    else:
        writer.say("contacts-line-address", name=contact.name, phone=contact.phone, address=contact.address)


_WRITERS: Mapping[Chapter, Callable[[Writer], None]] = MappingProxyType(
    {
        Chapter.VOTING: counting.write_voting,
        Chapter.WINNERS: counting.write_winners,
        Chapter.MONEY: counting.write_money,
        Chapter.DIRECTIONS: _write_directions,
        Chapter.PROPOSALS: _write_proposals,
        Chapter.GROUNDS: _write_grounds,
        Chapter.COUNCIL: _write_council,
        Chapter.TRUST: _write_trust,
        Chapter.CONTACTS: _write_contacts,
    }
)
