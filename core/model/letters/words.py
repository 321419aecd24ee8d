"""Words that say little by themselves: function words, abbreviations, words of addresses and of works."""

from core.model.letters.folding import fold

FUNCTION_WORDS = frozenset(
    fold(
        "и в во на по для с со у к ко о об от до за из не или над под при мен бен пен және үшін де да та те"
    ).split()
)
"""Folded words that say nothing about what is looked for (D3)."""

# fmt: off
ABBREVIATIONS = frozenset(fold(
    "ул пр просп пер пл мкр мкрн обл гор пос кв корп стр тел ст под каб оф пом зд им ат др проч тыс млн млрд "
    "мың руб тг тнг тенге шт дана компл см мм км га кг пог пм мин сек макс напр мыс св ок акад проф ген марш "
    "көш ауд шағ бұр даңғ үй"
).split())
"""Folded words that people write with a dot; it ends no sentence (B3)."""

COMMON_WORDS = FUNCTION_WORDS | frozenset(fold(
    # Of addresses.
    "улица улицы улице улицу улицей улиц ул проспект проспекта проспекте просп пр даңғыл даңғылы "
    "микрорайон микрорайона микрорайоне мкр мкрн шағын шағынаудан шағынауданы шағынауданындағы мөлтекаудан "
    "переулок переулка переулке пер город города городе городской г село села селе ауыл ауылы ауылындағы "
    "район района районе аудан ауданы ауданындағы қала қаласы қаласындағы квартал квартала "
    "дом дома доме дому домов домами д двор двора дворе дворы дворов дворовой дворовая дворовую дворовых "
    "көше көшесі көшесінің көшесіне көшесіндегі көшесінде көш үй үйі үйдің үйінің үйге үйлер үйлердің үйлері "
    "аула ауласы ауласын ауласында ауласындағы ауласына аулалық аумағы аумағын аумағында аумағындағы "
    "рядом около возле напротив между перед вдоль через вокруг территория территории "
    "жанында жанындағы жанына қасында қасындағы алдында алдындағы арасында арасындағы бойында бойындағы "
    "бойымен қарсысында қарсысындағы маңында маңындағы "
    # Of works, of which each proposal names one.
    "установка установки установить установку ремонт ремонта отремонтировать строительство строительства "
    "построить обустройство обустроить благоустройство благоустроить создание создать реконструкция "
    "новый новая новое новые новых сделать нужно нужны жаңа керек "
    "орнату орнатуды қою қоюды жөндеу жөндеуді салу салуды жасау жасауды жайластыру абаттандыру жаңарту"
).split())
"""Folded words that addresses and titles share whatever they are about, function words among them (B3)."""
# fmt: on

UNIT_WORDS = frozenset(
    fold(
        "шт штук штука штуки дана м м2 м3 м² м³ кв куб пог метр метра метров км см мм га сотка соток т тонн "
        "кг л литр литров компл комплект жинақ ед единиц рейс рейсов час часов сағат күн дней текше шаршы"
    ).split()
)
"""Folded units in which things of an estimate are counted (B2)."""

TIMES_SIGNS = "x×*·хХX"
"""Signs between how many and how much each costs."""

TIMES_WORDS = frozenset({"по"})
"""Folded words that stand there instead."""

EACH_WORDS = {
    fold(word): price for word, price in (("теңгеден", "теңге"), ("мыңнан", "мың"), ("тг-ден", "тг"))
}
"""Folded words behind a price that say «each» by their Kazakh ending, with what they are without it."""

PER_WORDS = frozenset(
    fold("за каждая каждый каждое каждую каждого штука штуку әрқайсысы әрбірі данасы бірлігі").split()
)
"""Folded words behind a price that say of what it is the price."""
