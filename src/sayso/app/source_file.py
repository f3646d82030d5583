"""``sayso.toml``: sources written in a file. The file wins for those it names; the ledger keeps every version of it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from sayso.collect.kinds import WATCHED
from sayso.collect.kinds.items import whole_address
from sayso.model import SaysoError
from sayso.model.source import Source, slug

NAME = "sayso.toml"
IN_FILE = f"file {NAME}"
"""Who configured a source that the file names."""
_KEYS = frozenset({
    "id", "name", "kind", "address", "url", "expected_per_day", "every", "keep_days", "allow_hosts", "outlet",
    "language", "paused",
})  # fmt: skip
_EVERY = re.compile(r"(\d{1,6})\s*(s|min|m|h|d)?")
_SECONDS = {"s": 1, "": 1, "m": 60, "min": 60, "h": 3600, "d": 86_400}


def read_sources(file: Path) -> list[Source]:
    """The sources of the ``[[source]]`` tables, in order; an empty list for a file that is not there.

    Raises:
        SaysoError: the file is no TOML, or says of a source what cannot be; the table is named.
    """
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8")).get("source", [])
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SaysoError(f"{file} cannot be read: {error}", "mend the file; nothing was changed") from None
    if not isinstance(tables, list):
        raise SaysoError(f"{file}: a source is written [[source]], in double brackets", "mend the file")
    made: dict[str, Source] = {}
    for number, table in enumerate(tables, start=1):
        source = source_of(table, f"{file.name}, source {number}")
        if source.id in made:
            raise SaysoError(f"{file.name}: two sources have the id {source.id!r}", "give one of them another id")
        made[source.id] = source
    return list(made.values())


def source_of(table: Any, place: str) -> Source:
    """The source that a table says.

    Args:
        table: the keys of the attributes of ``Source``; ``every`` is seconds, or words such as "10 min".
        place: where it stands, for messages.

    Raises:
        SaysoError: an unknown key, a wrong type or kind, or no address.
    """
    if not isinstance(table, dict):
        raise SaysoError(f"{place} is no table", "write [[source]] and its keys below")
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise SaysoError(f"{place}: unknown key {unknown[0]!r}", f"known are {', '.join(sorted(_KEYS))}")
    address = _word(table, "address", place) or _word(table, "url", place)
    name = _word(table, "name", place) or address
    made = Source(
        slug(_word(table, "id", place) or name), name, _word(table, "kind", place) or "feed", address,
        _number(table, "expected_per_day", place), _seconds(table, place), _days(table, place), _hosts(table, place),
        _word(table, "outlet", place), _word(table, "language", place), _yes(table, "paused", place),
    )  # fmt: skip
    return checked(made, place)


def checked(source: Source, place: str = "this source") -> Source:
    """The source, when it can be watched as it is configured.

    Raises:
        SaysoError: no address, an address that does not fit the kind, or numbers that cannot be.
    """
    kinds = {kind.name: kind for kind in WATCHED}
    if source.kind not in kinds:
        raise SaysoError(f"{place}: no such kind of source: {source.kind!r}", f"it is one of {', '.join(kinds)}")
    web = source.address.startswith(("http://", "https://"))
    if not source.address or (web and not whole_address(source.address)):
        raise SaysoError(f"{place} has no address that can be watched", "give one like https://example.org/feed")
    if source.kind in ("feed", "page", "sitemap", "channel") and not web:
        raise SaysoError(f"{place}: a {source.kind} has an http or https address", "or give a folder, mail or list")
    if not kinds[source.kind].remote and web:
        raise SaysoError(f"{place}: a source of kind {source.kind} is a path on this machine", "check kind or address")
    if source.expected_per_day is not None and not 0 < source.expected_per_day < 1e6:
        raise SaysoError(f"{place}: expected_per_day is more than 0", "leave it out to have it learned")
    if source.every_s is not None and source.every_s < 60:
        raise SaysoError(f"{place}: a source is looked at once a minute at most", 'give every = "1 min" or more')
    return source


def _word(table: dict[str, Any], key: str, place: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise SaysoError(f"{place}: {key} is text in quotation marks", "mend the file")
    return value.strip()


def _number(table: dict[str, Any], key: str, place: str) -> float | None:
    value = table.get(key)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise SaysoError(f"{place}: {key} is a number", "mend the file")
    return None if value is None else float(value)


def _days(table: dict[str, Any], place: str) -> int | None:
    value = table.get("keep_days")
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise SaysoError(f"{place}: keep_days is a whole number of days", "leave it out to keep everything")
    return value


def _seconds(table: dict[str, Any], place: str) -> int | None:
    value = table.get("every")
    if value is None:
        return None
    found = _EVERY.fullmatch(str(value).strip())
    if isinstance(value, bool) or found is None:
        raise SaysoError(f'{place}: every is seconds, or words such as "10 min" or "2 h"', "mend the file")
    return int(found.group(1)) * _SECONDS[found.group(2) or ""]


def _hosts(table: dict[str, Any], place: str) -> tuple[str, ...]:
    value = table.get("allow_hosts", [])
    if not isinstance(value, list) or not all(isinstance(host, str) for host in value):
        raise SaysoError(f'{place}: allow_hosts is a list such as ["intranet"]', "mend the file")
    return tuple(value)


def _yes(table: dict[str, Any], key: str, place: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise SaysoError(f"{place}: {key} is true or false", "mend the file")
    return value
