"""The parts of a rulebook that proposals are made by: what intake asks, and models to begin from (B2, B8)."""

from core.rulebook.kinds import SHARE, SLUG, TRUTH, whole
from core.rulebook.model import Rulebook
from core.rulebook.model_proposal import ModelLine, ModelProposal, ProposalRules
from core.rulebook.problems import suggestion
from core.rulebook.table import Table


def read_proposal(table: Table) -> ProposalRules:
    """Return what intake asks beside the limits; each key may be left open (A1, B3)."""
    rules = ProposalRules(
        author_age=table.optional_sourced("author_age", whole(least=1, most=100)),
        question=table.optional_sourced("question", TRUTH),
        similar_words=table.optional_sourced("similar_words", SHARE),
        similar_metres=table.optional_sourced("similar_metres", whole(least=1, most=10_000)),
        papers_days=table.optional_sourced("papers_days", whole(least=1, most=100)),
        upload_hours=table.optional_sourced("upload_hours", whole(least=1, most=720)),
    )
    table.finish()
    return rules


def read_models(root: Table, key: str) -> tuple[ModelProposal, ...]:
    """Return the model proposals with their estimates (B8)."""
    models: dict[str, ModelProposal] = {}
    for row in root.tables(key):
        slug = row.value("slug", SLUG)
        if slug and slug in models:
            row.report(f"{slug!r} is used twice", "slug")
        models[slug] = ModelProposal(
            slug=slug,
            direction=row.value("direction", SLUG),
            title=row.text("title"),
            description=row.text("description"),
            lines=tuple(_read_line(line) for line in row.tables("lines")),
        )
        row.finish()
    return tuple(models.values())


def _read_line(row: Table) -> ModelLine:
    line = ModelLine(
        item=row.text("item"),
        quantity=row.value("quantity", whole(least=1, most=1_000_000)),
        price=row.value("price", whole(least=1, most=10**12)),
    )
    row.finish()
    return line


def check_models(root: Table, rulebook: Rulebook) -> None:
    """Report models of a direction that the rulebook lacks, and those that cost more than a project may."""
    if root.reading.problems.is_spoilt(("directions",), ("models",), ("cost_cap",)):
        return
    directions = [named.slug for named in rulebook.directions]
    cap = rulebook.cap()
    for place, model in enumerate(rulebook.models):
        if model.direction not in directions:
            near = suggestion(model.direction, directions)
            root.report(f"{model.direction!r} is no direction{near}", "models", place, "direction")
        cost = sum(line.quantity * line.price for line in model.lines)
        if cap is not None and cost > cap:
            root.report(f"costs {cost} tenge, a project {cap} at most", "models", place, "lines")
