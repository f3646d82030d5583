"""W3C Web Annotations: the words behind each value, as a target that other tools can anchor."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sayso.export import phrases
from sayso.export.addresses import source_address
from sayso.export.case import Case, CaseAssertion, CaseReport
from sayso.export.cells import plain
from sayso.export.files import staged
from sayso.export.options import Options

FILE = "annotations.jsonl"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_SPACE = UUID("c1a5e6b0-5a0c-4f0e-9f0b-6f6d1c1f7b52")


def write_annotations(cases: Iterable[Case], folder: Path, options: Options) -> list[tuple[Path, int]]:
    """Write ``folder``/annotations.jsonl, one annotation a line.

    Args:
        cases: read once, none is kept.
        folder: made when missing; a file of the same name is replaced.
        options: ``links`` gives each annotation the page of its incident.

    Returns:
        (path, number of annotations).

    Raises:
        SaysoError: the folder cannot be written.
    """
    count = 0
    with staged(folder) as stage:
        out = stage.text(FILE)
        for case in cases:
            for made in case_annotations(case, options):
                out.write(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n")
                count += 1
    return [(folder / FILE, count)]


def case_annotations(case: Case, options: Options) -> Iterator[dict[str, Any]]:
    """One annotation for each assertion; the positions are those of the cleaned text."""
    reports = {r.key: r for r in case.reports}
    for a in case.assertions:
        yield _annotation(a, reports.get(a.report), case, options)


def _annotation(a: CaseAssertion, report: CaseReport | None, case: Case, options: Options) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{uuid5(_SPACE, chr(31).join(('annotation', a.report, a.id)))}",
        "type": "Annotation",
        "motivation": "identifying",
        "created": plain(a.known_from),
        "creator": {"type": "Software", "name": a.made_by},
        "body": {"type": "TextualBody", "value": phrases.said(a), "format": "text/plain"},
        "target": _target(a, report),
    }
    if options.links:
        made["canonical"] = f"{options.links.rstrip('/')}/incident/{case.id}#{a.id}"
    return made


def _target(a: CaseAssertion, report: CaseReport | None) -> dict[str, Any]:
    span, around = a.assertion.span, a.sentence_span
    before = a.sentence[: max(0, span.start - around.start)]
    after = a.sentence[max(0, span.end - around.start) :]
    quote = {"type": "TextQuoteSelector", "exact": a.assertion.text, "prefix": before, "suffix": after}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    made: dict[str, Any] = {"source": source_address(report) if report else a.report}
    made["state"] = {"type": "TimeState", "sourceDate": plain(a.known_from)}
    return {**made, "selector": [quote, position]}
