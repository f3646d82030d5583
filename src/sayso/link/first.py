"""Which of two copies is the original: the agency that the other credits, else the one that was first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sayso.lang.en.credits import AGENCY, BYLINE_NOISE, CREDIT_LINE, NO_CREDIT
from sayso.link.names import plain_name
from sayso.link.trace import CopyOf
from sayso.model import Document

_BRACKETS = re.compile(r"\(([^()]{2,70})\)\s*$|/([^/]{2,30})/\s*$")
_LINE = re.compile(CREDIT_LINE, re.IGNORECASE)
_LINE_LENGTH = 80
_LONGEST = 8  # words of a credit; more is a sentence
# of similarity; a longer copy is wholly like a shortened one and not quite like the original
_LIKE = 0.15


@dataclass(frozen=True, slots=True)
class Signed:
    """A document with what tells who wrote it and when.

    Attributes:
        document: document id.
        outlet: who published it, "" when unknown.
        credits: whom it names as its source, as printed; see :func:`credits_of`.
        published: day, None when unknown; ``known_from`` is UTC.
    """

    document: str
    outlet: str
    credits: tuple[str, ...]
    published: date | None
    known_from: datetime


def credits_of(document: Document) -> tuple[str, ...]:
    """Whom a document names as its source: dateline "(Reuters)", byline, last line, a source line that was cut away.

    Returns:
        names as printed, the outlet's own left out; a byline may name a person.
    """
    own = plain_name(document.outlet)
    found = dict.fromkeys(name.strip(" .") for name in _candidates(document))
    return tuple(n for n in found if (plain := plain_name(n)) and plain != own and len(plain.split()) <= _LONGEST)


def credit_of(document: Document) -> str:
    """The agency that a document's own words are, "" when none is named.

    What stands in the brackets of a dateline is one; elsewhere the name must be an agency's ("Reuters", "Dawn Press
    Agency"), since bylines and last lines name reporters and photographers too.
    """
    own = plain_name(document.outlet)
    in_dateline = _in_dateline(document)
    if in_dateline and plain_name(in_dateline) not in (own, *NO_CREDIT):
        return in_dateline
    return next((n for n in credits_of(document) if AGENCY.search(n) and plain_name(n) not in NO_CREDIT), "")


def _in_dateline(document: Document) -> str:
    match = _BRACKETS.search(document.dateline)
    return (match[1] or match[2]).strip() if match else ""


def _candidates(document: Document) -> list[str]:
    found = [_in_dateline(document)]
    if document.byline:
        found.append(BYLINE_NOISE.sub("", document.byline))
    last = document.text.rstrip().rsplit("\n", 1)[-1]
    for line in (last, *(d.text for d in document.dropped if len(d.text) <= _LINE_LENGTH)):
        if match := _LINE.fullmatch(line.strip()):
            found.append(next(g for g in match.groups() if g))
    return found


def original_of(one: Signed, other: Signed) -> tuple[Signed, str]:
    """The original of two copies, with the reason in words.

    Who credits the other's outlet copies it, even when captured first. Else the earlier day of publication counts,
    then the earlier capture.
    """
    for copy, original in ((one, other), (other, one)):
        if _named(original.outlet, copy.credits) and not _named(copy.outlet, original.credits):
            return original, f"credits {original.outlet}"
    if one.published and other.published and one.published != other.published:
        first = min((one, other), key=lambda s: (s.published or date.max, s.document))
        return first, f"published first, on {first.published}"
    return min((one, other), key=lambda s: (s.known_from, s.document)), "known first"


def _named(outlet: str, credits: tuple[str, ...]) -> bool:
    """True when one of the credits names the outlet: the same words, or its initials."""
    initials = "".join(w[0] for w in outlet.split() if w[:1].isupper())
    plain = plain_name(outlet)
    return bool(plain) and any(plain_name(c) == plain or (len(initials) > 1 and c == initials) for c in credits)


def choose_originals(found: Mapping[str, Sequence[CopyOf]]) -> dict[str, CopyOf]:
    """Each copy with the one document it is taken to copy.

    That is the most similar one; of those much as similar (within 15 %) one that copies nobody.

    Args:
        found: document id to everything it copies.
    """
    chosen: dict[str, CopyOf] = {}
    for document, some in found.items():
        if some:
            best = max(c.similarity for c in some)
            near = [c for c in some if c.similarity >= best - _LIKE]
            chosen[document] = min(near, key=lambda c: (bool(found.get(c.original)), -c.similarity, c.original))
    return chosen
