"""What is said before and after a verification; separate from the getters, as facts alone decide it."""

from collections.abc import Collection, Iterator

from core.language.locales import Words
from core.language.markup import Safe
from core.model.person import Verification
from core.rulebook.model import Rulebook
from core.usecases.guide.home import Home


def ways_text(words: Words, rulebook: Rulebook, ways: Collection[Verification]) -> str:
    """Return the ways with what each of them takes; a ``guide`` needs none (A6)."""
    return Safe("\n\n".join(_ways(words, rulebook, ways)))


def _ways(words: Words, rulebook: Rulebook, ways: Collection[Verification]) -> Iterator[str]:
    if not ways:
        yield words("verification-no-way")
        return
    yield words("verification-ways")
    if Verification.PHONE in ways:
        yield words("verification-way-phone")
    if Verification.CODE in ways:
        contact = rulebook.akimat.contacts[0]
        yield words("verification-way-code", contact=contact.name, phone=contact.phone)


def done_text(words: Words, seen: Home) -> str:
    """Return that it worked and what it allows, or that the session of a code is over."""
    return Safe("\n\n".join(_done(words, seen)))


def _done(words: Words, seen: Home) -> Iterator[str]:
    if seen.person is None:
        yield words("verification-over")
        return
    if seen.person.session_ends is not None:
        yield words("verification-done-code", ends=seen.person.session_ends)
    else:
        yield words("verification-done-phone")
    if seen.standing.has_voted:
        yield words("verification-voted")
    elif not seen.own:
        yield words("verification-own-none")
    else:
        key = "verification-own" if len(seen.own) == 1 else "verification-own-several"
        yield words(key, own=seen.own)
