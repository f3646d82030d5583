"""Notes (evidence sentences and statements) and opinions (disagreements and verdicts of reviewers)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from sayso.export.addresses import web_address
from sayso.export.case import Case, CaseAssertion, CaseReport, CaseStatement
from sayso.export.moments import changed_at
from sayso.export.stix.ids import Object, Producer, stamp
from sayso.export.stix.nouns import voice_object
from sayso.export.verdicts import given_values, verdicts
from sayso.export.voices import chain_line, shown
from sayso.model import Attribution, Judgement, Span

_VERDICTS = {"accept": "agree", "reject": "disagree"}
"""Kind of a judgement about a value to the opinion it is; merges and splits are no opinion about what was said."""


class Telling:
    """One Case on its way into a bundle: ids of what is said in it.

    Args:
        case: the incident.
        producer: who makes the bundle.
        container: ``incident`` or ``report``: the type of the object that stands for the incident.
    """

    def __init__(self, case: Case, producer: Producer, container: str) -> None:
        self.case, self.producer, self.container = case, producer, container
        self.id = producer.ref(container, "incident", case.id)
        self.reports = {r.key: r for r in case.reports}
        self._voices: dict[tuple[str, str], Object] = {}
        self._notes: dict[tuple[str, Span, Attribution], str] = {}
        self._decided: dict[str, datetime] = {}
        for link in case.links:
            self._decided[link.report] = max(link.decided_at, self._decided.get(link.report, link.decided_at))

    def voices(self, chain: Attribution) -> list[Object]:
        """The object of each hop."""
        for voice in chain:
            if (voice.name, voice.kind) not in self._voices:
                self._voices[voice.name, voice.kind] = voice_object(voice, self.case.id, self.producer)
        return [self._voices[v.name, v.kind] for v in chain]

    def chain(self, chain: Attribution) -> list[str]:
        """The ids of the hops, from the outlet to the origin."""
        return [made["id"] for made in self.voices(chain)]

    def touched(self, report: str) -> datetime:
        """When a report, or the incident it belongs to, changed last."""
        held = self.reports.get(report)
        times = [held.known_from, held.superseded_at] if held else []
        return max(t for t in (*times, self._decided.get(report), self.case.first_known, self.case.moved) if t)

    def report_id(self, key: str) -> str:
        """Id of the object of one article."""
        return self.producer.ref("report", "article", key)

    def evidence_id(self, a: CaseAssertion) -> str:
        """Id of the note with the sentence an assertion stands in; one for each chain it is said through."""
        key = a.report, a.sentence_span, a.chain
        if key not in self._notes:
            span, chain = a.sentence_span, [f"{v.name}/{v.kind}" for v in a.chain]
            self._notes[key] = self.producer.ref("note", "evidence", a.report, str(span.start), str(span.end), *chain)
        return self._notes[key]

    def statement_id(self, s: CaseStatement) -> str:
        """Id of the note of a statement."""
        return self.producer.ref("note", "statement", s.key, s.report)

    def about(self, report: str) -> list[str]:
        """What a note is about: the incident and, where articles are objects, the article."""
        return (
            [self.id] if self.container == "report" or report not in self.reports else [self.id, self.report_id(report)]
        )


def article(report: CaseReport) -> list[dict[str, object]]:
    """The external reference to the article: address and SHA-256 of the captured bytes."""
    address = web_address(report)
    known = {"url": address} if address else {"external_id": report.document}
    return [{"source_name": report.outlet or "article", **known, "hashes": {"SHA-256": report.digest}}]


def evidence_notes(telling: Telling) -> Iterator[Object]:
    """One note for each sentence that carries a value, and each chain it came through."""
    groups: dict[str, list[CaseAssertion]] = {}
    for a in telling.case.assertions:
        groups.setdefault(telling.evidence_id(a), []).append(a)
    for id_, group in groups.items():
        first = group[0]
        labels = ["evidence"] + ["superseded"] * (first.known_until is not None)
        words = f"{first.sentence}\n\nSaid by: {chain_line([shown(v) for v in first.chain])}"
        yield _note(telling, id_, first.report, words, "evidence", labels)


def statement_notes(telling: Telling) -> Iterator[Object]:
    """One note for each statement about the incident."""
    for s in telling.case.statements:
        kind = s.kind.replace("_", " ") + (" (said not to be made)" if s.negated else "")
        labels = ["statement", s.kind.replace("_", "-")] + ["superseded"] * (s.known_until is not None)
        words = f"{s.sentence}\n\n{kind}: {s.content}\n\nSaid by: {chain_line([shown(v) for v in s.chain])}"
        yield _note(telling, telling.statement_id(s), s.report, words, kind, labels)


def _note(telling: Telling, id_: str, report: str, content: str, abstract: str, labels: list[str]) -> Object:
    held = telling.reports.get(report)
    created = stamp(held.known_from if held else telling.case.first_known)
    refer = article(held) if held and telling.container == "report" else []
    return telling.producer.made(
        "note", id_, created, stamp(telling.touched(report)),
        labels=labels, lang=held.language if held else "", external_references=refer, abstract=abstract,
        content=content, authors=[held.outlet] if held and held.outlet else [], object_refs=telling.about(report),
    )  # fmt: skip


def opinions(telling: Telling) -> Iterator[Object]:
    """Each disagreement (Sayso takes no side: neutral) and each verdict of a reviewer about a value."""
    yield from _disagreements(telling)
    for judgement, about in verdicts(telling.case):
        yield _verdict(telling, judgement, _VERDICTS[judgement.kind], judgement.reason, telling.evidence_id(about))
    for judgement, field, value in given_values(telling.case):
        # the desk's own value may agree with some report and not with others: no verdict on any of them
        yield _verdict(telling, judgement, "neutral", f"{field}: {value}. {judgement.reason}", telling.id)


def _verdict(telling: Telling, judgement: Judgement, opinion: str, words: str, about: str) -> Object:
    at, changed = stamp(judgement.at), stamp(changed_at(telling.case))
    return telling.producer.made(
        "opinion", telling.producer.ref("opinion", "judgement", judgement.id), at, changed,
        labels=["verdict", judgement.kind.replace("_", "-")], explanation=words, authors=[judgement.author],
        opinion=opinion, object_refs=[about],
    )  # fmt: skip


def _disagreements(telling: Telling) -> Iterator[Object]:
    case, said = telling.case, {a.id: a for a in telling.case.assertions}
    changed = stamp(changed_at(case))
    for d in case.disagreements:
        sides = [said[i] for side in d.sides for i in side if i in said]
        refs = list(dict.fromkeys(telling.evidence_id(a) for a in sides)) or [telling.id]
        # a disagreement is what its sides are: with another side it is another one
        key = hashlib.sha256(repr((d.field, d.reason, refs)).encode()).hexdigest()
        known = stamp(max((a.known_from for a in sides), default=case.first_known))
        yield telling.producer.made(
            "opinion", telling.producer.ref("opinion", "disagreement", case.id, key), known, changed,
            labels=["disagreement", d.field, d.reason.replace("_", "-")], explanation=d.explanation,
            authors=["Sayso"], opinion="neutral", object_refs=refs,
        )  # fmt: skip
