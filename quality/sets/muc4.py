"""muc4: incident templates in the form of both scorers, roles (muc4.py) and slots (muc4_slots.py), on one line.

General conventions of the keys that the prediction follows: an earlier incident counts too unless its day lies more than
a season back; without a place in the text the country is the dateline's, else that of most of its places, peoples and
armed groups; without a day it is "on or before" the day of the message; the place is a path, so a place gives its own
name, the words of the text and its region; "this capital" is the dateline's place; an actor whom a speaker names is
reported as fact.
"""

# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from quality.sets.encoder_only import distinct, same_body
from sayso.app.read import house_encoder, read
from sayso.gazetteer import open_gazetteer
from sayso.lang.armed_groups import group_of, groups_in, same_group
from sayso.model import Assertion, Figure, Perpetrator, Place, Reading, Report, Span, Statement, Unreadable, When
from sayso.read.encoder.happenings import Happening, find_happenings
from sayso.read.encoder.status import status
from sayso.read.incidents import find_reports
from sayso.read.incidents.material import Material, first_day

_TYPES = {
    "bombing": "bombing", "armed_attack": "attack", "assassination": "attack", "stabbing": "attack", "shelling": "attack",
    "air_strike": "attack", "missile_attack": "attack", "hijacking": "attack", "sabotage": "attack", "kidnapping": "kidnapping",
    "hostage_taking": "kidnapping", "arson": "arson", "poisoning": "attack", "vehicle_ramming": "attack", "armed_clash": "attack", "use_of_force": "attack",
}  # fmt: skip
_STAGES = {"happened": "accomplished", "background": "accomplished", "attempted": "attempted", "foiled": "attempted", "threatened": "threatened"}  # fmt: skip
_CONFIDENCE = {"claimed": "claimed", "suspected": "suspected", "accused": "suspected", "charged": "suspected_by_authorities", "convicted": "fact", "stated": "fact", "unknown": "possible"}  # fmt: skip
MOST_DAYS = 100
MOST_VICTIMS = 6
_FORCES = re.compile(r"\b(?:army|armed forces|air force|government|police|military)\b", re.I)
_SHORT_FORM = re.compile(r"\s*\"?\s*[(\[]\s*([A-Z][\w-]+)\s*[)\]]")
_WEARING = re.compile(r"\b(?:wearing|dressed|disguised|in)\b", re.I)
_HERE = re.compile(r"\bthis (?:capital|city|town)\b", re.I)
_BLAST = re.compile(r"bomb|explo|dynamit|blast|blew|blown|grenade", re.I)


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Read the body of each message and give its templates; merged ``extracts`` stand beside them."""
    for doc in docs:
        try:
            reading = read(message(doc), published=doc.get("doc_date"))
        except Unreadable:
            yield {"docid": doc["docid"], "templates": [], "extracts": {}}
            continue
        yield row(doc, _eager(reading))


def _eager(reading: Reading) -> Reading:
    """With every incident that there may be: the keys hold all that an article tells, however briefly."""
    reports, statements = find_reports(
        reading.document,
        reading.passages,
        reading.mentions,
        reading.statements,
        house_encoder(),
        open_gazetteer(),
        True,
    )
    return replace(reading, reports=reports, statements=statements)


def message(doc: dict[str, Any]) -> str:
    """The message as a report: its dateline ("LIMA, 4 JAN 90 (AFP) --"), then the body, without "[TEXT]" and the like."""
    body = doc["text"][doc.get("body_start", 0) :].lstrip()
    raw = ((doc.get("dateline") or {}).get("raw") or "").strip()
    return f"{raw} {body}" if raw and not raw.startswith("CLANDESTINE") else body


def row(doc: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """The prediction of one message from its reading."""
    seen = _happenings(reading)
    keyed = [r for r in reading if r.type in _TYPES and _keyed(reading, r) and _relevant(reading, r, seen)]
    templates = [_template(reading, r, len(keyed) == 1) for r in keyed]
    return {"docid": doc["docid"], "templates": templates, "extracts": _merged(templates)}


def _happenings(reading: Reading) -> tuple[Happening, ...] | None:
    encoder = house_encoder()
    return find_happenings(reading.document, reading.passages, encoder) if encoder is not None else None


def _relevant(reading: Reading, report: Report, seen: tuple[Happening, ...] | None) -> bool:
    """False when the encoder, which learned the keys' notion of relevance, sees no such happening where it is told."""
    own = {n for n, p in enumerate(reading.passages) if any(p.span.contains(a.span) for a in report.assertions)}
    return seen is None or any(h.kind == _TYPES[report.type] and h.passage in own for h in seen)


def _keyed(reading: Reading, report: Report) -> bool:
    """True for what the keys hold: an earlier incident too, unless its day lies more than a season back."""
    published = reading.document.published
    days = [a.value for a in _of(report, "happened") if isinstance(a.value, When)]
    first = next((d for w in days if (d := first_day(w)) is not None), None)
    if first is not None and published is not None and (published.value - first).days > MOST_DAYS:
        return False
    return (
        report.status != "background"
        or first is not None
        or any(_of(report, field) for field in ("killed", "injured", "place", "target", "perpetrator"))
    )


def _template(reading: Reading, report: Report, only: bool) -> dict[str, Any]:
    kind = _TYPES[report.type]
    if report.type == "sabotage" and any(_BLAST.search(a.text) for a in report.assertions):
        kind = "bombing"
    out: dict[str, Any] = {
        "incident_type": kind, "type": kind, "stage": _STAGES[report.status], "PerpInd": [], "PerpOrg": [],
        "Target": [[_words(a.text)] for a in _of(report, "target") if not _people(reading, a.span)], "Weapon": [[_words(a.text)] for a in _of(report, "weapon")],
        "Victim": [[_words(text)] for text in _victims(reading, report, only)],
    }  # fmt: skip
    _who(reading, report, out)
    _when_and_where(reading, report, out)
    for field in ("killed", "injured"):
        found = [a.value for a in _of(report, field) if isinstance(a.value, Figure) and a.value.high != 0]
        if found:
            out[field] = {"min": found[0].low, "max": found[0].high}
    return {k: v for k, v in out.items() if v not in (None, "")}


def _people(reading: Reading, span: Span) -> bool:
    """True for words that name people: the targets of the keys are things."""
    return any(m.span.contains(span) for m in reading.mentions if m.kind in {"person", "pronoun"})


def _victims(reading: Reading, report: Report, only: bool) -> list[str]:
    """Those whom the encoder sees as victims in the report's sentences, or anywhere when it is the only one; by rule
    alone, names in the words of a toll or right behind the word that tells the type."""
    own = [p.span for p in reading.passages if any(p.span.contains(a.span) for a in report.assertions)]
    seen = [m.text for m in reading.mentions if m.role == "victim" and (only or any(s.contains(m.span) for s in own))]
    if seen:
        return distinct([_words(text) for text in seen])[:MOST_VICTIMS]
    tolls = [a.span for a in report.assertions if a.field in {"killed", "injured", "hostages"}]
    after = [Span(a.span.end, a.span.end + 60) for a in _of(report, "type") if report.family == "attack"]
    found = [m.text for m in reading.mentions if m.kind == "person" and any(m.span.overlaps(s) for s in tolls + after)]
    return list(dict.fromkeys(found))[:3]


def _who(reading: Reading, report: Report, out: dict[str, Any]) -> None:
    statements = {s.id: s for s in reading.statements}
    organisations: list[dict[str, Any]] = []
    encoder = house_encoder()
    seen = encoder.read(reading.document.text) if encoder is not None and reading.document.text.isupper() else None
    for a in _of(report, "perpetrator"):
        value = a.value
        if not isinstance(value, Perpetrator) or value.status == "denied":
            continue
        if _is_body(reading, a, value):
            out["PerpOrg"].append([_words(value.name if a.made_by.endswith("perpetrator-meant") else a.text)])
            told = a.made_by.endswith("perpetrator-stated")
            confidence = "fact" if told else _confidence(value, statements.get(a.statement or ""))
            if seen is not None and (sure := status(seen, _named_so(reading, a.text))) is not None:
                confidence = sure[0]
            names = list(dict.fromkeys((_words(value.name), _words(a.text), *_other_names(reading, a, value.name))))
            _add(organisations, names, confidence)
        else:
            out["PerpInd"].append([_words(a.text)])
    if organisations:
        out["perp_org"] = organisations


def _named_so(reading: Reading, words: str) -> list[Span]:
    return [Span(*m.span()) for m in re.finditer(re.escape(words), reading.document.text)]


def _is_body(reading: Reading, a: Assertion, value: Perpetrator) -> bool:
    """True for an organisation of the keys: a body with a name, or a force of a state; not for one of its people."""
    if any(m.kind == "person" and m.span.overlaps(a.span) for m in reading.mentions):
        return False
    named = value.named and value.kind in {"group", "organisation", "official"}
    return named or bool(_FORCES.search(_WEARING.split(value.name)[0]))


def _other_names(reading: Reading, a: Assertion, name: str) -> list[str]:
    """What else the text calls a body: a short form in brackets behind its name, and the names of an armed group."""
    text, known = reading.document.text, group_of(name)
    short = _SHORT_FORM.match(text, a.span.end)
    found = [_words(span.of(text)) for span, group in groups_in(text) if group == known] if known else []
    return [*([_words(short[1])] if short else []), *found]


def _one(name: str, other: str) -> bool:
    return same_body(name, other) or same_group(name.upper(), other.upper())


def _add(organisations: list[dict[str, Any]], names: list[str], confidence: str) -> None:
    """Adds a body, or its names to one that is there: the same last word, the initials of the other, or
    another name of the same armed group."""
    same = next((o for o in organisations if any(_one(a, b) for a in o["org"] for b in names)), None)
    if same is None:
        organisations.append({"org": names, "confidence": confidence})
    else:
        same["org"] = list(dict.fromkeys((*same["org"], *names)))


def _confidence(value: Perpetrator, statement: Statement | None) -> str:
    official = statement is not None and statement.attribution and statement.attribution[-1].kind == "official"
    if value.status in {"suspected", "accused"} and official:
        return "suspected_by_authorities"
    return _CONFIDENCE.get(value.status, "possible")


def _when_and_where(reading: Reading, report: Report, out: dict[str, Any]) -> None:
    published = reading.document.published
    whens = [a.value for a in _of(report, "happened") if isinstance(a.value, When)]
    day = next((w.value for w in whens if w.value and len(w.value) >= 10), None)
    if day:
        out["date"] = day[:10]
    elif published:
        out["date"] = {"start": None, "end": published.value.isoformat()}
    told = [
        a for a in _of(report, "place") if not a.made_by.endswith("dateline") or _HERE.search(reading.document.text)
    ]
    found = [(a.value, a.text) for a in told if isinstance(a.value, Place)]
    home = _home(reading)
    out["country"] = next((p.country for p, _ in found if p.country), home)
    names = [n for p, text in found if p.precision != "country" for n in _called(p, text)]
    out["places"] = list(dict.fromkeys(n for n in names if n and n != out["country"]))


def _called(place: Place, text: str) -> tuple[str, ...]:
    """The names of a place; the keys tell a city from the department of its name by "(CITY)" behind it."""
    said = " ".join(text.split())
    city = (f"{said} CITY", f"{place.name} CITY") if place.precision == "settlement" else ()
    return (place.name, said, place.admin1, *city)


def _home(reading: Reading) -> str:
    """The country of the dateline, else the one that most places, peoples and armed groups of the text are of."""
    material = Material(
        reading.document, reading.passages, reading.mentions, reading.statements, gazetteer=open_gazetteer()
    )
    entry = open_gazetteer().country(material.home) if material.home else None
    return entry.name if entry is not None else ""


def _of(report: Report, field: str) -> list[Assertion]:
    return [a for a in report.assertions if a.field == field and a.polarity == "asserted"]


def _words(text: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", " ".join(text.lower().split()))


def _merged(templates: list[dict[str, Any]]) -> dict[str, list[list[str]]]:
    out: dict[str, list[list[str]]] = {}
    for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon"):
        entities: list[list[str]] = []
        for template in templates:
            entities += [e for e in template[role] if e not in entities]
        out[role] = entities
    return out
