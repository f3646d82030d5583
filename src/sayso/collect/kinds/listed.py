"""Lists of addresses: one a line, or CSV with a column of addresses and, where there, of titles and days.

The list may be a file here or an address on the web; what is added to it is new.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from sayso.collect.answer import Answer
from sayso.collect.kinds.items import iso, plain, whole_address
from sayso.collect.kinds.markup import encoding
from sayso.collect.kinds.settled import held, missing
from sayso.collect.kinds.watched import MOST_BYTES, Get, Watched, ask, digest
from sayso.model.source import Look, LookState, Seen, Source

MOST_ROWS = 100_000
_ADDRESS = frozenset({"url", "address", "link", "href", "uri", "loc", "source_url", "article_url", "web_url"})
_TITLE = frozenset({"title", "headline", "name"})
_PUBLISHED = frozenset({"published", "date", "day", "pubdate", "publication_date", "published_at", "time"})


def look(source: Source, state: LookState, get: Get) -> Look:
    """One look at a list; see :class:`sayso.collect.kinds.watched.LookAt`."""
    if source.address.startswith(("http://", "https://")):
        return ask(source, state, get, _read_answer)
    path = Path(source.address).expanduser().absolute()
    try:
        if not held(path).settled():
            return Look((), state, "unchanged", note="the list is being written; it is read at the next look")
        with path.open("rb") as file:
            body = file.read(MOST_BYTES + 1)
    except OSError as error:
        return missing(state, path, error)
    return read(body, state)


def _read_answer(answer: Answer, state: LookState) -> Look:
    if answer.media_type == "text/html":
        return Look((), state, "changed", "no_list", "a page stands where the list should be")
    return read(answer.body, state)


def read(body: bytes, state: LookState) -> Look:
    """The look that a list's bytes come to."""
    now = digest(body)
    if now == state.digest:
        return Look((), state, "unchanged")
    if len(body) > MOST_BYTES:
        return Look((), state, "changed", "too_large", f"the list is larger than {MOST_BYTES // 1_000_000} MB")
    found = list(addresses(body.decode(encoding(body), "replace").lstrip("\ufeff")))
    once = {item.key: item for item in found}
    made = LookState(digest=now, cursor=str(len(once)))
    if once:
        items = tuple(once.values())
        note = f"{len(items):,} addresses; the last {MOST_ROWS:,} are taken" if len(items) > MOST_ROWS else ""
        return Look(items[-MOST_ROWS:], made, "new", note=note)
    if state.cursor not in ("", "0"):
        return Look((), state, "changed", "no_items", "the list had addresses and holds none now")
    return Look((), made, "empty", note="no http or https address in this list yet" if body.strip() else "")


def addresses(text: str) -> Iterator[Seen]:
    """The addresses of a list with what its row tells, in order; rows without one are left out."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if not lines:
        return
    separator = max(",;\t|", key=lambda sign: sum(line.count(sign) for line in lines[:20]))
    rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=separator)
    columns: dict[str, int] | None = None
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if columns is None:
                columns = _columns(cells)
                if not any(cell.startswith(("http://", "https://")) for cell in cells):
                    continue
            if item := _item(cells, columns):
                yield item
    except csv.Error:  # a quotation mark that is never closed: what came before it counts
        return


def _columns(cells: list[str]) -> dict[str, int]:
    """Meaning to number of column, from a heading; empty when the first row is none."""
    made: dict[str, int] = {}
    for number, cell in enumerate(cells):
        word = cell.lower().replace(" ", "_")
        for meaning, words in (("address", _ADDRESS), ("title", _TITLE), ("published", _PUBLISHED)):
            if word in words:
                made.setdefault(meaning, number)
    return made


def _item(cells: list[str], columns: dict[str, int]) -> Seen | None:
    def cell(meaning: str) -> str:
        number = columns.get(meaning, -1)
        return cells[number] if 0 <= number < len(cells) else ""

    named = cell("address") or next((c for c in cells if c.startswith(("http://", "https://"))), "")
    address = whole_address(named) if named.startswith(("http://", "https://")) else ""
    return Seen(address, plain(cell("title")), iso(cell("published"))) if address else None


LIST = Watched("list", look)
