"""How many were killed and injured in one account, when its sentences count them one by one.

A report that says "a woman, 24, was shot dead" and, below, "her brother died in hospital" tells two deaths without the
number two. No value of a reading is such a sum, for every value stands on words; this adds up what the values tell.
The method: figures that are numbers vote, weighted by how early and how sure they are; figures of one person each are
put together by name, age and sex as far as they may be the same person; those told as shot include the dead.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lang.en import tolls as words
from sayso.model import Assertion, Figure, Span

_AGED = re.compile(r"\d{1,3}(?=[- ]year|[- ]month)")
_AGE_AFTER = re.compile(r"\s*,?\s*\(?(?:age |aged )?(\d{1,2})(?=[,);.]| of\b| was\b| is\b| and\b)")
_NAME_WORD = re.compile(r"[A-Z][\w'’-]+")
_BESIDE = 25
_LEAD = 700
"""Characters of a document in which its total is usually told."""


@dataclass(frozen=True, slots=True)
class Toll:
    """Killed and injured as added up; None where nothing is told."""

    killed: int | None
    injured: int | None


@dataclass(frozen=True, slots=True)
class Person:
    """What the words of one figure tell of the one person counted."""

    names: tuple[str, ...] = ()
    age: str = ""
    sex: str = ""
    attacker: bool = False
    victim: bool = False

    def may_be(self, other: Person) -> bool:
        """True when nothing tells the two apart."""
        if self.names and other.names and not _same_name(self.names, other.names):
            return False
        if self.age and other.age and self.age != other.age:
            return False
        if self.sex and other.sex and self.sex != other.sex:
            return False
        return not ((self.attacker and other.victim) or (other.attacker and self.victim))

    def is_surely(self, other: Person) -> bool:
        """True when both have the same name or age."""
        named = bool(self.names and other.names) or bool(self.age and self.age == other.age)
        return named and self.may_be(other)

    def merged(self, other: Person) -> Person:
        """What both tell together."""
        names = max(self.names, other.names, key=len)
        attacker, victim = self.attacker or other.attacker, self.victim or other.victim
        return Person(names, self.age or other.age, self.sex or other.sex, attacker, victim)

    def told(self) -> int:
        """How closely the person is described."""
        return 4 * bool(self.names) + 2 * bool(self.age) + bool(self.sex) + self.attacker + self.victim


@dataclass(frozen=True, slots=True)
class Dead:
    """The killed: how many, those of them who are described, and the sex of all when the words tell it."""

    number: int | None
    persons: list[Person]
    sex: str = ""

    @property
    def unknown(self) -> int:
        """How many of them nothing describes."""
        return max((self.number or 0) - len(self.persons), 0)


def add_up(assertions: Sequence[Assertion], text: str) -> Toll:
    """The toll of one account.

    Args:
        assertions: those of one report; only killed and injured are looked at.
        text: ``Document.text`` they stand in.
    """
    dead = [a for a in assertions if a.field == "killed" and a.polarity == "asserted"]
    hurt = [a for a in assertions if a.field == "injured" and a.polarity == "asserted"]
    toll = _killed(dead, text)
    return Toll(toll.number, _injured(hurt, dead, text, toll))


def _killed(found: list[Assertion], text: str) -> Dead:
    persons = _clusters([person_of(a, text) for a in found if _is_person(a)])
    number = _vote([(_low(a), a) for a in found if not _is_person(a) and _low(a)])
    if number is None:
        return Dead(len(persons) if found else None, persons)
    sexes = {_sex_of_all(a) for a in found if _low(a) == number and not _is_person(a)} - {""}
    sex = sexes.pop() if len(sexes) == 1 else ""
    return Dead(max(number, len(persons)) if number <= 1 else number, persons, sex)


def _sex_of_all(a: Assertion) -> str:
    """The sex of those counted by "two boys", "" for any other words."""
    low = a.text.lower()
    men, women = words.MEN.search(low), words.WOMEN.search(low)
    return "" if bool(men) == bool(women) else "m" if men else "f"


def _injured(found: list[Assertion], dead: list[Assertion], text: str, toll: Dead) -> int | None:
    told = _vote(_hurt_numbers(found, dead, toll.number or 0))
    if told is not None and told > 1:
        return told
    persons = [a for a in found if _is_person(a)]
    shot = _clusters([person_of(a, text) for a in persons if _may_have_died(a)])
    hurt = _clusters([person_of(a, text) for a in persons if not _may_have_died(a)])
    hurt = [p for p in hurt if not any(p.is_surely(d) for d in toll.persons)]
    alive = _clusters(hurt + _without(shot, toll.persons, toll.unknown, toll.sex))
    if told is not None:
        return max(told, len(alive))
    return len(alive) if found else None


def _hurt_numbers(found: list[Assertion], dead: list[Assertion], killed: int) -> list[tuple[int, Assertion]]:
    """Numbers of those hurt; those in care count only when nothing else does, and the dead are taken off the shot."""
    numbers = [a for a in found if not _is_person(a) and _low(a)]
    sure = [a for a in numbers if not (a.made_by.endswith("-care") or words.PART.search(a.text))]
    if numbers and not sure:
        sure = [max(numbers, key=_low)]
    out = []
    for a in sure:
        less = killed if _as_shot(a) and not words.OTHERS.search(a.text) and not _apart(a, dead) else 0
        all_died = a.made_by.endswith("-care") and _low(a) == killed and not words.OTHERS.search(a.text)
        if _low(a) > less and not all_died:
            out.append((_low(a) - less, a))
    return out


def _apart(a: Assertion, dead: list[Assertion]) -> bool:
    """True when the dead are told right before those shot: "one dead, three shot", but not "five shot, one fatally"."""
    return "multiple" not in a.made_by and any(0 <= a.span.start - d.span.end < _BESIDE for d in dead)


def _may_have_died(a: Assertion) -> bool:
    return a.made_by.endswith(("-shot", "-care")) and not words.BESIDE.search(a.text)


def _as_shot(a: Assertion) -> bool:
    return a.made_by.endswith("-shot")


def _low(a: Assertion) -> int:
    return a.value.low if isinstance(a.value, Figure) else 0


def _is_person(a: Assertion) -> bool:
    """True for a figure of one person who is described, not for "one dead"."""
    return isinstance(a.value, Figure) and a.value.low == 1 and not words.COUNTED_ONE.search(a.text)


def _vote(found: Sequence[tuple[int, Assertion]]) -> int | None:
    """The number most told; early and sure ones weigh more."""
    if not found:
        return None
    weights: dict[int, float] = defaultdict(float)
    for number, a in found:
        weight = a.score * (2.5 if a.span.start < 120 else 1.6 if a.span.start < _LEAD else 1.0)
        weights[number] += weight * (0.3 if a.qualifier == "vague" else 1.0)
    return max(weights, key=lambda n: (weights[n], n))


def person_of(a: Assertion, text: str) -> Person:
    """The person the words of ``a`` describe."""
    return described(a.value.scope if isinstance(a.value, Figure) else "", a.text, a.made_by, a.span, text)


def described(scope: str, evidence: str, made_by: str, span: Span, text: str) -> Person:
    """The person counted by a figure of one.

    Args:
        scope: of the figure.
        evidence: the words of the figure, at ``span`` of ``text``.
        made_by: the rule that read it.
        span, text: where the words stand; an age may follow a name there.
    """
    scope, evidence = scope.replace("’", "'"), evidence.replace("’", "'")
    low = f"{scope} {evidence}".lower()
    names: tuple[str, ...] = ()
    if words.NAMED_RULE.search(made_by) or (scope[:1].isupper() and " " in scope):
        names = tuple(w.lower() for w in _NAME_WORD.findall(scope) if w.lower() not in words.TITLES)
    age = _AGED.search(low)
    years = age.group() if age else _age_after(scope, span, text.replace("’", "'")) if names else ""
    sex = "f" if words.FEMALE.search(low) else "m" if words.MALE.search(low) else ""
    hurt_self = made_by.endswith("-self-shot") or "himself" in low or "herself" in low  # no attack on others
    attacker = made_by.endswith("self") or (bool(words.ATTACKER.search(low) or scope == "attackers") and not hurt_self)
    return Person(names, years, sex, attacker, bool(words.VICTIM.search(low)) and not attacker)


def _age_after(scope: str, span: Span, text: str) -> str:
    at = text.find(scope, span.start, span.end + 60)
    found = _AGE_AFTER.match(text, at + len(scope)) if at >= 0 else None
    return found.group(1) if found else ""


def _same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if len(a) == 1 or len(b) == 1:
        return bool(set(a) & set(b))
    short = a[-1] == b[-1] and a[0][0] == b[0][0] and len(a) != len(b)  # "J. Lee" is "John B. Lee"
    return short or a[0] == b[0]


def _clusters(persons: list[Person]) -> list[Person]:
    """Persons that nothing tells apart put together, the best described first."""
    out: list[Person] = []
    for p in sorted(persons, key=lambda p: -p.told()):
        home = next((k for k, q in enumerate(out) if q.may_be(p)), None)
        if home is None:
            out.append(p)
        else:
            out[home] = out[home].merged(p)
    return out


def _without(persons: list[Person], dead: list[Person], unknown: int, sex: str) -> list[Person]:
    """``persons`` less those who are told as dead; ``unknown`` more may be any of them, but for the other sex."""
    left = list(persons)
    for d in sorted(dead, key=lambda p: -p.told()):
        same = next((p for p in sorted(left, key=lambda p: -p.told()) if p.may_be(d)), None)
        if same is not None:
            left.remove(same)
    apart = [p for p in left if sex and p.sex and p.sex != sex]
    maybe = [p for p in left if p not in apart]
    return apart + maybe[: max(len(maybe) - unknown, 0)]
