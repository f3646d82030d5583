"""The head of an article: headline, byline, publication line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from sayso.clean.dateline import find_dateline
from sayso.clean.paragraphs import Paragraph
from sayso.clean.published import publication_line
from sayso.lang.en import boilerplate as en
from sayso.model import Dropped

_BYLINE = re.compile(rf"^\W*{en.BYLINE_LEADS}\s*:?\s+(?P<names>.+)$", re.I)
_NAME_WORD = re.compile(
    r"^(?:[A-Z\u00c0-\u00de][\w'’.-]*|de|da|van|von|der|den|al|el|bin|la|le|and|&|\||/|in|for|of|staff)[,;|]?$"
)
_LONGEST_TITLE = 160
_HEAD = 6


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body.

    Attributes:
        title: headline; its text is "" when there is none.
        byline: authors as printed, "" when none.
        published: full day of an explicit publication line, None when there is none.
    """

    title: Paragraph = field(default_factory=lambda: Paragraph(""))
    byline: str = ""
    published: date | None = None


def take_head(
    kept: tuple[Paragraph, ...], title: Paragraph | None = None
) -> tuple[Head, tuple[Paragraph, ...], tuple[Dropped, ...]]:
    """Part the head from the body.

    Args:
        kept: paragraphs left after boilerplate went.
        title: headline when the metadata gave one; otherwise the first short line without a final stop is taken.

    Returns:
        The head, the body's paragraphs, and what was taken out of the running text (publication line, byline).
    """
    byline, published, dropped, body = "", None, [], list(kept)
    at = 0
    while at < min(len(body), _HEAD):
        text = body[at].text
        is_line, day = publication_line(text)
        names = byline_in(text)
        if is_line:
            published = published or day
            dropped.append(Dropped(text, "publication line", body.pop(at).source))
        elif names:
            byline = byline or names
            dropped.append(Dropped(text, "byline", body.pop(at).source))
        elif title is None and looks_like_title(text) and len(body) > at + 1:
            title = body.pop(at)
        elif len(text.split()) > 25:
            break
        else:
            at += 1
            if title is None:
                break
    if body and not published:
        is_line, day = publication_line(body[-1].text)
        if is_line:
            published = day
            dropped.append(Dropped(body[-1].text, "publication line", body.pop().source))
    return Head(title or Paragraph(""), byline, published), tuple(body), tuple(dropped)


def looks_like_title(text: str) -> bool:
    """True for a short line without a final stop that is no dateline and no quotation left open."""
    if (
        not text
        or len(text) > _LONGEST_TITLE
        or len(text.split()) < 2
        or text.rstrip("\"'”’»)").endswith((".", ":", ";", ","))
    ):
        return False
    return find_dateline(text).span is None and text.count('"') % 2 == 0


def byline_in(text: str) -> str:
    """The names in a byline ("By Jane Doe and John Roe"), "" when ``text`` is none."""
    match = _BYLINE.match(text)
    if not match or len(text.split()) > 14 or text.rstrip().endswith((".", "?", "!")):
        return ""
    names = match.group("names").strip()
    words = names.split()
    if words[0].lower() in en.NOT_A_NAME or len(words) < 2 or not all(_NAME_WORD.match(w) for w in words):
        return ""
    return names
