"""Which incidents a question can only be about, asked of indexes: a large ledger need not be gone through for a few.

What comes out holds every incident that fits, and some that do not: the conditions are tested on the Cases themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sayso.app.projection import count_lines, find_lines, line_question
from sayso.export.codebooks import countries
from sayso.model import RuleChoice
from sayso.store import lines
from sayso.store.touched import touched
from sayso.weigh import DEFAULT_RULE

_MOST = 5_000  # lines held at once, about 2 KB each; of more than that the whole ledger is gone through as fast
_WAITING = 2_000  # marks of lines that must be made again first: with so many the lines are no help
_COLUMNS = ("type", "family", "status", "country")


def likely(where: Iterable[str], since: datetime | None, at: datetime, rule: RuleChoice) -> set[str] | None:
    """Ids of incidents that may fit; None when nothing can be told cheaply.

    Args:
        where: conditions as in ``sayso.app.export_where``, already found to be well formed.
        since: UTC, exclusive; None for no limit. ``at``: the time told for.
        rule: the lines that are asked are those of the default rule; under another one nothing is left out by them.
    """
    ids = None if since is None else set(touched(since, at))
    if rule != DEFAULT_RULE:
        return ids
    asked = _asked(where)
    if not asked:
        return ids
    question = line_question(
        at, include_background=True, type=asked.get("type", ""), family=asked.get("family", ""),
        status=asked.get("status", ""), country=asked.get("country", ""),
    )  # fmt: skip
    if len(lines.stale(_WAITING)[1]) == _WAITING or count_lines(question) > _MOST:
        return ids
    found = {line.id for line in find_lines(question)}
    return found if ids is None else found & ids


def _asked(where: Iterable[str]) -> dict[str, str]:
    """Conditions on one value that a line has a column for."""
    told = (words.partition("=") for words in where)
    made = {key.strip(): value.strip() for key, _, value in told if key.strip() in _COLUMNS and "|" not in value}
    if "country" in made:
        wanted = made["country"].casefold()
        names = ((c.iso2, {c.iso3.casefold(), c.iso2.casefold(), c.name.casefold()}) for c in countries().values())
        made["country"] = next((code for code, known in names if wanted in known), "")
    return {key: value if key == "country" else value.casefold() for key, value in made.items() if value}
