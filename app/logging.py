"""The log of a process: structlog and libraries in one shape, without anything personal (P1, M2).

Separate because what must never be logged is decided once, behind everything that logs.
"""

import logging
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

HIDDEN = "«…»"

# Twelve digits may be somebody's IIN, however they are grouped; longer and shorter numbers are not.
_TWELVE_DIGITS = re.compile(r"(?<!\d)\d(?:[ \u00a0-]?\d){11}(?!\d)")
_ROOT = Path(__file__).parents[1]
_OURS = ("app", "bot", "core", "messenger", "web", "worker")


def configure(level: str, shape: Literal["console", "json"]) -> None:
    """Send our lines at ``level`` and above to stderr, and warnings of libraries, for people or as JSON.

    Libraries never get to say more: at DEBUG the database's driver prints every value of every statement.
    """
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
    )
    last = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, keep_frames, hide_numbers, renderer]
    handler = logging.StreamHandler()
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=last))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    # It warns each second that a long sending is still under way, which is as it should be.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    for name in _OURS:
        logging.getLogger(name).setLevel(level)


def keep_frames(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Put an exception's type and places in the line, never its message: that may quote a person."""
    error = _error(event.pop("exc_info", None))
    event.pop("exc_text", None)
    if error is not None:
        event["error"] = type(error).__qualname__
        event["where"] = [*_places(error)]
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


def _places(error: BaseException) -> Iterator[str]:
    """Yield our own lines through which an exception came, and the one that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in frames:
        path = Path(frame.filename)
        if path.is_relative_to(_ROOT) and path.relative_to(_ROOT).parts[0] in _OURS:
            yield f"{path.relative_to(_ROOT)}:{frame.lineno} {frame.name}"
    if frames:
        last = frames[-1]
        yield f"{Path(last.filename).name}:{last.lineno} {last.name}"


def _error(told: object) -> BaseException | None:
    match told:
        case BaseException():
            return told
        case (_, BaseException() as error, _):
            return error
        case True:
            return sys.exc_info()[1]
        case _:
            return None
