"""What the encoder says by itself, without a rule, in the forms of the scorers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from sayso.app.read import house_encoder
from sayso.model import Document, SaysoError
from sayso.read.encoder import labels
from sayso.read.encoder.attributions import Attributed
from sayso.read.encoder.happenings import happenings
from sayso.read.encoder.named import names
from sayso.read.encoder.session import Encoded, Encoder
from sayso.read.incidents.learned import same_name
from sayso.read.passages import split_passages

_NER = {"person": "Person", "organisation": "Organization", "place": "Location", "facility": "Facility",
        "nationality": "NORP"}  # fmt: skip
_MUC = dict(zip(labels.ROLES, ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon"), strict=True))
TYPE_GATE = 0.5
"""Least probability of a type, in the surest sentence, for a template."""
SENTENCE_GATE = 0.3
"""Least probability of that type in a sentence whose fillers are taken."""
Row = dict[str, Any]


def _encoder() -> Encoder:
    found = house_encoder()
    if found is None:
        raise SaysoError("there is no encoder", "release one, or name its folder in SAYSO_ENCODER")
    return found


def polnear(docs: Iterable[Row]) -> Iterator[Row]:
    """For each line with ``id`` and ``text`` its outermost attributions."""
    for doc in docs:
        yield _attributions(doc["id"], _encoder().read(doc["text"]).attributions(), nested=False)


def gum(docs: Iterable[Row]) -> Iterator[Row]:
    """For each line with ``id`` and ``text`` all its attributions with their parents."""
    for doc in docs:
        yield _attributions(doc["id"], _encoder().read(doc["text"]).attributions(), nested=True)


def _attributions(name: str, found: Sequence[Attributed], *, nested: bool) -> Row:
    rows: list[Row] = []
    for number, one in enumerate(found):
        around = [
            (sum(len(s) for s in other.content), n)
            for n, other in enumerate(found)
            if n != number and any(s.contains(c) for s in other.content for c in one.cue)
        ]
        if around and not nested:
            continue
        spans = {part: [[s.start, s.end] for s in getattr(one, part)] for part in ("source", "cue", "content")}
        negated = one.told.get("polarity", ("said", 1.0))[0] == "negated"
        parent = {"parent": f"E{min(around)[1]}"} if around else {}
        rows.append({"id": f"E{number}", **spans, **parent, "kind": "negative" if negated else "positive"})
    return {"id": name, "attributions": rows}


def worldwide(docs: Iterable[Row]) -> Iterator[Row]:
    """For each line with ``id`` and ``text`` its names."""
    for doc in docs:
        found = _encoder().read(doc["text"]).named
        entities = [
            {"span": [n.span.start, n.span.end], "type": _NER[n.kind]} for n in found if n.kind in _NER
        ]  # fmt: skip
        yield {"id": doc["id"], "entities": entities}


def muc4(docs: Iterable[Row]) -> Iterator[Row]:
    """A template for each type that a sentence tells of, with the fillers of the sentences that tell of it most."""
    for doc in docs:
        text = doc["text"][doc.get("body_start", 0) :]
        yield _templates(doc["docid"], _encoder().read(text))


def _templates(name: str, seen: Encoded) -> Row:
    passages = split_passages(Document("", "", seen.text))
    told = [(passages[n].span, chances) for n, chances in happenings(seen, passages)]
    best = np.max([chances for _, chances in told], axis=0) if told else np.zeros(len(labels.HAPPENINGS))
    kinds = [n for n, chance in enumerate(best) if chance >= TYPE_GATE]
    templates: dict[int, Row] = {
        n: {"incident_type": labels.HAPPENINGS[n], **{r: [] for r in _MUC.values()}} for n in kinds
    }
    for one in names(seen.words, seen.scores["roles"], labels.ROLES):
        chances = next((c for span, c in told if span.start <= one.span.start < span.end), None)
        if chances is None or not kinds:
            continue
        kind = max(kinds, key=lambda n: float(chances[n]))
        if chances[kind] >= SENTENCE_GATE:
            templates[kind][_MUC[one.kind]].append(" ".join(one.span.of(seen.text).split()))
    for template in templates.values():
        for role in _MUC.values():
            template[role] = [[m] for m in distinct(template[role])]
    merged = {
        role: [[m] for m in distinct([e[0] for t in templates.values() for e in t[role]])] for role in _MUC.values()
    }
    return {"docid": name, "templates": list(templates.values()), "extracts": merged}


def distinct(mentions: Sequence[str]) -> list[str]:
    """One mention per entity: equal heads with one's words among the other's are one, the longer name stays."""
    kept: list[str] = []
    for mention in sorted(mentions, key=len, reverse=True):
        if not any(same_body(mention.lower(), k.lower()) for k in kept):
            kept.append(mention)
    return kept


def same_body(one: str, other: str) -> bool:
    """True for two names of one in lower case: :func:`same_name`, or one is the initials of the other."""
    return bool(one and other) and (same_name(one, other) or one == _initials(other) or other == _initials(one))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if len(word) > 2)
