"""Whatever is decided and in whatever order it is taken back: in the end the ledger answers as before."""

from __future__ import annotations

import shutil
import threading
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger_sample import at, blast, store
from sayso.model import Place, SaysoError

AKTAU = Place("Aktau", "Kazakhstan", "KZ", "Mangghystau", 610612, 43.65, 51.17, "settlement", 8_000.0)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("merge", "apart", "split", "away", "to", "nothing", "belongs", "accept", "reject", "value")),
        st.integers(0, 9), st.integers(0, 9),
    ),
    min_size=1, max_size=7,
)  # fmt: skip


def answer() -> list[tuple[Any, ...]]:
    """What the ledger says now: incidents with their reports and values, without ids of incidents."""
    from sayso.app.as_of import incident_page, list_incidents

    pages = [incident_page(line.id) for line in list_incidents()]
    return sorted(
        (sorted(r.key for r in p.reports), [(f.field, f.value.state, f.value.datum, f.value.chosen) for f in p.fields])
        for p in pages
    )  # type: ignore[return-value]


def act(kind: str, one: int, two: int) -> Any:
    """One decision about what is there now; None when it makes no sense."""
    from sayso.app.as_of import incident_page, list_incidents
    from sayso.app.judge import judge

    lines = sorted(line.id for line in list_incidents())
    page = incident_page(lines[one % len(lines)])
    other, key = lines[two % len(lines)], page.reports[two % len(page.reports)].key
    said = [a.id for f in page.fields for a in f.assertions]
    value = said[two % len(said)]
    given_ = {"author": "Ann", "reason": "why"}
    made = {
        "merge": lambda: judge("merge", page.line.id, other=other, **given_),
        "apart": lambda: judge("reject", f"{page.line.id}+{other}", **given_),
        "split": lambda: judge("split", page.line.id, reports=[key], **given_),
        "away": lambda: judge("not_this_incident", key, **given_),
        "to": lambda: judge("not_this_incident", key, other=other, **given_),
        "nothing": lambda: judge("reject", key, **given_),
        "belongs": lambda: judge("accept", key, **given_),
        "accept": lambda: judge("accept", value, **given_),
        "reject": lambda: judge("reject", value, **given_),
        "value": lambda: judge("other_value", page.line.id, field="killed", value=str(two), **given_),
    }
    with suppress(SaysoError):
        return made[kind]()
    return None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, data=st.data())
def test_taking_everything_back_in_any_order_brings_the_first_answer_back(
    blank_sqlite: Path, tmp_path: Path, acts: list[tuple[str, int, int]], data: st.DataObject
) -> None:
    from django.db import connection

    from sayso.app.as_of import list_incidents
    from sayso.app.build import open_house
    from sayso.app.judge import withdraw

    house = tmp_path / uuid.uuid4().hex
    house.mkdir()
    shutil.copy(blank_sqlite, house)
    open_house(house, "", migrate=False)
    store(
        blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(2), speaker="Aru Bekova"),
        blast("North Star", 5, known=at(3)), blast("West Wind", 4, known=at(4), place=AKTAU),
    )  # fmt: skip
    before = answer()
    made = {}
    for step in acts:
        if not list_incidents():
            break  # every report was said to tell of nothing
        if (judgement := act(*step)) is not None:
            made[judgement.id] = judgement
    for pk in data.draw(st.permutations(list(made))):
        withdraw(pk, author="Bo", reason="never mind")
    assert answer() == before
    connection.close()
    shutil.rmtree(house)


def test_many_hands_make_one_judgement(ledger: Path) -> None:
    from django.db import connection

    from sayso.app.as_of import list_incidents
    from sayso.app.judge import judge
    from sayso.store.models import JudgementRow

    store(blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(2)))
    incident, made, failed = list_incidents()[0].id, [], []

    def hand() -> None:
        from django.db import connection

        try:
            given_ = {"author": "Ann", "reason": "one click too many"}
            made.append(judge("other_value", incident, field="killed", value="7", **given_).id)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    # a house is of its thread: others are told where it is
    settings_ = dict(connection.settings_dict)
    hands = [threading.Thread(target=_in_house, args=(settings_, hand)) for _ in range(6)]
    for thread in hands:
        thread.start()
    for thread in hands:
        thread.join()
    assert failed == []
    assert len(set(made)) == 1
    assert JudgementRow.objects.count() == 1


def _in_house(settings_: dict[str, Any], work: Any) -> None:
    from django.db import connections

    connections["default"].settings_dict = settings_
    work()
