"""The monthly calculation index (МРП, АЕК) by year; apart, because caps are multiples of it."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from core.law.reference import Lawful, Reference


class UnknownIndexError(LookupError):
    """The table has no index for the year that was asked for."""


def _budget_law(first_year: int, number: str, adopted: date, link: str) -> Reference:
    act = f"Law on the republican budget for {first_year}-{first_year + 2}"
    return Reference(act=f"{act}, No. {number}" if number else act, date=adopted, link=link)


def _from_january(year: int, tenge: int, source: Reference) -> Lawful[int]:
    return Lawful(value=tenge, since=date(year, 1, 1), source=source)


# Numbers, days and links of the acts are not all compared with the published texts yet: docs/decisions/0011.
INDEX: Mapping[int, Lawful[int]] = MappingProxyType(
    {
        # The year began with 2,651; campaigns of 2020 took the index of the budget amended in spring.
        2020: Lawful(
            value=2_778,
            since=date(2020, 4, 1),
            source=Reference(
                act="Decree on the amended republican budget for 2020, No. 299",
                date=date(2020, 4, 8),
                link="https://adilet.zan.kz/rus/docs/U2000000299",
            ),
        ),
        2021: _from_january(
            2021,
            2_917,
            _budget_law(2021, "379-VI", date(2020, 12, 2), "https://adilet.zan.kz/rus/docs/Z2000000379"),
        ),
        2022: _from_january(
            2022,
            3_063,
            _budget_law(2022, "77-VII", date(2021, 12, 2), "https://adilet.zan.kz/rus/docs/Z2100000077"),
        ),
        2023: _from_january(
            2023,
            3_450,
            _budget_law(2023, "163-VII", date(2022, 12, 1), "https://adilet.zan.kz/rus/docs/Z2200000163"),
        ),
        2024: _from_january(
            2024,
            3_692,
            _budget_law(2024, "43-VIII", date(2023, 12, 5), "https://adilet.zan.kz/rus/docs/Z2300000043"),
        ),
        2025: _from_january(
            2025,
            3_932,
            _budget_law(2025, "141-VIII", date(2024, 12, 4), "https://adilet.zan.kz/rus/docs/Z2400000141"),
        ),
        2026: _from_january(
            2026,
            4_325,
            _budget_law(
                2026,
                "",
                date(2025, 12, 8),
                "https://alau.kz/povyshajutsja-mrp-pensii-i-prozhitochnyj-minimum-tokaev-utverdil-bjudzhet/",
            ),
        ),
    }
)
"""The index in tenge by year, as budgets of that year take it."""


def require_index(year: int) -> Lawful[int]:
    """Return the index of ``year`` in tenge with its act (A1).

    Raises:
        UnknownIndexError: where the table does not have the year; a budget that is not adopted has no index.
    """
    index = INDEX.get(year)
    if index is None:
        raise UnknownIndexError(f"no monthly calculation index is known for {year}")
    return index


def cost_cap(multiplier: int, year: int) -> int:
    """Return ``multiplier`` times the index of ``year``, in tenge; raises as ``require_index`` does (A1)."""
    return multiplier * require_index(year).value
