"""Russian statements: "X сообщил, что ...", "..., сообщил X", "по словам X, ...", claims of responsibility."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.lang.ru import reporting as ru
from sayso.model import Attribution, Document, Mention, Passage, Span, Statement, Voice
from sayso.read.ru.morph import Word, words_of
from sayso.read.ru.voices import dates_of, is_pronoun, is_recipient, kind_of, phrase, voice

MADE_BY = "statements-ru/1"
_CLAIM = re.compile(ru.RESPONSIBILITY, re.I)
_NO_CLAIM = re.compile(ru.NO_RESPONSIBILITY, re.I)
_CITING = re.compile("|".join(ru.CITING), re.I)
_ABOUT_THIS = re.compile(r"\b(?:об этом|о (?:случившемся|произошедшем|происшествии))\b", re.I)
_ABOUT = re.compile(r"Об? [\w «»-]{3,60}?(?=\s+\w+\Z)|Об? [\w «»-]{3,60}")
_MARKS = ' \t\n,;:.!?—–-«»"“”'
_CARRIERS = frozenset(("agency", "outlet", "monitor"))


@dataclass(slots=True)
class _Draft:
    content: Span
    voices: tuple[Voice, ...]
    kind: str
    cue: Span
    rule: str
    lemma: str = ""
    negated: bool = False


def find_statements(
    document: Document, passages: tuple[Passage, ...], mentions: tuple[Mention, ...]
) -> tuple[Statement, ...]:
    """As :func:`sayso.read.statements.find_statements`, for Russian text."""
    dates = dates_of(mentions)
    drafts: list[_Draft] = []
    for number, passage in enumerate(passages):
        words = words_of(document.text, passage.span.start, passage.span.end)
        before = passages[number - 1].span if number and passages[number - 1].kind == "body" else None
        drafts += _Sentence(document.text, passage.span, words, dates, before).drafts()
    return _assembled(document, [d for d in drafts if len(d.content) > 2 and d.voices])


@dataclass(slots=True)
class _Sentence:
    text: str
    span: Span
    words: list[Word]
    dates: tuple[Span, ...]
    before: Span | None

    def drafts(self) -> list[_Draft]:
        """The statements of this sentence, each cue once."""
        found = list(self._claims())
        found += self._according()
        for i, word in enumerate(self.words):
            lemma = next((x for x in sorted(word.lemmas) if x in ru.VERBS), "")
            if not lemma or word.pos not in ("VERB", "PRTS", "GRND") or any(d.cue.start == word.start for d in found):
                continue
            draft = self._verb(i, lemma)
            if draft is not None:
                found.append(draft)
        return found

    def _verb(self, i: int, lemma: str) -> _Draft | None:
        cue = Span(self.words[i].start, self.words[i].end)
        how = self._how(i)
        that = self._that(i)
        if how is not None:  # "Как сообщили в полиции, ..."
            who = self._after(i, cue)
            comma = self._comma(i)
            return self._made(i, lemma, who, Span(comma, self.span.end) if comma else None, "how")
        if that is not None:  # "X сообщил, что ..."
            told = self._after(i, cue, that - 1) or ()
            subject = self._subject(i, cue)
            who = (*(v for v in told if v.kind in _CARRIERS), *subject) if subject else told
            return self._made(i, lemma, who, Span(self.words[that].end, self._content_end(that)), "that")
        quoted = self._colon_quote(i)
        if quoted is not None:  # "X сказал: «...»"
            return self._made(i, lemma, self._subject(i, cue), quoted, "colon")
        head = self._head(i)
        if head is not None and lemma not in ru.TRANSITIVE:  # "..., сообщил X"
            return self._made(i, lemma, self._after(i, cue) or self._subject(i, cue), head, "after")
        if lemma in ru.TRANSITIVE:  # "X опровергает причастность ..."
            end = self._clause_end(i)
            return self._made(i, lemma, self._subject(i, cue), Span(cue.end, end), "object")
        about = _ABOUT.match(self.text, self.span.start, cue.start)
        if about is not None and not _ABOUT_THIS.match(about.group()):  # "Об аварии рассказал X"
            return self._made(i, lemma, self._after(i, cue), Span(*about.span()), "about")
        if _ABOUT_THIS.search(self.text, self.span.start, self.span.end) and self.before is not None:
            who = self._after(i, cue) or self._subject(i, cue)
            return self._made(i, lemma, who, self.before, "about this")
        return None

    def _made(
        self, i: int, lemma: str, who: tuple[Voice, ...] | None, content: Span | None, rule: str
    ) -> _Draft | None:
        if not who or content is None:
            return None
        negated = bool(i) and self.words[i - 1].low == "не"
        cue = Span(self.words[i].start, self.words[i].end)
        return _Draft(_trimmed(self.text, content), who, ru.VERBS[lemma], cue, rule, lemma, negated)

    def _how(self, i: int) -> int | None:
        """The "как" that opens the clause of the verb."""
        for j in range(i - 1, max(-1, i - 4), -1):
            if self.words[j].low == "как":
                return j
            if self.words[j].text in ",—–«":
                return None
        return None

    def _that(self, i: int) -> int | None:
        for j in range(i + 1, min(len(self.words) - 1, i + 14)):
            if self.words[j].text == "," and self.words[j + 1].low in ("что", "чтобы"):
                return j + 1
            if self.words[j].text in ";:—–" or (self.words[j].pos == "VERB" and self.words[j].lemmas & set(ru.VERBS)):
                return None
        return None

    def _colon_quote(self, i: int) -> Span | None:
        for j in range(i + 1, min(len(self.words) - 1, i + 10)):
            if self.words[j].text == ":":
                return Span(self.words[j].end, self.span.end)
            if self.words[j].text in ",—–;":
                return None
        return None

    def _head(self, i: int) -> Span | None:
        """What stands before ", сообщил" or "», — сказал"."""
        j = i - 1
        while j >= 0 and self.words[j].pos in ("ADVB", "PRCL", "CONJ") and self.words[j].low not in ("что", "как"):
            j -= 1
        if j < 1 or self.words[j].text not in ",—–-":
            return None
        while j > 0 and self.words[j].text in ",—–-":
            j -= 1
        content = self._opened(Span(self.span.start, self.words[j].end))
        return content if len(content.of(self.text).split()) >= 2 else None

    def _opened(self, content: Span) -> Span:
        """A quotation that closes here and was opened in an earlier sentence of the paragraph, from its beginning."""
        said = content.of(self.text)
        if said.count("»") <= said.count("«"):
            return content
        start = max(self.text.rfind("«", 0, content.start), 0)
        return Span(start, content.end) if "\n" not in self.text[start : content.start] else content

    def _comma(self, i: int) -> int | None:
        for word in self.words[i + 1 :]:
            if word.text == ",":
                return word.end
        return None

    def _clause_end(self, i: int) -> int:
        for j in range(i + 1, len(self.words) - 1):
            joint = self.words[j].text == "," or self.words[j].low == "и"
            if self.words[j].text in ";—–" or (joint and self.words[j + 1].lemmas & set(ru.VERBS)):
                return self.words[j].start
        return self.span.end

    def _content_end(self, that: int) -> int:
        """The end of what is said: the sentence, or the comma before another saying ("..., передает ТАСС")."""
        for j in range(that + 1, len(self.words) - 1):
            if self.words[j].text == "," and self.words[j + 1].low in ("передает", "пишет", "сообщает"):
                return self.words[j].start
        return self.span.end

    def _subject(self, i: int, cue: Span) -> tuple[Voice, ...] | None:
        """The subject before the verb, or "в X" before a plural verb."""
        start = i
        while start > 0 and self.words[start - 1].text not in ",;:—–":
            start -= 1
        plural = self.words[i].can("plur")
        for j in range(start, i):
            word = self.words[j]
            inside = word.low in ("в", "во") and plural and not _in(self.words[min(j + 1, i - 1)], self.dates)
            named = word.pos in ("NOUN", "ADJF", "NPRO") and any(f.case == "nomn" for f in word.forms)
            foreign = word.text[0].isupper() and word.text.isascii()
            if (named or inside or foreign) and not _in(word, self.dates):
                got = phrase(self.words, j + 1 if inside else j, i, self.dates)
                if got is not None and self._names(got):
                    return (voice(self.words, got, self.text, cue, "loct" if inside else "nomn"),)
        return None

    def _after(self, i: int, cue: Span, stop: int | None = None) -> tuple[Voice, ...] | None:
        """The voices behind a verb: to whom it was said when that carries it on, then who said it."""
        end = stop if stop is not None else len(self.words)
        cited = self._cited(i, end, cue)
        at, carried = i + 1, []
        while at < end:
            got = phrase(self.words, at, end, self.dates)
            if got is None or any(w.text in ";:" or w.text == "," for w in self.words[at : got[0]]):
                break
            if is_recipient(self.words[got[0]]):
                at = got[0] + 1
                continue
            split = self._dative(got)
            if split:
                carried.append(voice(self.words, (got[0], split), self.text, cue, "datv"))
                at = split
                if at >= end or self.words[at].text == ",":
                    break
                continue
            inside = got[0] > 0 and self.words[got[0] - 1].low in ("в", "во")
            return (*carried, voice(self.words, got, self.text, cue, "loct" if inside else "nomn"), *cited)
        return (*carried, *cited) or None

    def _dative(self, got: tuple[int, int]) -> int:
        """End of a leading dative that names a carrier ("агентству «Интерфакс»", "РИА Новости"), 0 without one."""
        first = self.words[got[0]]
        if not first.can("NOUN", "datv") or first.can("NOUN", "nomn"):
            return 0
        end = got[0] + 1
        while end < got[1] and (
            self.words[end].text in '«»"' or (self.words[end].cap and self.words[end - 1].text in '«"')
        ):
            end += 1
        part = self.words[got[0] : end]
        return end if kind_of(part, self.text[part[0].start : part[-1].end]) in _CARRIERS else 0

    def _cited(self, i: int, end: int, cue: Span) -> tuple[Voice, ...]:
        m = _CITING.search(self.text, self.words[i].end, self.span.end)
        if m is None:
            return ()
        at = next((k for k, w in enumerate(self.words) if w.start >= m.end()), end)
        got = phrase(self.words, at, len(self.words), self.dates)
        return (voice(self.words, got, self.text, Span(*m.span()), "accs"),) if got else ()

    def _names(self, got: tuple[int, int]) -> bool:
        return any(w.pos == "NOUN" or w.cap for w in self.words[got[0] : got[1]]) and not is_recipient(
            self.words[got[0]]
        )

    def _according(self) -> Iterator[_Draft]:
        """ "По словам X, ..." and "..., по данным X"."""
        for i in range(len(self.words) - 2):
            if self.words[i].low != "по":
                continue
            n = next((k for k in (i + 1, i + 2) if self.words[k].lemmas & ru.SOURCES), None)
            if n is None:
                continue
            cue, whose = Span(self.words[i].start, self.words[n].end), is_pronoun(self.words[i + 1])
            at = (i + 1, i + 2) if whose else phrase(self.words, n + 1, len(self.words), self.dates)
            if at is None or at[0] > n + 1:
                continue
            who = voice(self.words, at, self.text, cue, "gent")
            at = (i + 1, n + 1) if whose else at
            after = self.words[at[1]] if at[1] < len(self.words) else None
            opens = i == 0 or self.words[i - 1].text not in ",—–"
            if opens and after is not None and after.text == ",":
                content = Span(after.end, self.span.end)
            else:
                content = Span(self.span.start, self.words[i].start)
                if len(content.of(self.text).split()) < 3:
                    content = Span(self.words[at[1] - 1].end, self.span.end)
            yield _Draft(_trimmed(self.text, content), (who,), "report", cue, "according")

    def _claims(self) -> Iterator[_Draft]:
        none = _NO_CLAIM.search(self.text, self.span.start, self.span.end)
        m = none or _CLAIM.search(self.text, self.span.start, self.span.end)
        if m is None:
            return
        cue = Span(*m.span())
        at = next(k for k, w in enumerate(self.words) if w.end > m.start())
        who = self._subject(at, cue) or self._after(next(k for k, w in enumerate(self.words) if w.end >= m.end()), cue)
        end = next((w.start for w in self.words if w.start > m.end() and w.text in ",;—"), self.span.end)
        content = _trimmed(self.text, Span(m.start(), end))
        if none:
            who = (Voice("никто", "unknown", "unknown", cue, cue.of(self.text), cue),)
        if who:
            yield _Draft(content, who, "claim_of_responsibility", cue, "responsibility", negated=bool(none))


def _in(word: Word, spans: tuple[Span, ...]) -> bool:
    return any(s.start <= word.start < s.end for s in spans)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end) if end > start else span


def _assembled(document: Document, drafts: list[_Draft]) -> tuple[Statement, ...]:
    order = sorted(drafts, key=lambda d: (d.content.start, -d.content.end, d.cue.start))
    full = _fullest(order)
    _stand_for(order)
    holders = [_holder(i, order) for i in range(len(order))]
    outlet = (Voice(document.outlet, document.outlet, "outlet"),) if document.outlet else ()
    made = []
    for i, draft in enumerate(order):
        chain, at = tuple(full(v) for v in draft.voices), holders[i]
        depth = 1
        while at is not None and depth < 4:
            above = tuple(full(v) for v in order[at].voices)
            chain = chain if above[-1].name == chain[0].name and len(chain) == 1 else (*above, *chain)
            at, depth = holders[at], depth + 1
        made.append(_statement(document.text, draft, f"s{i + 1}", holders[i], depth, (*outlet, *chain)))
    return tuple(made)


def _stand_for(drafts: list[_Draft]) -> None:
    """ "он" and "по его словам" take the name of the voice that spoke last before them."""
    last: Voice | None = None
    for draft in sorted(drafts, key=lambda d: d.cue.start):
        voices = []
        for v in draft.voices:
            if v.voice.lower().replace("ё", "е") in ("он", "она", "они", "его", "ее", "их") and last is not None:
                v = replace(v, name=last.name, kind=last.kind)
            elif v.span is not None and v.kind not in ("document", "agency"):
                last = v
            voices.append(v)
        draft.voices = tuple(voices)


def _fullest(drafts: list[_Draft]):  # type: ignore[no-untyped-def]
    """A surname alone takes the full name that the document has."""
    names = {v.name for d in drafts for v in d.voices}

    def settle(v: Voice) -> Voice:
        longer = [n for n in names if n != v.name and " " in n and n.split()[-1] == v.name]
        return replace(v, name=min(longer)) if longer and " " not in v.name else v

    return settle


def _holder(i: int, drafts: list[_Draft]) -> int | None:
    inside = [k for k, d in enumerate(drafts) if k != i and d.content.contains(drafts[i].cue) and d.cue != drafts[i].cue
              and len(d.content) > len(drafts[i].content)]  # fmt: skip
    return min(inside, key=lambda k: len(drafts[k].content), default=None)


def _statement(text: str, d: _Draft, name: str, holder: int | None, depth: int, chain: Attribution) -> Statement:
    words = d.content.of(text)
    around = text[max(0, d.content.start - 1) : d.content.end + 1]
    direct = around[:1] in '«"“' and around[-1:] in '»"”' and words.count("»") == words.count("«") == 0
    mode = "direct" if direct else "mixed" if re.search('[«"“]', words) else "indirect"
    certainty = "suspected" if d.lemma in ru.SUPPOSING else "stated"
    parent = f"s{holder + 1}" if holder is not None else None
    return Statement(
        id=name, kind=d.kind, content=d.content, attribution=chain, parent=parent,  # type: ignore[arg-type]
        depth=depth, mode=mode, medium=_medium(text, d), negated=d.negated, certainty=certainty,
        made_by=f"{MADE_BY} {d.rule}", score=0.85,
    )  # fmt: skip


def _medium(text: str, d: _Draft) -> str:
    near = text[d.cue.start : d.cue.end + 60].split("\n")[0]
    return next((ru.MEDIA[x] for w in words_of(near) for x in sorted(w.lemmas) if x in ru.MEDIA), "")
