"""Noun phrases that name a voice by what it is: "two witnesses", "the prosecutor's office", "a spokeswoman for ..."."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from sayso.lang.words import words
from sayso.model import VoiceKind
from sayso.read.actors.lexicon import (
    CALENDAR, CLOSED, DETERMINERS, HEAD_PHRASES, HEADS, MODIFIER_KINDS, MODIFIERS, VERBS, Head,
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
    hospital university building department parliament
    """
)
_TAIL_LINKS = frozenset({"of", "for", "from", "in", "at", "with", "on", "close", "familiar", "within"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_STATE_ONLY = words("ministry police government army navy military court parliament senate embassy gendarmerie")
_MASS = frozenset({"footage", "research", "evidence", "data", "graffiti", "communique", "film"})
_OF_THEIR_BODY = frozenset({"president", "vice-president", "secretary-general", "treasurer", "secretary", "ombudsman"})
_BEFORE_PARTICIPLE = DETERMINERS | {"previously", "little", "well"}
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozens hundreds thousands several many some few".split(
        " "
    )
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


def find_phrases(tokens: list[Token], chunks: list[Chunk], capitals: bool) -> list[Phrase]:
    """Noun phrases with a head from the lexicon.

    Args:
        tokens: the sentence.
        chunks: its names; a phrase takes a name whole or not at all.
        capitals: True when case tells nothing.

    Returns:
        Phrases in order of their heads; a phrase may lie inside the "of" part of another one.
    """
    inside = {k: c for c in chunks for k in range(c.start, c.end)}
    phrases: list[Phrase] = []
    for k in range(len(tokens)):
        head = _head_at(tokens, k, inside)
        if head is not None:
            phrase = _grow(tokens, k, head, inside, capitals)
            if phrase:
                phrases.append(phrase)
    return [p for p in phrases if not any(q is not p and q.start <= p.start and p.core < q.core for q in phrases)]


def _head_at(tokens: list[Token], k: int, inside: dict[int, Chunk]) -> Head | None:
    if k in inside and inside[k].sort != "role":
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
    if low in VERBS and (k == 0 or tokens[k - 1].low in HEADS or k - 1 in inside or tokens[k - 1].low in CLOSED):
        return None
    return head


def _grow(tokens: list[Token], k: int, head: Head, inside: dict[int, Chunk], capitals: bool) -> Phrase | None:
    start = _left(tokens, k, inside, capitals)
    opener = tokens[start].low if start < k and tokens[start].low in DETERMINERS else ""
    if head.sort == "document" and start == k and (tokens[k].low in VERBS or not (head.plural or head.word in _MASS)):
        return None
    if opener == "" and start < k and tokens[start].text[0] in "'’":
        start += 1
    end, tail = _right(tokens, k + 1, head, inside, capitals)
    inner = tuple(dict.fromkeys(inside[m] for m in range(start, k) if m in inside and inside[m].sort != "role"))
    modifiers = [t.low for t in tokens[start:k]]
    voice = _voice(head, modifiers, inner, tail, tokens[k + 1 : end])
    plural = head.plural and head.voice != "outlet"
    return Phrase(start, end, k + 1, head, opener, voice, plural, inner, tail)


def _left(tokens: list[Token], k: int, inside: dict[int, Chunk], capitals: bool) -> int:
    """First token of the phrase whose head stands at ``k``."""
    sure, m = k, k
    while m > 0 and k - m < _MAX_LEFT:
        before = m - 1
        token = tokens[before]
        if before in inside:
            m = inside[before].start
            sure = m if sure == before + 1 else sure
            continue
        if token.low in DETERMINERS:
            return _partitive(tokens, before)
        if token.text in ")]" and before > 3 and tokens[before - 2].text in "([":
            m = before - 2
            continue
        if token.low in {"and", "or"} and m < k and _coordinated(tokens, before):
            m = before
            continue
        if not _may_modify(tokens, before, capitals):
            break
        m = before
        if sure == before + 1 and _surely_modifies(token, capitals):
            sure = before
    return sure


def _coordinated(tokens: list[Token], at: int) -> bool:
    """Whether "and" joins two modifiers ("radio and television network")."""
    before, after = tokens[at - 1].low if at else "", tokens[at + 1].low
    adjectives = MODIFIERS | frozenset(MODIFIER_KINDS)
    return before in adjectives and (after in adjectives or after.endswith(("ing", "ed")))


def _partitive(tokens: list[Token], at: int) -> int:
    """Takes "one of the", "some of the", "two of his" before a determiner at ``at``."""
    if at >= 2 and tokens[at - 1].low == "of" and (tokens[at - 2].low in DETERMINERS or tokens[at - 2].low in _NUMBERS):
        return at - 2
    if at >= 1 and tokens[at - 1].low in {"all", "both", "one"} and tokens[at].low in {"the", "other", "these"}:
        return at - 1
    return at


def _may_modify(tokens: list[Token], m: int, capitals: bool) -> bool:
    token = tokens[m]
    if not token.word:
        quoted = token.text in '"“”' and capitals
        return (
            quoted
            or token.text in {"-", "&"}
            or (token.text[0] in "'’" and (len(token.text) > 1 or _plural_before(tokens, m)))
        )
    if token.low in CLOSED or token.low in CALENDAR:
        return token.low in {"most", "more", "less", "well", "previously", "officially", "currently", "least", "no"}
    if token.low in VERBS:
        return token.low in MODIFIERS or (m > 0 and tokens[m - 1].low in _BEFORE_PARTICIPLE)
    if token.low.endswith(("ed", "ing")) and token.low not in MODIFIERS:
        return m > 0 and (tokens[m - 1].low in DETERMINERS or tokens[m - 1].low.endswith("ly"))
    return True


def _plural_before(tokens: list[Token], m: int) -> bool:
    return m > 0 and tokens[m - 1].low.endswith("s") and tokens[m].start == tokens[m - 1].end


def _surely_modifies(token: Token, capitals: bool) -> bool:
    if token.low in MODIFIERS or token.low in HEADS or token.low[0].isdigit():
        return True
    if token.text[0] in "'’":
        return True
    adjective = token.low.endswith(
        ("ian", "ish", "ese", "ean", "istan", "ist", "based", "backed", "led", "linked", "run")
    )
    return adjective or (not capitals and (token.cap or "-" in token.text))


def _right(
    tokens: list[Token], at: int, head: Head, inside: dict[int, Chunk], capitals: bool
) -> tuple[int, tuple[Chunk, ...]]:
    """End of the phrase with its prepositional parts, and the names in them."""
    names: list[Chunk] = []
    for _ in range(_MAX_TAILS):
        if at >= len(tokens) - 1 or tokens[at].low not in _TAIL_LINKS:
            break
        link = tokens[at].low
        first = at + 2 if link in {"close", "familiar"} else at + 1
        end = _tail_end(tokens, first, inside)
        if end <= first or not _fits(tokens, link, first, end, head, inside, capitals):
            break
        names += dict.fromkeys(inside[m] for m in range(first, end) if m in inside)
        at = end
    return at, tuple(names)


def _tail_end(tokens: list[Token], first: int, inside: dict[int, Chunk]) -> int:
    """End of the noun phrase that begins at ``first``; ``first`` itself when none does."""
    m, determined = first, False
    while m < len(tokens) and m - first < _MAX_RIGHT:
        token = tokens[m]
        if m in inside:
            m = inside[m].end
        elif token.low in DETERMINERS and m == first:
            determined, m = True, m + 1
        elif not token.word and (token.text[0] not in "'’" or len(token.text) == 1):
            break
        elif token.low in CLOSED or token.low in CALENDAR or token.low in DETERMINERS:
            break
        elif token.low in VERBS and not (determined and m == first + 1):
            break
        elif token.low.endswith("ed") and token.low not in MODIFIERS and not (determined and m == first + 1):
            break
        else:
            m += 1
    return first if determined and m == first + 1 else m


def _fits(tokens: list[Token], link: str, first: int, end: int, head: Head, inside: dict[int, Chunk], capitals: bool) -> bool:
    """Whether "link + tokens[first:end]" belongs to a phrase with this head rather than to the verb."""
    last = tokens[end - 1].low
    named = first in inside or (tokens[first].cap and tokens[first].word and not capitals)
    if link == "of":
        return True
    if link in {"close", "familiar"}:
        return tokens[first - 1].low in {"to", "with"} and head.sort == "people"
    if link in {"in", "at", "within"}:
        named = named or tokens[first].low in DETERMINERS and (first + 1 in inside or (tokens[first + 1].cap and not capitals))
        return last in _PLACE_NOUNS or (named and last not in HEADS and not tokens[first].low.isdigit())
    if link == "on":
        return head.sort == "document" and tokens[first].low in DETERMINERS
    if link == "with":
        return (
            head.sort == "people"
            and (named or tokens[first].low in DETERMINERS)
            and head.voice in {"speaker", "person"}
        )
    if link == "from":
        return head.sort != "body"
    return head.voice in {"speaker", "person"} or named and head.sort == "body"


def _voice(
    head: Head, modifiers: list[str], inner: tuple[Chunk, ...], tail: tuple[Chunk, ...], after: list[Token]
) -> str:
    """Kind of voice of a phrase from its head, the words before it and its "of" or "for" part."""
    told = [MODIFIER_KINDS[m] for m in modifiers if m in MODIFIER_KINDS]
    if head.sort == "document" or head.voice in {"witness", "monitor", "agency"}:
        return (
            "outlet"
            if head.sort == "document" and head.word in {"website", "channel"} and "outlet" in told
            else head.voice
        )
    if head.sort == "crowd":
        return "group"
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


def _of_modified_body(head: Head, told: list[str]) -> str:
    if head.voice == "outlet" or "outlet" in told and head.voice != "organisation":
        return "agency" if head.word in {"agency", "service"} else "outlet"
    if head.word in {"commission", "committee", "service", "agency", "office", "hospital"}:
        return told[-1]
    if head.voice == "official":
        return told[-1] if told[-1] in {"group", "organisation"} and head.word not in _STATE_ONLY else "official"
    if head.voice == "group":
        return "official" if "official" in told and "group" not in told else "group"
    if "group" in told or "monitor" in told:
        return "group" if "group" in told else "monitor"
    return head.voice


def _of_body(
    head: Head,
    told: list[str],
    modifiers: list[str],
    inner: tuple[Chunk, ...],
    tail: tuple[Chunk, ...],
    after: list[Token],
) -> str:
    """A speaker's kind is that of the body they speak for."""
    bodies = [HEADS[m].voice for m in modifiers if m in HEADS and HEADS[m].sort in {"body", "crowd"}]
    for chunk in (*inner, *tail):
        if chunk.voice not in {"unknown", "person"}:
            return cast(VoiceKind, chunk.voice)
    after_kinds = [HEADS[t.low] for t in after if t.low in HEADS]
    kinds = [h.voice for h in after_kinds if h.sort in {"body", "crowd"} or h.voice == "official"]
    after_told = [MODIFIER_KINDS[t.low] for t in after if t.low in MODIFIER_KINDS]
    if "group" in after_told:
        return "group"
    for found in (told[-1:], bodies[-1:], kinds[-1:], after_told[-1:]):
        if found:
            return found[0]
    named_tail = bool(tail)
    return "organisation" if named_tail and head.voice == "speaker" else head.voice
