"""A Reading that goes through JSON text comes back exactly."""

import json
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Assertion, Figure, Place, Reading, Span, When
from sayso.model.assertion import Datum
from sayso.model.codec import canonical, content_hash, decode_as, from_plain, to_plain

spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda p: Span(p[0], p[0] + p[1]))
st.register_type_strategy(Span, spans)
st.register_type_strategy(str, st.text(max_size=8))
st.register_type_strategy(float, st.floats(allow_nan=False))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(Reading))
def test_a_reading_comes_back_exactly(reading: Reading) -> None:
    text = json.dumps(to_plain(reading))
    assert from_plain(Reading, json.loads(text)) == reading


@settings(max_examples=60, deadline=None)
@given(st.from_type(Datum))
def test_every_datum_keeps_its_type(datum: Datum) -> None:
    back = decode_as(Datum, json.loads(json.dumps(to_plain(datum, Datum))))
    assert back == datum
    assert type(back) is type(datum)


def test_defaults_are_left_out() -> None:
    assert to_plain(Place("Sampletown")) == {"name": "Sampletown"}


def test_a_record_stored_before_an_attribute_existed_still_loads() -> None:
    old = {
        "field": "killed",
        "value": {"is": "Figure", "low": 2, "high": 2},
        "text": "two",
        "span": {"start": 0, "end": 3},
    }
    assert from_plain(Assertion, old).value == Figure(2, 2)


def test_an_attribute_that_was_removed_is_ignored() -> None:
    assert from_plain(When, {"value": None, "precision": "day", "no_longer_there": 1}) == When(None, "day")


def test_canonical_text_does_not_depend_on_key_order() -> None:
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'
    assert content_hash({"b": 1, "a": 2}) == content_hash({"a": 2, "b": 1})


def test_a_type_without_json_form_is_refused() -> None:
    @dataclass(frozen=True)
    class Odd:
        days: "set[date]"

    with pytest.raises((TypeError, NameError)):
        to_plain(Odd({date(2011, 1, 1)}))
