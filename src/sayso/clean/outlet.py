"""Name of the publishing outlet and how it is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from sayso.clean.boilerplate import APPEAL
from sayso.lang.en import boilerplate as en
from sayso.model import Dropped

_NAME = r"(?:[Tt]he )?[A-Z][\w&'’-]*(?:\.[a-z]{2,4})?(?: (?:of |the |and |& )?[A-Z][\w&'’-]*){0,5}"
_PATTERNS = tuple(re.compile(p.format(name=_NAME)) for p in en.OUTLET_VOICE)
_CALL = re.compile(en.SUPPORT_CALL.replace("(?:support|", "(?:[Ss]upport|", 1))
_SHAPE = re.compile(rf"(?<![\w'’])(?P<outlet>{en.OUTLET_NAME})")
_OWN_VOICE = frozenset(
    {
        "appeal for money", "subscription notice", "rights line", "share line", "app notice", "cookie notice",
        "contact line", "comment prompt",
    }
)  # fmt: skip


def outlet_of(metadata: str, url: str, dropped: Iterable[Dropped]) -> tuple[str, str]:
    """Outlet and basis: the page's metadata, else boilerplate in the outlet's own voice, else the host of ``url``.

    Returns:
        Name and basis (``metadata``, ``text``, ``url``); ("", "") when nothing tells it.
    """
    if metadata:
        return metadata, "metadata"
    named = self_named(d for d in dropped if d.why in _OWN_VOICE)
    if named:
        return named, "text"
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return (host, "url") if host else ("", "")


def self_named(dropped: Iterable[Dropped]) -> str:
    """The name by which an outlet speaks of itself most often in ``dropped``, "" when it never does."""
    counts: Counter[str] = Counter()
    for item in dropped:
        named = {(m.start("outlet"), _tidy(m.group("outlet"))) for p in _voices(item) for m in p.finditer(item.text)}
        counts.update(name for _, name in named if name)
    return counts.most_common(1)[0][0] if counts else ""


def _voices(item: Dropped) -> tuple[re.Pattern[str], ...]:
    """Patterns for the words of ``item``: an appeal that holds one name of an outlet's shape speaks for that outlet."""
    shaped = {_tidy(m.group("outlet")) for m in _SHAPE.finditer(item.text)} if item.why == APPEAL else set()
    return (_CALL, *_PATTERNS, *((_SHAPE,) if len(shaped) == 1 else ()))


def _tidy(name: str) -> str:
    name = re.sub(r"['’]s$", "", name.strip(" .,'’"))
    name = re.sub(r"\s+(?:All Rights Reserved|All rights|All|Inc|Today|Now)$", "", name, flags=re.I)
    words = [w.lower() for w in name.split()]
    if not words or all(w in en.NOT_OUTLETS for w in words):
        return ""
    return name.removeprefix("the ")
