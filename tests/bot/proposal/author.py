"""Somebody who writes an application: reaches a step, reads what is kept, sends what a phone would send.

Separate because every test of the dialog begins in the middle of one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from core.model.language import Language
from core.model.proposal import Author, Contents, Draft, Estimate, Picture, Step
from core.usecases.proposal import drafting
from messenger.buttons import DraftButton
from sandbox.client import Person, View
from tests.bot.residents import AIGUL, Street
from tests.bot.walking import WORDS
from tests.core.files.samples import noise
from tests.support.town import CAMPAIGN, Town

KK = WORDS[Language.KAZAKH]

FULL = Contents(
    language=Language.KAZAKH,
    direction="common-places",
    title="Тораңғы көшесіне он шам орнату",
    description="Кешке мектептен қайтқан балалар қараңғыда жүреді. Жол бойына он шам орнатуды ұсынамын.",
    territory="eski-qala",
    landmark="Тораңғы көшесі, 3-үйдің жаны",
    estimate=Estimate(typed=3_200_000),
    pictures=(Picture(original="0" * 64, published="1" * 64, thumbnail="2" * 64),),
    author=Author(kind="resident", name="Серікова Айгүл Маратқызы", phone="77000000000"),
    agreed_version=1,
    has_answered_question=True,
)
"""An application that lacks nothing but the press that submits it."""

EMPTY = Contents(language=Language.KAZAKH)


def photo(number: int = 0) -> bytes:
    """Return a photo that is like no other number's."""
    return noise(240 + number)


@dataclass(frozen=True, slots=True)
class Writer:
    """A person with a draft; the bot is open or is opened around the acts."""

    town: Town
    person: Person
    draft_id: str

    async def read(self) -> Draft:
        """Return the draft as it is kept."""
        return await drafting.require_draft(self.town.services, CAMPAIGN, self.person.id, self.draft_id)

    async def contents(self) -> Contents:
        """Return its answers."""
        return (await self.read()).contents

    async def open(self, step: Step) -> View:
        """Stand at a step, reached as a reminder reaches it."""
        place = (self.town.services, CAMPAIGN, self.person.id, self.draft_id)
        await drafting.go_to(*place, step)
        await self.person.send("/propose")
        draft = await self.read()
        title = draft.contents.title or WORDS[draft.contents.language]("proposal-untitled")
        view = await self.person.chat()
        label = next(each for each in view.labels if each.startswith(f"✏️ {title[:10]}"))
        return await self.person.tap(label)

    def button(self) -> str:
        """Return what the button of a reminder carries."""
        return DraftButton(campaign=CAMPAIGN.campaign, draft_id=self.draft_id).pack()


async def begin(town: Town, account: int, contents: Contents = EMPTY) -> str:
    """Begin a draft with these contents and return its id."""
    draft = await drafting.begin(town.services, CAMPAIGN, account, contents.language)
    await drafting.change(town.services, CAMPAIGN, account, draft.draft_id, lambda _: contents)
    return draft.draft_id


async def writing(
    street: Street,
    contents: Contents = EMPTY,
    *,
    account: int = AIGUL,
    step: Step | None = None,
) -> Writer:
    """Return somebody at home with a draft, at ``step`` where one is named; the bot is open."""
    person = await street.settled(account, contents.language)
    draft_id = await begin(street.town, account, contents)
    writer = Writer(street.town, person, draft_id)
    if step is not None:
        await writer.open(step)
    return writer


def without(**gaps: object) -> Contents:
    """Return the full application with other answers in these places."""
    edit: Callable[..., Contents] = replace
    return edit(FULL, **gaps)
