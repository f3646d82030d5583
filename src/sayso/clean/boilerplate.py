"""Text-level boilerplate: what is left around an article when its markup is gone.

A paragraph goes when its wording is that of a class of notice, and more readily at the tail than in the body; words
inside quotation marks never count, and signs of a report (attributed speech, happenings, days, names) weigh against
it. Wording that also heads sections counts at the tail or beside other boilerplate only. Appeals are dropped as
blocks: around a sure paragraph go its neighbours that carry no report. In a text that speaks to the reader all the
way (a guide, a column), "we" and "you" are no sign of anything, and more is asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, islice

from sayso.clean.needles import hits, needles
from sayso.clean.paragraphs import Paragraph
from sayso.clean.wording import Classes, classes, wording_of
from sayso.lang.en import boilerplate as en
from sayso.model import Dropped

APPEAL = "appeal for money"
RELATED = "related link"
PULLED = "pull quote"
FEWEST_PULLED, LONGEST_PULLED = 6, 45
"""Words of a pull quote."""
MOST_COMPARED = 2_000_000_000
"""Characters that are passed in all while pull quotes are looked for; a live page of 3,000 paragraphs takes half."""
LONGEST_LINE = 45
"""Words; a paragraph with more is never a single line of a class."""
LONGEST_NOTICE = 150
"""Words; a paragraph with more is never dropped."""
LONGEST_TOLD = 1000
"""Characters; what stands outside the article and is longer is told without a class."""
TAIL_APPEAL = 2.0
"""Weight from which a paragraph behind the last report is an appeal, whatever its wording of asking."""
_I = re.IGNORECASE | re.DOTALL


_LINES, _WEAK = wording_of("en").lines, classes(en.WEAK_LINES)
_NOTICES = tuple((why, needles(re.compile(p, _I) for p in patterns)) for why, patterns in en.NOTICE_CUES.items())
_ASK, _HINTS, _MEANS, _TRADE = (
    needles(re.compile(p, _I) for p in patterns)
    for patterns in (en.MONEY_ASK, en.MONEY_HINTS, en.MONEY_MEANS, en.TRADE_WORDS)
)
_YOU, _WE, _THANKS, _READERS = (re.compile(p, _I) for p in (en.SECOND_PERSON, en.FIRST_PLURAL, en.THANKS, en.READERS))
_IMPERATIVE, _EVENT = (re.compile(p, _I) for p in (en.IMPERATIVE, en.EVENT_VERBS))
_SAID, _DATE = (needles([re.compile(p, _I)]) for p in (en.REPORTING_VERBS, en.DATE_WORDS))
_ADDRESSED = needles((_YOU, _WE, _IMPERATIVE, _READERS))
_OUTLET = re.compile(en.OUTLET_NAME)
_CALL = re.compile(en.SUPPORT_CALL.replace("(?:support|", "(?:[Ss]upport|", 1))
_QUOTED = re.compile("[\"“«„][^\"“”«»„]*(?:[\"”»]|$)|(?<!\\w)[‘'][^‘’']{12,}[’'](?!\\w)")
_BRACKETS = re.compile(r"[(\[][^()\[\]]+[)\]]")
_NAMES = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-z]+)(?: [A-Z][a-z]+)*")


@dataclass(frozen=True, slots=True)
class Sifted:
    """Paragraphs that stay, and those that went with the reason, each in order."""

    kept: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True)
class Look:
    """What speaks for and against one paragraph.

    Attributes:
        text, plain: the paragraph, and without its quotations.
        words: number of words.
        line: class of a short line that is sure, "" when none.
        weak: class of a short line that is not sure by itself, "" when none.
        notice: class of a longer notice, "" when none.
        asks: number of wordings of an appeal for money or support.
        money: the same, with hints of it and means of payment.
        trade: True when it speaks of its own trade as "we".
        appeal: weight of the appeal: asking, paying, speaking of its own trade, to the reader.
        sure: True when the asking comes with the outlet's own voice, or is repeated.
        heads: True for a short line with a colon at its end.
        own: True when it speaks as "we", to "you", of readers, or in the imperative, outside quotation marks.
    """

    text: str
    plain: str
    words: int
    line: str = ""
    weak: str = ""
    notice: str = ""
    asks: int = 0
    money: int = 0
    trade: bool = False
    appeal: float = 0.0
    sure: bool = False
    own: bool = False
    heads: bool = False

    @cached_property
    def report(self) -> float:
        """Weight of the report: attributed speech, happenings, days, names of others; few paragraphs are asked."""
        return report_weight(self.text, self.plain)


def sift(paragraphs: tuple[Paragraph, ...], language: str = "en") -> Sifted:
    """Part ``paragraphs`` into those that belong to the article and boilerplate; every one ends up in one of them.

    In a language other than English short lines by its own record go as well; longer notices need English words.
    """
    looks = [look(p.text, language) for p in paragraphs]
    why = _seeds(looks)
    _spread(looks, why)
    _add_weak(looks, why)
    _add_listed(paragraphs, why)
    kept = tuple(p for p, w in zip(paragraphs, why, strict=True) if not w)
    return Sifted(kept, tuple(Dropped(p.text, w, p.source) for p, w in zip(paragraphs, why, strict=True) if w))


def without_pull_quotes(kept: tuple[Paragraph, ...]) -> tuple[tuple[Paragraph, ...], tuple[Dropped, ...]]:
    """``kept`` without short paragraphs whose words all stand, in one run, in a longer one as well; and those.

    Nothing is lost: a pull quote repeats what the article says.
    """
    solid = ["".join(c for c in p.text.lower() if c.isalnum()) for p in kept]
    told_in = _Longer(solid)
    pulled = [
        FEWEST_PULLED <= len(p.text.split()) <= LONGEST_PULLED and told_in.holds(s)
        for p, s in zip(kept, solid, strict=True)
    ]
    stays = tuple(p for p, gone in zip(kept, pulled, strict=True) if not gone)
    return stays, tuple(Dropped(p.text, PULLED, p.source) for p, gone in zip(kept, pulled, strict=True) if gone)


class _Longer:
    """Texts by length, so that one search tells whether a text stands in one that is longer by a third."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = sorted(set(texts), key=len, reverse=True)
        self._whole = "\n".join(self._texts)
        self._ends = list(accumulate(len(text) + 1 for text in self._texts))
        self._left = MOST_COMPARED

    def holds(self, text: str) -> bool:
        """True when ``text`` stands in a longer one; False, too, once ``MOST_COMPARED`` characters were passed."""
        longer = bisect_left(self._texts, -1.3 * len(text), key=lambda other: -len(other))
        if not longer or self._left <= 0:
            return False
        self._left -= self._ends[longer - 1]
        return self._whole.find(text, 0, self._ends[longer - 1]) >= 0


@lru_cache(maxsize=20_000)  # menus and notices stand on every page of a site
def reason_of(text: str, language: str = "en") -> str:
    """Class of a text that is known to stand outside the article, "" when its wording tells nothing."""
    line = line_class(text, language)
    if line or len(text) > LONGEST_TOLD:
        return line
    words = len(text.split())
    if words > LONGEST_NOTICE:
        return ""
    weak = _class_of(text, _WEAK) if words <= 15 else ""
    plain = _QUOTED.sub(" ", text)
    if weak or not hits(_ADDRESSED, plain, plain.lower()):
        return weak
    return notice_class(plain) or (APPEAL if appeal_weight(plain)[3] else "")


def look(text: str, language: str = "en") -> Look:
    """Weigh one paragraph on its own."""
    words = len(text.split())
    plain = _QUOTED.sub(" ", text)
    if words > LONGEST_NOTICE:
        return Look(text, plain, words, own=bool(_YOU.search(plain)))
    line = line_class(text, language)
    weak = _class_of(text, _WEAK) if words <= 15 else ""
    heads = words <= 8 and text.endswith(":")
    if not hits(_ADDRESSED, plain, plain.lower()):
        return Look(text, plain, words, line, weak, heads=heads)
    asks, money, appeal, sure = appeal_weight(plain)
    trade = bool(_WE.search(plain)) and hits(_TRADE, plain, plain.lower()) > 0
    notice = notice_class(plain)
    return Look(text, plain, words, line, weak, notice, asks, money, trade, appeal, sure, own=True, heads=heads)


def line_class(text: str, language: str = "en") -> str:
    """Class of boilerplate whose pattern covers the whole of a short ``text``, "" when none does."""
    words = text.split()
    if not words or len(words) > LONGEST_LINE:
        return ""
    if _CALL.match(text):
        return APPEAL
    own = _class_of(text, wording_of(language).lines) if language != "en" else ""
    return (
        own or _class_of(text, _LINES) or (_class_of(text[1:-1].strip(), _LINES) if _BRACKETS.fullmatch(text) else "")
    )


def notice_class(plain: str) -> str:
    """Class of a longer notice: the one with most of its cues in ``plain``, two at least."""
    lowered = plain.lower()
    cues = {why: hits(patterns, plain, lowered) for why, patterns in _NOTICES}
    best = max(cues, key=lambda why: cues[why])
    return best if cues[best] >= 2 else ""


def appeal_weight(plain: str) -> tuple[int, int, float, bool]:
    """How far ``plain`` (quotations taken out) asks for money or support.

    Returns:
        Number of asking wordings, and with hints and means of payment; weight of everything that goes
        with an appeal; whether it is sure: asking
        with the own trade or means of payment beside it, twice, as "we", or to "you" under an outlet's name.
    """
    lowered = plain.lower()
    asks, hints, means, trade = (hits(patterns, plain, lowered) for patterns in (_ASK, _HINTS, _MEANS, _TRADE))
    we, you = len(_WE.findall(plain)), len(_YOU.findall(plain))
    weight = 1.5 * asks + 0.75 * (hints + means) + (min(trade, 3) if we else 0.25 * trade)
    weight += 0.5 * bool(_THANKS.search(plain)) + 0.5 * bool(_IMPERATIVE.search(plain))
    if asks or hints or means or trade:
        weight += 0.5 * min(we, 2) + 0.5 * min(you, 3)
    cause = trade + means  # a speaker at a rally asks for support, too
    own = we > 0 or (you > 0 and bool(_OUTLET.search(plain)))
    sure = (asks >= 2 and cause >= 1) or (asks == 1 and ((own and cause >= 1) or hints + means >= 2))
    return asks, asks + hints + means, weight, sure


def report_weight(text: str, plain: str) -> float:
    """Weight of report content: attributed speech, happenings, days, names of others."""
    lowered = plain.lower()
    weight = 2.0 * hits(_SAID, plain, lowered) + 0.5 * len(list(islice(_EVENT.finditer(plain), 2)))
    weight += 1.0 * hits(_DATE, plain, lowered) + 0.5 * min(3, len(set(_NAMES.findall(plain))))
    return weight + (1.0 if len(plain) < 0.7 * len(text) else 0.0)


def _class_of(text: str, table: Classes) -> str:
    return next((why for why, pattern in table if pattern.fullmatch(text)), "")


def _seeds(looks: list[Look]) -> list[str]:
    """Reason for each paragraph that is boilerplate by its own wording."""
    last_report = next((i for i in range(len(looks) - 1, -1, -1) if _is_report(looks[i])), len(looks))
    chatty = _is_chatty(looks)
    return [_alone(x, tail=i > last_report, chatty=chatty) for i, x in enumerate(looks)]


def _is_chatty(looks: list[Look]) -> bool:
    """True when much of the text speaks to the reader and little of it reports."""
    long = [x for x in looks if x.words >= 15 and not x.line]
    own = sum(x.own and not x.sure and not _is_report(x) for x in long)
    return own >= 3 and own > 0.3 * len(long)


def _alone(x: Look, tail: bool, chatty: bool) -> str:
    if x.line:
        return x.line
    need = (2.5 if tail else 3.5) + (2.0 if chatty else 0.0)
    if x.sure and x.own and x.appeal - x.report >= need:
        return APPEAL
    if (
        tail
        and not chatty
        and x.own
        and (x.money > x.asks or (x.asks and x.trade))
        and x.report <= 0.5
        and x.appeal - x.report >= TAIL_APPEAL
    ):
        return APPEAL
    longest = 30 if chatty else 90 if tail else 60
    if x.notice and x.own and x.report < (2.0 if tail else 1.0) and x.words <= longest:
        return x.notice
    return ""


def _is_report(x: Look) -> bool:
    return not x.line and x.words >= 12 and x.report >= 1.5 and x.report >= x.appeal


def _spread(looks: list[Look], why: list[str]) -> None:
    """Let an appeal take its neighbours along, as long as they carry no report."""
    covered, last = 0, len(why) - 1
    for seed in [i for i, w in enumerate(why) if w == APPEAL and (looks[i].words > 8 or looks[i].sure)]:
        if seed < covered:  # the one before it came as far on either side as this one would
            continue
        for step in (1, -1):
            at = seed + step
            while 0 <= at < len(looks):
                while last >= at and (why[last] or _is_short(looks[last])):
                    last -= 1
                if not why[at] and not _leans(looks, why, at, no_more=last < at):
                    break
                why[at] = why[at] or APPEAL
                at += step
            covered = max(covered, at)


def _leans(looks: list[Look], why: list[str], at: int, no_more: bool) -> bool:
    """A neighbour that goes along: in the outlet's voice and asking, or a short remainder that no report follows.

    ``no_more`` says that this one and all behind it are short or go anyhow.
    """
    x = looks[at]
    if _is_report(x) or x.report >= 2.0 or x.words > LONGEST_NOTICE:
        return False
    if x.own and (x.money or x.trade) and x.appeal >= 1.25:
        return True
    remainder = at > 0 and bool(why[at - 1]) and no_more
    between = at + 1 < len(why) and bool(why[at + 1]) and at > 0 and bool(why[at - 1])
    heading = x.heads and at + 1 < len(why) and bool(why[at + 1])
    return remainder or ((between or heading) and _is_short(x))


def _is_short(x: Look) -> bool:
    return x.words <= 8 and x.report < 1.0


def _add_weak(looks: list[Look], why: list[str]) -> None:
    """Lines that are not sure by themselves go when they stand at the tail or touch other boilerplate."""
    body = [i for i, x in enumerate(looks) if not why[i] and not x.weak]
    last = body[-1] if body else -1
    for order in (range(len(looks)), range(len(looks) - 1, -1, -1)):
        for i in order:
            beside = (i > 0 and why[i - 1]) or (i + 1 < len(why) and why[i + 1])
            if not why[i] and looks[i].weak and (i > last or beside):
                why[i] = looks[i].weak


def _add_listed(paragraphs: tuple[Paragraph, ...], why: list[str]) -> None:
    """Headlines listed under a heading such as "Related stories:" go with it when nothing but them is left."""
    for i, reason in enumerate(why):
        rest = range(i + 1, len(why))
        if reason == RELATED and len(paragraphs[i].text.split()) <= 4:
            if all(why[j] or _is_headline(paragraphs[j].text) for j in rest):
                for j in rest:
                    why[j] = why[j] or RELATED
            return


def _is_headline(text: str) -> bool:
    return len(text.split()) <= 20 and not text.rstrip("\"'”’)").endswith((".", "!", "?", ":"))
