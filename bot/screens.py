"""Every screen of the bot in the order in which they are asked: commands before dialogs."""

from aiogram import Router

from bot.dialogs.appeal import dialog as appeal
from bot.dialogs.browsing import dialog as browsing
from bot.dialogs.discussion import dialog as discussion
from bot.dialogs.discussion import mine_dialog as mine
from bot.dialogs.guide import dialog as guide
from bot.dialogs.helper import dialog as helper
from bot.dialogs.outcome import dialog as outcome
from bot.dialogs.paper import dialog as paper
from bot.dialogs.place import dialog as place
from bot.dialogs.privacy import dialog as privacy
from bot.dialogs.proposal import dialog as proposal
from bot.dialogs.reminder import dialog as reminder
from bot.dialogs.verification import dialog as verification
from bot.dialogs.voting import dialog as voting
from bot.handlers import announcements, commands, documents, following, inline, papers
from bot.handlers import appeal as appeals
from bot.handlers import browsing as cards
from bot.handlers import concern as concerns
from bot.handlers import discussion as talks
from bot.handlers import helper as helpers
from bot.handlers import place as languages
from bot.handlers import proposal as applications
from bot.handlers import verification as contacts
from bot.handlers import voting as votes


def build_screens() -> list[Router]:
    """Make them anew: a router can be attached to one dispatcher only."""
    return [
        inline.build_router(),
        commands.build_router(),
        concerns.build_router(),
        helpers.build_router(),
        languages.build_router(),
        cards.build_router(),
        applications.build_router(),
        contacts.build_router(),
        votes.build_router(),
        talks.build_router(),
        announcements.build_router(),
        following.build_router(),
        papers.build_router(),
        documents.build_router(),
        appeals.build_router(),
        guide.build_home(),
        place.build(),
        guide.build(),
        browsing.build(),
        verification.build(),
        voting.build(),
        helper.build(),
        privacy.build(),
        outcome.build(),
        reminder.build(),
        discussion.build(),
        mine.build(),
        appeal.build(),
        paper.build(),
        proposal.build(),
        applications.build_strays(),
    ]
