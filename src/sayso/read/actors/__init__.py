"""Mentions of actors: people, bodies, groups, roles and the pronouns that stand for them."""

from __future__ import annotations

from typing import cast

from sayso.model import Document, Mention, Passage, Span, VoiceKind
from sayso.model.mention import MentionKind
from sayso.read.actors.candidates import Candidate, collect
from sayso.read.actors.coreference import Entity, resolve
from sayso.read.actors.learned import names_only
from sayso.read.encoder.named import Named
from sayso.read.encoder.session import Encoder

MADE_BY = "actors/1"
_SCORES = {
    "person": 0.9,
    "organisation": 0.8,
    "group": 0.8,
    "role": 0.8,
    "document": 0.7,
    "pronoun": 0.5,
    "unknown": 0.4,
}


def find_actors(
    document: Document,
    passages: tuple[Passage, ...],
    found: tuple[Mention, ...],
    encoder: Encoder | None = None,
) -> tuple[Mention, ...]:
    """Find everything in ``document`` that may speak.

    Args:
        document: the document.
        passages: its sentences; datelines are left out.
        found: mentions of places, nationalities and dates by earlier parts; what they cover is no actor.
        encoder: the released model; its names are put together with the rules' (``learned.py``).

    Returns:
        Mentions in order of the text; one may lie inside another (a name inside a role). ``kind`` is ``person``,
        ``organisation``, ``group``, ``role`` (unnamed people, bodies and documents) or ``pronoun``; ``name`` the
        fullest name in the document; ``cluster`` is shared by mentions of one voice and -1 for a voice mentioned once;
        ``role`` the words of a person's role.
    """
    candidates = collect(document, passages, found, _named(document, encoder))
    entities = resolve(document.text, candidates)
    numbers = _numbers(entities)
    return tuple(
        _mention(document.text, candidate, entities.get(position), numbers)
        for position, candidate in enumerate(candidates)
    )


def _named(document: Document, encoder: Encoder | None) -> tuple[Named, ...]:
    return names_only(document.text, encoder.read(document.text).named) if encoder is not None else ()


def named_actors(
    document: Document,
    passages: tuple[Passage, ...],
    found: tuple[Mention, ...],
    encoder: Encoder | None = None,
) -> tuple[Mention, ...]:
    """Only the proper names among the actors, each with the span of the name itself, without title, role or "the".

    Args:
        document, passages, found, encoder: as for ``find_actors``.

    Returns:
        Mentions of kind ``person``, ``organisation`` or ``group`` in order of the text.
    """
    candidates = collect(document, passages, found, _named(document, encoder))
    entities = resolve(document.text, candidates)
    named = []
    for position, candidate in enumerate(candidates):
        entity = entities.get(position)
        if not candidate.words or entity is None:
            continue
        span = Span(candidate.name_start, candidate.name_end)
        voice = cast(VoiceKind, entity.voice)
        named.append(
            Mention(
                _kind(candidate, entity), span, span.of(document.text), entity.name, voice_kind=voice, made_by=MADE_BY
            )
        )
    return tuple(named)


def _numbers(entities: dict[int, Entity]) -> dict[int, int]:
    """Cluster numbers in order of first mention; a voice mentioned once has none."""
    counts: dict[int, int] = {}
    for entity in entities.values():
        counts[id(entity)] = counts.get(id(entity), 0) + 1
    return {key: number for number, key in enumerate(k for k, n in counts.items() if n > 1)}


def _mention(text: str, candidate: Candidate, entity: Entity | None, numbers: dict[int, int]) -> Mention:
    words = text[candidate.start : candidate.end]
    voice = entity.voice if entity and (candidate.sort == "pronoun" or entity.named) else candidate.voice
    return Mention(
        kind=_kind(candidate, entity),
        span=Span(candidate.start, candidate.end),
        text=words,
        name=entity.name if entity else words,
        cluster=numbers.get(id(entity), -1) if entity else -1,
        voice_kind=cast(VoiceKind, voice),
        role=candidate.role or (entity.role if entity and entity.sort == "person" else ""),
        made_by=MADE_BY,
        score=_SCORES[candidate.sort],
    )


def _kind(candidate: Candidate, entity: Entity | None) -> MentionKind:
    if candidate.sort in {"pronoun", "person", "group", "organisation"}:
        return cast(MentionKind, candidate.sort)
    if candidate.sort == "unknown":
        return "person" if entity and entity.sort == "person" else "organisation"
    return "role"
