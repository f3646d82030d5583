"""Check: a text in a language without rules, which was left unread.

An empty reading would otherwise look like a text in which nothing happened.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.gazetteer import Gazetteer
from sayso.model import Finding, Reading

VERSION = "language/1"
_UNREAD = "unread"


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give one note on the first sentence of a document that no rules could read."""
    if reading.reader != _UNREAD or not reading.passages:
        return
    language = reading.document.language or "undecided"
    first = reading.passages[0].span
    yield Finding(
        "language", "note", f"language: {language}", "no rules for it", first.of(reading.document.text), first,
        f"The text is in a language that is not read (code: {language}): nothing was looked for, which does not mean "
        "that nothing is reported.",
        None, VERSION,
    )  # fmt: skip
