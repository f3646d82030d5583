"""The bundle, written object by object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from sayso.export.case import Case
from sayso.export.files import staged
from sayso.export.options import Options
from sayso.export.stix.gone import gone_objects
from sayso.export.stix.ids import Object, Producer, bundle_id, marking, stamp
from sayso.export.stix.incident import case_objects
from sayso.export.stix.nouns import PROGRAM, extension_definition, instance

FILE = "incidents.stix.json"


def write_stix(
    cases: Iterable[Case], folder: Path, options: Options, container: str = "incident"
) -> list[tuple[Path, int]]:
    """Write ``folder``/incidents.stix.json, one object a line.

    Args:
        cases: read once, none is kept; of the objects only the ids of voices and places are remembered.
        folder: made when missing; a file of the same name is replaced when the bundle is whole.
        options: ``publisher`` stands behind the objects, ``marking`` is a TLP level, ``redirects`` and ``deleted``
            become revoked incidents; with ``before`` so do the objects that no longer hold.
        container: ``incident``, or ``report`` for programs that take every STIX incident for a cyber event.

    Returns:
        (path, number of objects).

    Raises:
        SaysoError: the folder cannot be written or the marking is unknown.
    """
    producer = Producer(options.publisher, options.marking, options.links)
    asked = (producer.name, producer.tlp, container, str(options.as_of), options.query)
    count = 0
    with staged(folder) as stage:
        out = stage.text(FILE)
        out.write(f'{{"type":"bundle","id":"{bundle_id(*asked)}","objects":[\n')
        for made in bundle_objects(cases, producer, options, container):
            out.write((",\n" if count else "") + json.dumps(made, ensure_ascii=False, separators=(",", ":")))
            count += 1
        out.write("\n]}\n")
    return [(folder / FILE, count)]


def bundle_objects(
    cases: Iterable[Case], producer: Producer, options: Options, container: str = "incident"
) -> Iterator[Object]:
    """Every object of a bundle, each id once."""
    if producer.tlp:
        yield marking(producer.tlp)
    yield instance(PROGRAM)
    if producer.id != PROGRAM.id:
        yield instance(producer)
    yield extension_definition()
    told: set[str] = set()
    for case in cases:
        yield from case_objects(case, producer, told, container)
    for gone in options.redirects:
        why = f"now part of {gone.new}"
        yield _revoked(producer, container, gone.old, (gone.opened or gone.since, gone.since), why, "duplicate")
    for lost in options.deleted:
        yield _revoked(producer, container, lost.id, (lost.opened or lost.at, lost.at), lost.reason, "retracted")
    if options.before:
        yield from gone_objects(options.before, producer, container)


def _revoked(
    producer: Producer, container: str, incident: str, times: tuple[datetime, datetime], why: str, label: str
) -> Object:
    opened, at = times
    id_ = producer.ref(container, "incident", incident)
    if container == "report":
        more = {"report_types": ["threat-report"], "published": stamp(opened), "object_refs": [producer.id]}
    else:
        more = {}
    return producer.made(
        container, id_, stamp(opened), stamp(at), revoked=True, labels=[label],
        external_references=[{"source_name": "sayso", "external_id": incident}],
        name=f"{incident}: {why}", **more,
    )  # fmt: skip
