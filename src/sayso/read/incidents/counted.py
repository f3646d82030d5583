"""How many: every differing figure of one account, with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import cast

from sayso.lang.en import incidents as words
from sayso.lang.en.casualties import ATTACKER_NOUNS
from sayso.model import Assertion, Figure, Mention, Span
from sayso.model.assertion import Field
from sayso.read.incidents.accounts import Account, is_old
from sayso.read.incidents.material import Material
from sayso.read.incidents.tolls import Person, described
from sayso.read.incidents.triggers import pattern
from sayso.read.incidents.values import make
from sayso.taxonomy import load_taxonomy

FIGURE_FIELDS = ("killed", "injured", "missing", "detained", "displaced", "hostages", "attackers", "devices")
_WAR = pattern(words.WAR_TOLL)
_PERIOD = pattern(words.OF_PERIOD)
_PERIOD_NEAR = 70
_ALSO = re.compile(r"\b(?:also|too)\b", re.I)
_CLAUSE_MARK = re.compile(r"[;:]|, (?:and|but|when|while|who|which)\b")
_INCLUDED = re.compile(
    r"[^.;:]{0,40}?[,(]?\s*(?:including|among\s+them|counting)\s+(?:[\w'’-]+\s+){0,5}?(?:"
    + "|".join(sorted(ATTACKER_NOUNS)) + r")\b", re.I,
)  # fmt: skip
MOST_ALONE = 12
"""The largest figure taken from a sentence that does not name the incident when no other sentence gives one."""
_STATISTICS = pattern(words.STATISTICS)
_EARLIER = pattern(words.EARLIER)


def figures(material: Material, account: Account) -> Iterator[Assertion]:
    """Killed, injured, detained ...: every differing figure in the passages of the account."""
    seen: set[tuple[str, int, str, str]] = set()
    found = _of_account(material, account)
    for role in FIGURE_FIELDS:
        own = [m for m in found if m.role == role and isinstance(m.datum, Figure) and not _of_war(material, m)]
        own = [m for m in own if not _of_period(material, account, m)]
        own = _without_the_dead(material, own, found) if role == "injured" else own
        sure = [m for m in own if m.score >= 0.65]
        for m in sure or own[:1]:
            assert isinstance(m.datum, Figure)
            who = m.datum.scope if m.datum.low == 1 else ""
            key = (role, m.datum.low, who, str(material.innermost(m.span)))
            if key in seen:
                continue
            seen.add(key)
            field = cast(Field, role)
            datum = with_attackers(m.datum, m.span, material)
            yield make(material, field, datum, m.span, qualifier=datum.qualifier, score=m.score, rule=m.made_by)
        yield from _also(material, cast(Field, role), own)


def _also(material: Material, field: Field, own: list[Mention]) -> Iterator[Assertion]:
    """At least two, where the next sentence tells that one more was killed "also"; the words run over both."""
    if field not in {"killed", "injured"}:
        return
    for before, m in pairwise(own):
        first, second = before.datum, m.datum
        if not isinstance(first, Figure) or not isinstance(second, Figure) or not _ALSO.search(m.text):
            continue
        between = sum(p.span.start > before.span.start and p.span.end < m.span.start for p in material.passages)
        if between or not first.low or first.low != first.high or (second.low, second.high) != (1, 1):
            continue
        total = Figure(first.low + 1, None, "victims", "at_least")
        span = Span(before.span.start, m.span.end)
        yield make(material, field, total, span, qualifier="at_least", score=0.65, rule="sum-also")


def with_attackers(figure: Figure, span: Span, material: Material) -> Figure:
    """The figure with the scope ``all`` when the words behind it say that it counts who did it too.

    "killed three people, including the bomber"; figures of a part ("three soldiers, including ...") stay as they are.
    """
    end = next((p.span.end for p in material.passages if p.span.contains(span)), span.end)
    included = _INCLUDED.match(material.document.text, span.end, end)
    return replace(figure, scope="all") if included and figure.scope in ("", "victims") else figure


def _telling(material: Material, account: Account) -> list[int]:
    """Passages whose figures may be those of the account: its own, and those of its reach that go on telling."""
    more = {k for k in account.reach if k not in account.passages and _goes_on(material, k)}
    return sorted(more | set(account.passages))


def _of_account(material: Material, account: Account) -> list[Mention]:
    """Figures of the account; sentences that only go on telling give none much larger than its own sentences do."""
    told = [k for k in account.passages if k <= material.lead + 3 or not _STATISTICS.search(material.words(k))]
    own = [m for k in told for m in material.by_passage.get(k, ()) if m.role in FIGURE_FIELDS]
    most = {r: max((_low(m) for m in own if m.role == r), default=MOST_ALONE) for r in FIGURE_FIELDS}
    more = [k for k in _telling(material, account) if k not in account.passages]
    beside = [m for k in more for m in material.by_passage.get(k, ()) if m.role in FIGURE_FIELDS]
    return sorted([*own, *(m for m in beside if _low(m) <= most[m.role] * 1.2)], key=lambda m: (m.span, m.role))


def _low(m: Mention) -> int:
    return m.datum.low if isinstance(m.datum, Figure) else 0


def _goes_on(material: Material, passage: int) -> bool:
    text = material.words(passage).rstrip()
    sentence = (
        text[-1:] in ".!?\"”'’" or passage <= material.lead + 2
    )  # below, lines without an end are links to other news
    return sentence and not _STATISTICS.search(text) and not _EARLIER.search(text) and not is_old(material, passage)


def _without_the_dead(material: Material, injured: list[Mention], found: list[Mention]) -> list[Mention]:
    """``injured`` without those told as shot who are told as killed as well: the same person, or no more than them."""
    dead = [m for m in found if m.role == "killed" and isinstance(m.datum, Figure) and m.datum.low]
    most = max((m.datum.low for m in dead if isinstance(m.datum, Figure)), default=0)
    people = [_person(material, m) for m in dead if isinstance(m.datum, Figure) and m.datum.low == 1]
    return [m for m in injured if not (m.made_by.endswith("-shot") and _died(_person(material, m), m, most, people))]


def _died(person: Person, m: Mention, most: int, dead: list[Person]) -> bool:
    low = m.datum.low if isinstance(m.datum, Figure) else 0
    if low == 1 and dead and most == 1:
        return any(person.may_be(d) for d in dead)
    return low <= most


def _person(material: Material, m: Mention) -> Person:
    scope = m.datum.scope if isinstance(m.datum, Figure) else ""
    return described(scope, m.text, m.made_by, m.span, material.document.text)


def _of_period(material: Material, account: Account, m: Mention) -> bool:
    """True for a figure of weeks or months ("40 teachers killed in the past six months"): no toll of one attack.

    Fighting and unrest may last as long.
    """
    if load_taxonomy().family(account.type) in {"clash", "unrest", "state_action"} or _low(m) == 0:
        return False
    text = material.document.text
    passage = next(p.span for p in material.passages if p.span.overlaps(m.span))
    before = text[max(passage.start, m.span.start - _PERIOD_NEAR) : m.span.start]
    after = text[m.span.end : min(passage.end, m.span.end + _PERIOD_NEAR)]
    near = f"{_CLAUSE_MARK.split(before)[-1]} {m.text} {_CLAUSE_MARK.split(after)[0]}"
    return bool(_PERIOD.search(" ".join(near.split())))


def _of_war(material: Material, m: Mention) -> bool:
    if not isinstance(m.datum, Figure) or m.datum.low < 500:
        return False
    passage = next(k for k, p in enumerate(material.passages) if p.span.overlaps(m.span))
    return bool(_WAR.search(material.words(passage)))
