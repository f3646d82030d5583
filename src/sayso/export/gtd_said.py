"""Who is said to have done it, and who claims it, in the GTD shape.

A claim names the perpetrator there (``claimed`` 1); when the same group denies, ``guncertain`` is 1 and a note says so.
"""

from __future__ import annotations

from sayso.export.actors import Doer
from sayso.export.case import Case, CaseStatement
from sayso.export.codebooks import book
from sayso.export.flat import Cell, alternatives
from sayso.export.options import Options
from sayso.export.statements import CLAIM, claims, denials
from sayso.export.voices import is_named
from sayso.lang.privacy import is_public
from sayso.model import Figure

_MEDIA = (
    ("letter", 1), ("written statement", 1), ("e-mail", 4), ("email", 4), ("note", 5), ("video", 6), ("phone", 2),
    ("call", 2), ("forum", 7), ("website", 7), ("web site", 7), ("blog", 7), ("post", 7), ("online", 7),
    ("telegram", 7), ("twitter", 7), ("facebook", 7),
)  # fmt: skip
"""Words of a medium or of a document in the chain to the way a claim was made; the first that fits."""


def claim_cells(case: Case, by: Doer, options: Options) -> dict[str, Cell]:
    """gname and the claim columns: the first claims by public voices, else who is said to have done it."""
    public = [c for c in claims(case) if c.chain and is_public(c.chain[-1].kind)]
    # "two rival groups claim" names nobody: whoever is named claims; only without a name the words stand
    made_by = ([c for c in public if is_named(c.chain[-1].name, c.chain[-1].kind)] or public)[:3]
    denied = {s.speaker.casefold() for s in denials(case)}
    cells: dict[str, Cell] = {}
    names: list[tuple[str, tuple[str, ...], bool]] = [
        (c.speaker, (c.key,), c.speaker.casefold() in denied) for c in made_by
    ]
    if by.name and by.name.casefold() not in {n.casefold() for n, _, _ in names}:
        names = [*names, (by.name, by.ids, by.status == "suspected" or by.name.casefold() in denied)]
    other = alternatives(case, "perpetrator", by.ids)
    for n, (name, ids, doubt) in enumerate(names[:3], start=1):
        mark = "" if n == 1 else str(n)
        cells[f"gname{mark}"] = Cell(name, "derived", ids, other, "also denied by the group" if doubt else "")
        cells[f"guncertain{n}"] = Cell(int(doubt), "derived", ids)
    if not names:
        cells["gname"] = Cell("Unknown", "derived", (), other)
        cells["guncertain1"] = Cell(0)
    return {**cells, **_claimed(case, made_by), **_persons(case, by, options)}


def _claimed(case: Case, made_by: list[CaseStatement]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for n, claim in enumerate(made_by, start=1):
        mark = "" if n == 1 else str(n)
        mode = _mode(claim)
        cells[f"claim{mark}" if mark else "claimed"] = Cell(1, "derived", (claim.key,))
        cells[f"claimmode{mark}"] = Cell(mode, "derived", (claim.key,))
        cells[f"claimmode{mark}_txt"] = Cell(book("gtd")["claimmode"][str(mode)], "derived", (claim.key,))
    if made_by:
        cells["compclaim"] = Cell(int(len(made_by) > 1), "derived", tuple(c.key for c in made_by))
        return cells
    nobody = tuple(s.key for s in case.statements if s.kind == CLAIM and s.negated)
    return {"claimed": Cell(0 if nobody else -9, "derived", nobody), "compclaim": Cell(-9)}


def _mode(claim: CaseStatement) -> int:
    words = " ".join((claim.medium, *(f"{v.voice} {v.name}" for v in claim.chain if v.kind == "document"))).casefold()
    return next((code for word, code in _MEDIA if word in words), 10)


def _persons(case: Case, by: Doer, options: Options) -> dict[str, Cell]:
    rule = options.rule("attackers", case.rule)
    value = case.value("attackers", rule)
    count = value.datum.low if isinstance(value.datum, Figure) else -99
    alone = 1 if by.kind == "person" else 0 if by.kind == "group" and by.name else -9
    return {
        "individual": Cell(alone, "derived", by.ids),
        "nperps": Cell(count, value.rule, value.chosen, alternatives(case, "attackers", value.chosen)),
        "nperpcap": Cell(-99),
    }
