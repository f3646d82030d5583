"""What a rule needs to know to resolve an expression: the anchor, what was said before, the words around."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.lang.dates import DateWords
from sayso.read.dates.tokens import Token

_REACH = 14
"""How many tokens around an expression are looked at for the tense."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule makes of its words.

    Attributes:
        timex: TIMEX3 value, with X where it stays open; "" when nothing can be said.
        kind: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        basis: as in ``When.basis``.
        end: ISO end of a range, "" for a point.
        weekday: 0 = Monday when the words name one.
        approximate: True for "early", "about" and the like.
        either: the days that the words leave open between them.
        role: "age" for an age, "" otherwise.
        stop: token number where the expression ends when the rule took fewer or more tokens than its pattern; -1.
    """

    timex: str
    kind: str = "DATE"
    basis: str = "none"
    end: str = ""
    weekday: int | None = None
    approximate: bool = False
    either: tuple[str, ...] = ()
    role: str = ""
    stop: int = -1

    def roughly(self, yes: bool = True) -> Answer:
        """The same, marked as approximate when ``yes``."""
        return replace(self, approximate=True) if yes and not self.approximate else self


@dataclass(slots=True)
class Scene:
    """State of one walk through a text.

    Attributes:
        anchor: the day the text was written, None when unknown; ``basis`` tells how it is known.
        focus: the day last spoken of, None when none was; ``focus_grain`` how exactly (D W M Q Y).
        quarterly: True when a quarter was named within the last passages (a year earlier then means that quarter).
        in_passage: day named in the current passage, for a time of day beside it.
        passage, focus_passage: number of the current passage, and of that which named the day last spoken of.
        look: what the expression that begins at a token stands for ("the day before" -> "last Tuesday").
    """

    words: DateWords
    anchor: date | None
    basis: str
    tokens: Sequence[Token] = ()
    kinds: str = ""
    focus: date | None = None
    focus_grain: str = ""
    quarter: date | None = None
    in_passage: date | None = None
    look: Callable[[int], Answer | None] | None = None
    passage: int = 0
    focus_passage: int = -99

    def tense(self, start: int, stop: int) -> str:
        """``past``, ``future``, ``present`` or "" from the verb nearest to tokens ``start`` to ``stop``."""
        for step in (range(start - 1, max(-1, start - _REACH), -1), range(stop, min(len(self.tokens), stop + _REACH))):
            for at in step:
                if self.kinds[at] == "|":
                    break
                found = self._tense_of(at)
                if found:
                    return found
        return ""

    def _tense_of(self, at: int) -> str:
        word = self.tokens[at].text
        low = word.lower()
        words = self.words
        before = self.tokens[at - 1].text.lower() if at else ""
        if low in words.arranged and before in words.present:
            return "future"
        if low in words.purpose and at + 1 < len(self.tokens) and self.tokens[at + 1].text == words.infinitive:
            return "future"
        if low in words.future:
            return "past" if before == "been" else "future"
        if before == "be" and self.kinds[at] == "x":
            return ""
        if low in words.past:
            return "past"
        if low in words.present:
            return "present"
        if low.endswith(words.past_endings) and low not in words.not_past and word != word.title():
            return "past"
        return ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One match of a rule's pattern over the letters of a scene."""

    match: re.Match[str]
    scene: Scene

    def token(self, name: str) -> Token | None:
        """First token of the named group, None when it took no part."""
        found = self.tokens(name)
        return found[0] if found else None

    def tokens(self, name: str) -> list[Token]:
        """All tokens of the named group; none when the rule has no such group."""
        if name not in self.match.re.groupindex:
            return []
        at = self.match.start(name)
        return list(self.scene.tokens[at : self.match.end(name)]) if at >= 0 else []

    def code(self, name: str) -> str:
        """Code of the last token of the named group, "" without one."""
        found = self.tokens(name)
        return found[-1].code if found else ""

    def number(self, name: str) -> int | None:
        """Number of the first token of the named group."""
        token = self.token(name)
        return None if token is None else int(token.number)

    def tense(self) -> str:
        """Tense of the clause around the match; none for a limit ("by Oct. 31") and a noun ("a Jan. 14 date")."""
        before = self.before()
        if before is not None and (before.kind in "At" or before.text.lower() in self.scene.words.limits):
            return ""
        return self.scene.tense(self.match.start(), self.match.end())

    def looks_ahead(self) -> bool:
        """True right after words such as "until" and "as soon as"."""
        before, words = self.before(), self.scene.words
        if before is None:
            return False
        if before.text in words.ahead:
            return not self.lasted()
        at = self.match.start()
        said = tuple(t.text.lower() for t in self.scene.tokens[max(0, at - 3) : at])
        return any(said[-len(phrase) :] == phrase for phrase in words.earliest)

    def lasted(self) -> bool:
        """True for "lasted until Friday", "went on until Friday": the stretch is over."""
        at, words = self.match.start() - 1, self.scene.words
        said = [t.text.lower() for t in self.scene.tokens[max(0, at - 2) : at]]
        told = bool(said) and bool({said[-1], said[0] if said[-1] in ("on", "overnight") else ""} & words.lasted)
        return told and self.scene.tokens[at].text.lower() in words.ahead

    def before(self) -> Token | None:
        """The token before the match."""
        at = self.match.start()
        return self.scene.tokens[at - 1] if at else None

    def after(self) -> Token | None:
        """The token after the match."""
        at = self.match.end()
        return self.scene.tokens[at] if at < len(self.scene.tokens) else None


Resolve = Callable[[Hit], Answer | None]


def resolved(resolve: Resolve, hit: Hit) -> Answer | None:
    """What a rule makes of a match; None where the calendar ends ("9,000 years ago")."""
    try:
        return resolve(hit)
    except (OverflowError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that was found, with what is needed to resolve it again under another anchor.

    Attributes:
        start, end: character offsets into the document's text.
        answer: what it was resolved to.
        passage: number of its passage.
    """

    start: int
    end: int
    answer: Answer
    passage: int
    resolve: Resolve
    match: re.Match[str]
    tokens: Sequence[Token]
    kinds: str

    def under(self, anchor: date, words: DateWords) -> Answer | None:
        """The answer as it would be had the text been written on ``anchor``."""
        scene = Scene(words, anchor, "none", tokens=self.tokens, kinds=self.kinds)
        return resolved(self.resolve, Hit(self.match, scene))
