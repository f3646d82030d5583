"""Which armed group unnamed doers are: "the rebels", in a text that names only one group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.lang.armed_groups import group_of, groups_in
from sayso.lang.en.incidents import INSURGENTS
from sayso.model import Assertion, Mention, Perpetrator
from sayso.read.incidents.bodies import body_at
from sayso.read.incidents.material import Material
from sayso.read.incidents.perpetrators import status_of
from sayso.read.incidents.triggers import pattern
from sayso.read.incidents.values import make

_INSURGENTS = pattern(INSURGENTS)


def names_body(a: Assertion) -> bool:
    """True for a perpetrator with a name that is no person's."""
    value = a.value
    return isinstance(value, Perpetrator) and value.named and value.kind != "person"


def group_meant(material: Material, found: Sequence[Assertion]) -> Iterator[Assertion]:
    """The only armed group of the text, on the first words that tell of its people without a name.

    Args:
        material: the document.
        found: what an account has; nothing is added when a body is named there.
    """
    if any(names_body(a) for a in found):
        return
    doers = [a for a in found if isinstance(a.value, Perpetrator) and not a.value.named and _INSURGENTS.search(a.text)]
    name = _only_group(material) if doers else ""
    if name:
        first = min(doers, key=lambda a: a.span)
        value = Perpetrator(name, status_of(material, first.span, True), True, "group")
        yield make(material, "perpetrator", value, first.span, score=0.6, rule="perpetrator-meant")


def _only_group(material: Material) -> str:
    """The name of the only armed group named in the text, as it stands there first; "" when there are none or more."""
    text = material.document.text
    known = groups_in(text)
    if len({group for _, group in known}) != 1 or any(_is_other(text, m) for m in material.mentions):
        return ""
    return " ".join(known[0][0].of(text).split())


def _is_other(text: str, m: Mention) -> bool:
    """True for a group that has a name and is not in the list of known ones."""
    return m.kind == "group" and not group_of(m.name) and not group_of(m.text) and body_at(text, m.span) is not None
