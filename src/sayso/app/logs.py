"""What the service says while it runs: one line for each event, for people or as JSON; never a credential.

Addresses in events are masked where the event is made (``collect.masked``).
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import IO, Any

EVENTS = ("sayso.collect", "sayso.read", "sayso.service")
_WARNING = {"missed", "refused"}


def log_to(stream: IO[str] | None = None, *, as_json: bool = False, quiet: bool = False) -> None:
    """Send the events to a stream.

    Args:
        stream: standard error when None.
        as_json: one JSON object a line: "time" (ISO 8601, UTC), "level", "event", and the event's own words.
        quiet: only trouble.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if as_json else Lines())
    root = logging.getLogger("sayso")
    root.handlers[:] = [handler]
    root.propagate = False
    root.setLevel(logging.WARNING if quiet else logging.INFO)


class JsonLines(logging.Formatter):
    """One JSON object for each event."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without a line break in it."""
        made: dict[str, Any] = {
            "time": _time(record), "level": record.levelname.lower(), "event": getattr(record, "event", "message"),
        }  # fmt: skip
        made.update(getattr(record, "words", {}))
        if made["event"] in ("message", "trouble"):
            made["message"] = record.getMessage()
        if record.exc_info:
            made["traceback"] = self.formatException(record.exc_info)
        return json.dumps(made, ensure_ascii=False, default=str)


class Lines(logging.Formatter):
    """One line of words for each event."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, event, and what belongs to it."""
        words: dict[str, Any] = getattr(record, "words", {})
        told = " ".join(f"{key}={value}" for key, value in words.items() if value not in ("", None))
        what = record.getMessage() if getattr(record, "event", "") in ("", "trouble") else record.msg
        line = f"{_time(record)[11:19]} {what} {told}".rstrip()
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
