"""Main text, title, author and date of pages: Sayso beside every other extractor that is installed, in one table.

usage: python -m quality.bench_extractors [--shared FOLDER] [--python OTHER/bin/python] [--only NAME]

The others are no part of Sayso: install those you want to compare with into an environment of their own
(trafilatura readability-lxml newspaper4k goose3 boilerpy3 justext resiliparse news-please magic-html) and name its
interpreter with --python. Those that are missing there are named below the table. Milliseconds are CPU time a page,
everything the extractor does; a page on which it fails counts as empty.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

SETS = ("pages-scrapinghub", "pages-wcxb", "pages-multi")
Fields = dict[str, str]
Extract = Callable[[bytes, str], Fields]


def _text(body: bytes) -> str:
    """Characters of a page for those that take no bytes: as it declares them, UTF-8 first."""
    from trafilatura.utils import decode_file

    return str(decode_file(body))


def sayso() -> Extract:
    """Ours, as the gate runs it."""
    from datetime import UTC, datetime

    from quality.sets.pages import answers
    from sayso.clean import clean
    from sayso.model import Capture

    return lambda body, url: answers(clean(Capture(url or "-", body, datetime.now(UTC), media_type="text/html")))


def trafilatura(fast: bool = False) -> Extract:
    """Balanced mode with its own metadata."""
    from trafilatura import bare_extraction

    def extract(body: bytes, url: str) -> Fields:
        found = bare_extraction(body, url=url or None, include_comments=False, with_metadata=True, fast=fast)
        if found is None:
            return {}
        told = {"body": found.text, "title": found.title, "author": found.author, "date": found.date}
        return {k: v for k, v in told.items() if v}

    return extract


def htmldate() -> Extract:
    """The day of first publication only."""
    from htmldate import find_date

    return lambda body, url: {"date": find_date(_text(body), original_date=True, url=url or None) or ""}


def readability() -> Extract:
    """readability-lxml."""
    from lxml import html
    from readability import Document

    def extract(body: bytes, url: str) -> Fields:
        page = Document(_text(body))
        tree = html.fromstring(page.summary())
        return {"body": "\n".join(t for t in tree.itertext() if t.strip()), "title": page.short_title()}

    return extract


def newspaper() -> Extract:
    """newspaper4k."""
    from newspaper import Article

    def extract(body: bytes, url: str) -> Fields:
        article = Article(url or "http://example.org/", fetch_images=False)
        article.download(input_html=_text(body))
        article.parse()
        day = article.publish_date
        found = {"body": article.text, "title": article.title, "author": "; ".join(article.authors)}
        return {**found, "date": str(day)[:10] if day else ""}

    return extract


def goose3() -> Extract:
    """goose3."""
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False})

    def extract(body: bytes, url: str) -> Fields:
        article = goose.extract(raw_html=_text(body))
        found = {"body": article.cleaned_text, "title": article.title, "author": "; ".join(article.authors or ())}
        return {**found, "date": (article.publish_date or "")[:10]}

    return extract


def boilerpy3() -> Extract:
    """boilerpy3, its extractor for articles."""
    from boilerpy3.extractors import ArticleExtractor

    extractor = ArticleExtractor(raise_on_failure=False)

    def extract(body: bytes, url: str) -> Fields:
        page = extractor.get_doc(_text(body))
        return {"body": page.content, "title": page.title or ""}

    return extract


def justext() -> Extract:
    """jusText with the stop words of English for pages whose language it is not told."""
    from justext import get_stoplist
    from justext import justext as run

    words = get_stoplist("English")
    return lambda body, url: {"body": "\n".join(p.text for p in run(_text(body), words) if not p.is_boilerplate)}


def resiliparse() -> Extract:
    """Resiliparse, main content without comments."""
    from resiliparse.extract.html2text import extract_plain_text

    return lambda body, url: {"body": extract_plain_text(_text(body), main_content=True, comments=False)}


def newsplease() -> Extract:
    """news-please from the bytes of the page, without asking the network for its images."""
    from newsplease import NewsPlease

    def extract(body: bytes, url: str) -> Fields:
        found = NewsPlease.from_html(_text(body), url=url or None, fetch_images=False)
        told = {"body": found.maintext, "title": found.title, "author": "; ".join(found.authors or ())}
        return {**{k: v or "" for k, v in told.items()}, "date": str(found.date_publish or "")[:10]}

    return extract


def magic_html() -> Extract:
    """magic-html (Python 3.12 or later)."""
    from lxml import html
    from magic_html import GeneralExtractor

    extractor = GeneralExtractor()

    def extract(body: bytes, url: str) -> Fields:
        found = extractor.extract(_text(body), base_url=url or "http://example.org/")
        tree = html.fromstring(found["html"])
        return {"body": "\n".join(t for t in tree.itertext() if t.strip()), "title": found.get("title") or ""}

    return extract


OTHERS: dict[str, tuple[str, Callable[[], Extract]]] = {
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura fast": ("trafilatura", lambda: trafilatura(fast=True)),
    "htmldate": ("htmldate", htmldate),
    "readability-lxml": ("readability", readability),
    "newspaper4k": ("newspaper", newspaper),
    "goose3": ("goose3", goose3),
    "boilerpy3": ("boilerpy3", boilerpy3),
    "jusText": ("justext", justext),
    "resiliparse": ("resiliparse", resiliparse),
    "news-please": ("newsplease", newsplease),
    "magic-html": ("magic_html", magic_html),
}
"""Name to module and how it is run."""


def main() -> int:
    """Predict with each extractor in a process of its own, score, print one table."""
    args = _arguments()
    if args.work:
        return work(args.work[0], args.shared, args.work[1], Path(args.work[2]))
    folder = args.keep or Path(tempfile.mkdtemp(prefix="extractors-"))
    folder.mkdir(parents=True, exist_ok=True)
    names = args.only or ["sayso", *OTHERS]
    there = set(_installed(args.python))
    missing = [n for n in names if n != "sayso" and OTHERS[n][0] not in there]
    rows = []
    for name in (n for n in names if n not in missing):
        rows.append((name, [_row(name, name_of_set, args, folder) for name_of_set in SETS]))
        print(f"{name} done", file=sys.stderr, flush=True)
    show(rows)
    if missing:
        print(f"not installed under {args.python}: {', '.join(missing)}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--python", default=sys.executable, help="interpreter that has the other extractors")
    parser.add_argument("--only", action="append", help="one extractor; may be given again")
    parser.add_argument("--keep", type=Path, help="folder for predictions; those that lie there are not made again")
    parser.add_argument("--work", nargs=3, help=argparse.SUPPRESS)
    return parser.parse_args()


def _installed(python: str) -> list[str]:
    wanted = sorted({module for module, _ in OTHERS.values()})
    code = f"import importlib.util as u; print(' '.join(m for m in {wanted!r} if u.find_spec(m)))"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.split()


def _row(name: str, of_set: str, args: argparse.Namespace, folder: Path) -> dict[str, Any]:
    out = folder / f"{of_set}.{name.replace(' ', '-')}.jsonl"
    if name == "sayso" or not out.exists():
        python = sys.executable if name == "sayso" else args.python
        command = [
            python,
            str(Path(__file__).resolve()),
            "--shared",
            str(args.shared),
            "--work",
            name,
            of_set,
            str(out),
        ]
        subprocess.run(command, check=True, cwd=Path(__file__).resolve().parents[1])
    gold, report = args.shared / "data" / of_set / "dev.jsonl.gz", folder / "report.json"
    scorer = [sys.executable, str(args.shared / "score" / "pages.py"), str(gold), str(out), "--json", str(report)]
    subprocess.run(scorer, check=True, capture_output=True)
    with out.open(encoding="utf-8") as lines:
        times = [json.loads(line)["ms"] for line in lines]
    return {**json.loads(report.read_text(encoding="utf-8")), "ms": sum(times) / max(1, len(times))}


def work(name: str, shared: Path, of_set: str, out: Path) -> int:
    """Predict one set with one extractor."""
    logging.disable(logging.CRITICAL)
    if name == "sayso":
        sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    extract = sayso() if name == "sayso" else OTHERS[name][1]()
    with out.open("w", encoding="utf-8") as file:
        for doc_id, url, body in pages(shared / "data" / of_set):
            start = time.process_time()
            try:
                found = extract(body, url)
            except Exception:  # whatever an extractor breaks on counts as nothing found
                found = {}
            row = {"id": doc_id, "ms": 1000 * (time.process_time() - start), **found}
            file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
    return 0


def pages(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Id, address and bytes of each page of a set."""
    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            doc = json.loads(line)
            yield doc["id"], doc.get("url") or "", gzip.decompress((folder / doc["html"]).read_bytes())


def show(rows: list[tuple[str, list[dict[str, Any]]]]) -> None:
    """One line an extractor."""
    heads = (
        "", "scrapinghub shingle F1", "wcxb word F1", "multi segments F1", "wcxb title", "wcxb author", "wcxb date",
        "multi title", "multi author", "multi date", "ms",
    )  # fmt: skip
    print("| " + " | ".join(heads) + " |")
    print("|" + " --- |" * len(heads))
    for name, (scrapinghub, wcxb, multi) in rows:
        body = scrapinghub["text"]["shingle"]["f1"], wcxb["text"]["words"]["f1"], multi["segments"]["f1"]
        head = [(s["title"]["exact"], s["author"]["name_f1"], s["date"]["accuracy"]) for s in (wcxb, multi)]
        cells = [f"{v:.4f}" if v else "-" for v in (*body, *head[0], *head[1])]
        print(f"| {name} | " + " | ".join(cells) + f" | {sum(s['ms'] for s in (scrapinghub, wcxb, multi)) / 3:.0f} |")


if __name__ == "__main__":
    sys.exit(main())
