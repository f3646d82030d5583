"""What was said, when it stands before its cue: '..., X said' and '"...", said X'."""

from __future__ import annotations

from bisect import bisect_left

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import TRAILING_STARTS
from sayso.model import Span
from sayso.read.statements.carriers import with_carrier
from sayso.read.statements.chunks import phrase_after, subject_before
from sayso.read.statements.draft import Draft
from sayso.read.statements.places import cue_of, index_at
from sayso.read.statements.tokens import CLOSERS, DASHES, MARKS, Line, Quotation
from sayso.read.statements.verb_groups import VerbGroup, has_finite

_GAP = 2
"""Characters between a quotation and the sentence that tells its speaker."""


def inverted(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    """'"...", said X' and '..., said X'."""
    tokens, head = line.tokens, group.head
    if group.left == 0 or group.left != head or group.form.tag not in ("past", "s") or head + 1 >= len(tokens):
        return None
    if "clause" not in group.form.verb.frames:
        return None
    before, after = tokens[head - 1].low, tokens[head + 1]
    if (
        not (before in MARKS or before == ",")
        or not after.is_word
        or after.low in w.OBJECT_PRONOUNS | {"that", "to", "as"}
    ):
        return None
    if after.low in w.PREPOSITIONS or after.low in w.ADVERBS or (before == "," and after.low in w.TRAILING_ONLY):
        return None
    if before == "," and (subject_before(line, head) is not None or line.quoted[head] >= 0):
        return None
    chunk = phrase_after(line, head + 1)
    if chunk is None or (chunk.last < len(tokens) and tokens[chunk.last].is_word and before == ","):
        return None
    if before == "," and any(t.low == "to" for t in tokens[chunk.first : chunk.last]):
        return None
    content = content_before(line, head, quotations)
    if content is None or (content[1] < 0 and not _is_clause(line, index_at(line, content[0].start), head - 1)):
        return None
    source = line.span(chunk.first, _with_apposition(line, chunk.last))
    draft = Draft(
        line.number,
        "verb-subject",
        group.form.verb.base,
        content[0],
        cue_of(line, group),
        source,
        line.span(chunk.first, chunk.last),
    )
    draft.direct, draft.frame = content[1], "quote" if content[1] >= 0 else "clause"
    return draft


def _with_apposition(line: Line, last: int) -> int:
    tokens = line.tokens
    if last + 1 >= len(tokens) or tokens[last].low != ",":
        return last
    for at in range(last + 1, min(len(tokens), last + 30)):
        if tokens[at].low in (",", ".", ";") or tokens[at].low in MARKS:
            opens = tokens[last + 1].low
            fits = opens in w.DETERMINERS | w.RELATIVES or not has_finite(tokens, last + 1, at)
            return (
                at
                if fits and opens not in w.CONJUNCTIONS | {"adding", "saying"} and not opens.endswith("ing")
                else last
            )
    return last


def content_before(line: Line, end: int, quotations: tuple[Quotation, ...]) -> tuple[Span, int] | None:
    """What was said before token ``end``: the quotation that closes there, or the clause since the sentence began.

    Returns:
        its span and the number of the quotation (-1 for a clause); None when nothing stands there.
    """
    tokens = line.tokens
    at = end - 1
    while at >= 0 and (tokens[at].low in MARKS or tokens[at].low in (",", *CLOSERS, *DASHES)):
        at -= 1
    if at < 0:
        return _content_above(line, quotations)
    quote = line.quoted[at]
    if quote >= 0 and quotations[quote].outer.end <= tokens[end].start:
        whole = all(q == quote or not t.is_word for q, t in zip(line.quoted[: at + 1], tokens[: at + 1], strict=True))
        if whole or (tokens[at + 1].low in MARKS and _mostly(line, quote, at)):
            return quotations[quote].inner, quote
    first = _after_dateline(line)
    while first < at and not tokens[first].is_word and tokens[first].low not in MARKS:
        first += 1
    return (Span(tokens[first].start, tokens[at].end), -1) if at > first else None


def _after_dateline(line: Line) -> int:
    """Token after "CITY, Country (Agency) —" at the head of a sentence, 0 without one."""
    tokens = line.tokens
    if line.upper or not tokens or not tokens[0].text.isupper() or len(tokens[0].text) < 3:
        return 0
    for at in range(1, min(len(tokens), 12)):
        if tokens[at].low in DASHES:
            return at + 1
    return 0


def _mostly(line: Line, quote: int, at: int) -> bool:
    """True when the quotation is nearly all that stands before."""
    outside = sum(
        1 for q, t in zip(line.quoted[: at + 1], line.tokens[: at + 1], strict=True) if q != quote and t.is_word
    )
    return outside <= 1


def _content_above(line: Line, quotations: tuple[Quotation, ...]) -> tuple[Span, int] | None:
    """The quotation that ended just before this sentence ('"Was it so?" he asked')."""
    start = line.tokens[0].start
    number = bisect_left(quotations, start + 1, key=lambda q: q.outer.end - 1) - 1
    if number < 0 or quotations[number].paragraph != line.passage.paragraph:
        return None
    return (quotations[number].inner, number) if start - quotations[number].outer.end <= _GAP else None


def trailing(
    line: Line, group: VerbGroup, subject: tuple[Span, Span], quotations: tuple[Quotation, ...]
) -> Draft | None:
    """'..., X said'."""
    verb = group.form.verb
    if not verb.frames & {"clause", "addressee", "that"} or group.subjectless:
        return None
    first = index_at(line, subject[0].start)
    if first == 0 and not _follows_quote(line, quotations):
        return None
    mark = line.tokens[first - 1].low if first else '"'
    if mark not in MARKS and mark not in (",", "?", "!") and mark not in DASHES:
        return None
    if mark in MARKS and first and line.quoted[first] >= 0 and line.quoted[first] == line.quoted[first - 1]:
        return None
    content = content_before(line, first, quotations)
    if content is None or _clause_follows(line, group):
        return None
    last = index_at(line, content[0].end - 1) + 1 if content[1] < 0 else 0
    if content[1] < 0 and not _is_clause(line, index_at(line, content[0].start), last):
        return None
    draft = Draft(line.number, "subject-verb after", verb.base, content[0], cue_of(line, group), direct=content[1])
    draft.frame = "quote" if content[1] >= 0 else "clause"
    if (
        "addressee" in verb.frames
        and group.head + 1 < len(line.tokens)
        and line.tokens[group.head + 1].low not in w.PREPOSITIONS
    ):
        chunk = phrase_after(line, group.head + 1)
        end = chunk.last if chunk else group.head + 1
        with_carrier(line, group, end, draft)
    return draft


def _follows_quote(line: Line, quotations: tuple[Quotation, ...]) -> bool:
    return _content_above(line, quotations) is not None


def _is_clause(line: Line, first: int, last: int) -> bool:
    tokens = line.tokens
    low = tokens[first].low
    if low in (
        "when",
        "if",
        "as",
        "while",
        "because",
        "although",
        "though",
        "after",
        "before",
        "asked",
        "speaking",
    ) and "," not in {t.low for t in tokens[first:last]}:
        return False
    return last - first > 2 and has_finite(tokens, first + 1, last, loose=True)


def _clause_follows(line: Line, group: VerbGroup) -> bool:
    """True when what is said stands after the verb."""
    tokens = line.tokens
    at = group.head + 1
    if at >= len(tokens) or tokens[at].low in (".", ",", ";", "!", "?", *DASHES):
        return _opens_quote_after(line, at)
    if tokens[at].low == ":" or tokens[at].low in MARKS:
        return True
    limit = next((i for i in range(at, len(tokens)) if tokens[i].low in (",", ";", ".")), len(tokens))
    if any(tokens[i].low == "that" for i in range(at, min(limit, at + 14))):
        return True
    if tokens[at].low in TRAILING_STARTS or tokens[at].low in w.ADVERBS or tokens[at].low in w.TIME_WORDS:
        return False
    return has_finite(tokens, at + 1, limit) or (not group.form.verb.frames & {"addressee"} and limit - at > 4)


def _opens_quote_after(line: Line, at: int) -> bool:
    tokens = line.tokens
    ends = at < len(tokens) and tokens[at].low == "," and at + 1 < len(tokens) and tokens[at + 1].low in MARKS
    return ends and not (at + 1 < len(line.quoted) and line.quoted[0] >= 0)
