"""Who and what carried a statement on: people told, documents, stations, unnamed hearsay; and the medium."""

from __future__ import annotations

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import CARRY_PREPOSITIONS, CITABLE, CITING, HEARSAY_ADVERBS, MEDIA, PRESS
from sayso.read.statements.chunks import Chunk, phrase_after
from sayso.read.statements.draft import Draft, Hop
from sayso.read.statements.places import cue_of, index_at
from sayso.read.statements.subjects import main_subject
from sayso.read.statements.tokens import Line
from sayso.read.statements.verb_groups import VerbGroup, is_finite


def with_carrier(line: Line, group: VerbGroup, end: int, draft: Draft | None) -> Draft | None:
    """Adds who was told as a carrier; names that carry nothing on are dropped when voices are named."""
    if draft is not None and "addressee" in group.form.verb.frames and end > group.head + 1:
        stop = next(
            (i for i in range(group.head + 2, end) if line.tokens[i].low in ("by", "in", "on", "at", "during")), end
        )
        chunk = phrase_after(line, group.head + 1, stop)
        if chunk is not None and not _is_press(line, chunk):
            draft.via.append(Hop(line.span(chunk.first, chunk.last), cue_of(line, group)))
    return draft


def _is_press(line: Line, chunk: Chunk) -> bool:
    """True for those told who carry nothing on: "reporters", "the press", "him"."""
    first, head = line.tokens[chunk.first], line.tokens[chunk.last - 1]
    if first.low in PRESS | w.OBJECT_PRONOUNS:
        return True
    return first.low in w.DETERMINERS and head.low in PRESS and (line.upper or head.text.islower())


def add_hearsay(line: Line, group: VerbGroup, draft: Draft) -> None:
    """As in "reportedly said": somebody unnamed carries what the speaker says."""
    for at in range(group.left, group.head):
        if line.tokens[at].low in HEARSAY_ADVERBS:
            word = line.span(at, at + 1)
            draft.via.insert(0, Hop(word, word))


def add_document(line: Line, group: VerbGroup, draft: Draft) -> None:
    """As in "issued a video warning of ...": the video carries, the one who issued it is the origin."""
    assert draft.source is not None
    first = index_at(line, draft.source.start)
    if first < 1:
        return
    before = line.tokens[first - 1].low
    maker = main_subject(line, first) if is_finite(line.tokens, first - 1) and before not in w.AUXILIARIES else None
    if maker is not None:
        draft.via.append(Hop(draft.source, cue_of(line, group)))
        draft.source, draft.core = maker


def add_cited(line: Line, group: VerbGroup, draft: Draft) -> None:
    """As in "the agency, citing a minister, said": the one cited is the origin, the agency carries."""
    tokens = line.tokens
    if draft.core is None or draft.source is None or group.form.verb.base in ("cite", "quote"):
        return
    first = index_at(line, draft.core.end)
    for at in range(first, min(len(tokens) - 1, group.head + 12)):
        if tokens[at].low not in CITING or (draft.content.start <= tokens[at].start < draft.content.end):
            continue
        chunk = phrase_after(line, at + 1)
        if chunk is not None and tokens[chunk.first].low not in w.OBJECT_PRONOUNS and not _is_paper(line, chunk):
            draft.via.append(Hop(draft.core, cue_of(line, group)))
            draft.source = draft.core = line.span(chunk.first, chunk.last)
        return


def _is_paper(line: Line, chunk: Chunk) -> bool:
    """True when what is cited is a reason and nobody ("citing security concerns")."""
    return not any(t.text[0].isupper() or t.low in CITABLE for t in line.tokens[chunk.first : chunk.last])


def note_medium(line: Line, group: VerbGroup, draft: Draft) -> None:
    """Notes the medium ("by phone") and a carrier in it ("in a statement sent to the agency")."""
    tokens = line.tokens
    for at in range(group.head + 1, min(len(tokens), group.head + 12)):
        low = tokens[at].low
        inside = draft.content.start <= tokens[at].start < draft.content.end
        if inside and draft.frame == "responsibility":
            continue
        if inside or low in (".", ";", "that"):
            break
        if low in ("through", "over", "via", "on") and _carries(line, at, draft):
            return
        if low in MEDIA and any(
            t.low in ("in", "by", "on", "via", "over", "through", "at") for t in tokens[max(group.head, at - 4) : at]
        ):
            draft.medium = MEDIA[low]
            _carrier_after(line, at, draft)
            return
    if not draft.medium and draft.source is not None:
        _medium_before(line, group, draft)


def _carries(line: Line, at: int, draft: Draft) -> bool:
    """Notes the station or network that somebody spoke "over" or "through"."""
    chunk = phrase_after(line, at + 1)
    if chunk is None or not any(
        t.low in ("radio", "television", "tv", "network", "channel", "station")
        for t in line.tokens[chunk.first : chunk.last]
    ):
        return False
    draft.via.append(Hop(line.span(chunk.first, chunk.last)))
    draft.medium = "broadcast"
    return True


def _medium_before(line: Line, group: VerbGroup, draft: Draft) -> None:
    tokens = line.tokens
    assert draft.source is not None
    first = index_at(line, draft.source.start)
    if first < 3 or tokens[0].low not in ("in", "by", "on", "through", "via", "over", "speaking", "talking"):
        return
    if tokens[0].low in ("speaking", "talking"):
        _spoken_to(line, first, draft)
        return
    for at in range(1, min(first, 8)):
        if tokens[at].low in MEDIA:
            draft.medium = MEDIA[tokens[at].low]
            if draft.medium == "broadcast":
                _carries(line, 0, draft)
            _carrier_after(line, at, draft)
            return
        if tokens[at].low in (",", "."):
            return


def _spoken_to(line: Line, first: int, draft: Draft) -> None:
    """Notes the outlet of "Speaking to the BBC, ..."."""
    if line.tokens[1].low in ("to", "with", "on"):
        chunk = phrase_after(line, 2, first)
        if chunk is not None and line.tokens[chunk.first].low not in PRESS:
            draft.via.append(Hop(line.span(chunk.first, chunk.last)))


def _carrier_after(line: Line, at: int, draft: Draft) -> None:
    tokens = line.tokens
    for i in range(at + 1, min(len(tokens) - 1, at + 5)):
        if tokens[i].low in CARRY_PREPOSITIONS and tokens[i - 1].low in w.REDUCED | {"with", "interview"}:
            chunk = phrase_after(line, i + 1)
            if chunk is not None:
                draft.via.append(Hop(line.span(chunk.first, chunk.last)))
            return
        if tokens[i].low in (",", ".", "that"):
            return
