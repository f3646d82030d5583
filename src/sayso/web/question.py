"""What the address of a page asks: every state of a page lives in its URL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import get_args
from urllib.parse import urlencode

from sayso.app.rules import as_rules
from sayso.model import Rule, SaysoError

RULES: tuple[str, ...] = get_args(Rule)


@dataclass(frozen=True, slots=True)
class Question:
    """The parameters of a page.

    Attributes:
        as_of: UTC time, None for now.
        rule: name of the rule that picks the shown value, "" for the default.
        query, type, family: filters of the list, "" for all.
        disputed: True for disputed incidents only.
        background: True to list earlier incidents that are only retold as context.
        page: page of the list, from 1.
        least: score below which an article page shows nothing as read, 0 to 1.
    """

    as_of: datetime | None = None
    rule: str = ""
    query: str = ""
    type: str = ""
    family: str = ""
    disputed: bool = False
    background: bool = False
    page: int = 1
    least: float = 0.0

    @property
    def filtered(self) -> bool:
        """True when any filter of the list is on (the time and the rule are not filters)."""
        return bool(self.query or self.type or self.family or self.disputed)

    @property
    def as_of_input(self) -> str:
        """The time as a ``datetime-local`` field wants it, "" for now."""
        return self.as_of.strftime("%Y-%m-%dT%H:%M") if self.as_of else ""

    def carried(self) -> str:
        """The part of the query string that every link keeps ("?as_of=...&rule=..."), "" when there is none."""
        kept = {"as_of": self.as_of_input, "rule": self.rule}
        text = urlencode({key: value for key, value in kept.items() if value})
        return f"?{text}" if text else ""

    @property
    def filters_on(self) -> int:
        """How many filters of the list are on."""
        return sum(map(bool, (self.query, self.type, self.family, self.disputed, self.background, self.as_of)))

    @property
    def as_of_now(self) -> str:
        """The whole query string without the time."""
        return replace(self, as_of=None).on_page(1)

    def on_page(self, number: int) -> str:
        """The whole query string of the list, on another page of it."""
        kept = {
            "q": self.query, "family": self.family, "type": self.type, "as_of": self.as_of_input, "rule": self.rule,
            "disputed": "1" if self.disputed else "", "background": "1" if self.background else "",
            "page": str(number) if number > 1 else "",
        }  # fmt: skip
        return "?" + urlencode({key: value for key, value in kept.items() if value})


def question(params: Mapping[str, str]) -> Question:
    """Reads the parameters of a request.

    Args:
        params: the query string as a mapping of first values.

    Raises:
        SaysoError: when ``as_of`` is not a time, ``rule`` not a rule or ``least`` not a score; the hint says what is
            accepted.
    """
    params = {key: value.replace("\0", "") for key, value in params.items()}  # no database takes a NUL
    return Question(
        as_of=read_time(params.get("as_of", "")),
        rule=_read_rule(params.get("rule", "")),
        query=params.get("q", "").strip(),
        type=params.get("type", "").strip(),
        family=params.get("family", "").strip(),
        disputed=params.get("disputed", "") == "1",
        background=params.get("background", "") == "1",
        page=_read_page(params.get("page", "")),
        least=_read_score(params.get("least", "")),
    )


def read_time(text: str) -> datetime | None:
    """A point in time as typed by a person; UTC when no zone is given, the end of the day when no time is given.

    Raises:
        SaysoError: when it is not ISO 8601.
    """
    text = text.strip()
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
        if len(text) <= len("2011-11-01"):
            at = datetime.combine(at.date(), time(23, 59, 59))
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise SaysoError(f"“{text[:40]}” is not a time", "write it as 2011-11-01 or 2011-11-01T14:00, in UTC") from None


def beginning(text: str) -> datetime:
    """The beginning of a stretch of time as typed by a person; a day means its first moment.

    Raises:
        SaysoError: nothing is given, or it is no time.
    """
    at = read_time(text)
    if at is None:
        raise SaysoError("no time is given", "write since=2011-11-01 or since=2011-11-01T14:00, in UTC")
    return datetime.combine(at.date(), time.min, UTC) if len(text.strip()) <= len("2011-11-01") else at


def _read_rule(text: str) -> str:
    """One rule, or "killed=highest,injured=lowest"."""
    if text and text not in RULES:
        try:
            as_rules(text)
        except SaysoError as error:
            raise SaysoError(f"“{text[:40]}” is not a rule", f"{error.hint}; or one field: killed=highest") from None
    return text


def _read_score(text: str) -> float:
    try:
        score = float(text or 0)
    except ValueError:
        score = -1.0
    if not 0.0 <= score <= 1.0:
        raise SaysoError(f"“{text[:40]}” is not a score", "write least=0.8: from 0, everything, to 1")
    return score


def _read_page(text: str) -> int:
    # a page that is not there is shown as the nearest one, so nothing is refused here
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
