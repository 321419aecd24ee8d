"""The chapters about voting, winners and money: every number with its act (A3, P2)."""

from fractions import Fraction

from core.model.person import RegistrationKind, Verification
from core.model.stage import Stage
from core.rulebook.model import (
    AgeCountedOn,
    Leftovers,
    Mode,
    NotFitting,
    OutcomeRules,
    SmallCount,
    TieBreak,
    VotingRules,
)
from core.rules.opening import LIVE_LEAST
from core.rules.stages import first_day, last_day
from core.usecases.guide.writing import Writer

MODE_TEXTS = tuple(f"voting-mode-{mode}" for mode in Mode)
REGISTRATION_TEXTS = tuple(f"registration-{kind}" for kind in RegistrationKind)
WAY_TEXTS = tuple(f"way-{way}" for way in Verification)
TIE_TEXTS = tuple(f"tie-{tie.value.replace('_', '-')}" for tie in TieBreak)
NOT_FITTING_TEXTS = tuple(f"winners-not-fitting-{rule}" for rule in NotFitting)
LEFTOVERS_TEXTS = tuple(f"winners-leftovers-{rule}" for rule in Leftovers)


def write_voting(writer: Writer) -> None:
    """Say where votes are taken, as seen from the bot, who may vote, and what a vote is."""
    mode = writer.rulebook.voting.mode
    writer.say(f"voting-mode-{mode.value.value}", source=writer.cite(mode.act))
    write_voters(writer)


def write_voters(writer: Writer) -> None:
    """Say who may vote, how one shows who one is, and what a vote is."""
    rules = writer.rulebook.voting
    mode = rules.mode
    _who(writer, rules)
    if mode.value is not Mode.GUIDE:
        _ways(writer, rules)
    votes = writer.rulebook.limits.get("votes_per_person")
    writer.say("voting-one-vote", source=writer.cite(votes.act) if votes is not None else "")
    if mode.value is not Mode.GUIDE:
        _counts(writer, rules)


def _who(writer: Writer, rules: VotingRules) -> None:
    window = writer.rulebook.window(Stage.VOTING)
    source = writer.cite(rules.full_age.act, rules.age_counted_on.act)
    if rules.age_counted_on.value is AgeCountedOn.LAST_DAY and window is not None:
        writer.say("voting-age-last-day", full_age=rules.full_age, day=last_day(window), source=source)
    else:
        writer.say("voting-age-vote-day", full_age=rules.full_age, source=source)
    kinds = tuple(writer.words(f"registration-{kind.value}") for kind in rules.registration.value)
    source = writer.cite(rules.registration.act)
    if window is None or rules.mode.value is Mode.GUIDE:
        writer.say("voting-registration", kinds=kinds, source=source)
    else:
        writer.say("voting-registration-day", kinds=kinds, day=first_day(window), source=source)


def _ways(writer: Writer, rules: VotingRules) -> None:
    writer.say("voting-ways", source=writer.cite(rules.verification.act))
    for way in rules.verification.value:
        writer.say(f"way-{way.value}")
    if rules.code is not None:
        terms = (rules.code.valid_hours, rules.code.attempts_per_account, rules.code.session_minutes)
        hours, attempts, minutes = (term.value for term in terms)
        source = writer.cite(*(term.act for term in terms))
        writer.say("voting-code", hours=hours, attempts=attempts, minutes=minutes, source=source)
    if rules.paper is not None:
        hours_after = rules.paper.lines_until_hours
        writer.say("voting-paper", hours=hours_after.value, source=writer.cite(hours_after.act))


def _counts(writer: Writer, rules: VotingRules) -> None:
    live = rules.live_counts
    if live.shown:
        writer.say("voting-live", entitled=live.from_entitled, source=writer.cite(live.from_entitled.act))
        # A guide tells what the official page shows, and not how it counts.
        if rules.mode.value is not Mode.GUIDE:
            writer.say("voting-live-hour", hour=live.hour, least=LIVE_LEAST)
    else:
        writer.say("voting-not-live")
    if rules.small_count.value is SmallCount.HIDE:
        source = writer.cite(rules.small_count.act, rules.small_count_below.act)
        writer.say("voting-small-hidden", below=rules.small_count_below, source=source)


def write_winners(writer: Writer) -> None:
    """Say how winners are found: threshold, order, ties, what doesn't fit, what is left (F1)."""
    threshold = writer.rulebook.voting.threshold
    source = writer.cite(threshold.act)
    if isinstance(threshold.value, Fraction):
        writer.say("winners-threshold-share", share=threshold, source=source)
    else:
        writer.say("winners-threshold", votes=threshold, source=source)
    rules = writer.rulebook.outcome
    if rules is None:
        writer.say("winners-unstated")
        return
    writer.say("winners-order")
    _ties(writer, rules)
    fitting = rules.not_fitting
    writer.say(f"winners-not-fitting-{fitting.value.value}", source=writer.cite(fitting.act))
    leftovers = rules.leftovers
    writer.say(f"winners-leftovers-{leftovers.value.value}", source=writer.cite(leftovers.act))
    for first, second in rules.exclusive:
        writer.say("winners-exclusive", first_number=first, second_number=second)
    writer.say("winners-council", council=writer.rulebook.council.name)


def _ties(writer: Writer, rules: OutcomeRules) -> None:
    source = writer.cite(rules.ties.act)
    ties = tuple(writer.words(f"tie-{tie.value.replace('_', '-')}") for tie in rules.ties.value)
    if len(ties) == 1:
        writer.say("winners-tie", rule=ties[0], source=source)
        return
    writer.say("winners-ties", source=source)
    for place, tie in enumerate(ties, start=1):
        writer.say("winners-tie-step", place=place, rule=tie)


def write_money(writer: Writer) -> None:
    """Say how much money there is, where it comes from, and what each territory has."""
    source, money = writer.rulebook.money_source, writer.rulebook.money
    if source is not None:
        writer.say("money-source", origin=source)
    if not money:
        writer.say("money-unstated")
        return
    total = sum(each.value for each in money.values())
    writer.say("money-total", total=total)
    for slug, amount in money.items():
        territory = writer.rulebook.territories.require(slug)
        writer.say("money-territory", territory=territory, money=amount, source=writer.cite(amount.act))
    writer.say("money-own")
