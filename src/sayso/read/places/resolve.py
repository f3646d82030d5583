"""Deciding which place each spot means, with the document as a whole in view.

Each name of the document has one sense. Candidates are scored by what is known of them beforehand (kind, population),
by type words and by "X, Y"; then, twice, by how they fit the countries and regions of the other names and how near
they lie to them: the minimality and containment heuristics of Leidner (2007) and Lieberman, Samet and
Sankaranarayanan (2010). The weights were tuned on news with marked places.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import exp, log10

from sayso.gazetteer import Entry
from sayso.gazetteer.geo import distance_m
from sayso.read.places.evidence import Spot

_PRIOR = {
    "country": 7.5, "continent": 7.0, "ocean": 6.0, "sea": 6.0, "admin1": 5.5, "region": 6.0, "admin2": 1.5,
    "settlement": 0.0, "island": 4.0, "strait": 5.0, "canal": 5.0, "lake": 4.0, "river": 3.5, "mountain": 4.5,
    "mountains": 5.0, "desert": 5.0,
    "valley": 4.0, "landmark": 5.0, "airport": 5.0, "oil field": 4.0, "camp": 3.5, "base": 4.0,
    "feature": -2.0,
}  # fmt: skip
_POPULATION = 0.75
_ALTERNATE = -2.1
_CAPITAL = 1.5
_SEATS_OF_GOVERNMENT = frozenset({3911925, 2293538, 160263, 2394819, 1248991, 293397, 2747373, 3369157, 425378})
"""GeoNames ids of cities that are not the capital by law, yet where government or embassies sit: La Paz, Abidjan,
Dar es Salaam, Cotonou, Colombo, Tel Aviv, The Hague, Cape Town, Bujumbura."""
_UNLISTED = 1.8
_SHARED = 2.0
_SEAT = 20_000
_WANTED = 4.0
_QUALIFIED = 8.0
_COUNTRY = 4.65
_ADMIN1 = 2.15
_NEAR = 1.2
_DOUBT = 1.0
"""Weight of what is not told: one name beside a great city is less of a hint than ten."""
_ASIDE = 0.3
"""Share in the countries that a nationality, or a place that somebody comes from, has beside a place."""
_NEAR_M = 168_000.0
_MOST = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """What a group of spots was decided to mean.

    Attributes:
        entry: the place; None when nothing is known of that name.
        score: of the place.
        why: what spoke for it, in words.
        others: next candidates with their scores, best first.
    """

    entry: Entry | None
    score: float = 0.0
    why: str = ""
    others: tuple[tuple[Entry, float], ...] = ()


def resolve(spots: list[Spot], qualifiers: dict[int, int], home: str = "") -> list[Choice]:
    """One choice for each spot.

    Args:
        spots: in order of the text.
        qualifiers: number of a spot to the number of the spot that stands behind it after a comma ("X, Y").
        home: country code of the outlet, "" when unknown.
    """
    behind = set(qualifiers.values())
    names = [f"{s.group}|{','.join(s.candidates.wanted)}" if s.candidates.wanted else s.group for s in spots]
    names = [f"{name}|behind" if n in behind else name for n, name in enumerate(names)]
    groups: dict[str, list[int]] = defaultdict(list)
    for n, name in enumerate(names):
        groups[name].append(n)
    basic = {name: _basic(spots, numbers, qualifiers) for name, numbers in groups.items()}
    chosen = {name: _best(scored) for name, scored in basic.items()}
    for _ in range(2):
        around = _Around(chosen, {name: _weight(spots, numbers) for name, numbers in groups.items()}, home)
        chosen = {name: _best(around.score(name, scored)) for name, scored in basic.items()}
    return [chosen[name] for name in names]


_Scored = list[tuple[Entry, float, str]]


def _basic(spots: list[Spot], numbers: list[int], qualifiers: dict[int, int]) -> _Scored:
    spot = spots[numbers[0]]
    behind = [spots[qualifiers[n]] for n in numbers if n in qualifiers]
    ahead = [spots[n] for n, q in qualifiers.items() if q in numbers]
    scored = []
    seats = {
        (e.country_code, e.admin1) for e in spot.candidates.entries if e.kind == "settlement" and e.population > _SEAT
    }
    for entry in spot.candidates.entries:
        score, why = _prior(entry), "by size and kind"
        if entry.kind == "admin1" and (entry.country_code, entry.admin1) in seats:
            score -= _SHARED
        if spot.candidates.wanted:
            score += _WANTED if entry.kind in spot.candidates.wanted else 0.0
        if behind and any(_lies_in(entry, other) for q in behind for other in q.candidates.entries):
            score, why = score + _QUALIFIED, f"named with {behind[0].surface}"
        if any(_lies_in(other, entry) for a in ahead for other in a.candidates.entries if other.main):
            score, why = score + _QUALIFIED, f"named behind {ahead[0].surface}"
        scored.append((entry, score, why))
    scored.sort(key=lambda s: -s[1])
    return scored[:_MOST]


def _prior(entry: Entry) -> float:
    score = _PRIOR.get(entry.kind, 0.0)
    if entry.kind == "settlement":
        score += _POPULATION * log10(entry.population + 10)
    elif entry.kind == "admin1" and entry.geonames_id is None:
        score -= _UNLISTED
    if entry.capital or entry.geonames_id in _SEATS_OF_GOVERNMENT:
        score += _CAPITAL
    return score if entry.main or entry.demonym else score + _ALTERNATE


def _lies_in(entry: Entry, other: Entry) -> bool:
    if entry.kind == other.kind and entry.kind != "settlement":
        return False
    if other.kind == "country":
        return entry.country_code == other.country_code
    if other.kind == "admin1":
        return entry.country_code == other.country_code and entry.admin1 == other.name
    return False


def _weight(spots: list[Spot], numbers: list[int]) -> float:
    """How much a name says of where the document plays."""
    aside = all(spots[n].kind == "nationality" or spots[n].origin for n in numbers)
    return (_ASIDE if aside else 1.0) * (1.0 + 0.3 * min(len(numbers), 6))


class _Around:
    """The countries, regions and points of the other names of a document."""

    def __init__(self, chosen: dict[str, Choice], weights: dict[str, float], home: str) -> None:
        self.countries: dict[str, float] = defaultdict(float)
        self.regions: dict[tuple[str, str], float] = defaultdict(float)
        self.points: list[tuple[str, tuple[float, float], float]] = []
        self.own: dict[str, Choice] = chosen
        self.weights = weights
        for name, choice in chosen.items():
            weight = weights[name]
            entry = choice.entry
            if entry is None:
                continue
            self.countries[entry.country_code] += weight
            if entry.admin1:
                self.regions[entry.country_code, entry.admin1] += weight
            if entry.point and entry.kind in ("settlement", "admin2", "landmark", "airport", "camp", "base"):
                self.points.append((name, entry.point, min(weight, 1.0) ** 0.5))
        if home:
            self.countries[home] += 1.5
        self.total = _DOUBT + sum(w for c, w in self.countries.items() if c)

    def score(self, name: str, scored: _Scored) -> _Scored:
        """The candidates of one name with the fit to the others added."""
        own, weight = self.own[name].entry, self.weights[name]
        made = []
        for entry, score, why in scored:
            mine = weight if own is not None and own.country_code == entry.country_code else 0.0
            country = (self.countries.get(entry.country_code, 0.0) - mine) / self.total if entry.country_code else 0.0
            region = 0.0
            if entry.admin1 and entry.kind != "country":
                held = self.regions.get((entry.country_code, entry.admin1), 0.0)
                if own is not None and (own.country_code, own.admin1) == (entry.country_code, entry.admin1):
                    held -= weight
                region = held / self.total
            near = self._near(name, entry)
            gain = _COUNTRY * country**0.5 if country > 0 else 0.0
            gain += _ADMIN1 * region**0.5 if region > 0 else 0.0
            gain += _NEAR * near
            if gain > 1.0 and why == "by size and kind":
                why = (
                    "fits the other places named"
                    if near > 0.3
                    else f"fits what is told of {entry.country or entry.name}"
                )
            made.append((entry, score + gain, why))
        return made

    def _near(self, name: str, entry: Entry) -> float:
        if entry.point is None or entry.kind in ("country", "continent", "ocean"):
            return 0.0
        at = entry.point
        total = 0.0
        for other, point, weight in self.points:
            if other != name and abs(point[0] - at[0]) < 4:
                total += weight * exp(-distance_m(at, point) / _NEAR_M)
        return min(total, 2.0)


def _best(scored: _Scored) -> Choice:
    if not scored:
        return Choice(None)
    ranked = sorted(scored, key=lambda s: -s[1])
    entry, score, why = ranked[0]
    return Choice(entry, score, why, tuple((e, s) for e, s, _ in ranked[1:4]))
