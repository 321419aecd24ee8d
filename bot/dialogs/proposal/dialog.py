"""The windows of an application, from the list of one's own to the number (B1-B8)."""

from aiogram_dialog import Dialog

from bot.dialogs.proposal import beginning, overview, preview
from bot.dialogs.proposal.answers import take
from bot.dialogs.proposal.steps import author, direction, estimate, last, pictures, place, territory, texts
from bot.screen import Screen


def build() -> Dialog:
    """Make the dialog."""
    return Screen(
        overview.overview_window(),
        beginning.beginning_window(),
        beginning.models_window(),
        beginning.model_window(),
        beginning.template_window(),
        direction.window(take),
        texts.title_window(take),
        texts.description_window(take),
        territory.window(take),
        place.window(take),
        estimate.window(take),
        pictures.window(take),
        pictures.picture_window(take),
        author.window(take),
        last.papers_window(take),
        last.rules_window(take),
        last.question_window(take),
        preview.window(take),
        preview.discard_window(),
        overview.left_window(),
        overview.submitted_window(),
        on_start=overview.begin,
    )
