"""Every screen of the bot in the order in which they are asked: commands before dialogs."""

from aiogram import Router


def build_screens() -> list[Router]:
    """Make them anew: a router can be attached to one dispatcher only."""
    return []
