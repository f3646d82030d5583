"""Names the voices of drafts, puts chains together and makes Statements of them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from sayso.lang.en.cues import HEARSAY_ADVERBS, MEDIA, THINKING
from sayso.lang.en.voices import ARMED_DEEDS
from sayso.model import Attribution, Document, Mention, Passage, Span, Statement, Voice
from sayso.read.statements.draft import Draft
from sayso.read.statements.kinds import kind_of
from sayso.read.statements.nesting import parents
from sayso.read.statements.speakers import one_each, speaking
from sayso.read.statements.tokens import lines_of, quotations_of
from sayso.read.statements.transcript import office_in
from sayso.read.statements.voices import VoiceBook, split_document

_DEEDS = re.compile(ARMED_DEEDS, re.IGNORECASE)
_PLACES = frozenset(("place", "nationality"))
_ACTORS = frozenset(("person", "organisation", "group", "role", "pronoun"))
_CARRIERS = frozenset(("outlet", "agency", "monitor"))
_TELLING = frozenset(("accuse", "blame", "deny", "condemn", "denounce", "confirm"))
_WEAK_NESTED = frozenset(("noun", "preposition", "infinitive", "noun of saying", "passive subject"))


def assemble(
    document: Document,
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    drafts: list[Draft],
    first_person: bool = False,
) -> tuple[Statement, ...]:
    """Statements from ``drafts``: voices named, chains whole, kinds decided, ids in order of content."""
    quoted = tuple(q.inner for q in quotations_of(document, passages))
    text = document.text
    upper = text[:2000].isupper()
    actors = tuple(sorted((m for m in mentions if m.kind in _ACTORS), key=lambda m: m.span.start))
    places = tuple(m for m in mentions if m.kind in _PLACES)
    drafts = _plausible(speaking(text, drafts, (*actors, *places), quoted, upper, first_person))
    drafts = one_each(text, drafts, actors)
    order = sorted(range(len(drafts)), key=lambda i: (_at(drafts[i]), drafts[i].content.start))
    drafts = [drafts[i] for i in order]
    holders = parents(drafts)
    book = _book(document, passages, actors, places, upper)
    own = [_own_voices(text, draft, book) for draft in drafts]
    _carry_on(text, passages, drafts, holders, own)
    own = [tuple(book.settled(voice) for voice in voices) for voices in own]
    own = _armed_by_deed(text, drafts, own)
    everyone = [voice for voices in own for voice in voices]
    own = [tuple(book.of_body(voice, everyone) for voice in voices) for voices in own]
    if not first_person:
        drafts, own = _without_own_thoughts(drafts, holders, own)
        holders = parents(drafts)
    own = [_whole_phrases(text, draft, voices) for draft, voices in zip(drafts, own, strict=True)]
    outlet = _outlet(document)
    chains = [_chain(i, holders, own, outlet) for i in range(len(drafts))]
    return _numbered(text, drafts, holders, chains, own) if drafts else ()


def _whole_phrases(text: str, draft: Draft, voices: Attribution) -> Attribution:
    """The voices with the words and the place of the whole phrase that names the origin: "Jane Doe, a spokeswoman"."""
    if draft.source is None or len(voices) != 1:  # a chain ("a letter attributed to the group") has a phrase for each
        return voices
    (voice,) = voices
    if voice.span is None or not draft.source.contains(voice.span):
        return voices
    return (replace(voice, voice=draft.source.of(text), span=draft.source),)


def _book(
    document: Document,
    passages: tuple[Passage, ...],
    actors: tuple[Mention, ...],
    places: tuple[Mention, ...],
    upper: bool,
) -> VoiceBook:
    lines = lines_of(document, passages, ())
    raised = frozenset(
        t.low
        for line in lines
        if not line.title
        for before, t in pairwise(line.tokens)
        if t.text[0].isupper() and before.is_word
    )
    return VoiceBook(
        document.text,
        actors,
        upper,
        tuple(line.passage.span for line in lines if line.title and not upper),
        raised,
        frozenset((m.span.start, m.span.end) for m in places),
    )


def _at(draft: Draft) -> int:
    return draft.cue.start if draft.cue is not None else draft.content.start


def _plausible(drafts: list[Draft]) -> list[Draft]:
    """Inside what somebody says, only clear sayings are statements of their own."""
    holders = parents(drafts)
    kept = []
    for draft, holder in zip(drafts, holders, strict=True):
        telling = draft.frame == "noun" and draft.lemma in _TELLING
        if holder >= 0 and (not draft.strong or (draft.frame in _WEAK_NESTED and not telling)):
            continue
        kept.append(draft)
    return kept


def _own_voices(text: str, draft: Draft, book: VoiceBook) -> Attribution:
    cue = " ".join(draft.cue.of(text).split()) if draft.cue else ""
    if draft.frame == "narrator":
        return ()
    if draft.source is None:
        words = cue or "unknown"
        return (Voice(words, "unknown", "unknown", draft.cue, cue, draft.cue),)
    office = office_in(draft.source.of(text)) if draft.frame == "transcript" else ""
    if office:
        speaker = Voice(draft.source.of(text), office, "official", draft.source)
        book.spoken.append(speaker)
        return (speaker,)
    carried: list[Voice] = []
    for hop in draft.via:
        words = " ".join(hop.cue.of(text).split()) if hop.cue else ""
        if words.lower() in HEARSAY_ADVERBS:
            carried.append(Voice(words, "unknown", "unknown", hop.span, words, hop.cue))
            continue
        voice = book.voice(hop.span, hop.span, words, hop.cue)
        if voice.kind in _CARRIERS or (voice.kind == "document" and hop.span != draft.source):
            carried.append(voice)
    split = split_document(text, draft)
    if split is not None:
        paper, link, behind = split
        carried.append(book.voice(paper, paper, cue, draft.cue))
        origin = book.voice(behind, behind, " ".join(link.of(text).split()), link)
    else:
        core = book.whole(draft.core or draft.source)
        origin = book.voice(Span(draft.source.start, max(draft.source.end, core.end)), core, cue, draft.cue)
    known = book.behind_again(origin) if split is None else None
    if known is not None:
        carried, origin = [*carried, origin], known
    if split is not None and carried[-1].kind == "document":
        book.behind.setdefault(carried[-1].voice.lower().split()[-1], origin)
    book.add(origin)
    if carried and origin.kind in _CARRIERS and carried[-1].kind == "document":
        return (*carried[:-1], origin, carried[-1])
    return (*carried, origin)


def _armed_by_deed(text: str, drafts: list[Draft], own: list[Attribution]) -> list[Attribution]:
    """Makes a group of every voice that speaks of its own fighters, and of a body that claims a deed for itself."""
    armed = {
        voices[-1].name
        for draft, voices in zip(drafts, own, strict=True)
        if voices
        and voices[-1].name != "unknown"
        and (
            _DEEDS.search(draft.content.of(text))
            or (draft.frame == "responsibility" and draft.lemma == "claim" and voices[-1].kind == "organisation")
        )
    }
    return [tuple(replace(v, kind="group") if v.name in armed else v for v in voices) for voices in own]


def _without_own_thoughts(
    drafts: list[Draft], holders: list[int], own: list[Attribution]
) -> tuple[list[Draft], list[Attribution]]:
    """Leaves out what a speaker says that they themselves think ("said they believed"): that is one statement."""
    kept = [
        i
        for i, holder in enumerate(holders)
        if holder < 0
        or drafts[i].lemma not in THINKING
        or not own[i]
        or not own[holder]
        or own[i][-1].name != own[holder][-1].name
    ]
    return [drafts[i] for i in kept], [own[i] for i in kept]


def _outlet(document: Document) -> Attribution:
    if not document.outlet:
        return ()
    return (Voice(document.outlet, document.outlet, "outlet"),)


def _carry_on(
    text: str, passages: tuple[Passage, ...], drafts: list[Draft], holders: list[int], own: list[Attribution]
) -> None:
    """Keeps a carrier for the next sentence of the same speaker (decision note 014).

    Only in the same paragraph, only when the carrier is a monitor or a document and the speaker a group that speaks to
    the public through it, and only until another voice speaks or the speaker names a carrier again.
    """
    for i in range(1, len(drafts)):
        if holders[i] >= 0 or len(own[i]) != 1 or own[i][-1].kind != "group":
            continue
        for last in range(i - 1, -1, -1):
            if drafts[i].line - drafts[last].line > 1:
                break
            near = passages[drafts[i].line].paragraph == passages[drafts[last].line].paragraph
            before = _with_holders(last, holders, own)
            if near and len(before) > 1 and before[-1].name == own[i][-1].name:
                if before[-2].kind in ("monitor", "document"):
                    own[i] = (*before[:-1], *own[i])
                break


def _with_holders(i: int, holders: list[int], own: list[Attribution]) -> Attribution:
    chain = own[i]
    while holders[i] >= 0:
        i = holders[i]
        same = bool(own[i]) and bool(chain) and own[i][-1].name == chain[0].name != "unknown"
        chain = (*(own[i][:-1] if same else own[i]), *chain)  # "Roe said she fears ...": the cue is that of the fear
    return chain


def _chain(i: int, holders: list[int], own: list[Attribution], outlet: Attribution) -> Attribution:
    chain = _with_holders(i, holders, own)
    if not chain:
        return outlet
    named = outlet and chain and outlet[0].name.lower() == chain[0].name.lower()
    return chain if named else (*outlet, *chain)


def _numbered(
    text: str, drafts: list[Draft], holders: list[int], chains: list[Attribution], own: list[Attribution]
) -> tuple[Statement, ...]:
    order = sorted(range(len(drafts)), key=lambda i: (drafts[i].content.start, -drafts[i].content.end, _at(drafts[i])))
    names = {i: f"s{n}" for n, i in enumerate(order, 1)}
    return tuple(
        _statement(text, drafts[i], names[i], names.get(holders[i]), _depth(i, holders), chains[i]) for i in order
    )


def _depth(i: int, holders: list[int]) -> int:
    depth = 1
    while holders[i] >= 0:
        i, depth = holders[i], depth + 1
    return depth


def _statement(text: str, draft: Draft, name: str, parent: str | None, depth: int, chain: Attribution) -> Statement:
    content = _trimmed(text, draft.content)
    words = content.of(text)
    origin = chain[-1] if chain else Voice("narrator", "narrator", "outlet")
    mode = (
        "narrator"
        if draft.frame == "narrator"
        else "direct"
        if draft.direct >= 0 or draft.frame == "transcript"
        else "mixed"
        if re.search(r"[\"“”]", words)
        else "indirect"
    )
    medium = draft.medium or _medium_of(chain)
    kind = kind_of(draft, words, f"{origin.voice} {origin.name}", origin.kind)
    return Statement(
        id=name,
        kind=draft.kind if draft.kind and kind == "report" else kind,
        content=content,
        attribution=chain,
        parent=parent,
        depth=depth,
        mode=mode,
        medium=medium,
        negated=draft.negated,
        certainty=_certainty(draft),
        made_by=draft.made_by or f"statements-en/1 {draft.rule}",
        score=draft.score if draft.score is not None else 0.9 if draft.strong else 0.6,
    )


def _medium_of(chain: Attribution) -> str:
    for voice in chain:
        if voice.kind == "document":
            for word in voice.voice.lower().split():
                if word in MEDIA:
                    return MEDIA[word]
    return ""


def _certainty(draft: Draft) -> str:
    if draft.lemma in ("suspect", "believe", "think", "fear", "presume", "assume", "allege"):
        return "suspected"
    if draft.lemma in ("speculate", "guess", "wonder", "rumor", "rumour", "imagine"):
        return "speculated"
    return "reported" if draft.source is None and draft.frame != "narrator" else "stated"


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "\"“”«»,;:–—'‘’"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '"“”«»,;:–—‘'):
        end -= 1
    return Span(start, end) if end > start else span
