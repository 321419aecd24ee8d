"""Each step of an application: what it takes as an answer, what it says to anything else, where it leads."""

from datetime import UTC, datetime

import pytest

from core.model.proposal import EstimateKind, PictureKind, Step
from sandbox.client import View
from tests.bot.proposal.author import KK, photo, writing
from tests.bot.residents import Street
from tests.bot.walking import kazakh

CLOSES = datetime(2026, 10, 10, 19, tzinfo=UTC)
"""The end of intake: midnight of Almaty after 10 October."""

pytestmark = pytest.mark.usefixtures("front")


def names(view: View, step: Step) -> bool:
    """Say whether the screen of a step is shown."""
    return f". {KK(f'proposal-name-{step}')}\n" in view.text


async def test_a_direction_by_button_or_number(street: Street) -> None:
    """A direction is pressed or typed by its number; a word is answered with how [B2] [A3]."""
    writer = await writing(street, step=Step.DIRECTION)
    view = await writer.person.send("шамдар")
    assert kazakh("proposal-direction-by-number", most=9) in view.text
    view = await writer.person.send("4")
    assert names(view, Step.TITLE)
    assert (await writer.contents()).direction == "common-places"
    await writer.person.tap(KK("button-back"))
    view = await writer.person.tap("9")
    assert (await writer.contents()).direction == "sanitation"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Шам орнату. Жол салу. Ағаш егу.", "refusal-title-too-many-sentences"),
        ("Шам " * 60, "refusal-title-too-long"),
    ],
)
async def test_a_title_that_the_rules_refuse_is_kept_and_asked_again(
    street: Street, typed: str, key: str
) -> None:
    """What is wrong with a title is said at once, nothing typed is lost, the next one counts [B3] [P7]."""
    writer = await writing(street, step=Step.TITLE)
    view = await writer.person.send(typed)
    assert names(view, Step.TITLE)
    facts = {"allowed": 1, "length": len(typed.strip()), "most": 200, "is_rework": False}
    assert kazakh(key, **facts, closes=CLOSES) in view.text
    assert (await writer.contents()).title == typed.strip()
    view = await writer.person.send("Тораңғы көшесіне шам орнату")
    assert names(view, Step.DESCRIPTION)


async def test_a_description_may_be_long(street: Street) -> None:
    """Three thousand characters are taken; the step shows the beginning [B2]."""
    writer = await writing(street, step=Step.DESCRIPTION)
    view = await writer.person.send("Шам керек. " * 270)
    assert names(view, Step.TERRITORY)
    assert len((await writer.contents()).description or "") == 2969
    view = await writer.person.tap(KK("button-back"))
    assert "Шам керек." in view.text
    assert len(view.text) < 1500


async def test_a_territory_down_the_tree(street: Street) -> None:
    """The own place is one press away, others are found level by level, up and down again [B2]."""
    writer = await writing(street, step=Step.TERRITORY)
    view = await writer.person.tap("Самал ауданы")
    assert KK("button-place-whole") in view.labels
    view = await writer.person.tap(KK("button-proposal-up"))
    assert KK("button-place-whole") not in view.labels, "nobody votes in the city as a whole"
    await writer.person.tap("Самал ауданы")
    view = await writer.person.tap("«Самал-1» шағын ауданы")
    assert names(view, Step.PLACE)
    assert (await writer.contents()).territory == "samal-1"
    await writer.person.tap(KK("button-back"))
    await writer.person.tap("📍 «Ескі қала» бөлігі")
    assert (await writer.contents()).territory == "eski-qala"


async def test_a_place_in_words_then_a_point(street: Street) -> None:
    """Words alone are enough, a point may follow by any way, and with both the next step comes [B2]."""
    writer = await writing(street, step=Step.PLACE)
    view = await writer.person.send("Тораңғы көшесі, 3-үй")
    assert names(view, Step.PLACE)
    assert KK("button-proposal-next") in view.labels
    view = await writer.person.send("https://2gis.kz/semey/geo/80.227512,50.411155")
    assert names(view, Step.ESTIMATE)
    contents = await writer.contents()
    assert (contents.landmark, contents.latitude, contents.longitude) == (
        "Тораңғы көшесі, 3-үй",
        50.411155,
        80.227512,
    )


async def test_a_point_by_the_key(street: Street) -> None:
    """The key asks the phone where it is, and leaves together with its message [B2] [P5]."""
    writer = await writing(street, step=Step.PLACE)
    view = await writer.person.tap(KK("button-proposal-here"))
    assert view.keyboard == [[KK("button-proposal-send-location")]]
    view = await writer.person.tap(KK("button-proposal-send-location"), location=(50.4111, 80.2275))
    assert view.keyboard == []
    assert kazakh("proposal-landmark-too") in view.text
    view = await writer.person.tap(KK("button-proposal-no-location"))
    assert (await writer.contents()).latitude is None


async def test_leaving_the_place_takes_the_key_away(street: Street) -> None:
    """Whoever goes on without the key has an ordinary keyboard again [B2] [P5]."""
    writer = await writing(street, step=Step.PLACE)
    await writer.person.tap(KK("button-proposal-here"))
    view = await writer.person.tap(KK("button-proposal-skip"))
    assert view.keyboard == []


async def test_a_venue_has_words_of_its_own(street: Street) -> None:
    """A venue is a point with words; words that were typed before stay [B2]."""
    writer = await writing(street, step=Step.PLACE)
    view = await writer.person.send_location(50.4111, 80.2275, title="Орталық саябақ", address="Абай көшесі")
    assert names(view, Step.ESTIMATE)
    assert (await writer.contents()).landmark == "Орталық саябақ, Абай көшесі"


@pytest.mark.parametrize(
    ("typed", "key", "facts"),
    [
        ("https://maps.app.goo.gl/x1y2z3", "proposal-link-unreadable", {}),
        ("Көше " * 80, "proposal-landmark-too-long", {"length": 400, "most": 300}),
    ],
)
async def test_a_place_that_can_not_be_read(
    street: Street, typed: str, key: str, facts: dict[str, object]
) -> None:
    """A short link hides its point and a long text is none: both are said [B2] [P7]."""
    writer = await writing(street, step=Step.PLACE)
    typed_length = len(typed.strip()) if facts else 0
    if facts:
        facts = facts | {"length": typed_length}
    assert kazakh(key, **facts) in (await writer.person.send(typed)).text


async def test_a_sum_is_read_back_before_it_counts(street: Street) -> None:
    """«1,2 млн тг» counts once its author has said yes to 1 200 000 ₸ [B3]."""
    writer = await writing(street, step=Step.ESTIMATE)
    view = await writer.person.send("1,2 млн тг")
    assert kazakh("proposal-sum-read", typed=1_200_000, count=0) in view.text
    assert (await writer.contents()).estimate.cost is None
    view = await writer.person.tap(KK("button-proposal-sum-yes"))
    assert (await writer.contents()).estimate.cost == 1_200_000
    assert kazakh("proposal-typed", typed=1_200_000) in view.text
    await writer.person.tap(KK("button-proposal-estimate-exact"))
    assert (await writer.contents()).estimate.kind is EstimateKind.EXACT


@pytest.mark.parametrize(("typed", "problem"), [("1,200 млн", "ambiguous"), ("500 $", "other-currency")])
async def test_a_sum_that_is_not_understood(street: Street, typed: str, problem: str) -> None:
    """What is not understood is never guessed [B3]."""
    writer = await writing(street, step=Step.ESTIMATE)
    view = await writer.person.send(typed)
    assert kazakh(f"browsing-cost-{problem}") in view.text
    assert KK("button-proposal-sum-yes") not in view.labels


async def test_lines_are_added_and_dropped(street: Street) -> None:
    """Several lines at once, one that is not understood is named, the total runs, a line goes [B2] [B3]."""
    writer = await writing(street, step=Step.ESTIMATE)
    view = await writer.person.send("Шам 10 дана × 32 000\nТегін көмек\nЖұмыс 500 000")
    assert kazakh("proposal-lines-total", count=2, total=820_000) in view.text
    assert kazakh("proposal-line-unread", line="Тегін көмек") in view.text
    view = await writer.person.send("Кабель 300 м × 3 500")
    assert kazakh("proposal-lines-total", count=3, total=1_870_000) in view.text
    view = await writer.person.tap(KK("button-proposal-drop-line", place=1))
    assert [line.item for line in (await writer.contents()).estimate.lines] == ["Жұмыс", "Кабель, м"]
    view = await writer.person.send("2 млн")
    assert kazakh("proposal-sum-read", typed=2_000_000, count=2) in view.text
    await writer.person.tap(KK("button-proposal-sum-yes"))
    assert (await writer.contents()).estimate.lines == ()


async def test_a_cost_over_the_cap_is_said_at_once(street: Street) -> None:
    """Over the cap: the rule and what can be done stand above the estimate [B3] [P7]."""
    writer = await writing(street, step=Step.ESTIMATE)
    await writer.person.send("90 млн")
    view = await writer.person.tap(KK("button-proposal-sum-yes"))
    facts = {"cost": 90_000_000, "cap": 64_875_000, "is_rework": False, "closes": CLOSES}
    assert kazakh("refusal-cost-over-cap", **facts) in view.text


async def test_a_file_with_the_estimate(street: Street) -> None:
    """A PDF is kept, a text file is refused with what to send, and everything else stays [B2] [B7]."""
    writer = await writing(street, step=Step.ESTIMATE)
    view = await writer.person.send_document(b"nothing", "smeta.txt", "text/plain")
    assert kazakh("refusal-file-refused", problem="other-kind") in view.text
    view = await writer.person.send_document(b"%PDF-1.7\n...\n%%EOF")
    assert kazakh("proposal-file-kept") in view.text
    assert kazakh("proposal-file-needs-sum") in view.text
    assert (await writer.contents()).estimate.file is not None
    await writer.person.tap(KK("button-proposal-drop-file"))
    assert (await writer.contents()).estimate.file is None


async def test_one_picture_after_the_other(street: Street) -> None:
    """Photos by themselves are counted, shown on request, given a kind and taken out [B2] [B7] [P5]."""
    writer = await writing(street, step=Step.PICTURES)
    await writer.person.send_photo(photo(1))
    view = await writer.person.send_document(photo(2), "eskiz.jpg", "image/jpeg")
    assert kazakh("proposal-pictures-count", count=2, most=10) in view.text
    await writer.person.tap(KK("button-proposal-picture", place=2))
    view = await writer.person.tap(KK("button-proposal-see"))
    assert any("photo" in message.get("kind", "") for message in view.messages if message["from"] == "bot")
    view = await writer.person.tap(KK("button-proposal-picture-sketch"))
    assert [each.kind for each in (await writer.contents()).pictures] == [
        PictureKind.PHOTO,
        PictureKind.SKETCH,
    ]
    await writer.person.tap(KK("button-proposal-picture", place=1))
    await writer.person.tap(KK("button-proposal-drop-picture"))
    assert len((await writer.contents()).pictures) == 1


@pytest.mark.parametrize(
    ("content", "file_name", "mime_type", "problem"),
    [
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "IMG.HEIC", "image/heic", "heic"),
        (photo(3)[:4000], "half.jpg", "image/jpeg", "broken"),
        (b"%PDF-1.7\n%%EOF", "plan.pdf", "application/pdf", "not-a-picture"),
    ],
)
async def test_a_picture_that_is_none(
    street: Street, content: bytes, file_name: str, mime_type: str, problem: str
) -> None:
    """HEIC, half a file, a document: each is told what to send instead, the others stay [B7] [P7]."""
    writer = await writing(street, step=Step.PICTURES)
    await writer.person.send_photo(photo(1))
    view = await writer.person.send_document(content, file_name, mime_type)
    assert kazakh("refusal-picture-refused", problem=problem) in view.text
    assert len((await writer.contents()).pictures) == 1
