"""``python -m core decide``: clerk, council and moderator until the office takes over (C1, C2, D6)."""

import argparse
import sys

from app.commands.campaign import require_campaign
from app.commands.submission import lines_of
from core.model.campaign import CampaignId
from core.model.discussion import Question, QuestionState
from core.model.language import Text
from core.model.proposal import Proposal
from core.rules.decision import STAFF_ACTS, Decision
from core.rules.review import ReviewAct
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.proposal.papers import record_at_desk
from core.usecases.review.deciding import decide
from core.usecases.review.reading import get_submission, list_waiting
from core.usecases.services import Services

SHOW, HIDE = "show", "hide"
_IN_BOTH_LANGUAGES = ("reason", "title", "description", "site-check")


class DecisionUnclear(Exception):
    """The command does not say on what, or how it is decided."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command: a proposal and an act, a question, an answer, or what is to be read first."""
    parser.add_argument("campaign")
    parser.add_argument("number", type=int, nargs="?", help="the application number")
    parser.add_argument("act", choices=[act.value for act in STAFF_ACTS], nargs="?")
    parser.add_argument("--list", action="store_true", help="show what waits for a decision")
    parser.add_argument("--show", action="store_true", help="show all that stands in the application")
    parser.add_argument("--papers", type=int, metavar="COUNT", help="so many papers were brought to the desk")
    parser.add_argument("--version", help="decide only on what was read: the version that was shown")
    for what in ("question", "answer"):
        parser.add_argument(f"--{what}", nargs=2, metavar=("ID", f"{SHOW}|{HIDE}"))
    parser.add_argument("--ground", help="the slug of the rulebook's ground for a refusal")
    for name in _IN_BOTH_LANGUAGES:
        for language in ("kk", "ru"):
            parser.add_argument(f"--{name}-{language}", metavar="TEXT")


async def run(services: Services, options: argparse.Namespace) -> int:
    """Do what the command says and print what came of it.

    Raises:
        RuleViolation: what the rules have against it.
        DecisionUnclear: where the command is not whole.
    """
    campaign_id = await require_campaign(services, options.campaign)
    if options.list:
        await _print_waiting(services, campaign_id)
    elif options.question is not None or options.answer is not None:
        await _moderate(services, campaign_id, options)
    elif options.number is not None and options.show:
        submission = await get_submission(services, campaign_id, options.number)
        sys.stdout.write("\n".join(lines_of(submission)) + "\n")
    elif options.number is not None and options.papers is not None:
        await record_at_desk(services, campaign_id, options.number, options.papers)
        sys.stdout.write(f"{campaign_id.campaign}: {options.number} has {options.papers} papers more\n")
    elif options.number is None or options.act is None:
        raise DecisionUnclear("name a number and an act, --show or --papers; or --question, --answer, --list")
    else:
        status = await decide(services, campaign_id, options.number, _decision(options))
        sys.stdout.write(f"{campaign_id.campaign}: {options.number} is {status}\n")
    return 0


def _decision(options: argparse.Namespace) -> Decision:
    version = options.version
    if version is not None and not version.isdecimal():
        raise DecisionUnclear("an application's --version is a number; --show has it")
    return Decision(
        act=ReviewAct(options.act),
        ground=options.ground,
        reason=_text(options, "reason"),
        title=_text(options, "title"),
        description=_text(options, "description"),
        site_check=_text(options, "site_check"),
        version=int(version) if version is not None else None,
    )


async def _moderate(services: Services, campaign_id: CampaignId, options: argparse.Namespace) -> None:
    is_question = options.question is not None
    identity, what = options.question if is_question else options.answer
    if not identity.isdecimal() or what not in {SHOW, HIDE}:
        raise DecisionUnclear(f"say --question ID {SHOW} or {HIDE}; --list has the ids")
    reason, is_shown = _text(options, "reason"), what == SHOW
    if is_question:
        await moderate_question(services, campaign_id, int(identity), is_shown=is_shown, reason=reason)
    else:
        version = options.version
        await moderate_answer(
            services, campaign_id, int(identity), is_shown=is_shown, reason=reason, version=version
        )
    name = "question" if is_question else "answer to question"
    sys.stdout.write(f"{campaign_id.campaign}: {name} {identity} is {'shown' if is_shown else 'hidden'}\n")


async def _print_waiting(services: Services, campaign_id: CampaignId) -> None:
    waiting = await list_waiting(services, campaign_id)
    lines = [
        *(f"clerk: {_proposal(each)}" for each in waiting.for_clerk),
        *(f"council: {_proposal(each)}" for each in waiting.for_council),
        *(_question(each) for each in waiting.questions),
    ]
    sys.stdout.write("\n".join(lines or ["nothing waits"]) + "\n")


def _proposal(item: Proposal) -> str:
    return f"{item.number} version {item.version}, {item.territory}, {item.cost} tenge: {item.title}"


def _question(item: Question) -> str:
    about = f"{item.question_id} about {item.number}"
    if item.state is QuestionState.WAITING:
        return f"question {about}: {item.text}"
    return f"answer to question {about}, version {item.answer_version}: {item.answer}"


def _text(options: argparse.Namespace, name: str) -> Text | None:
    kk, ru = getattr(options, f"{name}_kk"), getattr(options, f"{name}_ru")
    return Text(kk=kk or "", ru=ru or "") if kk or ru else None
