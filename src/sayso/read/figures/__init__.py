"""Figures: how many were killed, injured, detained ..., how many devices, how far, how old."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.lang.en import casualties as words
from sayso.lang.en.numbers import SCALES, UNITS, VAGUE
from sayso.model import Document, Mention, Passage, Span
from sayso.read.animals import Animals, find_animals
from sayso.read.encoder.session import Encoder
from sayso.read.figures.casualties import counts
from sayso.read.figures.clause import Count
from sayso.read.figures.numerals import Numeral, find_numerals
from sayso.read.figures.things import measures, none_hurt, none_survived, things
from sayso.read.figures.tokens import Token, cover, tokenize, without_asides

_NAME = re.compile(words.NAME)
_TITLED = re.compile(words.TITLED)
_LONGEST_NAME = 5
_SURE = 0.5
"""Least score of a person's name that only the encoder sees."""
_WHOLE = re.compile(
    r"\b(?:family|crew)(?: \w+){0,2}$|^\w+ (?:\w+ )?(?:family|crew)$", re.I
)  # those counted, near the verb
_FAMILIES = re.compile(
    rf"(?:\d|\b(?:{'|'.join([*UNITS, *SCALES, *VAGUE, 'of'])}))\s(?:\w+\s)?(families|households)\b", re.I
)
MADE_BY = "figures.rules/1"
_CUE_WORDS = (
    set(words.PARTICIPLES) | set(words.ACTIVES) | set(words.STATES) | set(words.COUNT_NOUNS) | set(words.OF_NOUNS)
    | words.LEAVE | words.CUE_WORDS | set(words.MULTIPLE) | set(words.SELF_PHRASES)
    | words.FATAL | words.KILLING_NOUNS
)  # fmt: skip
_NO_NAMES = words.NOT_NAMES | set(words.PARTICIPLES) | set(words.ACTIVES) | set(words.STATES) | words.SELF
_HEADS = frozenset(word.split("-")[0] for word in _CUE_WORDS)
"""The first words of cues: a sentence without any counts nobody harmed."""
_RUN = re.compile(r"\w+")


def find_figures(
    document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...], encoder: Encoder | None = None
) -> tuple[Mention, ...]:
    """Figures in ``document``, ordered by place, as mentions of kind "figure".

    Args:
        document: the text.
        passages: its sentences; nothing is read across them.
        found: earlier mentions; persons among them let "X was shot" count one, numbers within dates count nobody.
        encoder: the released model; in a text in capitals throughout it sees which words are names of persons.

    Returns:
        Mentions with ``role`` = what is counted (killed, injured, missing, detained, displaced, hostages, attackers,
        devices, crowd, age, distance, money) and ``datum`` a Figure. The span covers the evidence words.
    """
    out: list[Mention] = []
    persons = _persons(document.text, found)
    if not persons and encoder is not None and document.text.isupper():
        persons = tuple(n.span for n in encoder.read(document.text).named if n.kind == "person" and n.score >= _SURE)
    dates = tuple(m.span for m in found if m.kind == "date")
    animals = find_animals(document.text)
    if animals:
        persons = tuple(p for p in persons if not any(p.overlaps(name) for name in animals.names))
    for passage in passages:
        best: dict[tuple[str, int], Count] = {}
        within = tuple(d for d in dates if d.overlaps(passage.span))
        for count in (_several(document.text, c) for c in _counts(document.text, passage, persons, within)):
            if animals and _of_animals(document.text, count, passage, animals):
                continue
            key = (count.role, count.span.end)
            if key not in best or best[key].score < count.score:
                best[key] = count
        out += [_mention(document.text, c) for c in _without_overlap(list(best.values()))]
    return tuple(sorted(out, key=lambda m: (m.span, m.role)))


def _persons(text: str, found: tuple[Mention, ...]) -> tuple[Span, ...]:
    """Spans of persons' names: those found before, else runs of capitalised words that are no place."""
    named = tuple(m.span for m in found if m.kind == "person")
    if named or text.isupper():
        return named
    other = [m.span for m in found if m.kind in {"place", "facility", "nationality", "date"}]
    runs = [Span(*m.span()) for m in _NAME.finditer(text)]
    runs += [Span(*m.span(1)) for m in _TITLED.finditer(text)]
    kept = (r for r in runs if _NO_NAMES.isdisjoint(w.lower() for w in r.of(text).split()))
    kept = (r for r in kept if len(r.of(text).split()) <= _LONGEST_NAME)  # longer runs are headlines
    full = [r for r in kept if not any(r.overlaps(o) for o in other)]
    return tuple(sorted([*full, *_surnames(text, full, other)]))


def _surnames(text: str, full: list[Span], other: list[Span]) -> list[Span]:
    """Where the last word of a name told in full before stands by itself ("Ana Petrov ... Petrov was killed")."""
    first: dict[str, int] = {}
    for name in full:
        first.setdefault(name.of(text).split()[-1], name.start)
    if not first:
        return []
    alone = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(first))) + r")\b(?!['’]s)")
    spans = (Span(*m.span()) for m in alone.finditer(text))
    taken = (*full, *other)
    return [s for s in spans if s.start > first[s.of(text)] and not any(s.overlaps(o) for o in taken)]


def _of_date(tokens: list[Token], n: Numeral, dates: tuple[Span, ...]) -> bool:
    """True when the number is part of a date, a time or a duration ("on 9 March", "for two weeks")."""
    span = cover(tokens, n.core, n.last)
    return n.qualifier != "indefinite" and any(d.contains(span) for d in dates)


def _counts(text: str, passage: Passage, persons: tuple[Span, ...], dates: tuple[Span, ...]) -> list[Count]:
    span = passage.span
    out = list(measures(text, span))
    if not any(c.isalnum() for c in span.of(text)):
        return out
    tokens = without_asides(tokenize(text, passage))
    numerals = [n for n in find_numerals(tokens) if not _of_date(tokens, n, dates)]
    out += things(tokens, numerals)
    if not _HEADS.isdisjoint(_RUN.findall(span.of(text).lower())):
        names = tuple(s for s in persons if span.contains(s))
        out += counts(text, tokens, numerals, names)
        out += none_hurt(text, span)
        out += none_survived(text, span)
    return out


def _several(text: str, count: Count) -> Count:
    """A family or a crew of no stated size is more than one; families are counted as such where nobody is harmed."""
    told = count.figure
    if (told.low, told.high) == (1, 1) and _WHOLE.search(count.span.of(text)):
        return replace(count, figure=replace(told, low=2, high=None, qualifier="at_least"))
    families = _FAMILIES.search(count.span.of(text))
    if families is None or told.low < 2 or told.unit:
        return count
    if count.role == "displaced":
        return replace(count, figure=replace(told, scope=families[1].lower(), unit=families[1].lower()))
    return replace(count, figure=replace(told, low=2 * told.low, high=None, qualifier="at_least"))


def _of_animals(text: str, count: Count, passage: Passage, animals: Animals) -> bool:
    """True when those counted are animals: the words name them and nobody else, or stand for them."""
    if count.rule == "pronoun":
        return animals.is_he(count.span.start, passage.span.start)
    if count.rule == "another":
        return animals.before(count.span.start, passage.span.start)
    if animals.hit_by(count.span.end, passage.span):
        return True
    said = {w.lower() for w in _RUN.findall(count.span.of(text))}
    return animals.within(count.span) and said.isdisjoint(words.PERSON_NOUNS)


def _without_overlap(found: list[Count]) -> list[Count]:
    """Of figures of one role that overlap, the surest, then the longest."""
    kept: list[Count] = []
    for count in sorted(found, key=lambda c: (-c.score, -len(c.span), c.span)):
        if not any(count.role == k.role and count.span.overlaps(k.span) for k in kept):
            kept.append(count)
    return kept


def _mention(text: str, count: Count) -> Mention:
    words_ = count.span.of(text)
    return Mention(
        kind="figure", span=count.span, text=words_, name=words_, role=count.role, datum=count.figure,
        made_by=f"{MADE_BY}:{count.rule}", score=count.score,
    )  # fmt: skip
