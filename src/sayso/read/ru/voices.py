"""Russian voices: the phrase that names who speaks, its name in the nominative, its kind."""

from __future__ import annotations

from sayso.lang.ru import actors as ru
from sayso.lang.ru import reporting
from sayso.model import Mention, Span, Voice
from sayso.model.actor import VoiceKind
from sayso.read.ru.morph import Form, Word

_STOP = frozenset(";:—–.!?()")
_NOMINAL = frozenset(("NOUN", "ADJF", "PRTF", "NPRO", "NUMR"))
_FUNCTION = frozenset(("VERB", "PRTS", "GRND", "INFN", "PRED", "CONJ", "PRCL"))


def phrase(words: list[Word], first: int, last: int, dates: tuple[Span, ...]) -> tuple[int, int] | None:
    """The first noun phrase in ``words[first:last]`` as (first, last exclusive): up to a comma, a verb or a date."""
    start = first
    while start < last and not _may_open(words[start], dates):
        start += 1
    end, quoted = start, False
    while end < last:
        word = words[end]
        if word.text in '«»"“”':
            quoted = word.text in "«“" or (word.text == '"' and not quoted)
        elif not quoted and (word.text in _STOP or word.text == "," or _dated(word, dates) or _ends(words, end, start)):
            break
        end += 1
    while end > start and (words[end - 1].pos in ("PREP", "ADVB", "CONJ") or words[end - 1].text == ","):
        end -= 1
    return (start, end) if end > start else None


def _may_open(word: Word, dates: tuple[Span, ...]) -> bool:
    if _dated(word, dates):
        return False
    return (
        word.text in '«"'
        or word.pos in _NOMINAL
        or (bool(word.forms) and word.cap)
        or (word.text[0].isascii() and word.text[0].isalpha())
    )


def _dated(word: Word, dates: tuple[Span, ...]) -> bool:
    return any(d.start <= word.start < d.end for d in dates)


def _ends(words: list[Word], at: int, start: int) -> bool:
    word = words[at]
    if at == start:
        return False
    if word.low in ("со", "ссылаясь", "что", "который", "передает", "сообщает", "пишет"):
        return True
    if word.pos == "PREP":
        return word.low not in ("по", "в") or (at + 1 < len(words) and not words[at + 1].forms)
    return word.pos in _FUNCTION and not word.cap and word.low != "и"


def voice(words: list[Word], at: tuple[int, int], text: str, cue: Span | None, case: str = "nomn") -> Voice:
    """The Voice that the noun phrase ``words[at[0]:at[1]]`` names; ``case`` is the one it stands in."""
    part = words[at[0] : at[1]]
    span = Span(part[0].start, part[-1].end)
    if span.of(text).count("«") > span.of(text).count("»") and span.of(text).startswith("«"):
        span = Span(span.start + 1, span.end)
    said = span.of(text)
    return Voice(said, name_of(part, said, case), kind_of(part, said), span, cue.of(text) if cue else "", cue)


def kind_of(part: list[Word], said: str) -> VoiceKind:
    """Kind by the first telling noun, else a person when a personal name stands there."""
    if any(name.lower() in said.lower() for name in ru.AGENCY_NAMES):
        return "agency"
    for word in part:
        for kind, lemmas in ru.KINDS.items():
            if word.lemmas & lemmas or word.low in lemmas:
                return kind  # type: ignore[return-value]
        head = word.low.split("-")[0]
        if "-" in word.text and any(head in lemmas for lemmas in (ru.KINDS["official"],)):
            return "official"
    if any(w.cap and (w.can("Name") or w.can("Surn")) for w in part):
        return "person"
    if is_pronoun(part[0]):
        return "unknown"
    return "unknown" if not any(w.cap for w in part) else "organisation"


def name_of(part: list[Word], said: str, case: str = "nomn") -> str:
    """A personal name, else the phrase, with its head and what agrees with it in the nominative."""
    people = _personal(part)
    if people:
        return " ".join(_titled(w, _nominative(w, case, ("Surn", "Name", "Patr"))) for w in people)
    head = next((i for i, w in enumerate(part) if w.pos == "NOUN" or (w.cap and w.forms)), None)
    if head is None or any(w.text in '«"' for w in part[: head + 1]):
        return said
    out, at = [], part[0].start
    for i, word in enumerate(part):
        out.append(" " if word.start > at else "")
        plain = i > head or not word.forms or (word.text.isupper() and len(word.text) > 1)
        out.append(word.text if plain else _titled(word, _nominative(word, case)))
        at = word.end
    return "".join(out)


def _personal(part: list[Word]) -> list[Word]:
    offices = frozenset().union(*ru.KINDS.values())
    named = [w for w in part if w.cap and (w.can("Name") or w.can("Surn") or w.can("Patr")) and not w.can("Geox")]
    named = [w for w in named if not w.lemmas & offices]
    run = [w for w in part if w.cap and w.forms]
    given = next((w for w in named if w.can("Name")), None)
    if given is None:
        return named if len(named) > 1 else []
    start = run.index(given)
    if start and run[start - 1].end + 1 == given.start and run[start - 1] is not part[0] and given is run[-1]:
        start -= 1  # a foreign first name that the dictionary does not hold
    return [w for w in run[start : start + 3] if not w.text.isupper()]


def _nominative(word: Word, case: str, prefer: tuple[str, ...] = ()) -> str:
    """The nominative of a word that stands in ``case``; forms with a tag of ``prefer`` first."""
    if case == "nomn":
        return word.text.lower()
    chosen = [f for f in word.forms if f.tags & set(prefer)] or list(word.forms)
    chosen = [f for f in chosen if f.number != "plur"] or chosen if prefer else chosen
    best: Form = next((f for f in chosen if f.case == case), chosen[0])
    return word.text.lower() if best.case == "nomn" else best.nominative


def _titled(word: Word, name: str) -> str:
    if not word.cap:
        return name
    if word.low.startswith(name.replace("ё", "е")):  # keeps the capitals of "КазТАГ"
        return word.text[: len(name)]
    return "-".join(
        p.capitalize() if q[:1].isupper() else p for p, q in zip(name.split("-"), word.text.split("-"), strict=False)
    )


def is_recipient(word: Word) -> bool:
    """ "журналистам", "корреспонденту": to whom it is said."""
    return bool(word.lemmas & reporting.RECIPIENTS)


def dates_of(mentions: tuple[Mention, ...]) -> tuple[Span, ...]:
    """Spans of dates, which are no part of a voice."""
    return tuple(m.span for m in mentions if m.kind == "date")


def is_pronoun(word: Word) -> bool:
    """ "он", "она", "они", "его", "её", "их"."""
    return word.low in ("он", "она", "они", "его", "ее", "их")
