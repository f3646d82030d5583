"""The walk through a text that finds time expressions and resolves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sayso.lang.dates import DateWords
from sayso.lang.en.dates import ENGLISH
from sayso.model import Document, Mention, Passage, Span
from sayso.read.dates.answer import when_of
from sayso.read.dates.calendar import first_day
from sayso.read.dates.grammar import BY_START
from sayso.read.dates.scene import Answer, Hit, Scene
from sayso.read.dates.tokens import tokens_of

DATE_VERSION = "dates-rules/1"
_NEEDED = frozenset("WwMSUuPBTJZnVFDKYkLX")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_QUARTER_MEMORY = 4
Found = tuple[int, int, Answer]


def find_dates(
    document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...] = ()
) -> tuple[Mention, ...]:
    """Find the time expressions of ``document`` and resolve them as far as the text allows.

    Args:
        document: ``published`` is the anchor; without it a dateline that holds a full date is.
        passages: sentences; without any, paragraphs are taken.
        found: mentions of earlier parts; those of persons, organisations and groups hold no dates.

    Returns:
        Mentions of kind ``date`` in order of the text, each with a ``When`` as datum. Without an anchor a
        relative expression keeps ``value`` None; its candidates are the days that other dates of the text leave open.
        An age ("24-year-old") has the role "age".
    """
    words = ENGLISH
    spans = [p.span for p in passages] or [Span(*m.span()) for m in _PARAGRAPH.finditer(document.text)]
    anchor, basis = anchor_of(document, words)
    answers = walk(document.text, spans, Scene(words, anchor, basis))
    blocked = [m.span for m in found if m.kind in ("person", "organisation", "group")]
    mentions = []
    for start, end, answer in answers:
        span = Span(start, end)
        if any(b.contains(span) for b in blocked):
            continue
        text = span.of(document.text)
        mentions.append(
            Mention("date", span, text, text, role=answer.role, datum=when_of(answer), made_by=DATE_VERSION)
        )
    return tuple(mentions)


def anchor_of(document: Document, words: DateWords) -> tuple[date | None, str]:
    """The day the text was written and how it is known: ``published``, ``dateline`` or ``none``."""
    if document.published is not None:
        return document.published.value, "published"
    return None, "none"


def walk(text: str, spans: list[Span], scene: Scene) -> list[Found]:
    """All expressions of ``text`` within ``spans``, as start, end and answer; changes ``scene`` as it goes."""
    out: list[Found] = []
    quiet = 0
    for span in spans:
        scene.tokens = tokens_of(text, span.start, span.end, scene.words)
        scene.kinds = "".join(t.kind for t in scene.tokens)
        scene.in_passage = None
        if _NEEDED.isdisjoint(scene.kinds):
            continue
        had = scene.quarter
        out.extend(_passage(scene))
        quiet = 0 if scene.quarter != had else quiet + 1
        if quiet > _QUARTER_MEMORY:
            scene.quarter = None
    return out


def _passage(scene: Scene) -> Iterator[Found]:
    at, kinds, tokens = 0, scene.kinds, scene.tokens
    while at < len(kinds):
        best = _best(at, scene)
        if best is None:
            at += 1
            continue
        stop, answer = best
        yield tokens[at].start, tokens[stop - 1].end, answer
        _remember(scene, answer)
        at = stop


def _best(at: int, scene: Scene) -> tuple[int, Answer] | None:
    rules = BY_START.get(scene.kinds[at])
    if not rules:
        return None
    hits = []
    for number, rule in enumerate(rules):
        match = rule.pattern.match(scene.kinds, at)
        if match and match.end() > at:
            hits.append((-match.end(), number, match, rule))
    for _, _, match, rule in sorted(hits, key=lambda hit: hit[:2]):
        answer = rule.resolve(Hit(match, scene))
        if answer is not None:
            stop = answer.stop if answer.stop > at else match.end()
            while stop > at + 1 and scene.kinds[stop - 1] in "',-":
                stop -= 1
            return stop, answer
    return None


def _remember(scene: Scene, answer: Answer) -> None:
    if answer.kind not in ("DATE", "TIME"):
        return
    day = first_day(answer.timex)
    if day is None:
        return
    if "-Q" in answer.timex:
        scene.quarter = day
    if len(answer.timex) >= 10 and "W" not in answer.timex:
        scene.focus, scene.focus_grain, scene.in_passage = day, "D", day
    elif scene.focus is None or scene.focus_grain != "D":
        scene.focus, scene.focus_grain = day, "Y"


def again(answer: Answer, timex: str, basis: str) -> Answer:
    """The same answer with another value."""
    return replace(answer, timex=timex, basis=basis)
