"""The page of refusals says what people are told today."""

from tests.bot.refusal_table import PAGE, render


def test_page_is_up_to_date() -> None:
    """`docs/refusals.md` has every refusal in both languages; `make refusals` writes it [P7]."""
    assert PAGE.read_text(encoding="utf-8") == render()
