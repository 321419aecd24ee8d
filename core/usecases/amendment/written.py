"""What log, ledger and freeze say of a change, in canonical values; one wording for all three (ledger 13)."""

from typing import assert_never

from core.model.amendment import Amending, Correction, EarlyFreeze, Extension, Merger, Stop


def told(what: Amending) -> dict[str, object]:
    """Return what log and ledger say of a change, in canonical values (L1, ledger 13)."""
    match what:
        case Extension():
            dates = {name: getattr(what, name).isoformat(timespec="seconds") for name in ("old", "new")}
            return {"stage": what.stage.value, "territory": what.territory, **dates}
        case Merger():
            return {"territories": list(what.territories), "territory": what.slug}
        case EarlyFreeze():
            return {"territory": what.territory}
        case Stop():
            return {"project": what.number}
        case Correction():
            texts = {
                name: {"kk": text.kk, "ru": text.ru} for name, text in (("old", what.old), ("new", what.new))
            }
            return {"project": what.number, "field": what.field.value, **texts}
        case _:
            assert_never(what)
