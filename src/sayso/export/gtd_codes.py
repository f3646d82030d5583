"""Attack, target and weapon codes of the GTD shape, from the taxonomy's codes and the words said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.export.actors import is_suicide, struck
from sayso.export.case import Case
from sayso.export.cells import joined
from sayso.export.codebooks import book, class_code, class_of, code_of, number_of
from sayso.export.flat import Cell, alternatives

_UNKNOWN_TARGET, _UNKNOWN_WEAPON = 20, 13
_UNKNOWN_SUBTYPE = {5: 5, 6: 16, 9: 27}
"""Weapon type to its subtype "unknown"."""
_BODY, _VEHICLE = 13, 15


def attack(case: Case) -> dict[str, Cell]:
    """attacktype1 with its text; a second type when the words of the weapon tell of a bomb in another attack."""
    value = case.value("type")
    first = _numbers(case)[0] or 9
    return _coded("attacktype1", first, "attacktype", value.chosen, alternatives(case, "type", value.chosen))


def weapons(case: Case) -> dict[str, Cell]:
    """weaptype1 to 4 with subtypes and texts; the type's own weapon when nobody names one."""
    found = list(_weapons(case))[:4]
    made: dict[str, Cell] = {}
    for n, (kind, sub, ids) in enumerate(found, start=1):
        made |= _coded(f"weaptype{n}", kind, "weaptype", ids)
        if sub:
            made |= _coded(f"weapsubtype{n}", sub, "weapsubtype", ids)
    said = [a for a in case.said("weapon") if a.assertion.polarity == "asserted"]
    if said:
        words = joined(str(a.assertion.value) for a in said)
        made["weapdetail"] = Cell(words, "derived", tuple(a.id for a in said))
    return made


def _weapons(case: Case) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """(type, subtype or 0, ledger ids) of each weapon, the type's own first when it is told, each once."""
    _, own, own_sub = _numbers(case)
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for a in case.said("weapon"):
        if a.assertion.polarity == "asserted" and isinstance(a.assertion.value, str):
            words = a.assertion.value
            kind = class_code(class_of(words, "weapons"), "weapons", "gtd")
            sub = number_of(words, "weapsubtype")
            sub = sub if sub in _subtypes(kind) else _UNKNOWN_SUBTYPE.get(kind, 0)
            if kind:
                found[kind, sub] = (*found.get((kind, sub), ()), a.id)
    suicide = [a.id for a in case.said("mode") if a.assertion.value == "suicide" and a.assertion.polarity == "asserted"]
    if own == 6 and is_suicide(case, "reviewed_first"):
        found = {(6, s if s in (_BODY, _VEHICLE) else _BODY) if k == 6 else (k, s): i for (k, s), i in found.items()}
        found.setdefault((6, _BODY), tuple(suicide))
    if not any(kind == own for kind, _ in found) and own:
        sub = own_sub if own_sub in _subtypes(own) else _UNKNOWN_SUBTYPE.get(own, 0)
        found = {(own, sub): case.value("type").chosen, **found}
    ordered = sorted(found, key=lambda key: (key[0] != own, key[1] in _UNKNOWN_SUBTYPE.values()))
    yield from ((kind, sub, found[kind, sub]) for kind, sub in ordered)


def _subtypes(kind: int) -> list[int]:
    return list(book("gtd")["weapsubtype_of"].get(str(kind), ()))


def targets(case: Case) -> dict[str, Cell]:
    """targtype1 to 3 with subtypes, texts and the words said; Unknown when nobody says what was attacked."""
    made: dict[str, Cell] = {}
    hit = struck(case)[:3]
    for n, one in enumerate(hit, start=1):
        sub = number_of(one.name, "targsubtype")
        known = book("gtd")["targsubtype"].get(str(sub))
        kind = known["targtype"] if known else class_code(one.kind, "targets", "gtd") or _UNKNOWN_TARGET
        made |= _coded(f"targtype{n}", kind, "targtype", one.ids)
        if known:
            made[f"targsubtype{n}"] = Cell(sub, "derived", one.ids)
            made[f"targsubtype{n}_txt"] = Cell(known["label"], "derived", one.ids)
        made[f"target{n}"] = Cell(one.name, "derived", one.ids)
    if not hit:
        made |= _coded("targtype1", _UNKNOWN_TARGET, "targtype", ())
    return made


def _numbers(case: Case) -> tuple[int, int, int]:
    """Attack type, weapon type and weapon subtype of the incident's type ("3 / 6 (11)"), 0 for none."""
    code = code_of(case.type, "gtd")
    match = re.match(r"(\d+)(?: or \d+)?(?: / (\d+)(?: \((\d+)\))?)?", code)
    if not match:
        return 0, _UNKNOWN_WEAPON, 0
    return int(match[1]), int(match[2] or _UNKNOWN_WEAPON), int(match[3] or 0)


def _coded(
    column: str, code: int, code_list: str, ids: tuple[str, ...], other: tuple[str, ...] = ()
) -> dict[str, Cell]:
    """A code and its text."""
    text = book("gtd")[code_list][str(code)]
    return {column: Cell(code, "derived", ids, other), f"{column}_txt": Cell(text, "derived", ids)}
