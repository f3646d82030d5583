"""The native long tables: everything the ledger tells, nothing lost; CSV, JSON lines and Parquet in one pass.

Columns and types stand in ``export/tables.py``. Field names are those of the ledger (``happened``, ``devices``,
``mode`` ...). A statement about several incidents has a row for each of them, its chain stands once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from sayso.export.case import Case, CaseAssertion, CaseLink, CaseReport, CaseStatement
from sayso.export.files import Stage, staged
from sayso.export.options import Change, Options
from sayso.export.sinks import SINKS, Sink
from sayso.export.tables import TABLES
from sayso.lang.en.casualties import ATTACKER_NOUNS
from sayso.lang.privacy import is_public
from sayso.model import Datum, Figure, Perpetrator, RuleChoice
from sayso.model.codec import to_plain

Row = Mapping[str, Any]
_ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)
_NOISE = re.compile(r"[^\w\s-]")
_COPY_KIND = {"verbatim": "same", "edited": "edited", "translated": "edited"}


def write_native(cases: Iterable[Case], folder: Path, options: Options, form: str) -> list[tuple[Path, int]]:
    """Write each table to ``folder``/<name>.<form>.

    Args:
        cases: read once, none is kept.
        folder: made when missing; files of the same names are replaced when all tables are written.
        options: ``loose`` statements and ``changes`` are read once.
        form: ``csv``, ``jsonl`` or ``parquet``.

    Returns:
        (path, number of rows) of each table.

    Raises:
        SaysoError: the folder cannot be written.
    """
    with staged(folder) as stage, ExitStack() as open_sinks:
        sinks = {name: open_sinks.enter_context(_sink(stage, name, form, options)) for name in TABLES}
        for table, row in native_rows(cases, options):
            sinks[table].write(row)
    return [(folder / f"{name}.{form}", sink.rows) for name, sink in sinks.items()]


def _sink(stage: Stage, table: str, form: str, options: Options) -> Sink:
    return SINKS[form](stage, table, TABLES[table], options)


def rows_by_table(cases: Iterable[Case], options: Options) -> dict[str, list[Row]]:
    """All rows of all tables at once, for formats that need them together."""
    found: dict[str, list[Row]] = {name: [] for name in TABLES}
    for table, row in native_rows(cases, options):
        found[table].append(row)
    return found


def native_rows(cases: Iterable[Case], options: Options) -> Iterator[tuple[str, Row]]:
    """(table, row) of every row, incident by incident; speakers and changes at the end."""
    speakers, told = _Speakers(), set[str]()
    for case in cases:
        for table, made in _TABLES_OF_A_CASE.items():
            for row in made(case):
                yield table, row
        for statement in case.statements:
            # only a statement about several incidents can come twice
            if len(statement.incidents) < 2 or statement.key not in told:
                yield from (("chains", hop) for hop in _hops(statement))
                speakers.heard(statement)
            if len(statement.incidents) > 1:
                told.add(statement.key)
    for statement in options.loose():
        yield "statements", _statement(statement, None, "")
        yield from (("chains", hop) for hop in _hops(statement))
        speakers.heard(statement)
    yield from (("changes", _change(change)) for change in options.changes())
    yield from (("speakers", row) for row in speakers.rows())


def _incidents(case: Case) -> Iterator[Row]:
    place, by = case.place, case.datum("perpetrator")
    mode = case.datum("mode")
    yield {
        "incident_id": case.id,
        "title": case.title,
        "type": case.type,
        "subtype": mode if isinstance(mode, str) else None,
        "date_start": case.day_from,
        "date_end": case.day_to,
        "date_precision": day_precision(case.day_from, case.day_to),
        "place_name": place.name if place else None,
        "country_iso3": case.country_iso3 or None,
        "admin1": (place.admin1 or None) if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "uncertainty_m": place.uncertainty_m if place else None,
        "place_precision": place.precision if place else None,
        "geonameid": place.geonames_id if place else None,
        **_toll(case, "killed"),
        **_toll(case, "injured"),
        "killed_includes_perpetrator": includes_attacker(case.datum("killed")),
        "perpetrator": by.name if isinstance(by, Perpetrator) else None,
        "perpetrator_status": by.status if isinstance(by, Perpetrator) else "unknown",
        "weapons": words_of(case, "weapon"),
        "targets": words_of(case, "target"),
        "n_reports": case.n_reports,
        "n_origins": case.n_origins,
        "disputed": case.disputed,
        "flags": tuple(dict.fromkeys(f.finding.check for f in case.findings)),
        "review_status": case.review_status,
        "first_known_at": case.first_known,
        "last_changed_at": case.last_changed,
        "rule": {"best": str(case.rule), "low": "lowest", "high": "highest"},
        "as_of": case.as_of,
        "family": case.family,
        "status": case.status,
        "country_code": (place.country_code or None) if place else None,
        "date_candidates": case.happened.candidates if case.happened else (),
        "when_precision": case.happened.precision if case.happened else "unknown",
        "constructed": case.constructed,
    }


def _toll(case: Case, field: str) -> dict[str, Any]:
    rules: dict[str, RuleChoice] = {"low": "lowest", "best": case.rule, "high": "highest"}
    made: dict[str, Any] = {f"{field}_{name}": case.number(field, rule) for name, rule in rules.items()}
    return {**made, f"{field}_state": case.state(field)}


def day_precision(start: date | None, end: date | None) -> str:
    """How long the days are that a happening may have taken: day, few_days (2 to 6), week, month, longer, unknown."""
    if start is None or end is None:
        return "unknown"
    days = (end - start).days + 1
    for name, longest in (("day", 1), ("few_days", 6), ("week", 7), ("month", 31)):
        if days <= longest:
            return name
    return "longer"


def includes_attacker(datum: Datum | None) -> bool | None:
    """True when the words of a toll count who did it, None when they do not tell."""
    if not isinstance(datum, Figure):
        return None
    if datum.scope == "all":
        return True
    return True if not ATTACKER_NOUNS.isdisjoint(datum.scope.casefold().replace(";", " ").split()) else None


def only_attackers(datum: Datum | None) -> bool:
    """True when a toll counts those who did it and nobody else; "soldiers; attackers" counts both."""
    if not isinstance(datum, Figure) or not datum.scope:
        return False
    return all(not ATTACKER_NOUNS.isdisjoint(part.casefold().split()) for part in datum.scope.split(";"))


def words_of(case: Case, field: str) -> tuple[str, ...]:
    """The plain words said for a field, each once, denied ones left out."""
    said = (a.assertion for a in case.said(field) if a.assertion.polarity == "asserted")
    return tuple(dict.fromkeys(a.value for a in said if isinstance(a.value, str)))


def _values(case: Case) -> Iterator[Row]:
    for a in (*case.assertions, *case.given):
        said = a.assertion
        yield {
            "value_id": a.id,
            "incident_id": case.id,
            "field": said.field,
            "value_raw": said.text,
            "value_norm": to_plain(said.value, Datum),
            "qualifier": said.qualifier or None,
            "scope": (getattr(said.value, "scope", "") or None),
            "polarity": said.polarity,
            "certainty": said.certainty,
            "statement_id": a.statement or None,
            "report_id": a.report or None,
            "sentence_no": a.sentence_no,
            "char_start": said.span.start,
            "char_end": said.span.end,
            "quote": a.sentence,
            "origin_id": f"{case.id}/{a.voice}" if a.voice else None,
            "said_at": a.said_at,
            "known_from": a.known_from,
            "known_until": a.known_until,
            "superseded_by": a.superseded_by or None,
            "made_by": a.made_by,
            "score": said.score,
            "counts": a.counts,
            "review": a.review or None,
        }


def _statements(case: Case) -> Iterator[Row]:
    acts = {a.statement: a for a in case.assertions if a.field == "perpetrator" and a.statement}
    for s in case.statements:
        yield _statement(s, case.id, _whose_act(acts.get(s.key)))


def _whose_act(said: CaseAssertion | None) -> str:
    value = said.assertion.value if said else None
    return value.name if isinstance(value, Perpetrator) and value.named else ""


def _statement(s: CaseStatement, incident: str | None, about: str) -> Row:
    origin = s.chain[-1] if s.chain else None
    return {
        "statement_id": s.key,
        "incident_id": incident,
        "kind": s.kind,
        "speaker_id": speaker_id(origin.name) if origin else None,
        "speaker_text": origin.name if origin else None,
        "about_speaker_id": speaker_id(about) if about else None,
        "content_text": s.content,
        "parent_statement_id": s.parent or None,
        "depth": s.depth,
        "mode": s.mode,
        "attribution_strength": _strength(s),
        "report_id": s.report or None,
        "sentence_no": s.sentence_no,
        "char_start": s.span.start,
        "char_end": s.span.end,
        "said_at": s.said_at,
        "known_from": s.known_from,
        "known_until": s.known_until,
        "made_by": s.made_by,
        "score": s.score,
        "speaker_kind": origin.kind if origin else "unknown",
        "medium": s.medium or None,
        "negated": s.negated,
        "certainty": s.certainty,
        "document_id": s.document,
    }


def _strength(s: CaseStatement) -> str:
    if s.certainty in ("suspected", "speculated"):
        return "believed_to_be"
    return "attributed_to" if any("attribut" in v.cue for v in s.chain) else "said"


def _hops(s: CaseStatement) -> Iterator[Row]:
    last = len(s.chain) - 1
    for hop, voice in enumerate(s.chain):
        yield {
            "statement_id": s.key,
            "hop": hop,
            "speaker_id": speaker_id(voice.name),
            "speaker_kind": voice.kind,
            "origin": hop == last,
            "speaker_text": voice.name,
            "cue": voice.cue or None,
        }


def _reports(case: Case) -> Iterator[Row]:
    keys = {r.document: r.key for r in case.reports}
    followers = {key for origin in case.origins for key in origin.reports[1:]}
    for r in case.reports:
        yield _report(case, r, keys.get(r.copy_of), r.key in followers)


def _report(case: Case, r: CaseReport, original: str | None, follows: bool) -> Row:
    return {
        "report_id": r.key,
        "url": r.url or r.address,
        "canonical_url": r.url or None,
        "outlet": r.outlet or None,
        "title": r.title or None,
        "language": r.language or None,
        "published_at": r.published,
        "fetched_at": r.known_from,
        "content_sha256": r.digest,
        "clean_text_sha256": r.text_digest,
        "copy_of_report_id": original,
        "copy_kind": _COPY_KIND.get(r.copy_kind, r.copy_kind) or ("quotes_same_origin" if follows else "none"),
        "revision": r.revision,
        "extraction_tool": r.cleaner,
        "incident_id": case.id,
        "document_id": r.document,
        "type": r.type,
        "status": r.status,
        "copy_of_document_id": r.copy_of or None,
        "why_linked": r.why,
        "constructed": r.constructed,
        "reader": r.reader,
    }


def _links(case: Case) -> Iterator[Row]:
    return (_link(case, link) for link in case.links)


def _link(case: Case, link: CaseLink) -> Row:
    return {
        "incident_id": case.id,
        "report_id": link.report,
        "decision": link.decision,
        "score": link.score,
        "reasons": [link.reasons] if link.reasons else [],
        "made_by": link.made_by,
        "decided_at": link.decided_at,
        "superseded_by": link.superseded_by or None,
        "link_id": link.id,
    }


def _flags(case: Case) -> Iterator[Row]:
    for held in case.findings:
        f = held.finding
        yield {
            "flag_id": held.id,
            "incident_id": case.id,
            "report_id": held.report,
            "check": f.check,
            "said": f.said,
            "computed": f.computed,
            "sentence_no": held.sentence_no,
            "severity": f.severity,
            "status": "open",
            "message": f.message,
        }


def _change(c: Change) -> Row:
    return {
        "change_id": c.id,
        "at": c.at,
        "incident_id": c.incident,
        "field": c.field,
        "old": c.old,
        "new": c.new,
        "cause": c.cause,
        "report_id": c.report or None,
        "user": c.user or None,
        "note": c.note or None,
        "kind": c.kind or None,
        "document_id": c.document or None,
    }


_TABLES_OF_A_CASE: dict[str, Callable[[Case], Iterator[Row]]] = {
    "incidents": _incidents,
    "values": _values,
    "statements": _statements,
    "reports": _reports,
    "links": _links,
    "flags": _flags,
}


class _Speakers:
    """Public voices met so far: their names, kind and what kinds of statements they made. Some 300 bytes each."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, None]] = defaultdict(dict)
        self._kinds: dict[str, str] = {}
        self._counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))

    def heard(self, statement: CaseStatement) -> None:
        """Note everybody in the chain of a statement; only the origin is counted as having made it."""
        for voice in statement.chain:
            # a list of speakers is an index, and nobody who is no public voice stands in an index
            if is_public(voice.kind) and (key := speaker_id(voice.name)):
                self._names[key][voice.name] = None
                self._kinds.setdefault(key, voice.kind)
        if statement.chain and (key := speaker_id(statement.chain[-1].name)) in self._kinds:
            self._counts[key]["not_said" if statement.negated else statement.kind] += 1

    def rows(self) -> Iterator[Row]:
        """One row per public voice, in order of the id."""
        for key in sorted(self._names):
            name, *aliases = self._names[key]
            stats = dict(sorted(self._counts[key].items()))
            yield {"speaker_id": key, "name": name, "aliases": aliases, "kind": self._kinds[key], "stats": stats}


def speaker_id(name: str) -> str:
    """A voice's name without article, punctuation and case, words joined by hyphens: one id for one plain name."""
    return "-".join(_NOISE.sub(" ", _ARTICLE.sub("", name.strip())).casefold().split())
