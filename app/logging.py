"""The log of a process: structlog and libraries in one shape, without anything personal (P1, M2).

Separate because what must never be logged is decided once, behind everything that logs.
"""

import logging
import re
import sys
import traceback
from collections.abc import Mapping
from types import TracebackType
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

HIDDEN = "«…»"

# Twelve digits may be somebody's IIN, however they are grouped; longer and shorter numbers are not.
_TWELVE_DIGITS = re.compile(r"(?<!\d)\d(?:[ \u00a0-]?\d){11}(?!\d)")
# Their lines for each update and each run say nothing that ours do not.
_TALKATIVE = ("aiogram", "apscheduler", "alembic", "aiohttp.access", "asyncio", "PIL")

ErrorInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def configure(level: str, shape: Literal["console", "json"]) -> None:
    """Send every line of the process to stderr, at ``level`` and above, for people or as JSON."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(allow=[]),
        structlog.stdlib.PositionalArgumentsFormatter(),
    ]
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if shape == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    last = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, keep_frames, hide_numbers, renderer]
    handler = logging.StreamHandler()
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=last))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))


def keep_frames(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Put an exception's type and places in the line, never its message: that may quote a person."""
    error = _error(event.pop("exc_info", None))
    event.pop("exc_text", None)
    if error is not None:
        kind, _, trace = error
        event["error"] = kind.__qualname__
        event["where"] = [
            f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
        ]
    return event


def hide_numbers(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace every number of twelve digits, the last defence against an IIN in a log (P1)."""
    return {name: _hidden(value) for name, value in event.items()}


def _hidden(value: object) -> object:
    match value:
        case str():
            return _TWELVE_DIGITS.sub(HIDDEN, value)
        case int() if _TWELVE_DIGITS.fullmatch(str(value)):
            return HIDDEN
        case Mapping():
            return {name: _hidden(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_hidden(inner) for inner in value]
        case _:
            return value


def _error(told: object) -> ErrorInfo | None:
    match told:
        case BaseException():
            return (type(told), told, told.__traceback__)
        case (type(), BaseException() as error, _):
            return (type(error), error, error.__traceback__)
        case True:
            return _error(sys.exc_info())
        case _:
            return None
