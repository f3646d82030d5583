"""What the incident part works on: passages with their mentions, triggers and the way they are told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.gazetteer import Entry, Gazetteer
from sayso.lang.en import incidents as words
from sayso.lang.en.armed_groups import HOMES
from sayso.lang.en.places import AFTER_A_SCENE, STATE_AS_ADJECTIVE
from sayso.model import Document, Mention, Passage, Place, Span, Statement, When
from sayso.read.encoder.happenings import Happening
from sayso.read.encoder.named import Named
from sayso.read.incidents.triggers import Trigger, find_triggers, pattern

RECENT_DAYS = 21
"""A happening told with a day longer before publication than this is an earlier one."""

ACRONYM = 6
"""Letters up to which the name of an armed group must stand in capitals."""
OF_TRIGGER = 6
"""Characters between a word and the day that belongs to it: "the 5 May attack", "attacked on 5 May"."""

ABROAD_TOLD = 3
"""Times that a country must be told of to stand for a report that was filed in another one."""

_GROUPS = pattern(tuple(re.escape(name).replace(r"\ ", " ") for name in sorted(HOMES, key=len, reverse=True)))
_SHORT = re.compile(STATE_AS_ADJECTIVE)
_NEXT_WORD = re.compile(r"[ \n]+([A-Za-z]+)")
_EARLIER = pattern(words.EARLIER)
_HYPOTHETICAL = pattern(words.HYPOTHETICAL)
_NEGATED = re.compile(r"\b(?:no|not|never|without|denied|neither|none of)\b|n't\b", re.I)
_COURT = pattern(words.COURT)
_TRIED = pattern(words.TRIED)
_AFTERMATH = re.compile(words.AFTERMATH.replace(" ", r"\s+") + r"$", re.I)
_PAST_OF = re.compile(words.PAST_OF.replace(" ", r"\s+") + r"$", re.I)
_SAYING = re.compile(words.SAYING_BEFORE_DATE.replace(" ", r"\s+") + r"$", re.I)
_ANSWERED = re.compile(words.ANSWERED_AFTER_DATE.replace(" ", r"\s+"), re.I)
_NOT_HAPPENED = re.compile(
    r"\b(?:" + "|".join(words.NOT_HAPPENED_DATE).replace(" ", r"\s+") + r")(?:\s+(?:the|on|last|a))*\s*$", re.I
)


@dataclass(frozen=True)
class Material:
    """One document ready for reading incidents; made once, then only read."""

    document: Document
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    happenings: tuple[Happening, ...] | None = None
    """What the encoder sees; None where it is not asked."""
    gazetteer: Gazetteer | None = None
    """For the shapes of places that are told by another one; None makes none."""
    named: tuple[Named, ...] = ()
    """Names of places as the encoder sees them, in order; none where it is not asked."""
    eager: bool = False
    """True where every happening is asked for that the encoder has seen, though a wrong one may come with it."""

    @cached_property
    def triggers(self) -> list[Trigger]:
        """All triggers, in order."""
        return find_triggers(self.document.text, self.passages)

    @cached_property
    def by_passage(self) -> dict[int, list[Mention]]:
        """Mentions by the passage that holds them."""
        out: dict[int, list[Mention]] = defaultdict(list)
        at = 0
        for m in sorted(self.mentions, key=lambda m: m.span):
            while at < len(self.passages) - 1 and self.passages[at].span.end <= m.span.start:
                at += 1
            if self.passages and self.passages[at].span.overlaps(m.span):
                out[at].append(m)
        return out

    @cached_property
    def published(self) -> date | None:
        """Publication day, None when it is not known."""
        return self.document.published.value if self.document.published else None

    @cached_property
    def lead(self) -> int:
        """Number of the first body passage."""
        return next((k for k, p in enumerate(self.passages) if p.kind == "body"), 0)

    @cached_property
    def home(self) -> str:
        """Country code of the dateline, else of the country most places, peoples and armed groups are of; "" when none
        leads. A dateline of which the text says nothing more gives way to a country that is told of far more often:
        news filed from abroad."""
        told = self._told_countries()
        if self.home_filed and (told[self.home_filed] or not told):
            return self.home_filed
        counted = told.most_common(2)
        if self.home_filed:
            first, rest = counted[0][1], told.total() - counted[0][1]
            return counted[0][0] if first >= ABROAD_TOLD and first >= 2 * rest else self.home_filed
        if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
            return ""
        return counted[0][0]

    def _told_countries(self) -> Counter[str]:
        """How often each country is told of outside the dateline, by code."""
        filed = self.document.dateline_span
        told = [
            m
            for m in self.mentions
            if not as_adjective(self.document.text, m.span) and not (filed is not None and filed.contains(m.span))
        ]
        codes = [m.datum.country_code for m in told if isinstance(m.datum, Place) and m.datum.country_code]
        return Counter(codes + [entry.country_code for _, entry in self.groups])

    @cached_property
    def home_filed(self) -> str:
        """Country code of the dateline, "" without one."""
        span = self.document.dateline_span
        inside = (m.datum for m in self.mentions if span is not None and span.contains(m.span))
        return next((p.country_code for p in inside if isinstance(p, Place) and p.country_code), "")

    @cached_property
    def groups(self) -> list[tuple[Span, Entry]]:
        """Armed groups that fight in one country alone, in order, each with that country; none without a gazetteer."""
        if self.gazetteer is None:
            return []
        found = []
        for told in _GROUPS.finditer(self.document.text):
            entry = self.gazetteer.country(HOMES[" ".join(told.group().lower().split())])
            if entry is not None and (len(told.group()) > ACRONYM or told.group().isupper()):
                found.append((Span(*told.span()), entry))
        return found

    @cached_property
    def nations(self) -> frozenset[str]:
        """Codes of the countries that the text names, by their own name or by that of their people."""
        return frozenset(
            m.datum.country_code
            for m in self.mentions
            if isinstance(m.datum, Place) and (m.kind == "nationality" or m.datum.precision == "country")
        ) | {entry.country_code for _, entry in self.groups}

    def words(self, passage: int) -> str:
        """The text of a passage."""
        return self.passages[passage].span.of(self.document.text)

    def dates(self, passage: int) -> list[Mention]:
        """Dates in a passage that may tell when something happened, not when it was said."""
        if self.passages[passage].kind == "dateline":  # the day it was filed
            return []
        return [m for m in self.by_passage.get(passage, ()) if _is_date(m) and not self._of_saying(passage, m)]

    def _of_saying(self, passage: int, m: Mention) -> bool:
        if any(self._right_before(m.span, t.span) for t in self.triggers):
            return False
        before = self.document.text[max(self.passages[passage].span.start, m.span.start - 70) : m.span.start]
        if _ANSWERED.match(self.document.text, m.span.end):
            return True
        return bool(_SAYING.search(before) or _NOT_HAPPENED.search(before))

    def _right_before(self, day: Span, trigger: Span) -> bool:
        """True for "the 5 May attack": nothing but marks between the day and the word that it belongs to."""
        between = self.document.text[day.end : trigger.start]
        return day.end <= trigger.start and len(between) <= OF_TRIGGER and not any(c.isalpha() for c in between)

    def places(self, passage: int) -> list[Mention]:
        """Resolved places in a passage."""
        return [m for m in self.by_passage.get(passage, ()) if isinstance(m.datum, Place)]

    def names_person(self, passage: int, span: Span) -> bool:
        """True when ``span`` is part of a person's name ("Valencia" in "Ana Valencia")."""
        return any(m.kind == "person" and m.span.overlaps(span) for m in self.by_passage.get(passage, ()))

    def innermost(self, span: Span) -> Statement | None:
        """The deepest statement whose content holds ``span``; None when the narrator says it."""
        holders = [s for s in self.statements if s.content.contains(span) and not s.negated]
        return max(holders, key=lambda s: (s.depth, -len(s.content))) if holders else None


def _is_date(m: Mention) -> bool:
    return (
        m.kind == "date" and isinstance(m.datum, When) and m.datum.timex_type in {"DATE", "TIME"}
        and m.datum.precision not in {"duration", "set", "unknown", "decade", "century"}
    )  # fmt: skip


def first_day(when: When) -> date | None:
    """The first day a When may mean; None when it is open."""
    value = when.value or ""
    m = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\dW])", value)
    if m:
        try:
            return date(int(m[1]), int(m[2] or 1), int(m[3] or 1))
        except ValueError:
            return None
    week = re.match(r"(\d{4})-W(\d\d)", value)
    return date.fromisocalendar(int(week[1]), max(1, min(53, int(week[2]))), 1) if week else None


def age_days(material: Material, when: When) -> int | None:
    """Days between the last day ``when`` may mean and publication; None when either is open."""
    first = first_day(when)
    if first is None or material.published is None:
        return None
    grain = {"month": 31, "year": 366, "week": 7, "quarter": 92, "season": 92}.get(when.precision, 1)
    return max(0, (material.published - first).days - grain + 1) if (material.published - first).days >= 0 else -1


def told_as(material: Material, trigger: Trigger) -> str:
    """How a trigger is told: ``now``, ``earlier``, ``feared`` (hypothetical or negated)."""
    text, passage = material.document.text, material.passages[trigger.passage].span
    before = text[max(passage.start, trigger.span.start - 45) : trigger.span.start]
    clause = re.split(r"[.;:]|, (?:and|but|which|who)\b|\b(?:after|when|where|because|following|since)\b", before)[-1]
    near = nearest_date(material, trigger)
    if _HYPOTHETICAL.search(clause) or _NEGATED.search(clause[-25:]):
        return "feared"
    if near is not None:
        age = age_days(material, near)
        if age is not None and age > RECENT_DAYS:
            return "earlier"
        if age == -1:
            return "feared"
    if near is None and trigger.passage == material.lead and is_cause(material, trigger):
        return "earlier"
    if near is None or near.value is None:
        around = text[passage.start : trigger.span.start]
        if _EARLIER.search(around[-90:]) or _EARLIER.search(
            text, trigger.span.end, min(passage.end, trigger.span.end + 40)
        ):
            return "earlier"
    return "now"


def is_cause(material: Material, trigger: Trigger) -> bool:
    """True for a noun told as the cause of the news ("following the riots"), near the start of the report."""
    start = material.passages[trigger.passage].span.start
    before = material.document.text[max(start, trigger.span.start - 60) : trigger.span.start]
    if trigger.passage > material.lead + 3:
        return False
    return bool(_PAST_OF.search(before)) or (trigger.form == "noun" and bool(_AFTERMATH.search(before)))


def nearest_date(material: Material, trigger: Trigger) -> When | None:
    """The day nearest a trigger in its passage; None when there is none."""
    dates = material.dates(trigger.passage)
    if not dates:
        return None
    best = min(dates, key=lambda m: gap(m.span, trigger.span) + (15 if m.span.end < trigger.span.start else 0))
    return best.datum if isinstance(best.datum, When) else None


def gap(a: Span, b: Span) -> int:
    """Characters between two spans, 0 when they touch or overlap."""
    return max(0, max(a.start, b.start) - min(a.end, b.end))


def as_adjective(text: str, span: Span) -> bool:
    """True for the short name of a country before a noun ("the U.S. convoy")."""
    behind = _NEXT_WORD.match(text, span.end)
    return behind is not None and behind[1].lower() not in AFTER_A_SCENE and bool(_SHORT.fullmatch(span.of(text)))


def tried(text: str) -> bool:
    """True when ``text`` tells of a verdict, a plea or a trial."""
    return bool(_TRIED.search(text))


def court_words(text: str) -> int:
    """How many words of courts and trials stand in ``text``."""
    return len(_COURT.findall(text))
