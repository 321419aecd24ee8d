"""The step that asks what it costs: a sum that is read back, lines, or a file, or all of them (B2, B3)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group

from bot.buttons import SumButton
from bot.dialogs.lasting import LastingButton
from bot.dialogs.proposal import notes
from bot.dialogs.proposal.arrivals import OF_THE_FILE
from bot.dialogs.proposal.faults import faults_of
from bot.dialogs.proposal.frame import Sheet, Shown, TakeMessage, step_window
from bot.dialogs.proposal.opened import Opened, change, opened, read
from bot.dialogs.widgets import Choice, Tr, choices, pager, pages
from bot.downloads import DownloadFailed, Sent, fetch
from core.files.store import digest_of
from core.language.markup import Safe
from core.model.proposal import Contents, Draft, EstimateKind, EstimateLine, Step
from core.model.refusals import Refusal, RuleViolation
from core.rules.digits import MoneyProblem
from core.rules.estimate_lines import LinesProblem, read_lines
from core.rules.money import read_money
from core.usecases.proposal import checking
from core.usecases.proposal.pictures import keep_estimate_file

MOST_LINES = 40
"""Lines of an estimate: more belong into a file."""

KIND_TEXTS = tuple(f"proposal-estimate-{kind}" for kind in EstimateKind)
KIND_BUTTON_TEXTS = tuple(f"button-proposal-estimate-{kind}" for kind in EstimateKind)

_PAGE_SIZE = 6
_IN_A_ROW = 6
_ID_LENGTH = 6
_WAITING = "waiting_sum"


class Waiting(NamedTuple):
    """A sum that waits for its yes; ``goes_on`` says that it came with a whole proposal (B5)."""

    tenge: int
    goes_on: bool


def window(take: TakeMessage) -> Window:
    """Return the question for an estimate."""
    kinds = (
        Button(
            Tr(f"button-proposal-estimate-{kind}"),
            id=f"estimate_{kind}",
            on_click=choose_kind,
            when=f"can_be_{kind}",
        )
        for kind in EstimateKind
    )
    return step_window(
        Step.ESTIMATE,
        take,
        show,
        LastingButton(Tr("button-proposal-sum-yes"), "sum"),
        Group(choices(drop_line, items="lines"), width=_IN_A_ROW),
        pager(),
        *kinds,
        Button(Tr("button-proposal-drop-file"), id="no_file", on_click=drop_file, when="has_file"),
    )


async def show(sheet: Sheet) -> Shown:
    """Show what counts, the lines with their total, and the sum that waits for a yes."""
    estimate, words = sheet.contents.estimate, sheet.words
    paged = pages(sheet.manager, -(-len(estimate.lines) // _PAGE_SIZE))
    first = paged["page"] * _PAGE_SIZE
    places = range(first, min(first + _PAGE_SIZE, len(estimate.lines)))
    waiting: Waiting | None = sheet.manager.middleware_data.get(_WAITING)
    data = {
        "sum": _sum_button(sheet.draft, waiting) if waiting is not None else None,
        "lines": [
            Choice(
                value=_line_id(estimate.lines, estimate.lines[place]),
                label=words("button-proposal-drop-line", place=place + 1),
            )
            for place in places
        ],
        "has_file": estimate.file is not None,
        **{f"can_be_{kind}": kind is not estimate.kind for kind in EstimateKind},
        **paged,
    }
    cap = sheet.rulebook.cap()
    facts: dict[str, object] = {"has_cap": cap is not None, "cap": cap or 0}
    return Shown(facts=facts, lines=[*_now(sheet, places)], data=data)


def _sum_button(draft: Draft, waiting: Waiting) -> SumButton:
    return SumButton(
        campaign=draft.campaign_id.campaign,
        draft_id=draft.draft_id,
        tenge=waiting.tenge,
        lines=_short(repr(draft.contents.estimate.lines)),
        goes_on=waiting.goes_on,
    )


def _now(sheet: Sheet, places: Sequence[int]) -> Iterator[str]:
    estimate, words = sheet.contents.estimate, sheet.words
    if estimate.lines:
        yield Safe("\n".join(_line(sheet, place, estimate.lines[place]) for place in places))
        yield words("proposal-lines-total", count=len(estimate.lines), total=estimate.cost)
        if estimate.typed is not None:
            yield words("proposal-typed-beside", typed=estimate.typed)
    elif estimate.typed is not None:
        yield words("proposal-typed", typed=estimate.typed)
    if estimate.cost is not None:
        yield words("proposal-estimate-kind", kind=words(f"proposal-estimate-{estimate.kind}"))
    if estimate.file is not None:
        yield words("proposal-has-file" if estimate.cost is not None else "proposal-file-needs-sum")


def _line(sheet: Sheet, place: int, line: EstimateLine) -> str:
    facts = {"item": line.item, "quantity": line.quantity, "price": line.price, "amount": line.amount}
    return sheet.words("proposal-line", place=place + 1, **facts)


async def choose_kind(_press: CallbackQuery, button: Any, manager: DialogManager) -> None:
    """Keep how sure the cost is."""
    kind = EstimateKind(button.widget_id.removeprefix("estimate_"))
    await _keep(manager, kind=kind)


async def drop_line(_press: CallbackQuery, _select: Any, manager: DialogManager, line_id: str) -> None:
    """Take a line out."""
    await change(manager, lambda contents: _without(contents, line_id))


def _without(contents: Contents, line_id: str) -> Contents:
    lines = contents.estimate.lines
    place = next((place for place, line in enumerate(lines) if _line_id(lines, line) == line_id), len(lines))
    left = lines[:place] + lines[place + 1 :]
    return replace(contents, estimate=replace(contents.estimate, lines=left))


def _line_id(lines: Sequence[EstimateLine], line: EstimateLine) -> str:
    """Return what names a line on a button; of equal ones a second tap takes no second one."""
    return _short(f"{lines.count(line)} {line!r}")


def _short(text: str) -> str:
    return digest_of(text.encode())[:_ID_LENGTH]


async def drop_file(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Take the file out."""
    await _keep(manager, file=None)


def accepted(contents: Contents, button: SumButton) -> Contents:
    """Return the contents with a sum that was read back; it takes the place of the lines of that moment."""
    lines = contents.estimate.lines
    if lines and _short(repr(lines)) != button.lines:
        return contents
    return replace(contents, estimate=replace(contents.estimate, typed=button.tenge, lines=()))


async def take_text(text: str, manager: DialogManager) -> None:
    """Read a sum back before it counts, or add the lines that are understood (B3)."""
    tenge = read_money(text)
    if isinstance(tenge, int):
        read_back(manager, await read(manager), tenge)
        return
    typed = [line for line in text.splitlines() if any(letter.isalnum() for letter in line)]
    read_ = [read_lines(line) for line in typed]
    lines = [line for found in read_ if not isinstance(found, LinesProblem) for line in found]
    if not lines and len(typed) == 1 and tenge is not MoneyProblem.NO_SUM:
        notes.say(manager, f"browsing-cost-{tenge}")
        return
    unread = [line for line, found in zip(typed, read_, strict=True) if isinstance(found, LinesProblem)]
    await _add(manager, lines, unread)


def read_back(manager: DialogManager, draft: Draft, tenge: int, *, goes_on: bool = False) -> None:
    """Ask whether this sum was meant; the yes stands in the button and needs no memory (B3)."""
    manager.middleware_data[_WAITING] = Waiting(tenge, goes_on)
    notes.say(manager, "proposal-sum-read", typed=tenge, count=len(draft.contents.estimate.lines))


async def _add(manager: DialogManager, lines: Sequence[EstimateLine], unread: Sequence[str]) -> None:
    known = (await read(manager)).contents.estimate.lines
    if len(known) + len(lines) > MOST_LINES:
        notes.say(manager, "proposal-too-many-lines", most=MOST_LINES)
        return
    if lines:
        # Telegram may bring an update again: what stands at the end already was added by it.
        is_again = known[-len(lines) :] == tuple(lines)
        await _keep(manager, lines=known if is_again else (*known, *lines))
        manager.dialog_data["page"] = (len(known) + len(lines) - 1) // _PAGE_SIZE
    for line in unread:
        notes.say(manager, "proposal-line-unread", line=line[:100])


async def _keep(manager: DialogManager, **answer: Any) -> None:
    await change(manager, lambda contents: replace(contents, estimate=replace(contents.estimate, **answer)))
    await say_faults(manager, await opened(manager))


async def say_faults(manager: DialogManager, place: Opened) -> None:
    """Say at once when it costs more than a project may (B3)."""
    checked = await checking.check_draft(*place)
    faults = faults_of(checked.check, Step.ESTIMATE)
    if faults:
        notes.say_reasons(manager, faults)


async def take_file(_message: Message, sent: Sent, manager: DialogManager) -> None:
    """Keep a file with the estimate; what is wrong with it is said, and everything else stays (B7)."""
    try:
        content = await fetch(manager.middleware_data["bot"], sent, Refusal.FILE_REFUSED)
        await keep_estimate_file(*await opened(manager), content)
    except DownloadFailed:
        notes.say(manager, "proposal-download-failed")
    except RuleViolation as violation:
        if violation.refusal not in OF_THE_FILE:
            raise
        notes.say_reasons(manager, violation.reasons)
    else:
        notes.say(manager, "proposal-file-kept")
