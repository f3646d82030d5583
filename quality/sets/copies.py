"""Copies and origins as the product finds them: all documents through ingest, linking, copies, origins."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from quality.copy_groups import CopyDoc, documents, line

Doc = dict[str, Any]


def predict(groups: Iterable[Doc]) -> Iterator[Doc]:
    """For each group what the ledger says of its documents.

    Yields:
        ``{"id", "copies": {document: original at the end of the chain}, "read": [documents with a report],
        "linked": [[documents]], "together": [[documents]]}``: the documents of each origin, ``linked`` on the page of
        the incident that most of them are linked to, ``together`` of all reports taken as one incident.
    """
    found = {group["id"]: documents(group) for group in groups}
    with tempfile.TemporaryDirectory(prefix="sayso-copies-") as folder:
        _ingest([d for docs in found.values() for d in docs], Path(folder))
        for name, docs in found.items():
            yield {"id": name, **_answer(docs)}
        _leave()


def _ingest(docs: list[CopyDoc], folder: Path) -> None:
    from sayso.app.build import open_house
    from sayso.app.ingest import ingest

    open_house(folder / "house", "")
    ordered = sorted(docs, key=lambda d: (d.known_from, d.id))
    file = folder / "copies.jsonl"
    file.write_text("".join(json.dumps(line(d), ensure_ascii=False) + "\n" for d in ordered), encoding="utf-8")
    ingest([file])


def _leave() -> None:
    from django.db import connections

    connections.close_all()


def _answer(docs: list[CopyDoc]) -> Doc:
    from sayso.app.gather import gather, gathered_from
    from sayso.link.trace import root_of
    from sayso.store.view import View

    names = {line(d)["url"]: d.id for d in docs}
    view = View()
    ids = {r.document: names[r.url] for r in view.readings() if r.url in names}
    links = view.copies(sorted(ids))
    of = _originals(links, ids)
    linked = {k: v for k, v in view.linked_reports().items() if any(r.reading.document in ids for r in v)}
    main = max(linked, key=lambda key: len({r.reading.document for r in linked[key]} & set(ids)))
    page = gather(view, [main])[main]
    reports = _main_reports(linked, ids)
    whole = gathered_from(view, {"whole": tuple(sorted(reports.values(), key=_age))})["whole"]
    return {
        "copies": {ids[d]: ids[root_of(d, of)] for d in of},
        "read": sorted(ids[d] for d in reports),
        "linked": _parts([o.reports for o in page.origins], ids),
        "together": _parts([o.reports for o in whole.origins], ids),
    }


def _originals(links: Iterable[Any], ids: dict[str, str]) -> dict[str, Any]:
    from sayso.link import CopyOf, choose_originals

    found: dict[str, list[CopyOf]] = defaultdict(list)
    for link in links:
        if link.original in ids:
            found[link.document].append(CopyOf(link.original, link.kind, link.similarity))
        else:  # a copy of another group's document: wrong, and told so
            ids[link.original] = "another group"
            found[link.document].append(CopyOf(link.original, link.kind, link.similarity))
    return choose_originals(found)


def _main_reports(linked: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    """Document to the first report in it that is news: what the article leads with."""
    some: dict[str, list[Any]] = defaultdict(list)
    for held in linked.values():
        for report in held:
            some[report.reading.document].append(report)
    return {d: min(found, key=lambda r: (r.status == "background", r.number)) for d, found in some.items() if d in ids}


def _age(report: Any) -> tuple[Any, ...]:
    return report.reading.known_from, report.reading.document, report.number


def _parts(groups: Iterable[Iterable[str]], ids: dict[str, str]) -> list[list[str]]:
    parts = [sorted({ids[key.rpartition("/")[0]] for key in keys if key.rpartition("/")[0] in ids}) for keys in groups]
    return sorted(p for p in parts if p)
