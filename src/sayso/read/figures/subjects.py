"""Those counted who stand before the word that tells their fate: the subject, near or set apart by commas."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.lang.en import casualties as words
from sayso.lang.en import numbers as number_words
from sayso.lang.en.closed import PREPOSITIONS
from sayso.model import Figure, Span
from sayso.read.figures.clause import (
    LINKS,
    STOPS,
    Clause,
    Count,
    count_of,
    counts_people,
    is_passive,
    is_plural,
    person_noun,
    scope_of,
    words_of,
)  # fmt: skip
from sayso.read.figures.groups import Group, after_group, joined
from sayso.read.figures.numerals import Numeral
from sayso.read.figures.openers import opened
from sayso.read.figures.tokens import Token, cover, follows

_DASHES = frozenset({"-", "—", "–"})
_THEN = frozenset({"and", "then", "later", ","})
_SAYS_WHAT = words.BE | {"as"}  # "who is a deputy and the president of the company"
_CLOSING = {")": "(", "]": "["}
_LONGEST_PHRASE = 9  # words
_LONGEST_ASIDE = 16  # words


def counted_before(clause: Clause, at: int, role: str, cue: int) -> Iterator[Count]:
    """Those counted stand before the word at ``cue``; the evidence ends at token ``at``."""
    tokens = clause.tokens
    left = _clause_start(clause, cue)
    found = list(_before_from(clause, left, at, role, cue))
    if not found and left > 1 and tokens[left - 1].low in words.REDUCED and tokens[left].low in words.NO_OBJECT:
        found = list(counted_before(clause, at, role, left - 1))  # "a man shot in the street has died"
    then = {t.low for t in tokens[left:cue]}
    if not found and left and "and" in then and then <= _THEN and is_passive(tokens, left - 1):
        found = list(counted_before(clause, at, role, left - 1))  # "were kidnapped and killed"
    aside = None if found else _before_aside(tokens, cue)
    yield from found if aside is None else counted_before(clause, at, role, aside)


def _before_aside(tokens: list[Token], cue: int) -> int | None:
    """The mark that opens what stands right before the verb: "two teachers - aged 24 and 30 - were shot"."""
    k = cue - 1
    while k >= 0 and (tokens[k].low in words.BE or tokens[k].low in words.ADVERBS):
        k -= 1
    if k > 0 and tokens[k].low in _CLOSING:
        opening = _CLOSING[tokens[k].low]
        return next((j for j in range(k - 1, max(0, k - _LONGEST_ASIDE), -1) if tokens[j].low == opening), None)
    if k < 0 or tokens[k].low not in _DASHES:
        return None
    while k > 0 and tokens[k].low in _DASHES:
        k -= 1
    for j in range(k, max(0, k - _LONGEST_ASIDE), -1):
        if tokens[j].low in _DASHES:
            return j - 1 if tokens[j - 1].low in _DASHES else j
    return None


def _before_from(clause: Clause, left: int, at: int, role: str, cue: int) -> Iterator[Count]:
    tokens = clause.tokens
    if any(t.low in words.NEGATIONS for t in tokens[max(left, cue - 3) : cue]):
        return
    if any(t.low in words.NOBODY for t in tokens[left:cue]) or _unreal(tokens, left, cue):
        return
    if follows(tokens, left, words.ONLY_KILLED) or _only(tokens, left, cue):
        number = next((n.low for n in clause.numerals if left <= n.first < cue and n.qualifier == "exact"), 1)
        yield Count(role, Figure(number, number, _subject_scope(clause, left)), cover(tokens, left, at), 0.95, "only")
        return
    near = _near(tokens, left, cue)
    if role == "killed" and near > left and tokens[near].low == words.FOUND and tokens[near - 1].low in words.BE:
        near = _near(tokens, left, near)  # "were found shot to death"; those found shot may live
    if near > left + 1 and tokens[near].low == "the" and tokens[near - 1].low == "among":
        near = _near(tokens, left, near - 1)  # "his brother was among the injured"
    elif near == cue - 1 and tokens[near].low == "the" and near > left and tokens[near - 1].low in words.VERBS_HELD:
        return  # "his father held the wounded"
    if near >= left and tokens[near].low in {"he", "she"}:
        yield Count(role, Figure(1, 1), cover(tokens, near, at), 0.45, "pronoun")
        return
    group = _related(clause, left, near) or _group_before(clause, left, near) or _set_apart(clause, left, near)
    if group is not None:
        figure = Figure(group.low, group.high, group.scope, group.qualifier)
        rule = "subject-sum" if group.parts > 1 else "subject"
        yield Count(role, figure, cover(tokens, group.first, at), 0.9, rule)
        return
    if tokens[near].low in words.BEFORE_BEING and tokens[near + 1].low == "being":
        yield from _of_main_clause(clause, left, at, role)
        return
    found = [n for n in clause.numerals if left <= n.first and n.last < cue and counts_people(clause, n, cue)]
    hit = next((n for n in found if n.low > 1 and _hit_by_subject(clause, n, left, near)), None)
    if hit is not None:  # "the gunman who shot two officers was killed"
        doer = _related(clause, 0, left - 2)
        if doer is not None and (doer.low, doer.high) == (1, 1):
            yield Count(role, Figure(1, 1, doer.scope), cover(tokens, doer.first, at), 0.8, "subject-who")
        return
    if near > left and tokens[near].low == "who" and is_plural(tokens[near - 1].low):
        found = [n for n in found if near - n.last <= 6]  # of "the men who were hurt" no number is told elsewhere
    found = [n for n in found if not (n.first and tokens[n.first - 1].low == "by")]  # those who did it
    found = [n for n in found if not _defines(tokens, n, cue)]
    found = [n for n in found if not _object_of_earlier(clause, n, left, near)]
    whole = [n for n in found if n.qualifier != "indefinite"] or found[-1:]
    if len(found) > len(whole) > 0 and _last_is_one(clause, whole[-1], found[-1], near):
        whole = found[-1:]
    inside = [n for n in clause.numerals if left <= n.first and n.last < cue]
    if follows(tokens, left, ("all", "but")) and len(inside) == 2 and inside[0].low < inside[1].low:
        number = inside[1].low - inside[0].low  # "all but one of the sixteen died"
        yield Count(role, Figure(number, number), cover(tokens, left, at), 0.9, "all-but")
        return
    if whole:
        n = _joined(clause, left, cue) or _and_one(clause, _chosen(clause, whole, cue), found[-1], near)
        n = _with_more(clause, n, cue)
        if n.qualifier == "indefinite" and _last_of_several(tokens, left, n.first, near):
            figure = Figure(2, None, "victims", "at_least")
            yield Count(role, figure, cover(tokens, n.first - 1, at), 0.7, "plural-verb")
            return
        yield count_of(clause, role, n, n.first, at, 0.95 if n.qualifier != "indefinite" else 0.85, "subject")
        return
    yield from _bare_subject(clause, left, cue, at, role)


def _of_main_clause(clause: Clause, left: int, at: int, role: str) -> Iterator[Count]:
    """ "The judge took a few steps before being shot": the one with whom the sentence begins."""
    group = joined(clause, left)
    if group is not None and group.kind in {"the", "one", "name"} and (group.low, group.high) == (1, 1):
        yield Count(role, Figure(1, 1, group.scope), cover(clause.tokens, group.first, at), 0.8, "subject-main")


def _unreal(tokens: list[Token], left: int, cue: int) -> bool:
    """True for what did not happen yet, or not to anybody: "could have been killed", "any other person shot"."""
    before = [t.low for t in tokens[max(left, cue - 4) : cue]]
    if tokens[cue].low == "die" and before[-1:] == ["to"]:
        return True
    return any(w in words.MODALS for w in before) or any(t.low == "any" for t in tokens[max(left, cue - 6) : cue])


def _defines(tokens: list[Token], n: Numeral, cue: int) -> bool:
    """True in "an attack in which four or more people are killed": a definition, not a happening."""
    return follows(tokens, n.last - 1, ("or", "more")) and any(t.low == "are" for t in tokens[n.last : cue])


def _near(tokens: list[Token], left: int, cue: int) -> int:
    """The token before the word at ``cue`` and its auxiliaries."""
    k = cue - 1
    while k > left and (tokens[k].low in words.BE or tokens[k].low in words.ADVERBS):
        k -= 1
    return k


def _related(clause: Clause, left: int, near: int) -> Group | None:
    """Those before "who": "a photo of Ann Lee, 20, who was shot"."""
    tokens = clause.tokens
    if near <= left or tokens[near].low != "who":
        return None
    for k in range(max(left, near - 9), near):
        group = joined(clause, k)
        if group is not None and group.kind != "bare" and _reaches(clause, group, near):
            return group
    return None


def _reaches(clause: Clause, group: Group, near: int) -> bool:
    behind = after_group(clause, group.last + 1)
    return behind == near or (behind == near - 1 and clause.tokens[behind].low == ",")


def _group_before(clause: Clause, left: int, near: int) -> Group | None:
    """The groups joined by "and" that end at token ``near``: "a man and his son were shot"."""
    tokens = clause.tokens
    if any(t.low == "including" for t in tokens[left : near + 1]):
        return None
    for k in range(left, near + 1):
        group = joined(clause, k, commas=k == 0 and tokens[near + 1].low not in words.BE)
        told_of = k > left and tokens[k - 1].low in _SAYS_WHAT and tokens[max(0, k - 2)].low != "there"
        if group is None or group.kind == "bare" or told_of or not _ends_at(clause, group, near):
            continue
        group = opened(clause, left, group) or group
        if group.parts > 1:
            return group
    return None


def _ends_at(clause: Clause, group: Group, near: int) -> bool:
    """True when the group, with "from the department of security," behind it, ends at token ``near``."""
    behind, tokens = after_group(clause, group.last + 1), clause.tokens
    if behind > near:
        return True
    words_ = [t.low for t in tokens[behind:near]]
    phrase = tokens[behind].low in words.PHRASE_BEHIND and len(words_) < _LONGEST_PHRASE
    return phrase and all(w.isalpha() and w not in words.NO_PHRASE for w in words_)


def _set_apart(clause: Clause, left: int, near: int) -> Group | None:
    """The one subject of "was", with what is said of it between commas: "Mena, who has two sons, was killed"."""
    tokens = clause.tokens
    if near <= left or tokens[near].low != "," or tokens[near + 1].low != "was":
        return None
    group = joined(clause, left)
    one = group is not None and (group.low, group.high) == (1, 1) and group.kind in {"the", "one", "name"}
    return group if one and group is not None and tokens[group.last + 1].low == "," else None


def _object_of_earlier(clause: Clause, n: Numeral, left: int, near: int) -> bool:
    """True when the numeral is the object of a fate told before: "injured two officers, killed ..."."""
    earlier = clause.tokens[left - 1].low if left else ""
    before = (earlier in words.PARTICIPLES or earlier in words.ACTIVES) and not is_passive(clause.tokens, left - 1)
    return before and n.first <= left + 1 and clause.tokens[near].low in {",", "and", "then"}


def _hit_by_subject(clause: Clause, n: Numeral, left: int, near: int) -> bool:
    """True when the numeral is what the one of whom "was" tells has hit."""
    tokens = clause.tokens
    if left < 2 or tokens[left - 2].low != "who" or tokens[near + 1].low not in {"was", "died"}:
        return False
    return n.first <= left + 1 and not is_passive(tokens, left - 1)


def _last_is_one(clause: Clause, more: Numeral, one: Numeral, near: int) -> bool:
    """True in "besides those two children, a boy was hurt": the verb tells of one, and others stand apart."""
    tokens = clause.tokens
    apart = more.last < one.first and tokens[one.first - 1].low == ","
    return apart and more.low > 1 and one.qualifier == "indefinite" and tokens[near + 1].low == "was"


def _with_more(clause: Clause, n: Numeral, cue: int) -> Numeral:
    """ "three girls and a boy between 14 and 18 were hurt": the whole group that begins with the numeral."""
    group = joined(clause, n.first)
    if group is None or group.parts < 2 or group.last >= cue or group.high is None:
        return n
    return Numeral(n.first, group.last, n.core, group.low, group.high, "exact")


def _and_one(clause: Clause, n: Numeral, one: Numeral, near: int) -> Numeral:
    """ "Two guards from the ministry and a clerk were killed": one more, right before the verb."""
    tokens = clause.tokens
    head = person_noun(tokens, one.last + 1, 5)
    if one.qualifier != "indefinite" or n.last + 1 >= one.first or n.high is None or head != near:
        return n
    between = [t.low for t in tokens[n.last + 1 : one.first]]
    if between[-1] != "and" or not all(w.isalpha() and w not in words.NO_PHRASE for w in between[:-1]):
        return n
    return Numeral(n.first, head, n.core, n.low + 1, n.high + 1, n.qualifier)


def _joined(clause: Clause, left: int, cue: int) -> Numeral | None:
    """ "three girls and a boy were hurt": the sum of numerals that "and" joins right before the word."""
    tokens = clause.tokens
    run: list[Numeral] = []
    linked = False
    for n in reversed([n for n in clause.numerals if left <= n.first and n.last < cue]):
        head = person_noun(tokens, n.last + 1, 5)
        if head is None or head >= cue:
            break
        end = run[-1].first if run else cue
        between = [t.low for t in tokens[head + 1 : end]]
        links = {"and", ","} if run else words.BE | words.ADVERBS
        if not (between and set(between) <= links) and not (not run and not between):
            break
        linked = linked or "and" in between
        run.append(n)
    linked = linked or tokens[cue - 1].low not in words.BE  # a headline: "3 children, 1 adult found dead"
    if len(run) < 2 or not linked or any(n.high is None or n.qualifier == "range" for n in run):
        return None
    if any(t.low == "including" for t in tokens[left:cue]):
        return None
    total = sum(n.low for n in run)
    return Numeral(run[-1].first, run[0].last, run[-1].core, total, total, "exact")


def _chosen(clause: Clause, found: list[Numeral], cue: int) -> Numeral:
    """The numeral nearest the word, passing over what a comma or "including" sets apart."""
    for n in reversed(found):
        if n is not found[0] and n.last + 1 < cue and follows(clause.tokens, n.last + 1, (words.FATALLY,)):
            continue  # "four teens, one fatally, were shot"
        opening = n.first and clause.tokens[n.first - 1].low in {"including", "by", "among", "of"}
        if not (opening and n is not found[0]) or _beside(clause, n, cue):
            return n
    return found[-1]


def _beside(clause: Clause, n: Numeral, cue: int) -> bool:
    """True when only those counted and auxiliaries stand between the numeral and the word."""
    between = [t.low for t in clause.tokens[n.last + 1 : cue]]
    return all(
        w in words.OTHER_WORDS or w in words.BE or w in words.ADVERBS or w in words.PERSON_NOUNS for w in between
    ) and (n.first == 0 or clause.tokens[n.first - 1].low not in {"including", "among"})


def _only(tokens: list[Token], left: int, cue: int) -> bool:
    low = [t.low for t in tokens[left:cue]]
    return any(
        low[k : k + 2] == ["the", "only"] and low[k + 2 : k + 3] and low[k + 2] in words.ONLY_NOUNS
        for k in range(len(low))
    )


def _subject_scope(clause: Clause, left: int) -> str:
    """The subject before "was the only person"; "victims" when there is none."""
    tokens = clause.tokens
    for k in range(left, min(left + 14, len(tokens))):
        if tokens[k].low in words.BE and k > left:
            return words_of(clause, left, k - 1)
    return "victims"


def _bare_subject(clause: Clause, left: int, cue: int, at: int, role: str) -> Iterator[Count]:
    tokens = clause.tokens
    k = _near(tokens, left, cue)
    if k < left or tokens[k].low == "whom":
        return
    named = _named_before(clause, left, k)
    if named is not None:
        yield Count(role, Figure(1, 1, named.of(clause.text)), Span(named.start, tokens[at].end), 0.7, "name")
        return
    first = _one_more(tokens, k)
    if first is not None:
        yield Count(role, Figure(1, 1), cover(tokens, first, at), 0.8, "another")
        return
    yield from _noun_subject(clause, left, k, cue, at, role)


def _last_of_several(tokens: list[Token], left: int, first: int, near: int) -> bool:
    """True for the last of those joined before a plural verb: "... and his son were killed" tells two or more."""
    joined_to = tokens[first].low == "and" or (first > left and tokens[first - 1].low in {"and", ","})
    return joined_to and near + 1 < len(tokens) and tokens[near + 1].low in {"were", "have", "are", "weren't"}


def _one_more(tokens: list[Token], k: int) -> int | None:
    """First token of "another", "a fourth" or "the other" that ends at token ``k`` behind others who came to harm."""
    before = tokens[k - 1].low if k else ""
    pair = (before == "a" and tokens[k].low in number_words.ORDINALS) or (before == "the" and tokens[k].low == "other")
    first = k - 1 if pair else k
    harmed = any(t.low in words.PARTICIPLES or t.low in words.STATES for t in tokens[:first])
    return first if harmed and (pair or tokens[k].low == "another") else None


def _named_before(clause: Clause, left: int, k: int) -> Span | None:
    """The name that ends at token ``k``, or before what commas set apart: "Ana Petrov, 24, of Elm Park, was killed"."""
    tokens = clause.tokens
    for name in reversed([s for s in clause.names if tokens[left].start <= s.start and s.end <= tokens[k].end]):
        before = [t.low for t in tokens[left : k + 1] if t.end <= name.start]
        if set(before[-1:]) & words.WHERE or (before[-1:] == ["the"] and set(before[-2:-1]) & words.WHERE):
            continue  # "a bear at the Elm Park Zoo was killed"
        between = [t.low for t in tokens[left : k + 1] if t.start >= name.end]
        aside = len(between) < 14 and between[:1] in ([","], ["("]) and between[-1:] in ([","], [")"])
        if not between or (aside and len(between) > 1 and not set(between) & (words.BE | {"and"})):
            return name
    return None


def _noun_subject(clause: Clause, left: int, k: int, cue: int, at: int, role: str) -> Iterator[Count]:
    tokens = clause.tokens
    head = next((j for j in range(k, max(left, k - 8) - 1, -1) if tokens[j].low in words.PERSON_NOUNS), None)
    between = {t.low for t in tokens[head + 1 : cue]} if head is not None else set()
    if (
        head is None
        or tokens[k].low in PREPOSITIONS
        or tokens[k].low == "but"
        or between & (words.OBJECTS | words.SAYING)
        or {t.low for t in tokens[head + 1 : k]} & (words.BE | LINKS)
        or words.UNDER & {t.low for t in tokens[max(left, head - 3) : head]}
        or "no" in {t.low for t in tokens[max(left, head - 2) : head]}  # "no bystander was hurt" counts none
    ):
        return
    first = max(left, head - 2)
    while first < head and tokens[first].low in STOPS | words.BE | {","}:
        first += 1
    scope = scope_of([t.low for t in tokens[first : head + 1]])
    if not is_plural(tokens[head].low) and _last_of_several(tokens, left, first, k):
        yield Count(role, Figure(2, None, "victims", "at_least"), cover(tokens, first, at), 0.7, "plural-verb")
    elif not is_plural(tokens[head].low):
        ordinal = tokens[head - 1].low if head > left and role == "killed" and tokens[head].low != "victim" else ""
        value = number_words.ORDINALS.get(ordinal, 1)  # "Third person dies"
        yield Count(role, Figure(value, value, scope), cover(tokens, first, at), 0.7 if value > 1 else 0.6, "singular")
    elif not any(
        t.low in {"the", "these", "those", "they", "his", "their", "of", "no", "to"}
        for t in tokens[max(left, first - 1) : head]
    ):
        yield Count(role, Figure(2, None, scope, "vague"), cover(tokens, first, at), 0.5, "plural")


def _clause_start(clause: Clause, cue: int) -> int:
    """First token of the clause of token ``cue``: behind a stop, or behind a link with a casualty word before it."""
    tokens = clause.tokens
    for k in range(cue - 1, max(-1, cue - 22), -1):
        low = tokens[k].low
        if low in STOPS and not (low in "()[]" and cue - k > 12):
            return k + 1
        named = low in words.NEW_CLAUSE and clause.name_at(k + 1) is not None
        if named or (low in words.NEW_CLAUSE and _new_subject(tokens, k + 1)):
            return k + 1
        fate = low in words.PARTICIPLES or low in words.STATES or low in words.ACTIVES
        aside = low == words.FATALLY and cue - k > 1 and tokens[k + 1].low == ","  # "four, one fatally, were shot"
        if fate and not aside and (low != "shot" or cue - k > 3):
            return k + 1
    return max(0, cue - 21)


def _new_subject(tokens: list[Token], at: int) -> bool:
    """True when somebody else may begin at token ``at``: "the boys were playing when the 7-year-old was shot"."""
    return tokens[at].low in words.DETERMINERS or tokens[at].low in {"a", "an"}
