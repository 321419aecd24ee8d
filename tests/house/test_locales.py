"""The texts fit each other and the code: keys, variables, tags, none missing, none unused.

How they are written is checked in ``test_wording.py``.
"""

import ast
import importlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from core.language.locales import Locales
from core.model.language import Language
from core.model.refusals import Refusal
from tests.house import texts, tree
from tests.house.texts import LANGUAGES, Printed, messages

# The sandbox knows nothing of the house, and measurements call what others call.
SPEAKING = tuple(storey for storey in tree.STOREYS if storey not in {"sandbox", "bench"})
# Functions and widgets whose first argument is a key.
CALLS = frozenset({"words", "say", "_say", "Tr"})
# Keys that are put together are declared in a tuple of the module: STATUS_TEXTS = tuple(f"status-{…}" for …).
DECLARED = re.compile(r"^[A-Z_]*TEXTS$")
KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z-]+)?")


def test_the_texts_load_strictly() -> None:
    """What ships passes the strict start: no junk, no key defined twice [P6]."""
    locales = Locales.load(tree.ROOT / "locales", strict=True)
    assert {language: locales.words(language).language for language in Language} == {
        language: language for language in Language
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_junk(language: str) -> None:
    """Fluent reads every line of every file [P6]."""
    junk = [
        f"{language}/{file}.ftl: {(entry.content or '').strip()[:80]}"
        for file, source in texts.folder_files(language).items()
        for entry in FluentParser().parse(source).body
        if isinstance(entry, fluent.Junk)
    ]
    assert junk == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_defined_once(language: str) -> None:
    """A key stands once in a language, whatever the file: of two Fluent would print the first [P6]."""
    counts = Counter(text.key for text in texts.texts(language))
    assert [key for key, count in counts.items() if count > 1] == []


def test_both_languages_have_the_same_files() -> None:
    """A capability's file stands in both languages [P6]."""
    kazakh, russian = (set(texts.folder_files(language)) - texts.OWN_FILES for language in LANGUAGES)
    assert kazakh == russian
    assert kazakh, "no texts were found at all"


def test_both_languages_have_the_same_keys() -> None:
    """A file has the same keys in both languages [P6]."""
    kazakh, russian = ({(text.file, key) for key, text in messages(each).items()} for each in LANGUAGES)
    assert sorted(kazakh ^ russian) == []


def test_variables_and_tags_agree() -> None:
    """A text has the same facts and tags in both languages, so that code can't favour one [P6]."""
    offences = [
        f"{kazakh}: {sorted(mine)} beside {sorted(theirs)}"
        for kazakh, russian in _pairs()
        for mine, theirs in (
            (kazakh.parts.variables, russian.parts.variables),
            (set(kazakh.parts.tags), set(russian.parts.tags)),
        )
        if mine != theirs
    ]
    assert offences == []


def test_references_lead_somewhere() -> None:
    """A text that goes into another one exists in that language [P6]."""
    for language in LANGUAGES:
        defined = {text.key for text in texts.texts(language)}
        missing = {
            f"{text}: {name}" for text in texts.texts(language) for name in text.parts.references - defined
        }
        assert missing == set()


def test_every_text_that_code_calls_is_there() -> None:
    """No literal or declared key of the code lacks its text [P6]."""
    defined = set(messages("kk")) | _own_keys()
    called = {
        f"{name}:{line}: {key}"
        for name in tree.modules(*SPEAKING)
        for line, key in _called(name)
        if key not in defined
    }
    assert sorted(called) == []
    assert sorted(_declared() - defined) == []


def test_no_text_is_unused() -> None:
    """Every text is called by the code, declared by it, or stands inside another text [P6]."""
    literals = {
        node.value
        for name in tree.modules(*SPEAKING)
        for node in ast.walk(tree.tree(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value)
    }
    inside = {name for text in texts.all_texts() for name in text.parts.references}
    refusals = {f"refusal-{refusal}" for refusal in Refusal}
    used = literals | inside | refusals | _declared()
    own = {text.key for text in texts.all_texts() if text.file in texts.OWN_FILES}
    assert sorted((set(messages("kk")) | own) - used) == []


def test_keys_that_are_put_together_are_declared() -> None:
    """A key made from parts is in a declared tuple or a refusal's, so that the checks here see it [P6]."""
    known = _declared() | {f"refusal-{refusal}" for refusal in Refusal}
    offences = [
        f"{name}:{line}: {pattern}"
        for name in tree.modules(*SPEAKING)
        for line, pattern in _made(name)
        if not any(re.fullmatch(pattern, key) for key in known)
    ]
    assert offences == []


def test_equal_texts_have_a_reason() -> None:
    """A text that is the same in both languages says why it needn't be translated (trap 11) [P6]."""
    allowed = {row[0]: row[1] for row in texts.table("equal_texts.txt")}
    equal = {
        kazakh.key
        for kazakh, russian in _pairs()
        if re.search(r"[^\W\d_]", kazakh.words.replace("{}", "")) and kazakh.words == russian.words
    }
    assert sorted(equal - set(allowed)) == []
    assert sorted(set(allowed) - equal) == [], "no longer equal, or gone"
    assert all(allowed.values()), "each has its reason"


def _pairs() -> Iterator[tuple[Printed, Printed]]:
    russian = messages("ru")
    for key, text in messages("kk").items():
        if key in russian:
            yield text, russian[key]


def _own_keys() -> set[str]:
    return {text.key for text in texts.all_texts() if text.file in texts.OWN_FILES}


def _first_arguments(name: Path) -> Iterator[ast.expr]:
    for node in ast.walk(tree.tree(name)):
        if isinstance(node, ast.Call) and node.args:
            called = node.func
            function = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if function in CALLS:
                yield from _alternatives(node.args[0])


def _alternatives(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _alternatives(node.body)
        yield from _alternatives(node.orelse)
    else:
        yield node


def _called(name: Path) -> Iterator[tuple[int, str]]:
    for node in _first_arguments(name):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def _made(name: Path) -> Iterator[tuple[int, str]]:
    for node in _first_arguments(name):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(_part(value) for value in node.values)


def _part(node: ast.expr) -> str:
    return re.escape(str(node.value)) if isinstance(node, ast.Constant) else r"[a-z0-9_.-]+"


@cache
def _declared() -> frozenset[str]:
    keys: set[str] = set()
    for name in tree.modules(*SPEAKING):
        tuples = [each for each in _module_names(tree.tree(name)) if DECLARED.match(each)]
        if tuples:
            module = importlib.import_module(".".join(name.with_suffix("").parts))
            declared: Iterable[Iterable[str]] = (getattr(module, each) for each in tuples)
            keys.update(key for each in declared for key in each)
    return frozenset(keys)


def _module_names(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        yield from (target.id for target in targets if isinstance(target, ast.Name))
