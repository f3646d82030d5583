"""From names and noun phrases to candidates for mentions, one sentence at a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sayso.lang.en import roles
from sayso.lang.en.pronouns import PERSONAL, RELATIVE
from sayso.lang.words import words
from sayso.model import Document, Mention, Passage
from sayso.read.actors.learned import with_learned
from sayso.read.actors.lexicon import (
    CLOSED,
    COMMON,
    DETERMINERS,
    HEADS,
    MODIFIERS,
    NAME_LINKS,
    VERBS,
    Head,
    gender,
)
from sayso.read.actors.names import ALSO_NAMES, Chunk, find_names, find_names_in_capitals, known_voice
from sayso.read.actors.phrases import Phrase, find_phrases
from sayso.read.actors.tokens import Token, is_upper_case, tokenise
from sayso.read.encoder.named import Named

_NOT_ACTORS = frozenset({"place", "nationality", "date", "facility", "law", "weapon"})
_BODY_SORTS = frozenset({"organisation", "group", "unknown"})
_VAGUE_BODIES = words("group organisation organization agency service network firm body unit force")
_MODIFY = frozenset({"place", "nationality", "facility"})
_NAMES_ITS_BODY = words(
    """
    group organisation organization newspaper company firm agency network website movement party militia channel
    magazine broadcaster station association union federation cartel gang observatory faction charity tabloid daily
    corporation airline bank institute university college
    """
) | {"news agency", "monitoring group", "monitoring service", "press agency"}
_LOOSE_SPEAKERS = frozenset(
    {"worker", "employee", "member", "veteran", "figure", "staff", "owner", "boss", "staffer", "insider"}
)
_BODY_SPEAKERS = frozenset({"leader", "organizer", "organiser", "founder", "manager", "ceo", "co-founder", "cofounder"})
_ACRONYM = re.compile(r"[(\[]\s?([A-Z][A-Za-z]?[A-Z][A-Z-]{0,7}s?)\s?[)\]]|(?<=,)\s([A-Z]{3,6})(?=,)")


_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})


@dataclass(slots=True)
class Candidate:
    """A mention in the making.

    Attributes:
        sentence: number of its passage.
        start, end: character offsets of the whole phrase.
        sort: ``person``, ``organisation``, ``group``, ``role``, ``document``, ``pronoun`` or ``unknown``.
        voice: kind of voice as far as known, ``speaker`` when that of an unknown body.
        name: the proper name as written, "" for roles and pronouns; ``words`` is it in lower case without "the".
        name_start: where the name begins; it ends at ``end`` or before the head ("the X group": ``name_end``).
        head: what its noun means, None for bare names.
        role: words of the role that stand with a name.
        opener: determiner in lower case.
        plural, gender: for "they", "he" and "she".
        first: True when it is the first candidate of its sentence (mostly the subject).
        tailed: True when an "of", "for" or "in" part belongs to it.
        modifiers: words before its head; ``tail``: words after it.
        same: the candidate it is in apposition to.
        display: how it reads when unnamed in a headline In Title Case, where its capitals tell nothing; "" elsewhere.
    """

    sentence: int
    start: int
    end: int
    sort: str
    voice: str = "unknown"
    name: str = ""
    words: tuple[str, ...] = ()
    name_start: int = -1
    name_end: int = -1
    head: Head | None = None
    role: str = ""
    opener: str = ""
    plural: bool = False
    gender: str = ""
    first: bool = False
    same: Candidate | None = None
    display: str = ""
    tailed: bool = False
    modifiers: frozenset[str] = field(default_factory=frozenset)
    tail: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a document before its sentences are read.

    Attributes:
        text: the document's text.
        capitals: True when it is written in capitals.
        lowered: words that occur in lower case.
        raised: words that occur with a capital inside a sentence.
        covered: character spans of places, nationalities and dates.
        placed: those of them that may stand inside a phrase: places, nationalities, facilities.
        acronyms: short forms given in brackets, lower case.
        surnames: last names of people found so far.
        known: names found in the body, lower case, for headlines.
        named: names as the encoder sees them.
    """

    text: str
    capitals: bool
    lowered: frozenset[str]
    raised: frozenset[str]
    covered: frozenset[tuple[int, int]]
    placed: tuple[tuple[int, int], ...]
    acronyms: frozenset[str]
    surnames: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    named: tuple[Named, ...] = ()


def collect(
    document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...], named: tuple[Named, ...] = ()
) -> list[Candidate]:
    """All candidates of the document, in order of the text.

    Args:
        document: the document.
        passages: its sentences.
        found: mentions of places, nationalities and dates; what they cover is no actor.
        named: names as the encoder sees them; () for rules alone.
    """
    read = [(p, tokenise(document.text, p.span.start, p.span.end)) for p in passages if p.kind != "dateline"]
    setting = replace(_setting(document.text, [t for _, t in read], found), named=named)
    chunks = [_names(setting, p, t) for p, t in read]
    setting = _with_names(setting, read, chunks)
    out: list[Candidate] = []
    for (passage, tokens), first in zip(read, chunks, strict=True):
        again = setting.capitals or passage.kind == "headline" or any(t.low in setting.surnames for t in tokens)
        made = _in_sentence(setting, passage, tokens, _names(setting, passage, tokens) if again else first)
        if passage.kind == "headline" and not setting.capitals and _title_case(tokens):
            for candidate in made:
                candidate.display = "" if candidate.words else _in_plain_case(setting, candidate)
        out += made
    return out


def _in_plain_case(setting: Setting, candidate: Candidate) -> str:
    """The words of an unnamed voice in a headline with only the capitals the body has too, without an article."""
    words = setting.text[candidate.start : candidate.end].split()
    words = words[1:] if len(words) > 1 and words[0].lower() in {"the", "a", "an"} else words
    return " ".join(x if x.lower() in setting.raised or (len(x) > 1 and x.isupper()) else x.lower() for x in words)


def _setting(text: str, sentences: list[list[Token]], found: tuple[Mention, ...]) -> Setting:
    return Setting(
        text=text,
        capitals=is_upper_case(text),
        lowered=frozenset(t.low for s in sentences for t in s if t.word and not t.cap),
        raised=frozenset(t.low for s in sentences if not _title_case(s) for t in s[1:] if t.word and t.cap) - COMMON,
        covered=frozenset((m.span.start, m.span.end) for m in found if m.kind in _NOT_ACTORS),
        placed=tuple((m.span.start, m.span.end) for m in found if m.kind in _MODIFY),
        acronyms=frozenset((m.group(1) or m.group(2)).lower() for m in _ACRONYM.finditer(text)) - COMMON,
    )


def _with_names(setting: Setting, read: list[tuple[Passage, list[Token]]], chunks: list[list[Chunk]]) -> Setting:
    surnames: set[str] = set()
    known: set[str] = set()
    for (passage, tokens), names in zip(read, chunks, strict=True):
        if passage.kind == "headline":
            continue
        for chunk in names:
            words = [t.low for t in tokens[chunk.name : chunk.end]]
            known.add(" ".join(words))
            if (chunk.sort == "person" or (chunk.sort == "unknown" and len(words) > 1)) and words:
                surnames.update(words[1:] or words)
                known.add(words[-1])
    return replace(setting, surnames=frozenset(surnames - (COMMON - ALSO_NAMES) - NAME_LINKS), known=frozenset(known))


def _names(setting: Setting, passage: Passage, tokens: list[Token]) -> list[Chunk]:
    headline = passage.kind == "headline" and not setting.capitals and _title_case(tokens)
    if setting.capitals:
        chunks = find_names_in_capitals(tokens, setting.surnames, setting.acronyms - setting.surnames)
    elif headline:
        chunks = _known_in_headline(setting, tokens)
    else:
        chunks = find_names(tokens, setting.lowered, setting.raised, setting.surnames)
    if setting.named and not headline:  # "Separatist Army" names nobody there
        chunks = with_learned(tokens, chunks, setting.named)
    return [c for c in chunks if c.sort != "thing" and not _is_covered(setting, tokens, c)]


def _title_case(tokens: list[Token]) -> bool:
    long = [t for t in tokens if t.word and len(t.low) > 3]
    return sum(t.cap for t in long) > 0.7 * len(long)


def _known_in_headline(setting: Setting, tokens: list[Token]) -> list[Chunk]:
    chunks = []
    i = 0
    while i < len(tokens):
        for j in range(min(len(tokens), i + 5), i, -1):
            words = " ".join(t.low for t in tokens[i:j])
            if words in setting.known and words not in COMMON:
                person = tokens[j - 1].low in setting.surnames
                chunks.append(Chunk(i, j, i, "person" if person else "unknown", "person" if person else "unknown"))
                i = j - 1
                break
        i += 1
    return chunks


def _is_covered(setting: Setting, tokens: list[Token], chunk: Chunk) -> bool:
    """A place, a nationality or a date is no actor, with or without its determiner."""
    if chunk.name >= chunk.end:
        return False
    start, end = tokens[chunk.name].start, tokens[chunk.end - 1].end
    # a place's own name outweighs a word like "channel" that makes an outlet of it, not a body on the list
    listed = known_voice(tuple(t.low for t in tokens[chunk.name : chunk.end])) is not None
    place = chunk.voice == "outlet" and not listed and (start, end) in setting.covered
    if chunk.voice in {"official", "agency", "outlet"} and chunk.name == chunk.start and not place:
        return False
    if chunk.sort == "person" and tokens[chunk.end - 1].low in setting.surnames:
        return False
    return (start, end) in setting.covered or any(s <= start and end <= e for s, e in setting.covered)


def _in_sentence(setting: Setting, passage: Passage, tokens: list[Token], chunks: list[Chunk]) -> list[Candidate]:
    phrases = find_phrases(tokens, chunks, _places(setting, tokens, chunks), setting.capitals)
    maker = _Maker(setting.text, passage.number, tokens)
    out: list[Candidate] = []
    used: set[Chunk] = set()
    bodies = {
        c
        for p in phrases
        if p.head.voice == "speaker"
        for c in p.tail[:1]
        if c.sort == "unknown" and c.voice == "unknown"
    }
    for phrase in phrases:
        after = _name_after(tokens, phrase, chunks)
        inner = phrase.inner[-1] if phrase.inner else None
        if after is not None:
            used.add(after)
            out.append(maker.phrase_and_name(phrase, after))
        elif inner is not None and _names_body(tokens, phrase, inner):
            used.add(inner)
            out.append(maker.named_phrase(phrase, inner))
        else:
            out.append(maker.phrase(phrase))
    for c in chunks:
        if c not in used and not (c.sort == "role" and _in_phrase(c, phrases)):
            out.append(maker.chunk(replace(c, sort="organisation", voice="organisation") if c in bodies else c))
    out += maker.pronouns()
    out.sort(key=lambda c: (c.start, -c.end))
    if out:
        out[0].first = True
    _link(setting.text, out)
    return out


def _places(setting: Setting, tokens: list[Token], chunks: list[Chunk]) -> dict[int, int]:
    """First to last token (exclusive) of each place and nationality outside names."""
    taken = {k for c in chunks for k in range(c.start, c.end)}
    at = {t.start: k for k, t in enumerate(tokens)}
    places = {}
    for start, end in setting.placed:
        first = at.get(start)
        if first is None or first in taken or (tokens[first].end == end and tokens[first].low in HEADS):
            continue
        last = first + 1
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        places[first] = last
    return places


def _in_phrase(chunk: Chunk, phrases: Iterable[Phrase]) -> bool:
    return any(p.start <= chunk.start and chunk.end <= p.end for p in phrases)


def _name_after(tokens: list[Token], phrase: Phrase, chunks: list[Chunk]) -> Chunk | None:
    """The name that the phrase introduces ("the news agency X", "a student named X")."""
    plural_body = phrase.head.sort == "body" and (phrase.head.plural or phrase.head.word == "press")
    if phrase.head.sort in {"document", "crowd"} or plural_body:
        return None
    at = phrase.core
    if at < len(tokens) and tokens[at].low in {"named", "called"}:
        at += 1
    if at > phrase.core and phrase.end > phrase.core:
        return None
    at = at if phrase.end == phrase.core else phrase.end
    for chunk in chunks:
        if chunk.start == at and chunk.sort != "role" and chunk.name < chunk.end:
            single = chunk.end - chunk.name == 1 and chunk.sort != "person"
            stray = single and (phrase.plural or (phrase.head.voice == "person" and at == phrase.core))
            fits = not stray if phrase.head.sort == "people" else chunk.sort != "person"
            return chunk if fits and not (phrase.head.word == "police" and not phrase.inner) else None
    return None


def _names_body(tokens: list[Token], phrase: Phrase, inner: Chunk) -> bool:
    word = phrase.head.word
    beside = inner.end == phrase.core - 1 - word.count(" ")
    return beside and word in _NAMES_ITS_BODY and inner.sort in _BODY_SORTS and not _only_describes(tokens, inner)


def _only_describes(tokens: list[Token], inner: Chunk) -> bool:
    """True for one word of belief or people before the noun: "Islamist group" is no name."""
    low = tokens[inner.name].low
    listed = low in MODIFIERS or low in HEADS or low.endswith(("ist", "ian", "ish", "ese"))
    return inner.end - inner.name == 1 and inner.voice == "unknown" and listed


class _Maker:
    """Makes candidates from token positions of one sentence."""

    def __init__(self, text: str, sentence: int, tokens: list[Token]) -> None:
        self.text, self.sentence, self.tokens = text, sentence, tokens

    def phrase(self, p: Phrase) -> Candidate:
        made = Candidate(self.sentence, self.tokens[p.start].start, self.tokens[p.end - 1].end, "role")
        made.sort = "document" if p.head.sort == "document" else "role"
        made.voice, made.head, made.opener, made.plural = _settled(p.voice, p.head), p.head, p.opener, p.plural
        made.modifiers = frozenset(t.low for t in self.tokens[p.start : p.core - 1] if t.low not in DETERMINERS)
        made.tailed = p.end > p.core
        made.tail = frozenset(t.low for t in self.tokens[p.core : p.end] if t.word and t.low not in CLOSED)
        female = p.head.word in roles.FEMALE or p.head.word.endswith("woman")
        male = p.head.word in roles.MALE or p.head.word.endswith("man")
        made.gender = "female" if female else "male" if male else ""
        return made

    def named_phrase(self, p: Phrase, inner: Chunk) -> Candidate:
        made = self.phrase(p)
        self._name(made, inner)
        if made.voice in {"unknown", "organisation"} and inner.voice not in {"unknown", "person"}:
            made.voice = inner.voice
        made.voice = (
            "group"
            if made.voice == "organisation" and p.head.word == "group" and inner.sort == "unknown"
            else made.voice
        )
        made.sort = "group" if made.voice == "group" else "organisation"
        return made

    def phrase_and_name(self, p: Phrase, c: Chunk) -> Candidate:
        made = self.phrase(p)
        made.end = self.tokens[c.end - 1].end
        self._name(made, c)
        made.role = self._text(p.start, c.name)
        if p.head.sort == "people":
            made.sort = "person"
            made.voice = c.voice if made.voice == "person" and c.voice == "official" else made.voice
            made.voice = "person" if "former" in made.modifiers else made.voice
            made.gender = made.gender or gender(made.words)
        else:
            made.sort = "group" if made.voice == "group" else "organisation"
            vague = p.head.word in _VAGUE_BODIES or made.voice == "unknown"
            made.voice = c.voice if vague and c.voice not in {"unknown", "person", "organisation"} else made.voice
        return made

    def chunk(self, c: Chunk) -> Candidate:
        made = Candidate(self.sentence, self.tokens[c.start].start, self.tokens[c.end - 1].end, c.sort, c.voice)
        before = self.tokens[c.start - 1] if c.start else None
        if before is not None and before.low == "the" and c.sort != "person":
            made.start, made.opener = before.start, "the"
        if c.name >= c.end:
            made.sort, made.head = "role", HEADS.get(self.tokens[c.end - 1].low)
            return made
        self._name(made, c)
        if c.sort == "person" or (c.sort == "unknown" and c.voice == "person"):
            made.role = self._text(c.start, c.name)
            title = self.tokens[c.start].low
            made.gender = {"mr": "male", "mrs": "female", "ms": "female", "sir": "male"}.get(title) or gender(
                made.words
            )
        return made

    def pronouns(self) -> list[Candidate]:
        out = []
        for i, t in enumerate(self.tokens):
            stands_for = PERSONAL.get(t.low) or (RELATIVE.get(t.low) if self._before_verb(i) else None)
            if stands_for:
                out.append(
                    Candidate(self.sentence, t.start, t.end, "pronoun", plural=t.low == "they", gender=stands_for)
                )
        return out

    def _before_verb(self, i: int) -> bool:
        if self.tokens[i].low == "who":
            return i > 0
        after = self.tokens[i + 1].low if i + 1 < len(self.tokens) else ""
        return after in VERBS or after in {"has", "have", "had", "also", "later", "did", "does", "do"}

    def _name(self, made: Candidate, c: Chunk) -> None:
        first = c.name + 1 if self.tokens[c.name].low == "the" and c.name + 1 < c.end else c.name
        made.name = self._text(c.name, c.end)
        made.name_start, made.name_end = self.tokens[first].start, self.tokens[c.end - 1].end
        made.words = tuple(folded(t.low) for t in self.tokens[first : c.end] if t.word)

    def _text(self, i: int, j: int) -> str:
        return "" if j <= i else " ".join(self.text[self.tokens[i].start : self.tokens[j - 1].end].split())


def folded(word: str) -> str:
    """``word`` without accents, so that both spellings of a name are one."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _settled(voice: str, head: Head) -> str:
    """A speaker of an unknown body: most are officials."""
    if voice != "speaker":
        return voice
    if head.word in _LOOSE_SPEAKERS:
        return "person"
    return "organisation" if head.word in _BODY_SPEAKERS else "official"


def _link(text: str, candidates: list[Candidate]) -> None:
    """Joins names with what stands beside them: ", a spokeswoman for ...", "(FMLN)"."""
    for left, right in ((a, b) for a in candidates for b in candidates if 0 <= b.start - a.end <= 3):
        between = text[left.end : right.start]
        if between.strip() in {"(", "["} or (between.strip() == "," and _short_form(left, right, text)):
            if right.words and (left.words or left.sort == "role"):
                right.same = left
        elif between.strip() == ",":
            _appose(left, right, text)


def _short_form(left: Candidate, right: Candidate, text: str) -> bool:
    closed = text[right.end : right.end + 1] in {",", ")"}
    return closed and len(right.words) == 1 and right.name.isupper() and len(right.name) <= 7 and left.sort != "person"


def _appose(left: Candidate, right: Candidate, text: str) -> None:
    named, role = (left, right) if left.words else (right, left)
    if not named.words or role.sort != "role" or role.head is None or role.plural:
        return
    if named is right and text[right.end : right.end + 1] not in {",", ".", ""}:
        return
    people = role.head.sort == "people"
    if people and named.sort != "person" and named is right and len(named.words) < 2:
        return
    human = named.sort == "person" or (named.sort == "unknown" and named.voice == "person")
    if people != human and (named.sort != "unknown" or not (people or role.head.sort == "body")):
        return
    if named is left and role.opener not in {"a", "an", "the"} and role.opener in DETERMINERS and not people:
        return
    role.same = named
    named.role = named.role or " ".join(text[role.start : role.end].split())
    if people:
        named.sort = "person"
    learned = named.role.partition(" ")[0].lower().strip(".") in {"professor", "prof", "dr", "doctor"}
    if named.voice in {"unknown", "person", "organisation"} and role.voice != "unknown" and not learned:
        named.voice = role.voice


def initials(words: tuple[str, ...]) -> set[str]:
    """Short forms a name may have: first letters with and without its small words, lower case."""
    small = {"of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "al", "&"}
    letters = "".join(w[0] for w in words if w)
    return {letters, "".join(w[0] for w in words if w and w not in small)}
