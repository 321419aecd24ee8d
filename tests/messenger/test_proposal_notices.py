"""What authors, askers and followers are told, in both languages (B4, B6, D6, D7)."""

import re

import pytest

from core.model.language import Language
from core.model.refusals import Refusal
from core.rules.review import ReviewAct
from core.usecases.discussion.merging import offer, settle
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.discussion.questions import answer, ask
from core.usecases.following.following import follow
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.place.account import choose_language
from messenger.buttons import AgainButton, ProposalButton
from messenger.notices.telling import TELLINGS, render
from tests.support.front import strict_locales
from tests.support.proposals import (
    INTAKE,
    REASON,
    account_of,
    author,
    decided,
    refusal_of,
    registered,
    submitted,
)
from tests.support.town import CAMPAIGN, Town

MOST = 900
"""Characters of a notice: a phone shows it without scrolling."""

CALLBACK_BYTES = 64
WORDS = {
    ("register", Language.KAZAKH): ("өтініміңіз тіркелді", "Сараптамалық кеңес", "Талқылау: ", "00-00-01"),
    ("register", Language.RUSSIAN): ("зарегистрирована", "Экспертный совет", "Обсуждение: ", "00-00-01"),
    ("return", Language.KAZAKH): (
        "пысықтауға қайтарылды",
        "Аула қоршалған.",
        "2026 жылғы 14 қыркүйекке дейін (қоса алғанда)",
    ),
    ("return", Language.RUSSIAN): (
        "возвращена на доработку",
        "Двор огорожен.",
        "до 14 сентября 2026 года включительно",
    ),
    ("refuse", Language.KAZAKH): (
        "қабылданбады",
        "қала тұрғындары үшін шектеулі қолжетімділік бар",
        "Аула қоршалған.",
        "қабылдаған:</b> әкімдік",
        "2026 жылғы 13 қыркүйекке дейін",
    ),
    ("refuse", Language.RUSSIAN): (
        "отклонена",
        "имеют ограниченный доступ для жителей города",
        "Двор огорожен.",
        "принял:</b> акимат",
        "до 13 сентября 2026 года включительно",
    ),
}


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin in the stage of discussion."""
    town.clock.set_to(INTAKE)


async def received(town: Town, account: int, kind: NoticeKind, language: Language) -> tuple[str, str]:
    """Return the text and the first button of the account's last notice of a kind."""
    await choose_language(town.services, account, language)
    notices = [
        each for each in await claim(town.services, 100) if (each.account_id, each.kind) == (account, kind)
    ]
    rendered = await render(town.services, strict_locales(), notices[-1])
    assert rendered is not None
    data = rendered.keyboard.inline_keyboard[0][0].callback_data
    assert data is not None
    text = rendered.text.replace("\N{NO-BREAK SPACE}", " ")
    assert len(re.sub(r"<[^>]+>", "", text)) <= MOST
    return text, data


def test_every_kind_is_told() -> None:
    """Whatever can be queued, somebody knows how to say it [G1]."""
    assert set(TELLINGS) == set(NoticeKind)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("act", ["register", "return", "refuse"])
async def test_the_author_hears_decision_reasons_and_term(town: Town, act: str, language: Language) -> None:
    """Number, title, what was decided and why, what to do until when, whom to call [B4] [B6] [P7]."""
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct(act))
    text, data = await received(town, account_of(0), NoticeKind.PROPOSAL_DECIDED, language)
    assert data == f"prop:semey-demo:{number}"
    assert f"№ {number}" in text
    assert "Абай алаңына орындықтар қою" in text
    assert [words for words in WORDS[act, language] if words not in text] == []


@pytest.mark.parametrize("language", Language)
async def test_the_councils_word_names_the_council(town: Town, language: Language) -> None:
    """What the council refuses or admits is told as its decision, to author and follower [B4] [C2] [D7]."""
    refused, admitted = await registered(town, 0), await registered(town, 1)
    await town.settle(7800)
    await follow(town.services, CAMPAIGN, 7800, admitted)
    await decided(town, refused, ReviewAct.REFUSE)
    await decided(town, admitted, ReviewAct.ADMIT)
    council = {Language.KAZAKH: "Сараптамалық кеңес", Language.RUSSIAN: "Экспертный совет"}[language]
    voting = {Language.KAZAKH: "29 қараша", Language.RUSSIAN: "29 ноября"}[language]
    text, _ = await received(town, account_of(0), NoticeKind.PROPOSAL_DECIDED, language)
    assert f":</b> {council}" in text
    town.wait(hours=1)
    text, data = await received(town, 7800, NoticeKind.PROJECT_NEWS, language)
    assert voting in text
    assert data == f"prop:semey-demo:{admitted}"


@pytest.mark.parametrize("language", Language)
async def test_questions_and_answers_are_quoted(town: Town, language: Language) -> None:
    """The author reads the question, the asker the answer, each with its number; marks stay marks [D6]."""
    number = await registered(town, 0)
    asker = await author(town, 1)
    question = await ask(
        town.services, CAMPAIGN, asker, number, text="1 < 2 & қашан?", language=Language.KAZAKH
    )
    await moderate_question(town.services, CAMPAIGN, question.question_id, is_shown=True)
    text, data = await received(town, account_of(0), NoticeKind.QUESTION_ASKED, language)
    assert "<blockquote>1 &lt; 2 &amp; қашан?</blockquote>" in text
    assert "1 000" in text
    assert data == f"prop:semey-demo:{number}"
    await answer(town.services, CAMPAIGN, account_of(0), question.question_id, text="Көктемде.")
    await moderate_answer(town.services, CAMPAIGN, question.question_id, is_shown=True)
    text, _ = await received(town, asker, NoticeKind.QUESTION_ANSWERED, language)
    assert text.endswith("Көктемде.")
    assert f"№ {number}" in text.splitlines()[0]


@pytest.mark.parametrize("language", Language)
async def test_what_is_hidden_is_explained(town: Town, language: Language) -> None:
    """Asker and author read why their words are not shown, and that they may try others [D6] [P7]."""
    number = await registered(town, 0)
    asker = await author(town, 1)
    for text in ("Қашан?", "Қайда?"):
        await ask(town.services, CAMPAIGN, asker, number, text=text, language=Language.KAZAKH)
    await moderate_question(town.services, CAMPAIGN, 1, is_shown=False, reason=REASON)
    await moderate_question(town.services, CAMPAIGN, 2, is_shown=True)
    await answer(town.services, CAMPAIGN, account_of(0), 2, text="Білмеймін.")
    await moderate_answer(town.services, CAMPAIGN, 2, is_shown=False, reason=REASON)
    reason = REASON.in_language(language)
    text, _ = await received(town, asker, NoticeKind.QUESTION_HIDDEN, language)
    assert reason in text
    town.wait(hours=1)
    text, _ = await received(town, account_of(0), NoticeKind.ANSWER_HIDDEN, language)
    assert reason in text


async def test_a_question_that_is_hidden_meanwhile_is_not_told(town: Town) -> None:
    """What the moderator has hidden since is told to nobody any more [D6]."""
    number = await registered(town, 0)
    asker = await author(town, 1)
    await ask(town.services, CAMPAIGN, asker, number, text="Қашан?", language=Language.KAZAKH)
    await moderate_question(town.services, CAMPAIGN, 1, is_shown=True)
    await moderate_question(town.services, CAMPAIGN, 1, is_shown=False, reason=REASON)
    notice = Notice(
        campaign_id=CAMPAIGN,
        notice_id="question-asked",
        account_id=account_of(0),
        kind=NoticeKind.QUESTION_ASKED,
        facts={"number": number, "question": 1},
        attempts=1,
    )
    telling = render(town.services, strict_locales(), notice)
    assert await refusal_of(telling) is Refusal.QUESTION_UNKNOWN


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("agrees", [True, False])
async def test_merging_is_told_to_both(town: Town, language: Language, *, agrees: bool) -> None:
    """Who is asked reads of both proposals; who asked reads what came of it, and which to open [D6]."""
    into, number = await registered(town, 0), await registered(town, 1, title="Алаңға урна қою")
    await offer(town.services, CAMPAIGN, account_of(1), number, into)
    text, data = await received(town, account_of(0), NoticeKind.MERGE_OFFERED, language)
    assert "«Алаңға урна қою»" in text
    assert data == f"prop:semey-demo:{into}"
    await settle(town.services, CAMPAIGN, account_of(0), number, into, agrees=agrees)
    text, data = await received(town, account_of(1), NoticeKind.MERGE_SETTLED, language)
    assert f"№ {number}" in text.splitlines()[0]
    assert data == f"prop:semey-demo:{into if agrees else number}"


@pytest.mark.parametrize("button", [ProposalButton, AgainButton])
def test_the_longest_button_fits(button: type[ProposalButton] | type[AgainButton]) -> None:
    """The longest campaign and number fit into Telegram's 64 bytes [F5] [B6]."""
    assert len(button(campaign="c" * 24, number=999_999_999).pack().encode()) <= CALLBACK_BYTES
