"""The step that asks who proposes: kind, full name, number, whether the name is published (B2, P1)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery, Contact, KeyboardButton
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.proposal import notes
from bot.dialogs.proposal.frame import Sheet, Shown, TakeMessage, step_window
from bot.dialogs.proposal.opened import change, read
from bot.dialogs.verification import share_key
from bot.dialogs.widgets import Choice, Tr, choices
from core.model.proposal import Author, Step
from core.rules.author import printed_phone, read_name, read_phone
from core.rules.steps import author_kind_of


def window(take: TakeMessage) -> Window:
    """Return the questions about the author."""
    return step_window(
        Step.AUTHOR,
        take,
        show,
        choices(choose_kind, items="kinds", when="asks_kind"),
        Button(Tr("button-proposal-other-kind"), id="other_kind", on_click=drop_kind, when="has_kind"),
        Button(Tr("button-proposal-own-phone"), id="phone", on_click=ask_phone, when="asks_phone"),
        Button(Tr("button-proposal-name-public"), id="public", on_click=publish, when="is_hidden"),
        Button(Tr("button-proposal-name-hidden"), id="hidden", on_click=hide, when="is_public"),
    )


async def show(sheet: Sheet) -> Shown:
    """Show what is known of the author, and what is asked next."""
    author, rulebook = sheet.contents.author, sheet.rulebook
    kind = author_kind_of(rulebook, sheet.contents)
    asks_kind = bool(rulebook.authors) and kind is None
    data = {
        "kinds": [
            Choice(value=each.slug, label=each.text.in_language(sheet.words.language))
            for each in rulebook.authors
        ],
        "asks_kind": asks_kind,
        "has_kind": len(rulebook.authors) > 1 and kind is not None,
        "asks_phone": not asks_kind and author.phone is None,
        "is_public": author.is_name_public,
        "is_hidden": not author.is_name_public and author.name is not None,
    }
    return Shown(facts={}, lines=["\n".join(_known(sheet)), _asked(sheet, asks_kind=asks_kind)], data=data)


def _known(sheet: Sheet) -> Iterator[str]:
    author, words = sheet.contents.author, sheet.words
    kind = author_kind_of(sheet.rulebook, sheet.contents)
    nothing = words("proposal-nothing")
    if sheet.rulebook.authors:
        yield words("proposal-author-kind", kind=kind.text if kind is not None else nothing)
    yield words("proposal-author-name", name=author.name or nothing)
    yield words("proposal-author-phone", phone=printed_phone(author.phone) if author.phone else nothing)
    if author.name is not None:
        yield words("proposal-author-public", is_public=author.is_name_public)


def _asked(sheet: Sheet, *, asks_kind: bool) -> str:
    author, words = sheet.contents.author, sheet.words
    if asks_kind:
        return words("proposal-ask-author-kind")
    if author.name is None:
        return words("proposal-ask-author-name")
    return words("proposal-ask-author-phone") if author.phone is None else ""


async def choose_kind(_press: CallbackQuery, _select: Any, manager: DialogManager, slug: str) -> None:
    """Keep as whom the author proposes."""
    await _keep(manager, kind=slug)


async def drop_kind(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Ask for the kind again."""
    await _keep(manager, kind=None)


async def publish(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Let the name be published with the proposal."""
    await _keep(manager, is_name_public=True)


async def hide(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Publish no name."""
    await _keep(manager, is_name_public=False)


async def ask_phone(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Put the key that shares the own number in the place of the keyboard."""
    words = manager.middleware_data["words"]
    key = KeyboardButton(text=words("button-verification-share"), request_contact=True)
    await share_key.put(manager, key, words("proposal-phone-key"))
    manager.show_mode = ShowMode.NO_UPDATE


async def take_text(text: str, manager: DialogManager) -> None:
    """Take a number to call, or a name, whichever it is."""
    typed = " ".join(text.split())
    author = (await read(manager)).contents.author
    if (phone := read_phone(typed)) is not None:
        await _keep(manager, phone=phone)
    elif any(letter.isdigit() for letter in typed):
        notes.say(manager, "proposal-phone-unreadable")
    elif (name := read_name(typed)) is None:
        notes.say(manager, "proposal-name-unreadable")
    elif author.name != name:
        await _keep(manager, name=name)


async def take_contact(contact: Contact, manager: DialogManager, *, is_own: bool) -> None:
    """Take the author's own number; somebody else's card is none (P1)."""
    if not is_own:
        notes.say(manager, "proposal-contact-not-own")
        return
    await _keep(manager, phone=read_phone(contact.phone_number) or contact.phone_number)


async def _keep(manager: DialogManager, **answer: Any) -> None:
    def edit(author: Author) -> Author:
        return replace(author, **answer)

    await change(manager, lambda contents: replace(contents, author=edit(contents.author)))
