"""The labelled reports: what the mark-up means, what it refuses, and that the files are what the sources give."""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest
from training.data.reports.build import HERE, WORDS, build, check, lexicon, outputs
from training.data.reports.markup import MarkupError, parse
from training.data.reports.resolve import Resolver
from training.data.reports.tables import part

HEAD = "=== 901 The Pier Post | newspaper | 2024-05-15 | Kenya | east_africa |\n"


def labels(body: str, relations: str) -> dict[str, Any]:
    (source,) = parse(f"{HEAD}{body}\n--\n{relations}\n")
    return Resolver(source, lexicon()).labels()


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return build(sorted((HERE / "source").glob("*.txt")))


def test_the_written_files_are_what_the_sources_give(rows: list[dict[str, Any]]) -> None:
    for path, text in outputs(rows).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run python -m training.data.reports.build"


def test_every_fifth_report_is_dev(rows: list[dict[str, Any]]) -> None:
    assert part({"id": "own-005"}) == "dev"
    assert part({"id": "own-006"}) == "train"
    assert sum(part(r) == "dev" for r in rows) == len(rows) // 5
    assert len(rows) >= 150


def test_spans_lie_where_the_brackets_stood() -> None:
    row = labels(
        "[s1 [.k=3 Three died] in [.at/l Ukwa]], [@pol:official police] [c1 said] [m1 by phone].",
        "i1 bombing happened\ns1 confirmation pol",
    )
    assert row["text"] == "Three died in Ukwa, police said by phone."
    (s,) = row["statements"]
    assert (s["content"]["at"], s["content"]["end"], s["cue"]["text"], s["medium"]["text"]) == (
        0,
        18,
        "said",
        "by phone",
    )
    killed, place = row["incidents"][0]["assertions"]
    assert killed["value"] == {"low": 3, "high": 3, "scope": "victims"}
    assert place["value"] == {"name": "Ukwa", "country": "Kenya"}
    assert killed["statement"] == place["statement"] == "s1"
    with pytest.raises(MarkupError, match="words"):
        check(row)


def test_a_chain_runs_from_the_nearest_voice_to_the_origin() -> None:
    row = labels(
        "[s1 [@grp:group/g Blue Tide] [c2 says] [s2 [.by=claimed@s2 [@grp it]] did it]], "
        "[@mon:monitor/o Netwatch] [c1 reported].",
        "i1 arson happened\ns1 report mon\ns2<s1 claim_of_responsibility grp",
    )
    first, second = row["statements"]
    assert [v["name"] for v in first["voices"]] == ["Netwatch"]
    assert [(v["name"], v["kind"], v["cue"]["text"]) for v in second["voices"]] == [
        ("Netwatch", "monitor", "reported"),
        ("Blue Tide", "group", "says"),
    ]
    assert (second["parent"], second["depth"]) == ("s1", 2)
    assert row["incidents"][0]["assertions"][0]["value"] == {"name": "Blue Tide", "status": "claimed"}


def test_a_pronoun_leads_to_the_fullest_name() -> None:
    row = labels(
        "[@may:official Mayor [p! Ada Nkosi]] spoke.\n[@may She] [c1 said] [s1 it was [.w a bomb]].",
        "i1 bombing happened\ns1 report may",
    )
    (voice,) = row["statements"][0]["voices"]
    assert (voice["text"], voice["name"]) == ("She", "Ada Nkosi")
    assert [m["form"] for m in row["voices"][0]["mentions"]] == ["name", "pronoun"]


def test_passive_voices_are_unknown_and_nobody_is_too() -> None:
    row = labels(
        "He [c1 is said] [s1 to have fled the [.tg bank]].\n[@none:unknown No group] has [c2 claimed] [s2 it].",
        "i1 bombing happened\ns1 report ?\ns2 claim_of_responsibility none neg",
    )
    first, second = row["statements"]
    assert (first["voices"][0]["text"], first["voices"][0]["name"], first["certainty"]) == (
        "is said",
        "unknown",
        "reported",
    )
    assert (second["voices"][0]["text"], second["voices"][0]["name"], second["negated"]) == (
        "No group",
        "unknown",
        True,
    )
    assert row["voices"] == []


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ('"[s1 we did it]," [@a he] [c1 said]', "direct"),
        ('[s1 they "did" it], [@a he] [c1 said]', "mixed"),
        ("[s1 they did], [@a he] [c1 said]", "indirect"),
    ],
)  # fmt: skip
def test_mode_follows_from_the_quotation_marks(words: str, mode: str) -> None:
    row = labels(f"[@a:official A spokesman] came to the [.tg bank].\n{words}.", "i1 bombing happened\ns1 report a")
    assert row["statements"][0]["mode"] == mode


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3", (3, 3)), ("3+", (3, None)), ("24v", (24, None)), ("20~", (20, 20)), ("2-5", (2, 5)), ("<32", (32, 32)),
    ],
)  # fmt: skip
def test_figures(written: str, value: tuple[int, int | None]) -> None:
    (a,) = labels(f"[.k={written} Some died].", "i1 crash happened")["incidents"][0]["assertions"]
    assert (a["value"]["low"], a["value"]["high"]) == value


def test_a_figure_said_to_be_unclear_is_no_assertion() -> None:
    row = labels("[.k=u Whether anyone died] is unclear at [.at/l Ukwa].", "i1 crash happened")
    assert [a["field"] for a in row["incidents"][0]["assertions"]] == ["place"]
    assert row["incidents"][0]["unclear"][0]["field"] == "killed"


def test_a_name_marked_once_is_a_name_everywhere_without_its_article() -> None:
    row = labels("[g The Blue Tide] hit [.at/l Ukwa].\nThe Blue Tide left Ukwa for Kenya.", "i1 bombing happened")
    assert [(n["text"], n["class"]) for n in row["names"]] == [
        ("Blue Tide", "group"), ("Ukwa", "place"), ("Blue Tide", "group"), ("Ukwa", "place"), ("Kenya", "place"),
    ]  # fmt: skip


def test_sentences_take_their_class_from_the_mark_or_the_report() -> None:
    row = labels("A [.tg bank] burned.\ne| Another had.\no| It rains.", "i1 fire happened")
    assert [x["class"] for x in row["sentences"]] == ["this", "earlier", "other"]
    assert labels("It rains.", "")["sentences"][0]["class"] == "other"


@pytest.mark.parametrize(
    ("body", "relations", "why"),
    [
        ("[s1 It burned, police said.", "s1 report pol", "never closed"),
        ("It burned], police said.", "", "never opened"),
        ("[s1 It burned], police [c1 said].", "s1 report pol", "nowhere in the text"),
        ("[s1 It burned], [@pol police] [c1 said].", "s1 report pol", "no kind is declared"),
        ("[s1 It burned], [@pol:guard police] [c1 said].", "s1 report pol", "no such kind of voice"),
        ("[s1 It burned], [@pol:official police] [c1 said].", "s1 rumour pol", "no such kind of statement"),
        ("[s1 It burned], [@pol:official police] said.", "s1 report pol", "no cue"),
        ("[s1 It burned,] [@pol:official police] [c1 said].", "s1 report pol", "loose edges"),
        ("[@pol:official Police] [c1 spoke].", "s1 report pol", "no content"),
        ("[s2 It burned], [@pol:official police] [c2 said].", "s1 report pol", "has a bracket but no line"),
        ("[s1 A], [s2 b] [@p:official c] [c1,2 said].", "s1 report p\ns2<s1 report p", "does not lie inside"),
        ("[s1,2 It burned], [@p:official he] [c1,2 said].", "s1<s2 report p\ns2<s1 report p", "carries itself"),
        ("[s1 It burned], [c1 reportedly].", "s1 report ?\ns1 report ?", "declared twice"),
        ("[.k=some Some] died.", "i1 fire happened", "a figure is written"),
        ("[.k=5-2 Some] died.", "i1 fire happened", "upwards"),
        ("It burned [.t=Monday on Monday].", "i1 fire happened", "a day is written"),
        ("[.by=guilty He] did it.", "i1 fire happened", "no such status of a perpetrator"),
        ("It burned in [2.at/l Ukwa].", "i1 fire happened", "no incident i2"),
        ("It burned.", "i1 fire happened", "has no assertion"),
        ("It [.tg burned].", "i1 blaze happened", "no such type or status"),
        ("[l Ukwa [l Town]] slept.", "", "names overlap"),
        ("[p! Ada Nkosi] slept.", "", "stands in no mention"),
        ("[zz Ukwa] slept.", "", "no such tag"),
        ("It rained.", "whatever", "not understood"),
    ],
)
def test_whatever_is_unresolved_is_refused(body: str, relations: str, why: str) -> None:
    with pytest.raises(MarkupError, match=why):
        labels(body, relations)


def test_a_head_with_a_missing_cell_is_refused() -> None:
    with pytest.raises(MarkupError, match="head needs"):
        parse("=== 901 The Pier Post | newspaper | 2024-05-15\nIt rained.\n--\n")


def test_every_report_keeps_the_rules_of_the_set(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        check(row)
        assert WORDS[0] <= len(row["text"].split()) <= WORDS[1]
        for s in row["statements"]:
            assert s["voices"]
            assert all(v["text"] for v in s["voices"])


@pytest.mark.shared
def test_the_scorer_reads_it_and_gives_full_marks_to_the_labels_themselves(
    rows: list[dict[str, Any]], shared: Path
) -> None:
    spec = importlib.util.spec_from_file_location("reading_scorer", shared / "score" / "reading.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    pred = {
        r["id"]: {
            "statements": [
                {**s, "attribution": [{**v, "voice": v["text"]} for v in s["voices"]]} for s in r["statements"]
            ],
            "incidents": r["incidents"],
        }
        for r in rows
    }
    scores, _, _ = scorer.score(rows, pred)
    assert scores["chain"] > 99
    assert scores["incident detect"] > 99
    assert scores["false alarm"] == 0


@pytest.mark.shared
def test_no_words_of_other_labelled_sets_are_in_it(rows: list[dict[str, Any]], shared: Path) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[i : i + 9]) for i in range(len(words) - 8)}

    own = {run: r["id"] for r in rows for run in runs(r["text"])}
    for name in ("wikinews", "muc4-readings"):
        with gzip.open(shared / "data" / name / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                assert not [own[run] for run in runs(json.loads(line)["text"]) & own.keys()]
