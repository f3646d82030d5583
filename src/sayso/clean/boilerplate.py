"""Text-level boilerplate: what is left around an article when its markup is gone.

A paragraph goes when its wording is that of a class of notice, and more readily at the head and tail than in the
body; words inside quotation marks never count, and signs of a report (attributed speech, happenings, days, names)
weigh against it. Appeals are dropped as blocks: around a sure paragraph go its neighbours that carry no report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.clean.paragraphs import Paragraph
from sayso.lang.en import boilerplate as en
from sayso.model import Dropped

APPEAL = "appeal for money"
LONGEST_LINE = 45
"""Words; a paragraph with more is never a single line of a class."""
_I = re.IGNORECASE | re.DOTALL
_LINES = tuple((why, tuple(re.compile(p, _I) for p in patterns)) for why, patterns in en.LINES.items())
_ASK = tuple(re.compile(p, _I) for p in en.MONEY_ASK)
_MEANS = tuple(re.compile(p, _I) for p in en.MONEY_MEANS)
_TRADE = tuple(re.compile(p, _I) for p in en.TRADE_WORDS)
_NOTICES = tuple((why, tuple(re.compile(p, _I) for p in patterns)) for why, patterns in en.NOTICE_CUES.items())
_YOU, _WE, _THANKS = (re.compile(p, _I) for p in (en.SECOND_PERSON, en.FIRST_PLURAL, en.THANKS))
_IMPERATIVE, _SAID, _EVENT, _DATE = (
    re.compile(p, _I) for p in (en.IMPERATIVE, en.REPORTING_VERBS, en.EVENT_VERBS, en.DATE_WORDS)
)
_CALL = re.compile(en.SUPPORT_CALL.replace("(?:support|", "(?:[Ss]upport|", 1))
_QUOTED = re.compile("[\"“«„][^\"“”«»„]*(?:[\"”»]|$)|(?<!\\w)[‘'][^‘’']{12,}[’'](?!\\w)")
_NAMES = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-z]+)(?: [A-Z][a-z]+)*")


@dataclass(frozen=True, slots=True)
class Sifted:
    """Paragraphs that stay, and those that went with the reason, each in order."""

    kept: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What speaks for and against one paragraph.

    Attributes:
        words: number of words.
        line: class of a short line, "" when none.
        notice: class of a longer notice, "" when none.
        appeal: weight of the appeal (asking, paying, own trade, second person).
        report: weight of the report (attributed speech, happenings, days, names).
        own: True when it speaks as "we" or to "you" outside quotation marks.
    """

    words: int
    line: str
    notice: str
    appeal: float
    report: float
    own: bool


def sift(paragraphs: tuple[Paragraph, ...]) -> Sifted:
    """Part ``paragraphs`` into those that belong to the article and boilerplate; every one ends up in one of them."""
    looks = [look(p.text) for p in paragraphs]
    why = _seeds(looks)
    _spread(looks, why)
    kept = tuple(p for p, w in zip(paragraphs, why, strict=True) if not w)
    return Sifted(kept, tuple(Dropped(p.text, w, p.source) for p, w in zip(paragraphs, why, strict=True) if w))


def look(text: str) -> Look:
    """Weigh one paragraph on its own."""
    words = len(text.split())
    plain = _QUOTED.sub(" ", text)
    own = bool(_YOU.search(plain) or _WE.search(plain))
    return Look(words, line_class(text), notice_class(plain), appeal_weight(plain), report_weight(text, plain), own)


def line_class(text: str) -> str:
    """Class of boilerplate whose pattern covers the whole of a short ``text``, "" when none does."""
    words = text.split()
    if not words or len(words) > LONGEST_LINE:
        return ""
    if _CALL.match(text):
        return APPEAL
    for why, patterns in _LINES:
        if any(p.fullmatch(text) for p in patterns):
            return why
    return ""


def notice_class(plain: str) -> str:
    """Class of a longer notice: two of its cues, or one cue in the second person or the imperative."""
    you = bool(_YOU.search(plain)) or bool(_IMPERATIVE.search(plain))
    best, most = "", 1
    for why, patterns in _NOTICES:
        hits = sum(bool(p.search(plain)) for p in patterns)
        if hits and hits + you > most:
            best, most = why, hits + you
    return best


def appeal_weight(plain: str) -> float:
    """Weight of an appeal for money or support in ``plain`` (quotations taken out)."""
    ask = sum(bool(p.search(plain)) for p in _ASK)
    means = sum(bool(p.search(plain)) for p in _MEANS)
    trade = sum(bool(p.search(plain)) for p in _TRADE)
    we, you = len(_WE.findall(plain)), len(_YOU.findall(plain))
    weight = 1.5 * ask + 0.75 * means + (min(trade, 3) if we else 0.25 * trade)
    weight += 0.5 * bool(_THANKS.search(plain)) + 0.5 * bool(_IMPERATIVE.search(plain))
    return weight + (0.5 * min(we, 2) + 0.5 * min(you, 3) if ask or means or trade else 0.0)


def report_weight(text: str, plain: str) -> float:
    """Weight of report content: attributed speech, happenings, days, names of others."""
    weight = 2.0 * bool(_SAID.search(plain)) + 0.5 * min(2, len(_EVENT.findall(plain)))
    weight += 1.0 * bool(_DATE.search(plain)) + 0.5 * min(3, len(set(_NAMES.findall(plain))))
    return weight + (1.0 if len(plain) < 0.7 * len(text) else 0.0)


def _seeds(looks: list[Look]) -> list[str]:
    """Reason for each paragraph that is boilerplate by its own wording."""
    last_report = max((i for i, x in enumerate(looks) if _is_report(x)), default=-1)
    return [_alone(x, tail=i > last_report) for i, x in enumerate(looks)]


def _alone(x: Look, tail: bool) -> str:
    if x.line:
        return x.line
    if x.appeal - x.report >= (3.0 if tail else 4.0) and x.own:
        return APPEAL
    if x.notice and x.own and x.report < (2.0 if tail else 1.0) and x.words <= (90 if tail else 60):
        return x.notice
    return ""


def _is_report(x: Look) -> bool:
    return not x.line and x.words >= 12 and x.report >= 1.5 and x.report >= x.appeal


def _spread(looks: list[Look], why: list[str]) -> None:
    """Let an appeal take its neighbours along, as long as they carry no report."""
    for seed in [i for i, w in enumerate(why) if w == APPEAL]:
        for step in (1, -1):
            at = seed + step
            while 0 <= at < len(looks) and (why[at] or _leans(looks, why, at)):
                why[at] = why[at] or APPEAL
                at += step


def _leans(looks: list[Look], why: list[str], at: int) -> bool:
    """A neighbour that goes along: in the outlet's voice and asking, or a short remainder that no report follows."""
    x = looks[at]
    if _is_report(x) or x.report >= 2.0:
        return False
    if x.own and x.appeal >= 1.5:
        return True
    remainder = at > 0 and bool(why[at - 1]) and all(why[i] or _is_short(looks[i]) for i in range(at, len(why)))
    between = at + 1 < len(why) and bool(why[at + 1]) and at > 0 and bool(why[at - 1])
    return remainder or (between and _is_short(x))


def _is_short(x: Look) -> bool:
    return x.words <= 8 and x.report < 1.0
