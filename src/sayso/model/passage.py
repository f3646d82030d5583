"""A sentence of a Document."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with its place in the document.

    Attributes:
        span: where it stands in ``Document.text``, edges without white space.
        number: sentence number in the document from 0.
        paragraph: paragraph number from 0.
        kind: ``headline``, ``dateline`` (a paragraph that is only that), or ``body``.
    """

    span: Span
    number: int
    paragraph: int
    kind: str = "body"
