"""A statement while it is being read: spans only, no names yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model import Span, StatementKind


@dataclass(slots=True)
class Hop:
    """A voice that carries another one on ("told the BBC"), with the words that mark it."""

    span: Span
    cue: Span | None = None


@dataclass(slots=True)
class Draft:
    """A statement found by a rule, before voices are named and nesting is known.

    Attributes:
        line: number of the sentence its cue stands in.
        rule: name of the rule.
        lemma: base form of the cue ("say"), a noun or an adverb.
        content: what is said.
        cue: words that mark the saying, None for a bare quotation.
        source: words that name the voice; None for nobody or when the voice is unknown.
        core: ``source`` without an apposition behind it.
        via: carriers between the text and the source, nearest first.
        break_at: offset where a content that began before this cue has to end; -1 for none.
        frame: which complement was found (clause, quote, noun, infinitive ...).
        strong: False when the verb is often not a saying.
        direct: number of the quotation that is the content, -1 when it is not one.
        made_by, score: of the Statement, when no rule made it; "" and None for a rule.
        heard: True when the encoder hears the saying too, whatever the words of its source are.
        kind: what a statement is said to be whose own words do not tell, None when nobody says.
    """

    line: int
    rule: str
    lemma: str
    content: Span
    cue: Span | None = None
    source: Span | None = None
    core: Span | None = None
    via: list[Hop] = field(default_factory=list)
    break_at: int = -1
    frame: str = "clause"
    negated: bool = False
    strong: bool = True
    medium: str = ""
    direct: int = -1
    inherited: bool = False
    made_by: str = ""
    score: float | None = None
    heard: bool = False
    kind: StatementKind | None = None
