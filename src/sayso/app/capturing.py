"""From an item of a source to captured bytes: over the network, or what the source brought along itself."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sayso.collect.answer import Answer, FetchProblem, Validators
from sayso.collect.fetch import get as ask_address
from sayso.collect.fetch import get_page
from sayso.collect.kinds.watched import Get
from sayso.collect.ways import Ways
from sayso.model import Capture, SaysoError
from sayso.model.source import Seen, Source
from sayso.store.entry import Given
from sayso.store.items import HeldItem

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of fetching one item.

    Attributes:
        capture: the bytes, None when there are none or the host says that nothing changed.
        answer: what the host answered, None without one.
        problem: why there is nothing, None when there is.
    """

    capture: Capture | None = None
    answer: Answer | None = None
    problem: FetchProblem | None = None


class Budget:
    """A ``Get`` that ends when its time is over, whatever is asked for.

    Args:
        allow_hosts: hosts that may be asked although they are not public.
        fetch_s: seconds for one request; ``budget_s``: seconds for all of them together.
        page: True when what is asked for shall become a document.
    """

    def __init__(
        self, allow_hosts: Collection[str], ways: Ways, fetch_s: float, budget_s: float, page: bool = False
    ) -> None:
        self._allow_hosts, self._ways, self._fetch_s = allow_hosts, ways, fetch_s
        self._ask = get_page if page else ask_address
        self._budget_s, self._spent = budget_s, 0.0

    def __call__(self, url: str, validators: Validators, max_bytes: int) -> Answer:
        """The answer to one request; raises FetchProblem, also when the time for all of them is over."""
        left = self._budget_s - self._spent
        if left <= 0:
            raise FetchProblem("failing", "timeout", f"no more time after {self._budget_s:g} seconds", "tried later")
        began = time.monotonic()
        try:
            return self._ask(
                url, validators=validators, timeout=min(left, self._fetch_s), max_bytes=max_bytes,
                allow_hosts=self._allow_hosts, ways=self._ways,
            )  # fmt: skip
        finally:
            self._spent += time.monotonic() - began


def fetch_item(item: HeldItem, get: Get) -> Fetched:
    """Ask for the item's page; whatever goes wrong is told in ``problem``."""
    known = Validators(item.etag, item.modified) if item.digest else Validators()
    try:
        answer = get(item.address, known, MAX_BYTES)
    except FetchProblem as problem:
        return Fetched(problem=problem)
    except SaysoError as problem:
        return Fetched(problem=FetchProblem("failing", "bad_answer", problem.message, problem.hint))
    return Fetched(None if answer.not_modified else answer.capture(), answer)


def brought_along(seen: Seen, at: datetime) -> Capture:
    """The text that the source itself brought along, as a Capture of the item's address."""
    return Capture(seen.address, seen.body or b"", at, media_type=seen.media_type, charset=seen.charset)


def given_along(source: Source, seen: Seen, capture: Capture, own: bool) -> Given:
    """What the source says of the item, as far as a reading is to take it from there; what is configured counts more.

    Args:
        own: True when the bytes are the source's own text, which has no headline besides what the source says.
    """
    headed = own and source.kind != "channel"  # a post has no headline: what stands for it is how its text begins
    url = capture.address if capture.address.startswith(("http://", "https://")) else ""
    title = seen.title if headed else ""
    return Given(
        url=url, title=title, outlet=source.outlet or seen.outlet, published=_day(seen.published),
        language=source.language or seen.language,
    )  # fmt: skip


def _day(stated: str) -> str:
    """The ISO day of a stated time, "" when it is none or lies ahead of us."""
    try:
        day = date.fromisoformat(stated[:10])
    except ValueError:
        return ""
    return day.isoformat() if day.year >= 1980 and day.toordinal() <= datetime.now(UTC).toordinal() + 1 else ""
