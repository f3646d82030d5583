"""What the encoder adds to an account: perpetrators, targets and weapons in its passages that no rule has found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from sayso.model import Assertion, Mention, Perpetrator
from sayso.model.assertion import Field
from sayso.read.encoder.roles import MADE_BY
from sayso.read.incidents.accounts import Account
from sayso.read.incidents.material import Material
from sayso.read.incidents.perpetrators import VIOLENT, status_of
from sayso.read.incidents.values import make
from sayso.taxonomy import load_taxonomy

_FIELDS = {
    "perpetrator_person": "perpetrator", "perpetrator_organisation": "perpetrator", "target": "target",
    "weapon": "weapon",
}  # fmt: skip
_MOST = {"perpetrator": 3, "target": 3, "weapon": 3}


def from_roles(material: Material, account: Account, found: Sequence[Assertion]) -> Iterator[Assertion]:
    """Values on the words to which the encoder gives a role, each name once.

    Args:
        material: the document.
        account: whose passages are looked at.
        found: what the rules have: words that they use are left to them, and so is a field that they have filled.
    """
    if load_taxonomy().family(account.type) not in VIOLENT:
        return
    filled = {a.field for a in found}
    seen: dict[str, set[str]] = {}
    for mention in _mentions(material, account):
        field = _FIELDS[mention.role]
        words = " ".join(mention.text.lower().split())
        used = any(a.field == field and a.span.overlaps(mention.span) for a in found)
        known = seen.setdefault(field, set())
        if used or words in known or len(known) >= _MOST[field] or (field == "perpetrator" and field in filled):
            continue
        known.add(words)
        yield _value(material, cast(Field, field), mention)


def _mentions(material: Material, account: Account) -> Iterable[Mention]:
    for number in account.passages:
        for mention in material.by_passage.get(number, ()):
            if mention.made_by == MADE_BY and mention.role in _FIELDS:
                yield mention


def _value(material: Material, field: Field, mention: Mention) -> Assertion:
    words = " ".join(mention.text.split())
    if field != "perpetrator":
        value: object = words.lower() if field == "weapon" else words
        return make(material, field, value, mention.span, score=mention.score, rule=f"{field}-encoder")
    upper = material.document.text.isupper()
    named = any(w[0].isupper() for w in words.split()) and (not upper or mention.role != "perpetrator_person")
    status, kind = (
        status_of(material, mention.span, named),
        "group" if mention.role.endswith("organisation") else "person",
    )
    perpetrator = Perpetrator(words, status, named, kind)  # type: ignore[arg-type]
    return make(material, field, perpetrator, mention.span, score=mention.score, rule="perpetrator-encoder")
