"""Words that tell that something happened, with the incident type they tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.en import incidents as words
from sayso.model import Passage, Span
from sayso.read.animals import find_animals
from sayso.read.encoder.happenings import Happening
from sayso.read.incidents.openings import opening, openings
from sayso.taxonomy import load_taxonomy

MUC_KINDS = {
    "bombing": "bombing", "explosion": "bombing", "armed_attack": "attack", "assassination": "attack",
    "stabbing": "attack", "shelling": "attack", "air_strike": "attack", "missile_attack": "attack",
    "hijacking": "attack", "sabotage": "attack", "poisoning": "attack", "vehicle_ramming": "attack",
    "armed_clash": "attack", "use_of_force": "attack", "kidnapping": "kidnapping", "hostage_taking": "kidnapping",
    "arson": "arson",
}  # fmt: skip
"""The kind of MUC-4 (1992) that holds incidents of a type, for types that it has."""
_TYPES = {"bombing": "bombing", "attack": "armed_attack", "kidnapping": "kidnapping", "arson": "arson"}
ADDED = 0.75
"""Least probability by encoder of a happening that no rule sees: at 0.5 whole readings lose."""
_FORMS = (("nouns", "noun", 1.0), ("verbs", "verb", 1.0), ("weak", "weak", 0.3))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells of an incident.

    Attributes:
        type: incident type it tells.
        span: where it stands.
        passage: number of its passage in the list of passages.
        form: ``noun``, ``verb`` or ``weak``; ``learned`` when the encoder sees it and no rule.
        weight: how strongly it tells the type, 0 to 1.
    """

    type: str
    span: Span
    passage: int
    form: str
    weight: float


def pattern(alternatives: tuple[str, ...], flags: int = re.I) -> re.Pattern[str]:
    """One compiled pattern of whole words out of ``alternatives``; a blank stands for any white space."""
    joined = "|".join(f"(?:{a})" for a in alternatives)
    spaced = joined.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(rf"\b(?:{spaced})(?!\w)", flags)


def lowered(text: str) -> str:
    """``text`` in lower case, of the same length: letters that would grow stay as they are."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@dataclass(frozen=True, slots=True)
class _Cue:
    """One compiled pattern with what it tells."""

    type: str
    form: str
    weight: float
    pattern: re.Pattern[str]


@lru_cache(maxsize=4)
def _cues(language: str) -> tuple[tuple[_Cue, ...], dict[str, tuple[int, ...]], tuple[int, ...]]:
    """The patterns of a language; by the first letters of a word, the numbers of those that can match there; the
    numbers of those that can match anywhere."""
    cues: list[_Cue] = []
    found: dict[str, list[int]] = defaultdict(list)
    anywhere: list[int] = []
    for kind in load_taxonomy().types.values():
        for group, form, weight in _FORMS:
            alternatives = getattr(kind.cues[language], group)
            if not alternatives:
                continue
            heads = [openings(a.replace(" ?", r"\s*")) for a in alternatives]
            if None in heads:
                anywhere.append(len(cues))
            else:
                for head in sorted({one for some in heads for one in some or ()}):
                    found[head].append(len(cues))
            cues.append(_Cue(kind.name, form, weight, pattern(alternatives, 0)))
    return tuple(cues), {head: tuple(numbers) for head, numbers in found.items()}, tuple(anywhere)


_FIGURATIVE = pattern(words.FIGURATIVE, 0)
_WORD = re.compile(r"\w+")


def find_triggers(text: str, passages: tuple[Passage, ...], language: str = "en") -> list[Trigger]:
    """All triggers in ``passages``, in order of the text; the longest wins where two of one type overlap.

    Figures of speech ("came under fire for") and other uses ("heart attack") give none.
    """
    return list(_found(text, passages, language))


@lru_cache(maxsize=1)  # the triage and the incidents ask for the same
def _found(text: str, passages: tuple[Passage, ...], language: str) -> tuple[Trigger, ...]:
    out: list[Trigger] = []
    animals = find_animals(text) if language == "en" else None
    text = lowered(text)
    for number, passage in enumerate(passages):
        found = list(matches(text, passage.span, number, language))
        if found:
            dull = [m.span() for m in _FIGURATIVE.finditer(text, passage.span.start, passage.span.end)]
            kept = [t for t in found if not any(a < t.span.end and t.span.start < b for a, b in dull)]
            out += _longest([t for t in kept if not (animals and animals.harmed(t.span, passage.span))])
    return tuple(out)


def matches(text: str, span: Span, number: int, language: str) -> Iterator[Trigger]:
    """The matches of every pattern, each tried only at words with which one can begin: two or three of 70 a word.

    Args:
        text: the text in small letters.
        span: the passage that is looked at; ``number`` its number.
        language: ISO 639-1 code of the patterns.
    """
    cues, heads, anywhere = _cues(language)
    ends: dict[int, int] = {}  # number of a pattern to the end of its last match: none of its matches overlap
    for word in _WORD.finditer(text, span.start, span.end):
        at = word.start()
        for k in (*heads.get(opening(word.group()), ()), *anywhere):
            found = cues[k].pattern.match(text, at, span.end) if at >= ends.get(k, 0) else None
            if found:
                ends[k] = found.end()
                yield Trigger(cues[k].type, Span(*found.span()), number, cues[k].form, cues[k].weight)


def happening_triggers(seen: Iterable[Happening], least: float = ADDED) -> list[Trigger]:
    """The words of those of ``seen`` that are sure enough (``least``) and of a type that incidents have."""
    return [
        Trigger(_TYPES[h.kind], h.span, h.passage, "learned", h.score)
        for h in seen
        if h.kind in _TYPES and h.score >= least
    ]


def _longest(found: list[Trigger]) -> list[Trigger]:
    kept: list[Trigger] = []
    for t in sorted(found, key=lambda t: (-len(t.span), -t.weight, t.span, t.type)):
        rivals = [k for k in kept if k.span.overlaps(t.span)]
        if not any(k.type == t.type or len(k.span) > len(t.span) + 3 for k in rivals):
            kept.append(t)
    return sorted(kept, key=lambda t: (t.span, t.type))
