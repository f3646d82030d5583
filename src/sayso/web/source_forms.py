"""What people type into the forms of sources, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

from sayso.model import SaysoError
from sayso.model.source import Source

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed into a form, to be shown again beside what is wrong with it."""

    address: str = ""
    name: str = ""
    expected: str = ""
    keep: str = ""
    outlet: str = ""
    language: str = ""
    problem: str = ""
    hint: str = ""


def typed_in(form: QueryDict) -> Typed:
    """What a form of a source's configuration holds."""
    return Typed(
        "", " ".join(told(form, "name").split())[:LONGEST_NAME], told(form, "expected"), told(form, "keep"),
        told(form, "outlet")[:LONGEST_NAME], told(form, "language")[:10].lower(),
    )  # fmt: skip


def typed_of(source: Source) -> Typed:
    """A source's configuration as its form shows it."""
    expected = "" if source.expected_per_day is None else f"{source.expected_per_day:g}"
    keep = "" if source.keep_days is None else str(source.keep_days)
    return Typed("", source.name, expected, keep, source.outlet, source.language)


def settings(typed: Typed) -> dict[str, Any]:
    """Attributes of ``Source`` from what was typed.

    Raises:
        SaysoError: a number that is none.
    """
    made: dict[str, Any] = {"outlet": typed.outlet, "language": typed.language}
    made["expected_per_day"] = _number(typed.expected, "items a day") if typed.expected else None
    keep = _number(typed.keep, "days to keep") if typed.keep else None
    if keep is not None and keep != int(keep):
        raise SaysoError("days to keep is a whole number", "type one like 90, or leave it empty")
    made["keep_days"] = None if keep is None else int(keep)
    return made | ({"name": typed.name} if typed.name else {})


def _number(text: str, what: str) -> float:
    plain = text.replace(",", ".")
    if not plain.isascii() or not plain.replace(".", "", 1).isdigit() or len(plain) > 9:
        raise SaysoError(f"“{text[:20]}” is no number for {what}", "type one like 20, or leave it empty")
    return float(plain)


def number_of(form: QueryDict) -> int:
    """Which of what was found was chosen, 0 the best."""
    text = told(form, "choice")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def told(form: QueryDict, key: str) -> str:
    """One value of a form or query; no database takes a NUL."""
    return form.get(key, "").replace("\0", "").strip()


def wrong(typed: Typed, error: SaysoError) -> Typed:
    """What was typed with what is wrong with it."""
    return replace(typed, problem=error.message, hint=error.hint)
