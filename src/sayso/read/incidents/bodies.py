"""Names of bodies among perpetrators: where one begins and ends, and words that name none."""

from __future__ import annotations

import re

from sayso.lang.armed_groups import groups_in
from sayso.lang.en.incidents import DESCRIBING, UNIT
from sayso.model import Span
from sayso.read.incidents.triggers import pattern

_UNIT = pattern(UNIT)
_WORD = re.compile(r"[\w'’-]+")
_GAP = re.compile(r"[\s\"“”]*")
_IN_BRACKETS = re.compile(r"\s*[\"”]?\s*[(\[]\s*[\"“]?")


def body_at(text: str, span: Span, peoples: tuple[Span, ...] = ()) -> Span | None:
    """The name of the body that ``span`` means; None when its words only describe somebody.

    A known armed group goes by its own name ("the so-called Red Brigades" is "Red Brigades"), also when that stands
    right behind ``span``; one of its parts ("the FARC's 12th front") keeps all words. Other names stay as they are.

    Args:
        text: the text of the document.
        span: the words taken for a name.
        peoples: where peoples and places are named: these words alone are no body either.
    """
    inside = [s for s, _ in groups_in(text) if span.contains(s)]
    rest = " ".join(_without(text, span, inside).split())
    if len(inside) == 1:
        return span if _UNIT.search(rest) else inside[0]
    if inside or not _describes(text, span, peoples):
        return span
    return next((s for s, _ in groups_in(text) if s.start == _next(text, span)), None)


def body_name(name: str) -> str:
    """The name of the body in ``name``; "" when that only describes somebody ("the rebel group")."""
    found = body_at(name, Span(0, len(name)))
    return found.of(name) if found is not None else ""


def in_brackets(text: str, before: Span, span: Span) -> bool:
    """True for a short form that stands in brackets right behind the name: "Red Brigades (BR)"."""
    return before.end <= span.start and bool(_IN_BRACKETS.fullmatch(text, before.end, span.start))


def _without(text: str, span: Span, names: list[Span]) -> str:
    edges = [span.start, *(e for s in names for e in (s.start, s.end)), span.end]
    return " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _next(text: str, span: Span) -> int:
    gap = _GAP.match(text, span.end)
    return gap.end() if gap else span.end


def _describes(text: str, span: Span, peoples: tuple[Span, ...]) -> bool:
    """True when every word is one that only describes, a number, or the name of a people or a place."""
    return all(
        w.group().lower() in DESCRIBING or w.group()[0].isdigit() or any(p.contains(Span(*w.span())) for p in peoples)
        for w in _WORD.finditer(text, span.start, span.end)
    )
