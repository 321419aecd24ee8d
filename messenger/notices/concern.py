"""How people are told what was done in their name: a vote, a question at the desk, a case (E10)."""

from datetime import date

from core.language.locales import Words
from core.language.markup import Safe
from core.usecases.concern.cases import get_closed
from core.usecases.notice.kinds import Notice
from core.usecases.place import choosing
from core.usecases.services import Services
from messenger.buttons import Destination, NotMeButton, keyboard, labelled
from messenger.notices.rendered import Rendered


async def render_counted(services: Services, words: Words, notice: Notice) -> Rendered:
    """Say that a vote was counted on another account or on paper, never for what, with «not me» below."""
    rulebook = await choosing.require_rulebook(services, notice.campaign_id)
    text = words(
        "notice-vote-counted",
        title=rulebook.title,
        day=date.fromisoformat(notice.facts["day"]),
        channel=notice.facts["channel"],
    )
    button = NotMeButton(campaign=notice.campaign_id.campaign)
    return Rendered(text=text, keyboard=labelled((words("button-not-me"), button)))


async def render_asked(services: Services, words: Words, notice: Notice) -> Rendered:
    """Say that the desk asked whether the person's vote was counted, and whom to call about it."""
    rulebook = await choosing.require_rulebook(services, notice.campaign_id)
    first = rulebook.akimat.contacts[0]
    text = words(
        "notice-vote-asked",
        title=rulebook.title,
        day=date.fromisoformat(notice.facts["day"]),
        contact=first.name,
        phone=first.phone,
    )
    return Rendered(text=text, keyboard=keyboard(words, Destination.HOME))


async def render_closed(services: Services, words: Words, notice: Notice) -> Rendered | None:
    """Tell the observer's answer to a case, and whom else one may turn to (P7).

    Raises:
        RuleViolation: ``case-unknown`` where the case is gone.
    """
    case, rulebook = await get_closed(services, notice.campaign_id, notice.facts["case"])
    if case.answer is None:
        return None
    told = words("notice-case-closed", number=case.number, day=case.voted, answer=case.answer)
    contacts = rulebook.official.outside_contacts
    lines = [words("contacts-line", name=each.name, phone=each.phone) for each in contacts]
    outside = [Safe("\n".join([words("notice-case-outside"), *lines]))] if lines else []
    text = Safe("\n\n".join([told, *outside]))
    return Rendered(text=text, keyboard=keyboard(words, Destination.HOME))
