"""Facts for documents as tests need them: an ordinary one of each kind, and one that means harm."""

from datetime import UTC, date, datetime
from decimal import Decimal

from core.documents.application import ApplicationFacts, Happening
from core.documents.code_list import CodeListFacts, CodeSlip
from core.documents.protocol import ProtocolFacts
from core.documents.slip import SlipFacts
from core.model.campaign import CampaignId
from core.model.council import AgendaItem, Choice, Member, Opinion, Sitting
from core.model.language import Language, Text
from core.model.proposal import (
    Author,
    Contents,
    Estimate,
    EstimateLine,
    Picture,
    Proposal,
    ProposalStatus,
)
from core.rulebook.loader import read
from core.rulebook.model import Rulebook
from tests.support.town import RULEBOOK

KAZAKH = "ә і ң ғ ү ұ қ ө һ Ә І Ң Ғ Ү Ұ Қ Ө Һ № ₸ « » –"
SUBMITTED = datetime(2026, 9, 12, 5, 30, tzinfo=UTC)
DECIDED = datetime(2026, 10, 20, 9, tzinfo=UTC)
SHOWN = (
    '#import "x.typ": * $x^2$ \\ #panic() <b>қою</b> & "х" {{ 7*7 }} {% for x in y %}'
    " ${jndi} `a` @ref *b* _c_"
)
"""Markup of every language that a document passes through; it must be read letter by letter."""

HOSTILE = SHOWN + " \x00\x07\x1b \u202eтерс\u202c \u200b\ufeff 😀👨\u200d👩\u200d👧 漢 = 1+1"
"""The same with controls, marks of direction, invisible letters, emoji."""

LONG = "Ә" * 2_500 + " " + "сөз " * 625
"""Five thousand letters, half of them without any place to break."""

ENDLESS_DESCRIPTION = "Қарттар аялдамаға дейін демалмай жетеді, балаларға ойнайтын жер жоқ. " * 72


def rulebook() -> Rulebook:
    """Return the sample campaign's rulebook."""
    return read(RULEBOOK, "semey-demo.toml")


def contents(**other: object) -> Contents:
    """Return an application with lines of an estimate."""
    lines = (
        EstimateLine(item="Арқалығы бар орындық", quantity=Decimal("4.00"), price=85_000),
        EstimateLine(item="Жұмсақ төсеніш, м²", quantity=Decimal("12.5"), price=14_000),
    )
    answers: dict[str, object] = {
        "language": Language.KAZAKH,
        "direction": "rest-and-play",
        "title": "Абай алаңына орындықтар қою",
        "description": "Қарттар аялдамаға дейін демалмай жетеді.\nАлаңға төрт орындық қойса, жол жеңілдейді.",
        "territory": "eski-qala",
        "landmark": "Абай алаңы, 5-үйдің жаны",
        "latitude": 50.4111,
        "longitude": 80.2275,
        "estimate": Estimate(lines=lines),
        "pictures": (Picture(original="a", published="b", thumbnail="c"),) * 2,
        "author": Author(kind="resident", name="Әсел Серікқызы Оспанова", phone="77000000000"),
        "agreed_version": 1,
    }
    return Contents(**(answers | other))  # type: ignore[arg-type]


def application(said: Contents | None = None, **other: object) -> ApplicationFacts:
    """Return the facts of an application that was returned once and then refused."""
    said = said or contents()
    proposal = Proposal(
        campaign_id=CampaignId("semey", "semey-demo"),
        number=17,
        person_key=b"",
        account_id=1,
        status=ProposalStatus.REFUSED,
        version=2,
        title=said.title or "",
        direction=said.direction or "",
        territory=said.territory or "",
        landmark=said.landmark or "",
        latitude=said.latitude,
        longitude=said.longitude,
        cost=said.estimate.cost or 0,
        due_at=None,
        papers_due_at=None,
        merged_into=None,
        submitted_at=SUBMITTED,
    )
    history = (
        Happening(status=ProposalStatus.SUBMITTED, at=SUBMITTED),
        Happening(
            status=ProposalStatus.RETURNED,
            at=datetime(2026, 9, 15, 4, tzinfo=UTC),
            reason=Text(kk="Сметаның жолдарын толықтырыңыз.", ru="Дополните строки сметы."),
            due_at=datetime(2026, 9, 19, 19, tzinfo=UTC),
        ),
        Happening(
            status=ProposalStatus.REFUSED,
            at=DECIDED,
            ground="limited-access",
            reason=Text(kk="Аула қоршалған.", ru="Двор огорожен."),
        ),
    )
    facts: dict[str, object] = {"proposal": proposal, "contents": said, "history": history, "papers": 1}
    return ApplicationFacts(rulebook=rulebook(), **(facts | other))  # type: ignore[arg-type]


def _member(staff_id: int, name: str, kk: str, ru: str, *, is_chair: bool = False) -> Member:
    return Member(staff_id=staff_id, name=name, position=Text(kk=kk, ru=ru), is_chair=is_chair)


MEMBERS = (
    _member(1, "Ғалымжан Өтегенов", "әкімнің орынбасары", "заместитель акима", is_chair=True),
    _member(2, "Ұлжан Қасымова", "мәслихат депутаты", "депутат маслихата"),
    _member(3, "Ерлан Һашимов", "қоғамдық кеңес мүшесі", "член общественного совета"),
    _member(4, "Ирина Петрова", "сәулетші", "архитектор"),
    _member(5, "Әнуар Іңкәров", "ТКШ бөлімінің басшысы", "руководитель отдела ЖКХ"),
)
SECRETARY = _member(9, "Мәншүк Әлиева", "бас маман", "главный специалист")


def opinions(*choices: Choice | None) -> tuple[Opinion, ...]:
    """Return what members 1, 2, … say, ``None`` for nothing."""
    return tuple(
        Opinion(staff_id=place, choice=choice, ground=None, comment="")
        for place, choice in enumerate(choices, start=1)
        if choice is not None
    )


def items() -> tuple[AgendaItem, ...]:
    """Return an admitted, a refused and an undecided application."""
    admit, refuse, conflict = Choice.ADMIT, Choice.REFUSE, Choice.CONFLICT
    return (
        AgendaItem(
            number=17,
            version=2,
            title=Text(kk="Абай алаңына орындықтар қою", ru="Поставить скамейки на площади Абая"),
            description=Text(kk="Төрт орындық.", ru="Четыре скамейки."),
            territory="ortalyq",
            cost=515_000,
            opinions=opinions(admit, admit, refuse, admit),
            is_admitted=True,
        ),
        AgendaItem(
            number=23,
            version=1,
            title=Text(kk="Жабық аулаға шам орнату", ru="Осветить закрытый двор"),
            description=Text(kk="Шам.", ru="Фонари."),
            territory="samal",
            cost=12_400_000,
            opinions=opinions(refuse, refuse, conflict, refuse),
            is_admitted=False,
            ground="limited-access",
            reason=Text(
                kk="Аула қоршалған, басқа тұрғындар кіре алмайды.",
                ru="Двор огорожен, другие жители не войдут.",
            ),
        ),
        AgendaItem(
            number=31,
            version=1,
            title=Text(kk="Өзен жағасына жол салу", ru="Проложить дорожку у реки"),
            description=Text(kk="Жол.", ru="Дорожка."),
            territory="zhagalau",
            cost=64_875_000,
            opinions=opinions(admit),
        ),
    )


def sitting(**other: object) -> Sitting:
    """Return a closed sitting of five members, of whom four took part."""
    facts: dict[str, object] = {
        "sitting": 2,
        "held_on": date(2026, 10, 20),
        "place": Text(kk="Әкімдік, 3-қабат, үлкен зал", ru="Акимат, 3-й этаж, большой зал"),
        "decide_by": datetime(2026, 10, 20, 13, tzinfo=UTC),
        "members": MEMBERS,
        "secretary": SECRETARY,
        "items": items(),
        "opened_at": datetime(2026, 10, 19, 4, tzinfo=UTC),
        "closed_at": DECIDED,
        "published_at": None,
    }
    return Sitting(**(facts | other))  # type: ignore[arg-type]


def protocol(**other: object) -> ProtocolFacts:
    """Return the facts of its protocol."""
    return ProtocolFacts(sitting=sitting(**other), rulebook=rulebook())


def code_list(count: int = 5) -> CodeListFacts:
    """Return codes that were issued together."""
    until = datetime(2026, 11, 22, 6, tzinfo=UTC)
    codes = tuple(
        CodeSlip(list_number=40 + place, code=f"{2345 + place}HKMP", expires_at=until, mark=f"{1000 + place}")
        for place in range(1, count + 1)
    )
    issued_at = datetime(2026, 11, 19, 6, tzinfo=UTC)
    return CodeListFacts(rulebook=rulebook(), codes=codes, issued_at=issued_at, clerk="Мәншүк Әлиева")


def slip(**other: object) -> SlipFacts:
    """Return the facts of a paper proposal's slip."""
    facts: dict[str, object] = {
        "number": 17,
        "title": "Абай алаңына орындықтар қою",
        "code": "2345HKMP",
        "claim_until": datetime(2026, 11, 10, 19, tzinfo=UTC),
        "link": "https://t.me/qatysu_demo_bot?start=p-semey-demo",
        "entered_at": SUBMITTED,
        "clerk": "Мәншүк Әлиева",
    }
    return SlipFacts(rulebook=rulebook(), **(facts | other))  # type: ignore[arg-type]
