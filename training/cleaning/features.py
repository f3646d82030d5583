"""Columns and labels of every block of the labelled pages, as one .npz file.

usage: python -m training.cleaning.features DATA OUT

Pages labelled with segments only (pages-multi) have few labelled blocks; the others get trafilatura's judgement as a
label of less weight.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import trafilatura

from sayso.clean.blocks import scan
from sayso.clean.decode import decode
from sayso.clean.features import features
from sayso.clean.pick import page_title, told_body
from training.cleaning.labels import shares

CHANCE = np.random.default_rng(0)
SETS = ("pages-scrapinghub", "pages-wcxb", "pages-multi")


def rows(data: Path, name: str) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Names of the columns and what is known of one page, page by page."""
    with gzip.open(data / name / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for doc in map(json.loads, lines):
            body = gzip.decompress((data / name / doc["html"]).read_bytes())
            source = decode(body, "", True)[0]
            scanned = scan(source)
            texts = [" ".join(scanned.page.text[b.start : b.end].split()) for b in scanned.blocks]
            if texts:
                names, columns = features(scanned, texts, page_title(source), told_body(source))
                label, weight, _ = labels_of(doc, texts, body)
                weight *= 3.0 if name == "pages-scrapinghub" else 1.0  # few, and labelled by hand
                keep, weight = _thinned(label, weight)
                half = np.full(len(texts), half_of(doc), np.int8)
                page = {"rows": columns, "label": label, "weight": weight, "half": half}
                yield names, {key: value[keep] for key, value in page.items()}


def half_of(doc: dict[str, Any]) -> int:
    """0 or 1, by the site of a page."""
    host = ".".join((urlsplit(doc.get("url") or "").hostname or doc["id"]).split(".")[-2:])
    return int(hashlib.md5(host.encode()).hexdigest(), 16) % 2  # noqa: S324


def _thinned(label: Any, weight: Any) -> tuple[Any, Any]:
    """Which blocks are kept, and the weights: of those far from all main text a quarter stands for the rest."""
    near = np.convolve(label.astype(float), np.ones(9), "same")[: len(label)] > 0 if len(label) >= 9 else label | True
    easy = ~near & ~label
    return ~(easy & (CHANCE.random(len(label)) < 0.75)), np.where(easy, weight / 0.25, weight)


def labels_of(doc: dict[str, Any], texts: list[str], body: bytes) -> tuple[Any, Any, Any]:
    """Label of each block (1 main text, 0 not), its weight (pages count alike), and whether people gave it."""
    base = np.log1p([len(t.split()) for t in texts])
    if doc.get("body") is not None:
        return shares(texts, doc["body"]) > 0.5, base * (60 / max(1.0, base.sum())), np.ones(len(texts), bool)
    label = shares(texts, trafilatura.extract(body, include_comments=False) or "") > 0.5
    told = np.zeros(len(texts), bool)
    weight = 0.5 * base * (40 / max(1.0, base.sum()))
    for wanted, segments in ((True, doc.get("with") or ()), (False, doc.get("without") or ())):
        for segment in segments:
            holds = [i for i, text in enumerate(texts) if " ".join(segment.split()) in text]
            if len(holds) == 1 or not wanted:
                label[holds], weight[holds], told[holds] = wanted, 1.5 + base[holds], True
    return label, weight, told


def main() -> None:
    """Write one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    names: tuple[str, ...] = ()
    made: list[dict[str, Any]] = []
    for name in SETS:
        for names, page in rows(asked.data, name):  # noqa: B007 - the same for every page
            made.append(page)
    table = {key: np.concatenate([page[key] for page in made]) for key in made[0]}
    np.savez_compressed(asked.out, allow_pickle=False, names=np.array(names), **table)
    print(f"{len(made)} pages, {len(table['label'])} blocks, {int(table['label'].sum())} of them main text")


if __name__ == "__main__":
    main()
