"""No reading changes under one name: a house is told to read again by the name of the reader alone."""

from __future__ import annotations

import pytest

import readings_by_name as by_name
from sayso.read.reader import READER


@pytest.fixture(scope="module")
def now() -> by_name.Record:
    return by_name.today()


def test_no_reading_has_changed_under_its_name(now: by_name.Record) -> None:
    others = by_name.changed(now, by_name.recorded())
    assert not others, (
        f"these readings are others than before under the same name, so that no house would read again: {others}; "
        f"run `{by_name.COMMAND}`, which raises {by_name.to_raise(others)}, and commit what it writes"
    )


def test_every_reading_of_today_is_recorded(now: by_name.Record) -> None:
    missing = {(name, text) for name, made in now.items() for text in made} - {
        (name, text) for name, made in by_name.recorded().items() for text in made
    }
    assert not missing, f"not in {by_name.RECORD.name}: {sorted(missing)[:5]}; run `{by_name.COMMAND}` and commit it"


def test_a_change_raises_the_rules_name_whoever_read_beside_them() -> None:
    assert by_name.to_raise({f"{READER} + encoder/7": ["a"]}) == [READER]


def test_another_encoder_raises_no_name() -> None:
    before = {f"{READER} + encoder/7": {"a": "1"}}
    assert by_name.changed({f"{READER} + encoder/8": {"a": "2"}}, before) == {}


def test_another_text_is_no_change() -> None:
    assert by_name.changed({READER: {"a": "1", "b": "2"}}, {READER: {"a": "1"}}) == {}


def test_the_next_name() -> None:
    assert by_name.raised("rules-xx/9") == "rules-xx/10"
