"""Real screens for the tests of browsing."""

from tests.bot.residents import front, sandbox, street

__all__ = ["front", "sandbox", "street"]
