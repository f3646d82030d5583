"""Finding the words of a text that name a place, before it is decided which place."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from sayso.gazetteer import Entry, Gazetteer
from sayso.gazetteer.fold import fold
from sayso.lang.en import places as en
from sayso.lang.en.titles import HONORIFICS, OFFICES, RANKS
from sayso.read.places.candidates import Candidates, candidates, kinds_of_type
from sayso.read.places.tokens import Token, is_upper_case, tokens_of
from sayso.model import Document, Mention, Passage, Span

_LONGEST = 6
_CODE = frozenset("/@$_\\")
_ENOUGH = 1.0
_LISTED = re.compile(r",\s+|,?\s+(?:and|or|to|&)\s+|\s*/\s*")
_DATELINE_BEFORE = re.compile(r"(?:[A-Z][\w.'’ -]{1,25},\s*)?")
_DATELINE_BEHIND = re.compile(
    r"(?:,\s*[A-Z][\w.'’ ]{1,25}?)?(?:,\s*(?:\w+\.?\s+\d{1,2}|\d{1,2}\s+\w+)(?:,?\s+\d{2,4})?)?"
    r"\s*(?:\([\w /.]{2,24}\)\s*)?(?:[—–]|--?\s)|\s*\((?:AP|AFP|Reuters|UPI|CNN|BBC|Xinhua|Bloomberg)\)"
)
_LINKS = frozenset(
    "of the and de la le les el al du des d di da do del on upon sur y e es in au aux am an der den im sous a".split()
)
_BIG = 50_000
_WIDE = frozenset(
    "country admin1 continent region ocean sea island strait canal lake river mountain mountains desert valley landmark airport".split()
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
        self.dateline = document.dateline_span
        self.tokens = tokens_of(document.text, passages)
        self.starts = [p.span.start for p in passages]
        self.upper = is_upper_case(document.text)
        self.taken = [m.span for m in found if m.kind in ("person", "organisation", "group", "date")]
        self.title = document.title_span

    def spots(self) -> list[Spot]:
        """All spots in order of the text, without overlap."""
        made: list[Spot] = []
        i = 0
        while i < len(self.tokens):
            spot = (self._at(i) or self._site(i)) if self._may_begin(self.tokens[i]) else None
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
        return self.text[token.start - 1 : token.start] in _CODE or self.text[token.end : token.end + 1] in _CODE

    def _at(self, i: int) -> Spot | None:
        for j in range(self._reach(i), i - 1, -1):
            surface = self.text[self.tokens[i].start : self._end(j)]
            entries = self.gazetteer.lookup_folded(fold(surface))
            if entries and self._fits(i, j, entries):
                span = Span(self.tokens[i].start, self._end(j))
                return self._judged(Spot(span, span.of(self.text), Candidates(entries), first=i, last=j))
        return None

    def _site(self, i: int) -> Spot | None:
        """A site without a known place in its name: capitalised words that end in "Street", "Stadium" ..."""
        if self.upper or self.tokens[i].first or self.tokens[i].low in en.COMMON_WORDS:
            return None
        j = i
        while (token := self._next(j)) is not None and token.joined and token.cap and not self.tokens[j].possessive:
            j += 1
            if token.low in en.SITE_NOUNS:
                after = self._next(j)
                if after is not None and after.joined and after.cap and after.low in en.ORGANISATION_NOUNS:
                    return None
                span = Span(self.tokens[i].start, token.end)
                surface = span.of(self.text)
                return Spot(span, surface, Candidates(()), "facility", "", i, j, 2.0, fold(surface))
            if j - i > 3:
                break
        return None

    def _reach(self, i: int) -> int:
        """The last token that a name beginning at ``i`` may have."""
        j = last = i
        while j + 1 < len(self.tokens) and j + 1 < i + _LONGEST:
            token = self.tokens[j + 1]
            if not token.joined or self.tokens[j].possessive or not (token.cap or token.low in _LINKS):
                break
            if token.low in en.CALENDAR:
                break
            j += 1
            if token.cap:
                last = j
        return last

    def _end(self, j: int) -> int:
        """End of a name whose last word is token ``j``; the stop of an abbreviation belongs to it."""
        token = self.tokens[j]
        return token.end + 1 if self._abbreviated(token) else token.end

    def _abbreviated(self, token: Token) -> bool:
        return (
            not token.possessive
            and self.text[token.end : token.end + 1] == "."
            and not token.text.endswith(".")
            and token.low + "." in _STATE_ABBREVIATIONS
        )

    def _fits(self, i: int, j: int, entries: tuple[Entry, ...]) -> bool:
        """Whether the spelling may be this name: short words and abbreviations must be written as such."""
        words = self.tokens[i : j + 1]
        if i == j:
            word = words[0]
            bare = word.low.replace(".", "")
            if "." in word.text and word.text.upper() == word.text and _only_abbreviation(bare) and bare not in _POSTAL:
                return False
            if _only_abbreviation(word.low):
                postal = len(word.text) == 2 and word.text.isupper() and "," in word.gap
                return self._abbreviated(word) or postal or not self._short(word)
            if len(word.text) <= 3:
                wide = [e for e in entries if e.main and e.kind in ("country", "admin1", "region")]
                return (
                    (bool(wide) and word.text.isupper() and not self.upper)
                    or any(e.population > _BIG and e.main for e in entries)
                    or any(fold(e.name) == word.low for e in wide)
                )
        return True

    def _short(self, word: Token) -> bool:
        return len(word.text) <= 4

    def _judged(self, spot: Spot) -> Spot | None:
        """The spot with kind, type words and cue; None when its surroundings make it something else."""
        after, before = self._next(spot.last), self._previous(spot.first)
        spot = replace(spot, group=fold(spot.surface))
        if all(e.demonym for e in spot.candidates.entries if e.main or e.demonym) and any(
            e.demonym for e in spot.candidates.entries
        ):
            return self._nationality(spot, after)
        if self._is_person(spot, before, after):
            return replace(spot, cue=-9.0)
        if after is not None and after.joined and after.cap and not self._possessive(spot):
            extended = self._extended(spot, after)
            if extended is not None:
                return extended
        spot = self._typed(spot, before, after)
        if self._in_dateline(spot):
            return replace(spot, cue=5.0, role="dateline")
        return replace(spot, cue=self._cue(spot, before))

    def _nationality(self, spot: Spot, after: Token | None) -> Spot:
        entries = tuple(e for e in spot.candidates.entries if e.demonym)
        return replace(spot, kind="nationality", candidates=Candidates(entries), cue=5.0)

    def _next(self, j: int) -> Token | None:
        return self.tokens[j + 1] if j + 1 < len(self.tokens) else None

    def _previous(self, i: int) -> Token | None:
        return self.tokens[i - 1] if i > 0 else None

    def _possessive(self, spot: Spot) -> bool:
        return self.tokens[spot.last].possessive

    def _is_person(self, spot: Spot, before: Token | None, after: Token | None) -> bool:
        here = self.tokens[spot.first]
        if after is not None and after.joined and after.low in en.SURNAME_MARKS:
            return True
        if before is None or not here.joined or before.possessive:
            return self._given_and_surname(spot, after)
        if before.low in HONORIFICS or (before.cap and before.low in RANKS):
            return True
        if before.cap and before.low in OFFICES and not self.upper:
            return True
        if before.cap and before.low in en.GIVEN_NAMES and not self.upper:
            return not (before.first and before.low in en.COMMON_WORDS)
        if len(before.text) == 1 and before.cap and before.low not in ("i", "a"):
            return True
        return self._given_and_surname(spot, after)

    def _given_and_surname(self, spot: Spot, after: Token | None) -> bool:
        """ "Jordan Smith": a place name that is also a given name, before another capitalised word that is no kind of place."""
        if after is None or not after.joined or not after.cap or self._possessive(spot) or self.upper:
            return False
        return spot.first == spot.last and spot.group in en.GIVEN_NAMES and not self._known_tail(after)

    def _known_tail(self, token: Token) -> bool:
        return any(
            token.low in words
            for words in (en.TYPES_AFTER, en.FACILITY_NOUNS, en.ORGANISATION_NOUNS, OFFICES, RANKS, HONORIFICS)
        )

    def _extended(self, spot: Spot, after: Token) -> Spot | None:
        """What a place name becomes with the capitalised words behind it; None to leave it as it is."""
        j, run = spot.last, []
        while (token := self._next(j)) is not None and token.joined and token.cap and not self.tokens[j].possessive:
            run.append(token)
            j += 1
        run = run[: next((k for k, t in enumerate(run) if t.low in en.CALENDAR), len(run))]
        lows = [t.low for t in run]
        if not lows:
            return None
        common = spot.first == spot.last and spot.group in en.COMMON_WORDS
        if any(e.kind in kinds_of_type(lows[0]) for e in spot.candidates.entries if e.main) and not common:
            return None if lows[0] not in en.NAMED_TYPES else self._typed_name(spot, spot.last + 1)
        if lows[0] in en.NAMED_TYPES and self._place_tail(lows) and not common:
            return self._typed_name(spot, spot.last + 1)
        facility = next((k for k, w in enumerate(lows) if w in en.FACILITY_NOUNS), None)
        body = next((k for k, w in enumerate(lows) if w in en.ORGANISATION_NOUNS), None)
        if facility is not None and (body is None or facility < body) and facility <= 3:
            return self._facility(spot, spot.last + 1 + facility)
        if body is not None and body <= 3:
            return None if self._nation(spot) else replace(spot, cue=-3.0)
        if lows[0] in OFFICES or lows[0] in RANKS or lows[0] in HONORIFICS or self.upper:
            return None
        if self.gazetteer.lookup_folded(fold(run[0].text)) and self._strong(spot):
            return None
        return replace(spot, cue=-1.0 if self._strong(spot) else -3.0)

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
        found = replace(spot.candidates, exact=False, inside=True)
        cue = 2.0 if self._strong(spot) else 0.5
        return replace(
            spot, span=span, surface=span.of(self.text), candidates=found, kind="facility", last=last, cue=cue, stem=spot.group, group=fold(span.of(self.text))
        )  # fmt: skip

    def _typed(self, spot: Spot, before: Token | None, after: Token | None) -> Spot:
        """Takes note of a type word beside the name: "the Atyrau region", "the village of X"."""
        wanted: tuple[str, ...] = ()
        if after is not None and after.joined and not self._possessive(spot):
            wanted = kinds_of_type(after.low)
        if not wanted and before is not None and self.tokens[spot.first].joined:
            two = self._previous(spot.first - 1)
            if before.low == "of" and two is not None:
                wanted = kinds_of_type(two.low)
            elif not before.possessive:
                wanted = kinds_of_type(before.low)
        if not wanted and after is not None and after.low in en.SAYING_VERBS and self._nation(spot) and not self.upper:
            wanted = ("country",)
        return replace(spot, candidates=replace(spot.candidates, wanted=wanted)) if wanted else spot

    def _strong(self, spot: Spot) -> bool:
        """A name that is a place for nearly every reader without any cue."""
        if spot.first == spot.last and spot.group in en.COMMON_WORDS:
            return self._nation(spot)
        return any(
            (e.kind in _WIDE and e.main) or e.capital or e.population >= (_BIG if e.main else 2 * _BIG)
            for e in spot.candidates.entries
        )

    def _nation(self, spot: Spot) -> bool:
        """A country, also when it stands before the name of its bodies ("US Army", "Iraq war")."""
        return any(e.kind == "country" and e.main for e in spot.candidates.entries)

    def _cue(self, spot: Spot, before: Token | None) -> float:
        """Evidence of the surroundings: prepositions, type words, a region behind a comma, a dateline."""
        here, cue = self.tokens[spot.first], 0.0
        alone = spot.first == spot.last
        locative = before is not None and here.joined and before.low in en.LOCATIVES
        cue += 2.0 * bool(spot.candidates.wanted) + self._before(before, here, spot.first)
        cue += 3.0 if self._region_behind(spot) else 0.0
        cue += 2.5 if self._strong(spot) else self._fame(spot)
        if here.first and alone and not self.upper:
            cue -= 0.5
        if alone and spot.surface.isupper() and 2 < len(spot.surface) < 6 and not self.upper and not self._nation(spot):
            cue -= 2.0
        if alone and spot.group in en.COMMON_WORDS and (here.first or cue < 3 or self.upper):
            cue -= 1.0 if locative and self._big(spot) and not self.upper else 3.0
        if alone and spot.group in en.GIVEN_NAMES and not locative and not self._nation(spot):
            cue -= 1.5
        if any(e.kind == "landmark" and e.main for e in spot.candidates.entries) and not locative:
            cue -= 2.0
        return cue

    def _big(self, spot: Spot) -> bool:
        return any(e.population >= _BIG and e.main for e in spot.candidates.entries)

    def _in_dateline(self, spot: Spot) -> bool:
        if self.dateline is not None and self.dateline.contains(spot.span):
            return True
        begin = self.starts[self.tokens[spot.first].sentence] if self.tokens[spot.first].sentence >= 0 else 0
        opening = self.text[begin : spot.span.start].strip()
        behind = self.text[spot.span.end : spot.span.end + 60]
        return bool(_DATELINE_BEFORE.fullmatch(opening) and _DATELINE_BEHIND.match(behind))

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
        if before.cap and not plain and not self.upper and not self._is_place_token(before):
            return -1.0 if before.first else -3.5
        return 0.0

    def _after_of(self, number: int) -> float:
        two = self._previous(number - 1)
        return -3.0 if two is not None and two.cap and two.low in en.BODIES_OF and not self.upper else 1.0

    def _is_place_token(self, token: Token) -> bool:
        return token.low in OFFICES or bool(self.gazetteer.lookup_folded(fold(token.text)))

    def _fame(self, spot: Spot) -> float:
        main = [e.population for e in spot.candidates.entries if e.main and e.kind == "settlement"]
        most = max(main, default=0)
        return 0.5 if most > 20_000 else 0.0 if most > 3000 else -0.5 if main else -1.0

    def _region_behind(self, spot: Spot) -> bool:
        """ "X, Texas": a country or region behind a comma (or in brackets)."""
        after = self._next(spot.last)
        if after is None or not after.cap or after.gap.strip() not in (",", "(", ".,"):
            return False
        for j in range(self._reach(spot.last + 1), spot.last, -1):
            entries = self.gazetteer.lookup_folded(fold(self.text[after.start : self._end(j)]))
            if any(e.kind in ("country", "admin1") and e.main for e in entries):
                return True
        return False

    def _settle(self, made: list[Spot]) -> list[Spot]:
        """Decides with the whole document in view: a name that is a person's once is one throughout, unless well cued."""
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
        for a, b in ((n - 1, n), (n, n + 1)):
            if a >= 0 and b < len(made) and made[n - 1 if b == n else n + 1].cue >= _ENOUGH:
                if _LISTED.fullmatch(self.text[made[a].span.end : made[b].span.start]):
                    return 1.5
        return 0.0


_STATE_ABBREVIATIONS = frozenset(
    """ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. okla. ore.
    pa. tenn. tex. va. vt. wash. wis. wyo. ont. que. man. sask. alta. kans. penn. nebr. oreg. wisc. cal. penna. nfld. qld""".split()
)


_POSTAL = frozenset(("ny", "nj", "nh", "nm", "nc", "nd", "sc", "sd", "ri", "dc", "bc", "ns", "nb", "pei"))


def _only_abbreviation(low: str) -> bool:
    return low + "." in _STATE_ABBREVIATIONS
