"""Finding the words of a text that name a place, before it is decided which place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sayso.gazetteer import Entry, Gazetteer
from sayso.gazetteer.fold import fold
from sayso.lang.en import places as en
from sayso.lang.en.organisations import GROUPS, OFFICIALS, ORGANISATIONS
from sayso.lang.en.titles import HONORIFICS, OFFICES, RANKS
from sayso.model import Document, Mention, Passage, Span
from sayso.read.places.candidates import WIDE, Candidates, candidates, kinds_of_type
from sayso.read.places.evidence import BIG, Spot, Surroundings
from sayso.read.places.tokens import Token

_CODE = frozenset("/@$_\\")
_ENOUGH = 1.0
_PLAIN = en.COMMON_WORDS - (en.FACILITY_NOUNS | en.ORGANISATION_NOUNS | en.NAMED_TYPES | en.SITE_NOUNS) | {"today"}
"""Words that are no part of a name; "today" is one of newspapers alone."""
_SHORTEST_SMALL = 4
"""Letters a name must have to be seen without its capital."""
_BODIES = ORGANISATIONS | GROUPS | OFFICIALS | en.COMMON_PHRASES
"""Well-known bodies and phrases; a name of several words that is one of them is no place, whatever bears it too."""
_OF = ("de", "del", "of", "du", "do")
_LISTED = re.compile(r",\s+|,?\s+(?:and|or|to|&)\s+|\s*/\s*")


class Spotter:
    """Finds the spots of one document.

    Args:
        document: the text.
        passages: its sentences.
        found: mentions of people and organisations that are known already; places inside them are passed over.
        gazetteer: where names are looked up.
    """

    def __init__(
        self, document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...], gazetteer: Gazetteer
    ) -> None:
        self.text = document.text
        self.gazetteer = gazetteer
        self.around = Surroundings(document, passages, gazetteer)
        self.tokens, self.upper = self.around.tokens, self.around.upper
        self.taken = [m.span for m in found if m.kind in ("person", "organisation", "group", "date")]

    def spots(self) -> list[Spot]:
        """All spots in order of the text, without overlap."""
        made: list[Spot] = []
        i = 0
        while i < len(self.tokens):
            spot = (self._at(i) or self._site(i)) if self._may_begin(self.tokens[i]) else self._small(i, made)
            if spot is None:
                i += 1
                continue
            made.append(spot)
            i = spot.last + 1
        return self._settle(made)

    def _may_begin(self, token: Token) -> bool:
        if not token.cap or len(token.text) < 2 or token.low in ("the", "of", "and", "de"):
            return False
        if self._in_address(token):
            return False
        return not self.taken or not any(s.start <= token.start < s.end for s in self.taken)

    def _in_address(self, token: Token) -> bool:
        """Part of a code, a price or a web address ("A/California/7", "US$5")."""
        before, behind = self.text[token.start - 1 : token.start], self.text[token.end : token.end + 2]
        return before in _CODE or behind[:1] in _CODE or (behind[:1] == "." and behind[1:].islower())

    def _small(self, i: int, made: list[Spot]) -> Spot | None:
        """A well-known place written small, as in posts: "in kandahar", "near new york", "in maiduguri, nigeria".

        Only right behind a word such as "in" or behind the comma of such a place; never in an address.
        """
        here, before = self.tokens[i], self.tokens[i - 1] if i else None
        if before is None or here.cap:
            return None
        behind = here.gap == ", " and not before.cap and bool(made) and made[-1].last == i - 1
        led = here.gap.isspace() and before.low in en.LOCATIVES  # not "/farmers-in-senegal-adopt"
        if not (behind or led) or self._in_address(here):
            return None
        for j in range(min(i + 2, len(self.tokens) - 1), i - 1, -1):
            words = self.tokens[i : j + 1]
            if any(w.cap for w in words) or not all(w.joined and not w.possessive for w in words[1:]):
                continue
            span = Span(here.start, words[-1].end)
            known = self._known_small(fold(span.of(self.text)))
            if known:
                group = fold(span.of(self.text))
                return Spot(span, span.of(self.text), Candidates(known), first=i, last=j, cue=2.0, group=group)
        return None

    def _known_small(self, folded: str) -> tuple[Entry, ...]:
        """The places of a name in small letters when one is well known and the words tell no mere direction."""
        words = folded.split()
        if len(folded) < _SHORTEST_SMALL or folded in en.COMMON_WORDS or folded in en.DIRECTIONS:
            return ()
        entries = self.gazetteer.lookup_folded(folded)
        if any(e.main and e.kind == "country" for e in entries):
            return entries
        vague = words[0] in en.DIRECTIONS or words[0] == "the" or words[-1] in en.DIRECTIONS
        if vague or (len(words) > 1 and words[-1] in en.TYPES_AFTER):
            return ()
        return entries if any(e.main and (e.kind == "admin1" or e.population >= BIG) for e in entries) else ()

    def _at(self, i: int) -> Spot | None:
        for j in range(self.around.reach(i), i - 1, -1):
            span = Span(self.tokens[i].start, self.around.end(j))
            folded = fold(span.of(self.text))
            entries = self.gazetteer.lookup_folded(folded)
            towns = j > i and folded in _BODIES and all(e.kind == "settlement" for e in entries)
            if towns and entries:  # a town in North Carolina has the name of the Red Cross
                return Spot(span, span.of(self.text), Candidates(entries), first=i, last=j, cue=-9.0, group=folded)
            if entries and self._fits(i, j, entries):
                return self._judged(Spot(span, span.of(self.text), Candidates(entries), first=i, last=j))
        return None

    def _site(self, i: int) -> Spot | None:
        """A site without a known place in its name: capitalised words that end in "Street", "Stadium" ..."""
        here = self.tokens[i]
        if self.upper or here.first or here.low in en.COMMON_WORDS or here.sentence in self.around.titles:
            return None
        for j, token in self._run(i):
            if token.low in en.SITE_NOUNS:
                after = self.around.next(j)
                if after is not None and after.joined and after.cap and after.low in en.ORGANISATION_NOUNS:
                    return None
                span = Span(self.tokens[i].start, token.end)
                surface = span.of(self.text)
                inside = candidates(self.gazetteer, surface)
                return Spot(
                    span, surface, inside if inside.inside else Candidates(()), "facility", "", i, j, 2.0, fold(surface)
                )
            if j - i > 3:
                break
        return None

    def _run(self, i: int) -> Iterator[tuple[int, Token]]:
        """The capitalised words that follow token ``i`` in one run, with their numbers; a day or month ends it.

        Where all is printed in capitals, a plain word ends it too ("CALI TODAY BY A GROUP").
        """
        while (token := self.around.next(i)) is not None and token.joined and token.cap:
            if self.tokens[i].possessive or token.low in en.CALENDAR or (self.upper and self._plain(token)):
                return
            i += 1
            yield i, token

    def _plain(self, token: Token) -> bool:
        return token.low in _PLAIN

    def _fits(self, i: int, j: int, entries: tuple[Entry, ...]) -> bool:
        """Whether the spelling may be this name: short words and abbreviations must be written as such."""
        words = self.tokens[i : j + 1]
        if i == j:
            word = words[0]
            if "." in word.text and word.text.isupper() and word.low.replace(".", "") in en.REGION_ABBREVIATIONS:
                return False
            if word.low in en.REGION_ABBREVIATIONS:
                postal = len(word.text) == 2 and word.text.isupper() and "," in word.gap and not self._runs_on(j)
                return self.around.abbreviated(word) or postal or not self._short(word)
            if len(word.text) <= 3:
                wide = [e for e in entries if e.main and e.kind in ("country", "admin1", "region")]
                return (
                    (bool(wide) and word.text.isupper() and not self.upper)
                    or any(e.population > BIG and e.main and e.kind == "settlement" for e in entries)
                    or any(fold(e.name) == word.low for e in wide)
                )
        return True

    def _runs_on(self, j: int) -> bool:
        """In capitals a name goes on behind token ``j`` ("LA FONDA"): what may be a postal code is its article."""
        after = self.around.next(j)
        return self.upper and after is not None and after.joined and not self._plain(after)

    def _short(self, word: Token) -> bool:
        return len(word.text) <= 4

    def _judged(self, spot: Spot) -> Spot | None:
        """The spot with kind, type words and cue; None when its surroundings make it something else."""
        after, before = self.around.next(spot.last), self.around.previous(spot.first)
        spot = replace(spot, group=fold(spot.surface))
        if self._names_people(spot.candidates.entries):
            return self._nationality(spot)
        if self.around.is_person(spot, before, after):
            return replace(spot, cue=-9.0)
        if after is not None and after.joined and after.cap and not self.around.possessive(spot):
            extended = self._extended(spot, after)
            if extended is not None:
                return extended
        spot = self._typed(spot, before, after)
        if self.around.in_dateline(spot):
            return replace(spot, cue=5.0, role="dateline")
        origin = before is not None and before.low == "from"
        return replace(self._speaking(spot, after), cue=self.around.cue(spot, before), origin=origin)

    def _names_people(self, entries: tuple[Entry, ...]) -> bool:
        """A people's name, unless a well-known place bears it too."""
        known = any(e.main and (e.kind in WIDE or e.population >= BIG) for e in entries)
        return not known and any(e.demonym for e in entries)

    def _nationality(self, spot: Spot) -> Spot:
        entries = tuple(e for e in spot.candidates.entries if e.demonym)
        return replace(spot, kind="nationality", candidates=Candidates(entries), cue=5.0)

    def _extended(self, spot: Spot, after: Token) -> Spot | None:
        """What a place name becomes with the capitalised words behind it; None to leave it as it is."""
        run = [token for _, token in self._run(spot.last)]
        lows = [t.low for t in run]
        if not lows:
            return None
        common = spot.first == spot.last and spot.group in en.COMMON_WORDS
        if any(e.kind in kinds_of_type(lows[0]) for e in spot.candidates.entries if e.main) and not common:
            return None if lows[0] not in en.NAMED_TYPES else self._typed_name(spot, spot.last + 1)
        if lows[0] in en.NAMED_TYPES and self._place_tail(lows) and not common and not self.around.nation(spot):
            return self._typed_name(spot, spot.last + 1)
        facility = next((k for k, w in enumerate(lows) if w in en.FACILITY_NOUNS), None)
        body = next((k for k, w in enumerate(lows) if w in en.ORGANISATION_NOUNS), None)
        if facility is not None and (body is None or facility < body) and facility <= 3:
            return self._facility(spot, spot.last + 1 + facility)
        if body is not None and body <= 3:
            return None if self.around.nation(spot) else replace(spot, cue=-3.0)
        if lows[0] in OFFICES or lows[0] in RANKS or lows[0] in HONORIFICS:
            return None
        if self.upper or after.sentence in self.around.titles:
            return None
        behind = self.gazetteer.lookup_folded(fold(run[0].text))
        if self.around.strong(spot) and any(e.main and (e.kind in WIDE or e.capital) for e in behind):
            return None
        return replace(spot, cue=-1.0 if self.around.strong(spot) else -3.0)

    def _place_tail(self, lows: list[str]) -> bool:
        return (
            len(lows) == 1
            or lows[0] == "county"
            or not any(w in en.ORGANISATION_NOUNS or w in en.FACILITY_NOUNS for w in lows[1:3])
        )

    def _typed_name(self, spot: Spot, last: int) -> Spot:
        span = Span(spot.span.start, self.tokens[last].end)
        found = candidates(self.gazetteer, span.of(self.text))
        made = replace(spot, span=span, surface=span.of(self.text), candidates=found, last=last, cue=4.0)
        return replace(made, group=fold(made.surface))

    def _facility(self, spot: Spot, last: int) -> Spot:
        span = Span(spot.span.start, self.tokens[last].end)
        way = self.tokens[last].low in en.WAYS
        entries = () if way else self._of_country_inside(spot, last)
        found = replace(spot.candidates, entries=entries, exact=False, inside=not way)
        cue = 2.0 if self.around.strong(spot) else 0.5
        return replace(
            spot, span=span, surface=span.of(self.text), candidates=found, kind="facility", last=last, cue=cue,
            stem=spot.group, group=fold(span.of(self.text)),
        )  # fmt: skip

    def _of_country_inside(self, spot: Spot, last: int) -> tuple[Entry, ...]:
        """The candidates in the country that the name of a site ends with ("San Andres de Peru University"), else that
        country; all of them when it names none."""
        for before, token in pairwise(self.tokens[spot.last + 1 : last]):
            if before.low not in _OF:
                continue
            nations = [e for e in self.gazetteer.lookup_folded(fold(token.text)) if e.kind == "country" and e.main]
            if nations and not any(e.kind == "country" for e in spot.candidates.entries):
                held = tuple(e for e in spot.candidates.entries if e.country_code == nations[0].country_code)
                return held or tuple(nations)
        return spot.candidates.entries

    def _typed(self, spot: Spot, before: Token | None, after: Token | None) -> Spot:
        """Takes note of a type word beside the name: "the Atyrau region", "the village of X"."""
        wanted: tuple[str, ...] = ()
        if after is not None and after.joined and not self.around.possessive(spot):
            wanted = kinds_of_type(after.low)
        if not wanted and before is not None and self.tokens[spot.first].joined:
            two = self.around.previous(spot.first - 1)
            if before.low == "of" and two is not None:
                wanted = kinds_of_type(two.low)
            elif not before.possessive:
                wanted = kinds_of_type(before.low)
        return replace(spot, candidates=replace(spot.candidates, wanted=wanted)) if wanted else spot

    def _speaking(self, spot: Spot, after: Token | None) -> Spot:
        """What accuses, denies or warns is a country rather than a state or town of its name."""
        speaks = after is not None and after.low in en.SAYING_VERBS and not self.upper
        if spot.candidates.wanted or not speaks or not self.around.nation(spot):
            return spot
        return replace(spot, candidates=replace(spot.candidates, wanted=("country",)))

    def _settle(self, made: list[Spot]) -> list[Spot]:
        """Decides with the document in view: a name that is a person's once is one throughout, unless well cued."""
        best: dict[str, float] = defaultdict(lambda: -9.0)
        people = {s.group for s in made if s.cue <= -9.0}
        for s in made:
            best[s.group] = max(best[s.group], s.cue)
        kept = []
        for n, s in enumerate(made):
            if s.group in people and s.cue < 4.0:
                continue
            carried = 0.5 * max(0.0, best[s.stem or s.group] - 1.5) if s.cue > -1.0 else 0.0
            if s.cue + carried + self._listed(made, n) >= _ENOUGH:
                kept.append(s)
        return kept

    def _listed(self, made: list[Spot], n: int) -> float:
        """Evidence for a name that stands in a list with a place: "Harwick, Bantam and Litchfield"."""
        if made[n].cue < -1.0:
            return 0.0
        for a, b, other in ((n - 1, n, n - 1), (n, n + 1, n + 1)):
            if 0 <= other < len(made) and made[other].cue >= _ENOUGH:
                between = self.text[made[a].span.end : made[b].span.start]
                if _LISTED.fullmatch(between):
                    return 1.5
        return 0.0
