"""Reads a text with the real parts and shows its statements in plain words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sayso.model import Document, Statement
from sayso.read.actors import find_actors
from sayso.read.passages import split_passages
from sayso.read.statements import find_statements


@dataclass(frozen=True)
class Said:
    """Statements of one text with their words."""

    text: str
    all: tuple[Statement, ...]

    def words(self, statement: Statement) -> str:
        return " ".join(statement.content.of(self.text).split())

    def chain(self, statement: Statement) -> list[str]:
        return [v.name for v in statement.attribution]

    def about(self, part: str) -> Statement:
        """The smallest statement whose content holds ``part``."""
        fitting = [s for s in self.all if part in self.words(s)]
        assert fitting, f"nothing said about {part!r}: {[self.words(s) for s in self.all]}"
        return min(fitting, key=lambda s: len(s.content))


@pytest.fixture
def said() -> Callable[..., Said]:
    def read(text: str, outlet: str = "") -> Said:
        document = Document(id="d", capture="", text=text, outlet=outlet, language="en")
        passages = split_passages(document)
        return Said(text, find_statements(document, passages, find_actors(document, passages, ())))

    return read
