"""One incident with everything an export may say about it: frozen, as of one time, no database in sight.

Every format is a pure function of a stream of Cases (``export/formats.py``). Names of private persons are roles already
in values and chains; they stand only inside ``sentence`` and ``Assertion.text``, which are evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sayso.model import (
    Assertion,
    Attribution,
    Datum,
    Disagreement,
    Figure,
    Finding,
    Judgement,
    Origin,
    Place,
    Rule,
    RuleChoice,
    Span,
    Value,
    ValueState,
    When,
    rule_of,
)


@dataclass(frozen=True, slots=True)
class CaseAssertion:
    """One assertion of the ledger with its say-so.

    Attributes:
        id: ledger id. ``assertion`` names no private person in its value; its ``text`` is evidence.
        report: report key ("<document id>/i1"); ``statement``: "<document id>/s1", "" when the narrator says it.
        chain: voices from the outlet (index 0) to the origin (last); only the outlet when the narrator says it.
        sentence: the sentence around the words; ``sentence_span`` is where, ``sentence_no`` its number from 0.
        voice: id in ``Case.voices`` of the far end, "" when the words hide who says it; ``speaker`` its name.
        counts: False when a newer capture superseded its document or a person rejected it: then no value rests on it.
        review: ``accepted``, ``rejected``, ``given`` (a person's own value) or "".
        known_until: when a newer capture of the address came, None while it is held; ``superseded_by`` is the ledger id
            of the same field in the newer capture, "" without one.
    """

    id: str
    assertion: Assertion
    report: str
    statement: str
    chain: Attribution
    sentence: str
    sentence_span: Span
    sentence_no: int | None
    voice: str
    voice_kind: str
    speaker: str
    said_at: datetime
    known_from: datetime
    known_until: datetime | None
    superseded_by: str
    counts: bool
    review: str
    made_by: str

    @property
    def field(self) -> str:
        """Which field of the incident it gives."""
        return self.assertion.field


@dataclass(frozen=True, slots=True)
class CaseStatement:
    """One statement about the incident.

    Attributes:
        key: "<document id>/s1"; ``parent``: key of the statement that carries it, "" for the outermost.
        content: the words said; ``sentence`` the sentence around them.
        incidents: ids of all incidents it is about, sorted; a statement may stand in several Cases.
    """

    key: str
    kind: str
    content: str
    span: Span
    sentence: str
    sentence_no: int | None
    chain: Attribution
    parent: str
    depth: int
    mode: str
    medium: str
    negated: bool
    certainty: str
    document: str
    report: str
    outlet: str
    said_at: datetime
    known_from: datetime
    known_until: datetime | None
    made_by: str
    score: float
    incidents: tuple[str, ...]

    @property
    def speaker(self) -> str:
        """Name of the origin of its chain, "" when the chain is empty."""
        return self.chain[-1].name if self.chain else ""


@dataclass(frozen=True, slots=True)
class CaseReport:
    """One report of the incident.

    Attributes:
        key: "<document id>/i1".
        digest: SHA-256 of the captured bytes; ``text_digest`` of the clean text (UTF-8).
        copy_of: document id of the original, "" when it copies none; ``copy_kind``: verbatim, edited or "".
        revision: 1 for the first capture of its address, 2 for the next ...
        superseded_at: when a newer capture of its address came, None while it is the newest.
    """

    key: str
    document: str
    type: str
    status: str
    url: str
    address: str
    outlet: str
    title: str
    language: str
    published: date | None
    known_from: datetime
    digest: str
    text_digest: str
    copy_of: str
    copy_kind: str
    why: str
    constructed: bool
    cleaner: str
    reader: str
    revision: int
    superseded_at: datetime | None


@dataclass(frozen=True, slots=True)
class CaseLink:
    """One decision about a report, standing or replaced.

    Attributes:
        decision: ``same`` or ``not_same``; ``reasons``: in words.
        made_by: linker and version, or a judgement.
        superseded_by: id of the decision that replaced it, "" while it stands.
    """

    id: str
    report: str
    decision: str
    score: float
    reasons: str
    made_by: str
    decided_at: datetime
    superseded_by: str


@dataclass(frozen=True, slots=True)
class CaseFinding:
    """A finding with the report and sentence it stands in; ``id`` is stable for the same reading."""

    id: str
    finding: Finding
    report: str
    sentence_no: int | None


@dataclass(frozen=True, slots=True)
class CaseField:
    """One field of the incident: its value under every rule.

    Attributes:
        values: one Value per rule (``model.Rule``), all of them from the same assertions.
        disagreements: why its assertions cannot all hold, the gravest first.
    """

    field: str
    values: tuple[Value, ...]
    disagreements: tuple[Disagreement, ...] = ()

    def under(self, rule: Rule) -> Value:
        """The value under a rule.

        Raises:
            KeyError: the rule was not weighed.
        """
        for value in self.values:
            if value.rule == rule:
                return value
        raise KeyError(rule)


@dataclass(frozen=True, slots=True)
class Case:
    """One incident as of a time.

    Attributes:
        rule: the rule of the values in ``place``, ``happened`` and ``value(field)`` without a rule.
        day_from, day_to: first and last day that ``happened`` allows; None when no day is known.
        country_iso3: "" when the country is open.
        fields: only those with an assertion; ask with ``value``, which knows unknown from zero.
        assertions: all ever known, superseded ones included, in order of ``known_from``.
        statements: those of all its reports, superseded ones included, in order of the capture and the text.
        origins: independent groups of reports; ``voices``: far ends of attributions.
        review_status: ``machine``, ``checked`` (a person accepted values), ``corrected`` (another value, merge,
            split) or ``rejected``.
        judgements: standing judgements of persons about it or its assertions, oldest first.
        given: values of persons, one per field at most; ``id`` is that of the judgement, there is no report or chain.
        merged_ids: ids that were merged into this one, sorted.
        changed: last link, copy, merge or judgement about it, also one that was taken back or took a report away; None
            when that is not told. ``moved``: its last merge or the undoing of one, None without any. ``opened``:
            when its id was given; None when that is not told.
    """

    id: str
    title: str
    type: str
    family: str
    status: str
    rule: RuleChoice
    as_of: datetime | None
    place: Place | None
    country_iso3: str
    happened: When | None
    day_from: date | None
    day_to: date | None
    fields: tuple[CaseField, ...]
    assertions: tuple[CaseAssertion, ...]
    statements: tuple[CaseStatement, ...]
    reports: tuple[CaseReport, ...]
    links: tuple[CaseLink, ...]
    origins: tuple[Origin, ...]
    voices: tuple[Origin, ...]
    findings: tuple[CaseFinding, ...]
    judgements: tuple[Judgement, ...]
    merged_ids: tuple[str, ...]
    review_status: str
    n_reports: int
    n_origins: int
    disputed: bool
    constructed: bool
    first_known: datetime
    last_changed: datetime
    given: tuple[CaseAssertion, ...] = ()
    changed: datetime | None = None
    moved: datetime | None = None
    opened: datetime | None = None

    def value(self, field: str, rule: RuleChoice | None = None) -> Value:
        """The value of a field under a rule (the Case's own when None); ``not_reported`` when nobody gives it."""
        chosen = rule_of(rule or self.rule, field)
        for held in self.fields:
            if held.field == field:
                return held.under(chosen)
        return Value(field, "not_reported", None, chosen)

    def datum(self, field: str, rule: RuleChoice | None = None) -> Datum | None:
        """What is shown for a field under a rule, None when unknown."""
        return self.value(field, rule).datum

    def state(self, field: str) -> ValueState:
        """Which of the kinds of known and unknown a field is."""
        return self.value(field).state

    def number(self, field: str, rule: RuleChoice) -> int | None:
        """A count under a rule: its upper bound for ``highest`` (None when open), else its lower; None when unknown."""
        datum = self.datum(field, rule)
        if not isinstance(datum, Figure):
            return None
        return datum.high if rule_of(rule, field) == "highest" else datum.low

    def said(self, field: str) -> tuple[CaseAssertion, ...]:
        """The assertions of a field that count, in order of ``known_from``."""
        return tuple(a for a in self.assertions if a.assertion.field == field and a.counts)

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """The disagreements of all fields."""
        return tuple(d for held in self.fields for d in held.disagreements)

    @property
    def is_pinned(self) -> bool:
        """True when the place is exact enough for a point on a map: never for a country or region."""
        place = self.place
        located = place is not None and place.lat is not None and place.lon is not None
        return bool(located and place and place.precision in PINNED)


PINNED = frozenset({"site", "settlement", "near"})
"""Precisions of a place that may become a point on a map."""
