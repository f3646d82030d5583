"""The walk through a text that finds time expressions and resolves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from sayso.lang.dates import DateWords
from sayso.lang.en.dates import ENGLISH
from sayso.model import Document, Mention, Passage, Span, When
from sayso.read.dates.anchor import anchor_of
from sayso.read.dates.answer import when_of
from sayso.read.dates.calendar import first_day
from sayso.read.dates.events import told_by_events
from sayso.read.dates.grammar import BY_START, MAY_MATCH, STARTS
from sayso.read.dates.open import candidates_of
from sayso.read.dates.ranges import ranges_of
from sayso.read.dates.scene import Answer, Found, Hit, Resolve, Scene, resolved
from sayso.read.dates.tokens import Signs, tokens_of
from sayso.read.dates.zones import with_zones

DATE_VERSION = "dates-rules/1"
_NEEDED = frozenset("WwMSUuPBTJZnVFDKYkLXzpQy")
_triggers: dict[int, frozenset[str]] = {}
_LETTERS = re.compile(r"[^\W\d_]+")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_QUARTER_MEMORY = 4


def find_dates(
    document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...] = (), *, words: DateWords = ENGLISH
) -> tuple[Mention, ...]:
    """Find the time expressions of ``document`` and resolve them as far as the text allows.

    Args:
        document: ``published`` is the anchor; without it a dateline that holds a full date is.
        passages: sentences; without any, paragraphs are taken.
        found: mentions of earlier parts; those of persons, organisations and groups hold no dates, and
            places give times of day their zone.
        words: the date words of the document's language.

    Returns:
        Mentions of kind ``date`` in order of the text, each with a ``When`` as datum. Without an anchor a relative
        expression keeps ``value`` None; its candidates are the days that other dates of the text leave open, with
        "XXXX" for a year that the text does not tell ("XXXX-10-31", ISO 8601-2). Ages are no dates.
    """
    text = document.text
    spans = [p.span for p in passages] or [Span(*m.span()) for m in _PARAGRAPH.finditer(text)]
    anchor, basis = anchor_of(document, spans, words)
    walked = [f for f in walk(text, spans, Scene(words, anchor, basis)) if f.answer.role != "age"]
    whens = [when_of(f.answer) for f in walked]
    if anchor is None:
        whens = candidates_of(walked, whens, words)
    whens = told_by_events(text, spans, walked, ranges_of(text, walked, whens, words), words)
    blocked = [m.span for m in found if m.kind in ("person", "organisation", "group")]
    spots = zip((Span(f.start, f.end) for f in walked), whens, strict=True)
    dates = [_mention(s, w, text) for s, w in spots if not any(b.contains(s) for b in blocked)]
    return tuple(with_zones(document, passages, dates, found))


def _mention(span: Span, when: When, text: str) -> Mention:
    words = span.of(text)
    return Mention("date", span, words, words, datum=when, made_by=DATE_VERSION)


def walk(text: str, spans: list[Span], scene: Scene) -> list[Found]:
    """All expressions of ``text`` within ``spans``, in order; changes ``scene`` as it goes."""
    out: list[Found] = []
    quiet, signs = 0, Signs(text, _triggers_of(scene.words))
    scene.look = partial(_answer_at, scene)
    for number, span in enumerate(spans):
        if not signs.may_hold(span.start, span.end):
            continue
        scene.tokens = tokens_of(text, span.start, span.end, scene.words)
        scene.kinds = scene.tokens.kinds
        scene.in_passage, scene.passage = None, number
        if _NEEDED.isdisjoint(scene.kinds) and "CC" not in scene.kinds and "tO" not in scene.kinds:
            continue
        had = scene.quarter
        out.extend(_passage(scene, number))
        quiet = 0 if scene.quarter != had else quiet + 1
        if quiet > _QUARTER_MEMORY:
            scene.quarter = None
    return out


def _triggers_of(words: DateWords) -> frozenset[str]:
    """Words without one of which no passage holds a date; kept, as each language has one record."""
    if id(words) not in _triggers:
        own = frozenset(w.rstrip(".") for w, meaning in words.lexicon.items() if meaning.kind in _NEEDED)
        names = (name for named in words.phrases.values() for name, meaning in named if meaning.kind != "y")
        named = frozenset(max(_LETTERS.findall(name), key=len) for name in names)  # of "all saints" the second
        _triggers[id(words)] = own | named | words.spelled_years | {"m", "am", "pm"}
    return _triggers[id(words)]


def _passage(scene: Scene, number: int) -> Iterator[Found]:
    at, kinds, tokens = 0, scene.kinds, scene.tokens
    while start := STARTS.search(kinds, at):
        at = start.start()
        best = _best(at, scene) if MAY_MATCH[kinds[at]].match(kinds, at) else None
        if best is None:
            at += 1
            continue
        stop, answer, resolve, hit = best
        yield Found(tokens[at].start, tokens[stop - 1].end, answer, number, resolve, hit.match, tokens, kinds)
        _remember(scene, answer)
        at = stop


def _best(at: int, scene: Scene) -> tuple[int, Answer, Resolve, Hit] | None:
    rules = BY_START.get(scene.kinds[at])
    if not rules:
        return None
    kinds = scene.kinds
    hits = [(match, rule) for rule in rules if (match := rule.pattern.match(kinds, at)) and match.end() > at]
    if len(hits) > 1:
        hits.sort(key=lambda hit: -hit[0].end())
    for match, rule in hits:
        hit = Hit(match, scene)
        answer = resolved(rule.resolve, hit)
        if answer is not None:
            stop = answer.stop if answer.stop > at else match.end()
            while stop > at + 1 and scene.kinds[stop - 1] in "',-":
                stop -= 1
            return stop, answer, rule.resolve, hit
    return None


def _answer_at(scene: Scene, at: int) -> Answer | None:
    """What the expression that begins at token ``at``, or after an article there, stands for."""
    at += scene.kinds[at : at + 1] == "t" and scene.kinds[at + 1 : at + 2] in tuple("MWNOQn")
    best = _best(at, scene) if at < len(scene.kinds) else None
    return best[1] if best else None


def _remember(scene: Scene, answer: Answer) -> None:
    if answer.kind not in ("DATE", "TIME"):
        return
    day = first_day(answer.timex)
    if day is None:
        return
    if "-Q" in answer.timex:
        scene.quarter = day if answer.basis != "event" else scene.quarter
        return
    if len(answer.timex) >= 10 and "W" not in answer.timex:
        scene.focus, scene.focus_grain, scene.in_passage = day, "D", day
        scene.focus_passage = scene.passage
    elif scene.focus is None or scene.focus_grain != "D":
        scene.focus, scene.focus_grain = day, "Y"
