"""Who may speak at all: joint speakers become one statement each, sources that name nobody are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import NUMERIC_SPEAKERS, SPEAKING_PRONOUNS
from sayso.model import Mention, Span
from sayso.read.statements.draft import Draft
from sayso.read.statements.nesting import parents
from sayso.read.statements.voices import kind_by_words

_AND = re.compile(r",?\s+and\s+|,\s+", re.IGNORECASE)
_BEFORE = re.compile(r"(?:both|neither)\s+", re.IGNORECASE)
_WORDS = re.compile(r"[\w'’-]+")
_PLAIN_WORDS = 3
_NAMED = frozenset(("person", "organisation", "group", "role"))


def one_each(text: str, drafts: list[Draft], actors: tuple[Mention, ...]) -> list[Draft]:
    """Two drafts for "A and B said", with the same content and cue; others as they are."""
    found: list[Draft] = []
    for draft in drafts:
        parts = _joint(text, draft.core or draft.source, actors)
        if not parts:
            found.append(draft)
            continue
        found += [replace(draft, source=part, core=part, via=list(draft.via)) for part in parts]
    return found


def _joint(text: str, source: Span | None, actors: Iterable[Mention]) -> list[Span]:
    """The names that together fill ``source``, joined by "and" and commas; none when it is one voice."""
    if source is None:
        return []
    opened = _BEFORE.match(source.of(text))
    at = source.start + (opened.end() if opened else 0)
    named = [m for m in actors if m.kind in _NAMED and source.contains(m.span)]
    parts: list[Span] = []
    joined = False
    while at < source.end:
        mention = max((m for m in named if m.span.start == at), key=lambda m: len(m.span), default=None)
        if mention is None or not _stands_alone(text, mention):
            return []
        here = mention.span
        if parts and mention.kind != "person" and _determined(parts[0].of(text)) > _determined(here.of(text)):
            return []
        parts.append(here)
        link = _AND.match(text, here.end, source.end)
        if link is None:
            return parts if here.end == source.end and joined else []
        joined = joined or "and" in link.group().lower()
        at = link.end()
    return []


def _stands_alone(text: str, mention: Mention) -> bool:
    """True for a person, a phrase with its own determiner, or a body of a known kind: no half of a longer name."""
    determined = _determined(mention.text)
    if mention.kind == "role":
        return determined or " " not in mention.text
    return (
        (mention.kind == "person" and len(mention.name.split()) > 1)
        or determined
        or mention.voice_kind
        not in (
            "unknown",
            "person",
        )
    )


def _determined(words: str) -> bool:
    return words.split()[0].lower() in w.DETERMINERS


def speaking(
    text: str,
    drafts: list[Draft],
    mentions: tuple[Mention, ...],
    quoted: tuple[Span, ...],
    upper: bool,
    first_person: bool,
) -> list[Draft]:
    """The drafts whose source may speak.

    Left out are "I", "we" and "you" of the narrator or of an interview, and words that are no actor by any sign: no
    mention, no noun of speakers, no name, no pronoun. A quotation keeps its speaker whatever the words are.

    Args:
        mentions: actors and places.
        quoted: what stands between quotation marks.
        upper: True when capitals tell nothing.
        first_person: True to keep what a narrator says of itself.
    """
    holders = parents(drafts)
    spans = sorted((m.span.start, m.span.end) for m in mentions)
    return [
        draft
        for draft, holder in zip(drafts, holders, strict=True)
        if not _crosses(draft, quoted) and _may_speak(text, draft, holder >= 0, spans, quoted, upper, first_person)
    ]


def _crosses(draft: Draft, quoted: tuple[Span, ...]) -> bool:
    """True when the cue stands inside a quotation and what is said before it: the one quoted says "you know"."""
    if draft.cue is None or draft.source is None or draft.content.start >= draft.cue.start:
        return False
    return any(q.contains(draft.cue) and not q.contains(draft.content) for q in quoted)


def _may_speak(
    text: str,
    draft: Draft,
    held: bool,
    spans: list[tuple[int, int]],
    quoted: tuple[Span, ...],
    upper: bool,
    first_person: bool,
) -> bool:
    source = draft.core or draft.source
    if source is None or draft.frame in ("transcript", "narrator"):
        return True
    words = _WORDS.findall(source.of(text))
    first = words[0].lower().replace("’", "'").partition("'")[0] if words else ""
    if not words or first in SPEAKING_PRONOUNS:
        return first_person or upper or held or any(q.contains(source) for q in quoted)
    if draft.frame == "responsibility" or draft.rule == "according to":
        return True
    if draft.heard and first != "that":
        return True
    if draft.rule == "headline colon" and "," in source.of(text):
        return False
    if any(start < source.end and source.start < end for start, end in spans):
        return True
    if kind_by_words(source.of(text)) is not None or first in w.PERSONAL | w.SUBJECT_PRONOUNS | w.RELATIVES:
        return True
    if words[-1].lower() in NUMERIC_SPEAKERS or first in NUMERIC_SPEAKERS:
        return True
    if draft.rule != "headline colon" and (draft.direct >= 0 or _is_plain_noun(words, draft)):
        return True
    return not upper and draft.rule != "headline colon" and any(x[0].isupper() for x in words[1:])


def _is_plain_noun(words: list[str], draft: Draft) -> bool:
    """True for "the princess", "the motion" before a clear saying: nouns that no list has."""
    plain = words[0].lower() in w.DETERMINERS and 1 < len(words) <= _PLAIN_WORDS
    return plain and draft.strong and draft.frame in ("clause", "quote") and not words[-1].endswith(("ed", "ing", "ly"))
