"""Incidents as KML 2.2 (OGC), for globes and map programs: one placemark for each, with its days and its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from sayso.export import phrases
from sayso.export.cap_xml import xml_text
from sayso.export.case import Case
from sayso.export.cells import plain
from sayso.export.files import staged
from sayso.export.geojson import feature_values
from sayso.export.options import Options

FILE = "incidents.kml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'


def write_kml(cases: Iterable[Case], folder: Path, options: Options) -> list[tuple[Path, int]]:
    """Write ``folder``/incidents.kml; what is known by region or country only has no point.

    Args:
        cases: read once, none is kept.
        folder: made when missing; a file of the same name is replaced.
        options: ``links`` gives each placemark the address of its page, ``publisher`` the document its name.

    Returns:
        (path, number of placemarks).

    Raises:
        SaysoError: the folder cannot be written.
    """
    count = 0
    with staged(folder) as stage:
        out = stage.text(FILE)
        out.write(f"{_HEAD}<name>{_text(options.publisher)}</name>\n")
        for case in cases:
            out.write("\n".join(_placemark(case, options)) + "\n")
            count += 1
        out.write("</Document>\n</kml>\n")
    return [(folder / FILE, count)]


def _placemark(case: Case, options: Options) -> Iterator[str]:
    """The lines of a placemark, its elements in the order of the schema."""
    values = feature_values(case, options)
    point, evidence = values.pop("geometry"), values.pop("evidence")
    told = [f"{phrases.toll(case, 'killed')}; {phrases.toll(case, 'injured')}; {phrases.counts(case)}."]
    told += [
        f"{e['field']}: {e['value']} ({' → '.join(e['chain']) or e['speaker']}): {e['sentence']}" for e in evidence
    ]
    yield f"<Placemark id={quoteattr(case.id)}>"
    yield f"<name>{_text(case.title)}</name>"
    yield f"<description>{_text(chr(10).join(told))}</description>"
    if case.day_from and case.day_to:
        yield f"<TimeSpan><begin>{case.day_from}</begin><end>{case.day_to}</end></TimeSpan>"
    yield "<ExtendedData>"
    for name, value in values.items():
        words = "; ".join(value) if isinstance(value, tuple) else plain(value)
        if words not in (None, ""):
            yield f"<Data name={quoteattr(name)}><value>{_text(_plain_words(words))}</value></Data>"
    yield "</ExtendedData>"
    if point:
        lon, lat = point["coordinates"]
        yield f"<Point><coordinates>{lon},{lat}</coordinates></Point>"
    yield "</Placemark>"


def _plain_words(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _text(words: str) -> str:
    return escape(xml_text(words))
