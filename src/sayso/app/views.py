"""What the desk, the command line and the exports are handed: frozen, ready to show.

Every record is made from the ledger as of one time; nothing here touches the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sayso.app.said_views import DiffPart, LifeStep, Revision
from sayso.model import (
    Disagreement,
    Document,
    Finding,
    Origin,
    OriginGraph,
    Place,
    Reading,
    Span,
    Value,
    Voice,
    When,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident as a line of a list and as a pin.

    Attributes:
        place: best place with precision; None when not reported. Only site, settlement or near become a pin.
        happened: best day; None when not reported.
        killed, injured: values under the rule (their ``state`` tells unknown from none).
        constructed: True when any report is a constructed example.
        last_changed: latest ``known_from`` of any assertion.
        distance_m, within: when asked with a point and a radius: metres from the point to the place, and whether it is
            within the radius for ``certain`` or, as far as the place is known, ``possible``.
    """

    id: str
    title: str
    type: str
    family: str
    status: str
    place: Place | None
    happened: When | None
    killed: Value
    injured: Value
    n_reports: int
    n_origins: int
    disputed: bool
    constructed: bool
    last_changed: datetime
    distance_m: float | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class AssertionRow:
    """One assertion of the ledger with its say-so.

    Attributes:
        id: ledger id (content hash).
        datum_text: the value in a few words ("1 killed (the suspected bomber)").
        words: original words; ``span`` is where they stand in the document's text.
        quote: the sentence around them; ``quote_span`` is where.
        chain: voices from the outlet to the origin; only the outlet when the narrator says it.
        origin: id of the voice it leads to (``IncidentPage.voices``), "" when the words hide who says it.
        superseded: True when a newer capture of the same address no longer holds it.
        repeat: True when another row of the same document says the same on the same say-so and is shown first.
    """

    id: str
    field: str
    datum_text: str
    words: str
    span: Span
    quote: str
    quote_span: Span
    polarity: str
    certainty: str
    qualifier: str
    chain: tuple[Voice, ...]
    statement: str | None
    document: str
    outlet: str
    published: date | None
    known_from: datetime
    origin: str
    score: float
    superseded: bool = False
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of the incident page: the value, all its assertions, its disagreements."""

    field: str
    value: Value
    datum_text: str
    assertions: tuple[AssertionRow, ...]
    disagreements: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementNode:
    """A statement in the attribution tree; ``children`` are carried by it.

    Attributes:
        key: "<document id>/s1".
        content: the words said; ``quote`` is the sentence around them.
    """

    key: str
    kind: str
    content: str
    span: Span
    quote: str
    chain: tuple[Voice, ...]
    mode: str
    medium: str
    negated: bool
    certainty: str
    document: str
    outlet: str
    published: date | None
    known_from: datetime
    children: tuple[StatementNode, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report of the incident.

    Attributes:
        key: "<document id>/i1".
        copy_of: document id of the original when it is a copy, "" otherwise; ``copy_kind`` is verbatim or edited.
        why: why it was linked to the incident, in words.
        since: from when its reading counts (UTC); None when not told.
    """

    key: str
    document: str
    title: str
    outlet: str
    url: str
    published: date | None
    known_from: datetime
    status: str
    copy_of: str
    copy_kind: str
    why: str
    constructed: bool
    since: datetime | None = None

    @property
    def late(self) -> bool:
        """True when it counts later than it was captured: it came late, or was read again."""
        return self.since is not None and self.since > self.known_from


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with the document it stands in."""

    finding: Finding
    document: str
    outlet: str


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Everything the incident page shows, as of ``as_of`` (None = now).

    Attributes:
        origins: independent groups of reports; ``line.n_origins`` of them.
        voices: far ends of attributions, to which ``AssertionRow.origin`` leads.
        graph: who copies whom and who cites whom, with the evidence of each step.
        revisions: new captures of its articles, with the facts they tell otherwise.
        life: standings of perpetrators with their days.
    """

    line: IncidentLine
    as_of: datetime | None
    rule: str
    fields: tuple[FieldRow, ...]
    statements: tuple[StatementNode, ...]
    findings: tuple[FindingRow, ...]
    reports: tuple[ReportLine, ...]
    origins: tuple[Origin, ...]
    disagreements: tuple[Disagreement, ...]
    voices: tuple[Origin, ...] = ()
    graph: OriginGraph | None = None
    revisions: tuple[Revision, ...] = ()
    life: tuple[LifeStep, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One document with its reading.

    Attributes:
        incidents: report id ("i1") to incident id of the ledger.
        known_from: first capture that held it.
        address: where the capture came from.
        constructed: True for constructed examples.
        revisions: every new capture of its address with the difference of the texts.
    """

    document: Document
    reading: Reading
    incidents: tuple[tuple[str, str], ...]
    known_from: datetime
    address: str
    constructed: bool
    revisions: tuple[tuple[Revision, tuple[DiffPart, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A document found by words, with a snippet whose matches lie in ``marks``."""

    document: str
    title: str
    outlet: str
    published: date | None
    snippet: str
    marks: tuple[Span, ...]
    incidents: tuple[str, ...]
    constructed: bool
