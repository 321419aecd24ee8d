"""The easy question that keeps programs out."""

from core.rules.question import OPTIONS, QUESTIONS, is_right, question_for


def test_a_draft_is_asked_the_same_again() -> None:
    """Steady for a draft and an attempt, another one after each wrong answer, all of them in turn [B2]."""
    asked = [question_for("abcdef123456", attempt) for attempt in range(len(QUESTIONS))]
    assert asked == [question_for("abcdef123456", attempt) for attempt in range(len(QUESTIONS))]
    assert {question.slug for question in asked} == set(QUESTIONS)


def test_the_right_answer_stands_anywhere() -> None:
    """All four answers are there once, and over many drafts the right one in each place [B2]."""
    asked = [question_for(f"{number:012x}", 0) for number in range(100)]
    assert all(sorted(question.options) == sorted(OPTIONS) for question in asked)
    places = {[is_right(option) for option in question.options].index(True) for question in asked}
    assert places == {0, 1, 2, 3}
