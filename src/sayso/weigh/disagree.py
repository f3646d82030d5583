"""Why the assertions of a field cannot all hold, in one sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import combinations

from sayso.model import Disagreement, Figure, Perpetrator, Place, When
from sayso.weigh.because import because, counts_all
from sayso.weigh.distance import distance_m
from sayso.weigh.lifecycle import one_name
from sayso.weigh.said import Key, Said, is_attackers, is_general, is_read, key_of, low_of, totals
from sayso.weigh.words import datum_words, field_words, speakers

_SINGLE = frozenset({
    "type", "happened", "place", "killed", "injured", "missing", "detained", "displaced", "hostages", "attackers",
    "devices", "perpetrator",
})  # fmt: skip
"""Fields with one true value; several weapons or targets are no contradiction."""
_FIRST_WORDS = {
    "explosion": frozenset({
        "bombing", "sabotage", "air_strike", "drone_strike", "missile_attack", "shelling", "assassination",
    }),
    "fire": frozenset({"arson", "bombing", "explosion", "sabotage"}),
    "armed_attack": frozenset({"assassination", "armed_clash", "hostage_taking", "kidnapping", "stabbing", "bombing"}),
}  # fmt: skip
"""Kinds that first words stand for, and the kinds they may turn out to be."""
_ROUGH = frozenset({"about", "at_least", "at_most", "vague", "range"})
_ROUNDING = 0.1
_CHAIN = frozenset({"official", "outlet", "agency"})
"""Voices whose figure officials bring up to date: their own, and what the press tells in its own words."""
_NATION = re.compile(r"\b[A-Z]\w*(?:ian|ese|ish|ani|eli|aqi|eni|ench|utch|ean|ican|yan|stani)\b")


def disagreements(field: str, said: Sequence[Said]) -> tuple[Disagreement, ...]:
    """Disagreements among the assertions of one field, the gravest first.

    A denial is one side, what it denies the other. Values that can hold together ("at least 12" and "14", a town
    and its region, a month and a day in it) are none. What a person gave is no side: it outranks them all.
    """
    said = [s for s in said if not s.judgement]
    found = list(_denials(field, said))
    if field in _SINGLE:
        found += _conflicts(field, totals([s for s in said if s.holds and is_read(s)]))
    return tuple(found)


def _denials(field: str, said: Sequence[Said]) -> list[Disagreement]:
    denied = [s for s in said if s.assertion.polarity == "negated"]
    found = []
    for key in dict.fromkeys(key_of(s) for s in denied):
        no = [s for s in denied if key_of(s) == key]
        yes = [s for s in said if s.holds and key_of(s) == key]
        if yes:
            words = datum_words(field, no[0].assertion.value)
            sentence = f"{speakers(yes)} {_verb(yes, 'say')} {words}, {speakers(no)} {_verb(no, 'deny')} it."
            found.append(Disagreement(field, "denial", sentence, (_ids(yes), _ids(no))))
    return found


def _conflicts(field: str, said: Sequence[Said]) -> list[Disagreement]:
    groups: dict[Key, list[Said]] = defaultdict(list)
    for s in said:
        groups[key_of(s)].append(s)
    wholes = {s.report: low_of(s) for s in said if is_general(s)}
    pairs = [
        (a, b)
        for a, b in combinations(groups.values(), 2)
        if _clash(a[0], b[0]) and not _one_breath(a, b) and not _added(a, b, wholes) and not _added(b, a, wholes)
    ]
    if not pairs:
        return []
    # one line per reason: five tolls on five days are one later update, not ten
    by_reason: dict[str, list[tuple[list[Said], list[Said]]]] = defaultdict(list)
    attackers = frozenset(low_of(s) for s in said if is_attackers(s)) - {0}
    for a, b in pairs:
        by_reason[_reason(a, b, attackers)].append((a, b))
    order = ("origin", "place", "scope", "later_update", "rounding")
    return [_told(field, reason, by_reason[reason], attackers) for reason in order if reason in by_reason]


def _told(
    field: str, reason: str, pairs: list[tuple[list[Said], list[Said]]], attackers: frozenset[int]
) -> Disagreement:
    sides: dict[Key, list[Said]] = {}
    for pair in pairs:
        for side in pair:
            sides[key_of(side[0])] = side
    ordered = sorted(sides.values(), key=lambda side: min(s.said_at for s in side))
    parts = [f"{datum_words(field, s[0].assertion.value)} ({speakers(s)})" for s in ordered]
    sentence = f"{field_words(field)}: {_REASONS[reason]}: {', '.join(parts)}."
    more = next((words for one, other in pairs if (words := because(reason, one, other, attackers))), "")
    sentence += f" {more}" if more else ""
    return Disagreement(field, reason, sentence, tuple(_ids(side) for side in ordered))


_REASONS = {
    "later_update": "the figure changed as reports came in",
    "scope": "the figures count different people (the attackers counted or not, a part or the whole)",
    "rounding": "one figure is rounded",
    "place": "the places are too far apart to be one",
    "origin": "the origins differ",
}


def _clash(a: Said, b: Said) -> bool:
    match a.assertion.value, b.assertion.value:
        case Figure(), Figure():
            return _figures_clash(a, b)
        case Place() as one, Place() as other:
            return _places_clash(one, other)
        case When() as one, When() as other:
            return _days_clash(one, other)
        case Perpetrator() as one, Perpetrator() as other:
            return one.named and other.named and not one_name(one.name, other.name)
        case str(), str():
            return key_of(a) != key_of(b) and not _is_first_word(a, b) and not _is_first_word(b, a)
    return False


def _one_breath(a: list[Said], b: list[Said]) -> bool:
    """True when one origin in one report uses two words for who or what: a name and what it calls it for short."""
    if not isinstance(a[0].assertion.value, str | Perpetrator):
        return False
    one, other = ({(s.report, s.origin) for s in side if s.origin} for side in (a, b))
    return bool(one and other) and (one <= other or other <= one)


def _added(late: list[Said], early: list[Said], wholes: dict[str, int]) -> bool:
    """True when a part of the toll comes on top of the other: the report that gives it has a total with room for it."""
    if is_general(late[0]) or is_general(early[0]):
        return False
    room = low_of(late[0]) + low_of(early[0])
    return all(wholes.get(s.report, 0) >= room for s in late)


def _is_first_word(vague: Said, exact: Said) -> bool:
    """True when one word ("blasts", "shots", "fire") leaves open what the other kind tells more exactly."""
    of = _FIRST_WORDS.get(str(vague.assertion.value), frozenset())
    return str(exact.assertion.value) in of and len(vague.assertion.text.split()) == 1


def _figures_clash(a: Said, b: Said) -> bool:
    one, other = a.assertion.value, b.assertion.value
    if not isinstance(one, Figure) or not isinstance(other, Figure) or one.unit != other.unit:
        return False
    if is_general(a) != is_general(b):
        whole, part = (one, other) if is_general(a) else (other, one)
        return whole.high is not None and part.low > whole.high  # a part may be smaller, never larger
    if not is_general(a) and key_of(a)[2] != key_of(b)[2]:
        return False  # "2 soldiers" and "3 children" hold together
    high, other_high = (float("inf") if f.high is None else f.high for f in (one, other))
    return one.low > other_high or other.low > high


def _places_clash(one: Place, other: Place) -> bool:
    if one.country_code and other.country_code and one.country_code != other.country_code:
        return True
    apart = distance_m(one, other)
    if apart is None or "country" in (one.precision, other.precision):
        return False
    reach = (one.uncertainty_m or 5_000.0) + (other.uncertainty_m or 5_000.0)
    return apart > reach


def _days_clash(one: When, other: When) -> bool:
    if one.value is None or other.value is None or "W" in one.value or "W" in other.value:
        return False
    first, second = (one.value[:10], (one.end or one.value)[:10]), (other.value[:10], (other.end or other.value)[:10])
    shortest = min(len(v) for v in (*first, *second))
    return first[0][:shortest] > second[1][:shortest] or second[0][:shortest] > first[1][:shortest]


def _reason(a: list[Said], b: list[Said], attackers: frozenset[int]) -> str:
    """Why two values differ; ``attackers`` are the numbers given for those who did it among them."""
    one, other = a[0].assertion.value, b[0].assertion.value
    if isinstance(one, Place) or isinstance(other, Place):
        return "place"
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return "origin"
    if is_general(a[0]) != is_general(b[0]) or abs(one.low - other.low) in attackers or counts_all(a, b):
        return "scope"
    if _rounded(one, other) or _rounded(other, one):
        return "rounding"
    return "later_update" if _updates(a, b) or _updates(b, a) else "origin"


def _rounded(rough: Figure, exact: Figure) -> bool:
    return rough.qualifier in _ROUGH and abs(rough.low - exact.low) <= _ROUNDING * max(rough.low, exact.low)


def _updates(late: list[Said], early: list[Said]) -> bool:
    """True when one value takes the place of the other: the same origin says it now, or officials count more by now.

    Another origin that comes later with another figure updates nothing: an armed group's count of its enemy's dead does
    not replace the ministry's, whenever it is told.
    """
    shared = {s.origin for s in late} & {s.origin for s in early} - {""}
    if shared and min(s.said_at for s in late) > max(s.said_at for s in early):
        return True
    if low_of(late[0]) <= low_of(early[0]):
        return False  # a toll that falls is a correction only by whoever gave it
    return any(_times(late, o, min) > _times(early, o, max) for o in shared) or _official(late, early)


def _official(late: list[Said], early: list[Said]) -> bool:
    """True when officials say the one after everything that officials of the same side, or the press, said before."""
    now = [s for s in late if s.voice_kind == "official"]
    if not now or not any(s.voice_kind in _CHAIN for s in early):
        return False
    told = [s for s in early if s.voice_kind == "official"]
    if told and all(_two_sides(a.speaker, b.speaker) for a in now for b in told):
        return False
    return min(s.said_at for s in now) > max(s.said_at for s in told or early)


def _two_sides(one: str, other: str) -> bool:
    """True when two speakers name different nations ("Israeli army", "Iranian officials")."""
    nations = [frozenset(_NATION.findall(name)) for name in (one, other)]
    return all(nations) and nations[0].isdisjoint(nations[1])


def _times(said: list[Said], origin: str, which: Callable[[Iterable[datetime]], datetime]) -> datetime:
    return which(s.said_at for s in said if s.origin == origin)


def _ids(said: Sequence[Said]) -> tuple[str, ...]:
    return tuple(s.id for s in said)


def _verb(said: Sequence[Said], verb: str) -> str:
    if len({s.speaker for s in said}) > 1:
        return verb
    return "denies" if verb == "deny" else verb + "s"
