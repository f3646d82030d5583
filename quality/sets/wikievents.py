"""wikievents: attacker, target, victim and weapon of modern conflict news, in the five roles of MUC-4.

The set has no gold in that form: ``gold`` maps its argument roles (README of the set names the way).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.app.read import read
from sayso.model import Perpetrator, Unreadable

ROLES = {
    "Attacker": "Perp",
    "Target": "Target",
    "Victim": "Victim",
    "ExplosiveDevice": "Weapon",
    "Instrument": "Weapon",
}
ORGANISED = ("ORG", "GPE", "NORP")


def gold(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The set's own events as role fillers: one entity a cluster, its argument words as alternatives."""
    for doc in docs:
        cluster = {m: n for n, ids in enumerate(doc["entity_clusters"]) for m in ids}
        roles: dict[str, dict[Any, set[str]]] = defaultdict(lambda: defaultdict(set))
        for event in doc["events"]:
            for argument in event["arguments"]:
                role = ROLES.get(argument["role"])
                if role == "Perp":
                    role = "PerpOrg" if argument["entity_type"] in ORGANISED else "PerpInd"
                if role:
                    key = cluster.get(argument["entity"], argument["entity"])
                    roles[role][key].add(argument["text"].lower())
                    if isinstance(key, int):
                        roles[role][key].add(doc["informative_mentions"][key].lower())
        extracts = {r: [[{"text": t} for t in sorted(x)] for x in roles[r].values()] for r in _ALL}
        yield {"docid": doc["doc_id"], "extracts": extracts}


_ALL = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Read each line and give the role fillers of its reports."""
    for doc in docs:
        extracts: dict[str, list[list[str]]] = {r: [] for r in _ALL}
        try:
            reports = read(doc["text"]).reports
        except Unreadable:
            reports = ()
        for a in (a for r in reports for a in r.assertions):
            role = _role(a.field, a.value)
            if role and [a.text.lower()] not in extracts[role]:
                extracts[role].append([a.text.lower()])
        yield {"docid": doc["doc_id"], "extracts": extracts}


def _role(field: str, value: object) -> str | None:
    if isinstance(value, Perpetrator):
        return "PerpOrg" if value.kind in ("group", "organisation") else "PerpInd"
    return {"weapon": "Weapon", "target": "Target", "person": "PerpInd"}.get(field)
