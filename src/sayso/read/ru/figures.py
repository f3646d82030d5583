"""Russian figures: a number and a word of harm in one clause belong together, the nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lang.ru import casualties as ru
from sayso.lang.ru import numbers
from sayso.model import Document, Figure, Mention, Passage, Span
from sayso.read.ru.morph import Word, words_of

MADE_BY = "figures-ru/1"
_REACH = 9
_NOBODY = re.compile("|".join(ru.NOBODY), re.I)
_VERBS = {"VERB", "PRTS", "PRTF"}


@dataclass(frozen=True, slots=True)
class _Number:
    first: int
    last: int
    low: int
    high: int | None
    qualifier: str


def find_figures(document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """As :func:`sayso.read.figures.find_figures`, for Russian text."""
    dates = tuple(m.span for m in found if m.kind == "date")
    out: list[Mention] = []
    for passage in passages:
        words = words_of(document.text, passage.span.start, passage.span.end)
        out += _counted(document.text, words, dates)
        out += _none_hurt(document.text, passage.span)
        out += _devices(document.text, words)
    return tuple(sorted(out, key=lambda m: (m.span, m.role)))


def _counted(text: str, words: list[Word], dates: tuple[Span, ...]) -> Iterator[Mention]:
    cues = [(i, role) for i, w in enumerate(words) if (role := _role(words, i))]
    if not cues:
        return
    held = [n for n in _numbers(words) if _counts_people(words, n) and not _in(words, n, dates)]
    taken: set[int] = set()
    used: set[int] = set()
    pairs = sorted((_far(words, n, i), k, i, role) for k, n in enumerate(held) for i, role in cues)
    for far, k, i, role in pairs:
        if far <= _REACH and k not in taken and i not in used:
            taken.add(k)
            used.add(i)
            yield _mention(text, words, held[k], i, role)
    for far, k, i, role in pairs:  # "five men and three women were killed": one word of harm, several numbers
        if far <= _REACH and k not in taken and not _cue_between(held[k], i, cues) and _joined(words, held, k):
            taken.add(k)
            yield _mention(text, words, held[k], i, role)
    yield from _single(text, words, cues, used, bool(held))


def _role(words: list[Word], i: int) -> str:
    word = words[i]
    if not word.forms:
        return ""
    for role, lemmas in ru.CUES.items():
        if word.lemmas & lemmas and not (i and words[i - 1].low == "не"):
            return role
    return ""


def _numbers(words: list[Word]) -> Iterator[_Number]:
    at = 0
    while at < len(words):
        got = _number(words, at)
        if got is None:
            at += 1
            continue
        yield _qualified(words, got)
        at = got.last + 1


def _number(words: list[Word], at: int) -> _Number | None:
    total = current = 0
    end = at
    while end < len(words):
        value, scale = _unit(words[end]), _scale(words[end])
        if value is not None and (end == at or not words[end].text[0].isdigit() or words[end - 1].text.isdigit()):
            current += value if not (end > at and words[end].text.isdigit()) else 0
            current = (
                current * 1000 + value
                if end > at and words[end].text.isdigit() and len(words[end].text) == 3
                else current
            )
        elif scale and (end > at or words[end].text.isalpha()):
            total, current = total + max(current, 1) * scale, 0
        else:
            break
        end += 1
    if end == at:
        vague = next((numbers.VAGUE[f] for f in sorted(words[at].lemmas) if f in numbers.VAGUE), None)
        plural = words[at].low in ("несколько", "нескольких", "множество") or words[at].can("plur")
        return _Number(at, at, vague, None, "vague") if vague and plural else None
    if end - at == 1 and _scale(words[at]) and words[at].can("plur"):
        return _Number(at, at, 2 * (_scale(words[at]) or 1), None, "vague")
    first = total + current
    if end + 1 < len(words) and words[end].text in "-–—" and (upper := _unit(words[end + 1])) and upper > first:
        return _Number(at, end + 1, first, upper, "range")
    return _Number(at, end - 1, first, first, "exact")


def _unit(word: Word) -> int | None:
    if word.text.isdigit():
        return int(word.text) if len(word.text) < 9 else None
    return next((numbers.UNITS[f] for f in sorted(word.lemmas) if f in numbers.UNITS), None) if word.forms else None


def _scale(word: Word) -> int | None:
    return next((numbers.SCALES[f] for f in sorted(word.lemmas) if f in numbers.SCALES), None) if word.forms else None


def _qualified(words: list[Word], n: _Number) -> _Number:
    before = " ".join(w.low for w in words[max(0, n.first - 3) : n.first])
    fits = [(p, how) for p, how in numbers.QUALIFIERS if before == p or before.endswith(f" {p}")]
    if not fits or n.qualifier in ("range", "vague"):
        return n
    phrase, how = max(fits, key=lambda f: len(f[0]))
    first = n.first - len(phrase.split())
    if how == "more_than":
        return _Number(first, n.last, n.low + 1, None, "at_least")
    if how == "at_least":
        return _Number(first, n.last, n.low, None, how)
    return _Number(first, n.last, 0 if how == "at_most" else n.low, n.high, how)


def _counts_people(words: list[Word], n: _Number) -> bool:
    """False before a unit of time, length or money, in an age, a time of day or a school's number."""
    following = [w for w in words[n.last + 1 : n.last + 4] if w.forms]
    before = words[n.first - 1] if n.first else None
    if before is not None and (before.text in "№:" or before.low in ("года", "статьи", "ст")):
        return False
    after = words[n.last + 1] if n.last + 1 < len(words) else None
    if after is not None and (after.text in "%:" or after.low.endswith(("летний", "летняя", "летнего", "летнюю"))):
        return False
    if (
        words[n.first].text.isdigit()
        and n.low > 1900
        and n.low < 2100
        and not (following and following[0].lemmas & ru.PEOPLE)
    ):
        return False
    for word in following:
        if word.lemmas & ru.NOT_PEOPLE:
            return False
        if word.pos == "NOUN" or word.lemmas & ru.PEOPLE:
            return True
    return True


def _in(words: list[Word], n: _Number, dates: tuple[Span, ...]) -> bool:
    span = Span(words[n.first].start, words[n.last].end)
    return any(d.overlaps(span) for d in dates)


def _far(words: list[Word], n: _Number, cue: int) -> int:
    """Words between a number and a word of harm, clause breaks and other verbs counted more, asides not at all."""
    left, right = (cue, n.first) if cue < n.first else (n.last, cue)
    asides = _asides(words)
    if any(a < n.first < b and not a < cue < b for a, b in asides):
        return 2 * _REACH  # a part of another number ("27 people, among them three children, died")
    between = [w for k, w in enumerate(words) if left < k < right and not any(a <= k <= b for a, b in asides)]
    stops = sum(3 for w in between if w.text in ",;:—–") + sum(2 for w in between if w.low in ("и", "а", "еще"))
    verbs = sum(2 for w in between if w.pos == "VERB" and not any(w.lemmas & c for c in ru.CUES.values()))
    return len(between) + stops + verbs


def _asides(words: list[Word]) -> list[tuple[int, int]]:
    """(comma before, comma or end after) of ", в том числе ...,", ", включая ...,"."""
    out = []
    for i, word in enumerate(words[:-2]):
        following = " ".join(w.low for w in words[i + 1 : i + 4])
        if word.text == "," and following.startswith(ru.INCLUDING):
            end = next((k for k in range(i + 2, len(words)) if words[k].text in ",;.—"), len(words) - 1)
            out.append((i, end))
    return out


def _cue_between(n: _Number, cue: int, cues: list[tuple[int, str]]) -> bool:
    left, right = (cue, n.first) if cue < n.first else (n.last, cue)
    return any(left < i < right for i, _ in cues)


def _joined(words: list[Word], held: list[_Number], k: int) -> bool:
    return any(
        words[i].low == "и" for other in held if other is not held[k]
        for i in (held[k].first - 1, other.first - 1) if i >= 0 and abs(other.first - held[k].first) < 8
    )  # fmt: skip


def _single(
    text: str, words: list[Word], cues: list[tuple[int, str]], used: set[int], counted: bool
) -> Iterator[Mention]:
    """ "погиб полицейский": a verb in the singular beside one person counts one."""
    for i, role in cues:
        word = words[i]
        if (
            i in used
            or role == "displaced"
            or word.pos not in _VERBS
            or not word.can("sing")
            or word.can("neut", "sing")
        ):
            continue
        for j in [*range(i + 1, min(len(words), i + 4)), *range(i - 1, max(-1, i - 4), -1)]:
            person = words[j]
            if person.text in ",.;:—" and j > i:
                break
            if person.lemmas & ru.PEOPLE and any(
                f.number == "sing" and f.case in ("nomn", "accs") for f in person.forms
            ):
                yield _mention(text, words, _Number(j, j, 1, 1, "exact"), i, role, 0.6 if counted else 0.75)
                break


def _mention(text: str, words: list[Word], n: _Number, cue: int, role: str, score: float = 0.85) -> Mention:
    span = Span(min(words[n.first].start, words[cue].start), max(words[n.last].end, words[cue].end))
    noun = next((w for w in words[n.last + 1 : n.last + 4] if w.lemmas & ru.PEOPLE), words[cue])
    attackers = bool((noun.lemmas | words[n.first].lemmas) & ru.ATTACKERS)
    figure = Figure(n.low, n.high, "attackers" if attackers else "victims", n.qualifier)
    said = span.of(text)
    return Mention("figure", span, said, said, role=role, datum=figure, made_by=MADE_BY, score=score)


def _devices(text: str, words: list[Word]) -> Iterator[Mention]:
    """ "два взрыва", "три самодельных взрывных устройства"."""
    for n in _numbers(words):
        noun = next((k for k, w in enumerate(words[n.last + 1 : n.last + 4], n.last + 1) if w.pos != "ADJF"), None)
        if noun is not None and words[noun].lemmas & ru.DEVICES:
            span = Span(words[n.first].start, words[noun].end)
            figure = Figure(n.low, n.high, "devices", n.qualifier, words[noun].low)
            yield Mention("figure", span, span.of(text), span.of(text), role="devices", datum=figure, made_by=MADE_BY)


def _none_hurt(text: str, span: Span) -> Iterator[Mention]:
    for m in _NOBODY.finditer(text, span.start, span.end):
        at, low = Span(*m.span()), m.group().lower()
        roles = [
            r
            for r, stems in (("killed", ("погиб", "жертв")), ("injured", ("пострада", "ранен")))
            if any(s in low for s in stems)
        ]
        for role in roles:
            yield Mention("figure", at, m.group(), m.group(), role=role, datum=Figure(0, 0), made_by=MADE_BY, score=0.8)
