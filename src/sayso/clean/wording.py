"""Which words of notices and of publication lines belong to a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from types import ModuleType

from sayso.lang.de import boilerplate as de
from sayso.lang.en import boilerplate as en
from sayso.lang.es import boilerplate as es
from sayso.lang.fr import boilerplate as fr
from sayso.lang.ru import boilerplate as ru

_RECORDS: dict[str, ModuleType] = {"de": de, "en": en, "es": es, "fr": fr, "ru": ru}
Classes = tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The record of one language, ready for use.

    Attributes:
        lines: class of boilerplate and the pattern that must cover a whole short paragraph.
        months: names and short forms of the months in small letters, with their numbers.
        weekdays, first_published, last_changed: patterns of the words of a publication line.
        self_posted: pattern of a page's sentence about its own publication.
    """

    lines: Classes = ()
    months: dict[str, int] = field(default_factory=dict)
    weekdays: str = ""
    first_published: str = ""
    last_changed: str = ""
    self_posted: str = ""


def classes(table: dict[str, tuple[str, ...]]) -> Classes:
    """``table`` (class -> patterns) with one compiled pattern for each class, letters of either case."""
    return tuple((why, re.compile(_any(patterns), re.I | re.S)) for why, patterns in table.items())


def _any(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{p})" for p in patterns)


@lru_cache(maxsize=16)
def wording_of(language: str) -> Wording:
    """The wording of ``language`` (ISO 639-1); an empty one where there is no record."""
    record = _RECORDS.get(language)
    if record is None:
        return Wording()
    return Wording(
        classes(record.LINES),
        record.MONTHS,
        record.WEEKDAYS,
        record.FIRST_PUBLISHED,
        record.LAST_CHANGED,
        record.SELF_POSTED,
    )
