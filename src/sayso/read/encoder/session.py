"""The released encoder at work: words in, scores of every head out. Needs onnxruntime and tokenizers, no torch.

One thread, one window at a time and no reordering of sums: the same text gives the same scores on machines of one kind.
"""

from __future__ import annotations

import hashlib
import json
import os
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from sayso.model import SaysoError, Span
from sayso.read.encoder import labels
from sayso.read.encoder.attributions import AROUND, Answer, Attributed, attributions, distances
from sayso.read.encoder.calibration import Calibration, open_calibration
from sayso.read.encoder.decode import Scores, log_softmax
from sayso.read.encoder.edges import tidied
from sayso.read.encoder.named import Named, names
from sayso.read.encoder.windows import Window, windows
from sayso.read.encoder.words import Tokenizer, Words, split_words

PER_WORD = ("names", "cues", "inner", "roles", "times", "status", "passages", "happenings", "later", "earlier")
"""What the first graph scores for every word, after the word's state."""
_BEGIN, _END = 101, 102  # [CLS] and [SEP] of the uncased BERT vocabulary
_FILES = ("encode.onnx", "ask.onnx", "tokenizer.json")
_INSTEAD = "install Sayso again, or set SAYSO_ENCODER=off to read by rules alone"
_LIBRARIES = "install Sayso again with its libraries, or set SAYSO_ENCODER=off to read by rules alone"
RELEASED = Path(__file__).parent / "released"
"""Where the released model lies."""


def open_released() -> Encoder:
    """The released model.

    Raises:
        SaysoError: this copy of Sayso lacks a file of it.
    """
    return Encoder(RELEASED)


class Encoder:
    """The released model.

    Args:
        folder: where ``encode.onnx``, ``ask.onnx`` and ``tokenizer.json`` lie.

    Attributes:
        name: name and version, written into each Reading: the folder's ``name.txt``.
        calibration: from its scores to shares that are right: the folder's ``calibration.json``.

    Raises:
        SaysoError: a file or a library is missing, or a file is not the one that was released.
    """

    def __init__(self, folder: Path) -> None:
        _check(folder)
        self._folder = folder
        told = folder / "name.txt"
        self.name = told.read_text(encoding="utf-8").strip() if told.is_file() else "encoder"
        self.calibration = open_calibration(folder / "calibration.json")
        self._last: Encoded | None = None

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return _tokenizer(self._folder / "tokenizer.json")

    @cached_property
    def _encode(self) -> Any:  # opened when first used: who only asks for the name needs no hundred megabytes
        return _graph(self._folder / "encode.onnx")

    @cached_property
    def _ask(self) -> Any:
        return _graph(self._folder / "ask.onnx")

    def read(self, text: str) -> Encoded:
        """The text as the encoder sees it, kept until the next one: every part of a reading asks for the same text."""
        if self._last is None or self._last.text != text:
            self._last = self._read(text)
        return self._last

    def _read(self, text: str) -> Encoded:
        words = split_words(text, self._tokenizer)
        seen = tuple(self._window(words, window) for window in windows(text, words))
        return Encoded(text, words, seen, self._ask, self.calibration)

    def _window(self, words: Words, window: Window) -> _Seen:
        """Runs the first graph on one window."""
        pieces, cases, firsts = [_BEGIN], [0], []
        for number in range(window.first, window.last):
            firsts.append(len(pieces))
            pieces.extend(words.pieces[number])
            cases.extend([words.cases[number]] * len(words.pieces[number]))
        pieces.append(_END)
        cases.append(0)
        made = {
            "pieces": [pieces], "mask": [[1] * len(pieces)], "cases": [cases], "firsts": [firsts],
        }  # fmt: skip
        states, *scores = self._encode.run(
            ["states", *PER_WORD], {name: np.array(rows, dtype=np.int64) for name, rows in made.items()}
        )
        return _Seen(window, states[0], dict(zip(PER_WORD, (s[0] for s in scores), strict=True)))


@dataclass(frozen=True, slots=True)
class _Seen:
    """One window with a state and scores for each of its words."""

    window: Window
    states: np.ndarray[Any, np.dtype[np.float32]]
    scores: Mapping[str, Scores]


@dataclass(frozen=True)
class Encoded:
    """One text as the encoder sees it.

    Attributes:
        text: the text; ``words`` its words.
        seen: its windows; graph: the graph that is asked about a cue.
        calibration: that of the encoder.
    """

    text: str
    words: Words
    seen: tuple[_Seen, ...]
    graph: Any
    calibration: Calibration = field(default_factory=Calibration)

    @cached_property
    def scores(self) -> dict[str, Scores]:
        """Words by tags, for each of ``PER_WORD``: of each window only the words that are its own."""
        if not self.seen:
            return {name: np.zeros((0, 1), dtype=np.float32) for name in PER_WORD}
        return {
            name: np.concatenate([s.scores[name][s.window.own - s.window.first :] for s in self.seen])
            for name in PER_WORD
        }

    def ask(self, cues: Sequence[tuple[int, int]], manner: int = 0) -> list[Answer]:
        """What is said of each cue, in their order; all cues of one window are asked together.

        Args:
            cues: first and last (exclusive) word of each.
            manner: place in ``labels.MANNERS`` of the code book that is followed.
        """
        answers: dict[int, Answer] = {}
        for seen in self.seen:
            own = [n for n, (first, _) in enumerate(cues) if seen.window.own <= first < seen.window.last]
            if own:
                answers.update(zip(own, self._asked(seen, [cues[n] for n in own], manner), strict=True))
        return [answers[n] for n in range(len(cues))]

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Its names, in order."""
        return names(self.words, self.scores["names"])

    def cue_chance(self, span: Span) -> float:
        """Highest probability that a word of ``span`` (characters of the text) belongs to a cue of any attribution."""
        return self._chance("cues", span)

    def told_chance(self, span: Span) -> float:
        """The same for cues of telling, on all levels: no thoughts, wishes or deeds that show an opinion."""
        return self._chance("inner", span)

    def _chance(self, head: str, span: Span) -> float:
        covered = list(range(*self.words_at(span)))
        if not covered:
            return 0.0
        chances = np.exp(log_softmax(self.scores[head][covered]))
        return float(1.0 - chances[:, 0].min())

    def words_at(self, span: Span) -> tuple[int, int]:
        """First and last (exclusive) word that ``span`` (characters of the text) touches."""
        return bisect_right(self.words.ends, span.start), bisect_left(self.words.starts, span.end)

    def attributions(self, bias: float = 0.0) -> tuple[Attributed, ...]:
        """Who says what; ``bias`` as in :func:`sayso.read.encoder.attributions.attributions`."""
        found = attributions(self.words, self.scores["cues"], self.ask, bias)
        tidy = (replace(one, content=tidied(self.text, one.content)) for one in found)
        return tuple(one for one in tidy if one.content)

    def _asked(self, seen: _Seen, cues: Sequence[tuple[int, int]], manner: int) -> list[Answer]:
        window, states = seen.window, seen.states
        spans = [(max(window.first, a - AROUND), min(window.last, a + AROUND + 1)) for a, _ in cues]
        longest = max(end - begin for begin, end in spans)
        around = np.zeros((len(cues), longest, states.shape[1]), dtype=np.float32)
        mask, places = np.zeros((len(cues), longest), dtype=np.bool_), np.zeros((len(cues), longest), dtype=np.int64)
        cue = np.zeros((len(cues), states.shape[1]), dtype=np.float32)
        for n, ((first, last), (begin, end)) in enumerate(zip(cues, spans, strict=True)):
            around[n, : end - begin] = states[begin - window.first : end - window.first]
            mask[n, : end - begin] = True
            places[n, : end - begin] = distances(first, last, begin, end)
            cue[n] = states[first - window.first : min(last, window.last) - window.first].mean(axis=0)
        whose = np.full(len(cues), manner, dtype=np.int64)
        given = {"around": around, "mask": mask, "places": places, "cue": cue, "manner": whose}
        parts, *told = self.graph.run(["parts", *labels.TOLD], given)
        return [
            Answer(begin, parts[n, : end - begin], {name: t[n] for name, t in zip(labels.TOLD, told, strict=True)})
            for n, (begin, end) in enumerate(spans)
        ]


def _check(folder: Path) -> None:
    """Every file is there and has the digest (SHA-256) that ``digests.txt`` gives."""
    missing = [name for name in (*_FILES, "digests.txt") if not (folder / name).is_file()]
    if missing:
        raise SaysoError(f"the encoder's {missing[0]} is not in {folder}", _INSTEAD)
    told = json.loads((folder / "digests.txt").read_text(encoding="utf-8"))
    for name in _FILES:
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != told.get(name):
            raise SaysoError(f"the encoder's {name} in {folder} is not the one that was released", _INSTEAD)


def _tokenizer(file: Path) -> Tokenizer:
    try:
        from tokenizers import Tokenizer as Released
    except ImportError:
        raise SaysoError("the library tokenizers is missing", _LIBRARIES) from None
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # one core a reader; forks would warn otherwise
    made = Released.from_file(str(file))
    made.no_padding()
    made.no_truncation()
    found: Tokenizer = made
    return found


def _graph(file: Path) -> Any:
    try:
        import onnxruntime
    except ImportError:
        raise SaysoError("the library onnxruntime is missing", _LIBRARIES) from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
