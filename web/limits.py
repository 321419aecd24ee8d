"""How much the pages take and how long they wait; apart, so that tests need neither megabytes nor minutes."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a request may weigh and last.

    ``body`` bytes are taken, ``table`` of a city's register, and ``drained`` more are read and dropped, since
    a browser shows no answer before it has sent everything. ``idle_seconds`` may pass without a byte,
    ``body_seconds`` for all of a body.
    """

    body: int = 60 * MEGABYTE
    table: int = 256 * MEGABYTE
    drained: int = 200 * MEGABYTE
    idle_seconds: float = 60
    body_seconds: float = 3600
