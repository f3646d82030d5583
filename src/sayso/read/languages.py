"""Which rules read a document: one line for each language, and nothing for a language without rules.

Rules of one language over the text of another would invent values, so such a text gets an empty Reading, and the
check "language" says so.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping

from sayso.gazetteer import Gazetteer
from sayso.lang.en.function_words import FOREIGN_WORDS, FUNCTION_WORDS
from sayso.model import Document, Reading
from sayso.read.encoder.session import Encoder
from sayso.read.passages import split_passages
from sayso.read.reader import READER, Parts, Reader, english
from sayso.read.ru.rules import RUSSIAN_READER, russian_rules
from sayso.read.server import Server, read_with, reader_with
from sayso.read.triage.gate import Triage

Rules = Callable[[Gazetteer], Parts]

LANGUAGES: Mapping[str, tuple[str, Rules]] = {
    "en": (READER, english),
    "ru": (RUSSIAN_READER, russian_rules),
}
"""The registry of languages: ISO 639-1 code to the name of its reader and its rules."""
SERVED = "en"
"""The language in which a model on a server may be asked: what it tells goes the way of the English rules' drafts."""
LEARNED = "en"
"""The language that the encoder has learned."""
UNREAD = "unread"
"""Reader named by the Reading of a document in a language without rules."""
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_ENGLISH_SHARE = 0.12
_SHORT = 40


class Readers:
    """Reads each document by the rules of its language.

    Args:
        gazetteer: where places are looked up.
        server: a model that is asked for what the English rules leave open; None asks nobody.
        encoder: the released model, which reads English beside the rules; None for rules alone.
        triage: keeps articles without any sign of an incident from the encoder; None has it read all.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        server: Server | None = None,
        encoder: Encoder | None = None,
        triage: Triage | None = None,
    ) -> None:
        self.gazetteer = gazetteer
        self.server = server
        self.encoder = encoder
        self.triage = triage
        self._made: dict[str, Reader] = {}

    def read(self, document: Document, clock: Callable[[str, float], None] | None = None) -> Reading:
        """Read one document; see :meth:`sayso.read.reader.Reader.read`. Without rules the Reading is empty."""
        code = language_of(document)
        if code not in LANGUAGES:
            return Reading(document, split_passages(document), reader=UNREAD)
        name = self._name_for(code, document, clock)
        if name not in self._made:
            self._made[name] = self._make(code, name)
        if self.server is not None and code == SERVED:
            return read_with(self._made[name], self.server, document, clock)
        return self._made[name].read(document, clock)

    @property
    def names(self) -> frozenset[str]:
        """Names of the Readings made when all that was given answers; a Reading by another name is out of date."""
        made = {name for code in LANGUAGES for name in (self._name(code), self._alone(code))}
        if self.server is not None:
            own = {self._name(SERVED), self._alone(SERVED)}
            made = (made - own) | {reader_with(name, self.server) for name in own}
        return frozenset({UNREAD, *made})

    def _name(self, code: str) -> str:
        name, _ = LANGUAGES[code]
        return name if self.encoder is None or code != LEARNED else f"{name} + {self.encoder.name}"

    def _alone(self, code: str) -> str:
        """Name of the reader of what shows no sign of an incident: that of all others where nothing is kept back."""
        if self.encoder is None or self.triage is None or code != LEARNED:
            return self._name(code)
        return self.triage.alone(LANGUAGES[code][0])

    def _name_for(self, code: str, document: Document, clock: Callable[[str, float], None] | None) -> str:
        if self.encoder is None or self.triage is None or code != LEARNED:
            return self._name(code)
        start = time.perf_counter()
        worth = self.triage.worth_reading(document)
        if clock:
            clock("triage", time.perf_counter() - start)
        return self._name(code) if worth else self._alone(code)

    def _make(self, code: str, name: str) -> Reader:
        _, rules = LANGUAGES[code]
        if self.encoder is None or code != LEARNED or name != self._name(code):
            return Reader(rules(self.gazetteer), name)
        return Reader(english(self.gazetteer, self.encoder), name)


def language_of(document: Document) -> str:
    """Code of the language to read ``document`` in: its own unless the text plainly is English; "" for none.

    Short texts are often mistaken for another language, so English words outweigh the code of a document.
    """
    words = [w.lower() for w in _WORD.findall(document.text[:_SAMPLE])]
    if not words or document.language == "en":
        return "en"
    latin = sum(w.isascii() for w in words) / len(words)
    if latin < 0.5:
        return document.language or _by_script(words)
    english = sum(w in FUNCTION_WORDS for w in words) / len(words)
    foreign = sum(w in FOREIGN_WORDS for w in words) / len(words)
    if english >= _ENGLISH_SHARE and english > foreign:
        return "en"
    if len(words) < _SHORT and foreign <= english and latin > 0.9:
        return "en"
    return document.language


def _by_script(words: list[str]) -> str:
    """Russian for Cyrillic words without letters that Russian lacks."""
    letters = "".join(words)
    cyrillic = sum("а" <= c <= "я" or c == "ё" for c in letters)
    return "ru" if cyrillic >= 0.99 * len(letters) else ""
