"""What a model answers is read whatever stands around it, and only as far as it has the form of statements."""

from __future__ import annotations

import json

import pytest

from sayso.read.server.answer import MOST, Told, heard

ONE = {"sentence": 1, "source": "police", "cue": "said", "content": "it burned", "kind": "report", "negated": False}
GOOD = json.dumps({"statements": [ONE]})


def contents(answer: str) -> list[str]:
    got = heard(answer)
    assert got is not None
    return [told.content for told in got.told]


@pytest.mark.parametrize(
    "answer",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"Sure! Here is the JSON [1] you asked for:\n\n{GOOD}\n\nI hope {{this}} helps.",
        f"<think>Police said {{it}}. Maybe {{}}?</think>\n{GOOD}",
        f"Police said it, so ...</think>{GOOD}",
        f'<think>Draft: {{"statements": [{{"content": "a draft"}}]}}</think>{GOOD}',
        json.dumps([ONE]),
        f"\ufeff{GOOD}",
        json.dumps({"result": {"statements": [ONE]}}),
        json.dumps({"statements": [ONE], "confidence": 0.9}),
        json.dumps({"statements": [{**ONE, "why": "because", "span": [0, 3]}]}),
    ],
    ids=[
        "plain", "fence", "prose", "thought", "thought without its beginning", "draft in a thought", "bare list",
        "byte order mark", "wrapped", "extra key beside", "extra keys inside",
    ],
)  # fmt: skip
def test_statements_are_found(answer: str):
    assert contents(answer) == ["it burned"]


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I cannot help with that.",
        "<html><body>502 Bad Gateway</body></html>",
        "{",
        '{"speakers": ["police"]}',
        '{"statements": "none"}',
        '{"statements": null}',
        "null",
        "[1, 2, 3]",
        f"<think>{GOOD}",
        "[" * 100_000,
        '{"a":' * 100_000,
        "<think>" * 100_000,
    ],
    ids=[
        "nothing", "refusal", "page", "brace", "wrong schema", "words for a list", "null for a list", "null", "numbers",
        "thought without end", "deep list", "deep object", "thoughts without end",
    ],
)  # fmt: skip
def test_no_list_of_statements(answer: str):
    assert heard(answer) is None


def test_a_list_that_breaks_off_gives_its_complete_entries():
    two = json.dumps({"statements": [ONE, {**ONE, "content": "all of it"}, ONE]})
    got = heard(two[:-40])
    assert got is not None
    assert ([t.content for t in got.told], got.whole) == (["it burned", "all of it"], False)


@pytest.mark.parametrize("entry", ["police said", None, 7, [], {}, {"content": None}, {"content": ""}, {"content": 5}])
def test_entries_that_are_no_statement_are_counted(entry: object):
    got = heard(json.dumps({"statements": [entry, ONE]}))
    assert got is not None
    assert (len(got.told), got.senseless) == (1, 1)


def test_null_is_as_good_as_nothing():
    got = heard(json.dumps({"statements": [dict.fromkeys(ONE) | {"content": "it burned"}]}))
    assert got is not None
    assert got.told == (Told("it burned"),)


@pytest.mark.parametrize("kind", ["rumour", 7, None, ["denial"]])
def test_an_unknown_kind_is_a_report(kind: object):
    got = heard(json.dumps({"statements": [{**ONE, "kind": kind}]}))
    assert got is not None
    assert got.told[0].kind == "report"


@pytest.mark.parametrize("negated", ["true", 1, None, "no"])
def test_only_true_is_negated(negated: object):
    got = heard(json.dumps({"statements": [{**ONE, "negated": negated}]}))
    assert got is not None
    assert got.told[0].negated is False


@pytest.mark.parametrize(("said", "number"), [(3, 3), ("3", 3), ("[3]", 3), (True, None), (2.5, None), ("two", None)])
def test_the_number_of_the_sentence(said: object, number: int | None):
    got = heard(json.dumps({"statements": [{**ONE, "sentence": said}]}))
    assert got is not None
    assert got.told[0].sentence == number


def test_no_more_than_a_text_can_hold():
    assert len(contents(json.dumps({"statements": [ONE] * 5_000}))) == MOST


def test_numbers_without_end_are_no_json():
    assert heard('{"statements": [' + "9" * 100_000) is not None  # broken off, with no complete entry
