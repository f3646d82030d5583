"""The rules: patterns over the letters of tokens (see ``tokens``), each with the function that resolves its words.

At each token the longest match whose function gives an answer wins; among equally long ones the first.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.read.dates import clock, days, elsewhere, lengths, quarters, stretches
from sayso.read.dates.scene import Resolve


class Rule(NamedTuple):
    """A pattern over letters, the letters it may begin with, and its function."""

    starts: str
    pattern: re.Pattern[str]
    resolve: Resolve


_MOD = r"(?P<mod>t?m-?o?|[ERm]i?(?=[tHLXhWTJP]))?"
_REL = r"(?P<rel>t?(?:H?[LX]|H|hh?))"
_NUM = r"(?P<n>[NCc]+d?|CeAl|NeAl|Aq?o?[CNc]*|qo?[NC]*)"
_CLOCK = r"(?:(?P<k>[KN](?=p)|K|[YC](?=[zTJ]))(?P<p>p)?|(?P<b>B))(?P<z>z)?"
_RULES: tuple[tuple[str, str, Resolve], ...] = (
    ("D", r"D", days.digits),
    ("WMLm", r"(?:m(?=M)|L)?(?:(?P<w>W),?)?(?P<m>M)t?(?P<d>[NO])(?:,?(?P<y>[Yk]))?(?P<p>P)?", days.dated),
    ("WtNO", r"(?:(?P<w>W),?)?t?(?P<d>[NO])-?o?(?P<m>M)-?(?:,?(?P<y>[Ykc]))?(?P<p>P)?", days.dated),
    ("tP", r"t?(?P<p>P)o(?:(?P<w>W),?)?(?P<m>M)(?P<d>[NO])(?:-N)?(?:,?(?P<y>[Yk]))?", days.dated),
    ("tP", r"t?(?P<p>P)o(?:(?P<w>W),?)?t?(?P<d>[NO])o?(?P<m>M)(?:,?(?P<y>[Yk]))?", days.dated),
    ("tP", r"t?(?P<p>P)o(?P<w>W)", days.weekday),
    ("t", r"t(?P<d>O)(?:ot(?P<u>U)|(?=[|,eit]|$))", days.bare_day),
    ("O", r"(?<=tOe)(?P<d>O)(?=[|,it]|$)", days.second_bare_day),
    ("M", r"(?P<w>W)?(?P<m>M)(?P<d>N)-(?P<d2>N)(?:,?(?P<y>[Yk]))?(?P<p>P)?", days.day_range),
    ("tERmLXHhW", _MOD + r"(?P<rel>t?(?:H?[LX]|H|hh?))?(?P<w>W)'?(?P<p>P)?", days.weekday),
    ("ERmPT", _MOD + r"(?P<p0>P)?(?P<t>T)'?(?P<p>P)?", days.deictic),
    ("J", r"(?P<t>J)(?P<p>P)?(?P<p0>P)?", days.deictic),
    ("t", r"t(?P<u>U)(?P<g>r)(?P<t>T)", days.beyond),
    ("tERmLXHh", _MOD + r"(?P<t>t)?(?P<rel>(?:H?[LX]|H|hh?))?(?P<p>P)", days.part_of_day),
    ("NO", r"(?P<d>[NO])-(?P<d2>[NO])o?(?P<m>M)(?:,?(?P<y>[Yk]))?", days.day_range),
    ("NO", r"(?P<d>[NO])(?=[ei][NO]o?(?P<m>M),?(?P<y>Y)?)", days.first_day_of_two),
    ("J", r"(?P<p>J)i?(?P<w>W)", days.weekday),
    ("J", r"(?P<p>J)x(?P<w>W)", days.night_into),
    ("ntLXH", r"(?P<rel>t?(?:H?[LX]|H))?(?P<n>n)(?:U|x(?=Y))?(?:,?(?P<y>Y))?", elsewhere.holiday),
    ("WtNO", r"(?:W,?)?t?(?P<d>[NO])o?(?P<q>Q),?(?P<y>[YC])?y?", elsewhere.date_elsewhere),
    ("Q", r"(?P<q>Q)t?(?P<d>[NO])(?:,?(?P<y>[YC]))?y?", elsewhere.date_elsewhere),
    ("QtLXH", r"(?P<rel>t?(?:H?[LX]|H))?(?P<q>Q)(?:o?(?P<y>[YC])y?)?", elsewhere.month_elsewhere),
    ("MNOYC", r"(?:(?:(?P<d>[NO])o?)?(?P<m>M))?(?P<y>[YC])(?P<era>y)",
     elsewhere.year_elsewhere),
    ("y", r"(?P<era>y)(?P<y>[YC])", elsewhere.year_elsewhere),
    ("tmM", _MOD + r"(?P<m>M)(?:,|o)?(?P<y>[Yk])", stretches.month),
    ("tmMLXH", _MOD + r"(?P<rel>t?(?:H?[LX]|H))?(?P<m>M)", stretches.month),
    ("I", r"I(?P<m>M)", stretches.repeated_month),
    ("tmYkf", _MOD + r"(?:tU|U|tf|f|fU)?(?P<y>Y)", stretches.year),
    ("mk", r"(?P<mod>m-?)?(?P<y>k)", stretches.year),
    ("C", r"(?P<c>CC(?:-?C)?)", stretches.spelled_year),
    ("tmZ", r"(?P<mod>t?m-?o?)?(?P<the>t)?(?:m-?)?(?P<z>Z)", stretches.decade),
    ("tmLXHhS", _MOD + r"(?P<the>t)?(?:m-?)?(?P<rel>t?(?:H?[LX]|H))?(?P<s>S)(?:o?(?P<y>[Yk]))?", stretches.season),
    ("tERmLXHh", _MOD + _REL + r"(?:f)?(?P<u>U)", stretches.relative),
    ("tmERHL", r"(?P<mod>t?m-?o?|[ER]i?)?t(?:f)?(?P<u>U)", stretches.bare),
    ("tfO", r"t?(?:f-?)?(?P<o>O)-?(?P<u>[Ul])(?:o?f?(?P<y>Y)|o(?P<rel>t?[LXH])U)?", quarters.quarter),
    ("LXH", r"(?P<rel>[LXH])U'f?(?P<o>O)-?(?P<u>[Ul])", quarters.quarter),
    ("t", r"t(?P<y>Y)(?P<o>O)-?(?P<u>U)", quarters.quarter),
    ("AtCU", r"(?:[AtC]x?)?(?P<u>U)-?(?P<g>[GE])(?:O?-?[Uj])?", quarters.year_before),
    ("aNCcAqu", r"(?P<a>a)?" + _NUM + r"?(?P<hyphen>-)?g?(?P<u>[Uu])(?P<half>eAl)?-?(?P<b>b)?", lengths.duration),
    ("atLXH", r"(?P<a>a)?(?:t?[LX]|H)" + _NUM + r"-?(?P<u>[Uu])(?P<half>eAl)?", lengths.duration),
    ("t", r"(?P<a>a)?tO?" + _NUM + r"-?(?P<u>[u])(?P<half>eAl)?", lengths.duration),
    ("NO", r"(?<=M[NO]e)(?P<d>[NO])(?![uUCKp-])", days.second_day),
    ("U", r"(?P<u>U)-?(?P<mod>m)", quarters.year_end),
    ("tL", r"t?(?P<rel>L)(?P<u>j)", stretches.relative),
    ("t", r"tx?(?P<v>[LX])", lengths.age_of_time),
    ("tmM", _MOD + r"(?P<m>M),?(?:o?t?)?(?P<rel>[LXH])(?P<u>U)", stretches.month_of),
    ("tC", r"(?:tU)(?P<c>CC(?:-?C)?)", stretches.spelled_year),
    ("tLXHh", r"t?(?P<rel>[LXHh])q?o?u", lengths.vague_stretch),
    ("aNCcAqut", r"(?P<a>a)?" + _NUM + r"?-?(?P<u>[Uu])-?(?P<g>[GERr])", lengths.ago),
    ("t", r"t(?P<u>U)(?P<g>[ERr])", lengths.beside),
    ("t", r"t(?P<p>P)(?P<g>r)", lengths.part_beside),
    ("t", r"t(?P<u>U)o(?:t)?(?P<m>M)(?P<d>[NO])", stretches.week_of),
    ("t", r"t(?P<u>U)o(?:t)?(?P<d>[NO])o?(?P<m>M)", stretches.week_of),
    ("tOL", r"t?(?P<n>[OL])(?P<w>W)(?:oti?|[oi])(?P<m>M)(?:,?(?P<y>[Yk]))?", days.nth_weekday_of),
    ("lC", r"(?P<half>l)A(?P<u>U)(?P<g>G)", lengths.half_ago),
    ("ACN", r"(?P<n>[ACN])(?P<u>[Uu])(?P<g>G)(?P<t>T)", lengths.ago_to_the_day),
    ("U", r"(?P<u>U)'(?P<mod>m)", quarters.year_end),
    ("Iw", r"(?:I(?:(?P<n>[NCO]+)?(?P<u>[Uu])|(?P<w>W)|(?P<p>P)))", lengths.repeated),
    ("w", r"(?P<w>w)(?P<p>P)?", lengths.repeated),
    ("F", r"(?P<f>F)", lengths.adverb),
    ("VLHX", r"(?P<v>[VLHX])", lengths.vague),
    ("KNBYC", _CLOCK + r"(?:,?(?P<w>W))?(?:,?(?P<m>M)(?P<d>[NO])(?:,?(?P<y>Y))?)?", clock.clock),
    ("KNBYC", _CLOCK + r"(?P<t>[TJ])", clock.clock),
)  # fmt: skip


RULES = tuple(Rule(starts, re.compile(pattern), resolve) for starts, pattern, resolve in _RULES)
BY_START: dict[str, tuple[Rule, ...]] = {
    letter: tuple(rule for rule in RULES if letter in rule.starts) for letter in {c for r in RULES for c in r.starts}
}
"""Rules by the letter they may begin with."""
STARTS = re.compile(f"(?![tAChaq]x(?![LXU]))[{''.join(sorted(BY_START))}]")
"""Where any rule may begin; not at an article or number before a common word, which is most frequent."""
MAY_MATCH: dict[str, re.Pattern[str]] = {
    letter: re.compile("|".join(f"(?:{re.sub(r'[?]P<[a-z0-9]+>', '?:', rule.pattern.pattern)})" for rule in rules))
    for letter, rules in BY_START.items()
}
"""One pattern for all rules that may begin with a letter: tried before each of them is."""
