"""What a person should look at next: the most uncertain and the most important first.

Decisions that a re-reading lost come first (somebody decided them once), then reports that came while two incidents
were one and may tell of either, disputed tolls, incidents that may be
one, values read with a low score, and new incidents with one report. Only incidents that changed lately or are disputed
are looked at, so the queue of a large ledger costs as much as that of a small one.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import sayso.app.prepare  # noqa: F401
from sayso.app.as_of import list_incidents
from sayso.app.gather import Gathered, gather, main_reports
from sayso.app.judge import moved
from sayso.app.parted import open_doubts
from sayso.link.decide import chance, likeness
from sayso.link.facts import Facts
from sayso.link.judgements import ACTS, details, pair, standing, subject_of, withdrawn
from sayso.link.pair import SAME
from sayso.model import Figure, Judgement
from sayso.model.codec import from_plain
from sayso.store import judgements as ledger
from sayso.store.redirects import survivors
from sayso.store.view import View
from sayso.weigh import Said, weigh
from sayso.weigh.said import key_of

KINDS = ("lost", "unsure", "disputed", "pair", "doubtful", "new")
"""Kinds of items: a decision a re-reading lost, a report that came while two incidents were one, a disputed value, two
incidents that may be one, a value read with a low score, a new incident with one report."""
IMPORTANCE = {"killed": 3.0, "injured": 2.0, "perpetrator": 1.6, "place": 1.5, "happened": 1.4, "type": 1.3}
_LATEST, _DISPUTED = 120, 120  # incidents looked at: two seconds for incidents of fifteen reports
_VALUES = 4  # values of one disputed field that are asked about, the most often said first
_MOST = 500  # items of a queue; nobody gets through more in a day
_DOUBT = 0.6  # scores below are shown to a person
_MIDDLING = chance(SAME - 1.5)  # of two incidents that may be one; what the linker is surer of is one already
_DAYS = 3  # between the days of two incidents that may be one
_LOST, _UNSURE, _PAIR, _NEW = 100.0, 50.0, 4.0, 0.4


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at.

    Attributes:
        subject: what can be judged: an assertion, two incidents "A+B", or a report key.
        kind: one of ``KINDS``.
        incident: where it stands; of a pair the first.
        weight: uncertain times important; only the order matters.
        why: why somebody should look, in words.
        as_of: show it as it was then (UTC), None for now: a blind reviewer sees what the first reviewer saw.
        other: another incident it may belong to, offered first; "" for none.
    """

    subject: str
    kind: str
    incident: str
    weight: float
    why: str
    as_of: datetime | None = None
    other: str = ""


def queue(reviewer: str = "", *, blind: bool = False, kind: str = "", incident: str = "") -> tuple[Item, ...]:
    """The items to look at, the most important first, at most 500.

    Args:
        reviewer: what this person decided is left out; without ``blind`` also what anybody decided.
        blind: decisions of others are hidden: their items come as if nobody had decided.
        kind: only items of this kind; "" for all.
        incident: only items of this incident; "" for all.
    """
    rows = ledger.everything()
    decided = _decided(rows, reviewer if blind else "")
    found = [*_lost(), *_unsure(), *_items(incident, kind)]
    if blind:
        others = {i.subject: i for i in _decided_by_others(rows, reviewer)}
        asked = {i.subject for i in found}
        found = [replace(i, as_of=others[i.subject].as_of) if i.subject in others else i for i in found]
        found += [i for i in others.values() if i.subject not in asked]
    best: dict[str, Item] = {}
    for item in found:
        fits = kind in ("", item.kind) and incident in ("", item.incident, *item.subject.split("+"))
        if fits and (item.subject not in decided or item.kind == "lost"):
            known = best.get(item.subject)
            if known is None or item.weight > known.weight:
                best[item.subject] = item
    return tuple(sorted(best.values(), key=lambda i: (-i.weight, i.subject))[:_MOST])


def _decided(rows: tuple[Judgement, ...], author: str) -> set[str]:
    """Subjects that are decided: by ``author``, or by anybody when it is ""."""
    some = [j for j in standing(rows) if author in ("", j.author)]
    carried = [j for j in rows if j.kind == "carried" and details(j)["of"] in {s.id for s in some}]
    named = {subject_of(j) for j in some} | {j.subject for j in carried}
    return named | {key for j in some if j.kind == "split" for key in details(j)["reports"]}


def _lost() -> Iterator[Item]:
    for fate in moved():
        if fate.open:
            where = _where_now(fate.of.subject, str(details(fate.of).get("report", "")))
            yield Item(fate.of.subject, "lost", where, _LOST, f"{fate.said}; decide again")


def _unsure() -> Iterator[Item]:
    for key, where, other in open_doubts():
        why = f"it came while {where} and {other} were one incident; it may tell of {other}"
        yield Item(key, "unsure", where, _UNSURE, why, other=other)


def _where_now(subject: str, report: str) -> str:
    """The incident that the document of a lost decision tells of now, "" when it tells of none."""
    held = View().reading_of((subject if "/" in subject else report).rpartition("/")[0])
    found = View().incidents_in(held.id) if held else ()
    return found[0][1] if found else ""


def _items(incident: str, kind: str) -> list[Item]:
    if kind in ("lost", "unsure"):
        return []
    gathered = gather(View(), _lately(incident))
    found: list[Item] = []
    for g in gathered.values():
        if kind != "pair":
            found += _values(g)
            found += _new(g)
    if kind in ("", "pair"):
        found += _pairs(gathered.values())
    return found


def _lately(incident: str) -> list[str]:
    """Ids of the incidents that are looked at; of one also those around it, for pairs."""
    lines = list_incidents(limit=_LATEST)
    disputed = list_incidents(disputed=True, limit=_DISPUTED)
    return list(dict.fromkeys([*([incident] if incident else []), *(line.id for line in (*lines, *disputed))]))


def _values(g: Gathered) -> Iterator[Item]:
    for name, said in g.said.items():
        reported = [s for s in said if not s.judgement]
        if name not in IMPORTANCE or not reported:
            continue
        value = weigh(name, said)
        if value.judgement:
            continue  # a person gave the value already
        weight = IMPORTANCE[name] * _size(reported)
        if value.disputed:
            values = _one_each(reported)
            for s in values[:_VALUES]:
                yield Item(s.id, "disputed", g.id, 2 * weight, f"{name} is disputed: {len(values)} values")
        else:
            for s in reported:
                if s.id in value.chosen and s.assertion.score < _DOUBT:
                    doubt = 1 - s.assertion.score
                    yield Item(s.id, "doubtful", g.id, weight * doubt, f"read with a score of {s.assertion.score:.0%}")


def _one_each(said: Iterable[Said]) -> list[Said]:
    """The best-read assertion of each value, the value most often said first."""
    best: dict[object, Said] = {}
    often: Counter[object] = Counter()
    for s in said:
        key = key_of(s), s.assertion.polarity
        often[key] += 1
        if key not in best or s.assertion.score > best[key].assertion.score:
            best[key] = s
    return [best[key] for key, _ in often.most_common()]


def _size(said: Iterable[Said]) -> float:
    """A toll of hundreds matters more than one of two, but not a hundred times."""
    most = max((s.assertion.value.low for s in said if isinstance(s.assertion.value, Figure)), default=0)
    return 1 + math.log1p(most) / 4


def _new(g: Gathered) -> Iterator[Item]:
    current = g.current
    if len(current) == 1 and current[0].status != "background":
        yield Item(current[0].key, "new", g.id, _NEW, "a new incident with one report: does it tell of one, and which")


def _pairs(some: Iterable[Gathered]) -> Iterator[Item]:
    """Incidents near in time that are alike, but not so much that the linker joined them."""
    facts = {g.id: _facts(g) for g in some}
    by_day: dict[date, list[str]] = defaultdict(list)
    for pk, f in facts.items():
        by_day[date.fromisoformat(f.day_to)].append(pk)
    for day, here in by_day.items():
        near = [pk for n in range(_DAYS + 1) for pk in by_day.get(day + timedelta(days=n), ())]
        for one in here:
            for other in near:
                if one < other or (other not in here and one != other):
                    yield from _pair(one, other, facts)


def _pair(one: str, other: str, facts: Mapping[str, Facts]) -> Iterator[Item]:
    countries = {p.country_code for pk in (one, other) for p in facts[pk].places[:1] if p.country_code}
    if len(countries) > 1:
        return
    alike = likeness(facts[one], facts[other])
    if alike.score >= _MIDDLING:
        first, second = pair(one, other).split("+")
        why = f"may be one incident ({alike.score:.0%}): {'; '.join(alike.reasons)}"
        yield Item(f"{first}+{second}", "pair", first, _PAIR + alike.score, why)


def _facts(g: Gathered) -> Facts:
    """The facts of the report that tells most of the incident."""
    known = [from_plain(Facts, json.loads(r.facts)) for r in main_reports(g.current)]
    return max(known, key=lambda f: (f.dated, len(f.places), len(f.figures), f.key))


def _decided_by_others(rows: tuple[Judgement, ...], reviewer: str) -> Iterator[Item]:
    """Items that others decided, as they were just before the first of those decisions."""
    gone, shown = withdrawn(rows), set()
    for j in rows:
        if j.kind not in ACTS or j.author == reviewer or j.id in gone or j.subject in shown:
            continue
        if j.kind in ("split", "other_value"):
            continue  # such a decision is no answer to a question of the queue
        shown.add(j.subject)
        before = j.at - timedelta(microseconds=1)
        kind = "pair" if "+" in j.subject else "new" if "/" in j.subject else "disputed"
        told = details(j)
        where = j.subject.partition("+")[0] if kind == "pair" else _where(j, told)
        yield Item(
            j.subject, kind, where, 2 * IMPORTANCE.get(str(told.get("field")), 1.0), "to be judged twice", before
        )


def _where(j: Judgement, told: Mapping[str, object]) -> str:
    if incident := str(told.get("incident", "")):
        return incident
    document, _, name = str(told.get("report", "")).rpartition("/")
    held = View(j.at - timedelta(microseconds=1)).reading_of(document)
    found = dict(View(j.at - timedelta(microseconds=1)).incidents_in(held.id)) if held else {}
    return survivors((found[name],), j.at)[found[name]] if name in found else ""
