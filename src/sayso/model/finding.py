"""The result of a check on content: it flags, it never edits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Span

Severity = Literal["note", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something said that does not agree with something computed.

    Attributes:
        check: name of the check ("distance").
        severity: how much it matters.
        said: what the text says, in its words.
        computed: what was computed, with unit.
        text: the words the finding stands on; ``span`` is where.
        message: one sentence that explains itself with its computation.
        statement: id of the statement it stands in, None for the narrator.
        made_by: check and version.
    """

    check: str
    severity: Severity
    said: str
    computed: str
    text: str
    span: Span
    message: str
    statement: str | None = None
    made_by: str = ""
