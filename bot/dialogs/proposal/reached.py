"""An application reached from outside of its screens: a confirmed sum, a whole message, early pictures.

Separate from the handlers, which only take the update apart, and from the steps, which are open already.
"""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.albums import Albums, Answer
from bot.buttons import AddPicturesButton, SumButton
from bot.dialogs.proposal import answers, arrivals, notes
from bot.dialogs.proposal.opened import RETURNS, Opened, has_open, open_draft, opened, step_of
from bot.dialogs.proposal.steps import estimate
from bot.dialogs.proposal.template import Understood, label_of, labels_of, take_template
from bot.dialogs.whose import place_of
from bot.downloads import find_sent
from core.language.locales import Words
from core.language.shortening import shortened
from core.model.campaign import CampaignId
from core.model.proposal import Draft, Step
from core.model.viewer import Viewer
from core.rulebook.model import Mode
from core.rules.steps import first_missing
from core.usecases.place.choosing import find_campaign, require_rulebook
from core.usecases.proposal import drafting
from core.usecases.services import Services
from messenger.buttons import Destination, keyboard, labelled

_TITLE_LENGTH = 60


async def accept_sum(manager: DialogManager, button: SumButton) -> None:
    """Let a sum count that was read back (B3).

    Raises:
        RuleViolation: ``campaign-unknown``, ``draft-unknown``, ``draft-submitted``.
    """
    place = await _place(manager, button.campaign, button.draft_id)
    draft = await drafting.change(*place, lambda contents: estimate.accepted(contents, button))
    await estimate.say_faults(manager, place)
    returns = has_open(manager, draft.draft_id) and bool(manager.dialog_data.get(RETURNS))
    step = Step.ESTIMATE
    if draft.contents.estimate.lines:
        # They came after the question, which did not count them.
        estimate.read_back(manager, draft, button.tenge, goes_on=button.goes_on)
    elif button.goes_on:
        step = await _first_open(place)
    await _open(manager, place, step, returns=returns)


async def add_pictures(manager: DialogManager, button: AddPicturesButton) -> None:
    """Add the pictures that came while something else was on the screen, as their sender wishes now."""
    place = await _place(manager, button.campaign, button.draft_id)
    albums: Albums = manager.middleware_data["albums"]
    bot, words = manager.middleware_data["bot"], manager.middleware_data["words"]
    waiting = await albums.take(button.sent)
    if waiting:
        problems = await arrivals.add_all(place, bot, words, waiting)
        notes.add(manager, await arrivals.summary(place, words, problems))
    else:
        notes.say(manager, "proposal-pictures-again")
    await _open(manager, place, Step.PICTURES)


async def take_forgotten(manager: DialogManager, draft: Draft, message: Message) -> None:
    """Open the application where it was left, and take the message as the answer to that step."""
    await open_draft(manager, draft, show_mode=ShowMode.NO_UPDATE)
    manager.show_mode = ShowMode.SEND
    await answers.take(message, manager)
    await manager.show()


async def take_whole(manager: DialogManager, message: Message, text: str) -> None:
    """Take a whole application out of one message, with its photo, and ask for what is missing (B5)."""
    words: Words = manager.middleware_data["words"]
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    known = await opened(manager) if step_of(manager) is not None else None
    campaign_id = known.campaign_id if known is not None else place_of(viewer)
    if await _is_guide(services, campaign_id):
        await message.answer(words("proposal-guide"), reply_markup=keyboard(words, Destination.HOME))
        return
    understood = await take_template(
        services,
        campaign_id,
        viewer.account_id,
        words,
        labels_of(manager.middleware_data["locales"]),
        text,
        draft_id=known.draft_id if known is not None else None,
    )
    place = Opened(services, campaign_id, viewer.account_id, understood.draft.draft_id)
    await _add_photo(manager, place, message)
    await _ask_what_is_missing(manager, place, understood)


async def _add_photo(manager: DialogManager, place: Opened, message: Message) -> None:
    sent = find_sent(message)
    if sent is None:
        return
    bot, words = manager.middleware_data["bot"], manager.middleware_data["words"]
    problem = await arrivals.add(place, bot, words, sent)
    notes.add(manager, await arrivals.summary(place, words, [problem] if problem else []))


async def _ask_what_is_missing(manager: DialogManager, place: Opened, understood: Understood) -> None:
    words: Words = manager.middleware_data["words"]
    notes.say(manager, "proposal-template-taken")
    if understood.unread:
        fields = tuple(label_of(words, field) for field in understood.unread)
        notes.say(manager, "proposal-template-unread", fields=fields)
    step = await _first_open(place)
    if understood.cost is not None and understood.cost != understood.draft.contents.estimate.cost:
        step = Step.ESTIMATE
        estimate.read_back(manager, understood.draft, understood.cost, goes_on=True)
    await _open(manager, place, step)


async def _first_open(place: Opened) -> Step:
    rulebook = await require_rulebook(place.services, place.campaign_id)
    draft = await drafting.require_draft(*place)
    return first_missing(rulebook, draft.contents) or Step.PREVIEW


async def _is_guide(services: Services, campaign_id: CampaignId) -> bool:
    rulebook = await require_rulebook(services, campaign_id)
    return rulebook.voting.mode.value is Mode.GUIDE


async def _place(manager: DialogManager, campaign: str, draft_id: str) -> Opened:
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    return Opened(services, await find_campaign(services, campaign), viewer.account_id, draft_id)


async def _open(manager: DialogManager, place: Opened, step: Step, *, returns: bool = False) -> None:
    draft = await drafting.go_to(*place, step)
    await open_draft(manager, draft, returns=returns)


async def offer_pictures(
    message: Message, services: Services, viewer: Viewer, words: Words, albums: Albums
) -> None:
    """Answer pictures that nothing asked for, once an album: offer to add them where one draft is open."""
    album = arrivals.album_of(message) or f"{message.chat.id}:{message.message_id}"
    drafts: Sequence[Draft] = ()
    if viewer.campaign_id is not None:
        drafts = await drafting.list_drafts(services, viewer.campaign_id, viewer.account_id)
    sent = find_sent(message)
    markup = keyboard(words, Destination.HOME)
    text = words("unexpected-file")
    if len(drafts) == 1 and sent is not None:
        draft, token = drafts[0], await albums.keep(album, sent)
        add = AddPicturesButton(campaign=draft.campaign_id.campaign, draft_id=draft.draft_id, sent=token)
        markup = labelled((words("button-proposal-add-pictures"), add))
        title = draft.contents.title
        named = shortened(title, _TITLE_LENGTH) if title else words("proposal-untitled")
        text = words("proposal-add-pictures", title=named)
    answer = _answer_to(message, text, markup)
    if message.media_group_id is None:
        await answer(())
        return
    await albums.hold(album)
    await albums.release(album, answer)


def _answer_to(message: Message, text: str, markup: InlineKeyboardMarkup) -> Answer:
    async def answer(_said: Sequence[str]) -> None:
        await message.answer(text, reply_markup=markup)

    return answer
