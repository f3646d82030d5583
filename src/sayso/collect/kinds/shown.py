"""What the readers of pages have in common: the same bytes again, a wall in the way, else the tree of the page."""

from __future__ import annotations

from collections.abc import Callable

from lxml.html import HtmlElement

from sayso.collect.answer import Answer
from sayso.collect.kinds.markup import tree
from sayso.collect.kinds.walls import wall
from sayso.collect.kinds.watched import digest
from sayso.model.source import Look, LookState


def shown(answer: Answer, state: LookState, what: str, read: Callable[[HtmlElement | None, str], Look]) -> Look:
    """The look that the bytes of a page come to.

    Args:
        state: what the last look left behind.
        what: what should stand there, for a note: "channel".
        read: the look that the page's tree (None when it holds nothing) and the digest of its bytes come to.
    """
    now = digest(answer.body)
    if now == state.digest:
        return Look((), state, "unchanged")
    stop = wall(answer.body)
    if stop:
        return Look((), state, "blocked", stop, f"a page that keeps machines out stands where the {what} should be")
    return read(tree(answer.body, answer.charset), now)
