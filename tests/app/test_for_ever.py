"""The same answer for the same closed time, for ever: random histories, asked before and after."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from ledger_sample import ATYRAU, at, blast, claim
from sayso.model import Place, Reading, SaysoError

_AKTAU = Place("Aktau", "Kazakhstan", "KZ", "Mangghystau", 610612, 43.65, 51.16, "settlement", 8_000.0)
_OUTLETS = ("Daily Steppe", "Gulf Herald", "North Star", "West Wind")
_REPORT = st.tuples(
    st.just("report"), st.sampled_from(_OUTLETS), st.integers(0, 9), st.sampled_from(("", "Chief Abaev")),
    st.sampled_from((ATYRAU, _AKTAU)), st.booleans(),  # a known address, or one of its own
    st.one_of(st.none(), st.tuples(st.integers(1, 9), st.integers(0, 23))),  # captured in an archive, or now
)  # fmt: skip
_CLAIM = st.tuples(st.just("claim"), st.sampled_from(_OUTLETS), st.sampled_from(("asserted", "negated")))
_RUN = st.tuples(st.just("run"), st.lists(st.one_of(_REPORT, _CLAIM), min_size=1, max_size=3), st.booleans())
_REREAD = st.tuples(st.just("reread"), st.booleans())
_JUDGE = st.tuples(
    st.just("judge"),
    st.sampled_from(("accept", "reject", "other_value", "merge", "split", "not_this_incident", "withdraw")),
    st.integers(0, 99), st.integers(0, 9),
)  # fmt: skip
_MERGE = st.tuples(st.just("machine merge"), st.integers(0, 9), st.booleans())
_CLOSING = st.tuples(st.just("run"), st.lists(_REPORT, min_size=1, max_size=3), st.just(False))
_STEPS = st.lists(st.one_of(_RUN, _REREAD, _JUDGE, _JUDGE, _MERGE), min_size=0, max_size=4)
_HISTORY = st.builds(lambda first, steps, last: [first, *steps, last], _CLOSING, _STEPS, _CLOSING)
"""Begins with something to ask about and ends with more reports, some of them late."""


def report(outlet: str, killed: int, known: tuple[int, int] | None, place: Place = ATYRAU) -> tuple[Any, ...]:
    return ("report", outlet, killed, "", place, True, known)


def run(*reports: tuple[Any, ...]) -> tuple[Any, ...]:
    return ("run", list(reports), False)


_LATE = [run(report("North Star", 2, (2, 0)), report("West Wind", 3, (6, 0))), run(report("Gulf Herald", 9, (4, 0)))]
_EDITED = [run(report("North Star", 2, (2, 0)), report("West Wind", 3, (6, 0))), run(report("North Star", 9, (4, 0)))]
_DECIDED = [
    run(report("North Star", 2, (2, 0)), report("West Wind", 3, (3, 0), _AKTAU)), ("judge", "merge", 0, 1),
    ("judge", "reject", 0, 3), ("reread", True), ("judge", "withdraw", 0, 0), ("machine merge", 0, True),
    ("judge", "split", 0, 1), run(report("West Wind", 4, (5, 0), _AKTAU)),
]  # fmt: skip


@dataclass
class House:
    """One ledger with the judgements made so far, the number of re-readings, and moments before a closed end."""

    folder: Path
    judged: list[str] = field(default_factory=list)
    readers: int = 1
    moments: set[datetime] = field(default_factory=set)

    def act(self, step: tuple[Any, ...]) -> None:
        acts: dict[str, Callable[..., None]] = {
            "run": self.run, "reread": self.reread, "judge": self.judge, "machine merge": self.merge,
        }  # fmt: skip
        # a decision may make no sense here: two incidents that are one, a report that stands alone
        with suppress(SaysoError):
            acts[step[0]](*step[1:])

    def run(self, documents: list[tuple[Any, ...]], killed: bool) -> None:
        from sayso.app.storing import store_readings
        from sayso.store.closed import closing
        from sayso.store.writer import Writer

        writer = Writer()
        for document in documents:
            store_readings([self._read(document)], writer)
        if not killed:
            writer.note_run(str(uuid.uuid4()), "end", datetime.now(UTC), closing({}))

    def _read(self, document: tuple[Any, ...]) -> Any:
        if document[0] == "claim":
            return claim(document[1], "Red Dawn", datetime.now(UTC), document[2])
        _, outlet, killed, speaker, place, known_address, known = document
        url = f"https://{outlet[:4]}.example/1" if known_address else f"https://{outlet[:4]}.example/{uuid.uuid4()}"
        return blast(
            outlet, killed, speaker=speaker, place=place, url=url, known=at(*known) if known else datetime.now(UTC)
        )

    def reread(self, less: bool) -> None:
        from sayso.app.reread import reread

        self.readers += 1
        reread(again=True, read=self._better(f"hand/{self.readers}", less))

    def _better(self, name: str, less: bool) -> Callable[[Any], Reading]:
        from sayso.store.view import View

        held = {r.capture: r.id for r in View().readings()}
        known = View().unpack(held.values())
        from sayso.store.pack import capture_id

        def read(item: Any) -> Reading:
            reading = known[held[capture_id(item.capture, item.given)]]
            cut = -1 if less else None
            reports = tuple(replace(r, assertions=r.assertions[:cut] or r.assertions) for r in reading.reports)
            return replace(reading, reader=name, reports=reports)

        return read

    def judge(self, kind: str, which: int, other: int) -> None:
        from sayso.app.as_of import incident_page, list_incidents
        from sayso.app.judge import judge, withdraw

        if kind == "withdraw":
            if self.judged:
                withdraw(self.judged[which % len(self.judged)], author="Ana", reason="looked again")
            return
        lines = sorted(list_incidents(include_background=True), key=lambda line: line.id)
        if not lines:
            return
        page = incident_page(lines[which % len(lines)].id)
        rows = [row.id for f in page.fields for row in f.assertions]
        keys = [r.key for r in page.reports]
        more: dict[str, Any] = {"author": "Ana", "reason": "seen by eye"}
        subject = page.line.id
        if kind in ("accept", "reject"):
            subject = rows[other % len(rows)]
        elif kind == "other_value":
            more |= {"field": "killed", "value": str(other)}
        elif kind == "merge":
            more["other"] = lines[other % len(lines)].id
        elif kind == "split":
            more["reports"] = keys[other % len(keys) :]
        else:
            subject = keys[other % len(keys)]
        self.judged.append(judge(kind, subject, **more).id)

    def merge(self, which: int, holds: bool) -> None:
        from sayso.store.closed import time_of_act
        from sayso.store.models import IncidentRow
        from sayso.store.redirects import opened_first
        from sayso.store.writer import Writer

        ids = opened_first(IncidentRow.objects.values_list("pk", flat=True))
        if len(ids) > 1:
            late = ids[1 + which % (len(ids) - 1)]
            with Writer().turn():
                Writer().redirect(late, ids[0], time_of_act(), why="alike", made_by="link/2", holds=holds)

    def closed_times(self) -> list[datetime]:
        """The closed end, a moment before it, and a day in the middle of the archive."""
        from sayso.store.closed import closed

        until = closed()
        some = [until, self._moment_before(until), at(5)] if until else []
        return [t for t in some if until and t <= until]

    def _moment_before(self, until: datetime) -> datetime:
        self.moments.add(until - timedelta(microseconds=1))
        return until - timedelta(microseconds=1)

    def answer(self, t: datetime) -> dict[str, Any]:
        """All that can be asked as of a time; of a moment before the end only lists and pages."""
        from sayso.app.as_of import article_page, incident_page, list_incidents
        from sayso.app.changes import changes
        from sayso.app.explain import explain
        from sayso.app.search import search

        lines = list_incidents(t, include_background=True)
        if t in self.moments:
            return {"list": lines, "pages": [incident_page(line.id, t) for line in lines]}
        pages = [incident_page(line.id, t) for line in lines]
        documents = [r.document for p in pages for r in p.reports]
        return {
            "list": lines,
            "list by rule": list_incidents(t, include_background=True, rule="killed=highest,lowest"),
            "pages": pages,
            "articles": [article_page(d, t) for d in documents],
            "explained": [explain(line.id, f, t) for line in lines for f in ("killed", "perpetrator")],
            "changes": list(changes(at(1, 0), t)),
            "found": search("bomb", t),
            "exports": self._exports(t),
        }

    def _exports(self, t: datetime) -> dict[str, bytes]:
        from sayso.app.export_tables import export

        folder = self.folder / "out"
        shutil.rmtree(folder, ignore_errors=True)
        return {path.name: path.read_bytes() for path, _ in export(folder, "jsonl", t)}


@contextmanager
def fresh_house(engine: str, folder: Path, request: pytest.FixtureRequest) -> Iterator[House]:
    """An empty ledger of its own for one history."""
    from django.db import connection

    from sayso.app.build import open_house

    data = folder / uuid.uuid4().hex
    data.mkdir()
    if engine == "sqlite":
        shutil.copy(request.getfixturevalue("blank_sqlite"), data)
        open_house(data, "", migrate=False)
        yield House(data)
        connection.close()
        return
    import psycopg

    server, name = request.getfixturevalue("blank_postgres"), f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE blank")  # type: ignore[arg-type]
        open_house(data, server.replace("/postgres?", f"/{name}?"), migrate=False)
        yield House(data)
        connection.close()
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


def holds_for_ever(house: House, history: list[tuple[Any, ...]]) -> None:
    asked: dict[datetime, dict[str, Any]] = {}
    for step in history:
        house.act(step)
        for t in house.closed_times():
            if t not in asked:
                asked[t] = house.answer(t)
    for t, before in asked.items():
        after = house.answer(t)
        for part, told in before.items():
            assert after[part] == told, f"{part} as of {t}"


def kept(examples: int) -> Any:
    return settings(
        max_examples=examples, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate),
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip


@pytest.mark.slow
@kept(6)
@example(history=_LATE)
@example(history=_EDITED)
@example(history=_DECIDED)
@given(history=_HISTORY)
def test_a_closed_time_keeps_its_answer(
    tmp_path: Path, request: pytest.FixtureRequest, history: list[tuple[Any, ...]]
) -> None:
    with fresh_house("sqlite", tmp_path, request) as house:
        holds_for_ever(house, history)


@pytest.mark.slow
@pytest.mark.postgres
@kept(2)
@example(history=_EDITED)
@example(history=_DECIDED)
@given(history=_HISTORY)
def test_a_closed_time_keeps_its_answer_on_postgresql(
    tmp_path: Path, request: pytest.FixtureRequest, history: list[tuple[Any, ...]]
) -> None:
    with fresh_house("postgresql", tmp_path, request) as house:
        holds_for_ever(house, history)
