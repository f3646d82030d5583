"""Runs of words that are names: seen by their capitals or, where all is capitals, by titles and given names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from sayso.lang.en import closed
from sayso.lang.en.organisations import ARMY_WORDS, CAUSES, NOT_BODIES
from sayso.lang.en.peoples import PEOPLES
from sayso.model import VoiceKind
from sayso.read.actors.lexicon import (
    CALENDAR,
    CLOSED,
    COMMON,
    DETERMINERS,
    GIVEN,
    HEADS,
    KNOWN_IN_CAPITALS,
    KNOWN_NAMES,
    MODIFIER_KINDS,
    MODIFIERS,
    NAME_LINKS,
    STATE_TITLES,
    SURE_GIVEN,
    TITLES,
    TYPE_WORDS,
    VERBS,
)  # fmt: skip
from sayso.read.actors.tokens import Token

_ORG_LINKS = frozenset({"of", "for", "the", "and", "&", "to", "on", "against"})
_TAKES_FOR = frozenset(TYPE_WORDS) | {"movement", "doctors", "reporters", "people", "citizens", "students"}
_ROLE_SORTS = frozenset({"people"})
_JOINED = (
    "-based",
    "-led",
    "-backed",
    "-born",
    "-run",
    "-owned",
    "-linked",
    "-funded",
    "-style",
    "-held",
    "-controlled",
)
_AFTER_NAME = closed.AUXILIARIES | {"'s", "also", "and", "later"}
_GIVEN_OR_LINK = GIVEN | NAME_LINKS


@dataclass(frozen=True, slots=True)
class Chunk:
    """A name inside a sentence, as token positions.

    Attributes:
        start, end: tokens of the whole run, titles before it included.
        name: first token of the name itself; equal to ``end`` when the run is a title alone ("the President").
        sort: ``person``, ``organisation``, ``group``, ``role``, ``thing`` (nobody who speaks) or ``unknown``.
        voice: kind of voice as far as its words show.
    """

    start: int
    end: int
    name: int
    sort: str
    voice: VoiceKind = "unknown"


ALSO_NAMES = frozenset({"may", "april", "june", "august", "day"})
"""Words of the calendar that are names of people too."""
_BEFORE_DATES = frozenset(
    {"in", "on", "of", "last", "next", "this", "since", "until", "till", "early", "late", "mid", "every", "each"}
)
Covered = Callable[[int, int], bool]
"""True when the characters [start, end) are a place, a nationality, a date or a figure and nothing else."""


def known_voice(words: tuple[str, ...]) -> VoiceKind | None:
    """Kind of voice of a well-known body with this name (lower case, without "the"), None when not known."""
    if words and words[0] == "the":
        words = words[1:]
    return KNOWN_NAMES.get(" ".join(words))


def type_voice(words: tuple[str, ...]) -> VoiceKind | None:
    """Kind of voice told by a type word inside the name: the last word, or the word before "of" or "for"."""
    for place, word in enumerate(words):
        telling = place == len(words) - 1 or words[place + 1] in {"of", "for", "on", "to"}
        if telling and word in TYPE_WORDS:
            cause = word in ARMY_WORDS and any(w in CAUSES for w in words)
            return "group" if cause else TYPE_WORDS[word]
    if any(w in TYPE_WORDS and TYPE_WORDS[w] == "group" for w in words):
        return "group"
    return None


def find_names(
    tokens: list[Token], lowered: frozenset[str], raised: frozenset[str], surnames: frozenset[str]
) -> list[Chunk]:
    """Names in a sentence of mixed case.

    Args:
        tokens: the sentence.
        lowered: words that also occur in lower case; at a sentence's start they are no names.
        raised: words that occur with a capital inside a sentence; these are.
        surnames: last names known in the document.

    Returns:
        Chunks in order, without overlap.
    """
    chunks = []
    i = 0
    while i < len(tokens):
        if not _opens(tokens, i, lowered, raised, surnames):
            i += 1
            continue
        j = _before_surname(tokens, i, _run(tokens, i), surnames)
        if _et_al(tokens, j):
            first = _link_before(tokens, i)
            chunks.append(Chunk(first, j + 2, first, "person", "person"))
        else:
            chunks.append(classify(tokens, _small_given(tokens, _link_before(tokens, i)), j))
        i = j
    return chunks


def _before_surname(tokens: list[Token], i: int, j: int, surnames: frozenset[str]) -> int:
    """Ends a well-known name before a person's name that follows it ("told the Harlow Gazette Stone was safe")."""
    for k in range(i + 2, j):
        if tokens[k].low in surnames and known_voice(tuple(t.low for t in tokens[i:k])):
            return k
    return j


def _et_al(tokens: list[Token], j: int) -> bool:
    return j + 1 < len(tokens) and tokens[j].low == "et" and tokens[j + 1].low == "al"


def _link_before(tokens: list[Token], i: int) -> int:
    """Takes the small word that opens a last name ("de Vera")."""
    return i - 1 if i and tokens[i - 1].low in {"de", "van", "von", "dela", "di", "du", "ter", "bin", "al", "el"} else i


def _small_given(tokens: list[Token], i: int) -> int:
    """Takes a given name in small letters before the name that begins at ``i`` ("luis Roe")."""
    return i - 1 if i and tokens[i - 1].low in SURE_GIVEN and not tokens[i - 1].cap else i


def _opens(
    tokens: list[Token], i: int, lowered: frozenset[str], raised: frozenset[str], surnames: frozenset[str]
) -> bool:
    token = tokens[i]
    if token.cap and token.low in ALSO_NAMES and token.low in surnames:
        return not _dates(tokens, i)
    if not token.cap or not token.word or token.low in CALENDAR or token.text == "I":
        return False
    first = i == 0 or tokens[i - 1].text in "\"“'‘:•-–—(["
    follows = i + 1 < len(tokens) and tokens[i + 1].cap and tokens[i + 1].low not in CALENDAR
    contracted = "'" in token.low and token.low.partition("'")[0] in CLOSED
    if (token.low in CLOSED and not token.upper) or token.low in DETERMINERS or contracted:
        return False
    if token.low.endswith(_JOINED) or (token.low in PEOPLES and not follows):
        return False
    plain = token.low in COMMON and not token.upper and not follows and not _heads_name(tokens, i)
    if not first:
        return not plain or (tokens[i - 1].cap and tokens[i - 1].low in SURE_GIVEN)
    if token.low in TITLES or token.low in surnames or token.upper:
        return token.upper or follows or token.low in surnames
    if token.low in COMMON:
        return not plain and token.low not in VERBS and (token.low in HEADS or token.low in MODIFIERS)
    if token.low in raised:
        return True
    if token.low.endswith(("ed", "ing")) and token.low not in GIVEN:
        return False
    if token.low in lowered:
        return follows and token.low in GIVEN
    return follows or token.low in GIVEN or token.low in KNOWN_NAMES or _acts(tokens, i + 1)


def _dates(tokens: list[Token], i: int) -> bool:
    """Whether a word that is a last name here stands as a month or a day all the same ("in May", "May 5")."""
    follows = i + 1 < len(tokens) and tokens[i + 1].low[0].isdigit()
    return follows or (i > 0 and (tokens[i - 1].low in _BEFORE_DATES or tokens[i - 1].low[0].isdigit()))


def _heads_name(tokens: list[Token], i: int) -> bool:
    """Whether "of" and another capital follow ("Ministry of Health")."""
    if i + 2 >= len(tokens):
        return False
    if tokens[i + 1].low not in {"of", "for"}:
        return tokens[i].low == "committee" and tokens[i + 1].low == "to" and tokens[i + 2].cap
    after = i + 3 if tokens[i + 2].low == "the" and i + 3 < len(tokens) else i + 2
    return tokens[after].cap and tokens[after].low not in CALENDAR


def _acts(tokens: list[Token], k: int) -> bool:
    """Whether what stands at ``k`` shows that the word before it is a name: a verb, a comma, a possessive, a role."""
    if k >= len(tokens):
        return False
    token = tokens[k]
    return token.text in {",", "(", ")", "."} or token.low in _AFTER_NAME or token.low in VERBS or token.low in HEADS


def _run(tokens: list[Token], i: int) -> int:
    """End of the run of name words that begins at ``i``."""
    j = i + 1
    while j < len(tokens):
        token = tokens[j]
        if _continues(tokens, j):
            j += 1
        elif _links(tokens, i, j):
            j += 3 if tokens[j + 1].low == "the" else 2
        elif token.low == "." and tokens[j - 1].low in TITLES and j + 1 < len(tokens) and tokens[j + 1].cap:
            j += 1
        else:
            break
    return j


def _continues(tokens: list[Token], j: int) -> bool:
    token, before = tokens[j], tokens[j - 1]
    if not (token.cap and token.word):
        return False
    if token.low in CALENDAR:
        return before.low in GIVEN and token.low in ALSO_NAMES
    return token.low not in CLOSED or token.upper or (token.low == "today" and before.cap)


def _links(tokens: list[Token], i: int, j: int) -> bool:
    """Whether the word at ``j``, in lower case, joins two parts of one name."""
    token = tokens[j]
    if j + 1 >= len(tokens):
        return False
    after = tokens[j + 1]
    if token.low in NAME_LINKS:
        return after.cap or (after.low in NAME_LINKS and j + 2 < len(tokens) and tokens[j + 2].cap)
    if token.low not in _ORG_LINKS and token.text not in "'’":
        return False
    if token.low in {"of", "for"} and after.low == "the":
        after = tokens[j + 2] if j + 2 < len(tokens) else after
    if token.low == "and" and after.low == "the" and j + 2 < len(tokens):
        after = tokens[j + 2]
    if not after.cap or after.low in CALENDAR:
        return False
    before = tokens[j - 1].low
    if token.text in "'’":
        return before.endswith("s") and after.low in TYPE_WORDS
    if token.low in {"and", "the"}:
        learned = any(t.low in {"university", "bank"} for t in tokens[i:j])
        return not learned and any(t.low in {"of", "for"} for t in tokens[i:j]) and _joins(before, after)
    if token.low == "to":
        return before in {"committee", "ambassador", "envoy"}
    if token.low in {"for", "on", "against"}:
        return before in _TAKES_FOR
    return (
        token.low == "&"
        or before in TYPE_WORDS
        or before in HEADS
        or before in TITLES
        or (before.endswith("s") and not any(t.low in GIVEN for t in tokens[i:j]))
    )


def _joins(before: str, after: Token) -> bool:
    """Whether "and" joins words of one name rather than two names."""
    return before not in GIVEN and after.low not in TITLES and after.low not in TYPE_WORDS and after.low not in GIVEN


def classify(tokens: list[Token], i: int, j: int) -> Chunk:
    """What kind of name the capitalised run ``tokens[i:j]`` is."""
    words = tuple(t.low for t in tokens[i:j])
    voice = known_voice(words)
    if voice and not (len(words) == 1 and words[0] in HEADS and not tokens[i].upper and i == 0):
        return Chunk(i, j, i, "group" if voice == "group" else "organisation", voice)
    split = _role_end(words)
    if split:
        return _titled(tokens, i, j, split, words)
    if words[-1] in ALSO_NAMES and (len(words) == 1 or (len(words) == 2 and words[0] in GIVEN)):
        return Chunk(i, j, i, "person", "person")
    if words[-1] in NOT_BODIES and not tokens[j - 1].upper:
        return Chunk(i, j, i, "thing")
    voice = type_voice(words)
    if voice:
        return Chunk(i, j, i, "group" if voice == "group" else "organisation", voice)
    if len(words) == 1 and words[0].rpartition(".")[2] in {"com", "org", "net", "ru"}:
        return Chunk(i, j, i, "organisation", "outlet")
    if words[0] in GIVEN and 2 <= len(words) <= 5:
        return Chunk(i, j, i, "person", "person")
    if len(words) == 1 and words[0] in SURE_GIVEN:
        return Chunk(i, j, i, "unknown", "person")
    if len(words) == 1 and tokens[i].upper and len(words[0]) <= 7:
        return Chunk(i, j, i, "organisation", "organisation")
    if 2 <= len(words) <= 4 and not any(w in _ORG_LINKS or w in COMMON for w in words):
        return Chunk(i, j, i, "unknown", "person")
    return Chunk(i, j, i, "unknown")


def _role_end(words: tuple[str, ...]) -> int:
    """How many leading words are title and role; 0 when the run has none before a name."""
    end = 0
    for place, word in enumerate(words):
        head = HEADS.get(word)
        marked = place + 1 < len(words) and words[place + 1] in {"'", "’"}
        surname = place == len(words) - 1 and words[0] in GIVEN
        person = head is not None and head.sort in _ROLE_SORTS and not head.plural
        if word in TITLES or (person and not marked and not surname):
            end = place + 1
        elif word in {"of", "for", "and", "to"} and end == place:
            continue
        elif end and words[place - 1] in {"of", "for", "the", "to"} and place + 2 < len(words):
            end = place + 1  # "Mayor of Lodz Jan Nowak": the place belongs to the role
    return end


def _titled(tokens: list[Token], i: int, j: int, split: int, words: tuple[str, ...]) -> Chunk:
    name = i + split
    if name >= j or "of" in words[split:] or words[split] in _ORG_LINKS:
        sort = "role" if type_voice(words) is None or words[-1] in TITLES else "organisation"
        return Chunk(i, j, j, sort, role_voice(words))
    if type_voice(words[split:]) and words[split - 1] not in TITLES:
        return Chunk(i, j, i, "organisation", type_voice(words) or "organisation")
    return Chunk(i, j, name, "person", role_voice(words[:split]))


def role_voice(role: tuple[str, ...]) -> VoiceKind:
    """Kind of voice told by the words of a role before a name ("Senate Minority Leader")."""
    if "former" in role or "ex-president" in role:
        return "person"
    if any(w in STATE_TITLES for w in role):
        return "official"
    head = next((HEADS[w] for w in reversed(role) if w in HEADS and HEADS[w].sort == "people"), None)
    if head is None or head.voice == "person":
        return "person"
    if head.voice != "speaker":
        return cast(VoiceKind, head.voice)
    told = [k for w in role if (k := TYPE_WORDS.get(w) or MODIFIER_KINDS.get(w))]
    return told[-1] if told else "organisation"


def find_names_in_capitals(tokens: list[Token], surnames: frozenset[str], acronyms: frozenset[str]) -> list[Chunk]:
    """Names in a sentence written in capitals: known bodies, titles and given names with what follows, surnames.

    Args:
        tokens: the sentence.
        surnames: last names known in the document.
        acronyms: short forms that the document gives in brackets.
    """
    chunks: list[Chunk] = []
    i = 0
    while i < len(tokens):
        chunk = _known_run(tokens, i, acronyms) or _person_run(tokens, i, surnames)
        if chunk:
            if chunk.voice == "official" and _of_group(tokens, chunk, chunks[-1:]):
                chunk = replace(chunk, voice="group")
            chunks.append(chunk)
            i = chunk.end
        else:
            i += 1
    return chunks


def _of_group(tokens: list[Token], chunk: Chunk, before: list[Chunk]) -> bool:
    """True for a rank in an armed group: "FMLN COMMANDER JUAN ROE", "REBEL COMMANDER JUAN ROE"."""
    beside = chunk.start and before and before[0].end == chunk.start and before[0].voice == "group"
    return bool(beside) or (chunk.start > 0 and MODIFIER_KINDS.get(tokens[chunk.start - 1].low) == "group")


def _known_run(tokens: list[Token], i: int, acronyms: frozenset[str]) -> Chunk | None:
    if tokens[i].low in acronyms or _unspeakable(tokens, i):
        voice = KNOWN_NAMES.get(tokens[i].low, "organisation")
        return Chunk(i, i + 1, i, "group" if voice == "group" else "organisation", voice)
    for words, voice in KNOWN_IN_CAPITALS.get(tokens[i].low, ()):
        end = i + len(words)
        if words == tuple(t.low for t in tokens[i:end]):
            return Chunk(i, end, i, "group" if voice == "group" else "organisation", voice)
    if tokens[i].low == "radio" and i + 1 < len(tokens) and _name_like(tokens[i + 1]):
        j = i + 3 if i + 2 < len(tokens) and _name_like(tokens[i + 2]) else i + 2
        return Chunk(i, j, i, "organisation", "outlet")
    return None


def _unspeakable(tokens: list[Token], i: int) -> bool:
    """A word without vowels after "the": a short form that is nowhere explained."""
    token = tokens[i]
    return (
        3 <= len(token.text) <= 7
        and token.text.isalpha()
        and not set(token.low) & set("aeiouy")
        and token.low not in COMMON
    )


def _name_like(token: Token) -> bool:
    low = token.low
    if not token.word or low[0].isdigit() or low in COMMON or low in TYPE_WORDS:
        return False
    return low in GIVEN or len(low) < 5 or not low.endswith(("ed", "ing", "tion", "ment", "ly"))


def _person_run(tokens: list[Token], i: int, surnames: frozenset[str]) -> Chunk | None:
    name = i
    while name < len(tokens) and (tokens[name].low in TITLES or (name > i and tokens[name].low == "of")):
        name += 1
    j = name
    titled = name > i
    while j < len(tokens) and j - name < 5 and (_name_like(tokens[j]) or tokens[j].low in _GIVEN_OR_LINK):
        if not (titled or j > name or tokens[j].low in SURE_GIVEN or tokens[j].low in surnames):
            return None
        j += 1
    while j > name and tokens[j - 1].low in NAME_LINKS:
        j -= 1
    if j == name:
        return None
    if not titled and j == name + 1 and tokens[name].low not in surnames:
        return None
    return Chunk(i, j, name, "person", role_voice(tuple(t.low for t in tokens[i:name])))
