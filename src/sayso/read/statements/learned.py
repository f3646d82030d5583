"""Rules and encoder together: what each says of the same cue, and what only one of them has.

The encoder knows which words people take for a saying and for whose it is (Newell et al. 2018), the rules know where
clauses and quotations end, and frames that few labelled texts hold (claims of responsibility, headlines, transcripts).
So a rule's spans stand unless the encoder's are much likelier to it, and what only one of them finds stands when that
one is sure enough; the thresholds were measured on PolNeAR's dev part (``training/reader/README.md``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from sayso.lang.en import closed
from sayso.lang.en.closed_words import RELATIVES
from sayso.lang.en.cues import DEEDS, PASSIVE_CHARGE
from sayso.model import Span
from sayso.read.encoder.attributions import Attributed
from sayso.read.encoder.calibration import Calibration
from sayso.read.encoder.edges import closed_up
from sayso.read.statements.draft import Draft
from sayso.read.statements.lexicon import forms
from sayso.read.statements.tokens import Line, Quotation

ALONE, ALONE_ATTITUDE = 0.6, 0.6
"""Least score of an attribution that only the encoder finds; where attitudes count too."""
TOLD = 0.2
"""Least chance of its cue to be one of telling; the others are of thinking, wishing, and deeds that show an opinion."""
DOUBTED, DOUBTED_ATTITUDE = 0.1, 0.4
"""Below this chance of being a cue, by the encoder, a rule's cue is none; where attitudes count too."""
LOOSE = 0.5
"""Below this chance of its cue to be one of telling, ``made_by`` says that the encoder hears no telling."""
LONGER_GAIN, SHORTER_GAIN, SOURCE_GAIN = 5.0, 60.0, 3.0
"""By how much, in logarithms of probability over the words around a cue, the encoder's spans must outweigh a rule's:
its contents that are longer than a rule's, those that are not, and its sources. Where the two differ on PolNeAR's dev
part, the longer content of the encoder is right ten times as often as the rule's, the shorter one half as often."""
OWN_FRAMES = frozenset(("responsibility", "noun responsibility", "transcript", "narrator"))
"""Frames whose spans the rules draw: few labelled texts have them."""
_OWN_RULES = frozenset(("headline colon", "bare quotation", "signed quotation"))
_THAT = re.compile(r"that,?\s+", re.IGNORECASE)
_ACCUSED = re.compile(PASSIVE_CHARGE, re.IGNORECASE)
_THAT_BEHIND = re.compile(r",?\s+that,?$", re.IGNORECASE)
_EDGE = re.compile(r"[\s\"“”«»„‘’'`,;:]+")
_WORDS = re.compile(r"[\w’'-]+")
_CUT_OFF = (closed.PREPOSITIONS | closed.CONJUNCTIONS) - RELATIVES
_GAP = re.compile(r"[\s,’'-]{0,2}")
_NAMELESS = frozenset(("the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "your"))
_SAME = 0.8  # of the characters of two contents: one content, told of by two cues ("denied reports that")
_LEAST_WORDS = 3  # of a further piece of a content to be a statement of its own
_NEAR = 3  # characters between the edges of a content and those of the quotation that it is

Chance = Callable[[Span], float]
MADE_BY = "encoder statements"
NO_TELLING = "encoder hears no telling"


@dataclass(frozen=True, slots=True)
class Heard:
    """What the encoder heard in a document.

    Attributes:
        found: its attributions.
        chance: span of a cue to the encoder's probability that it is one.
        told: the same for a cue of telling something.
        attitudes: True where attitudes count as statements.
        share: group and score to the share of such statements that are right.
    """

    found: Sequence[Attributed]
    chance: Chance
    told: Chance
    attitudes: bool = False
    share: Callable[[str, float], float] = field(default_factory=Calibration)


def together(
    text: str, lines: tuple[Line, ...], quotations: tuple[Quotation, ...], drafts: Sequence[Draft], heard: Heard
) -> list[Draft]:
    """The rules' drafts and the encoder's attributions as one list, each with its score.

    Args:
        text: the document's text; ``lines`` its sentences, ``quotations`` its quotations.
        drafts: what the rules found.
        heard: what the encoder found.
    """
    taken: set[int] = set()
    made: list[Draft] = []
    fenced = [line.passage.span for line in lines if line.passage.kind in ("headline", "dateline")]
    for one in heard.found:
        cue = Span(one.cue[0].start, one.cue[-1].end)
        one = replace(one, content=tuple(_fenced(one.content, fenced, cue)))
        same = [n for n, d in enumerate(drafts) if d.cue is not None and d.cue.overlaps(cue)]
        sure = _sure(text, one, cue, heard)
        elsewhere = [] if same or not sure else _told_elsewhere(drafts, taken, one, heard)
        taken.update(same or elsewhere)
        if same or elsewhere:
            others = [d for n, d in enumerate(drafts) if n not in (same or elsewhere)]
            agreed = _agreed(text, quotations, [drafts[n] for n in same or elsewhere], one, others)
            agreed = [replace(d, cue=cue) for d in agreed] if elsewhere else agreed
            score = heard.share("statement agreed", one.score)
            said = "encoder agrees" if heard.told(cue) >= LOOSE else NO_TELLING
            made += [replace(d, score=score, heard=True, rule=f"{d.rule}, {said}") for d in agreed]
        elif sure and not any(_same_content(d.content, one.content) for d in drafts):
            alone = _alone(text, lines, quotations, one, cue, heard.attitudes)
            if heard.told(cue) < LOOSE:
                alone = [replace(d, made_by=f"{d.made_by}, {NO_TELLING}") for d in alone]
            made += [replace(d, score=heard.share("statement encoder", one.score), heard=True) for d in alone]
    left = [d for n, d in enumerate(drafts) if n not in taken]
    contents = [d.content for d in (*made, *(d for d in left if _stands(d, heard)))]
    kept = [_doubted(d, heard) for d in left if _stands(d, heard) or _inside(d, contents)]
    return _same_sources(drafts, _without_covered(made, kept))


def _fenced(spans: Sequence[Span], fenced: Sequence[Span], cue: Span) -> list[Span]:
    """What is said in a headline or a dateline stays there, and what is said elsewhere does not reach into one."""
    own = next((f for f in fenced if f.overlaps(cue)), None)
    if own is not None:
        return [Span(max(s.start, own.start), min(s.end, own.end)) for s in spans if s.overlaps(own)]
    kept = []
    for span in spans:
        start = max((f.end for f in fenced if f.overlaps(span)), default=span.start)
        kept += [Span(max(start, span.start), span.end)] if span.end > start else []
    return kept


def _same_sources(before: Sequence[Draft], after: list[Draft]) -> list[Draft]:
    """Where a rule's source was drawn anew, it is drawn so for all drafts that had it, as for further quotations."""
    drawn = {
        old.source: new
        for old in before
        for new in after
        if old.cue is not None and old.cue == new.cue and _holds(new.source, old.source)
    }
    return [
        replace(d, source=drawn[d.source].source, core=drawn[d.source].core) if d.source in drawn and not d.via else d
        for d in after
    ]


def _holds(outer: Span | None, inner: Span | None) -> bool:
    return outer is not None and inner is not None and outer != inner and outer.contains(inner)


def _sure(text: str, one: Attributed, cue: Span, heard: Heard) -> bool:
    """True for what stands although no rule finds it."""
    if heard.attitudes:
        return one.score >= ALONE_ATTITUDE
    deed = DEEDS.intersection(_WORDS.findall(cue.of(text).lower())[-1:])
    return one.score >= ALONE and heard.told(cue) >= TOLD and not deed


def _told_elsewhere(drafts: Sequence[Draft], taken: set[int], one: Attributed, heard: Heard) -> list[int]:
    """Numbers of the drafts with the same content whose cue the encoder does not take for one, as where a rule has the
    "by" of "according to an analysis by A"."""
    return [
        n for n, d in enumerate(drafts)
        if n not in taken and d.cue is not None and d.frame not in OWN_FRAMES and d.rule not in _OWN_RULES
        and _same_content(d.content, one.content) and heard.chance(d.cue) < LOOSE
    ][:1]  # fmt: skip


def _inside(draft: Draft, contents: Sequence[Span]) -> bool:
    """True for a saying told inside another: the largest labelled set marks the outermost alone."""
    cue = draft.cue
    return cue is not None and any(content.contains(cue) and content != draft.content for content in contents)


def _same_content(one: Span, pieces: Sequence[Span]) -> bool:
    common = sum(max(0, min(one.end, p.end) - max(one.start, p.start)) for p in pieces)
    return common >= _SAME * max(len(one), sum(map(len, pieces)))


def _doubted(draft: Draft, heard: Heard) -> Draft:
    """A draft that only the rules have, scored by what the encoder thinks of its cue."""
    if draft.cue is None or draft.frame in OWN_FRAMES or draft.rule in _OWN_RULES:
        return draft
    doubted = replace(draft, score=heard.share("statement rule", heard.chance(draft.cue)))
    return doubted if heard.told(draft.cue) >= LOOSE else replace(doubted, rule=f"{draft.rule}, {NO_TELLING}")


def _agreed(
    text: str, quotations: tuple[Quotation, ...], drafts: list[Draft], heard: Attributed, beside: Sequence[Draft]
) -> list[Draft]:
    """The rules' drafts, with the encoder's spans where those are much likelier to it than the rules' are.

    Args:
        text: the document's text; ``quotations`` its quotations.
        drafts: those of the rules whose cue the encoder hears too.
        heard: what it hears.
        beside: the rules' other drafts.
    """
    first, *others = drafts
    whole, rest = _pieces(text, heard.content)
    if whole is None or any(d.frame in OWN_FRAMES or d.rule in _OWN_RULES for d in drafts):
        return drafts
    gain = heard.likelihood("content", heard.content) - heard.likelihood("content", [first.content])
    longer = len(whole) + sum(map(len, rest)) > len(first.content)
    better = gain > (LONGER_GAIN if longer else SHORTER_GAIN) and not _reaches_over(whole, first, beside)
    if better:
        first = replace(
            first, content=whole, direct=_quotation_at(quotations, whole), rule=f"{first.rule} with its edges"
        )
    source = _source(text, heard)
    if source is not None and _is_accused(text, source, heard.cue[-1]):
        source = None
    if source is not None and _elsewhere(first, source):
        known = heard.likelihood("source", [first.source] if first.source is not None else [])
        if heard.likelihood("source", heard.source) - known > SOURCE_GAIN:
            first = replace(first, source=source, core=_core(text, source))
    elif source is not None and first.source is not None and not first.via:
        core = first.core or first.source
        if source.contains(core):
            first = replace(first, source=source, core=core)
    first, *others = _cued([first, *others], _without_that(text, Span(heard.cue[0].start, heard.cue[-1].end)))
    return [first, *others, *_further(quotations, first, rest if better else ())]


def _is_accused(text: str, source: Span, cue: Span) -> bool:
    """True for the subject of "was charged": A says nothing."""
    return bool(_ACCUSED.search(text, source.end, max(source.end, cue.end)))


def _without_that(text: str, cue: Span) -> Span:
    """The words of saying without the "that" that leads to what was said."""
    found = _THAT_BEHIND.search(text, cue.start, cue.end)
    return Span(cue.start, found.start()) if found else cue


def _cued(drafts: Sequence[Draft], cue: Span) -> list[Draft]:
    """The drafts with the encoder's words of saying where it hears more of them ("has repeatedly said", "told
    reporters"), none of which is the speaker's or was said: rules know the verb alone."""
    first = drafts[0]
    if first.cue is None or first.cue == cue or not cue.contains(first.cue):
        return list(drafts)
    if any(cue.overlaps(s) for d in drafts for s in (d.content, d.source, *(v.span for v in d.via)) if s is not None):
        return list(drafts)
    return [replace(d, cue=cue) if d.cue == first.cue else d for d in drafts]


def _reaches_over(content: Span, draft: Draft, beside: Sequence[Draft]) -> bool:
    """True for a content that takes in another saying of the sentence which the rule's leaves out, or only its speaker:
    "A said it rained while B said it snowed", "A said it rained, B reported"."""
    for other in beside:
        if other.source is None or other.cue is None or draft.content.overlaps(other.source):
            continue
        told = content.overlaps(other.cue)
        if content.overlaps(other.source) and (not told or (other.line == draft.line and draft.direct < 0)):
            return True
    return False


def _alone(
    text: str,
    lines: tuple[Line, ...],
    quotations: tuple[Quotation, ...],
    heard: Attributed,
    cue: Span,
    attitudes: bool,
) -> list[Draft]:
    whole, rest = _pieces(text, heard.content)
    if whole is None:
        return []
    source = _source(text, heard, broken=True)
    accused = source is not None and _is_accused(text, source, cue)
    if accused:
        source = None  # "A was charged with murder": A says nothing, and who charges A is not told
    if source is None and heard.source and not accused:
        if not attitudes:
            return []
        source = max(heard.source, key=len)  # "his decision to": a thought has an owner where a saying has a speaker
    number = max(0, bisect_right([x.passage.span.start for x in lines], cue.start) - 1)
    direct = _quotation_at(quotations, whole)
    if source is None and direct < 0 and lines and not lines[number].passage.span.overlaps(whole):
        return []  # "A has asked for help. Rebels were blamed.": the sentence before is not what they are blamed for
    kind, sure = heard.told.get("polarity", ("said", 0.0))
    made = Draft(
        number, "encoder", _lemma(cue.of(text)), whole, cue, source,
        None if source is None else _core(text, source),
        frame="quote" if direct >= 0 else "clause", direct=direct, strong=True,
        negated=kind == "negated" and sure > ALONE, made_by=MADE_BY,
    )  # fmt: skip
    return [made, *_further(quotations, made, rest)]


def _further(quotations: tuple[Quotation, ...], first: Draft, rest: Sequence[Span]) -> list[Draft]:
    return [
        Draft(
            first.line, "encoder, further piece", "", piece, None, first.source, first.core, list(first.via),
            frame="quote", direct=_quotation_at(quotations, piece), made_by=f"{MADE_BY}, further piece",
        )
        for piece in rest
    ]  # fmt: skip


def _pieces(text: str, spans: Sequence[Span]) -> tuple[Span | None, list[Span]]:
    """The longest piece, and others that are long enough to stand by themselves."""
    bare = [s for s in (_bare(text, span) for span in spans) if s is not None]
    if not bare:
        return None, []
    longest = max(bare, key=len)
    return longest, [s for s in bare if s is not longest and len(_WORDS.findall(s.of(text))) >= _LEAST_WORDS]


def _bare(text: str, span: Span) -> Span | None:
    """The span without marks and "that" at its edges; None when nothing is left."""
    start, end = span.start, span.end
    edge = _EDGE.match(text, start, end)
    start = edge.end() if edge else start
    that = _THAT.match(text, start, end)
    start = that.end() if that else start
    edge = _EDGE.match(text, start, end)
    start = edge.end() if edge else start
    while end > start and _EDGE.fullmatch(text[end - 1]):
        end -= 1
    return Span(start, end) if end > start else None


def _source(text: str, heard: Attributed, broken: bool = False) -> Span | None:
    """The source when it is one whole phrase with a word that can name somebody, not cut off behind a preposition.

    Args:
        broken: True to take the longest such piece of a source in pieces.
    """
    pieces = closed_up(text, heard.source, _GAP)
    whole = [p for p in pieces if _names_somebody(p.of(text).lower())]
    if not whole or (len(pieces) > 1 and not broken):
        return None
    return max(whole, key=len)


def _names_somebody(low: str) -> bool:
    words = _WORDS.findall(low)
    return bool(words) and words[-1] not in _CUT_OFF and not set(words) <= _NAMELESS


def _elsewhere(draft: Draft, source: Span) -> bool:
    """True when the rule has no source, or another one with no carrier: where both have the same, the rule's edges and
    its chain ("a message attributed to ...") are better."""
    return draft.source is None or not (draft.via or draft.source.overlaps(source))


def _core(text: str, source: Span) -> Span:
    """The source up to its first comma: what follows is an apposition."""
    at = text.find(", ", source.start, source.end)
    return Span(source.start, at) if at > source.start else source


def _lemma(words: str) -> str:
    """Base form of the last verb of saying among the words, else their last word."""
    found = _WORDS.findall(words.lower())
    known = [form.verb.base for w in found if (form := forms().get(w)) is not None]
    return known[-1] if known else (found[-1] if found else "")


def _quotation_at(quotations: tuple[Quotation, ...], content: Span) -> int:
    """Number of the quotation that the content is, -1 for none."""
    for number, quote in enumerate(quotations):
        inner = quote.inner
        if abs(inner.start - content.start) <= _NEAR and abs(inner.end - content.end) <= _NEAR:
            return number
    return -1


def _stands(draft: Draft, heard: Heard) -> bool:
    if draft.cue is None or draft.frame in OWN_FRAMES or draft.rule in _OWN_RULES:
        return True
    return heard.chance(draft.cue) >= (DOUBTED_ATTITUDE if heard.attitudes else DOUBTED)


def _own(draft: Draft) -> bool:
    return draft.cue is not None or draft.frame == "transcript"


def _without_covered(made: list[Draft], kept: list[Draft]) -> list[Draft]:
    """A bare quotation of the rules that stands in a content of the encoder is no further statement."""
    return [
        *made,
        *(d for d in kept if _own(d) or not any(m.content.overlaps(d.content) for m in made)),
    ]
