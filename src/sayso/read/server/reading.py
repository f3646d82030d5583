"""Reads a document with the rules of its language and, for what they leave open, a model on a server.

The model is asked through a callable that is handed in: nothing here opens a line to anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Protocol

from sayso.model import Document, Passage, Reading, SaysoError, Span, Statement
from sayso.read.reader import Reader
from sayso.read.server.answer import Heard, heard
from sayso.read.server.cutting import MOST, cut
from sayso.read.server.ground import Ground, Refused
from sayso.read.server.question import SCHEMA, question
from sayso.read.statements.draft import Draft
from sayso.read.statements.find import find_drafts


class Ask(Protocol):
    """Asks a model."""

    def __call__(self, prompt: str, schema: Mapping[str, Any]) -> str:
        """The answer in the model's own words; ``schema`` is the JSON Schema it should follow.

        Raises:
            SaysoError: there is no answer.
        """
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """What came of asking about one document.

    Attributes:
        drafts: grounded statements, in order of the answers.
        asked: parts of the document asked about. ``unasked``: parts beyond the most that are asked about.
        useless: answers that held no list of statements. ``cut``: answers that broke off.
        refused: what the text does not bear out; ``senseless`` counts entries that were no statement by their form.
        problem: why the document was read by rules alone, None when it was not.
    """

    drafts: tuple[Draft, ...] = ()
    asked: int = 0
    unasked: int = 0
    useless: int = 0
    cut: int = 0
    refused: tuple[Refused, ...] = ()
    senseless: int = 0
    problem: SaysoError | None = None


@dataclass(frozen=True, slots=True)
class Server:
    """A model to ask.

    Attributes:
        model: its name, as it is written into readings.
        open: gives what asks about one document, so that a limit of time can hold for all its parts together.
        tell: told what came of it, document by document.
    """

    model: str
    open: Callable[[], Ask]
    tell: Callable[[Document, Said], None] = field(default=lambda _document, _said: None)

    @property
    def maker(self) -> str:
        """Who made a statement: "server NAME"."""
        return f"server {self.model}"


def reader_with(reader: str, server: Server) -> str:
    """Name of the Readings of ``reader`` with ``server``."""
    return f"{reader} + {server.maker}"


def read_with(
    reader: Reader, server: Server, document: Document, clock: Callable[[str, float], None] | None = None
) -> Reading:
    """Read an English document by rules and with a model.

    Args:
        reader: of English, whose statement part is ``find_statements`` with whatever is set of it.
        clock: as of :meth:`sayso.read.reader.Reader.read`.

    Returns:
        the Reading; its ``reader`` names the model only when the model answered. A server that does not answer leaves
        the Reading of the rules.
    """
    said = ask_about(document, reader.parts.passages(document), server)
    server.tell(document, said)
    if said.problem is not None:
        return reader.read(document, clock)
    statements: Callable[..., tuple[Statement, ...]] = reader.parts.statements  # find_statements, encoder or not
    parts = replace(reader.parts, statements=partial(statements, more=said.drafts))
    return Reader(parts, reader_with(reader.name, server)).read(document, clock)


def ask_about(document: Document, passages: Sequence[Passage], server: Server) -> Said:
    """Ask a model about a document, part by part.

    Returns:
        only drafts whose words are spans of ``document.text``. When the server fails at one part nothing of the others
        is kept, so that a document is read with the model or without it, never by half.
    """
    known = _cues(find_drafts(document, tuple(passages)))
    ground = Ground(document, passages, server.maker)
    parts = cut(passages)
    ask = server.open()
    gathered = _Gathered()
    for part in parts[:MOST]:
        try:
            answer = ask(question(document.text, part, known), SCHEMA)
        except SaysoError as problem:
            return Said(asked=gathered.asked + 1, problem=problem)
        gathered.add(heard(answer), ground, part)
    return gathered.said(max(0, len(parts) - MOST))


class _Gathered:
    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.refused: list[Refused] = []
        self.asked = self.useless = self.cut = self.senseless = 0

    def add(self, answer: Heard | None, ground: Ground, part: tuple[Passage, ...]) -> None:
        self.asked += 1
        if answer is None:
            self.useless += 1
            return
        self.cut += not answer.whole
        self.senseless += answer.senseless
        for told in answer.told:
            made = ground.draft(told, part)
            if isinstance(made, Draft):
                self.drafts.append(made)
            else:
                self.refused.append(made)

    def said(self, unasked: int) -> Said:
        problem = None
        if self.asked and self.useless == self.asked:
            hint = "try another model, or one that is made to follow instructions"
            problem = SaysoError("the model's answer held no list of statements", hint)
        return Said(
            tuple(self.drafts),
            self.asked,
            unasked,
            self.useless,
            self.cut,
            tuple(self.refused),
            self.senseless,
            problem,
        )


def _cues(drafts: Sequence[Draft]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for draft in drafts:
        if draft.cue is not None:
            found.setdefault(draft.line, []).append(draft.cue)
    return found
