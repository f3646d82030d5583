"""Who was killed, injured, detained ...: a figure for each word that says so, with those counted beside it.

The method is a shallow clause grammar: the word that tells the fate is the anchor, those counted stand before it
(passive verbs, states) or behind it (active verbs), and a numeral there gives the figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
    counts_no_people,
    head_of,
    is_passive,
    is_person,
    is_plural,
    person_noun,
    scope_of,
    words_of,
)  # fmt: skip
from sayso.read.figures.groups import further, joined, single
from sayso.read.figures.nominal import not_done, own_death, titled
from sayso.read.figures.numerals import Numeral
from sayso.read.figures.openers import opened_behind
from sayso.read.figures.others import dies_later, driven_out, longer_fates, own_way, told_otherwise
from sayso.read.figures.subjects import counted_before
from sayso.read.figures.tokens import Token, cover, follows

_STATE_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words_, _role in words.STATE_PHRASES.items():
    _STATE_PHRASES.setdefault(_words_[0], []).append((_words_, _role))
_TOLL_BEGINS = frozenset(phrase[0] for phrase in words.TOLLS)
_PLURALS_OF_VAGUE = frozenset({"deaths", "fatalities", "bodies", "arrests", "hostages"})


def counts(text: str, tokens: list[Token], numerals: list[Numeral], names: tuple[Span, ...]) -> Iterator[Count]:
    """Every casualty figure in one passage; ``names`` are the spans of persons named in it."""
    clause = Clause(text, tokens, numerals, names)
    shots = any(t.low in words.SHOT_WORDS for t in tokens)
    for at, token in enumerate(tokens):
        low = token.low
        if low in words.PARTICIPLES:
            yield from _participle(clause, at, shots)
        elif low in words.ACTIVES:
            yield from _active(clause, at, shots)
        elif low in words.STATES:
            yield from _state(clause, at, words.STATES[low])
        elif low in words.LEAVE:
            yield from _left(clause, at)
        elif low in words.FLEES:
            yield from driven_out(clause, at)
        if low in words.COUNT_NOUNS or low in words.OF_NOUNS:
            yield from _noun(clause, at)
        yield from _phrase(clause, at)
        if low in _TOLL_BEGINS:
            yield from _toll(clause, at)
        yield from told_otherwise(clause, at)
        for role, end, rule in longer_fates(clause, at):
            for count in counted_before(clause, end, role, at):
                yield replace(count, score=min(count.score, 0.9), rule=count.rule + rule)


def _participle(clause: Clause, at: int, shots: bool) -> Iterator[Count]:
    low = clause.tokens[at].low
    role = words.PARTICIPLES[low]
    if role == "hit" and not shots:
        return
    if role in {"shot", "hit"} and (_goes_on(clause, at) or _shot_is_noun(clause.tokens, at)):
        return
    passive = is_passive(clause.tokens, at)
    adjective = _is_adjective(clause.tokens, at)
    if not passive and _might_have(clause.tokens, at):
        return
    found = [] if passive or adjective else list(_behind(clause, at, role, "active"))
    opens = not at or clause.tokens[at - 1].low in STOPS
    if opens and at + 1 < len(clause.tokens) and clause.tokens[at + 1].low in {"were", "was"}:
        found = list(_behind(clause, at + 1, role, "inverted", at))  # "Killed were four soldiers and a nurse"
    if not found and (passive or not _by_agent(clause.tokens, at)):
        found = list(counted_before(clause, at, role, at))
    for count in found:
        if low in words.BURNS and _of_things(clause, count):
            continue  # "250 stalls burned"
        yield _as_shot(count) if role in {"shot", "hit"} else count


def _might_have(tokens: list[Token], at: int) -> bool:
    """True for "could have killed her"."""
    before = [t.low for t in tokens[max(0, at - 3) : at]]
    return "have" in before and any(w in words.MODALS for w in before)


def _of_things(clause: Clause, count: Count) -> bool:
    """True when the words of a figure, or the three behind it, name things and nobody."""
    tokens = clause.tokens
    held = [t.low for t in tokens if count.span.start <= t.start < count.span.end]
    last = next((k for k, t in enumerate(tokens) if t.start >= count.span.end), len(tokens))
    bare = clause.starting(last - 1) is not None  # the noun stands behind the numeral
    near = held + ([t.low for t in tokens[last : last + 3]] if bare else [])
    things = [w for w in near if w.isalpha() and is_plural(w) and w not in words.BURNS]
    return bool(things) and not any(is_person(w) for w in near)


def _is_adjective(tokens: list[Token], at: int) -> bool:
    """True in "the wounded girl", "found wounded men", not in "rampage that killed woman, injured two"."""
    before = tokens[at - 1].low if at else ""
    if before in words.BEFORE_ADJECTIVE:
        return True
    bare = at + 1 < len(tokens) and is_person(tokens[at + 1].low)
    if not bare or tokens[at].low not in words.ADJECTIVAL:
        return False
    described = not at or before in STOPS or before in words.BEFORE_DESCRIBED or before in PREPOSITIONS
    return described or before[0].isdigit() or before in number_words.UNITS or before in number_words.VAGUE


def _as_shot(count: Count) -> Count:
    """Those shot or stabbed are counted as injured until a death is told; the rule keeps that in its name."""
    return replace(count, role="injured", rule=count.rule + "-shot", score=min(count.score, 0.9))


def _goes_on(clause: Clause, at: int) -> bool:
    """True when "shot" is only the beginning: "shot dead", "fatally shot", "shot and badly hurt her"."""
    tokens = clause.tokens
    if at and tokens[at - 1].low in {"fatally", "mortally"}:
        return True
    if any(follows(tokens, at, p) for p, _ in _STATE_PHRASES.get(tokens[at].low, ())):
        return True
    k = at + 2
    while k < len(tokens) and tokens[k].low in words.ADVERBS:
        k += 1
    joined_verb = follows(tokens, at + 1, ("and",)) and k + 1 < len(tokens) and tokens[k].low in words.PARTICIPLES
    return joined_verb and not is_passive(tokens, at) and single(clause, k + 1) is not None


def _shot_is_noun(tokens: list[Token], at: int) -> bool:
    return tokens[at].low in {"shot", "hit"} and at > 0 and tokens[at - 1].low in words.BEFORE_NOUN


def _by_agent(tokens: list[Token], at: int) -> bool:
    """True when the one before the verb does it: "he shot at ...", "who killed", "the officer shot the dog"."""
    k = at - 1
    while k >= 0 and tokens[k].low in words.ADVERBS:
        k -= 1
    if k >= 0 and (tokens[k].low in words.AGENTS or any(t.low in words.HAVE for t in tokens[k + 1 : at])):
        return True  # only active verbs come here: "has shot", "believed to have killed"
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if behind == "down":
        return tokens[at].low == "burned"  # a school, not those who did it
    if tokens[at].low == "captured" and any(t.low in words.PICTURES for t in tokens[at + 1 : at + 4]):
        return True
    if behind == "at":
        return tokens[at].low == "shot"  # "he shot at", not "two were wounded, three killed at the market"
    return behind in words.DETERMINERS or behind in {"a", "an", "them"}


def _active(clause: Clause, at: int, shots: bool) -> Iterator[Count]:
    tokens = clause.tokens
    if tokens[at].low == "kill" and any(t.low in words.MODALS | {"to"} for t in tokens[max(0, at - 2) : at]):
        return
    role = words.ACTIVES[tokens[at].low]
    fatal = at > 0 and tokens[at - 1].low in {"fatally", "mortally"}
    if role not in {"shot", "hit"}:
        yield from _behind(clause, at, "killed" if fatal and role == "injured" else role, "active")
        return
    if role == "hit" and not shots:
        return
    bare = not tokens[at].low.endswith("ing")  # "shooting suspects" are no victims
    noun = not bare and at > 0 and tokens[at - 1].low in words.BEFORE_NOUN
    for count in () if noun else _behind(clause, at, "killed" if fatal else role, "active", bare=bare):
        yield count if fatal else _as_shot(count)


def _state(clause: Clause, at: int, role: str) -> Iterator[Count]:
    tokens = clause.tokens
    if tokens[at].low not in {"fatally", "mortally"}:
        if tokens[at].low == "dead" and _shot_dead(clause, at):
            return
        yield from counted_before(clause, at, role, at)
        return
    behind = at + 1 < len(tokens) and tokens[at + 1].low in words.FATALLY_WHAT
    anchor = at + 1 if behind else at
    found = list(_behind(clause, anchor, role, "active")) if behind and not is_passive(tokens, anchor) else []
    yield from found or (() if behind and _by_agent(tokens, anchor) else counted_before(clause, anchor, role, at))


def _shot_dead(clause: Clause, at: int) -> bool:
    """True for "dead" in "a gunman shot dead a clerk": it tells the fate of those behind it."""
    tokens = clause.tokens
    active = at > 0 and tokens[at - 1].low == "shot" and not is_passive(tokens, at - 1)
    return active and (_by_agent(tokens, at) or clause.name_at(at + 1) is not None)


def _phrase(clause: Clause, at: int) -> Iterator[Count]:
    tokens = clause.tokens
    for phrase, role in _STATE_PHRASES.get(tokens[at].low, ()):
        if not follows(tokens, at, phrase):
            continue
        end = at + len(phrase) - 1
        if role == "injured" and (dies_later(tokens, end) or own_way(tokens, at)):
            return
        active = phrase[-1] in words.TAKE_OBJECT and not is_passive(tokens, at)
        found = list(_behind(clause, end, role, "active", start=at)) if active else []
        if not found and not (active and _by_agent(tokens, at)):
            found = list(counted_before(clause, end, role, at))
        for count in found:
            shot = "gunshot" in phrase or phrase[-1] in words.SELF
            care = phrase[-1] in words.CARE or phrase[0] == "treated"
            yield _as_shot(count) if shot else replace(count, rule=count.rule + "-care") if care else count
        return


def _left(clause: Clause, at: int) -> Iterator[Count]:
    """ "left seven motorcyclists dead and a girl and two boys hurt": numerals up to the state behind them."""
    run: list[Numeral] = []
    including = False
    for k in range(at + 1, min(at + 18, len(clause.tokens))):
        low = clause.tokens[k].low
        including = (including or low == "including") and low != ","
        n = None if including else next((n for n in clause.numerals if n.first == k), None)
        role = words.STATES.get(low) or words.PARTICIPLES.get(low)
        if n is not None:
            if not counts_no_people(clause, n):
                run.append(n)
        elif role and run and k > run[-1].last:
            counted = run[-1] if len(run) == 1 else _sum(run)
            count = count_of(clause, role, counted, counted.first, k, 0.95, "left")
            yield _as_shot(count) if role == "shot" else count
            run = []
        elif low in STOPS or low in {"when", "while", "after", "before"}:
            return


def _sum(run: list[Numeral]) -> Numeral:
    high = None if any(n.high is None for n in run) else sum(n.high or 0 for n in run)
    low = sum(n.low for n in run)
    return Numeral(run[0].first, run[-1].last, run[0].core, low, high, "exact" if high == low else "at_least")


def _noun(clause: Clause, at: int) -> Iterator[Count]:
    tokens, low = clause.tokens, clause.tokens[at].low
    role = words.COUNT_NOUNS.get(low, "")
    n = _numeralcounted_before(clause, at) if role else None
    verb = low == "lives" and at > 0 and tokens[at - 1].low in {"who", "that", "which"}
    n = None if n is not None and (verb or counts_no_people(clause, n)) else n
    if (n is not None and n.qualifier not in {"indefinite", "vague"}) or (
        n is not None and low in _PLURALS_OF_VAGUE and n.qualifier == "vague"
    ):
        for one in ("killed", "injured") if role == "casualties" else (role,):
            yield count_of(clause, one, n, n.first, at, 0.9, "noun")
    elif low in {"death", "fatality"} and at and tokens[at - 1].low in number_words.ORDINALS:
        value = number_words.ORDINALS[tokens[at - 1].low]
        if any(t.low in {"year", "month", "week", "city's"} for t in tokens[max(0, at - 3) : at + 7]):
            return
        yield Count("killed", Figure(value, value), cover(tokens, at - 1, at), 0.7, "ordinal")
    if low in words.OF_NOUNS and follows(tokens, at + 1, ("of",)) and not not_done(tokens, at):
        yield from _of(clause, at)
    if low in words.OWN_DEATHS:
        yield from own_death(clause, at)


def _of(clause: Clause, at: int) -> Iterator[Count]:
    """ "the death of two men", "the fatal shooting of a clerk", "the shooting of a clerk"."""
    tokens, role = clause.tokens, words.OF_NOUNS[clause.tokens[at].low]
    if role == "shot" and at and tokens[at - 1].low in words.FATAL:
        role = "killed"
    if tokens[at].low in words.OF_PLACES and clause.name_at(at + 2) is not None:
        return  # "the massacre of Oradour"
    for count in list(_behind(clause, at + 1, role, "of", at)) or titled(clause, at, role):
        yield _as_shot(count) if role == "shot" else count


def _numeralcounted_before(clause: Clause, at: int) -> Numeral | None:
    """The numeral whose noun is token ``at``, with at most two adjectives between."""
    for n in clause.numerals:
        if 0 < at - n.last <= 3 and all(t.low.isalpha() and t.low not in LINKS for t in clause.tokens[n.last + 1 : at]):
            return n
    return None


def _toll(clause: Clause, at: int) -> Iterator[Count]:
    """ "the death toll rose to 12", "a death toll of 12"."""
    tokens = clause.tokens
    size = next((len(p) for p in words.TOLLS if follows(tokens, at, p)), 0)
    if not size:
        return
    k = at + size
    limit = min(len(tokens), k + 16)  # "the death toll from Tuesday's explosion at a depot in X rose to five"
    last: Numeral | None = None
    while k < limit and tokens[k].low not in STOPS:
        n = clause.starting(k)
        if n is not None and n.qualifier != "indefinite":
            last = n
            if tokens[n.first - 1].low != "from":
                break
            if n.qualifier == "range":  # "rose from 12 to 15"
                last = replace(n, low=n.high or n.low, qualifier="exact")
                break
            k = n.last + 1
        else:
            k += 1
    if last is not None and not counts_no_people(clause, last) and _toll_words(tokens, at + size, last.first):
        yield count_of(clause, "killed", last, at, last.last, 0.95, "toll")


def _toll_words(tokens: list[Token], first: int, end: int) -> bool:
    between = {t.low for t in tokens[first:end]}
    return bool(between & (words.TOLL_VERBS | {"of"})) or not between


def _behind(
    clause: Clause, at: int, role: str, rule: str, start: int | None = None, bare: bool = True
) -> Iterator[Count]:
    """Those counted stand behind token ``at`` as its object."""
    tokens, k = clause.tokens, at + 1
    start = at if start is None else start
    while k < len(tokens) and tokens[k].low in words.ADVERBS and not clause.starting(k):
        k += 1
    if k >= len(tokens):
        return
    whole = joined(clause, k) or opened_behind(clause, k)
    owned = bare and whole is not None and tokens[k].low not in words.DETERMINERS  # "Mena's driver"
    if whole is not None and (whole.parts > 1 or (whole.kind == "the" and (whole.low > 1 or owned))):
        figure = Figure(whole.low, whole.high, whole.scope, whole.qualifier)
        sum_of = f"{rule}-sum" if whole.parts > 1 else rule
        yield Count(role, figure, cover(tokens, start, whole.last), 0.9, sum_of)
        return
    n = next((n for n in clause.numerals if n.first <= k + 1 and n.core >= k and n.first >= k), None)
    if whole is not None and whole.kind == "number" and (other := further(clause, whole.last, whole.scope)) is not None:
        figure = Figure(other.low, other.high, other.scope, other.qualifier)
        yield Count(role, figure, cover(tokens, other.first, other.last), 0.85, f"{rule}-further")
    if n is not None and (n.first == k or tokens[k].low in {"the", "all", "his", "her", "their", "these", "those"}):
        if n.qualifier == "indefinite":
            head = person_noun(tokens, n.last + 1, 5)
            if head is not None:
                yield count_of(clause, role, n, start, head, 0.85, rule)
        elif not counts_no_people(clause, n):
            yield count_of(clause, role, n, start, head_of(tokens, n), 0.95, rule)
        return
    if tokens[k].low in words.OBJECTS and role != "detained" and whole is None:
        yield from _pronoun_object(clause, start, k, role, rule)
    elif bare or tokens[k].low in words.DETERMINERS or clause.name_at(k) is not None:
        yield from _bare_object(clause, start, k, role, rule)


def _pronoun_object(clause: Clause, start: int, k: int, role: str, rule: str) -> Iterator[Count]:
    tokens, low = clause.tokens, clause.tokens[k].low
    if low in words.SELF:
        yield Count(role, Figure(1, 1, "attackers"), cover(tokens, start, k), 0.7, rule + "-self")
    elif low == "them" and follows(tokens, k + 1, ("both",)):
        yield Count(role, Figure(2, 2), cover(tokens, start, k + 1), 0.9, rule)
    elif low in {"him", "her"}:
        yield Count(role, Figure(1, 1), cover(tokens, start, k), 0.45, "pronoun")


def _bare_object(clause: Clause, start: int, k: int, role: str, rule: str) -> Iterator[Count]:
    tokens = clause.tokens
    end = clause.name_at(k)
    if end is None:
        head = person_noun(tokens, k, 4)
        end = clause.name_at(head + 1) if head is not None else None
        named = joined(clause, head + 1) if head is not None and is_plural(tokens[head].low) else None
        if named is not None and named.kind in {"name", "number"} and head is not None:  # "killed farmers Ana Diaz and"
            least = named.low < 2
            figure = Figure(
                max(named.low, 2), None if least else named.high, named.scope, "at_least" if least else "exact"
            )
            yield Count(role, figure, cover(tokens, start, named.last), 0.8, rule + "-sum")
            return
        if head is not None and end is None:
            yield from _plain_noun(clause, start, k, head, role, rule)
            return
        k = head + 1 if head is not None else k
    if end is not None:
        yield Count(role, Figure(1, 1, scope=words_of(clause, k, end)), cover(tokens, start, end), 0.8, rule + "-name")


def _plain_noun(clause: Clause, start: int, k: int, head: int, role: str, rule: str) -> Iterator[Count]:
    tokens = clause.tokens
    scope = scope_of([t.low for t in tokens[k : head + 1]])
    if is_plural(tokens[head].low):
        if tokens[k].low not in {"the", "these", "those", "his", "their", "its"}:
            yield Count(role, Figure(2, None, scope, "vague"), cover(tokens, start, head), 0.5, rule + "-plural")
    elif tokens[k].low in words.DETERMINERS:
        yield Count(role, Figure(1, 1, scope), cover(tokens, start, head), 0.7, rule + "-the")
    elif rule == "active" and head - k <= 2:
        yield Count(role, Figure(1, 1, scope), cover(tokens, start, head), 0.6, rule + "-bare")
