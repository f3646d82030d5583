"""Labelled sets as words with tags, cut into windows.

Every set fills only the layers that it has; a layer that is None is not learned from there. ``IGNORED`` marks single
words of which a set says nothing (inside a content of PolNeAR: nested attributions were not marked there).
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.model import Document, Span
from sayso.read.encoder import labels
from sayso.read.encoder.windows import Window, windows
from sayso.read.encoder.words import WORD, Tokenizer, Words, split_words
from sayso.read.passages import split_passages

IGNORED = -100
Fragments = list[list[int]]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution: the words of its cue, a tag of ``PART_TAGS`` per word of the text, and what is told of it.

    ``manner`` is the place in ``MANNERS`` of the code book after which its parts were marked.
    """

    first: int
    last: int
    tags: dict[int, int]
    told: dict[str, int] = field(default_factory=dict)
    manner: int = 0


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its layers.

    Attributes:
        name: id of the text, with the name of its set.
        names, cues, inner, roles, times, status: one tag per word, or None. ``cues`` are those of the outermost
            attributions as PolNeAR has them, ``inner`` those of all levels as GUM and the readings have them.
        mentions: of the same things, as (first word, last word, number of the thing).
        relations: its attributions, or None.
        passages: labelled sentences as (first word, last word, number of the class).
        happenings: sentences as (first word, last word, 1 or 0 for each of ``HAPPENINGS``).
        known_names: which kinds of names the set marks; others are not asked for there.
    """

    name: str
    text: str
    words: Words
    names: list[int] | None = None
    cues: list[int] | None = None
    inner: list[int] | None = None
    roles: list[int] | None = None
    times: list[int] | None = None
    status: list[int] | None = None
    mentions: list[tuple[int, int, int]] = field(default_factory=list)
    relations: list[Relation] | None = None
    passages: list[tuple[int, int, int]] = field(default_factory=list)
    happenings: list[tuple[int, int, tuple[float, ...]]] = field(default_factory=list)
    known_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """One window of a labelled text, with the attributions and sentences that begin in it."""

    labelled: Labelled
    window: Window
    relations: list[Relation] = field(default_factory=list)
    passages: list[tuple[int, int, int]] = field(default_factory=list)
    happenings: list[tuple[int, int, tuple[float, ...]]] = field(default_factory=list)
    mentions: list[tuple[int, int, int]] = field(default_factory=list)


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def polnear(rows: Iterable[dict[str, Any]], tokenizer: Tokenizer) -> Iterator[Labelled]:
    """PolNeAR: outermost attributions only, so words inside a content say nothing about further cues."""
    for row in rows:
        words, cues, relations = _attributions(row, tokenizer, nested=False)
        yield Labelled(f"polnear/{row['id']}", row["text"], words, cues=cues, relations=relations)


def gum(rows: Iterable[dict[str, Any]], tokenizer: Tokenizer) -> Iterator[Labelled]:
    """GUM: attributions on all levels, days, and which mentions are of the same thing."""
    for row in rows:
        words, cues, relations = _attributions(row, tokenizer, nested=True)
        dates: dict[int, int] = {}
        _put(dates, words, [found["span"] for found in row["dates"]], labels.TIME_TAGS.index("B-time"))
        times = [dates.get(n, 0) for n in range(len(words))]
        things: dict[Any, int] = {}
        covered = ((_covered(words, [e["span"]]), e["cluster"]) for e in row["entities"])
        mentions = sorted((w[0], w[-1] + 1, things.setdefault(c, len(things))) for w, c in covered if w)
        yield Labelled(
            f"gum/{row['id']}", row["text"], words, inner=cues, times=times, mentions=mentions, relations=relations
        )


def _attributions(
    row: dict[str, Any], tokenizer: Tokenizer, *, nested: bool
) -> tuple[Words, list[int], list[Relation]]:
    words = split_words(row["text"], tokenizer)
    cues = [0] * len(words)
    relations = []
    for marked in row["attributions"]:
        cue = _covered(words, marked["cue"])
        if not nested:
            for number in _covered(words, marked["content"]):
                cues[number] = IGNORED if cues[number] == 0 else cues[number]
        if cue:
            tags: dict[int, int] = {}
            for part in labels.PARTS:
                _put(tags, words, marked[part], labels.PART_TAGS.index(f"B-{part}"))
            relations.append(Relation(cue[0], cue[-1] + 1, tags, manner=int(nested)))
    for marked in row["attributions"]:  # after the contents, which must not hide a cue
        for first, last in _runs(_covered(words, marked["cue"])):
            cues[first] = 1
            cues[first + 1 : last] = [2] * (last - first - 1)
    return words, cues, relations


_WORLDWIDE: Mapping[str, str] = {
    "Person": "person", "Organization": "organisation", "Location": "place", "NORP": "nationality",
    "Facility": "facility", "Product": "product", "Misc": "other",
}  # fmt: skip


def worldwide(rows: Iterable[dict[str, Any]], tokenizer: Tokenizer) -> Iterator[Labelled]:
    """English Worldwide Newswire: names."""
    for row in rows:
        words = split_words(row["text"], tokenizer)
        tags: dict[int, int] = {}
        for entity in row["entities"]:
            if kind := _WORLDWIDE.get(entity["type"]):
                _put(tags, words, [entity["span"]], labels.NAME_TAGS.index(f"B-{kind}"))
        known = tuple(dict.fromkeys(_WORLDWIDE.values()))
        names = [tags.get(n, 0) for n in range(len(words))]
        yield Labelled(f"worldwide/{row['id']}", row["text"], words, names=names, known_names=known)


def readings(
    rows: Iterable[dict[str, Any]], texts: Mapping[str, str], tokenizer: Tokenizer, origin: str
) -> Iterator[Labelled]:
    """Full readings (the form of the labelled Wikinews articles): statements with their kinds, and what more is there.

    Args:
        rows: labelled articles; ``texts`` gives the text of each id.
        tokenizer: the encoder's.
        origin: name of the set.
    """
    for row in rows:
        text = texts[row["id"]]
        words = split_words(text, tokenizer)
        cues = [0] * len(words)
        relations = []
        for said in row["statements"]:
            if said["cue"] is None or said["content"] is None:
                continue
            cue = list(_between(words, *_at(said["cue"])))
            relations.append(_said(said, cue, words))
            cues[cue[0]] = 1
            for number in cue[1:]:
                cues[number] = 2
        names = _named(row, words) if "names" in row else None
        kinds = tuple(k for k in labels.NAMES if k not in ("product", "other")) if names is not None else ()
        passages = [_sentence(s, words) for s in row.get("sentences", [])]
        yield Labelled(
            f"{origin}/{row['id']}", text, words, names=names, inner=cues, relations=relations, passages=passages,
            known_names=kinds,
        )  # fmt: skip


def _at(marked: dict[str, Any]) -> tuple[int, int]:
    return marked["at"], marked["at"] + len(marked["text"])


def _said(said: dict[str, Any], cue: list[int], words: Words) -> Relation:
    """The statement as an attribution; of a chain, the voice that stands nearest to the cue is its source."""
    tags: dict[int, int] = {}
    told = {"kind": labels.KINDS.index(said["kind"]), "polarity": int(said["negated"])}
    start = words.starts[cue[0]]
    heard = [v for v in said["voices"] if v.get("at") is not None and v["text"] != said["cue"]["text"]]
    if heard:
        voice = min(heard, key=lambda v: min(abs(v["at"] - start), abs(_at(v)[1] - start)))
        _put(tags, words, [list(_at(voice))], labels.PART_TAGS.index("B-source"))
        told["voice"] = labels.VOICES.index(voice["kind"])
    content: dict[int, int] = {}
    _put(content, words, [list(_at(said["content"]))], labels.PART_TAGS.index("B-content"))
    return Relation(cue[0], cue[-1] + 1, {**content, **tags, **dict.fromkeys(cue, 0)}, told, manner=1)


_CLASSES = {"this": "this_incident", "earlier": "earlier_incident"}


def _sentence(marked: dict[str, Any], words: Words) -> tuple[int, int, int]:
    covered = list(_between(words, marked["at"], marked["end"]))
    kind = _CLASSES.get(marked["class"], marked["class"])
    return covered[0], covered[-1] + 1, labels.PASSAGES.index(kind)


def _named(row: dict[str, Any], words: Words) -> list[int]:
    tags: dict[int, int] = {}
    for name in row["names"]:
        kind = "armed_group" if name["class"] == "group" else name["class"]
        _put(tags, words, [[name["at"], name["end"]]], labels.NAME_TAGS.index(f"B-{kind}"))
    return [tags.get(n, 0) for n in range(len(words))]


_MUC: Mapping[str, str] = dict(
    zip(("PerpInd", "PerpOrg", "Target", "Victim", "Weapon"), labels.ROLES, strict=True),
)


def muc4(
    rows: Iterable[dict[str, Any]],
    fillers: Mapping[str, dict[str, Any]],
    keys: Mapping[str, dict[str, Any]],
    told: Mapping[str, dict[str, Any]],
    tokenizer: Tokenizer,
) -> Iterator[Labelled]:
    """MUC-4: role fillers, every mention of the same words as well as the marked ones, and sentences that hold them.

    The header is left out. A sentence tells of the types of the templates with a filler in it, and of no type that no
    template of the article has; whether it tells of the others is not known, since what leads on is not marked.

    Args:
        rows: the articles.
        fillers, keys, told: by id of the article: its fillers, its templates, its keys (with the status of the bodies).
        tokenizer: the encoder's.
    """
    for row in rows:
        text = row["text"][row["body_start"] :]
        words = split_words(text, tokenizer)
        tags: dict[int, int] = {}
        for role, entities in fillers[row["docid"]]["extracts"].items():
            begin = labels.ROLE_TAGS.index(f"B-{_MUC[role]}")
            for first, last in _occurrences(words, text, {_form(m["text"]) for entity in entities for m in entity}):
                if first not in tags:
                    tags[first] = begin
                    tags.update(dict.fromkeys(range(first + 1, last), begin + 1))
        roles = [tags.get(n, 0) for n in range(len(words))]
        happened = _happenings(words, text, keys[row["docid"]]["templates"], row["body_start"])
        status = _status(words, text, told[row["docid"]]["templates"])
        yield Labelled(f"muc4/{row['docid']}", text, words, roles=roles, status=status, happenings=happened)


def _status(words: Words, text: str, templates: list[dict[str, Any]]) -> list[int]:
    """How surely the bodies named as perpetrators are said to be; ``IGNORED`` on all other words."""
    tags = [IGNORED] * len(words)
    for body in (body for template in templates for body in template["norm"].get("perp_org") or []):
        for confidence in body["confidence"][:1]:
            for first, last in _occurrences(words, text, {_form(name) for name in body["org"]}):
                tags[first:last] = [labels.STATUS.index(confidence)] * (last - first)
    return tags


def _happenings(
    words: Words, text: str, templates: list[dict[str, Any]], shift: int
) -> list[tuple[int, int, tuple[float, ...]]]:
    found = []
    for first, last, span in all_sentences(words, text):
        types = {
            kind
            for template in templates
            for role in _MUC
            for entity in template[role]
            for mention in entity
            for kind in template["incident_type"].split(" / ")
            if span.start <= mention["span"][0] - shift < span.end
        }
        of_all = {kind for template in templates for kind in template["incident_type"].split(" / ")}
        open_ones = of_all if not types else set()
        found.append(
            (first, last, tuple(float(IGNORED) if k in open_ones else float(k in types) for k in labels.HAPPENINGS))
        )
    return found


def all_sentences(words: Words, text: str) -> list[tuple[int, int, Span]]:
    """The sentences that the reader's own splitter makes, as word spans with their spans of characters."""
    spans = (p.span for p in split_passages(Document("", "", text)))
    covered = ((list(_between(words, span.start, span.end)), span) for span in spans)
    return [(numbers[0], numbers[-1] + 1, span) for numbers, span in covered if numbers]


def _form(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.lower()))


def _occurrences(words: Words, text: str, forms: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Word spans of the forms, longest first."""
    low = [text[s:e].lower() for s, e in zip(words.starts, words.ends, strict=True)]
    first_of: dict[str, list[int]] = {}
    for number, word in enumerate(low):
        first_of.setdefault(word, []).append(number)
    for form in sorted(forms, key=len, reverse=True):
        for start in first_of.get(form[0], []) if form else []:
            if tuple(low[start : start + len(form)]) == form:
                yield start, start + len(form)


def _covered(words: Words, spans: Fragments) -> list[int]:
    """Numbers of the words that share a character with a span, in order."""
    return sorted({number for start, end in spans for number in _between(words, start, end)})


def _between(words: Words, start: int, end: int) -> Iterator[int]:
    number = _first_after(words, start)
    while number < len(words) and words.starts[number] < end:
        yield number
        number += 1


def _first_after(words: Words, offset: int) -> int:
    return bisect_right(words.ends, offset)


def _put(tags: dict[int, int], words: Words, spans: Fragments, begin: int) -> None:
    for start, end in spans:
        covered = list(_between(words, start, end))
        for place, number in enumerate(covered):
            tags[number] = begin if place == 0 else begin + 1


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or numbers[place] != numbers[place - 1] + 1:
            yield numbers[start], numbers[place - 1] + 1
            start = place


def examples(texts: Iterable[Labelled]) -> Iterator[Example]:
    """The windows of the texts; an attribution belongs to the window that owns its cue."""
    for labelled in texts:
        for window in windows(labelled.text, labelled.words):
            own = [r for r in labelled.relations or [] if window.own <= r.first < window.last]
            sentences = [p for p in labelled.passages if window.own <= p[0] and p[1] <= window.last]
            told = [h for h in labelled.happenings if window.own <= h[0] and h[1] <= window.last]
            mentions = [m for m in labelled.mentions if window.first <= m[0] and m[1] <= window.last]
            yield Example(labelled, window, own, sentences, told, mentions)


Loader = Callable[[Path, str, Tokenizer], Iterator[Labelled]]


def _load_muc4(folder: Path, part: str, tokenizer: Tokenizer) -> Iterator[Labelled]:
    fillers = {row["docid"]: row for row in read_lines(folder / f"muc4/grit.{part}.jsonl.gz")}
    keys = {row["docid"]: row for row in read_lines(folder / f"muc4/gtt.{part}.jsonl.gz")}
    told = {row["docid"]: row for row in read_lines(folder / f"muc4/keys.{part}.jsonl.gz")}
    return muc4(read_lines(folder / f"muc4/docs.{part}.jsonl.gz"), fillers, keys, told, tokenizer)


def _load_polnear(folder: Path, part: str, tokenizer: Tokenizer) -> Iterator[Labelled]:
    name = "train.jsonl.gz" if part == "train" else "dev.jsonl"
    return polnear(read_lines(folder / "polnear" / name), tokenizer)


def _load_worldwide(folder: Path, part: str, tokenizer: Tokenizer) -> Iterator[Labelled]:
    return worldwide(read_lines(folder / f"ner-worldwide/{part}.jsonl.gz"), tokenizer)


def _load_gum(folder: Path, part: str, tokenizer: Tokenizer) -> Iterator[Labelled]:
    """GUM has no dev part: every fourth document in name order is kept from training."""
    rows = sorted(read_lines(folder / "gum/docs.jsonl.gz"), key=lambda r: str(r["id"]))
    return gum([r for n, r in enumerate(rows) if (n % 4 == 3) == (part == "dev")], tokenizer)


def _load_own(folder: Path, part: str, tokenizer: Tokenizer) -> Iterator[Labelled]:
    rows = list(read_lines(Path(__file__).parent.parent / f"data/reports/{part}.jsonl"))
    return readings(rows, {row["id"]: row["text"] for row in rows}, tokenizer, "own")


def _load_muc4_readings(folder: Path, part: str, tokenizer: Tokenizer) -> Iterator[Labelled]:
    """All 36 are trained on; their header services are no part of the text."""
    if part != "train":
        return iter(())
    texts = {row["id"]: row["text"] for row in read_lines(folder / "muc4-readings/articles.jsonl.gz")}
    return readings(read_lines(folder / "muc4-readings/gold.jsonl"), texts, tokenizer, "muc4-readings")


SETS: Mapping[str, Loader] = {
    "polnear": _load_polnear, "gum": _load_gum, "worldwide": _load_worldwide, "muc4": _load_muc4, "own": _load_own,
    "muc4-readings": _load_muc4_readings,
}  # fmt: skip
UNLICENSED = ("polnear", "worldwide")
"""Sets that state no licence; ``--licensed-only`` leaves them out."""
