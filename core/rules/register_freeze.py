"""Until when an akimat's register may be replaced; apart from reading it, here the clock counts (E1)."""

from collections.abc import Collection
from datetime import datetime

from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import Stage
from core.rulebook.model import Mode, Rulebook


def register_verdict(rulebook: Rulebook, counted: Collection[str], now: datetime) -> Verdict:
    """Say whether a campaign lets the register be replaced at ``now``: not from its opening to its outcome.

    Registration counts on the day of the opening, and those entitled are counted from the same register. Of
    the voting territories, ``counted`` have their outcome. One that votes early holds all of the register.

    Refusal: ``register-frozen`` with the campaign and its voting.
    """
    if rulebook.voting.mode.value is Mode.GUIDE:
        return Verdict()
    for territory in rulebook.voting.territories:
        window = rulebook.window(Stage.VOTING, territory)
        since = rulebook.ballot_stands_from(territory)
        if window is not None and since is not None and since <= now and territory not in counted:
            facts = {"campaign": rulebook.title, "opens": window.opens, "closes": window.closes}
            return Verdict(reasons=(Reason(refusal=Refusal.REGISTER_FROZEN, facts=facts),))
    return Verdict()
