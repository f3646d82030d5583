"""The difference between two states of one incident: what changed, why, and through whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from sayso.app.change_state import TOLD, State, first_of, new_readings
from sayso.app.pages import chain_of, sentence_around
from sayso.app.revisions import revisions_in
from sayso.app.words import count, kind_words
from sayso.model import Assertion, Judgement, Reading
from sayso.model.codec import content_hash
from sayso.store.entry import HeldAssertion, HeldReport
from sayso.store.view import View

Kind = Literal[
    "new_incident", "value", "status", "perpetrator", "disagreement", "settled", "origins", "reports", "edited",
    "merged", "split", "gone", "judged",
]  # fmt: skip
Cause = Literal["new_report", "late_report", "edited_report", "judgement", "merge", "split", "link", "reader"]
_MOST_VOICES = 3  # of those who carry a change; the page of the incident has them all


@dataclass(frozen=True, slots=True)
class Through:
    """On whose word: ``chain`` from the outlet to the origin in names, the sentence, and where it stands."""

    chain: tuple[str, ...]
    sentence: str
    outlet: str
    document: str
    known_from: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one incident.

    Attributes:
        id: the same for the same change, whenever it is asked for.
        at: from when it counts (UTC).
        incident: id; ``title``: its title after the change (before it when it is gone).
        kind: what sort of change; ``field``: which field of the incident, "" when it is none.
        before, after: in words; "" for nothing.
        cause: why: a report that is new, late or a new capture of a known address; a person's judgement; incidents
            merged or split; reports linked otherwise; or a newer reader.
        news: False for what is no news: a change of reader.
        through: who brought it, at most three of them.
        by, reason: author and reason of the judgement behind it, "" without one.
        document: id of the document that brought it, "" without one.
    """

    id: str
    at: datetime
    incident: str
    title: str
    kind: Kind
    field: str
    before: str
    after: str
    cause: Cause
    news: bool
    through: tuple[Through, ...] = ()
    by: str = ""
    reason: str = ""
    document: str = ""


def compare(view: View, incident: str, at: datetime, before: State | None, after: State | None) -> list[Change]:
    """Every change of an incident at a moment, the gravest first.

    Args:
        view: the ledger as of the moment.
        before, after: None when it was not there.
    """
    if after is None:
        return [_gone(view, incident, at, before)] if before else []
    told = _Telling(view, incident, at, before, after)
    if before is None:
        return told.opened()
    return [
        *told.judged(),
        *told.edited(),
        *told.statuses(),
        *told.values(),
        *told.standings(),
        *told.differences(),
        *told.counts(),
    ]


def _gone(view: View, incident: str, at: datetime, before: State) -> Change:
    into = view.survivor(incident)
    kind: Kind = "merged" if into != incident else "gone"
    by = _decided_at(before.gathered.judgements.standing, at)
    cause: Cause = "merge" if kind == "merged" else "split"
    key = content_hash(incident, at.isoformat(), kind, into)
    return Change(
        key, at, incident, before.line.title, kind, "", incident, into if kind == "merged" else "", cause, True,
        by=by.author if by else "", reason=by.reason if by else "",
    )  # fmt: skip


def _decided_at(decisions: Iterable[Judgement], at: datetime) -> Judgement | None:
    return next((j for j in decisions if j.at == at), None)


class _Telling:
    """Tells the changes of one incident at one moment."""

    def __init__(self, view: View, incident: str, at: datetime, before: State | None, after: State) -> None:
        self.view, self.incident, self.at, self.before, self.after = view, incident, at, before, after
        self.fresh = new_readings(before, after, at)
        self.decision = _decided_at(after.gathered.judgements.standing, at)
        self.withdrawn = [j for k, j in (before.decisions if before else {}).items() if k not in after.decisions]
        self.came = after.reports - before.reports if before else after.reports
        self.went = before.reports - after.reports if before else frozenset()
        self.cause = self._cause()

    def _cause(self) -> Cause:
        causes = set(self.fresh.values())
        if self.decision or self.withdrawn:
            causes.add("judgement")
        moved = {r.key for r in self.after.gathered.reports if r.key in self.came and r.reading.id not in self.fresh}
        if moved and not causes:
            causes.add("merge" if self.before else "split")
        if self.went and not causes:
            causes.add("split")
        return first_of(causes)  # type: ignore[return-value]

    def change(self, kind: Kind, field: str, before: str, after: str, ids: Collection[str] = ()) -> Change:
        key = content_hash(self.incident, self.at.isoformat(), kind, field, before, after)
        by = self.decision or (self.withdrawn[0] if self.withdrawn else None)
        through = self._through(ids) if self.cause != "judgement" else ()
        document = through[0].document if through else next(iter(self._documents()), "")
        return Change(
            key, self.at, self.incident, self.after.line.title, kind, field, before, after, self.cause,
            self.cause != "reader", through, by.author if by else "", by.reason if by else "", document,
        )  # fmt: skip

    def opened(self) -> list[Change]:
        line = self.after.line
        facts = [self.after.words[f] for f in ("killed", "injured") if self.after.values[f].datum is not None]
        words = "; ".join([line.title, *facts])
        kind: Kind = "split" if self.cause == "split" else "new_incident"
        ids = [i for f in ("killed", "injured", "type") for i in self.after.values[f].chosen]
        return [self.change(kind, "", "", words, ids)]

    def judged(self) -> Iterator[Change]:
        assert self.before
        for key, j in self.after.decisions.items():
            if key not in self.before.decisions:
                yield self.change("judged", "", "", f"{kind_words(j.kind)} by {j.author}: {j.reason}")
        for j in self.withdrawn:
            yield self.change("judged", "", f"{kind_words(j.kind)} by {j.author}: {j.reason}", "withdrawn")
        if self.cause == "merge":
            yield self.change("merged", "", "", f"{count(len(self.came), 'report')} came from another incident")
        if self.went and not self.fresh:
            yield self.change("split", "", f"{count(len(self.went), 'report')} went to another incident", "")

    def edited(self) -> Iterator[Change]:
        """What an article says otherwise in its new capture, whatever is shown for the field."""
        if not self._edited():
            return
        for r in revisions_in(self.view, self.after.gathered):
            if r.since == self.at and r.same_reader:
                for fact in r.facts:
                    made = self.change("edited", fact.field, fact.before, fact.after)
                    voice = Through((r.outlet or "unnamed outlet",), fact.sentence, r.outlet, r.new, r.at)
                    told = r.notice or "without a notice"
                    yield replace(
                        made, cause="edited_report", news=True, through=(voice,), reason=told, document=r.new,
                        id=content_hash(made.id, r.new),
                    )  # fmt: skip

    def _edited(self) -> bool:
        """True when a new capture of a known address came now, whatever it tells of this incident."""
        assert self.before
        was, now = (
            {r.reading.id: r.reading.superseded_at for r in state.gathered.reports}
            for state in (self.before, self.after)
        )
        seen_again = {"edited_report", "reader"} & set(self.fresh.values())
        return any(now.values()) and (bool(seen_again) or any(now.get(pk) != at for pk, at in was.items()))

    def statuses(self) -> Iterator[Change]:
        assert self.before
        if self.before.line.status != self.after.line.status:
            yield self.change("status", "", self.before.line.status, self.after.line.status)

    def values(self) -> Iterator[Change]:
        assert self.before
        for field in TOLD:
            old, new = self.before.words[field], self.after.words[field]
            if old.casefold() != new.casefold():
                yield self.change("value", field, old, new, self.after.values[field].chosen)

    def standings(self) -> Iterator[Change]:
        """New standings of perpetrators, beside the value that is shown."""
        assert self.before
        for (name, status), step in self.after.steps.items():
            if (name, status) not in self.before.steps and step.named:
                earlier = [s for n, s in self.before.steps if n == name]
                yield self.change("perpetrator", "perpetrator", ", ".join(earlier), f"{step.name} {status}", step.ids)

    def differences(self) -> Iterator[Change]:
        assert self.before
        for key, d in self.after.differences.items():
            if key not in self.before.differences:
                ids = [i for side in d.sides for i in side]
                yield self.change("disagreement", d.field, "", d.explanation, ids)
        for key, d in self.before.differences.items():
            if key not in self.after.differences:
                yield self.change("settled", d.field, d.explanation, "")

    def counts(self) -> Iterator[Change]:
        assert self.before
        old, new = self.before.line, self.after.line
        words = [f"{count(n.n_reports, 'report')}, {count(n.n_origins, 'origin')}" for n in (old, new)]
        if old.n_origins != new.n_origins:
            yield self.change("origins", "", words[0], words[1], self._any())
        elif old.n_reports != new.n_reports:
            yield self.change("reports", "", words[0], words[1], self._any())

    def _any(self) -> list[str]:
        fresh = {r.id for r in self.after.gathered.reports if r.reading.id in self.fresh}
        return [a.ledger_id for a in self.after.gathered.every if a.report in fresh][:1]

    def _documents(self) -> list[str]:
        return [r.reading.document for r in self.after.gathered.reports if r.reading.id in self.fresh]

    def _through(self, ids: Collection[str]) -> tuple[Through, ...]:
        """Those of the assertions that came at this moment, each document once; all when none of them did."""
        reports = {r.id: r for r in self.after.gathered.reports}
        held = [(a, reports[a.report]) for a in self.after.gathered.every if a.ledger_id in ids]
        fresh = [(a, r) for a, r in held if r.reading.id in self.fresh] or ([] if self.fresh else held)
        best: dict[str, tuple[HeldAssertion, HeldReport]] = {}
        # what names its source in the body before the headline
        for a, r in sorted(
            fresh, key=lambda f: (f[0].assertion.span.end <= f[1].reading.headline_end, not f[0].assertion.statement)
        ):
            best.setdefault(r.reading.document, (a, r))
        some = list(best.values())[:_MOST_VOICES]
        readings = self.view.unpack([r.reading.id for _, r in some])
        return tuple(_voice(a.assertion, r, readings[r.reading.id]) for a, r in some)


def _voice(assertion: Assertion, report: HeldReport, reading: Reading) -> Through:
    statement = next((s for s in reading.statements if s.id == assertion.statement), None)
    return Through(
        chain=tuple(v.name for v in chain_of(statement, reading.document)),
        sentence=" ".join(sentence_around(reading, assertion.span).of(reading.document.text).split()),
        outlet=report.reading.outlet,
        document=report.reading.document,
        known_from=report.reading.known_from,
    )
