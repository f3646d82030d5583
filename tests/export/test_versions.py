"""Over histories of reports, edits, merges, splits and judgements: other content is always a later version."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ledger_sample import at, blast, claim, store
from sayso.app.export_cases import cases
from sayso.app.export_tables import export
from sayso.app.judge import judge, withdraw
from sayso.export.options import Options
from sayso.export.stix.bundle import bundle_objects
from sayso.export.stix.ids import Producer
from sayso.model import Judgement, SaysoError

WHO = {"author": "Ann Reviewer", "reason": "read the articles"}
KINDS = ("merge", "split", "not_this_incident", "other_value", "accept", "reject", "withdraw")


def objects(as_of: datetime) -> Iterator[dict[str, Any]]:
    from sayso.app.export_ids import deleted, redirects
    from sayso.store.view import View

    options = Options(as_of=as_of, redirects=redirects(View(as_of)), deleted=deleted(View(as_of)))
    return bundle_objects(cases(as_of), Producer(), options)


def act(dice: random.Random, made: list[Judgement]) -> None:
    """One decision of a person about something that is there; some are refused, as in life."""
    known = list(cases())
    case = dice.choice(known)
    said, report = dice.choice(case.assertions), dice.choice(case.reports)
    kind = dice.choice(KINDS)
    try:
        if kind == "withdraw":
            withdraw(dice.choice(made).id, **WHO) if made else None
        elif kind == "merge":
            made.append(judge("merge", case.id, other=dice.choice(known).id, **WHO))
        elif kind == "split":
            made.append(judge("split", case.id, reports=[report.key], **WHO))
        elif kind == "other_value":
            made.append(judge("other_value", case.id, field="killed", value=str(dice.randint(1, 9)), **WHO))
        elif kind == "not_this_incident":
            made.append(judge(kind, report.key, **WHO))
        else:
            made.append(judge(kind, dice.choice((said.id, said.id, report.key)), **WHO))
    except SaysoError:
        pass


def fill() -> None:
    """Two incidents: a bombing told by five, one of them edited later, and another a week on."""
    page = "https://gulf-herald.example/bomb"
    store(
        blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(1, 15), url=page, speaker="police"),
        blast("West Wind", 4, known=at(2)), claim("Hill Post", "Jund al-Khilafah", at(2, 18)),
        blast("Gulf Herald", 2, known=at(3), url=page, speaker="police"),
        claim("Sea Mail", "Jund al-Khilafah", at(4), "negated"),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_other_content_is_a_later_version(ledger: Path, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    fill()
    times = [at(day, hour) for day in range(1, 5) for hour in (12, 16, 20)]
    made: list[Judgement] = []
    for _ in range(12):
        act(dice, made)
        times.append(datetime.now(UTC))
    held: dict[str, dict[str, Any]] = {}
    for time in times:
        for now in objects(time):
            before = held.get(now["id"], now)
            if now != before:
                later = now["modified"] > before["modified"]
                assert later, "\n".join(map(str, ("", before, now)))
            assert now["created"] == before["created"]
            held[now["id"]] = now
    assert len(made) > 3


def test_a_withdrawn_value_is_a_later_version(ledger: Path) -> None:
    fill()
    [case] = cases()
    given = judge("other_value", case.id, field="killed", value="7", **WHO)
    one = next(cases())
    withdraw(given.id, **WHO)
    two = next(cases())
    assert case.changed is not None
    assert one.changed is not None
    assert two.changed is not None
    assert (one.judgements, two.judgements) == ((given,), ())
    assert case.changed < one.changed < two.changed


def test_what_left_by_a_merge_is_told_as_revoked(ledger: Path, tmp_path: Path) -> None:
    fill()
    [case] = cases()
    judge("split", case.id, reports=[case.reports[0].key], **WHO)
    first, second = cases()
    judge("merge", first.id, other=second.id, **WHO)
    [one] = cases()
    revoked = [o for o in objects(datetime.now(UTC)) if o.get("revoked")]
    assert [o["external_references"][0]["external_id"] for o in revoked] == list(one.merged_ids)
    assert one.moved is not None
    [(file, count)] = export(tmp_path, "stix")
    assert count == len(file.read_text().splitlines()) - 2
