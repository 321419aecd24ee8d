"""How properties are tried; apart, for an example that a busy machine slows down is no failure."""

from hypothesis import settings

settings.register_profile("core", deadline=None)
settings.load_profile("core")
