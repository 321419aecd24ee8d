"""Every screen of an application in both languages, kept as golden files; the straight walks stand beside."""

import pytest

from core.model.language import Language
from core.model.proposal import Contents, Step
from tests.bot.proposal.author import photo, writing
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import Walker
from tests.support.front import Front

pytestmark = pytest.mark.parametrize(
    ("number", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)]
)

DESCRIPTION = {
    Language.KAZAKH: "Кешке мектептен қайтқан балалар қараңғыда жүреді. Жол бойына он шам керек.",
    Language.RUSSIAN: "Вечером дети идут из школы в темноте. Вдоль дорожки нужно десять фонарей.",
}
LONG = {
    Language.KAZAKH: "Абай көшесі, көпқабатты үйдің іргесі, " * 10,
    Language.RUSSIAN: "улица Абая, возле многоэтажного дома, " * 10,
}
TWO = {
    Language.KAZAKH: "Сквер жасау. Жол салу.",
    Language.RUSSIAN: "Сделать сквер. Построить дорогу.",
}


async def test_every_step_skipped_or_answered(
    street: Street, front: Front, number: int, language: Language
) -> None:
    """Models, template, each step, papers, going away and back, throwing away [B2] [A3] [P5] [P6]."""
    del front
    person = await street.settled(number, language)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    next_, skip = walker.words("button-proposal-next"), walker.words("button-proposal-skip")
    await walker.tap("button-propose")
    await walker.tap("button-proposal-models")
    await walker.tap("button-page-after")
    await walker.tap("button-back")
    await walker.tap("button-proposal-template")
    await walker.tap("button-back")
    await walker.tap("button-proposal-scratch")
    await walker.press("4")
    await walker.send(TWO[language])
    await walker.tap("button-proposal-next")
    view = await walker.send(DESCRIPTION[language])
    view = await walker.press(view.labels[1])
    view = await walker.press(view.labels[0])
    for _ in range(3):
        view = await walker.tap("button-proposal-skip")
    view = await walker.press(view.labels[1])
    for _ in range(2):  # to papers and rules; the question after them depends on the draft's id
        view = await walker.press(next_ if next_ in view.labels else skip)
    await walker.tap("button-proposal-leave")
    await walker.tap("button-proposal-resume")
    await person.tap(walker.words("button-proposal-preview"))
    await walker.tap("button-proposal-discard")
    await walker.tap("button-proposal-discard-yes")
    await walker.keep("proposal-steps")


async def test_what_goes_wrong(street: Street, front: Front, number: int, language: Language) -> None:
    """Answers of a wrong kind, unreadable ones, a broken picture: told what to do [B2] [B3] [P7]."""
    del front
    writer = await writing(street, Contents(language=language), account=number)
    walker = Walker(writer.person, language, street.folder / "fsm.sqlite3")
    await writer.open(Step.DIRECTION)
    await walker.send(TWO[language])
    await walker.press("4")
    await writer.person.send_sticker()
    await writer.person.send_photo(photo())
    await writer.open(Step.PLACE)
    await writer.person.send_voice()
    await walker.send("https://maps.app.goo.gl/x1y2z3")
    await walker.send(LONG[language])
    await writer.open(Step.ESTIMATE)
    await walker.send("1,200 млн")
    await walker.send("90 млн")
    await walker.tap("button-proposal-sum-yes")
    await writer.person.send_document(b"nothing", "smeta.txt", "text/plain")
    await writer.open(Step.PICTURES)
    await walker.send("???")
    await writer.person.send_document(photo(1)[:3000], "half.jpg", "image/jpeg")
    await walker.keep("proposal-wrong")
