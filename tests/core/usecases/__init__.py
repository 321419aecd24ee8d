"""Use cases on real databases, with a clock that the tests move."""
