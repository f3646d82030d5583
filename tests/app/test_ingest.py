"""Reading into the ledger: twice adds nothing, a killed run goes on, bad input stands in nobody's way."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ledger_sample import dump
from sayso.model import SaysoError

_TOWNS = ("Atyrau, Kazakhstan", "Maiduguri, Nigeria", "Quetta, Pakistan", "Garoua, Cameroon", "Iquitos, Peru")
_OUTLETS = ("Daily Steppe", "Gulf Herald", "North Star", "West Wind")
_SAID = ("police said", "the mayor said", "a hospital official said", "the interior ministry said")


def documents(number: int) -> Iterator[dict[str, str]]:
    """Short made-up documents, about every third with an incident, some of them copies of one before."""
    dice = random.Random(5)  # noqa: S311
    for n in range(number):
        day, town = dice.randint(1, 28), dice.choice(_TOWNS)
        text = f"The town council of {town} met to talk about road number {n} and adjourned."
        if n % 3 == 0:
            text = (
                f"A bomb exploded in {town} on March {day}, 2024, killing {dice.randint(1, 9)}, {dice.choice(_SAID)}."
            )
        stamp = f"2024-03-{day:02}T{dice.randint(0, 23):02}:00:00Z"
        yield {
            "text": text, "outlet": dice.choice(_OUTLETS), "url": f"https://news.example/{n}",
            "published": stamp[:10], "known_from": stamp,
        }  # fmt: skip


def write_lines(file: Path, records: object) -> Path:
    file.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")  # type: ignore[attr-defined]
    return file


def test_the_same_file_twice_adds_nothing(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.ingest import ingest

    file = write_lines(tmp_path / "news.jsonl", documents(6))
    first = ingest([file])
    before = dump()
    second = ingest([file])
    assert (first.new, first.known, second.new, second.known) == (6, 0, 0, 6)
    assert dump() == before


def test_a_moved_file_is_known(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.ingest import ingest

    file = tmp_path / "a.txt"
    file.write_text("A bomb exploded in Quetta, Pakistan, on Monday, killing three people, police said.\n")
    assert ingest([file]).new == 1
    assert ingest([file.rename(tmp_path / "b.txt")]).known == 1


def test_two_outlets_with_the_same_words_are_two_documents(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.as_of import list_incidents
    from sayso.app.ingest import ingest

    words = (
        "A bomb exploded at a bus station in Quetta, Pakistan, on March 4, 2024, killing three people and injuring "
        "nine others, police said. Nobody claimed responsibility for the attack by Tuesday evening."
    )
    records = [{"text": words, "outlet": o, "published": "2024-03-05"} for o in _OUTLETS[:2]]
    assert ingest([write_lines(tmp_path / "news.jsonl", records)]).new == 2
    line = list_incidents()[0]
    assert line.n_reports == 2
    assert line.killed.n_origins == 1


def test_known_from_of_a_file_is_when_it_was_saved(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.ingest import ingest
    from sayso.store.view import View

    file = tmp_path / "a.txt"
    file.write_text("A bomb exploded in Quetta, Pakistan, on Monday, killing three people, police said.\n")
    os.utime(file, (1_700_000_000, 1_700_000_000))
    ingest([file])
    assert View().readings()[0].known_from == datetime.fromtimestamp(1_700_000_000, UTC)


def test_bad_input_is_put_aside_and_the_rest_goes_on(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.ingest import ingest
    from sayso.store.models import QuarantineRow

    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "rubbish.html").write_bytes(bytes(range(256)) * 40)
    (folder / "picture.png").write_bytes(b"left out on purpose")
    with (folder / "huge.txt").open("wb") as out:
        out.truncate(50_000_000)
    lines = ["{not json", '{"title": "no text"}', '{"text": "x", "published": "31.10.2011"}', json.dumps({"text": 3})]
    good = json.dumps({"text": "A bomb exploded in Quetta, Pakistan, on March 4, 2024, killing three people."})
    (folder / "lines.jsonl").write_text("\n".join([*lines, good]) + "\n")
    result = ingest([folder])
    assert (result.new, result.quarantined) == (1, 7)
    reasons = dict(QuarantineRow.objects.values_list("address", "reason"))
    assert sorted(reasons.values()) == ["bad_record"] * 4 + ["binary", "empty", "too_large"]
    before = dump()
    assert ingest([folder]).quarantined == 7
    assert dump() == before


def test_a_wrong_path_stops_before_anything_is_read(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.ingest import ingest
    from sayso.store.models import CaptureRow

    file = write_lines(tmp_path / "news.jsonl", documents(2))
    with pytest.raises(SaysoError, match="no such file"):
        ingest([file, tmp_path / "nowhere"])
    assert not CaptureRow.objects.exists()


def test_progress_is_told_for_every_document(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.ingest import ingest

    told: list[tuple[int, int]] = []
    ingest([write_lines(tmp_path / "news.jsonl", documents(3))], progress=lambda done, of, _: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_several_workers_give_the_same_ledger(ledger: Path, tmp_path: Path, engine: str) -> None:
    from sayso.app.build import open_house
    from sayso.app.ingest import ingest

    if engine != "sqlite":
        pytest.skip("reading processes have nothing to do with the database")
    file = write_lines(tmp_path / "news.jsonl", documents(12))
    assert ingest([file], workers=2).new == 12
    before = dump()
    open_house(tmp_path / "other", "")
    ingest([file])
    assert dump() == before


def test_a_list_of_paths_comes_from_standard_input(tmp_path: Path) -> None:
    import io

    from sayso.app.inputs import find_files

    file = write_lines(tmp_path / "news.jsonl", documents(1))
    assert find_files(["-"], io.StringIO(f"{file}\n\n")) == [file]


_SCRIPT = """
import sys
from pathlib import Path
from sayso.app.build import open_house
open_house(Path(sys.argv[1]), "")
from sayso.app.ingest import ingest
ingest([sys.argv[2]], progress=lambda done, of, address: print(done, flush=True))
"""


def _start(house: Path, file: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", _SCRIPT, str(house), str(file)]
    environment = {**os.environ, "SAYSO_DATABASE": ""}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def _kill_after(process: "subprocess.Popen[str]", number: int, seconds: float) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= number:
            break
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


def _dump_of(house: Path) -> dict[str, list[tuple[object, ...]]]:
    from sayso.app.build import open_house

    open_house(house, "")
    return dump()


def _undisturbed(house: Path, file: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the ledger of a house holds after one run, in this process, that nothing disturbs."""
    from sayso.app.ingest import ingest

    _dump_of(house)
    ingest([file])
    return dump()


def _finish(house: Path, file: Path, number: int) -> None:
    process = _start(house, file)
    assert process.stdout is not None
    assert process.communicate()[0].split()[-1:] == [str(number)]
    assert process.returncode == 0


@pytest.mark.slow
def test_a_run_that_is_killed_and_run_again_ends_with_the_same_ledger(tmp_path: Path, blank_sqlite: Path) -> None:
    dice, number = random.Random(), 200  # noqa: S311  # in transactions of 16
    for house in ("killed", "calm"):  # tables that are cut short have a test of their own
        (tmp_path / house).mkdir()
        shutil.copy(blank_sqlite, tmp_path / house)
    file = write_lines(tmp_path / "news.jsonl", documents(number))
    kills = sorted(dice.sample(range(number // 20, number - number // 20), 3))
    for kill in kills:
        _kill_after(_start(tmp_path / "killed", file), kill, dice.random() * 0.05)
    _finish(tmp_path / "killed", file, number)
    undisturbed = _undisturbed(tmp_path / "calm", file)
    assert len(undisturbed["DocumentRow"]) == number
    assert _dump_of(tmp_path / "killed") == undisturbed, f"killed after {kills}"


def test_a_house_whose_first_tables_were_cut_short_is_finished(tmp_path: Path) -> None:
    house = tmp_path / "house"
    file = write_lines(tmp_path / "news.jsonl", documents(2))
    for delay in (0.0, 0.1, 0.3):
        process = _start(house, file)
        while not (house / "sayso.sqlite3").exists() and process.poll() is None:
            time.sleep(0.01)
        time.sleep(delay)
        process.kill()
        process.wait()
    _finish(house, file, 2)
    assert len(_dump_of(house)["DocumentRow"]) == 2


def test_two_first_runs_at_once_make_one_ledger(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "news.jsonl", documents(20))
    both = [_start(tmp_path / "both", file) for _ in range(2)]
    for process in both:
        assert process.communicate()[0].split()[-1:] == ["20"]
        assert process.returncode == 0
    assert _dump_of(tmp_path / "both") == _undisturbed(tmp_path / "calm", file)


_FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from pathlib import Path
import sys
from sayso.app.build import open_house
open_house(Path(sys.argv[1]), "")
import sayso
sayso.read("A bomb exploded in Quetta, Pakistan, on Monday.")  # what the reader keeps on disk is not what is tested
limit = max(f.stat().st_size for f in Path(sys.argv[1]).iterdir()) + 400_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
from sayso.app.ingest import ingest
from sayso.model import SaysoError
try:
    ingest([sys.argv[2]])
except SaysoError as error:
    print(error.message)
"""


def test_a_full_disk_is_one_clear_line_and_the_next_run_goes_on(tmp_path: Path) -> None:
    """No file may grow beyond a limit, which is a full disk as far as the ledger can tell."""
    file = write_lines(tmp_path / "news.jsonl", documents(60))
    command = [sys.executable, "-c", _FULL, str(tmp_path / "house"), str(file)]
    environment = {**os.environ, "SAYSO_DATABASE": ""}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.stdout.startswith("the ledger cannot be written: "), done.stderr
    assert 0 < len(_dump_of(tmp_path / "house")["DocumentRow"]) < 60
    _finish(tmp_path / "house", file, 60)
    assert _dump_of(tmp_path / "house") == _undisturbed(tmp_path / "calm", file)
