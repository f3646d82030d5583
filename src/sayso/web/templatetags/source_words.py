"""What the pages of sources say."""

from __future__ import annotations

from datetime import UTC, datetime

from django import template

from sayso.app.coverage import Coverage
from sayso.collect.masked import masked as hidden
from sayso.model.source import Seen
from sayso.store.items import HeldItem
from sayso.store.sources import REACHED, HeldLook
from sayso.web.show import strips, words

register = template.Library()
WORST_FIRST = {"failing": "is-error", "blocked": "is-error", "changed": "is-warning", "silent": "is-warning"}


@register.filter
def ago(value: datetime) -> str:
    """How long ago a UTC time is, in one unit."""
    return strips.ago(value, datetime.now(UTC))


@register.filter
def masked(address: str) -> str:
    """An address without what gives access."""
    return hidden(address)


@register.filter
def openable(address: str) -> str:
    """An address of the web that may stand in a link, "" for any other."""
    return address if address.startswith(("http://", "https://")) and hidden(address) == address else ""


@register.filter
def health_class(word: str) -> str:
    """Class of the badge of a health word."""
    return {"healthy": "is-shown", **WORST_FIRST}.get(word, "")


@register.filter
def stated(published: str) -> str:
    """A time as a source states it; in UTC when it states its zone."""
    try:
        at = datetime.fromisoformat(published) if "T" in published else None
    except ValueError:
        at = None
    return words.moment(at.astimezone(UTC)) if at and at.tzinfo else words.iso_words(published)


@register.filter
def outcome(look: HeldLook) -> str:
    """What a look came to, in words."""
    return strips.outcome_words(look)


@register.filter
def failed(look: HeldLook) -> bool:
    """True when a look did not reach its source, or found it out of order."""
    return look.outcome not in REACHED


@register.filter
def took(milliseconds: int) -> str:
    """How long a look took."""
    return f"{milliseconds / 1000:.1f} s" if milliseconds >= 100 else f"{milliseconds} ms"


@register.filter
def volume(number: float) -> str:
    """Items a day, to two digits."""
    return f"{number:.0f}" if number >= 10 else f"{number:.2g}"


@register.filter
def item_title(item: Seen) -> str:
    """Title of an item, else its address."""
    return item.title or hidden(item.address)


@register.filter
def item_state(item: HeldItem) -> str:
    """What is done or to be done with an item, in words."""
    if item.state == "waiting":
        return f"waiting; could not be had yet ({words.plain(item.reason)})" if item.tries else "waiting to be fetched"
    return {"captured": "captured, waits to be read"}.get(item.state, item.state)


@register.filter
def sources(number: int) -> str:
    """A number of sources."""
    return words.counted(number, "source")


@register.filter
def trouble(told: Coverage) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """(health word, sources) of those in trouble, the worst word first."""
    return list(told.troubled.items())
