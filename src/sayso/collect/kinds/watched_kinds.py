"""The registry of kinds that can be watched: one line for each."""

from __future__ import annotations

from sayso.collect.kinds.channel import CHANNEL
from sayso.collect.kinds.feed import FEED
from sayso.collect.kinds.folder import ARCHIVES, FOLDER
from sayso.collect.kinds.listed import LIST
from sayso.collect.kinds.mail import MAIL
from sayso.collect.kinds.sitemap import SITEMAP
from sayso.collect.kinds.watched import Watched
from sayso.collect.kinds.web_page import PAGE_WATCHED
from sayso.model import SaysoError

WATCHED: tuple[Watched, ...] = (
    FEED,
    PAGE_WATCHED,
    SITEMAP,
    CHANNEL,
    LIST,
    FOLDER,
    MAIL,
    ARCHIVES,
)


def watched_of(name: str) -> Watched:
    """The kind of that name.

    Raises:
        SaysoError: there is none.
    """
    for kind in WATCHED:
        if kind.name == name:
            return kind
    names = ", ".join(kind.name for kind in WATCHED)
    raise SaysoError(f"no such kind of source: {name!r}", f"it is one of {names}")
