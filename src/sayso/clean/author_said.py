"""A statement of who wrote a page."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "thread", "post", "data", "property", "label", "meta", "linked", "named", "printed", "byline", "group", "user",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One statement.

    Attributes:
        kind: one of ``KINDS``: structured data of a thread, a post's own attribute, structured data of an article, an
            element with the property "author", a card's label, a property of the head, a link to an author's page, an
            element called a name of an author, a line that begins as a byline does, an element called a byline, an
            organisation as author in structured data, an account.
        names: as written, white space folded.
    """

    kind: str
    names: tuple[str, ...]
