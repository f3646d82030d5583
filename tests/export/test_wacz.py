"""Evidence packs: WACZ by its rules, everything checked by the script in it, and no byte changed unseen."""

from __future__ import annotations

import ast
import gzip
import io
import json
import random
import shutil
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import evidence_house as made
import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as Warcio

from sayso.export import verify
from sayso.export.wacz import surt


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, blank_sqlite: Path) -> Iterator[tuple[Path, str]]:
    from django.db import connection

    from sayso.app import evidence
    from sayso.app.build import open_house

    folder = tmp_path_factory.mktemp("evidence")
    (folder / "house").mkdir()
    shutil.copy(blank_sqlite, folder / "house")
    open_house(folder / "house", "", migrate=False)
    evidence._writer.cache_clear()
    yield folder, made.fill(folder)
    evidence._writer.cache_clear()
    connection.close()


@pytest.fixture(scope="module")
def pack(house: tuple[Path, str]) -> Path:
    from sayso.app.evidence_pack import pack as write

    return write(house[1], house[0] / "case.wacz", now=made.NOW)[0].path


def members(pack: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(pack) as package:
        return {name: package.read(name) for name in package.namelist()}


def told(pack: Path, name: str):  # type: ignore[no-untyped-def]
    return json.loads(members(pack)[f"sayso/{name}"])


# WACZ 1.1.1


def test_the_data_package_lists_every_member_with_its_digest(pack: Path) -> None:
    held = members(pack)
    package = json.loads(held["datapackage.json"])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    listed = {one["path"]: (one["hash"], one["bytes"]) for one in package["resources"]}
    others = {n: d for n, d in held.items() if not n.startswith("datapackage")}
    assert listed == {n: (f"sha256:{sha256(d).hexdigest()}", len(d)) for n, d in others.items()}
    digest = json.loads(held["datapackage-digest.json"])
    assert digest == {"path": "datapackage.json", "hash": f"sha256:{sha256(held['datapackage.json']).hexdigest()}"}


def test_members_are_stored_so_that_replay_tools_can_jump_into_them(pack: Path) -> None:
    with zipfile.ZipFile(pack) as package:
        assert {info.compress_type for info in package.infolist()} == {zipfile.ZIP_STORED}
        assert package.testzip() is None


def test_the_index_leads_to_each_capture(pack: Path) -> None:
    held = members(pack)
    lines = held["indexes/index.cdxj"].decode().splitlines()
    assert lines == sorted(lines)
    kinds = []
    for line in lines:
        key, stamp, text = line.split(" ", 2)
        one = json.loads(text)
        data = held[f"archive/{one['filename']}"][int(one["offset"]) :][: int(one["length"])]
        record = next(iter(Warcio(io.BytesIO(data))))
        assert record.rec_headers.get_header("WARC-Target-URI") == one["url"]
        assert (key, stamp) == (surt(one["url"]), record.rec_headers.get_header("WARC-Date")[:19].translate(_DIGITS))
        assert one["recordDigest"] == f"sha256:{sha256(data).hexdigest()}"
        kinds.append(record.rec_type)
    assert sorted(kinds) == ["resource", "response", "revisit"]


_DIGITS = {ord(c): None for c in "-:T"}


def test_pages_begin_with_their_header_and_are_in_the_index(pack: Path) -> None:
    head, *pages = [json.loads(line) for line in members(pack)["pages/pages.jsonl"].splitlines()]
    assert (head["format"], head["id"]) == ("json-pages-1.0", "pages")
    assert pages[0]["url"] == made.WATCHED
    assert {p["ts"] for p in pages} == {"2024-03-05T10:00:00Z", "2024-03-05T11:00:00Z"}
    index = members(pack)["indexes/index.cdxj"].decode()
    assert all(json.dumps(p["url"]) in index for p in pages)


def test_the_archive_is_read_by_fastwarc_and_warcio_with_every_digest_right(pack: Path) -> None:
    warc = members(pack)["archive/data.warc.gz"]
    kinds = []
    for record in ArchiveIterator(io.BytesIO(warc), parse_http=False):
        assert record.verify_block_digest()
        kinds.append(record.record_type)
    assert kinds[0] == WarcRecordType.warcinfo
    for record in Warcio(io.BytesIO(warc), check_digests=True):
        record.content_stream().read()
        assert record.digest_checker.passed is not False


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.News.example/A?b=1&a=2", "example,news)/a?a=2&b=1"),
        ("http://news.example:8080", "example,news:8080)/"),
        ("urn:sha256:AB", "urn:sha256:ab"),
    ],
)
def test_keys_are_sort_friendly(url: str, key: str) -> None:
    assert surt(url) == key


# What is in it


def test_a_watched_page_comes_with_its_answer_request_and_revisit(pack: Path) -> None:
    warc = members(pack)["archive/data.warc.gz"]
    watched = [r for r in Warcio(io.BytesIO(warc)) if r.rec_headers.get_header("WARC-Target-URI") == made.WATCHED]
    assert [r.rec_type for r in watched] == ["response", "request", "revisit"]


def test_a_page_from_a_file_is_a_resource_and_tells_no_path(pack: Path) -> None:
    for name, data in members(pack).items():
        assert b"home-of-somebody" not in data, name
    (one,) = [c for c in told(pack, "captures.json") if c["records"][0]["kind"] == "resource"]
    assert one["records"][0]["uri"] == f"urn:sha256:{sha256(made.POST).hexdigest()}"


def test_spans_lead_to_the_captured_bytes(pack: Path) -> None:
    documents = {d["id"]: d for d in told(pack, "documents.json")}
    bodies = {sha256(b).hexdigest(): b for b in (made.COURIER, made.POST)}
    spans = told(pack, "spans.json")
    assert {documents[s["document"]]["encoding"] for s in spans} == {"utf-8", "cp1252"}
    for span in spans:
        held = documents[span["document"]]
        start, end = span["bytes"]
        assert bodies[held["capture"]][start:end].decode(held["encoding"]) == span["captured"]
    words = {s["words"]: s["captured"] for s in spans}
    assert any("<b>vegetable market</b>" in captured for captured in words.values())


def test_versions_name_every_part(pack: Path) -> None:
    assert {"sayso", "cleaner", "reader", "linker", "gazetteer", "python"} <= set(told(pack, "versions.json"))


def test_the_same_contents_at_the_same_time_are_the_same_bytes(house: tuple[Path, str], pack: Path) -> None:
    from sayso.app.evidence_pack import pack as write

    again = write(house[1], house[0] / "again.wacz", now=made.NOW)[0]
    assert again.path.read_bytes() == pack.read_bytes()


def test_as_of_an_earlier_time_only_what_was_known_is_in_it(house: tuple[Path, str]) -> None:
    from sayso.app.evidence_pack import pack as write

    at = made.FIRST.replace(minute=30)
    written, packed = write(house[1], house[0] / "early.wacz", at, now=made.NOW)
    assert len(packed.documents) == len(packed.captures) == 1
    assert [r.kind for r in packed.captures[0].records] == ["response"]
    assert verify.main([str(written.path)]) == 0


def test_an_unknown_incident_is_one_clear_line(house: tuple[Path, str]) -> None:
    from sayso.app.evidence_pack import pack as write
    from sayso.model import SaysoError

    with pytest.raises(SaysoError, match="no incident 'XXX-000000' is known"):
        write("XXX-000000", house[0] / "none.wacz")
    assert not (house[0] / "none.wacz").exists()


def test_an_archive_of_evidence_can_be_read_in_again(pack: Path) -> None:
    from sayso.collect.kinds import Found
    from sayso.collect.kinds.archive import read

    bodies = [f.capture.body for f in read(pack, made.NOW) if isinstance(f, Found)]
    assert bodies == [made.COURIER, made.POST]


# The script


def test_the_script_in_the_pack_says_whole_with_nothing_but_python(pack: Path, tmp_path: Path) -> None:
    script = tmp_path / "verify.py"
    script.write_bytes(members(pack)["sayso/verify.py"])
    command = [sys.executable, "-I", "-S", str(script), str(pack)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WHOLE" in done.stdout
    assert f"seal: sha256:{sha256(members(pack)['datapackage.json']).hexdigest()}" in done.stdout


def test_the_script_needs_no_more_than_python_3_9() -> None:
    source = Path(verify.__file__).read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 9))
    names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    names |= {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    assert {n.partition(".")[0] for n in names} <= set(sys.stdlib_module_names)
    assert len(source.splitlines()) <= 500


def test_any_byte_that_is_changed_anywhere_is_found(pack: Path, tmp_path: Path) -> None:
    whole = pack.read_bytes()
    dice = random.Random(11)  # noqa: S311
    edges = [*range(30), *range(len(whole) - 80, len(whole))]
    for at in [*edges, *(dice.randrange(len(whole)) for _ in range(60))]:
        changed = bytearray(whole)
        changed[at] ^= 1 << dice.randrange(8)
        assert code(tmp_path, bytes(changed)) in (1, 2), at


def test_bytes_before_behind_and_a_comment_are_found(pack: Path, tmp_path: Path) -> None:
    whole = pack.read_bytes()
    for changed in (b"x" + whole, whole + b"x", whole[:-2] + b"\x01\x00x"):
        assert code(tmp_path, changed) in (1, 2)


def code(tmp_path: Path, data: bytes) -> int:
    file = tmp_path / "changed.wacz"
    file.write_bytes(data)
    return verify.main([str(file)])


def resealed(pack: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], object], deep: bool = True) -> list[str]:
    """What the script finds wrong in a pack that was changed by somebody who made all digests anew."""
    from sayso.export.pack import canonical
    from sayso.export.wacz import _zip

    held = members(pack)
    change(held)
    if deep:
        package = json.loads(held["datapackage.json"])
        package["resources"] = [
            {"name": n.rpartition("/")[2], "path": n, "hash": f"sha256:{sha256(d).hexdigest()}", "bytes": len(d)}
            for n, d in held.items()
            if not n.startswith("datapackage")
        ]
        held["datapackage.json"] = canonical(package)
        seal = f"sha256:{sha256(held['datapackage.json']).hexdigest()}"
        held["datapackage-digest.json"] = canonical({"path": "datapackage.json", "hash": seal})
    file = tmp_path / "resealed.wacz"
    _zip(file, held)
    tally, _ = verify.verify(str(file))
    return tally.failed


def edit(name: str, change: Callable[..., object]) -> Callable[[dict[str, bytes]], object]:
    """A change to the JSON of a member of ``sayso/``."""

    def apply(held: dict[str, bytes]) -> None:
        plain = json.loads(held[f"sayso/{name}"])
        change(plain)
        held[f"sayso/{name}"] = verify.canonical(plain)

    return apply


def test_a_pack_that_is_cut_off_is_found(pack: Path, tmp_path: Path) -> None:
    whole = pack.read_bytes()
    for end in (1, len(whole) // 3, len(whole) // 2, len(whole) - 22, len(whole) - 1):
        assert code(tmp_path, whole[:end]) == 2, end


def test_another_digest_in_the_list_is_found(pack: Path, tmp_path: Path) -> None:
    def change(held: dict[str, bytes]) -> None:
        package = json.loads(held["datapackage.json"])
        package["resources"][0]["hash"] = "sha256:" + "0" * 64
        held["datapackage.json"] = verify.canonical(package)
        digest = {"path": "datapackage.json", "hash": f"sha256:{sha256(held['datapackage.json']).hexdigest()}"}
        held["datapackage-digest.json"] = verify.canonical(digest)

    assert resealed(pack, tmp_path, change, deep=False)


def test_another_seal_than_that_of_the_list_is_found(pack: Path, tmp_path: Path) -> None:
    def change(held: dict[str, bytes]) -> None:
        seal = {"path": "datapackage.json", "hash": "sha256:" + "0" * 64}
        held["datapackage-digest.json"] = verify.canonical(seal)

    assert resealed(pack, tmp_path, change, deep=False)


def test_made_anew_without_a_change_it_holds(pack: Path, tmp_path: Path) -> None:
    assert resealed(pack, tmp_path, lambda held: None) == []


MEMBERS = (
    "archive/data.warc.gz", "indexes/index.cdxj", "pages/pages.jsonl", "sayso/incident.json", "sayso/spans.json",
    "sayso/documents.json", "sayso/captures.json", "sayso/versions.json", "sayso/verify.py", "sayso/README.txt",
    "datapackage.json",
)  # fmt: skip


@pytest.mark.parametrize("name", MEMBERS)
def test_each_kind_of_member_is_sealed(pack: Path, tmp_path: Path, name: str) -> None:
    def change(held: dict[str, bytes]) -> None:
        held[name] = held[name] + b" "

    assert resealed(pack, tmp_path, change, deep=False)


def test_a_change_that_keeps_the_length_is_found(pack: Path, tmp_path: Path) -> None:
    assert resealed(
        pack, tmp_path, lambda held: held.update({n: d.swapcase() for n, d in held.items() if "READ" in n}), deep=False
    )


def test_members_cannot_come_or_go(pack: Path, tmp_path: Path) -> None:
    assert resealed(pack, tmp_path, lambda held: held.update({"sayso/more.txt": b"x"}), deep=False)
    assert resealed(pack, tmp_path, lambda held: held.pop("sayso/README.txt") and None, deep=False)


def on_killed(change: Callable[..., object]) -> Callable[[dict[str, bytes]], object]:
    """A change to the first assertion that tells how many were killed."""

    def apply(plain) -> None:  # type: ignore[no-untyped-def]
        change(next(a for a in plain["incident"]["assertions"] if a["assertion"]["field"] == "killed"))

    return edit("incident.json", apply)


def other_text(held: dict[str, bytes]) -> None:
    name = next(n for n in held if n.startswith("sayso/texts/"))
    held[name] = held[name].replace(b"o", b"0", 1)


def other_cues(plain) -> None:  # type: ignore[no-untyped-def]
    for voice in (v for s in plain["incident"]["statements"] for v in s["chain"] if v.get("cue_span")):
        voice["cue"] = "denied"


def shorter_index(held: dict[str, bytes]) -> None:
    held["indexes/index.cdxj"] = held["indexes/index.cdxj"].partition(b"\n")[2]


def in_archive(change: Callable[[bytes], bytes]) -> Callable[[dict[str, bytes]], object]:
    """A change to the records of the archive, each packed anew."""

    def apply(held: dict[str, bytes]) -> None:
        raw = [r for _, _, r in verify.gzip_members(held["archive/data.warc.gz"])]
        held["archive/data.warc.gz"] = b"".join(gzip.compress(change(r), mtime=0) for r in raw)

    return apply


def in_index(change: Callable[[dict[str, str]], object]) -> Callable[[dict[str, bytes]], object]:
    """A change to what the first line of the index tells of its record."""

    def apply(held: dict[str, bytes]) -> None:
        first, _, rest = held["indexes/index.cdxj"].decode().partition("\n")
        key, stamp, text = first.split(" ", 2)
        told = json.loads(text)
        change(told)
        held["indexes/index.cdxj"] = f"{key} {stamp} {json.dumps(told)}\n{rest}".encode()

    return apply


def swapped(held: dict[str, bytes]) -> None:
    one, two = (n for n in held if n.startswith("sayso/texts/"))
    held[one], held[two] = held[two], held[one]


def replaced(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], object]:
    """A change of the first such words in a member."""

    def apply(held: dict[str, bytes]) -> None:
        assert old in held[name]
        held[name] = held[name].replace(old, new, 1)

    return apply


def without(start: str) -> Callable[[dict[str, bytes]], object]:
    """The pack without the first member whose name begins so."""
    return lambda held: held.pop(next(n for n in held if n.startswith(start))) and None


def turned_index(held: dict[str, bytes]) -> None:
    held["indexes/index.cdxj"] = b"".join(reversed(held["indexes/index.cdxj"].splitlines(keepends=True)))


def other_time(held: dict[str, bytes]) -> None:
    key, stamp, rest = held["indexes/index.cdxj"].split(b" ", 2)
    held["indexes/index.cdxj"] = key + b" " + stamp[:-1] + b"9 " + rest


CHANGES = {
    "a word of a captured page": in_archive(lambda record: record.replace(b"vegetable market", b"vegetable mArket")),
    "the digest of a block": in_archive(
        lambda record: record.replace(b"Block-Digest: sha256:", b"Block-Digest: sha256:0", 1)
    ),
    "the digest of a payload": in_archive(
        lambda record: record.replace(b"Payload-Digest: sha256:", b"Payload-Digest: sha256:0", 1)
    ),
    "the length of a record": in_archive(lambda record: record.replace(b"Content-Length: ", b"Content-Length: 1", 1)),
    "a record that is no record": in_archive(lambda record: record.replace(b"WARC/1.1", b"WARC/9.9")),
    "what a revisit refers to": in_archive(
        lambda record: record.replace(b"Refers-To: <urn:uuid:", b"Refers-To: <urn:uuid:0", 1)
    ),
    "the list of pages": replaced("pages/pages.jsonl", b"courier.example", b"c0urier.example"),
    "an address in the index": in_index(lambda told: told.update(url="https://courier.example/other")),
    "a length in the index": in_index(lambda told: told.update(length=str(int(told["length"]) + 1))),
    "a digest in the index": in_index(lambda told: told.update(digest="sha256:" + "0" * 64)),
    "a time in the index": other_time,
    "the order of the index": turned_index,
    "two texts in each other's place": swapped,
    "a text that is missing": without("sayso/texts/"),
    "an archive that is missing": without("archive/"),
    "captures that are missing": without("sayso/captures.json"),
    "a stamp about something else": lambda held: held.update({"sayso/stamp.tsr": b"0" * 500}),
    "the digest a report rests on": edit("incident.json", lambda i: i["incident"]["reports"][0].update(digest="0")),
    "the report of a value": on_killed(lambda a: a.update(report=a["report"] + "0")),
    "what the capture says at a span": edit("spans.json", lambda s: s[0].update(captured=s[0]["captured"] + "x")),
    "the place of a span in the capture": edit("spans.json", lambda s: s[0].update(source=s[1]["source"])),
    "a text": other_text,
    "words of a value": on_killed(lambda a: a["assertion"].update(text="nine")),
    "its place": on_killed(lambda a: a["assertion"]["span"].update(start=0)),
    "its sentence": on_killed(lambda a: a.update(sentence="Nothing.")),
    "what it rests on": edit("incident.json", lambda i: i["incident"]["assertions"].pop()),
    "a statement": edit("incident.json", lambda i: i["incident"]["statements"][0].update(content="No.")),
    "a cue": edit("incident.json", other_cues),
    "the capture of a document": edit("documents.json", lambda d: d[0].update(capture=d[1]["capture"])),
    "an offset map": edit("documents.json", lambda d: d[0]["segments"][2].__setitem__(2, 3)),
    "an encoding": edit("documents.json", lambda d: [one.update(encoding="utf-16") for one in d]),
    "bytes of a span": edit("spans.json", lambda s: s[0]["bytes"].__setitem__(0, s[0]["bytes"][0] + 1)),
    "words of a span": edit("spans.json", lambda s: s[0].update(words="other")),
    "a digest of a capture": edit("captures.json", lambda c: c[0].update(digest="0" * 64)),
    "a record of a capture": edit("captures.json", lambda c: c[0]["records"][0].update(at="2020-01-01T00:00:00Z")),
    "the index": shorter_index,
}


def other_span(plain) -> None:  # type: ignore[no-untyped-def]
    """Leads one span to the place in the capture that another one has."""
    one = plain[0]
    two = next(s for s in plain if s["document"] == one["document"] and one["words"] not in verify.bare(s["captured"]))
    one.update({name: two[name] for name in ("source", "captured", "bytes")})


NAMED = {
    "payload digest does not match": CHANGES["a word of a captured page"],
    "block digest does not match": CHANGES["a word of a captured page"],
    "its length is wrong": CHANGES["the length of a record"],
    "are not in the pack": without("archive/"),
    "the text of document": swapped,
    "is of no capture here": edit("documents.json", lambda d: d[0].update(capture="0" * 64)),
    "the capture's words are others": edit("spans.json", other_span),
    "leads out of the pack": lambda held: held.update({"../outside": b"x"}),
}  # each of these is found in another way too, so that it counts what is said


@pytest.mark.parametrize("words", NAMED)
def test_what_is_wrong_is_named(pack: Path, tmp_path: Path, words: str) -> None:
    assert any(words in wrong for wrong in resealed(pack, tmp_path, NAMED[words]))


def test_two_members_of_one_name_are_named(pack: Path, tmp_path: Path) -> None:
    file = tmp_path / "twice.wacz"
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(file, "w") as package:
        for name, data in [*members(pack).items(), ("sayso/README.txt", b"another")]:
            package.writestr(name, data)
    assert "two members have the same name" in verify.verify(str(file))[0].failed


@pytest.mark.parametrize("what", CHANGES)
def test_who_makes_all_digests_anew_is_still_found_out(pack: Path, tmp_path: Path, what: str) -> None:
    assert resealed(pack, tmp_path, CHANGES[what])


def test_a_pack_of_another_version_is_said_to_be_one(pack: Path, tmp_path: Path) -> None:
    with pytest.raises(verify.Broken, match="another version"):
        resealed(pack, tmp_path, edit("incident.json", lambda i: i.update(schema="sayso.evidence/9")))


@pytest.mark.parametrize("data", [b"", b"no pack", b"PK\x05\x06" + b"\x00" * 18])
def test_what_is_no_pack_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    assert code(tmp_path, data) == 2
    assert verify.main([str(tmp_path / "gone.wacz")]) == 2
