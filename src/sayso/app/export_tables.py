"""The ledger as of a time, written in one of the export formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sayso import __version__
from sayso.app.as_of import utc
from sayso.app.export_cases import cases, count_incidents
from sayso.app.export_changes import changes
from sayso.app.export_ids import deleted, redirects
from sayso.app.export_likely import likely
from sayso.app.export_statements import loose_statements
from sayso.app.export_where import Test, as_tests
from sayso.app.rules import Asked, as_rules
from sayso.export.case import Case
from sayso.export.flat import PRECISIONS
from sayso.export.formats import format_of
from sayso.export.moments import changed_at
from sayso.export.options import Before, Options
from sayso.gazetteer.build import stamp
from sayso.model import Rule, RuleChoice, Rules, SaysoError
from sayso.store.touched import touched
from sayso.store.view import View

Progress = Callable[[int, int], None]
"""Called with incidents written and incidents in all."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which incidents are exported.

    Attributes:
        where: conditions as in ``sayso.app.export_where``; all must hold.
        since: only incidents of which something became known, was linked or was judged after this time (UTC).
    """

    where: tuple[str, ...] = ()
    since: datetime | None = None

    def words(self) -> str:
        """The question in words, for the record beside a table."""
        return "; ".join((*self.where, *([f"since {self.since.isoformat()}"] if self.since else ())))


def export(
    folder: Path,
    form: str = "csv",
    as_of: datetime | None = None,
    rule: Asked = None,
    *,
    question: Question | None = None,
    options: Options | None = None,
    history: bool = True,
    progress: Progress | None = None,
) -> list[tuple[Path, int]]:
    """Write the ledger as of a time in one format.

    Args:
        folder: made when missing.
        form: a name of ``sayso.export.formats.FORMATS``.
        as_of: time (UTC); None is now.
        rule: rule for the incidents' values, or one for each field; a format's own rules when None.
        question: which incidents; None for all.
        options: how to write; its time, rules, query and ids are filled in here.
        history: fill the native table of changes, which is most of the work of a large ledger.
        progress: told after every incident.

    Returns:
        (path, number of rows) of each file.

    Raises:
        SaysoError: unknown form, rule, precision or condition, or the folder cannot be written.
    """
    write = format_of(form).write
    at, chosen, asked = utc(as_of) or datetime.now(UTC), as_rules(rule), question or Question()
    asked = replace(asked, since=utc(asked.since))
    tests = as_tests(asked.where)
    how = options or Options()
    if how.min_precision and how.min_precision not in PRECISIONS:
        raise SaysoError(f"unknown precision: {how.min_precision!r}", "use one of " + ", ".join(PRECISIONS))
    view = View(at)
    whole = not asked.where and asked.since is None
    how = replace(
        how, as_of=at, rules=asked_rules(rule), query=asked.words(), version=__version__, gazetteer=stamp(),
        redirects=redirects(view), deleted=deleted(view),
        loose=(lambda: loose_statements(view)) if whole else how.loose,
    )  # fmt: skip
    some = likely(asked.where, asked.since, at, chosen)
    total = count_incidents(view) if some is None else len(some)
    told = _counted(cases(at, chosen, some), total if progress else 0, progress)
    ids: list[str] = []
    if history:
        kept = None if whole else ids
        how = replace(how, changes=lambda: changes(at, rule, since=asked.since, incidents=kept))
    if asked.since:
        how = replace(how, before=_before(asked.since, at, chosen, tests))
    return write(_asked_for(told, asked, tests, ids), folder, how)


def _before(since: datetime, at: datetime, rule: RuleChoice, tests: tuple[Test, ...]) -> Before:
    changed = touched(since, at)
    then = View(since).redirects()
    names = {then.get(pk, pk) for pk in changed}  # what a merge took in told of its incident under the survivor's id

    def were() -> Iterator[Case]:
        return (case for case in cases(since, rule, names) if all(test(case) for test in tests))

    return Before(were, lambda: cases(at, rule, changed), changed)


def _asked_for(told: Iterable[Case], asked: Question, tests: tuple[Test, ...], ids: list[str]) -> Iterator[Case]:
    """The Cases that are asked for; their ids are noted for what is told of them at the end."""
    for case in told:
        if _is_asked(case, asked) and all(test(case) for test in tests):
            if asked.where or asked.since:
                ids.append(case.id)
            yield case


def asked_rules(asked: Asked) -> Mapping[str, Rule]:
    """The rules a person asked for, "" for all fields; without those of the house, so that a shape keeps its own."""
    chosen = as_rules(asked)
    every = {"": chosen.default, **dict(chosen.fields)} if isinstance(chosen, Rules) else {"": chosen}
    if asked is None or isinstance(asked, Rules):
        return every if asked else {}
    if isinstance(asked, Mapping):
        names = [*asked]
    else:
        parts = asked.split(",") if isinstance(asked, str) else [p for words in asked for p in str(words).split(",")]
        names = [part.rpartition("=")[0].strip() for part in parts if part.strip()]
    wanted = {"" if name == "default" else name for name in names}
    return {name: every.get(name, every[""]) for name in wanted}


def _counted(found: Iterable[Case], total: int, progress: Progress | None) -> Iterator[Case]:
    for done, case in enumerate(found, start=1):
        yield case
        if progress:
            progress(done, total)


def _is_asked(case: Case, asked: Question) -> bool:
    if asked.since is None:
        return True
    return changed_at(case) > asked.since
