"""The values of one account: type, day, place, figures, weapon, target, mode, person; each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from sayso.lang.en import incidents as words
from sayso.model import Assertion, Mention, Span, When
from sayso.model.assertion import Certainty, Field, Polarity
from sayso.read.incidents.accounts import Account
from sayso.read.incidents.material import OF_TRIGGER, RECENT_DAYS, Material, age_days, court_words, gap
from sayso.read.incidents.triggers import pattern
from sayso.taxonomy import load_taxonomy

MADE_BY = "incidents.rules/1"
_SUICIDE = pattern(words.SUICIDE)
_SUICIDE_NEAR = re.compile(r"\bsuicide\b", re.I)
_NOT_SO = pattern(words.NOT_SO)
_CLAUSE = re.compile(r"\b(?:where|who|which|whose|when)\b[^,.;:!?\n]{0,120}$")
_PERSON = tuple(re.compile(p.replace(" ", r"\s+"), re.I) for p in words.PERSON_AS)
MOST_TARGETS = 3
ARREST_DAY = pattern(words.ARREST_DAY)
_DAY_WORDS = re.compile(words.DAY_WORDS)
_PHRASE_END = re.compile(words.PHRASE_END, re.I)
_DAY_PHRASE = re.compile(words.DAY_PHRASE, re.I)
_REPORTED = re.compile(r"\b(?:reports?|reportedly|rumou?rs?) (?:that )?", re.I)


def make(
    material: Material, field: Field, value: object, span: Span, *, polarity: Polarity = "asserted",
    qualifier: str = "", score: float = 1.0, rule: str = "", statement: str | None = "",
) -> Assertion:  # fmt: skip
    """An assertion on ``span``; ``statement`` is looked up unless given."""
    said = material.innermost(span)
    certainty = said.certainty if said is not None else "stated"
    return Assertion(
        field=field, value=value, text=span.of(material.document.text), span=span,  # type: ignore[arg-type]
        statement=(said.id if said else None) if statement == "" else statement, qualifier=qualifier, polarity=polarity,
        certainty=cast(Certainty, certainty), made_by=f"{MADE_BY}:{rule or field}", score=score,
    )  # fmt: skip


def type_of(material: Material, account: Account) -> Assertion:
    """The type, standing on its first trigger."""
    best = next((t for t in account.triggers if t.type == account.type and t.form != "weak"), account.triggers[0])
    rule = "type-encoder" if best.form == "learned" else ""
    return make(material, "type", account.type, best.span, score=account.score, rule=rule)


def happened(material: Material, account: Account) -> Iterator[Assertion]:
    """When it happened: the day nearest its first triggers, and every other mention of the same day."""
    ranked = sorted(_days(material, account), key=lambda x: x[0]) or sorted(
        _any_day(material, account), key=lambda x: x[0]
    )
    if not ranked:
        return
    first = ranked[0][1]
    assert isinstance(first.datum, When)
    day = first.datum.value
    used: set[Span] = set()
    for _, m in ranked:
        when = m.datum
        same = isinstance(when, When) and (when.value == day or (day and when.value and when.value[:10] == day[:10]))
        if (m is first or same) and m.span not in used:
            used.add(m.span)
            yield make(material, "happened", when, m.span, score=m.score, rule="happened-near-trigger")


def _days(material: Material, account: Account) -> Iterator[tuple[float, Mention]]:
    for order, number in enumerate(account.passages):
        spans = [t.span for t in account.triggers if t.passage == number]
        for m in material.dates(number):
            if _fits(material, account, m):
                near = min((gap(m.span, s) for s in spans), default=60)
                yield min(order, 8) * 45 + near + _unlikely(material, account, m), m
    if account.status == "background":
        return
    for order, number in enumerate(k for k in account.reach if k not in account.passages):
        for m in material.dates(number):
            if _fits(material, account, m):
                yield 110 + min(order, 8) * 25 + _unlikely(material, account, m), m


def _unlikely(material: Material, account: Account, m: Mention) -> int:
    """How much speaks against a day: one of an arrest or a trial, a bare time, a whole month."""
    assert isinstance(m.datum, When)
    cost = 0
    age = age_days(material, m.datum)
    if account.status == "background" and age is not None and age <= RECENT_DAYS:
        cost += 300
    around = material.document.text[max(0, m.span.start - 45) : m.span.end + 30]
    if account.type != "arrest" and ARREST_DAY.search(around):
        cost += 120
    if _day_of_saying(material, m):
        cost += 60
    if not _DAY_WORDS.search(m.text):
        cost += 70
    return cost + (0 if m.datum.precision in {"day", "part_of_day", "hour", "minute", "second"} else 120)


def _day_of_saying(material: Material, m: Mention) -> bool:
    """True when the day stands beside a cue: "said on Friday", "on Friday blamed": then it dates the saying, unless it
    belongs to a clause about the voice ("a guest of the party where five were shot on Sunday said")."""
    text = material.document.text
    before = text[max(0, m.span.start - 130) : m.span.start]
    for statement in material.statements:
        for voice in statement.attribution:
            cue = voice.cue_span
            if cue and gap(m.span, cue) <= 5 and not (m.span.end <= cue.start and _CLAUSE.search(before)):
                between = text[min(m.span.end, cue.end) : max(m.span.start, cue.start)]
                return between.strip().lower() in {"", "on", "late", "early"}
    return False


def _any_day(material: Material, account: Account) -> Iterator[tuple[float, Mention]]:
    """Days of the opening when none stands beside a trigger of news."""
    if account.status == "background":
        return
    for number in range(min(len(material.passages), material.lead + 6)):
        for m in material.dates(number):
            age = age_days(material, m.datum) if isinstance(m.datum, When) else None
            if (
                isinstance(m.datum, When)
                and age is not None
                and 0 <= age <= 10
                and not _of_trial(material, account, m)
                and m.datum.value
                and len(m.datum.value) >= 10
            ):
                yield float(number), m


def _fits(material: Material, account: Account, m: Mention) -> bool:
    """Whether ``m`` may be the day: its own ("the 5 May attack") is, however old; that of a trial is not."""
    if not isinstance(m.datum, When):
        return False
    age = age_days(material, m.datum)
    own = any(gap(m.span, t.span) <= OF_TRIGGER and not _reported(material, m, t.span) for t in account.triggers)
    if not own and _of_trial(material, account, m):
        return False
    if account.status == "background":
        return m.datum.timex != "PRESENT_REF" and (age is None or age > 0)
    return age is None or 0 <= age <= 45 or (own and age > 0)


def _reported(material: Material, m: Mention, trigger: Span) -> bool:
    """True for "said tonight that rebels attacked"."""
    return "that" in material.document.text[m.span.end : trigger.start].lower().split()


def _of_trial(material: Material, account: Account, m: Mention) -> bool:
    """True for a day beside words of a court ("pleaded not guilty on Wednesday"): never that of what it tries."""
    around = material.document.text[max(0, m.span.start - 45) : m.span.end + 30]
    return account.type != "arrest" and bool(court_words(around))


def weapons(material: Material, account: Account) -> Iterator[Assertion]:
    """Weapons named beside the triggers, each once."""
    seen: set[str] = set()
    for number in account.passages:
        span = material.passages[number].span
        for m in _weapon_words().finditer(material.document.text, span.start, span.end):
            word = " ".join(m.group().lower().split())
            if word not in seen and len(seen) < 4:
                seen.add(word)
                yield make(material, "weapon", word, Span(*m.span()), score=0.7)


@lru_cache(maxsize=1)
def _weapon_words() -> re.Pattern[str]:
    names = sorted({w for c in load_taxonomy().weapons.values() for w in c.words["en"]}, key=len, reverse=True)
    return pattern(tuple(re.escape(n).replace(r"\ ", " ") for n in names))


@lru_cache(maxsize=1)
def _target_words() -> tuple[re.Pattern[str], ...]:
    names = sorted({w for c in load_taxonomy().targets.values() for w in c.words["en"]}, key=len, reverse=True)
    filled = (raw.replace("{targets}", "|".join(names)) for raw in words.TARGET_OF)
    return tuple(re.compile(r"\b" + raw.replace(" ", r"\s+") + r"\b", re.I) for raw in filled)


def targets(material: Material, account: Account) -> Iterator[Assertion]:
    """What was attacked, in the text's words."""
    if load_taxonomy().family(account.type) in {"accident", "unrest"}:
        return
    seen: set[str] = set()
    for expression in _target_words():
        for number in account.passages:
            span = material.passages[number].span
            for m in expression.finditer(material.document.text, span.start, span.end):
                what = _noun_phrase(m.group("what"))
                if _CRITICISM.match(material.document.text, m.start("what") + len(what)):
                    continue
                if what and what.lower() not in seen and len(seen) < MOST_TARGETS:
                    seen.add(what.lower())
                    at = Span(m.start("what"), m.start("what") + len(what))
                    yield make(material, "target", " ".join(what.split()), at, score=0.6)


# "attacked the government for closing markets": words, no weapon.
_CRITICISM = re.compile(r"\s+(?:for|over) (?:its |their |his |her |the )?(?:\w+ing|failure|lack|handling)\b")


def _noun_phrase(text: str) -> str:
    """``text`` up to the first word that ends a noun phrase; "" when it names a day or a time."""
    cut = _PHRASE_END.split(text, maxsplit=1)[0].rstrip(" '-")
    return cut if len(cut) > 2 and not _DAY_PHRASE.fullmatch(cut) else ""


def modes(material: Material, account: Account) -> Iterator[Assertion]:
    """The mode "suicide": asserted by those who say so, and negated where a denial denies it."""
    for number in account.passages:
        passage = material.passages[number].span
        text = material.document.text
        seen = False
        for m in (
            *_SUICIDE.finditer(text, passage.start, passage.end),
            *_SUICIDE_NEAR.finditer(text, passage.start, passage.end),
        ):
            if seen:
                break
            seen = True
            yield from _suicide(material, Span(*m.span()), passage)


def _suicide(material: Material, span: Span, passage: Span) -> Iterator[Assertion]:
    text = material.document.text
    denials = [s for s in material.statements if s.kind == "denial" and s.content.contains(span) and not s.negated]
    before = text[max(passage.start, span.start - 60) : span.start]
    inner = material.innermost(span)
    if denials or _NOT_SO.search(before):
        denial = max(denials, key=lambda s: s.depth) if denials else inner
        if inner is not None and inner not in denials and inner is not denial:
            yield make(material, "mode", "suicide", span, statement=inner.id)
        elif _REPORTED.search(before):
            yield make(material, "mode", "suicide", span, statement=None, rule="mode-reports")
        yield make(material, "mode", "suicide", span, polarity="negated", statement=denial.id if denial else None)
        return
    yield make(material, "mode", "suicide", span)


def persons(material: Material, account: Account) -> Iterator[Assertion]:
    """Unnamed persons identified by words ("a local 24-year-old man"); never a name."""
    if account.status == "background":
        return
    for number in range(len(material.passages)):
        span = material.passages[number].span
        for expression in _PERSON:
            for m in expression.finditer(material.document.text, span.start, span.end):
                yield make(material, "person", " ".join(m.group("who").split()), Span(*m.span("who")), score=0.8)
                return
