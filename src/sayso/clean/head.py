"""The head of an article: headline, byline, publication line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from sayso.clean.dateline import find_dateline
from sayso.clean.paragraphs import Paragraph
from sayso.clean.published import NUMERIC, day_in, publication_line
from sayso.lang.en import boilerplate as en
from sayso.model import Dropped

_BYLINE = re.compile(rf"^\W*{en.BYLINE_LEADS}\s*:?\s+(?P<names>.+)$", re.I)
_AFTER_NAMES = re.compile(rf"\s*(?:[|•·–—]|\s-\s|\b(?:{en.FIRST_PUBLISHED}|{en.LAST_CHANGED})\b|\bon\b).*$", re.I)
_NAME_WORD = re.compile(
    r"^(?:[A-Z\u00c0-\u00de][\w'’.-]*|de|da|van|von|der|den|al|el|bin|la|le|and|&|\||/|in|for|of|staff)[,;|]?$"
)
_CAPTION = re.compile(en.CAPTION_END, re.I)
_STAFF = re.compile(en.STAFF_LINE, re.I)
_LONGEST_TITLE = 160
_HEAD = 5
_NEAR = 12
_FIGURES = re.compile(NUMERIC)
_NO_TITLE = Paragraph("")
_NO_ENDS = (".", ":", ";", ",", "-", "–", "—", "…")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body.

    Attributes:
        title: headline; its text is "" when there is none.
        byline: authors as printed, "" when none.
        published: full day of an explicit publication line, None when there is none.
    """

    title: Paragraph = field(default_factory=lambda: _NO_TITLE)
    byline: str = ""
    published: date | None = None


def take_head(
    kept: tuple[Paragraph, ...], title: Paragraph | None = None, language: str = "en"
) -> tuple[Head, tuple[Paragraph, ...], tuple[Dropped, ...]]:
    """Part the head from the body.

    Args:
        kept: paragraphs left after boilerplate went.
        language: of the text, for the words of publication lines.
        title: headline when the metadata gave one; otherwise the first short line without a final stop is taken.

    Returns:
        The head, the body's paragraphs, and what was taken out of the running text (publication line, byline).
    """
    byline, published, dropped, body = "", None, [], list(kept)
    at = 0
    while at < min(len(body), _HEAD):
        text = body[at].text
        is_line, day = publication_line(text, True, language, _days(body, at) if _FIGURES.search(text) else ())
        names = byline_in(text)
        if is_line or names:
            byline, published = byline or names, published or day or day_beside_names(text)
            dropped.append(Dropped(text, "byline" if names else "publication line", body.pop(at).source))
        elif title is None and looks_like_title(text) and len(body) > at + 1:
            title = body.pop(at)
        else:
            title = title or _NO_TITLE
            at += 1
    if body and not published:
        is_line, day = publication_line(body[-1].text, False, language, _days(body, len(body) - 1))
        if is_line:
            published = day
            dropped.append(Dropped(body[-1].text, "publication line", body.pop().source))
    return Head(title or _NO_TITLE, byline, published), tuple(body), tuple(dropped)


def _days(body: list[Paragraph], line: int) -> list[date]:
    """Full days named near the head in other paragraphs than ``line``; they settle figures open to two readings."""
    return [d for i, p in enumerate(body[:_NEAR]) if i != line and (d := day_in(p.text))]


def looks_like_title(text: str) -> bool:
    """True for a short line without a final stop that is no dateline, no caption, and leaves no quotation open."""
    if len(text) > _LONGEST_TITLE or len(text.split()) < 2 or text.rstrip("\"'”’») ").endswith(_NO_ENDS):
        return False
    return not _CAPTION.search(text) and find_dateline(text).span is None and text.count('"') % 2 == 0


def byline_in(text: str) -> str:
    """The names in a byline ("By Jane Doe and John Roe | 3 May 2016"), "" when ``text`` is none."""
    words = text.split()
    if len(words) <= 8 and _STAFF.fullmatch(text):
        return text
    match = _BYLINE.match(text)
    if not match or len(words) > 20 or text.rstrip().endswith(("?", "!")):
        return ""
    names = _AFTER_NAMES.sub("", match.group("names")).strip(" ,")
    words = names.split()
    if not 2 <= len(words) <= 14 or names.endswith(".") or words[0].lower() in en.NOT_A_NAME:
        return ""
    return names if all(_NAME_WORD.match(w) for w in words) else ""


def day_beside_names(text: str) -> date | None:
    """The full day printed in a byline, unless it is the day of a change."""
    if re.search(en.LAST_CHANGED, text, re.I) or not byline_in(text):
        return None
    return day_in(text)
