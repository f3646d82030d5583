"""Check an evidence pack of Sayso: python verify.py PACK.wacz

Needs Python 3.9 or later and nothing else; no network. Nothing in the pack is run. Every byte of the pack is accounted
for: the ZIP wrapper, the digest of every member, every record of the captures, every place in every text where a value
or statement stands, and the way from that place back to the captured bytes. A pack that was made anew as a whole holds
together too: compare the seal that is printed with the one you were given on another way, or with the time stamp.

Exit code: 0 everything holds, 1 something does not, 2 this is no pack that can be read.
"""

from __future__ import annotations

import codecs
import hashlib
import html
import json
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

SCHEMA = "sayso.evidence/1"
FREE = ("datapackage.json", "datapackage-digest.json", "sayso/stamp.tsr")
STAMP = "sayso/stamp.tsr"
TEMPLATE = ("incident.json", "documents.json", "captures.json", "spans.json", "versions.json")


class Broken(Exception):
    """No pack that can be read."""


class Tally:
    """What held, what did not, and what there is to say."""

    def __init__(self) -> None:
        self.held: dict[str, int] = {}
        self.failed: list[str] = []
        self.notes: list[str] = []

    def check(self, what: str, good: bool, wrong: str) -> bool:
        """Count one check of the kind ``what``; ``wrong`` says what is wrong when it does not hold."""
        self.held[what] = self.held.get(what, 0) + (1 if good else 0)
        if not good:
            self.failed.append(wrong)
        return good


class Record:
    """One WARC record: headers in lower case, block, payload, and where it lies."""

    def __init__(self, file: str, offset: int, length: int, raw: bytes) -> None:
        head, mark, rest = raw.partition(b"\r\n\r\n")
        lines = head.decode("utf-8", "replace").split("\r\n")
        if not mark or lines[0] not in ("WARC/1.1", "WARC/1.0"):
            raise ValueError("no WARC record")
        self.file, self.offset, self.length = file, offset, length
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            self.headers[name.strip().lower()] = value.strip()
        size = int(self.get("content-length") or -1)
        self.block, self.tail = rest[:size], rest[size:]
        self.whole = size >= 0 and len(self.block) == size and self.tail == b"\r\n\r\n"
        self.kind, self.id, self.uri = self.get("warc-type"), self.get("warc-record-id"), self.get("warc-target-uri")
        self.at = self.get("warc-date")
        http = self.get("content-type").startswith("application/http")
        self.payload = self.block.partition(b"\r\n\r\n")[2] if http else self.block

    def get(self, name: str) -> str:
        """A header, "" when it is not there."""
        return self.headers.get(name, "")


def sha256(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def load(path: str, tally: Tally) -> dict[str, bytes]:
    """The members of the pack by name; the wrapper is checked on the way."""
    try:
        with open(path, "rb") as file:
            raw = file.read()
        with zipfile.ZipFile(path) as package:
            infos = package.infolist()
            members = {info.filename: package.read(info) for info in infos}
    except (OSError, zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError, zlib.error, ValueError) as error:
        raise Broken(str(error)) from None
    tally.check("ZIP wrapper", wrapper_holds(raw, infos), "the ZIP wrapper is not as it was written")
    tally.check("member names", len(members) == len(infos), "two members have the same name")
    for name in members:
        safe = ".." not in name.split("/") and not name.startswith("/") and "\\" not in name
        tally.check("member names", safe, f"a member leads out of the pack: {name!r}")
    return members


def wrapper_holds(raw: bytes, infos: list[zipfile.ZipInfo]) -> bool:
    """True when the ZIP file is, byte for byte, what is written for these members: nothing before, between, behind."""
    local, central = b"", b""
    for info in infos:
        name = info.filename.encode("ascii", "replace")
        data = raw[len(local) + 30 + len(name) :][: info.file_size]
        sizes = (zlib.crc32(data), len(data), len(data))
        offset = len(local)
        local += struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 0, 0, 33, *sizes, len(name), 0) + name + data
        fixed = (b"PK\x01\x02", 20, 3, 20, 0, 0, 0, 0, 33)
        central += struct.pack("<4s4B4H", *fixed)
        central += struct.pack("<3I5H2I", *sizes, len(name), 0, 0, 0, 0, 0o644 << 16, offset) + name
    count = len(infos)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(central), len(local), 0)
    return raw == local + central + end


def check_package(members: dict[str, bytes], tally: Tally) -> str:
    """Digests of all members; the seal, which is the digest of the list of digests."""
    package = members.get("datapackage.json")
    if package is None:
        raise Broken("there is no datapackage.json in it")
    seal = sha256(package)
    expected = canonical({"path": "datapackage.json", "hash": "sha256:" + seal})
    tally.check("seal", members.get("datapackage-digest.json") == expected, "datapackage-digest.json is another seal")
    try:
        listed = {one["path"]: one for one in json.loads(package.decode("utf-8"))["resources"]}
    except (ValueError, KeyError, TypeError):
        raise Broken("datapackage.json cannot be read") from None
    for name, one in sorted(listed.items()):
        data = members.get(name)
        good = data is not None and one.get("hash") == "sha256:" + sha256(data) and one.get("bytes") == len(data)
        tally.check("members", good, "{} is {}".format(name, "changed" if data is not None else "missing"))
    for name in sorted(set(members) - set(listed) - set(FREE)):
        tally.check("members", False, f"{name} is not in the list of members")
    return seal


def canonical(plain: Any) -> bytes:
    """JSON as it is written into packs."""
    return (json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def records_of(members: dict[str, bytes], tally: Tally) -> list[Record]:
    """Every record of every WARC file, each with its digests checked."""
    found = []
    for name in sorted(n for n in members if n.startswith("archive/")):
        for offset, length, raw in gzip_members(members[name]):
            try:
                record = Record(name[len("archive/") :], offset, length, raw)
            except ValueError:
                tally.check("records", False, f"{name} at byte {offset}: no WARC record")
                continue
            where = f"{name} at byte {offset} ({record.kind} {record.uri})"
            tally.check("records", record.whole, where + ": its length is wrong")
            block = record.get("warc-block-digest")
            tally.check("records", block == "sha256:" + sha256(record.block), where + ": block digest does not match")
            if record.kind in ("response", "resource"):
                payload = "sha256:" + sha256(record.payload)
                good = record.get("warc-payload-digest") == payload
                tally.check("records", good, where + ": payload digest does not match")
            found.append(record)
    return found


def gzip_members(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(offset, length, content) of each gzip member."""
    at, view = 0, memoryview(data)
    while at < len(data):
        opened, raw, end = zlib.decompressobj(31), b"", at
        try:
            while not opened.eof and end < len(data):
                raw += opened.decompress(view[end : end + 65536])
                end += 65536
        except zlib.error:
            raw = b""
        length = min(end, len(data)) - at - len(opened.unused_data)
        yield at, length, raw if opened.eof else b""
        if not opened.eof:
            return
        at += length


def check_index(members: dict[str, bytes], records: list[Record], tally: Tally) -> None:
    """Every line of the index leads to its record, every capture has a line, every page too."""
    by_place = {(r.file, r.offset): r for r in records}
    wanted = {(r.file, r.offset) for r in records if r.kind in ("response", "resource", "revisit")}
    lines = members.get("indexes/index.cdxj", b"").decode("utf-8", "replace").splitlines()
    tally.check("index", lines == sorted(lines), "the index is not in order")
    urls = set()
    for line in lines:
        try:
            _, stamp, text = line.split(" ", 2)
            told = json.loads(text)
            place = (told["filename"], int(told["offset"]))
            record = by_place[place]
            same = told["url"] == record.uri and int(told["length"]) == record.length
            same = same and stamp == re.sub(r"\D", "", record.at)[:14]
            same = same and told["digest"] == record.get("warc-payload-digest")
        except (ValueError, KeyError, TypeError):
            same, place = False, None
        wanted.discard(place)
        urls.add(told["url"] if same else "")
        tally.check("index", same, "this line of the index leads to no record: " + line[:100])
    tally.check("index", not wanted, f"{len(wanted)} captures are not in the index")
    for line in members.get("pages/pages.jsonl", b"").decode("utf-8", "replace").splitlines()[1:]:
        url = json.loads(line).get("url")
        tally.check("index", url in urls, f"a page is not in the index: {url}")


def check_captures(told: dict[str, Any], records: list[Record], tally: Tally) -> dict[str, bytes]:
    """Every capture has its record; digest to the captured bytes."""
    bodies = {sha256(r.payload): r.payload for r in records if r.kind in ("response", "resource")}
    by_id = {r.id: r for r in records}
    for one in told["captures.json"]:
        digest = one["digest"]
        if not one["kept"]:
            gone = one.get("dropped") or {}
            words = (digest[:12], gone.get("at", "?"), gone.get("why", "?"))
            tally.notes.append("bytes no longer kept: {} went at {} ({})".format(*words))
            continue
        tally.check("captures", digest in bodies, f"the bytes of capture {digest[:12]} are not in the pack")
        for known in one["records"]:
            record = by_id.get(known["id"])
            good = record is not None and record.get("warc-payload-digest") == "sha256:" + digest
            good = good and record is not None and (record.uri, record.at) == (known["uri"], known["at"])
            tally.check("captures", good, "record {} is not that of capture {}".format(known["id"], digest[:12]))
            first = by_id.get(record.get("warc-refers-to")) if record is not None else None
            if record is not None and record.kind == "revisit":
                good = first is not None and sha256(first.payload) == digest
                tally.check("captures", good, "revisit record {} refers to nothing here".format(known["id"]))
    return bodies


def check_texts(
    members: dict[str, bytes], told: dict[str, Any], bodies: dict[str, bytes], tally: Tally
) -> dict[str, str]:
    """Every document's text is that of its digest, and comes from the bytes of its capture; id to text."""
    captures = {one["digest"] for one in told["captures.json"]}
    texts = {}
    for one in told["documents.json"]:
        name, data = one["id"][:12], members.get("sayso/" + one["text"], b"")
        text = texts[one["id"]] = data.decode("utf-8", "surrogatepass")
        tally.check("texts", sha256(data) == one["text_sha256"], f"the text of document {name} is another")
        tally.check("texts", one["capture"] in captures, f"document {name} is of no capture here")
        body = bodies.get(one["capture"])
        if body is None:
            continue
        source = decoded(body, one["encoding"])
        good = sum(segment_holds(text, source, s) for s in one["segments"])
        wrong = len(one["segments"]) - good
        tally.check("offset maps", not wrong, f"{wrong} stretches of document {name} are not in its capture")
        located = sum(s[1] - s[0] for s in one["segments"])
        share = 100 * located // max(1, len(text))
        if share < 90:
            tally.notes.append(f"document {name}: {share} % of its text is traced to the bytes")
    return texts


def segment_holds(text: str, source: str, segment: list[int]) -> bool:
    """True when the text says what the source says there: the same, an entity of it, or white space for markup."""
    start, end, left, right = segment
    words, found = text[start:end], source[left:right]
    if words == found or html.unescape(found) == words or plain(found) == plain(words):
        return bool(words)
    return not words.strip() and not plain(bare(found))


def bare(source: str) -> str:
    """Source without its markup."""
    return re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", " ", source, flags=re.S | re.I)


def plain(words: str) -> str:
    """Words with entities opened and every kind of white space as one blank."""
    return re.sub(r"\s+", " ", html.unescape(words)).strip()


def decoded(body: bytes, encoding: str) -> str:
    """The characters of captured bytes; "+twice" stands for UTF-8 that was read as Windows-1252 and written again."""
    name = encoding[: -len("+twice")] if encoding.endswith("+twice") else encoding
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    text = body.decode(name, errors="replace")
    if name == encoding:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def check_incident(told: dict[str, Any], texts: dict[str, str], tally: Tally) -> None:
    """Every value rests on assertions that are here, and every one of their words stands where it is said to stand."""
    incident = told["incident.json"]["incident"]
    known = {a["id"] for a in incident.get("assertions", []) + incident.get("given", [])}
    for field in incident.get("fields", []):
        for value in field["values"]:
            some = set(value.get("chosen", [])) | set(value.get("assertions", []))
            good = some <= known and (bool(some) or value["state"] in ("not_reported", "not_read"))
            tally.check("values", good, "{} under {} rests on nothing here".format(field["field"], value["rule"]))
    reports = {r["key"]: r for r in incident.get("reports", [])}
    digests = {d["id"]: d for d in told["documents.json"]}
    for report in reports.values():
        held = digests.get(report["document"])
        good = held is not None and (held["capture"], held["text_sha256"]) == (report["digest"], report["text_digest"])
        tally.check("reports", good, "report {} is not of the document here".format(report["key"][:14]))
    for a in incident.get("assertions", []):
        text, said = texts.get(a["report"].partition("/")[0]), a["assertion"]
        where = "{} {!r}".format(said["field"], said["text"][:40])
        tally.check("words", stands(text, said["span"], said["text"]), where + " does not stand at its offsets")
        tally.check("words", stands(text, a["sentence_span"], a["sentence"]), where + ": its sentence does not")
        tally.check("words", a["report"] in reports, where + " is of no report here")
    for s in incident.get("statements", []):
        good = stands(texts.get(s["document"]), s["span"], s["content"])
        tally.check("words", good, "statement {} does not stand at its offsets".format(s["key"][-6:]))
    for span, words in cues(incident):
        document, place = span
        tally.check("words", stands(texts.get(document), place, words), f"the cue {words[:40]!r} does not stand there")


def cues(incident: dict[str, Any]) -> Iterator[tuple[tuple[str, dict[str, int]], str]]:
    """Every cue of every chain, with its place."""
    for a in incident.get("assertions", []):
        for voice in a["chain"]:
            if voice.get("cue_span"):
                yield (a["report"].partition("/")[0], voice["cue_span"]), voice["cue"]
    for s in incident.get("statements", []):
        for voice in s["chain"]:
            if voice.get("cue_span"):
                yield (s["document"], voice["cue_span"]), voice["cue"]


def stands(text: str | None, span: dict[str, int], words: str) -> bool:
    """True when the words stand at the offsets in the text."""
    return text is not None and bool(words) and text[span["start"] : span["end"]] == words


def check_spans(told: dict[str, Any], texts: dict[str, str], bodies: dict[str, bytes], tally: Tally) -> None:
    """Every span leads to characters and bytes of the capture that say the same."""
    documents = {d["id"]: d for d in told["documents.json"]}
    sources = {
        d["id"]: decoded(bodies[d["capture"]], d["encoding"]) for d in documents.values() if d["capture"] in bodies
    }
    missing = 0
    for span in told["spans.json"]:
        held = documents.get(span["document"])
        text = texts.get(span["document"], "")
        where = "{!r} in document {}".format(span["words"][:40], span["document"][:12])
        good = held is not None and text[span["start"] : span["end"]] == span["words"]
        if not tally.check("spans", good, where + " does not stand at its offsets") or held is None:
            continue
        body = bodies.get(held["capture"])
        if body is None or span["source"] is None:
            missing += body is not None
            continue
        source = sources[span["document"]][span["source"][0] : span["source"][1]]
        tally.check("spans", source == span["captured"], where + ": the capture says something else")
        tally.check("spans", same_words(source, span["words"]), where + ": the capture's words are others")
        if span["bytes"] is not None:
            cut = body[span["bytes"][0] : span["bytes"][1]]
            tally.check("spans", decoded(cut, held["encoding"]) == span["captured"], where + ": other bytes")
    if missing:
        tally.notes.append(f"{missing} spans stand in the text but are not traced to the bytes")


def same_words(source: str, words: str) -> bool:
    """True when the source, markup taken away, holds the words in their order."""
    have = "".join(plain(bare(source)).split())
    at = 0
    for word in words.split():
        found = have.find(word, at)
        if found < 0:
            return False
        at = found + len(word)
    return True


def check_stamp(stamp: bytes, seal: str, tally: Tally) -> None:
    """The time stamp (RFC 3161) is about this seal; who signed it is checked with openssl."""
    when = stamped_at(stamp, seal)
    if tally.check("time stamp", when is not None, "the time stamp is about something else"):
        how = f"openssl ts -verify -digest {seal} -in stamp.tsr -CAfile TRUSTED.pem"
        tally.notes.append(f"time stamp of {when}; check its signature with: {how}")


def stamped_at(stamp: bytes, digest: str) -> str | None:
    """The time in a stamp (DER), "?" when it cannot be told; None when it is not about this SHA-256."""
    sha = b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01"
    imprint = re.escape(sha) + rb"(?:\x05\x00)?\x04\x20" + re.escape(bytes.fromhex(digest))
    about = re.search(imprint, stamp, re.S)
    if about is None:
        return None
    time = re.search(rb"\x18[\x0d-\x20](\d{14}(?:\.\d+)?Z)", stamp[about.end() :])
    return time.group(1).decode("ascii") if time else "?"


def verify(path: str) -> tuple[Tally, str]:
    """Check a pack: what was found, and its seal.

    Raises:
        Broken: it is no pack that can be read.
    """
    tally = Tally()
    members = load(path, tally)
    seal = check_package(members, tally)
    records = records_of(members, tally)
    try:
        told = {name: json.loads(members["sayso/" + name].decode("utf-8")) for name in TEMPLATE}
        if told["incident.json"]["schema"] != SCHEMA:
            raise Broken("it is of another version: {}".format(told["incident.json"]["schema"]))
        check_index(members, records, tally)
        bodies = check_captures(told, records, tally)
        texts = check_texts(members, told, bodies, tally)
        check_incident(told, texts, tally)
        check_spans(told, texts, bodies, tally)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        tally.check("contents", False, f"the contents cannot be followed: {type(error).__name__} {error}")
    if STAMP in members:
        check_stamp(members[STAMP], seal, tally)
    return tally, seal


def main(arguments: list[str]) -> int:
    """Command line: check one pack and say what was found."""
    if len(arguments) != 1 or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        tally, seal = verify(arguments[0])
    except Broken as error:
        print(f"NOT A PACK: {error}")
        return 2
    for what, number in tally.held.items():
        print(f"  {number:6}  {what} hold")
    for note in tally.notes:
        print("  note: " + note)
    for wrong in tally.failed[:50]:
        print("  WRONG: " + wrong)
    print("seal: sha256:" + seal)
    whole, broken = "WHOLE: everything in this pack holds together", f"BROKEN: {len(tally.failed)} things do not hold"
    print(broken if tally.failed else whole)
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
