"""What persons decided about incidents, for whoever gathers or links: rows of the ledger through the pure core."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sayso.app.prepare  # noqa: F401
from sayso.link import judgements as core
from sayso.link.anchors import Anchor, find_report, relocate, union
from sayso.model import Judged, Reading, Span
from sayso.store import judgements as ledger
from sayso.store import redirects, subjects
from sayso.store.entry import HeldAssertion, HeldReport
from sayso.store.view import View


def judged(
    view: View, linked: Mapping[str, Iterable[HeldReport]], assertions: Mapping[str, tuple[HeldAssertion, ...]]
) -> dict[str, Judged]:
    """Incident id to what was decided about it as of the view's time; incidents nobody judged are missing.

    Args:
        linked: incident id to its reports.
        assertions: row id of a report to its assertions.
    """
    if not ledger.anything():
        return {}
    said = {key: {a.ledger_id for r in reports for a in assertions.get(r.id, ())} for key, reports in linked.items()}
    keys = {r.key for reports in linked.values() for r in reports}
    names = redirects.members(linked, view.as_of)
    asked = set().union(*said.values(), keys, names)
    rows = ledger.about(asked, view.as_of)
    rows += tuple(j for j in ledger.about_pairs(view.as_of) if j.id not in {r.id for r in rows})
    return core.judged(rows, said, names) if rows else {}


@dataclass(frozen=True, slots=True)
class Tie:
    """What persons ask of the linker for one report of a reading.

    Attributes:
        home: incident it belongs to whatever the linker thinks, "" for none.
        apart: incidents it must not be put into.
        nowhere: the incident it was taken from because it tells of none, "" otherwise.
        judgement: id of the judgement behind ``home`` and ``nowhere``.
    """

    home: str = ""
    apart: frozenset[str] = frozenset()
    nowhere: str = ""
    judgement: str = ""


def ties_of(reading: Reading, address: str, copies: Iterable[str] = ()) -> dict[str, Tie]:
    """What was decided about reports that this reading tells again: report id ("i1") to its Tie.

    Decided about the same document in an earlier reading, about another capture of its address, or about a near copy;
    a report is the one that was judged when it stands on the same words.

    Args:
        reading: what was read now.
        address: where its capture came from.
        copies: ids of documents that are near copies.
    """
    if not ledger.anything():
        return {}
    others = {reading.document.id, *copies, *subjects.documents_at(address)}
    rows = ledger.of_documents(others)
    if not rows:
        return {}
    found = core.ties(rows, redirects.resolved(None))
    here = union({r.id: [a.span for a in r.assertions] for r in reading.reports})
    made: dict[str, Tie] = {}
    for key, spans in core.anchors(rows).items():  # a split has anchors in other documents too
        if key.rpartition("/")[0] not in others:
            continue
        report = _again(reading, key, spans, here)
        if report and key in found.because:
            tie = Tie(
                found.home.get(key, ""),
                found.apart.get(key, frozenset()),
                found.nowhere.get(key, ""),
                found.because[key],
            )
            made[report] = _both(made[report], tie) if report in made else tie
    return made


def _again(reading: Reading, key: str, spans: tuple[Span, ...], here: tuple[Anchor, ...]) -> str:
    """Id of the report that stands on the words of the judged one, "" for none."""
    document = key.rpartition("/")[0]
    anchor: Anchor | None = Anchor(key, spans)
    if document != reading.document.id:
        old = subjects.document_text(document)
        anchor = relocate(Anchor(key, spans), old, reading.document.text) if old is not None else None
    return find_report(anchor, here).key if anchor else ""


def _both(one: Tie, other: Tie) -> Tie:
    """Two judged reports became one: kept out of what either is kept out of; the home is the first one's."""
    home, by = (one.home, one.judgement) if one.home else (other.home, other.judgement)
    return Tie(home, (one.apart | other.apart) - {home}, "" if home else one.nowhere and other.nowhere, by)


def ties() -> core.Ties:
    """The constraints of all decisions about links that stand now, for whoever merges incidents."""
    rows = ledger.deciding_links()
    return core.ties(rows, redirects.resolved(None)) if rows else core.Ties()
