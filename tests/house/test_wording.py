"""How texts are written: natural Kazakh, right suffixes, Telegram's HTML and limits, marks and spaces.

Each check is a function from a text to its faults, so that a planted fault shows that it bites.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from core.language.functions import Functions
from core.language.inspection import TAG, entries, flat
from core.language.locales import Locales, Words
from core.language.markup import is_plain
from core.language.suffixes import Case
from core.model.language import Language
from core.model.letters import KAZAKH_LETTERS
from tests.house import texts, tree
from tests.house.texts import Printed, patterns

Check = Callable[[Printed], Iterator[str]]

BUTTON_LENGTH = 30
ALERT_LENGTH = 200  # answerCallbackQuery.text, Bot API
COMMAND_LENGTH = 256  # BotCommand.description, Bot API
MESSAGE_LENGTH = 4_096  # sendMessage.text, Bot API
FACT_LENGTH = 6  # what a fact takes on a button or in an alert: a number, a day, a short name
TAGS = frozenset({"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"})
OPENING = re.compile(r'<([a-z-]+)(?: href="[^"<>]+"| expandable)?>')
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+);")
INVISIBLE = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]")
# Not on the list although Russian: «не» (what), «он» (ten), «от» (fire), «да», «де», «без» are Kazakh too.
RUSSIAN_WORDS = frozenset(
    re.findall(
        r"\w+",
        "и или для что это этот если при до как ваш вас вам вы мы нет можно нельзя нужно который после "
        "только уже ещё под над через чтобы также когда где все всё его её их был была было есть будет "
        "голос голоса проекта заявка срок район житель участник",
    )
)
RUSSIAN_LETTERS = frozenset("ёъщ")
SHARE_OF_KAZAKH_LETTERS = 0.12
"""Running Kazakh has some 17 of a hundred; the words of the vote («дауыс беру», «растама») have fewer."""

CASE_SUFFIX = (
    "ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те нда нде дан ден тан тен нан нен "
    "мен бен пен"
)
SUFFIX = "|".join(sorted(CASE_SUFFIX.split(), key=len, reverse=True))
GLUED_SUFFIX = re.compile(rf"\{{\}}(?:</[a-z-]+>)*[-»]*(?:{SUFFIX})\b")
WRITTEN_SUFFIX = re.compile(rf"(?<!\w)(\d[\d\u00a0]*|[А-ЯЁӘҒҚҢӨҰҮҺІ]{{2,5}})-({SUFFIX})\b")
ENDS = re.compile(r"clos|end|until|last|due|deadline")
DAYS = frozenset({"DATE", "DAY"})
MERE_MOMENTS = DAYS | {"DATETIME"}  # of a stage's end the last one prints 00:00 of the next day


def glued_suffixes(text: Printed) -> Iterator[str]:
    """Find a suffix written right behind a fact, where only SUFFIX knows the right one (trap 12)."""
    if text.language == "kk":
        for pattern in patterns(text.entry.pattern):
            yield from (found.group() for found in GLUED_SUFFIX.finditer(flat(pattern)))


def wrong_suffixes(text: Printed) -> Iterator[str]:
    """Find a wrong suffix after a written number or abbreviation."""
    if text.language == "kk":
        suffix = Functions(Language.KAZAKH, _kazakh().say).suffix
        for stem, written in WRITTEN_SUFFIX.findall(text.words):
            fact = int(re.sub(r"\D", "", stem)) if stem[0].isdigit() else stem
            if f"-{written}" not in {suffix(fact, case) for case in Case}:
                yield f"{stem}-{written}"


def unmarked_last_days(text: Printed) -> Iterator[str]:
    """Find an end printed as a mere day: a reader can't tell whether that day counts (P8)."""
    parts = text.parts
    functions = {call.function for call in parts.calls}
    marked = ("қоса алғанда", "включительно", "бір күн", "один день")
    if any(mark in text.words for mark in marked) or "TIME" in functions:
        return
    yield from (f"${name} as a mere instant" for name in parts.bare if "closes" in name)
    for call in parts.calls:
        if call.function in MERE_MOMENTS and any(ENDS.search(name) for name in call.variables):
            yield f"{call.function}(${', $'.join(call.variables)})"
    if functions & DAYS and re.search(r"\bдейін\b|\bдо \{\}|\bпо \{\}", text.words):
        yield "an end without «қоса алғанда» / «включительно»"


def grouped_names(text: Printed) -> Iterator[str]:
    """Find a year or an application number that would print in groups, as if it were a quantity."""
    if text.file != "language":
        yield from (f"PLAIN(${name})" for name in text.parts.bare if re.search(r"(^|_)(number|year)$", name))


def bad_markup(text: Printed) -> Iterator[str]:
    """Find tags that Telegram doesn't know, that don't close, or that stand where no HTML is read."""
    for pattern in patterns(text.entry.pattern):
        open_tags: list[str] = []
        content = flat(pattern)
        for tag in TAG.findall(content):
            if is_plain(text.key):
                yield f"{tag} where no HTML is read"
            elif tag.startswith("</"):
                if not open_tags or open_tags.pop() != tag[2:-1]:
                    yield f"{tag} closes nothing"
            elif (name := OPENING.fullmatch(tag)) and name[1] in TAGS:
                open_tags.append(name[1])
            else:
                yield f"{tag} is unknown to Telegram"
        yield from (f"<{tag}> stays open" for tag in open_tags)
        rest = ENTITY.sub("", TAG.sub("", content))
        if not is_plain(text.key) and re.search("[<>&]", rest):
            yield "a bare <, > or &"


def bad_marks(text: Printed) -> Iterator[str]:
    """Find straight quotation marks, double spaces, invisible letters, spaces that may break a number."""
    for pattern in patterns(text.entry.pattern):
        for line in TAG.sub("", flat(pattern)).split("\n"):
            rules = {
                "quotation marks other than « »": r"[\"“”„‟]",
                "two spaces": r"\S  +\S",
                "a space before a mark": r"\w [,.;:!?](?:\s|$)",
                "three points instead of …": r"\.\.\.",
                "a breaking space in a number": r"\d \d{3}(?!\d)",
                "a breaking space before a sign": r"\d [₸%]",
            }
            yield from (fault for fault, rule in rules.items() if re.search(rule, line))
    for pattern in patterns(text.entry.pattern):
        if re.search(r"\{\} ?[₸%]", flat(pattern)) and text.file != "language":
            yield "money and shares are printed by MONEY and PERCENT"
    if INVISIBLE.search(text.parts.text):
        yield 'an invisible letter (write { "\\u00A0" })'


def too_long(text: Printed) -> Iterator[str]:
    """Find labels and alerts that Telegram cuts or refuses."""
    length = texts.longest(text.entry.pattern, FACT_LENGTH)
    limit = MESSAGE_LENGTH
    if text.key.startswith("button-"):
        limit = BUTTON_LENGTH
    elif text.key.startswith("command-"):
        limit = COMMAND_LENGTH
    elif text.key.endswith("-alert"):
        limit = ALERT_LENGTH
    if length > limit:
        yield f"{length} characters, {limit} at most"


def foreign_words(text: Printed) -> Iterator[str]:
    """Find Russian in a Kazakh text and Kazakh in a Russian one."""
    words = re.findall(r"[^\W\d_]+", text.words.casefold())
    if text.language == "kk":
        yield from (word for word in words if word in RUSSIAN_WORDS or RUSSIAN_LETTERS & set(word))
        letters = "".join(words)
        if len(letters) >= 40 and not KAZAKH_LETTERS & set(letters):
            yield "no Kazakh letter at all"
    elif text.key not in {row[0] for row in texts.table("equal_texts.txt")}:
        yield from (word for word in words if KAZAKH_LETTERS & set(word))


def calques(text: Printed) -> Iterator[str]:
    """Find forms of ``calques.txt``."""
    for calque in texts.calques():
        if calque.is_in(text):
            yield f"«{calque.wrong.pattern[5:-1]}»: {calque.right}"


# Each check with a language, a text in which it finds a fault, and one in which it doesn't.
PLANTED: dict[Check, tuple[str, str, str]] = {
    glued_suffixes: ("kk", "a = { $n }-ден көп", "a = <b>{ $n }</b> дауыс, { $n } және"),
    wrong_suffixes: (
        "kk",
        "a = 40-дан, АЕК-дан",
        'a = 40-тан, 1{ "\\u00A0" }000-нан, АЕК-тен, 2-кезең, ЖСН-ді',
    ),
    grouped_names: ("kk", "a = { $number }, { $plan_year }", "a = № { PLAIN($number) }, { $count }"),
    unmarked_last_days: ("kk", "a = { DATE($day) } дейін", "a = { UNTIL($closes) }"),
    bad_markup: ("ru", "a = <b>{ $n }", 'a = <a href="{ $link }">x</a> <b><i>y</i></b> &lt;'),
    bad_marks: ("ru", 'a = "Проект"  дорог', "a = «Проект»: 5, 12:00"),
    too_long: ("ru", "button-a = Проголосовать за этот проект сейчас", "button-a = Голосовать"),
    foreign_words: ("kk", "a = дауыс для жоба", "a = не істеуге болады"),
    calques: ("kk", "a = Жоба үшін дауыс беріңіз", "a = Жобаға дауыс беріңіз"),
}
CHECKS = tuple(PLANTED)


@cache
def _kazakh() -> Words:
    return Locales.load(tree.ROOT / "locales", strict=True).words(Language.KAZAKH)


def _text(language: str, source: str) -> Printed:
    return Printed(language=language, file="planted", entry=entries(source)[0])


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_texts_are_well_written(check: Check) -> None:
    """No text of either language has this fault [P6]."""
    offences = [f"{text}: {fault}" for text in texts.all_texts() for fault in check(text)]
    assert offences == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_checks_bite(check: Check) -> None:
    """Each check finds a planted fault and leaves a right text alone [P6]."""
    language, wrong, right = PLANTED[check]
    assert list(check(_text(language, wrong)))
    assert list(check(_text(language, right))) == []


def test_every_kazakh_file_is_kazakh() -> None:
    """Each file has the share of Kazakh letters that running Kazakh has (trap 11) [P6]."""
    for file in texts.folder_files("kk"):
        words = " ".join(text.words for text in texts.texts("kk") if text.file == file).casefold()
        counts = Counter(letter for letter in words if "\u0400" <= letter <= "\u04ff")
        kazakh = sum(counts[letter] for letter in KAZAKH_LETTERS)
        assert kazakh >= SHARE_OF_KAZAKH_LETTERS * sum(counts.values()), file


def test_the_list_of_calques_is_sound() -> None:
    """Every line has a language, a wrong and a right form that differ, and none is there twice [P6]."""
    rows = texts.table("calques.txt")
    assert all(len(row) == 5 and all(row[:3]) for row in rows)
    assert [form for form, count in Counter((row[0], row[1]) for row in rows).items() if count > 1] == []
    assert sum(row[0] == "kk" for row in rows) >= 25
    assert not any(calque.wrong.search(calque.right) for calque in texts.calques())
