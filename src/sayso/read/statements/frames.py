"""Verbs of saying with their subject and what is said: before them, after them, or around them."""

from __future__ import annotations

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import CARRY_PREPOSITIONS, DOCUMENT_NOUNS, HEARSAY_ADVERBS, MEDIA, NEGATED_ONLY, PRESS, TRAILING_STARTS
from sayso.model import Span
from sayso.read.statements.chunks import Chunk, VerbGroup, has_finite, is_finite, phrase_after, subject_before
from sayso.read.statements.lexicon import forms
from sayso.read.statements.draft import Draft, Hop
from sayso.read.statements.tokens import Line, Quotation, Token

_MARKS = frozenset(('"', "“", "”", "``", "''", "«", "»", "‘", "'", "’"))
_CLOSERS = frozenset((".", "!", "?", "…", "..."))
_DASHES = frozenset(("-", "–", "—", "--"))
_RESPONSE = frozenset(("responsibility", "credit"))


def verb_draft(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...], before: list[Draft]) -> Draft | None:
    """The statement an active verb of saying marks, None when it marks none.

    Args:
        before: drafts already found in the same sentence, for verbs that share their subject.
    """
    if group.infinitive:
        return None
    inverted = _inverted(line, group, quotations)
    if inverted is not None:
        return inverted
    subject, inherited, cut = _subject(line, group, before)
    if subject is None:
        return None
    draft = None
    if not inherited:
        draft = _trailing(line, group, subject, quotations)
    if draft is None:
        draft = _leading(line, group, quotations)
        if draft is not None and inherited:
            draft.break_at = cut
    if draft is None:
        return None
    draft.source, draft.core, draft.inherited = subject[0], subject[1], inherited
    if group.subjectless and not inherited:
        _behind_document(line, group, draft)
    draft.negated = group.negated or _negative(line, subject[0])
    draft.strong = not group.form.verb.weak
    if not draft.negated and (group.form.verb.base in NEGATED_ONLY and draft.frame in ("noun", "preposition")):
        return None
    _reportedly(line, group, draft)
    _note_medium(line, group, draft)
    return draft


def _reportedly(line: Line, group: VerbGroup, draft: Draft) -> None:
    """"reportedly said": somebody unnamed carries what the speaker says."""
    for at in range(group.left, group.head):
        if line.tokens[at].low in HEARSAY_ADVERBS:
            word = line.span(at, at + 1)
            draft.via.insert(0, Hop(word, word))


def _behind_document(line: Line, group: VerbGroup, draft: Draft) -> None:
    """"issued a video warning of ...": the video carries, the one who issued it is the origin."""
    assert draft.source is not None  # noqa: S101
    first = _index(line, draft.source.start)
    if first < 1:
        return
    before = line.tokens[first - 1].low
    maker = _main_subject(line, first) if is_finite(line.tokens, first - 1) and before not in w.AUXILIARIES else None
    if maker is not None:
        draft.via.append(Hop(draft.source, _cue(line, group)))
        draft.source, draft.core = maker


def _negative(line: Line, source: Span) -> bool:
    words = [t.low for t in line.tokens if source.start <= t.start < source.end]
    return bool(words) and (words[0] in ("no", "nobody", "none", "neither") or words[:2] in (["not", "everyone"], ["not", "all"]))


def _subject(line: Line, group: VerbGroup, before: list[Draft]) -> tuple[tuple[Span, Span] | None, bool, int]:
    """Subject as (span, core), whether it is shared with an earlier verb, and where an earlier content must end."""
    tokens = line.tokens
    left = group.left
    coordinated = left > 0 and tokens[left - 1].low in w.CONJUNCTIONS
    if not group.subjectless and not coordinated:
        chunk = subject_before(line, left)
        if chunk is not None and _describes(line, group, chunk):
            return None, False, -1
        if chunk is not None:
            return _spans(line, chunk), False, -1
        if left > 0 and tokens[left - 1].low != ",":
            return None, False, -1
    if group.subjectless and left > 0 and tokens[left - 1].is_word:
        paper = subject_before(line, left)
        absolute = paper is not None and paper.first > 0 and tokens[paper.first - 1].low == "with"
        if paper is not None and (absolute or _is_document(line, paper)):
            return _spans(line, paper), False, -1
    cut_at = left - 1 if left > 0 and tokens[left - 1].low in {",", *w.CONJUNCTIONS} else left
    if cut_at > 0 and tokens[cut_at - 1].low == ",":
        cut_at -= 1
    cut = tokens[cut_at - 1].end if cut_at > 0 else -1
    for draft in reversed(before):
        if draft.source is not None and draft.source.start < tokens[group.head].start and draft.rule != "according to":
            return (draft.source, draft.core or draft.source), True, cut
    found = _main_subject(line, left)
    return (found, True, cut) if found else (None, False, -1)


def _describes(line: Line, group: VerbGroup, chunk: Chunk) -> bool:
    """True when the verb only describes the object of another verb ("entered an area called ...")."""
    if group.form.tag not in ("past", "part") or group.first != group.head or chunk.first == 0 or chunk.last != group.left:
        return False
    before = line.tokens[chunk.first - 1]
    return is_finite(line.tokens, chunk.first - 1) and before.low not in forms()


def _spans(line: Line, chunk: Chunk) -> tuple[Span, Span]:
    return line.span(chunk.first, chunk.last), line.span(chunk.first, chunk.core_end)


def _is_document(line: Line, chunk: Chunk) -> bool:
    """True when the head of the phrase is something written or recorded ("a video dated ...")."""
    head = chunk.first
    for at in range(chunk.first, chunk.core_end):
        if line.tokens[at].low in w.PREPOSITIONS or line.tokens[at].low in w.REDUCED:
            break
        head = at
    return line.tokens[head].low in DOCUMENT_NOUNS


def _main_subject(line: Line, end: int) -> tuple[Span, Span] | None:
    for at in range(1, end):
        if is_finite(line.tokens, at):
            while at > 1 and (line.tokens[at - 1].low in w.ADVERBS or line.tokens[at - 1].low in w.TIME_WORDS):
                at -= 1
            chunk = subject_before(line, at)
            return _spans(line, chunk) if chunk else None
    return None


def _cue(line: Line, group: VerbGroup) -> Span:
    return line.span(group.head, group.head + 1)


def _inverted(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    """'"...", said X' and '..., said X'."""
    tokens, head = line.tokens, group.head
    if group.left == 0 or group.left != head or group.form.tag not in ("past", "s") or head + 1 >= len(tokens):
        return None
    if "clause" not in group.form.verb.frames:
        return None
    before, after = tokens[head - 1].low, tokens[head + 1]
    if not (before in _MARKS or before == ",") or not after.is_word or after.low in w.OBJECT_PRONOUNS | {"that", "to", "as"}:
        return None
    if after.low in w.PREPOSITIONS or after.low in w.ADVERBS or (before == "," and after.low in w.TRAILING_ONLY):
        return None
    if before == "," and (subject_before(line, head) is not None or line.quoted[head] >= 0):
        return None
    chunk = phrase_after(line, head + 1)
    if chunk is None or (chunk.last < len(tokens) and tokens[chunk.last].is_word and before == ","):
        return None
    content = _content_before(line, head, quotations)
    if content is None or (content[1] < 0 and not _is_clause(line, _index(line, content[0].start), head - 1)):
        return None
    source = line.span(chunk.first, _with_apposition(line, chunk.last))
    draft = Draft(line.number, "verb-subject", group.form.verb.base, content[0], _cue(line, group), source, line.span(chunk.first, chunk.last))
    draft.direct, draft.frame = content[1], "quote" if content[1] >= 0 else "clause"
    return draft


def _with_apposition(line: Line, last: int) -> int:
    tokens = line.tokens
    if last + 1 >= len(tokens) or tokens[last].low != ",":
        return last
    for at in range(last + 1, min(len(tokens), last + 30)):
        if tokens[at].low in (",", ".", ";") or tokens[at].low in _MARKS:
            opens = tokens[last + 1].low
            fits = opens in w.DETERMINERS | w.RELATIVES or not has_finite(tokens, last + 1, at)
            return at if fits and opens not in w.CONJUNCTIONS | {"adding", "saying"} and not opens.endswith("ing") else last
    return last


def _content_before(line: Line, end: int, quotations: tuple[Quotation, ...]) -> tuple[Span, int] | None:
    """What was said before token ``end``: the quotation that closes there, or the clause from the start of the sentence."""
    tokens = line.tokens
    at = end - 1
    while at >= 0 and (tokens[at].low in _MARKS or tokens[at].low in (",", *_CLOSERS, *_DASHES)):
        at -= 1
    if at < 0:
        return _content_above(line, quotations)
    quote = line.quoted[at]
    if quote >= 0 and quotations[quote].outer.end <= tokens[end].start:
        whole = all(q == quote or not t.is_word for q, t in zip(line.quoted[: at + 1], tokens[: at + 1], strict=True))
        if whole or (tokens[at + 1].low in _MARKS and _mostly(line, quote, at)):
            return quotations[quote].inner, quote
    first = _after_dateline(line)
    while first < at and not tokens[first].is_word and tokens[first].low not in _MARKS:
        first += 1
    return (Span(tokens[first].start, tokens[at].end), -1) if at > first else None


def _after_dateline(line: Line) -> int:
    """Token after "CITY, Country (Agency) —" at the head of a sentence, 0 without one."""
    tokens = line.tokens
    if line.upper or not tokens or not tokens[0].text.isupper() or len(tokens[0].text) < 3:
        return 0
    for at in range(1, min(len(tokens), 12)):
        if tokens[at].low in _DASHES:
            return at + 1
    return 0


def _mostly(line: Line, quote: int, at: int) -> bool:
    """True when the quotation is nearly all that stands before."""
    outside = sum(1 for q, t in zip(line.quoted[: at + 1], line.tokens[: at + 1], strict=True) if q != quote and t.is_word)
    return outside <= 1


def _content_above(line: Line, quotations: tuple[Quotation, ...]) -> tuple[Span, int] | None:
    """The quotation that ended just before this sentence ('"Was it so?" he asked')."""
    start = line.tokens[0].start
    for number, quote in enumerate(quotations):
        if quote.outer.end - 1 <= start + 1 and start - quote.outer.end <= 2 and quote.paragraph == line.passage.paragraph:
            return quote.inner, number
    return None


def _trailing(line: Line, group: VerbGroup, subject: tuple[Span, Span], quotations: tuple[Quotation, ...]) -> Draft | None:
    """'..., X said'."""
    verb = group.form.verb
    if not verb.frames & {"clause", "addressee", "that"} or group.subjectless:
        return None
    first = _index(line, subject[0].start)
    if first == 0 and not _follows_quote(line, quotations):
        return None
    mark = line.tokens[first - 1].low if first else '"'
    if mark not in _MARKS and mark not in (",", "?", "!") and mark not in _DASHES:
        return None
    if mark in _MARKS and first and line.quoted[first] >= 0 and line.quoted[first] == line.quoted[first - 1]:
        return None
    content = _content_before(line, first, quotations)
    if content is None or _clause_follows(line, group):
        return None
    last = _index(line, content[0].end - 1) + 1 if content[1] < 0 else 0
    if content[1] < 0 and not _is_clause(line, _index(line, content[0].start), last):
        return None
    draft = Draft(line.number, "subject-verb after", verb.base, content[0], _cue(line, group), direct=content[1])
    draft.frame = "quote" if content[1] >= 0 else "clause"
    if "addressee" in verb.frames and group.head + 1 < len(line.tokens) and line.tokens[group.head + 1].low not in w.PREPOSITIONS:
        chunk = phrase_after(line, group.head + 1)
        end = chunk.last if chunk else group.head + 1
        _with_carrier(line, group, end, draft)
    return draft


def _follows_quote(line: Line, quotations: tuple[Quotation, ...]) -> bool:
    return _content_above(line, quotations) is not None


def _is_clause(line: Line, first: int, last: int) -> bool:
    tokens = line.tokens
    low = tokens[first].low
    if low in ("when", "if", "as", "while", "because", "although", "though", "after", "before", "asked", "speaking") and "," not in {
        t.low for t in tokens[first:last]
    }:
        return False
    return last - first > 3 and has_finite(tokens, first + 1, last)


def _clause_follows(line: Line, group: VerbGroup) -> bool:
    """True when what is said stands after the verb."""
    tokens = line.tokens
    at = group.head + 1
    if at >= len(tokens) or tokens[at].low in (".", ",", ";", "!", "?", *_DASHES):
        return _opens_quote_after(line, at)
    if tokens[at].low == ":" or tokens[at].low in _MARKS:
        return True
    limit = next((i for i in range(at, len(tokens)) if tokens[i].low in (",", ";", ".")), len(tokens))
    if any(tokens[i].low == "that" for i in range(at, min(limit, at + 14))):
        return True
    if tokens[at].low in TRAILING_STARTS or tokens[at].low in w.ADVERBS or tokens[at].low in w.TIME_WORDS:
        return False
    return has_finite(tokens, at + 1, limit) or (not group.form.verb.frames & {"addressee"} and limit - at > 4)


def _opens_quote_after(line: Line, at: int) -> bool:
    tokens = line.tokens
    ends = at < len(tokens) and tokens[at].low == "," and at + 1 < len(tokens) and tokens[at + 1].low in _MARKS
    return ends and not (at + 1 < len(line.quoted) and line.quoted[0] >= 0)


def _index(line: Line, offset: int) -> int:
    for number, token in enumerate(line.tokens):
        if token.end > offset:
            return number
    return len(line.tokens) - 1


def _end_of(line: Line) -> int:
    """Token index after the last word of the sentence."""
    last = len(line.tokens)
    while last > 0 and not line.tokens[last - 1].is_word and line.tokens[last - 1].low not in (")", "]", "%"):
        last -= 1
    return last


def _leading(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    """'X said that ...', 'X told Y ...', 'X denied the ...', 'X threatened to ...'."""
    for find in (_responsibility, _quoted_after, _that_clause, _told, _object_infinitive, _infinitive, _prepositional, _bare_clause, _noun):
        draft = find(line, group, quotations)
        if draft is not None:
            return draft
    return None


def _make(line: Line, group: VerbGroup, first: int, last: int, frame: str) -> Draft | None:
    tokens = line.tokens
    while first < last and not tokens[first].is_word and tokens[first].low not in ("[", "(", "$", "@", "#"):
        first += 1
    while last > first and not tokens[last - 1].is_word and tokens[last - 1].low not in ("]", ")", "%"):
        last -= 1
    if last <= first:
        return None
    return Draft(line.number, "verb " + frame, group.form.verb.base, line.span(first, last), _cue(line, group), frame=frame)


def _responsibility(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    if group.form.verb.base not in ("claim", "accept", "deny", "admit", "acknowledge", "take", "assume", "disclaim"):
        return None
    for at in range(group.head + 1, min(group.head + 4, len(tokens))):
        if tokens[at].low in _RESPONSE:
            draft = _make(line, group, at, _phrase_end(line, at, as_subject=True), "responsibility")
            if draft is not None:
                draft.cue = line.span(group.head, at + 1)
            return draft
    return None


def _skip_adverbials(line: Line, at: int) -> int:
    tokens = line.tokens
    while at < len(tokens) and (tokens[at].low in w.ADVERBS or tokens[at].low in w.TIME_WORDS or _is_manner(tokens[at])):
        at += 1
    return at


def _is_manner(token: Token) -> bool:
    return token.low.endswith("ly") and len(token.low) > 5


def _quoted_after(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    if not group.form.verb.frames & {"clause", "addressee", "that", "preposition"}:
        return None
    for at in range(group.head + 1, min(len(tokens), group.head + 22)):
        low = tokens[at].low
        if low == ":" and at + 1 < len(tokens):
            return _with_carrier(line, group, at, _from_mark(line, group, at + 1, quotations))
        if low == ":" and at + 1 == len(tokens):
            return _with_carrier(line, group, at, _next_paragraph(line, group, quotations))
        if low in _MARKS and _opens_here(line, at, quotations) and (at == group.head + 1 or tokens[at - 1].low in (",", ":")):
            return _with_carrier(line, group, at, _from_mark(line, group, at, quotations))
        if low in ("that", ";") or (is_finite(tokens, at) and at > group.head + 1):
            return None
    return None


def _opens_here(line: Line, at: int, quotations: tuple[Quotation, ...]) -> bool:
    return line.quoted[at] >= 0 and quotations[line.quoted[at]].outer.start == line.tokens[at].start


def _from_mark(line: Line, group: VerbGroup, at: int, quotations: tuple[Quotation, ...]) -> Draft | None:
    number = line.quoted[at]
    if number < 0:
        return _make(line, group, at, _end_of(line), "clause")
    quote = quotations[number]
    rest = [t for t in line.tokens if t.start >= quote.outer.end and t.is_word]
    if quote.inner.end - quote.inner.start < 25 and len(rest) > 2 and at == group.head + 1:
        return _make(line, group, at, _clause_end(line, at), "clause")
    return Draft(line.number, "verb quote", group.form.verb.base, quote.inner, _cue(line, group), frame="quote", direct=number)


def _next_paragraph(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    end = line.tokens[-1].end
    for number, quote in enumerate(quotations):
        if 0 <= quote.outer.start - end <= 4:
            return Draft(line.number, "verb quote", group.form.verb.base, quote.inner, _cue(line, group), frame="quote", direct=number)
    return None


def _that_clause(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    frames = group.form.verb.frames
    if not frames & {"clause", "that", "addressee"}:
        return None
    for at in range(group.head + 1, min(len(tokens), group.head + 16)):
        low = tokens[at].low
        if low == "that" and (at == group.head + 1 or _complementizer(tokens, at)):
            draft = _make(line, group, at + 1, _clause_end(line, at + 1), "clause")
            return _with_carrier(line, group, at, draft)
        if low in ("whether", "how", "why", "what", "if", "where", "when", "who") and at == group.head + 1:
            return _make(line, group, at, _clause_end(line, at), "clause")
        if low == ";" or (low == "," and at > group.head + 1 and not _parenthesis(tokens, at)) or is_finite(tokens, at):
            return None
    return None


def _complementizer(tokens: tuple[Token, ...], at: int) -> bool:
    after = tokens[at + 1].low if at + 1 < len(tokens) else "."
    return not (is_finite(tokens, at + 1) if at + 1 < len(tokens) else True) and after not in (",", ".")


def _parenthesis(tokens: tuple[Token, ...], at: int) -> bool:
    return any(tokens[i].low == "that" for i in range(at + 1, min(len(tokens), at + 9)))


def _with_carrier(line: Line, group: VerbGroup, end: int, draft: Draft | None) -> Draft | None:
    """Adds who was told as a carrier; names that carry nothing on are dropped when voices are named."""
    if draft is not None and "addressee" in group.form.verb.frames and end > group.head + 1:
        chunk = phrase_after(line, group.head + 1, end)
        if chunk is not None and line.tokens[chunk.first].low not in PRESS | w.OBJECT_PRONOUNS:
            draft.via.append(Hop(line.span(chunk.first, chunk.last), _cue(line, group)))
    return draft


def _told(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens, frames = line.tokens, group.form.verb.frames
    if "addressee" not in frames:
        return None
    at = group.head + 1
    if at >= len(tokens) or not tokens[at].is_word or tokens[at].low in w.PREPOSITIONS | {"to"}:
        return None
    split = _addressee_end(line, at)
    if split is None or split >= len(tokens) or tokens[split].low in ("to", "about", "of", ".", ","):
        return None
    if not has_finite(tokens, split, len(tokens), loose=True):
        return None
    return _with_carrier(line, group, split, _make(line, group, split, _clause_end(line, split), "clause"))


def _addressee_end(line: Line, at: int) -> int | None:
    """Token after the person told, where the clause begins."""
    tokens = line.tokens
    if tokens[at].low in w.OBJECT_PRONOUNS:
        return _skip_adverbials(line, at + 1)
    for i in range(at + 1, min(len(tokens), at + 12)):
        low = tokens[i].low
        if low == "to" or low in (".", ";"):
            return None
        fresh = low in w.DETERMINERS | w.SUBJECT_PRONOUNS | w.POSSESSIVES | {"there", "if", "how", "what", "whether", "why"}
        if fresh and tokens[i - 1].low not in w.PREPOSITIONS | w.DETERMINERS | w.CONJUNCTIONS:
            return i
        if tokens[i - 1].low in PRESS or (not line.upper and tokens[i - 1].text[0].isupper() and tokens[i].text[0].islower()):
            return _skip_adverbials(line, i)
    return None


def _object_infinitive(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    if "object" not in group.form.verb.frames:
        return None
    at = group.head + 1
    if at < len(tokens) and tokens[at].low in ("on", "upon", "for"):
        at += 1
    for i in range(at + 1, min(len(tokens), at + 16)):
        low = tokens[i].low
        if low == "to" or (low == "not" and i + 1 < len(tokens) and tokens[i + 1].low == "to"):
            draft = _make(line, group, at, _clause_end(line, i), "object infinitive")
            if draft is not None and at > group.head + 1:
                draft.cue = line.span(group.head, at)
            return draft
        if low in (".", ";", ":", ",") or is_finite(tokens, i):
            return None
    return None


def _infinitive(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    at = _skip_adverbials(line, group.head + 1)
    if "infinitive" not in group.form.verb.frames or at >= len(line.tokens) or line.tokens[at].low != "to":
        return None
    return _make(line, group, at, _clause_end(line, at), "infinitive")


def _prepositional(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    at = group.head + 1
    if at + 1 >= len(tokens) or tokens[at].low not in group.form.verb.prepositions:
        return None
    draft = _make(line, group, at + 1, _phrase_end(line, at + 1), "preposition")
    if draft is not None:
        draft.cue = line.span(group.head, at + 1)
    return draft


def _bare_clause(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    if "clause" not in group.form.verb.frames:
        return None
    at = _skip_adverbials(line, group.head + 1)
    if at + 2 < len(tokens) and tokens[at].low == "," and not group.subjectless and tokens[at + 1].low in w.DETERMINERS | w.SUBJECT_PRONOUNS:
        at += 1
    if at >= len(tokens) or tokens[at].low in (",", ".", ";", ")", "by", "to", "for", "as"):
        return None
    if tokens[at].low in w.PREPOSITIONS:
        at = _past_adverbial(line, at)
    if at >= len(tokens) or not has_finite(tokens, at + 1, _clause_end(line, at), loose=True):
        return None
    if (group.form.verb.weak or "noun" in group.form.verb.frames) and not _clause_soon(line, at):
        return None
    return _make(line, group, at, _clause_end(line, at), "clause")


def _clause_soon(line: Line, at: int) -> bool:
    """True when a finite verb comes before any comma or relative word."""
    tokens, i = line.tokens, at + 1
    while i < len(tokens):
        low = tokens[i].low
        if low == "," and i + 1 < len(tokens) and tokens[i + 1].low in w.RELATIVES:
            i = next((k for k in range(i + 2, len(tokens)) if tokens[k].low == ","), len(tokens)) + 1
            continue
        if low in (";", *w.RELATIVES, "that", *w.CLAUSE_BREAKS) or (low == "," and tokens[i + 1 : i + 2] and tokens[i + 1].low.endswith("ing")):
            return False
        if is_finite(tokens, i, loose=True):
            return tokens[i - 1].low not in w.CONJUNCTIONS
        i += 1
    return False


def _past_adverbial(line: Line, at: int) -> int:
    """The start of the clause after "on Monday", "in a statement" and the like."""
    tokens = line.tokens
    for i in range(at + 1, min(len(tokens), at + 9)):
        low, before = tokens[i].low, tokens[i - 1].low
        if low == "," and i + 1 < len(tokens):
            return i + 1
        if before in w.PREPOSITIONS | w.DETERMINERS:
            continue
        if low in w.DETERMINERS | w.SUBJECT_PRONOUNS or before in w.TIME_WORDS or before in MEDIA:
            return i if low not in w.TIME_WORDS and not low.isdigit() else i + 1
    return at


def _noun(line: Line, group: VerbGroup, quotations: tuple[Quotation, ...]) -> Draft | None:
    tokens = line.tokens
    if "noun" not in group.form.verb.frames or group.form.tag == "base" and group.form.nominal and not group.modal:
        return None
    at = _skip_adverbials(line, group.head + 1)
    stops = w.PREPOSITIONS | w.CONJUNCTIONS | w.SUBORDINATORS | w.AUXILIARIES | {"to", ",", ".", ";", ":", ")"}
    if at >= len(tokens) or tokens[at].low in stops or (not tokens[at].is_word and tokens[at].low not in _MARKS):
        return None
    return _make(line, group, at, _phrase_end(line, at), "noun")


def _clause_end(line: Line, start: int) -> int:
    """End of a clause that begins at ``start``: the sentence's, or an earlier break into another assertion."""
    tokens = line.tokens
    for at in range(start + 1, len(tokens)):
        low = tokens[at].low
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if low == ";" or (low == "," and after in ("while", "whereas", "according")) or (low == "according" and after == "to"):
            return at
        if low == "," and after in ("but", "though", "although") and at - start > 3:
            return at
    return _end_of(line)


def _phrase_end(line: Line, start: int, as_subject: bool = False) -> int:
    """End of a noun phrase that is what is said, with what hangs on it.

    Args:
        as_subject: the phrase may be the subject of the sentence ("reports of a blast were denied"): a finite verb ends it.
    """
    tokens = line.tokens
    related = False
    for at in range(start + 1, len(tokens)):
        low = tokens[at].low
        if low in (";", ":") or (low == "according"):
            return at
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        related = related or low in w.RELATIVES or low == "that"
        if as_subject and not related and low in w.BE | w.HAVE | w.MODALS:
            return at
        if low == "," and (after in w.CLAUSE_BREAKS | {"but", "and", "with"} or after.endswith("ing") or has_finite(tokens, at + 1, min(at + 7, len(tokens)))):
            return at
        if low in w.CONJUNCTIONS and at + 1 < len(tokens) and (is_finite(tokens, at + 1) or after in ("also",)):
            return at
        if low in ("when", "while", "because", "although", "but", "after", "whereas") and at > start:
            return at
    return _end_of(line)


def _note_medium(line: Line, group: VerbGroup, draft: Draft) -> None:
    """Notes the medium ("by phone") and a carrier in it ("in a statement sent to the agency")."""
    tokens = line.tokens
    for at in range(group.head + 1, min(len(tokens), group.head + 12)):
        low = tokens[at].low
        inside = draft.content.start <= tokens[at].start < draft.content.end
        if inside or low in (".", ";", "that"):
            break
        if low in ("through", "over", "via", "on") and _carries(line, at, draft):
            return
        if low in MEDIA and any(t.low in ("in", "by", "on", "via", "over", "through", "at") for t in tokens[max(group.head, at - 4) : at]):
            draft.medium = MEDIA[low]
            _carrier_after(line, at, draft)
            return
    if not draft.medium and draft.source is not None:
        _medium_before(line, group, draft)


def _carries(line: Line, at: int, draft: Draft) -> bool:
    """Notes the station or network that somebody spoke "over" or "through"."""
    chunk = phrase_after(line, at + 1)
    if chunk is None or not any(t.low in ("radio", "television", "tv", "network", "channel", "station") for t in line.tokens[chunk.first : chunk.last]):
        return False
    draft.via.append(Hop(line.span(chunk.first, chunk.last)))
    draft.medium = "broadcast"
    return True


def _medium_before(line: Line, group: VerbGroup, draft: Draft) -> None:
    tokens = line.tokens
    assert draft.source is not None  # noqa: S101
    first = _index(line, draft.source.start)
    if first < 3 or tokens[0].low not in ("in", "by", "on", "through", "via", "over"):
        return
    for at in range(1, min(first, 8)):
        if tokens[at].low in MEDIA:
            draft.medium = MEDIA[tokens[at].low]
            _carrier_after(line, at, draft)
            return
        if tokens[at].low in (",", "."):
            return


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
