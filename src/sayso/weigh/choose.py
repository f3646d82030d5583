"""Why a rule shows what it shows, and what every other assertion was outranked by: in words, with the numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.model import Rule, RuleChoice, Value, ValueState, rule_of
from sayso.weigh.said import Said, is_general, is_named, is_read, key_of, low_of
from sayso.weigh.weigh import DEFAULT_RULE, by_origin, countable, weighed
from sayso.weigh.words import datum_words, day_words, speakers


@dataclass(frozen=True, slots=True)
class Choice:
    """A Value and the way to it.

    Attributes:
        value: what is shown.
        why: one sentence: the rule, and why it shows this value.
        outranked: ledger id to why it is not shown, in words, for every assertion that does not carry the value.
    """

    value: Value
    why: str
    outranked: dict[str, str]


def choose(field: str, said: Sequence[Said], rule: RuleChoice = DEFAULT_RULE, *, read: bool = True) -> Choice:
    """The Value of a field with the reason why the rule shows it, and why each other assertion is not shown.

    Args and Returns as for :func:`weigh`.
    """
    by = rule_of(rule, field)
    value, picked, whole = weighed(field, said, by, read)
    reports = [s for s in said if not s.judgement]
    if picked is None:
        return Choice(value, _WHY_UNKNOWN[value.state], {s.id: _unusable(s) for s in reports})
    parts = any(s.holds and is_read(s) and not is_general(s) for s in reports) and is_general(picked)
    outranked = {s.id: _beaten(field, s, picked, whole, by) for s in reports if s.id not in value.chosen}
    return Choice(value, _why(field, picked, whole, by, parts), outranked)


_WHY_UNKNOWN: dict[ValueState, str] = {
    "not_read": "No reader has looked for this field yet.",
    "not_reported": "No report says anything about it; unknown is not zero.",
    "reported_unclear": "Reports speak of it, but none gives a value that can be read and is said to be so.",
}


def _why(field: str, picked: Said, whole: Sequence[Said], rule: Rule, parts: bool) -> str:
    """Why the rule shows what it shows; ``parts`` when figures of parts are given beside totals."""
    if picked.judgement:
        return f"{picked.speaker} gave this value; what a person decides outranks every rule."
    if len({key_of(s) for s in whole}) == 1:
        only = "total that is given" if parts else "value that can be shown"
        return f"It is the only {only}; every rule would choose it. {_carried(picked, whole)}"
    return f"{_RULE_WORDS[rule]} {_WHY[rule](field, picked, whole)} {_carried(picked, whole)}"


def _carried(picked: Said, whole: Sequence[Said]) -> str:
    same = [s for s in whole if key_of(s) == key_of(picked)]
    reports = len({s.report for s in same})
    return f"Said by {speakers(same)} in {reports} {'report' if reports == 1 else 'reports'}."


_RULE_WORDS: dict[Rule, str] = {
    "lowest": "The rule lowest takes the lowest figure.",
    "highest": "The rule highest takes the highest figure.",
    "latest": "The rule latest takes what was said last.",
    "latest_official": "The rule latest_official takes what an official said last.",
    "median_of_origins": "The rule median_of_origins takes the middle of the origins, each with its latest figure.",
    "reviewed_first": "The rule reviewed_first takes what a person accepted.",
}


def _why_extreme(field: str, picked: Said, whole: Sequence[Said]) -> str:
    if not countable(whole):
        return f"{field.capitalize()} is no count, so the commonest value is taken: {_commonness(picked, whole)}"
    numbers = sorted({low_of(s) for s in whole})
    return f"It is {low_of(picked)} of {', '.join(map(str, numbers))}."


def _why_latest(field: str, picked: Said, whole: Sequence[Said]) -> str:
    return f"{datum_words(field, picked.assertion.value)} was said on {day_words(picked.said_at)}, nothing later."


def _why_official(field: str, picked: Said, whole: Sequence[Said]) -> str:
    if picked.voice_kind == "official":
        return f"{picked.speaker or 'An official'} said it on {day_words(picked.said_at)}, no official anything later."
    instead = _why_latest(field, picked, whole) if countable(whole) else _commonness(picked, whole)
    return f"No official says anything; without one {'the latest' if countable(whole) else 'the commonest'}: {instead}"


def _why_median(field: str, picked: Said, whole: Sequence[Said]) -> str:
    if not countable(whole):
        return f"{field.capitalize()} is no count, so the commonest value is taken: {_commonness(picked, whole)}"
    numbers = [low_of(s) for s in by_origin(whole)]
    return f"The origins give {', '.join(map(str, numbers))}; {low_of(picked)} is the middle (the lower one of two)."


def _why_reviewed(field: str, picked: Said, whole: Sequence[Said]) -> str:
    if picked.reviewed:
        return f"A person accepted {datum_words(field, picked.assertion.value)}."
    return f"Nobody has accepted anything yet, so the middle is taken. {_why_median(field, picked, whole)}"


def _commonness(picked: Said, whole: Sequence[Said]) -> str:
    behind = {s.origin for s in whole if key_of(s) == key_of(picked)} - {""}
    everybody = {s.origin for s in whole} - {""}
    return f"{len(behind) or 1} of {len(everybody) or 1} origins carry it, of equals the finer and earlier one."


_WHY: dict[Rule, Callable[[str, Said, Sequence[Said]], str]] = {
    "lowest": _why_extreme,
    "highest": _why_extreme,
    "latest": _why_latest,
    "latest_official": _why_official,
    "median_of_origins": _why_median,
    "reviewed_first": _why_reviewed,
}


def _unusable(s: Said) -> str:
    if s.assertion.polarity == "negated":
        return "it says that it is not so"
    return "it only asks" if s.assertion.polarity == "questioned" else "its words leave the value open"


def _beaten(field: str, s: Said, picked: Said, whole: Sequence[Said], rule: Rule) -> str:
    """Why an assertion is not what is shown."""
    if not s.holds or not is_read(s):
        return _unusable(s)
    if s not in whole:
        if not is_general(s):
            return f"it counts a part ({getattr(s.assertion.value, 'scope', '')}), a total is known"
        return "it names nobody, somebody is named" if not is_named(s) else "its own report gives a higher total"
    if picked.judgement:
        return f"{picked.speaker} gave another value"
    if rule == "latest_official" and picked.voice_kind == "official" and s.voice_kind != "official":
        return "no official says it"
    if rule in ("latest", "latest_official") and s.said_at < picked.said_at:
        return f"said earlier, on {day_words(s.said_at)}"
    if rule == "reviewed_first" and picked.reviewed:
        return "a person accepted another value"
    return _BEATEN[rule]


_BEATEN: dict[Rule, str] = {
    "lowest": "it is not the lowest",
    "highest": "it is not the highest",
    "latest": "fewer origins carry it, or less precisely",
    "latest_official": "fewer origins carry it, or less precisely",
    "median_of_origins": "it is not the middle of the origins, or fewer carry it",
    "reviewed_first": "it is not the middle of the origins, or fewer carry it",
}
