"""Sittings, items and opinions as their rows have them, for the house itself: nothing is hidden here (C2)."""

from collections.abc import Mapping, Sequence

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.council import AgendaItem, Choice, Dropped, Member, Opinion, Sitting
from core.model.language import Language, Text
from core.model.refusals import Refusal, refuse
from core.rules.council import Tally, tally_of
from core.store import agenda
from core.store import contents as written
from core.store import council as store
from core.store import opinion as opinions


async def require_head(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Sitting:
    """Return a sitting without its ``items``, which may be many; raise ``sitting-unknown``."""
    row = await store.get_sitting(connection, campaign_id, number)
    if row is None:
        raise refuse(Refusal.SITTING_UNKNOWN)
    members = await store.list_sitting_members(connection, campaign_id, number)
    return Sitting(
        sitting=number,
        held_on=row["held_on"],
        place=Text(kk=row["place_kk"], ru=row["place_ru"]),
        decide_by=row["decide_by"],
        members=tuple(read_member(each) for each in members),
        secretary=_secretary(row),
        items=(),
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
        published_at=row["published_at"],
    )


async def read_items(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> tuple[AgendaItem, ...]:
    """Return the whole agenda with every opinion: for the protocol and the publication."""
    said: dict[int, list[Opinion]] = {}
    for each in await opinions.list_opinions(connection, campaign_id, number):
        said.setdefault(each["number"], []).append(_read_opinion(each))
    rows = await agenda.list_items(connection, campaign_id, number)
    return tuple(_read_item(row, said.get(row["number"], [])) for row in rows)


async def require_item(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, item: int
) -> AgendaItem:
    """Return one item with its opinions; raise ``proposal-unknown`` for what is not on the agenda."""
    row = await agenda.get_item(connection, campaign_id, number, item)
    if row is None:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=item)
    said = await opinions.list_opinions(connection, campaign_id, number, item)
    return _read_item(row, [_read_opinion(each) for each in said])


async def persons_of(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> dict[int, bytes]:
    """Return the members of a sitting, logins with the person behind each."""
    rows = await store.list_sitting_members(connection, campaign_id, number)
    return {row["staff_id"]: row["person_key"] for row in rows}


def count(item: AgendaItem, persons: Mapping[int, bytes]) -> Tally:
    """Return what was said of an item, by person."""
    return tally_of(persons, [(each.staff_id, each.choice) for each in item.opinions])


def read_member(row: RowMapping) -> Member:
    """Return a member of the council or of a sitting."""
    return Member(
        staff_id=row["staff_id"],
        name=row["name"],
        position=Text(kk=row["position_kk"], ru=row["position_ru"]),
        is_chair=row["is_chair"],
    )


def member_row(member: Member) -> dict[str, object]:
    """Return the columns in which a sitting keeps a member as he stands on its day."""
    return {
        "staff_id": member.staff_id,
        "is_chair": member.is_chair,
        "name": member.name,
        "position_kk": member.position.kk,
        "position_ru": member.position.ru,
    }


def read_verdict(row: RowMapping) -> bool | None:
    """Say whether an item was admitted, ``None`` while nothing is concluded or where it was put off."""
    return row["verdict"] == store.ADMITTED if row["verdict"] in {store.ADMITTED, store.REFUSED} else None


def read_dropped(row: RowMapping) -> Dropped | None:
    """Say why an item's decision was not published, if so."""
    return Dropped(row["dropped"]) if row["dropped"] is not None else None


def in_own_language(language: Language, text: str) -> Text:
    """Return a text whose other language is not written yet."""
    return Text(kk=text, ru="") if language is Language.KAZAKH else Text(kk="", ru=text)


def _secretary(row: RowMapping) -> Member:
    position = Text(kk=row["secretary_position_kk"], ru=row["secretary_position_ru"])
    return Member(staff_id=row["secretary_id"], name=row["secretary_name"], position=position)


def _read_opinion(row: RowMapping) -> Opinion:
    return Opinion(
        staff_id=row["staff_id"], choice=Choice(row["choice"]), ground=row["ground"], comment=row["comment"]
    )


def _read_item(row: RowMapping, said: Sequence[Opinion]) -> AgendaItem:
    """Return an item; before it is concluded the author's own words stand in his language alone."""
    own = written.from_json(row["contents"])
    verdict = read_verdict(row)
    is_own = verdict is None
    title = in_own_language(own.language, own.title or "") if is_own else _both(row, "title")
    description = (
        in_own_language(own.language, own.description or "") if is_own else _both(row, "description")
    )
    return AgendaItem(
        number=row["number"],
        version=row["version"],
        title=title,
        description=description,
        territory=row["territory"],
        cost=row["cost"] if row["cost"] is not None else row["present_cost"],
        opinions=tuple(said),
        is_admitted=verdict,
        ground=row["ground"],
        reason=_both(row, "reason") if row["reason_kk"] is not None else None,
        original=own.language,
        is_put_off=row["verdict"] == store.PUT_OFF,
        dropped=read_dropped(row),
        concluded_at=row["concluded_at"],
    )


def _both(row: RowMapping, name: str) -> Text:
    return Text(kk=row[f"{name}_kk"], ru=row[f"{name}_ru"])
