"""Real screens for the tests of verification."""

from tests.bot.residents import front, sandbox, street

__all__ = ["front", "sandbox", "street"]
