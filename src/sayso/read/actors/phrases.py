"""Noun phrases that name a voice by what it is: "two witnesses", "the prosecutor's office", "a spokeswoman for ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lang.words import words
from sayso.read.actors.lexicon import (
    CALENDAR,
    CLOSED,
    DETERMINERS,
    HEAD_PHRASES,
    HEADS,
    MODIFIER_KINDS,
    MODIFIERS,
    PREPOSITIONS,
    VERBS,
    Head,
)  # fmt: skip
from sayso.read.actors.names import Chunk
from sayso.read.actors.tokens import Token

_MAX_LEFT = 8
_MAX_RIGHT = 7
_MAX_TAILS = 3
_PLACE_NOUNS = words(
    """
    city town village area region province country capital district state neighborhood neighbourhood community scene
    border island county municipality camp zone quarter north south east west territory republic nation ministry embassy
    hospital university building department parliament port harbor harbour airport market suburb valley
    """
)
_TAIL_LINKS = frozenset({"of", "for", "from", "in", "at", "with", "on", "close", "familiar", "within"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_STATE_ONLY = words("ministry police government army navy military court parliament senate embassy gendarmerie")
_OF_OUTLETS = words("website channel report broadcast account")
_STATE_EMPLOYS = words("expert analyst doctor scientist engineer negotiator psychologist photographer")
_FORCE_WORDS = words("squad cell wing commando command")
_FOR_PRESS = words("service secretary officer office department committee centre center aide adviser chief head")
_MASS = frozenset({"footage", "research", "evidence", "data", "graffiti", "communique", "film"})
_OF_THEIR_BODY = frozenset({"president", "vice-president", "secretary-general", "treasurer", "secretary", "ombudsman"})
_BEFORE_PARTICIPLE = DETERMINERS | {"previously", "little", "well"}
_INNER_ADVERBS = words("most more less well previously officially currently least no")
_NUMBERS = words(
    "two three four five six seven eight nine ten eleven twelve dozens hundreds thousands several many some few"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as token positions.

    Attributes:
        start, end: tokens of the whole phrase, its "of" and "for" parts included.
        core: end of the phrase without these parts (its last noun ends there).
        head: what its last noun means.
        opener: its determiner in lower case, "" when bare.
        voice: kind of voice after its modifiers, ``speaker`` when that of an unknown body.
        plural: True for several people.
        inner: names inside it, left of the head.
        tail: names inside its "of" and "for" parts.
    """

    start: int
    end: int
    core: int
    head: Head
    opener: str
    voice: str
    plural: bool
    inner: tuple[Chunk, ...] = ()
    tail: tuple[Chunk, ...] = ()


def find_phrases(tokens: list[Token], chunks: list[Chunk], places: dict[int, int], capitals: bool) -> list[Phrase]:
    """Noun phrases with a head from the lexicon.

    Args:
        tokens: the sentence.
        chunks: its names; a phrase takes a name whole or not at all.
        places: first to last token (exclusive) of its places, nationalities and facilities.
        capitals: True when case tells nothing.

    Returns:
        Phrases in order of their heads; a phrase may lie inside the "of" part of another one.
    """
    sentence = _Sentence(tokens, {k: c for c in chunks for k in range(c.start, c.end)}, places, capitals)
    phrases: list[Phrase] = []
    for k in range(len(tokens)):
        head = sentence.head_at(k)
        if head is not None:
            phrase = sentence.grow(k, head)
            if phrase:
                phrases.append(phrase)
    return [p for p in phrases if not any(q is not p and q.start <= p.start and p.core < q.core for q in phrases)]


class _Sentence:
    """The words of one sentence with what is known of them."""

    def __init__(self, tokens: list[Token], inside: dict[int, Chunk], places: dict[int, int], capitals: bool) -> None:
        self.tokens, self.inside, self.places, self.capitals = tokens, inside, places, capitals
        self.placed = {k for start, end in places.items() for k in range(start, end)}

    def head_at(self, k: int) -> Head | None:
        """The head noun at ``k``, None when there is none or when it is a verb here."""
        tokens = self.tokens
        if k in self.placed or (k in self.inside and self.inside[k].sort != "role"):
            return None
        low = tokens[k].low
        if k and f"{tokens[k - 1].low} {low}" in HEAD_PHRASES:
            return HEADS[f"{tokens[k - 1].low} {low}"]
        head = HEADS.get(low)
        if head is None or not tokens[k].word:
            return None
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        if following is not None and following.text[0] in "'’" and len(following.text) > 1:
            return None  # "the company's lawyer": the lawyer speaks
        noun = following is not None and following.low in VERBS
        if low in VERBS and not noun and (k == 0 or self._ends_phrase(k - 1)):
            return None
        return head

    def _ends_phrase(self, k: int) -> bool:
        return self.tokens[k].low in HEADS or k in self.inside or k in self.placed or self.tokens[k].low in CLOSED

    def grow(self, k: int, head: Head) -> Phrase | None:
        """The phrase around the head at ``k``."""
        tokens = self.tokens
        first = k - head.word.count(" ")
        start = self._left(first, head.plural)
        if start < first and tokens[start].text[0] in "'’":
            start += 1
        opener = tokens[start].low if start < k and tokens[start].low in DETERMINERS else ""
        plain = tokens[k].low in VERBS or not (head.plural or head.word in _MASS)
        bare = start == k or (not opener and tokens[start].low[0].isdigit())
        first_word = k == 0 and len(tokens) > 1 and tokens[1].low in VERBS
        if head.sort == "document" and bare and plain and not first_word:
            return None
        if start == k and k and tokens[k - 1].low == "under" and not head.plural:
            return None  # "the case is under investigation": nobody
        end, tail = self._right(k + 1, head)
        names = (self.inside[m] for m in range(start, k) if m in self.inside and self.inside[m].sort != "role")
        inner = tuple(dict.fromkeys(names))
        voice = _voice(head, [t.low for t in tokens[start:first]], inner, tail, tokens[k + 1 : end])
        plural = head.plural and head.voice != "outlet" and not _one_of(tokens[start:k])
        return Phrase(start, end, k + 1, head, opener, voice, plural, inner, tail)

    def _left(self, k: int, plural: bool) -> int:
        """First token of the phrase whose head stands at ``k``."""
        tokens = self.tokens
        sure, m = k, k
        while m > 0 and k - m < _MAX_LEFT:
            before = m - 1
            token = tokens[before]
            if before in self.inside or before in self.placed:
                m = self.inside[before].start if before in self.inside else self._place_start(before)
                sure = m if sure == before + 1 else sure
            elif token.text[0] in "'’" and self._may_modify(before):
                sure = m = before
            elif token.low in DETERMINERS:
                return sure if self._is_conjunction(before, plural) else _partitive(tokens, before)
            elif token.text in ")]" and before > 3 and tokens[before - 2].text in "([":
                m = before - 2
                sure = m if sure == before + 1 else sure
            elif token.low in {"and", "or"} and m < k and _coordinated(tokens, before):
                m = before
            elif self._may_modify(before):
                m = before
                if sure == before + 1 and _surely_modifies(token, self.capitals):
                    sure = before
            else:
                break
        return m if sure == k and 0 < k - m <= 2 and self._opens_phrase(m) else sure

    def _opens_phrase(self, m: int) -> bool:
        """Whether a bare phrase may begin at ``m``: after a mark, a small word or a verb, or at the start."""
        before = self.tokens[m - 1] if m else None
        return before is None or not before.word or before.low in CLOSED or before.low in VERBS

    def _place_start(self, k: int) -> int:
        return next(start for start, end in self.places.items() if start <= k < end)

    def _is_conjunction(self, m: int, plural: bool) -> bool:
        """ "that" before a plural, or after a verb or a noun, opens a clause and not a phrase."""
        if self.tokens[m].low != "that":
            return False
        before = self.tokens[m - 1] if m else None
        return plural or (before is not None and before.word and before.low not in PREPOSITIONS)

    def _may_modify(self, m: int) -> bool:
        token, before = self.tokens[m], self.tokens[m - 1].low if m else ""
        if not token.word:
            if token.text[0] in "'’":
                return len(token.text) > 1 or _plural_before(self.tokens, m)
            if token.text == "-" and m:
                return token.start == self.tokens[m - 1].end or token.end == self.tokens[m + 1].start
            return token.text == "&" or (self.capitals and token.text in '"“”')
        if token.low in CLOSED or token.low in CALENDAR:
            return token.low in _INNER_ADVERBS
        if token.low in VERBS:
            return token.low in MODIFIERS or before in _BEFORE_PARTICIPLE
        if token.low.endswith(("ed", "ing")) and token.low not in MODIFIERS:
            return before in DETERMINERS or before.endswith("ly")
        return True

    def _right(self, at: int, head: Head) -> tuple[int, tuple[Chunk, ...]]:
        """End of the phrase with its prepositional parts, and the names in them."""
        names: list[Chunk] = []
        for _ in range(_MAX_TAILS):
            if at >= len(self.tokens) - 1 or self.tokens[at].low not in _TAIL_LINKS:
                break
            link = self.tokens[at].low
            first = at + 2 if link in {"close", "familiar"} else at + 1
            end = self._tail_end(first)
            if end <= first or not self._fits(link, first, end, head):
                break
            names += dict.fromkeys(self.inside[m] for m in range(first, end) if m in self.inside)
            at = end
        return at, tuple(names)

    def _tail_end(self, first: int) -> int:
        """End of the noun phrase that begins at ``first``; ``first`` itself when none does."""
        m, determined = first, False
        while m < len(self.tokens) and m - first < _MAX_RIGHT:
            token = self.tokens[m]
            if m > first + determined and m in self.inside and self.inside[m].sort == "person":
                break  # "the chief of staff Colonel Roe"
            if m in self.inside or m in self.placed:
                m = self.inside[m].end if m in self.inside else next(e for s, e in self.places.items() if s <= m < e)
            elif token.low in DETERMINERS and m == first:
                determined, m = True, m + 1
            elif self._stops(m, determined and m == first + 1):
                break
            else:
                m += 1
        return first if determined and m == first + 1 else m

    def _stops(self, m: int, after_determiner: bool) -> bool:
        token = self.tokens[m]
        if not token.word:
            return token.text[0] not in "'’" or len(token.text) == 1
        if token.low in CLOSED or token.low in CALENDAR or token.low in DETERMINERS:
            return True
        verb = token.low in VERBS or (token.low.endswith("ed") and token.low not in MODIFIERS)
        return verb and not after_determiner

    def _fits(self, link: str, first: int, end: int, head: Head) -> bool:
        """Whether "link + tokens[first:end]" belongs to a phrase with this head rather than to the verb."""
        opening = self.tokens[first]
        determined = opening.low in DETERMINERS
        named = self._named(first)
        if link == "of" and head.sort != "document" and _is_doing(opening):
            return False  # "accused the company of ignoring ..."
        if link in {"of", "close", "familiar"}:
            return link == "of" or (self.tokens[first - 1].low in {"to", "with"} and head.sort == "people")
        if link in {"in", "at", "within"}:
            last = self.tokens[end - 1].low
            named = named or (determined and self._named(first + 1))
            return last in _PLACE_NOUNS or (named and last not in HEADS and not opening.low.isdigit())
        if link == "on":
            return head.sort == "document" and determined
        if link == "with":
            return head.sort == "people" and (named or determined) and head.voice in {"speaker", "person"}
        if link == "from":
            return head.sort != "body" and (named or determined or head.sort == "document")
        return head.voice in {"speaker", "person"} or (named and head.sort == "body")

    def _named(self, k: int) -> bool:
        token = self.tokens[k]
        return k in self.inside or k in self.placed or (token.cap and token.word and not self.capitals)


def _is_doing(token: Token) -> bool:
    return token.low.endswith("ing") and len(token.low) > 5 and not token.cap


def _coordinated(tokens: list[Token], at: int) -> bool:
    """Whether "and" joins two modifiers ("radio and television network")."""
    before, after = tokens[at - 1].low if at else "", tokens[at + 1].low
    return before in MODIFIERS and (after in MODIFIERS or after.endswith(("ing", "ed")))


def _partitive(tokens: list[Token], at: int) -> int:
    """Takes "one of the", "some of the", "two of his" before a determiner at ``at``."""
    if at >= 2 and tokens[at - 1].low == "of" and (tokens[at - 2].low in DETERMINERS or tokens[at - 2].low in _NUMBERS):
        return at - 2
    if at >= 1 and tokens[at - 1].low in {"all", "both", "one", "any"} and tokens[at].low in {"the", "other", "these"}:
        return at - 1
    return at


def _one_of(opening: list[Token]) -> bool:
    """True for "one of the victims", who is a single person."""
    return len(opening) > 1 and opening[0].low == "one" and opening[1].low == "of"


def _plural_before(tokens: list[Token], m: int) -> bool:
    return m > 0 and tokens[m - 1].low.endswith("s") and tokens[m].start == tokens[m - 1].end


def _surely_modifies(token: Token, capitals: bool) -> bool:
    if token.low in MODIFIERS or token.low in HEADS or token.low[0].isdigit() or token.text[0] in "'’":
        return True
    if token.low.endswith(("ian", "ish", "ese", "ean", "istan", "ist", "based", "backed", "led", "linked", "run")):
        return True
    return not capitals and (token.cap or "-" in token.text)


def _voice(
    head: Head, modifiers: list[str], inner: tuple[Chunk, ...], tail: tuple[Chunk, ...], after: list[Token]
) -> str:
    """Kind of voice of a phrase from its head, the words before it and its "of" or "for" part."""
    if modifiers[-1:] == ["press"] and head.word in _FOR_PRESS:
        modifiers = modifiers[:-1]  # "the ministry's press service" is no outlet
    told = _kinds_told(modifiers)
    if head.sort == "document" or head.voice in {"witness", "monitor", "agency"}:
        return "outlet" if head.word in _OF_OUTLETS and "outlet" in told else head.voice
    if head.sort == "crowd":
        return "group"
    if head.word in _STATE_EMPLOYS and told and told[-1] == "official":
        return "official"
    of_private_body = any(c.voice in {"organisation", "outlet"} for c in tail) or any(
        HEADS[t.low].voice == "organisation" for t in after if t.low in HEADS
    )
    if head.voice in {"speaker", "unknown"} or (head.word in _OF_THEIR_BODY and of_private_body):
        return _of_body(head, told, modifiers, inner, tail, after)
    if head.sort == "body" and told:
        return _of_modified_body(head, told)
    if head.word in {"group", "organization", "organisation", "movement", "faction"}:
        return next((c.voice for c in inner if c.voice in {"group", "monitor"}), head.voice)
    return head.voice


def _kinds_told(modifiers: Sequence[str]) -> list[str]:
    """The kinds that ``modifiers`` tell, in order; "armed forces" are a state's, whatever "armed" tells by itself."""
    told: list[str] = []
    for k, word in enumerate(modifiers):
        body = HEADS.get(" ".join(modifiers[k : k + 2])) if k + 1 < len(modifiers) else None
        kind = body.voice if body is not None else MODIFIER_KINDS.get(word)
        told += [kind] if kind else []
    return told


def _of_modified_body(head: Head, told: Sequence[str]) -> str:
    if head.word in {"commission", "committee", "office", "hospital"}:
        return next((t for t in told if t != "outlet"), "official")
    if head.voice == "outlet" or ("outlet" in told and (head.voice != "organisation" or head.word == "network")):
        return "agency" if head.word in {"agency", "service"} else "outlet"
    if head.word in {"service", "agency"}:
        return next((t for t in told if t != "outlet"), "official")
    if head.voice == "official":
        return told[-1] if told[-1] in {"group", "organisation"} and head.word not in _STATE_ONLY else "official"
    if head.voice == "group":
        if head.word in _FORCE_WORDS and "official" in told and "group" not in told:
            return "official"
        return "organisation" if "organisation" in told and "group" not in told else "group"
    if "group" in told or "monitor" in told:
        return "group" if "group" in told else "monitor"
    return head.voice


def _of_body(
    head: Head,
    told: Sequence[str],
    modifiers: list[str],
    inner: tuple[Chunk, ...],
    tail: tuple[Chunk, ...],
    after: list[Token],
) -> str:
    """A speaker's kind is that of the body they speak for."""
    bodies = [HEADS[m].voice for m in modifiers if m in HEADS and HEADS[m].sort in {"body", "crowd"}]
    for chunk in (*inner, *tail):
        if chunk.voice not in {"unknown", "person"}:
            return chunk.voice
    after_kinds = [HEADS[t.low] for t in after if t.low in HEADS]
    kinds = [h.voice for h in after_kinds if h.sort in {"body", "crowd"} or h.voice == "official"]
    after_told = _kinds_told([t.low for t in after])
    if "group" in after_told:
        return "group"
    for found in (told[-1:], bodies[-1:], kinds[-1:], after_told[-1:]):
        if found:
            return found[0]
    named_tail = bool(tail)
    return "organisation" if named_tail and head.voice == "speaker" else head.voice
