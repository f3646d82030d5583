"""Many documents at once leave the same rows as one after the other."""

from pathlib import Path

import pytest

from ledger_sample import at, blast, claim, dump
from sayso.store.entry import Entry

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def entries() -> list[Entry]:
    from dataclasses import replace

    from sayso.app.linking import link_reading
    from sayso.store.entry import Link

    made = [
        blast("Daily Steppe", 2, known=at(1), speaker="Chief Abaev"), claim("North Star", "Red Dawn", at(2)),
        blast("Daily Steppe", 3, known=at(3)),
    ]  # fmt: skip
    opens = [Link("i1", f"KAZ-{n:06X}", True, "same", 1.0, "by hand", "hand/1") for n in range(3)]
    return [replace(link_reading(item, r), links=(link,)) for (item, r), link in zip(made, opens, strict=True)]


def test_the_same_rows_are_made_at_once(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.build import open_house
    from sayso.app.search import search
    from sayso.store.writer import Writer

    some = entries()
    for entry in some:
        Writer().add(entry)
    one_by_one, listed, found = dump(), list_incidents(), search("exploded")
    assert len(listed) == 3
    open_house(tmp_path / "other", "")
    Writer().add_all(some)
    assert dump() == one_by_one
    assert list_incidents() == listed
    assert search("exploded") == found


def test_a_document_that_is_there_leaves_nothing_of_the_others(ledger: Path) -> None:
    from django.db import IntegrityError

    from sayso.store.models import DocumentRow
    from sayso.store.writer import Writer

    first, *others = entries()
    Writer().add(first)
    with pytest.raises(IntegrityError):
        Writer().add_all([*others, first])
    assert DocumentRow.objects.count() == 1
