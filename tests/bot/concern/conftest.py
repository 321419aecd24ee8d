"""Real screens for the tests of cases and reports."""

from tests.bot.residents import front, sandbox, street

__all__ = ["front", "sandbox", "street"]
