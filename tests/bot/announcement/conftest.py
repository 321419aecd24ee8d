"""Real screens for the tests of the capability `announcement`."""

from tests.bot.residents import front, sandbox, street

__all__ = ["front", "sandbox", "street"]
