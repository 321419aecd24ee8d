"""Kazakh case suffixes, against forms written out by hand."""

import pytest

from core.language.functions import Functions
from core.language.locales import Words
from core.model.language import Language

CASES = ("gen", "dat", "acc", "loc", "abl", "ins")

# The suffixes after each word on which a spoken number can end, in the order of CASES.
AFTER_SPOKEN = {
    "нөл": "дің ге ді де ден мен",
    "бір": "дің ге ді де ден мен",
    "екі": "нің ге ні де ден мен",
    "үш": "тің ке ті те тен пен",
    "төрт": "тің ке ті те тен пен",
    "бес": "тің ке ті те тен пен",
    "алты": "ның ға ны да дан мен",
    "жеті": "нің ге ні де ден мен",
    "сегіз": "дің ге ді де ден бен",
    "тоғыз": "дың ға ды да дан бен",
    "он": "ның ға ды да нан мен",
    "жиырма": "ның ға ны да дан мен",
    "отыз": "дың ға ды да дан бен",
    "қырық": "тың қа ты та тан пен",
    "елу": "дің ге ді де ден мен",
    "алпыс": "тың қа ты та тан пен",
    "жетпіс": "тің ке ті те тен пен",
    "сексен": "нің ге ді де нен мен",
    "тоқсан": "ның ға ды да нан мен",
    "жүз": "дің ге ді де ден бен",
    "мың": "ның ға ды да нан мен",
    "миллион": "ның ға ды да нан мен",
    "миллиард": "тың қа ты та тан пен",
}
UNITS = ("нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан", "жүз")
LARGE = {
    101: "бір",
    110: "он",
    200: "жүз",
    250: "елу",
    500: "жүз",
    900: "жүз",
    1_000: "мың",
    1_001: "бір",
    1_050: "елу",
    1_100: "жүз",
    2_024: "төрт",
    5_000: "мың",
    10_000: "мың",
    25_000: "мың",
    100_000: "мың",
    1_000_000: "миллион",
    1_200_000: "мың",
    3_000_000: "миллион",
    1_000_000_000: "миллиард",
    2_500_000_000: "миллион",
}

# Names, abbreviations and mixtures: the printed fact and its six forms.
NAMES = {
    "Абай": "Абайдың Абайға Абайды Абайда Абайдан Абаймен",
    "Семей": "Семейдің Семейге Семейді Семейде Семейден Семеймен",
    "Шәкәрім": "Шәкәрімнің Шәкәрімге Шәкәрімді Шәкәрімде Шәкәрімнен Шәкәріммен",
    "Алматы": "Алматының Алматыға Алматыны Алматыда Алматыдан Алматымен",
    "Астана": "Астананың Астанаға Астананы Астанада Астанадан Астанамен",
    "Шымкент": "Шымкенттің Шымкентке Шымкентті Шымкентте Шымкенттен Шымкентпен",
    "Өскемен": "Өскеменнің Өскеменге Өскеменді Өскеменде Өскеменнен Өскеменмен",
    "Павлодар": "Павлодардың Павлодарға Павлодарды Павлодарда Павлодардан Павлодармен",
    "Аягөз": "Аягөздің Аягөзге Аягөзді Аягөзде Аягөзден Аягөзбен",
    "Ақбұлақ": "Ақбұлақтың Ақбұлаққа Ақбұлақты Ақбұлақта Ақбұлақтан Ақбұлақпен",
    "Курчатов": "Курчатовтың Курчатовқа Курчатовты Курчатовта Курчатовтан Курчатовпен",
    "Көкшетау": "Көкшетаудың Көкшетауға Көкшетауды Көкшетауда Көкшетаудан Көкшетаумен",
    "Жетісу": "Жетісудың Жетісуға Жетісуды Жетісуда Жетісудан Жетісумен",
    "Қарағанды": "Қарағандының Қарағандыға Қарағандыны Қарағандыда Қарағандыдан Қарағандымен",
    "округ": "округтің округке округті округте округтен округпен",
    "Мәрия": "Мәрияның Мәрияға Мәрияны Мәрияда Мәриядан Мәриямен",
    "Әли": "Әлидің Әлиге Әлиді Әлиде Әлиден Әлимен",
    "апрель": "апрельдің апрельге апрельді апрельде апрельден апрельмен",
    "Абай ауданы": "Абай ауданының Абай ауданына Абай ауданын Абай ауданында Абай ауданынан Абай ауданымен",
    "Абай облысы": "Абай облысының Абай облысына Абай облысын Абай облысында Абай облысынан Абай облысымен",
    "Приречный ауылдық округі": (
        "Приречный ауылдық округінің Приречный ауылдық округіне Приречный ауылдық округін "
        "Приречный ауылдық округінде Приречный ауылдық округінен Приречный ауылдық округімен"
    ),
    "№ 5 мектеп": "№ 5 мектептің № 5 мектепке № 5 мектепті № 5 мектепте № 5 мектептен № 5 мектеппен",
    "АЕК": "АЕК-тің АЕК-ке АЕК-ті АЕК-те АЕК-тен АЕК-пен",
    "ХҚБ": "ХҚБ-ның ХҚБ-ға ХҚБ-ны ХҚБ-да ХҚБ-дан ХҚБ-мен",
    "ЭЦҚ": "ЭЦҚ-ның ЭЦҚ-ға ЭЦҚ-ны ЭЦҚ-да ЭЦҚ-дан ЭЦҚ-мен",
    "ЖСН": "ЖСН-нің ЖСН-ге ЖСН-ді ЖСН-де ЖСН-нен ЖСН-мен",
    "ТКШ": "ТКШ-ның ТКШ-ға ТКШ-ны ТКШ-да ТКШ-дан ТКШ-мен",
    "ПИК": "ПИК-тің ПИК-ке ПИК-ті ПИК-те ПИК-тен ПИК-пен",
    "SMS": "SMS-тің SMS-ке SMS-ті SMS-те SMS-тен SMS-пен",
    "Telegram": "Telegram-ның Telegram-ға Telegram-ды Telegram-да Telegram-нан Telegram-мен",
    "Шығыс-12": "Шығыс-12-нің Шығыс-12-ге Шығыс-12-ні Шығыс-12-де Шығыс-12-ден Шығыс-12-мен",
    "«Жасыл» саябағы": (
        "«Жасыл» саябағының «Жасыл» саябағына «Жасыл» саябағын "
        "«Жасыл» саябағында «Жасыл» саябағынан «Жасыл» саябағымен"
    ),
    "«Жасыл белдеу»": (
        "«Жасыл белдеу»-дің «Жасыл белдеу»-ге «Жасыл белдеу»-ді "
        "«Жасыл белдеу»-де «Жасыл белдеу»-ден «Жасыл белдеу»-мен"
    ),
}


@pytest.fixture
def functions(kazakh: Words) -> Functions:
    """Return the functions of Kazakh texts."""
    return Functions(Language.KAZAKH, kazakh.say)


def _spoken(number: int) -> str:
    tens, units = divmod(number, 10)
    return UNITS[units] if units or not number else TENS[tens]


@pytest.mark.parametrize("position", range(len(CASES)), ids=CASES)
def test_numbers_to_a_hundred(functions: Functions, position: int) -> None:
    """Every number from 0 to 100 takes the suffix of its last spoken word, in every case [P6]."""
    forms = {number: functions.suffix(number, CASES[position]) for number in range(101)}
    assert forms == {number: f"-{AFTER_SPOKEN[_spoken(number)].split()[position]}" for number in range(101)}


@pytest.mark.parametrize("number", LARGE)
def test_large_numbers(functions: Functions, number: int) -> None:
    """Hundreds, thousands and millions take the suffix of the word on which they end [P6]."""
    assert [functions.suffix(number, case) for case in CASES] == [
        f"-{suffix}" for suffix in AFTER_SPOKEN[LARGE[number]].split()
    ]


@pytest.mark.parametrize("name", NAMES)
def test_names_and_abbreviations(functions: Functions, name: str) -> None:
    """Names, abbreviations and possessed words take the six suffixes that a reader expects [P6]."""
    assert " ".join(name + functions.suffix(name, case) for case in CASES) == NAMES[name]


@pytest.mark.parametrize("name", ["", "…", "«»"])
def test_a_name_without_a_word_is_refused(functions: Functions, name: str) -> None:
    """Nothing to be heard gives no suffix [P6]."""
    with pytest.raises(ValueError, match="takes no suffix"):
        functions.suffix(name, "dat")


def test_an_unknown_case_is_refused(functions: Functions) -> None:
    """A slip in a text's case name is an error, not an empty suffix [P6]."""
    with pytest.raises(ValueError, match="dative"):
        functions.suffix(5, "dative")
