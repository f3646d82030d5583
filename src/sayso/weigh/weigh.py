"""One value for a field under a named rule, with everything it was chosen from.

The rules are those of the code books people export to: the lowest (ACLED), the highest, the latest, the latest of
an official, the median over independent origins (GTD's best estimate), or what a person reviewed. All but
``lowest`` and ``highest`` apply to every field; those two fall back to ``median_of_origins`` where nothing counts.
A value that a person gave outranks them all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from sayso.model import Disagreement, Figure, Place, Rule, RuleChoice, Value, ValueState, When, rule_of
from sayso.weigh.disagree import disagreements
from sayso.weigh.said import Key, Said, is_general, is_named, is_read, key_of, low_of, totals

DEFAULT_RULE: Rule = "latest_official"
_PLACE_ORDER = ("site", "settlement", "near", "admin2", "admin1", "region", "sea", "country", "unknown")
_WHEN_ORDER = ("second", "minute", "hour", "part_of_day", "day", "week", "month")


def weigh(
    field: str,
    said: Sequence[Said],
    rule: RuleChoice = DEFAULT_RULE,
    *,
    read: bool = True,
    differ: Sequence[Disagreement] | None = None,
) -> Value:
    """The Value of a field.

    Args:
        field: which field.
        said: every Assertion of the field known at the time, in order of ``known_from``; with it what persons gave.
        rule: how to choose; one rule, or one for each field.
        read: False when no reader has looked for this field yet.
        differ: the disagreements of the field when they are known already; found when None.
    """
    return weighed(field, said, rule_of(rule, field), read, differ)[0]


def weighed(
    field: str, said: Sequence[Said], rule: Rule, read: bool, differ: Sequence[Disagreement] | None = None
) -> tuple[Value, Said | None, list[Said]]:
    """The value, the assertion that it was taken from, and all that the rule chose from."""
    reported = [s for s in said if not s.judgement]
    everything = tuple(s.id for s in reported)
    usable = totals([s for s in reported if s.holds and is_read(s)])
    whole = [s for s in usable if is_general(s) and is_named(s)] or [s for s in usable if is_general(s)] or usable
    given = next((s for s in reversed(said) if s.judgement), None)
    if given is None and not whole:
        return Value(field, _unknown(reported, read), None, rule, assertions=everything), None, []
    chosen = given or _RULES[rule](whole)
    carriers = [s for s in (usable if given else whole) if key_of(s) == key_of(chosen)]
    value = Value(
        field=field,
        state=_state(chosen),
        datum=chosen.assertion.value,
        rule=rule,
        chosen=tuple(s.id for s in carriers),
        assertions=everything,
        n_reports=len({s.report for s in carriers}),
        n_origins=_origins(carriers) if carriers else 0,
        disputed=bool(disagreements(field, reported) if differ is None else differ),
        reviewed=given is not None or any(s.reviewed for s in carriers),
        judgement=given.judgement if given else "",
    )
    return value, chosen, whole


def _origins(carriers: Sequence[Said]) -> int:
    """Independent origins; somebody nobody names may be one of the others, but is one when there is no other."""
    return len({s.origin for s in carriers} - {""}) or 1


def _unknown(said: Sequence[Said], read: bool) -> ValueState:
    if not read:
        return "not_read"
    return "reported_unclear" if said else "not_reported"


def _state(chosen: Said) -> ValueState:
    value = chosen.assertion.value
    none = isinstance(value, Figure) and value.low == 0 and value.high == 0
    return "reported_none" if none else "reported"


def _lowest(said: Sequence[Said]) -> Said:
    if not countable(said):
        return _median(said)
    return min(said, key=lambda s: (low_of(s), s.said_at, s.id))


def _highest(said: Sequence[Said]) -> Said:
    if not countable(said):
        return _median(said)
    return max(said, key=lambda s: (_high(s), s.said_at, s.id))


def _latest(said: Sequence[Said]) -> Said:
    last = max(s.said_at for s in said)
    return _commonest([s for s in said if s.said_at == last], said)


def _latest_official(said: Sequence[Said]) -> Said:
    official = [s for s in said if s.voice_kind == "official" and s.assertion.certainty in ("stated", "reported")]
    if official:
        return _latest(official)
    # without an official: a count is as good as its date, anything else as good as the number of those who say it
    return _latest(said) if countable(said) else _median(said)


def _median(said: Sequence[Said]) -> Said:
    """The middle of the origins' latest figures, the lower one of two; for other fields the commonest value."""
    if not countable(said):
        return _commonest(said, said)
    ordered = by_origin(said)
    return ordered[(len(ordered) - 1) // 2]


def by_origin(said: Sequence[Said]) -> list[Said]:
    """The latest figure of each origin, the lowest first."""
    latest: dict[str, Said] = {}
    for s in sorted(said, key=lambda s: (s.said_at, s.id)):
        latest[s.origin] = s
    return sorted(latest.values(), key=lambda s: (low_of(s), s.id))


def _reviewed_first(said: Sequence[Said]) -> Said:
    reviewed = [s for s in said if s.reviewed]
    return _latest(reviewed) if reviewed else _median(said)


_RULES: dict[Rule, Callable[[Sequence[Said]], Said]] = {
    "lowest": _lowest,
    "highest": _highest,
    "latest": _latest,
    "latest_official": _latest_official,
    "median_of_origins": _median,
    "reviewed_first": _reviewed_first,
}


def countable(said: Sequence[Said]) -> bool:
    """True when all of them are figures."""
    return all(isinstance(s.assertion.value, Figure) for s in said)


def _high(s: Said) -> int:
    value = s.assertion.value
    return (value.low if value.high is None else value.high) if isinstance(value, Figure) else 0


def _commonest(choice: Sequence[Said], among: Sequence[Said]) -> Said:
    """The value of ``choice`` that most origins among ``among`` carry; then the finer one, then the first said."""
    behind: dict[Key, set[str]] = defaultdict(set)
    for s in among:
        behind[key_of(s)] |= {s.origin} - {""}
    return min(choice, key=lambda s: (_grain(s), -len(behind[key_of(s)]), -s.assertion.score, s.said_at, s.id))


def _grain(s: Said) -> int:
    """0 for a value precise enough to act on; coarser ones only win when there is nothing finer."""
    value = s.assertion.value
    if isinstance(value, Place):
        return max(0, _PLACE_ORDER.index(value.precision) - 2)
    if isinstance(value, When):
        return max(0, _WHEN_ORDER.index(value.precision) - 4) if value.precision in _WHEN_ORDER else 9
    return 0
