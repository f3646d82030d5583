"""`sayso read` as a person types it, in a real process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = """Two Killed in Oslo Warehouse Fire

OSLO, Norway — Two people were killed in a fire at a warehouse in Oslo on Monday, police said.

The cause is not known, a fire service spokesman said.
"""


def sayso(*args: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sayso.cli", *args], input=stdin, capture_output=True, timeout=120, check=False
    )


def refused(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one clear line on standard error; fails on a traceback, more lines, or exit code 0."""
    err = done.stderr.decode()
    assert done.returncode != 0, done.stdout.decode()
    assert done.stdout == b""
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1, err
    return err


def test_reads_standard_input_as_json():
    done = sayso("read", "-", "--json", "--published", "2020-03-04", stdin=REPORT.encode())
    assert json.loads(done.stdout)["incidents"][0]["type"] == "fire"


def test_reads_a_file_as_a_page(tmp_path: Path):
    file = tmp_path / "report.txt"
    file.write_text(REPORT)
    page = sayso("read", str(file), "--published", "2020-03-04").stdout.decode()
    assert "Two Killed in Oslo Warehouse Fire" in page
    assert "2020-03-02" in page
    assert "Who says what" in page


def test_empty_file(tmp_path: Path):
    file = tmp_path / "empty.html"
    file.write_bytes(b"")
    assert "empty" in refused(sayso("read", str(file)))


def test_white_space_only():
    assert "empty" in refused(sayso("read", "-", stdin=b" \n\t\n"))


def test_fifty_megabytes(tmp_path: Path):
    file = tmp_path / "big.txt"
    file.write_bytes(b"A line of text.\n" * 3_200_000)
    assert "larger than" in refused(sayso("read", str(file)))


def test_binary_rubbish():
    assert "binary" in refused(sayso("read", "-", stdin=bytes(range(256)) * 400))


def test_deep_nested_html():
    bomb = b"<html><body>" + b"<div>" * 200_000 + b"x" + b"</div>" * 200_000
    assert "nests" in refused(sayso("read", "-", stdin=bomb))


def test_page_without_an_article():
    page = (
        b"<html><head><title>Menu</title></head><body><nav><a href=/a>Home</a><a href=/b>About</a></nav></body></html>"
    )
    assert "article" in refused(sayso("read", "-", stdin=page))


def test_wrong_path():
    assert "no such file" in refused(sayso("read", "no/such/file.html"))


def test_folder(tmp_path: Path):
    assert "folder" in refused(sayso("read", str(tmp_path)))


def test_wrong_date():
    assert "not a date" in refused(sayso("read", "-", "--published", "yesterday", stdin=REPORT.encode()))


def test_unknown_host():
    assert "sayso:" in refused(sayso("read", "http://no-such-host.invalid/a"))


def test_loopback_is_not_reachable():
    assert "sayso:" in refused(sayso("read", "http://127.0.0.1:9/a"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "utf-8-sig"])
def test_encodings(encoding: str):
    text = REPORT.replace("Oslo", "Tromsø").replace("—", "–")
    done = sayso("read", "-", "--json", stdin=text.encode(encoding))
    assert "Tromsø" in json.loads(done.stdout)["document"]["text"]


def test_wrongly_declared_encoding():
    paragraph = "<p>Two people were killed in a fire in Tromsø on Monday, police said. The cause is not known yet.</p>"
    head = "<head><meta charset=ascii><title>Fire in Tromsø</title></head>"
    page = f"<html>{head}<body><article>{paragraph * 4}</article></body></html>"
    done = sayso("read", "-", "--json", stdin=page.encode())
    assert "Tromsø" in json.loads(done.stdout)["document"]["text"]


def test_why_names_the_rule_of_each_span():
    shown = sayso("read", "-", "--why", stdin=REPORT.encode()).stdout.decode()
    assert "statements-en/1" in shown
    assert "statements-en/1" not in sayso("read", "-", stdin=REPORT.encode()).stdout.decode()


def test_why_tells_that_the_encoder_was_kept_from_an_article_without_an_incident(encoder_on: None) -> None:
    told = (
        "The council voted on Monday for a new swimming hall, the mayor said. The senator, who hopes to be named by "
        "the party in June, called the plan a waste and said that voters want lower taxes. The campaign of his rival "
        "answered that the company would pay half of the budget and that a poll shows most families like the idea. The "
        "coach said he believes the team can win the championship next year. The market opened higher on the news, and "
        "analysts expect sales of the new product to grow by four percent. Republican donors said the debate was good "
        "for their candidate, and Democrats in the state said that they would vote for the bill."
    )
    shown = " ".join(sayso("read", "-", "--why", stdin=told.encode()).stdout.decode().split())
    assert "The encoder did not read this article: no sign of an incident" in shown
    assert "The encoder did not read" not in sayso("read", "-", "--why", stdin=REPORT.encode()).stdout.decode()


def test_least_leaves_out_what_is_not_sure_enough(encoder_on: None) -> None:
    outs = [sayso("read", "-", "--json", *asked, stdin=REPORT.encode()) for asked in ((), ("--least", "1"))]
    whole, sure = (json.loads(out.stdout)["statements"] for out in outs)
    assert min(s["score"] for s in whole) < 1
    assert [s for s in sure if s["score"] < 1] == []


def test_a_score_above_one_is_refused():
    done = sayso("read", "-", "--least", "2", stdin=REPORT.encode())
    assert done.returncode == 2
    assert b"--least" in done.stderr


def test_the_encoder_is_named_where_it_had_a_say(encoder_on: None) -> None:
    shown = sayso("read", "-", "--why", stdin=REPORT.encode()).stdout.decode()
    assert "encoder" in shown
    assert "encoder/2" in " ".join(shown.split())


def test_an_earlier_incident_is_told_in_its_own_words():
    told = "The mayor opened the bridge on Monday. Nobody has forgotten the bombing of 1994, he said."
    shown = sayso("read", "-", "--published", "2016-05-08", stdin=told.encode())
    assert "bombing “bombing”" in shown.stdout.decode()
