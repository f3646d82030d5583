"""Names of authors in what a page says of its author, as printed: a lead, a role, a day or a handle around them go."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from sayso.lang import bylines
from sayso.lang.en.boilerplate import MONTHS, WEEKDAYS

LONGEST_TEXT = 400
"""Characters that are looked at; names stand at the start."""
LONGEST, MOST_WORDS = 60, 6
"""Characters and words of one name; longer ones are sentences about an author."""
_LEAD = re.compile(
    r"[^\w@]*(?:" + "|".join(p for ps in bylines.LEADS.values() for p in ps) + r")(?:\s*[:：|/]+\s*|\s+|$)", re.I
)
_ENDS = re.compile(bylines.ENDS, re.I)
_HANDLE = re.compile(r"\(?\s*(?:[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w.])@\w+|https?://\S+|www\.\S+)\s*\)?")
_MONTH = "|".join(sorted((m for m in MONTHS if len(m) > 2), key=len, reverse=True))
_DAY = re.compile(
    rf"(?:\s+(?:{'|'.join(bylines.BEFORE_DAY.split())}))?\s*(?:[-–—|,·•/(]\s*)?(?:\b(?:{_MONTH})\b\.?\s+\d|\b\d{{1,2}}[./-]\d{{1,2}}[./-]"
    rf"|\b\d{{1,2}}\.?\s+(?:{_MONTH}|\w+)\s+\d{{4}}|\b(?:19|20)\d\d\b"
    r"|\b\d+\s+(?:min|hour|day|week|month|year|comment)).*$",
    re.I,
)
_SPLIT = re.compile(r"\s*[;,、，]\s*(?:and\s+|und\s+|& ?)?|\s+\band\b\s+|\s+[|•·]\s+|\s*\|\s*|\s+[-–—/]\s+(?=[^\W\d_])")
_DEGREE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}\.\s?)+[A-Z]?[A-Za-z]{0,3}\.?|[A-Z][A-Za-z]?[A-Z]{1,4}®?(?:-[A-Z]+)?|[A-Z]{2,6}®?"
    r"|(?:Jr|Sr)\.?|Ph\.?\s?D\.?|M\.?Ed|PharmD|PsyD|(?:MD|RD|RN)[\w, ]*"
)
"""Letters behind a name that belong to it."""
_WEEKDAY = re.compile(rf"(?:{WEEKDAYS})\b", re.I)
_TAG = re.compile(r"<[^<>]*>")
_OPENING = re.compile(r"[^\w@]*([\w/*]+(?::in\b)?)")
_WORD = re.compile(r"\w+")
_EDGE = ' \t\n\xa0,;:|/·•–—-*+"“”„»«<>()[]{}⋅✓✔\u200b'


@lru_cache(maxsize=4_000)
def names_in(text: str, loose: bool = False) -> tuple[str, ...]:
    """Names in ``text``, each a piece of it with white space folded; () when none is told.

    Args:
        text: words of an element, a property or a line that name an author.
        loose: the page declares it as the name and nothing else, so that small letters and one word are enough.
    """
    words = _bare(text)
    found: list[str] = []
    for number, part in enumerate(_SPLIT.split(words)):
        name = part.strip(_EDGE)
        if found and _DEGREE.fullmatch(name):
            found[-1] += ", " + name
            continue
        if not name or not is_name(name, loose) or (number and _has_role(name)):
            break
        if name not in found:
            found.append(name)
    return tuple(found)


def lead_in(text: str) -> bool:
    """True when ``text`` begins as a byline does ("By", "Written by Jane Doe", "Autor:")."""
    first = _OPENING.match(text)
    return first is not None and first.group(1).lower() in bylines.FIRST and _LEAD.match(text) is not None


def is_lead(text: str) -> bool:
    """True when ``text`` is a lead and nothing else."""
    match = _LEAD.match(text)
    return bool(match and not text[match.end() :].strip(_EDGE))


def whole_byline(text: str) -> bool:
    """True when all of ``text`` behind its lead is names of two capital words or more, roles and a day."""
    words = _bare(text)
    names = names_in(text)
    if not names or len(text.split()) > 20:
        return False
    sized = all(
        len(n.split()) > 1
        and all(w[0].isupper() or w.lower() in bylines.PARTICLES for w in re.split(r"[\s-]+", n) if w[:1].isalpha())
        for n in names
    )
    rest = words[sum(map(len, names)) :]
    return sized and len(rest.split()) <= 8


def joins(text: str) -> bool:
    """True when ``text`` stands between two names."""
    return bool(text) and all(word in bylines.JOINS for word in text.lower().split())


def starts_with_join(text: str) -> str:
    """What stands behind the word or sign that joins ``text`` to a name before it; "" when none does."""
    first, _, rest = text.partition(" ")
    if first.lower() in bylines.JOINS:
        return rest
    return text[1:].strip() if text[0] in ",&;" else ""


def is_name(text: str, loose: bool = False) -> bool:
    """True when ``text`` may be the name of a person, a group or an account, and no label of a page."""
    words = text.split()
    low = text.lower()
    if not 1 <= len(words) <= MOST_WORDS + 2 * loose or not 2 <= len(text) <= LONGEST or low in bylines.NOT_NAMES:
        return False
    if not any(c.isalpha() for c in text) or text.startswith(("http", "@")) or text.endswith(("?", "!")):
        return False
    if loose:
        return True
    if any(c.isdigit() for c in text) or low in MONTHS or words[0].lower() in MONTHS or _WEEKDAY.fullmatch(words[0]):
        return False
    return words[0][0].isupper() or words[-1][0].isupper() or not text[0].isascii()


def is_account(name: str) -> bool:
    """True for a name that stands for whoever writes ("Admin", "Redaktion")."""
    return all(word.lower() in bylines.ACCOUNTS for word in _WORD.findall(name))


def _has_role(name: str) -> bool:
    return any(word.lower() in bylines.ROLES for word in _WORD.findall(name))


def _bare(text: str) -> str:
    words = html.unescape(text[:LONGEST_TEXT])
    words = " ".join((_TAG.sub(" ", words) if "<" in words else words).split())
    for _ in range(3):
        match = _LEAD.match(words)
        if not match or not words[match.end() :]:
            break
        words = words[match.end() :]
    words = _HANDLE.sub(" ", words) if "@" in words or "http" in words or "www." in words else words
    return _ENDS.sub("", _DAY.sub("", words)).strip(_EDGE)
