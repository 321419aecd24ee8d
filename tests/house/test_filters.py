"""Filters of the bot are async: aiogram runs every sync one in a thread, 39 µs against 2 µs each."""

import ast
from collections.abc import Iterator

import pytest

from tests.house import tree

# The ways in which aiogram takes filters: `@router.message(...)`, `router.message.register(handler, ...)`.
OBSERVERS = {
    "callback_query",
    "chat_member",
    "edited_message",
    "error",
    "errors",
    "inline_query",
    "message",
    "my_chat_member",
    "update",
}


def test_the_bot_has_no_sync_filters() -> None:
    """No router of the bot is given a bare `F…` or a lambda [P5]."""
    offences = [
        f"{name}:{node.lineno} {ast.unparse(node)}"
        for name in tree.modules("bot")
        for node in _sync_filters(tree.tree(name))
    ]
    assert offences == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("@router.message(F.text)\nasync def handle(message): ...", ["F.text"]),
        ("router.message.register(handle, ~F.photo)", ["~F.photo"]),
        ("router.callback_query.filter(lambda query: True)", ["lambda query: True"]),
        ("dispatcher.message(F.text & F.caption)", ["F.text & F.caption"]),
        ("router.message.register(handle, Magic(F.contact))", []),
        ("router.callback_query.register(handle, VoteButton.filter(F.step == 1))", []),
        ("sorted(names, key=lambda name: name)", []),
    ],
)
def test_the_check_knows_a_sync_filter(code: str, expected: list[str]) -> None:
    """A bare magic filter or lambda is seen wherever aiogram takes filters; a wrapped one passes [P5]."""
    assert [ast.unparse(node) for node in _sync_filters(ast.parse(code))] == expected


def _sync_filters(module: ast.Module) -> Iterator[ast.expr]:
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and _takes_filters(call.func):
            arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
            yield from (argument for argument in arguments if _is_sync(argument))


def _takes_filters(function: ast.expr) -> bool:
    match function:
        case ast.Attribute(attr=name) if name in OBSERVERS:
            return True
        case ast.Attribute(value=ast.Attribute(attr=name), attr="register" | "filter"):
            return name in OBSERVERS
        case _:
            return False


def _is_sync(argument: ast.expr) -> bool:
    match argument:
        case ast.Lambda() | ast.Name(id="F"):
            return True
        case ast.Attribute(value=inner) | ast.Subscript(value=inner) | ast.Compare(left=inner):
            return _is_sync(inner)
        case ast.UnaryOp(operand=inner) | ast.Call(func=ast.Attribute(value=inner)):
            return _is_sync(inner)
        case ast.BinOp(left=left, right=right):
            return _is_sync(left) or _is_sync(right)
        case _:
            return False
