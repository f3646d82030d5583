"""What the words around a name say: is it a place, a person, part of something else?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.fold import fold
from sayso.lang.en import places as en
from sayso.lang.en.titles import HONORIFICS, OFFICES, RANKS
from sayso.model import Document, Passage, Span
from sayso.read.places.candidates import WIDE, Candidates
from sayso.read.places.tokens import Token, is_upper_case, title_sentences, tokens_of

BIG = 50_000
SITES = frozenset({"landmark", "base", "camp", "oil field", "airport"})
"""Inhabitants from which a settlement's name needs no further evidence."""

_LONGEST = 6
_DATELINE_BEFORE = re.compile(r"(?:[A-Z][\w.'’ -]{1,25},\s*)?")
_DATELINE_BEHIND = re.compile(
    r"(?:,\s*[A-Z][\w.'’ ]{1,25}?|\s*\([A-Z][\w ]{2,25}\))?(?:,\s*(?:\w+\.?\s+\d{1,2}|\d{1,2}\s+\w+)(?:,?\s+\d{2,4})?)?"
    r"\s*(?:\([\w /.-]{2,40}\)\s*)?(?:[—–]|--?\s)|\s*\((?:" + "|".join(sorted(en.WIRES)) + r")\)"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A span that names a place, not yet resolved.

    Attributes:
        span: where, in the document's text.
        surface: the words.
        candidates: what they may mean.
        kind: ``place``, ``nationality`` or ``facility``.
        role: see ``find_places``.
        first, last: numbers of its first and last token.
        cue: how strongly the surroundings speak for a place, see ``_cue``.
        group: key of the name; mentions of one group have one sense.
        stem: for a facility the name of the place it begins with.
        origin: where somebody or something comes from ("a teacher from X").
    """

    span: Span
    surface: str
    candidates: Candidates
    kind: str = "place"
    role: str = ""
    first: int = 0
    last: int = 0
    cue: float = 0.0
    group: str = ""
    stem: str = ""
    origin: bool = False


class Surroundings:
    """The words of one document and what they say about a name that stands among them.

    Args:
        document: the text; its dateline is used when it is known.
        passages: its sentences.
        gazetteer: where neighbouring names are looked up.
    """

    def __init__(self, document: Document, passages: tuple[Passage, ...], gazetteer: Gazetteer) -> None:
        self.text = document.text
        self.gazetteer = gazetteer
        self.dateline = document.dateline_span
        self.starts = [p.span.start for p in passages]
        self.tokens = tokens_of(document.text, passages)
        self.upper = is_upper_case(document.text)
        self.titles = title_sentences(self.tokens) if not self.upper else frozenset()

    def next(self, j: int) -> Token | None:
        """The token behind number ``j``."""
        return self.tokens[j + 1] if j + 1 < len(self.tokens) else None

    def previous(self, i: int) -> Token | None:
        """The token before number ``i``."""
        return self.tokens[i - 1] if i > 0 else None

    def possessive(self, spot: Spot) -> bool:
        """The name ends in "'s"."""
        return self.tokens[spot.last].possessive

    def reach(self, i: int) -> int:
        """The last token that a name beginning at ``i`` may have."""
        j = last = i
        while j + 1 < len(self.tokens) and j + 1 < i + _LONGEST:
            token = self.tokens[j + 1]
            if not token.joined or self.tokens[j].possessive or not (token.cap or token.low in en.LINKS):
                break
            if token.low in en.CALENDAR and self.tokens[j].low not in en.NAME_PARTICLES:  # "Viña del Mar"
                break
            j += 1
            if token.cap:
                last = j
        return last

    def end(self, j: int) -> int:
        """End of a name whose last word is token ``j``; the stop of an abbreviation belongs to it."""
        token = self.tokens[j]
        return token.end + 1 if self.abbreviated(token) else token.end

    def abbreviated(self, token: Token) -> bool:
        """A shortened state or province with its stop ("Mich.")."""
        return (
            not token.possessive
            and self.text[token.end : token.end + 1] == "."
            and not token.text.endswith(".")
            and token.low in en.REGION_ABBREVIATIONS
        )

    def is_person(self, spot: Spot, before: Token | None, after: Token | None) -> bool:
        """A title, rank, office, given name or initial stands before the name, or a surname behind it."""
        here = self.tokens[spot.first]
        if after is not None and after.joined and after.low in en.SURNAME_MARKS:
            return True
        if before is None or not here.joined or before.possessive:
            return self._given_and_surname(spot, after)
        if before.low in HONORIFICS or (before.cap and before.low in RANKS):
            return True
        if self.upper and self._named_in_capitals(spot, before):
            return True
        if before.cap and before.low in OFFICES and not self.upper:
            return True
        if before.cap and before.low in en.GIVEN_NAMES and not self.upper:
            return not (before.first and before.low in en.COMMON_WORDS)
        if len(before.text) == 1 and before.cap and before.low not in ("i", "a"):
            return True
        return self._given_and_surname(spot, after)

    def _named_in_capitals(self, spot: Spot, before: Token) -> bool:
        """ "JOSE RODRIGUEZ", "PRESIDENT BARCO": a given name or an office that no place before it explains."""
        if spot.first != spot.last or self.nation(spot) or any(e.capital for e in spot.candidates.entries if e.main):
            return False
        two = self.previous(spot.first - 2)
        place = two is not None and before.joined and self.gazetteer.has(fold(f"{two.text} {before.text}"))
        given = before.low in en.GIVEN_NAMES and before.low not in en.COMMON_WORDS and not place
        return given or before.low in OFFICES

    def _given_and_surname(self, spot: Spot, after: Token | None) -> bool:
        """ "Jordan Smith": a given name that is also a place, before a capitalised word that is no kind of place."""
        if after is None or not after.joined or not after.cap or self.possessive(spot) or self.upper:
            return False
        return spot.first == spot.last and spot.group in en.GIVEN_NAMES and not self._known_tail(after)

    def _known_tail(self, token: Token) -> bool:
        return any(
            token.low in words
            for words in (en.TYPES_AFTER, en.FACILITY_NOUNS, en.ORGANISATION_NOUNS, OFFICES, RANKS, HONORIFICS)
        )

    def strong(self, spot: Spot) -> bool:
        """A name that is a place for nearly every reader without any cue."""
        if spot.first == spot.last and spot.group in en.COMMON_WORDS:
            return self.nation(spot)
        return any(
            (e.kind in WIDE and e.main) or e.capital or e.population >= (BIG if e.main else 2 * BIG)
            for e in spot.candidates.entries
        )

    def nation(self, spot: Spot) -> bool:
        """A country, also when it stands before the name of its bodies ("US Army", "Iraq war")."""
        return any(e.kind == "country" and e.main for e in spot.candidates.entries)

    def _big(self, spot: Spot) -> bool:
        return any(e.population >= BIG and e.main for e in spot.candidates.entries)

    def in_dateline(self, spot: Spot) -> bool:
        """The name opens a paragraph as its dateline ("X, Country (Agency) -")."""
        if self.dateline is not None and self.dateline.contains(spot.span):
            return True
        begin = self.starts[self.tokens[spot.first].sentence] if self.tokens[spot.first].sentence >= 0 else 0
        opening = self.text[begin : spot.span.start].strip()
        behind = self.text[spot.span.end : spot.span.end + 60]
        return bool(_DATELINE_BEFORE.fullmatch(opening) and _DATELINE_BEHIND.match(behind))

    def cue(self, spot: Spot, before: Token | None) -> float:
        """Evidence of the surroundings: prepositions, type words, a region behind a comma, a dateline."""
        here, cue = self.tokens[spot.first], 0.0
        alone = spot.first == spot.last
        two = self.previous(spot.first - 1)
        if before is not None and before.low == "the" and here.joined and two is not None and two.low in en.LOCATIVES:
            here, before = (before, two) if self._site(spot) and self._built(spot) else (here, before)
        locative = before is not None and here.joined and before.low in en.LOCATIVES
        cue += 2.0 * bool(spot.candidates.wanted) + self._before(before, here, spot.first)
        here = self.tokens[spot.first]
        cue += 3.0 if self._region_behind(spot) or self._measured(spot) else 0.0
        attacked = before is not None and before.low == "on" and two is not None and two.low in en.ATTACKS_ON
        cue += 2.5 if self.strong(spot) else self._fame(spot) + (attacked and self._fame(spot) > 0)
        if here.first and alone and not self.upper:
            cue -= 0.5
        if alone and spot.surface.isupper() and 2 < len(spot.surface) < 6 and not self.upper and not self.nation(spot):
            cue -= 2.0
        if alone and spot.group in en.COMMON_WORDS and (here.first or cue < 3 or self.upper):
            cue -= 1.0 if locative and self._big(spot) and not self.upper else 3.0
        if alone and spot.group in en.GIVEN_NAMES and not locative and not self.nation(spot):
            cue -= 1.5
        if any(e.kind == "landmark" and e.main for e in spot.candidates.entries) and not (
            locative or self._built(spot)
        ):
            cue -= 2.0
        return cue

    def _site(self, spot: Spot) -> bool:
        """The main name of a well-known site, or another one that says what it is ("Cali Airport")."""
        built = spot.last > spot.first and self.tokens[spot.last].low in en.SITE_NOUNS
        return any(e.kind in SITES and (e.main or built) for e in spot.candidates.entries)

    def _built(self, spot: Spot) -> bool:
        """A site of several words, the last of which says that it is one, or with such a word behind it."""
        after = self.next(spot.last)
        words = [self.tokens[spot.last].low] if spot.last > spot.first else []
        behind = after is not None and after.joined and not after.cap and after.low in en.FACILITY_NOUNS
        return behind or any(w in en.SITE_NOUNS for w in words)

    def _before(self, before: Token | None, here: Token, number: int) -> float:
        """What the word before says: a preposition, a direction, or a capitalised word the name may belong to."""
        if before is None or not here.joined:
            return 0.0
        if before.low in en.LOCATIVES:
            return 2.0
        if before.low == "of":
            return self._after_of(number)
        if before.low in en.PLACE_PREPOSITIONS or before.low in en.DIRECTIONS:
            return 1.0
        plain = before.low in en.COMMON_WORDS and before.low not in en.NAME_OPENERS
        if here.sentence in self.titles or self.upper:
            return 0.0
        if before.cap and not plain and not self._is_place_token(before):
            return -1.0 if before.first else -3.5
        return 0.0

    def _after_of(self, number: int) -> float:
        two = self.previous(number - 1)
        if (
            two is not None
            and two.low in en.DIRECTIONS
            and en.FAR_BEFORE.search(self.text[max(0, two.start - 40) : two.start])
        ):
            return 3.0
        return -3.0 if two is not None and two.cap and two.low in en.BODIES_OF and not self.upper else 1.0

    def _is_place_token(self, token: Token) -> bool:
        return token.low in OFFICES or bool(self.gazetteer.lookup_folded(fold(token.text)))

    def _fame(self, spot: Spot) -> float:
        main = [e.population for e in spot.candidates.entries if e.main and e.kind == "settlement"]
        if not main and self._site(spot) and (spot.last > spot.first or self._built(spot)):
            return 1.0
        most = max(main, default=0)
        return 0.5 if most > 20_000 else 0.0 if most > 3000 else -0.5 if main else -1.0

    def _measured(self, spot: Spot) -> bool:
        """ "X, 30 miles north of Y", "X is about 30 miles north of Y": only a place lies so far from another."""
        return not self.upper and en.MEASURED_BEHIND.match(self.text, spot.span.end) is not None

    def _region_behind(self, spot: Spot) -> bool:
        """ "X, Texas": a country or region behind a comma (or in brackets)."""
        after = self.next(spot.last)
        if after is None or not after.cap or after.gap.strip() not in (",", "(", ".,"):
            return False
        for j in range(self.reach(spot.last + 1), spot.last, -1):
            entries = self.gazetteer.lookup_folded(fold(self.text[after.start : self.end(j)]))
            if any(e.kind in ("country", "admin1") and e.main for e in entries):
                return True
        return False
