"""Accounts of one document that tell one happening become one report.

Code books count the same actors at the same place on the same day as one event (ACLED codebook, "event
definition": two blasts of one morning are one row), so two current accounts with a common day and a common
settlement are one. An account told as earlier, without a day of its own, is the current one told again
when nothing in it contradicts: headlines and later paragraphs ("since the clash") do that.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Assertion, Place, Report, When
from sayso.read.incidents.accounts import GENERIC, Account, same_happening

Told = tuple[Account, Report]
_LIKELY = 0.5
_MOST_OF = 0.8


def join_same(told: list[Told], eager: bool = False) -> list[Told]:
    """Join accounts of one happening; order and the first account's type and status are kept.

    Args:
        told: accounts with their reports, main first.
        eager: True to keep what only the encoder has seen apart from all others, and two current happenings of one
            type that name other targets.

    Returns:
        the joined ones, ids renumbered "i1", "i2" ...
    """
    kept: list[Told] = []
    for account, report in told:
        if any(_again(other, report) for _, other in kept):
            continue
        if eager and _read_apart(account):
            kept.append((account, report))
            continue
        apart = [eager and _other_targets(other, report) for _, other in kept]
        at = next((n for n, (_, other) in enumerate(kept) if not apart[n] and _one(other, report)), None)
        if at is None:
            kept.append((account, report))
        else:
            kept[at] = _joined(kept[at], (account, report))
    return [(a, replace(r, id=f"i{n}")) for n, (a, r) in enumerate(kept, 1)]


def _read_apart(account: Account) -> bool:
    """True for what only the encoder has seen, as likely as not of another kind than those told beside it."""
    learned = all(t.form == "learned" for t in account.triggers)
    return learned and max(t.weight for t in account.triggers) >= _LIKELY


def _other_targets(first: Report, second: Report) -> bool:
    """True for two current happenings of one type that name targets, none of them in common."""
    if "background" in (first.status, second.status) or first.type != second.type:
        return False
    one, two = ({a.text.lower() for a in r.assertions if a.field == "target"} for r in (first, second))
    return bool(one and two) and not one & two


def _one(first: Report, second: Report) -> bool:
    if first.status == "background" or not same_happening(second.type, first.type):
        return False
    days, other_days = _days(first), _days(second)
    if second.status == "background":
        return not other_days and _places_agree(first, second)
    if first.status != second.status or not days or not other_days or _two_kinds(first, second):
        return False
    return bool(days & other_days) and bool(_places(first) & _places(second))


def _again(first: Report, second: Report) -> bool:
    """True for the same type read from the same words."""
    one, two = ({(a.field, a.span) for a in r.assertions} for r in (first, second))
    return first.type == second.type and len(one & two) >= _MOST_OF * min(len(one), len(two))


def _two_kinds(first: Report, second: Report) -> bool:
    """True for a kidnapping and a bombing; an attack in general words may be either."""
    return first.type != second.type and not {first.type, second.type} & (GENERIC | {"armed_clash"})


def _days(report: Report) -> set[str]:
    values = [a.value for a in report.assertions if a.field == "happened" and isinstance(a.value, When)]
    return {v.value[:10] for v in values if v.value}


def _places(report: Report) -> set[str]:
    places = [a.value for a in report.assertions if a.field == "place" and isinstance(a.value, Place)]
    return {p.name for p in places if p.precision in ("site", "settlement", "near")}


def _places_agree(first: Report, second: Report) -> bool:
    return not _places(second) or bool(_places(first) & _places(second))


def _joined(first: Told, second: Told) -> Told:
    (account, report), (other_account, other) = first, second
    triggers = tuple(sorted({*account.triggers, *other_account.triggers}, key=lambda t: t.span))
    passages = tuple(sorted({*account.passages, *other_account.passages}))
    new = [a for a in other.assertions if not (a.field == "type" and a.value != report.type)]
    assertions = sorted({_key(a): a for a in (*new, *report.assertions)}.values(), key=lambda a: (a.span, a.field))
    return replace(account, triggers=triggers, passages=passages), replace(report, assertions=tuple(assertions))


def _key(a: Assertion) -> tuple[object, ...]:
    return (a.field, a.span, a.statement, a.polarity)
