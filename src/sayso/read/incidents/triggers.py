"""Words that tell that something happened, with the incident type they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.en import incidents as words
from sayso.model import Passage, Span
from sayso.read.encoder.happenings import Happening
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
ADDED = 0.7
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


@lru_cache(maxsize=4)
def _patterns(language: str) -> tuple[tuple[str, str, float, re.Pattern[str]], ...]:
    out = []
    for kind in load_taxonomy().types.values():
        cues = kind.cues[language]
        for group, form, weight in _FORMS:
            alternatives = getattr(cues, group)
            if alternatives:
                out.append((kind.name, form, weight, pattern(alternatives, 0)))
    return tuple(out)


_FIGURATIVE = pattern(words.FIGURATIVE, 0)


def find_triggers(text: str, passages: tuple[Passage, ...], language: str = "en") -> list[Trigger]:
    """All triggers in ``passages``, in order of the text; the longest wins where two of one type overlap.

    Figures of speech ("came under fire for") and other uses ("heart attack") give none.
    """
    out: list[Trigger] = []
    text = lowered(text)
    for number, passage in enumerate(passages):
        span = passage.span
        dull = [m.span() for m in _FIGURATIVE.finditer(text, span.start, span.end)]
        found = [
            Trigger(name, Span(*m.span()), number, form, weight)
            for name, form, weight, cue in _patterns(language)
            for m in cue.finditer(text, span.start, span.end)
            if not any(a < m.end() and m.start() < b for a, b in dull)
        ]
        out += _longest(found)
    return out


def happening_triggers(seen: Iterable[Happening]) -> list[Trigger]:
    """The words of those of ``seen`` that are sure enough (``ADDED``) and of a type that incidents have."""
    return [
        Trigger(_TYPES[h.kind], h.span, h.passage, "learned", h.score)
        for h in seen
        if h.kind in _TYPES and h.score >= ADDED
    ]


def _longest(found: list[Trigger]) -> list[Trigger]:
    kept: list[Trigger] = []
    for t in sorted(found, key=lambda t: (-len(t.span), -t.weight, t.span, t.type)):
        rivals = [k for k in kept if k.span.overlaps(t.span)]
        if not any(k.type == t.type or len(k.span) > len(t.span) + 3 for k in rivals):
            kept.append(t)
    return sorted(kept, key=lambda t: (t.span, t.type))
