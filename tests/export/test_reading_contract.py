"""Every reading follows the published JSON Schema."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import jsonschema
import pytest

from sayso.app.read import read
from sayso.export.reading import schema_text, to_contract

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ROWS = [json.loads(line) for file in sorted(EXAMPLES.glob("*.jsonl")) for line in file.read_text().splitlines()]


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def quotes(contract: dict) -> list[tuple[str, int, int]]:
    spans = [(s["content"]["text"], s["content"]["start"], s["content"]["end"]) for s in contract["statements"]]
    spans += [
        (v["voice"], v["start"], v["end"])
        for s in contract["statements"]
        for v in s["attribution"]
        if v["start"] is not None
    ]
    spans += [(a["text"], a["start"], a["end"]) for i in contract["incidents"] for a in i["assertions"]]
    return spans + [(f["text"], f["start"], f["end"]) for f in contract["findings"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["url"].split("//")[1])
def test_examples_follow_the_schema(row, validator):
    validator.validate(to_contract(read(row["text"], published=row["published"], outlet=row["outlet"])))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["url"].split("//")[1])
def test_every_value_is_a_quotation(row):
    contract = to_contract(read(row["text"], published=row["published"], outlet=row["outlet"]))
    text = contract["document"]["text"]
    assert [(t, text[s:e]) for t, s, e in quotes(contract) if text[s:e] != t] == []


def test_a_broken_reading_is_refused(validator):
    contract = to_contract(read("Two people were killed in Oslo on Monday, police said.", published="2011-11-01"))
    contract["document"]["published"] = "Monday"
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(contract)


@pytest.mark.shared
def test_wikinews_readings_follow_the_schema_and_quote(validator, shared):
    with gzip.open(shared / "data/wikinews/articles.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    assert len(rows) == 91
    for row in rows:
        contract = to_contract(read(row["text"], published=row["published"]))
        validator.validate(contract)
        text = contract["document"]["text"]
        assert [(t, text[s:e]) for t, s, e in quotes(contract) if text[s:e] != t] == []
