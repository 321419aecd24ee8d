"""Real screens for the tests of helper mode."""

from tests.bot.residents import front, sandbox, street

__all__ = ["front", "sandbox", "street"]
