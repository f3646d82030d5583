"""The record of date words that each language fills in its own ``dates.py``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class DateWord(NamedTuple):
    """What one word means in a time expression.

    ``kind`` is one letter of the alphabet below, ``number`` and ``code`` are its meaning.

    ========  =====================================================================================
    ``W w``   weekday (number 0 = Monday), plural weekday ("Mondays")
    ``M S``   month (number), season (code of TIMEX3: SP SU FA WI)
    ``U u``   unit of time, singular and plural (code D W M Q Y E C WE TH TM TS, number: how many)
    ``P B``   part of day (code MO AF EV NI), a named clock time (code "12:00")
    ``T J``   day counted from today (number), the same with a part of day (code)
    ``C O``   cardinal, ordinal (number)
    ``Z n``   decade (number: last two digits / 10), holiday (code)
    ``A t``   indefinite and definite article
    ``H h``   "this", "that" or "the same"
    ``L X``   "last", "next" and their kin (code)
    ``G E R`` "ago", "earlier" (number -1), "later" (1); ``r`` "before" (-1) or "after" (1)
    ``I q``   "every", vague quantity (number, 0 when unknown)
    ``m a``   "early", "late", "end" (code START MID END), "about", "nearly"
    ``V F``   vague reference (code PRESENT_REF ...), adverb of repetition (code "P1D")
    ``p z``   a.m. or p.m. (code), time zone (number: hours from UTC)
    ``o e i`` "of", "and" or "to", a preposition that may stand before a date
    ``f j l`` "fiscal", "period", "half"
    ``g``     word between a number and its unit ("two more weeks")
    ``Q y``   month of another calendar (number, code its name), era (code its calendar, "" when not converted)
    ``b``     "old" (after a unit: an age); ``y`` "year" as a prefix of a number is an ordinary unit
    ========  =====================================================================================
    """

    kind: str
    number: float = 0
    code: str = ""


@dataclass(frozen=True, slots=True)
class DateWords:
    """Everything the part for dates knows of one language.

    Attributes:
        lexicon: lower-case word (abbreviations also with their full stop) to its meaning.
        capital: kinds of words that must be written with a capital letter.
        small: words of such kinds that mean nothing else and may be written small ("monday", "january").
        abbreviated_days: weekday abbreviations that are also ordinary words; believed only beside a date.
        doubtful: months that are also names or verbs; alone they are believed only after a cue.
        before_month: words that may stand before a month that stands alone.
        before_year: words that may stand before a year that stands alone.
        future, past, present: words that tell the tense of a clause.
        past_endings: endings that tell the past tense.
        not_past: words with such an ending that are no past tense.
        holidays: code of a holiday to its rule, where the code is not the rule itself (see ``lang.en.holidays``).
        names: words that make a name of a weekday or month before them ("Sunday Times").
        before_length: words before a length of time that has no number ("for years", "in a week").
        after_soon: words after "soon" that make it no reference to the future ("as soon as").
        limits: words that set a limit, so that the verb before them tells nothing of the date after them.
        ahead: words before a weekday that make it one to come.
        arranged: participles that point ahead after "is" and "are" ("is set to").
        ended: words after "the year" that make it a length ("the year ended March 31").
        named_days: capitalised words that make a weekday after them the name of something ("Bloody Sunday").
        repeated: words before "a day" that make it a repetition ("twice").
        phrases: first word to the names of several words that begin with it, longest first, with their meaning.
        purpose: verbs that point ahead when the word of ``infinitive`` follows ("planned to").
        infinitive: the word between a verb and what is to be done ("to").
        earliest: words that make a day after them one to come ("as soon as", "as early as").
        our_time: words after the possessive of "today" that make it the present age ("today's youth").
        spelled_years: words that a year in words begins with ("nineteen ninety-six").
        before_clock: words before four digits that make them a time when a day follows ("at 1910 tonight").
        events: words of an event, noun or verb, to what they have in common ("voted" -> "vote").
        this_night: words for a night that is of one day ("tonight"); others of their kind are of two ("overnight").
        wider: what an event may be called besides ("attack" for a blast): group to the groups it may stand for.
        before_bare_day: words before a day of a month that is not named ("on the 15th").
        into: words between a night and the day it ends on ("overnight into Saturday").
        lasted: verbs before a word of ``ahead`` that make the day after it one that is over ("lasted until Friday").
        begun: verbs and words before the first day of a stretch that a verb of ``lasted`` or ``over`` closes.
        over: verbs before the last day of such a stretch ("ended on").
        range_starts, range_joins: words before the first and before the second end of a range ("from", "to").
    """

    lexicon: Mapping[str, DateWord]
    capital: frozenset[str]
    abbreviated_days: frozenset[str]
    doubtful: frozenset[int]
    before_month: frozenset[str]
    before_year: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    past_endings: tuple[str, ...]
    not_past: frozenset[str]
    holidays: Mapping[str, str]
    names: frozenset[str]
    named_days: frozenset[str]
    before_length: frozenset[str]
    after_soon: frozenset[str]
    limits: frozenset[str]
    ahead: frozenset[str]
    arranged: frozenset[str]
    ended: frozenset[str]
    repeated: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, DateWord], ...]] = field(default_factory=dict)
    purpose: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    infinitive: str = ""
    earliest: tuple[tuple[str, ...], ...] = ()
    our_time: frozenset[str] = frozenset()
    spelled_years: frozenset[str] = frozenset()
    before_clock: frozenset[str] = frozenset()
    events: Mapping[str, str] = field(default_factory=dict)
    this_night: frozenset[str] = frozenset()
    wider: Mapping[str, frozenset[str]] = field(default_factory=dict)
    before_bare_day: frozenset[str] = frozenset()
    into: frozenset[str] = frozenset()
    lasted: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    range_starts: frozenset[str] = frozenset()
    range_joins: frozenset[str] = frozenset()
