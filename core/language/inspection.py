"""What stands inside a text besides its words: variables, functions, references, tags.

Separate because the editor's table refuses what changes them, and the tests of the house compare them.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

TAG = re.compile(r"</?[A-Za-z][^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A function called by a text, with the variables and the literals that it is given."""

    function: str
    variables: tuple[str, ...]
    literals: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Parts:
    """The parts of one text, of all variants; ``bare`` are the variables that print without a function."""

    variables: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    tags: list[str] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the text alone, without placeables."""
        return " ".join(self.texts)


class _Collector(Visitor):
    def __init__(self) -> None:
        self.parts = Parts()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 fluent's names
        self.parts.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.parts.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.parts.references.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802
        self.parts.tags.extend(TAG.findall(flat(node)))
        self.generic_visit(node)

    def visit_Placeable(self, node: ast.Placeable) -> None:  # noqa: N802
        if isinstance(node.expression, ast.VariableReference):
            self.parts.bare.add(node.expression.id.name)
        self.generic_visit(node)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.parts.texts.append(node.value)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        given: list[Any] = [*node.arguments.positional, *(named.value for named in node.arguments.named)]
        call = Call(
            function=node.id.name,
            variables=tuple(each.id.name for each in given if isinstance(each, ast.VariableReference)),
            literals=tuple(each.value for each in given if isinstance(each, ast.StringLiteral)),
        )
        self.parts.calls.append(call)
        self.generic_visit(node)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One text of a file: a message, a term (``-name``) or an attribute of one (``name.attribute``)."""

    key: str
    pattern: ast.Pattern
    comment: str

    @property
    def start(self) -> int:
        """Return where the pattern begins in the file's characters."""
        return _span(self.pattern).start

    @property
    def end(self) -> int:
        """Return where the pattern ends in the file's characters."""
        return _span(self.pattern).end

    @property
    def parts(self) -> Parts:
        """Return what stands inside."""
        return inspect(self.pattern)


def flat(pattern: ast.Pattern) -> str:
    """Return a pattern's own text with ``{}`` for what is filled in, so that a tag around it stays whole."""
    return "".join(_flat(element) for element in pattern.elements)


def _flat(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return element.value
    literal = element.expression
    return str(literal.parse()["value"]) if isinstance(literal, ast.StringLiteral) else "{}"


def inspect(node: ast.BaseNode) -> Parts:
    """Return what stands inside ``node``."""
    collector = _Collector()
    collector.visit(node)
    return collector.parts


def entries(source: str) -> list[Entry]:
    """Return the texts of a file in their order; junk is left out."""
    found: list[Entry] = []
    for node in FluentParser().parse(source).body:
        if not isinstance(node, ast.Message | ast.Term):
            continue
        key = f"-{node.id.name}" if isinstance(node, ast.Term) else node.id.name
        comment = (node.comment.content or "") if node.comment else ""
        if node.value is not None:
            found.append(Entry(key=key, pattern=node.value, comment=comment))
        found.extend(
            Entry(key=f"{key}.{attribute.id.name}", pattern=attribute.value, comment=comment)
            for attribute in node.attributes
        )
    return found


def _span(node: ast.SyntaxNode) -> ast.Span:
    if node.span is None:
        raise ValueError("parsed without spans")
    return node.span
