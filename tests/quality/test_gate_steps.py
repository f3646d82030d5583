"""The gate's work: what is done when, in parts or whole, and that parts say what the whole says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from quality.registry import LabelledSet, Task
from quality.runner import predict_part, score_parts
from quality.sets import once
from quality.steps import PARTS, Plan

TASK = Task("dev", "some/dev.jsonl", "labels.py", {"accuracy": "accuracy"}, args=("--field", "lang"))
CUT = LabelledSet("cut", "langid:predict", (TASK,), answers=("lang",))
WHOLE = LabelledSet("whole", "linking:predict", (TASK,), whole=True)
FIRST = LabelledSet("first", "gva_incidents:predict", (TASK,))
SECOND = LabelledSet("second", "linking:predict", (TASK,), whole=True, after="first")
WORDS = ("A bomb went off in the market.", "Une bombe a explosé au marché.", "Eine Bombe ging auf dem Markt hoch.")


def plan(*sets: LabelledSet) -> Plan:
    return Plan([(s, s.tasks) for s in sets])


def taken(made: Plan) -> list[str]:
    """Names of the sets of which a part is taken, until there is nothing to do; nothing is ever predicted."""
    return [step[0].labelled.name for step in iter(made.next, None)]


def finish(made: Plan, name: str) -> None:
    """Predicts all parts of one set."""
    one = next(p for p in made.all if p.labelled.name == name)
    for _ in range(one.parts):
        made.predicted(one, 1.0)
    one.waiting.clear()


def test_a_set_of_documents_read_one_by_one_is_cut() -> None:
    assert taken(plan(CUT)) == ["cut"] * PARTS


def test_a_set_that_is_needed_whole_is_one_part_and_comes_before_those_that_are_cut() -> None:
    assert taken(plan(CUT, WHOLE)) == ["whole"] + ["cut"] * PARTS


def test_a_set_that_another_waits_for_comes_first_and_the_other_waits() -> None:
    assert taken(plan(SECOND, WHOLE, FIRST)) == ["first"] * PARTS + ["whole"]


def test_a_set_whose_readings_another_leaves_comes_after_it() -> None:
    made = plan(SECOND, FIRST)
    finish(made, "first")
    assert taken(made) == ["first", "second"]


def test_a_set_waits_for_none_that_is_not_asked_for() -> None:
    assert taken(plan(SECOND)) == ["second"]


def test_scores_are_asked_for_once_and_when_every_part_is_predicted() -> None:
    made = plan(WHOLE, CUT)
    finish(made, "cut")
    assert [(step[0].labelled.name, step[1]) for step in iter(made.next, None)] == [("cut", None), ("whole", 0)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of labelled data with one file of seven lines."""
    lines = [{"id": str(n), "text": WORDS[n % 3], "lang": ("en", "fr", "de")[n % 3]} for n in range(7)]
    (tmp_path / "data" / "some").mkdir(parents=True)
    (tmp_path / "data" / "some" / "dev.jsonl").write_text("".join(json.dumps(x) + "\n" for x in lines))
    (tmp_path / "score").mkdir()
    return tmp_path


@pytest.fixture
def scorer(data: Path) -> None:
    """Tells in "accuracy" how many gold lines have a prediction in the same line."""
    (data / "score" / "labels.py").write_text(
        "import json, sys\n"
        "OPTION = ('\"--json\"', 'action=\"store_true\"')  # the form by which the gate knows how to ask\n"
        "gold, told = ([json.loads(x) for x in open(f)] for f in sys.argv[1:3])\n"
        "assert len(gold) == len(told)\n"
        "assert all('text' in line for line in gold) and not any('text' in line for line in told)\n"
        "print(json.dumps({'accuracy': sum(a['id'] == b['id'] for a, b in zip(gold, told))}))\n"
    )


def accuracy(labelled: LabelledSet, data: Path, work: Path, parts: int) -> float:
    work.mkdir()
    for part in range(parts):
        predict_part(labelled, labelled.tasks, data, work, part, parts)
    return score_parts(labelled, labelled.tasks, data, work, parts)[0][0].value


@pytest.mark.parametrize("parts", [1, 3, 8])
def test_parts_are_put_together_in_the_order_of_the_documents(data: Path, scorer: None, parts: int) -> None:
    assert accuracy(CUT, data, data / "work", parts) == 7


def test_a_short_run_takes_the_same_lines_of_documents_and_gold(data: Path, scorer: None) -> None:
    short = LabelledSet("cut", "langid:predict", (TASK,), answers=("lang",), sample="id").short()
    assert 0 < accuracy(short, data, data / "work", 1) < 7


def test_scores_of_a_part_have_a_name_of_their_own() -> None:
    assert LabelledSet("big", "x:y", (), sample="id").short().shown == "big (1 of 3)"


def test_a_set_without_a_sample_is_whole_in_a_short_run() -> None:
    assert CUT.short() == CUT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A run's folder of readings, with a process that remembers none itself."""
    monkeypatch.setenv("SAYSO_QUALITY_READINGS", str(tmp_path))
    once.read_once.cache_clear()
    yield tmp_path
    once.read_once.cache_clear()


def test_a_reading_left_in_the_folder_of_the_run_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = once.read_once(WORDS[0], "2011-11-01")
    once.read_once.cache_clear()
    monkeypatch.setattr(once, "read", _never)
    assert once.read_once(WORDS[0], "2011-11-01") == made


def test_a_text_of_another_day_is_read_for_itself(folder: Path) -> None:
    days = ("2011-11-01", "2011-11-09")
    read = [once.read_once(WORDS[0], day).document.published for day in days]
    assert [str(p.value) for p in read if p] == list(days)


def _never(*_given: Any, **_named: Any) -> None:
    raise AssertionError("read again")
