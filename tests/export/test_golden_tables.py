"""Every tabular form of the fixed ledger, byte for byte. SAYSO_REWRITE_GOLDEN=1 writes the golden files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fixed_ledger import NOW

from sayso.export.case import Case
from sayso.export.formats import FORMATS
from sayso.export.options import Deleted, Options, Redirect

GOLDEN = Path(__file__).with_name("golden")
FORMS = ("csv", "jsonl", "acled", "ucdp", "gtd", "plover", "hxl")
OPTIONS = Options(
    as_of=NOW, version="1", gazetteer="test", query="all", background=True, links="https://desk.example",
    redirects=(Redirect("KAZ-00000A", "KAZ-B1A570", NOW),), deleted=(Deleted("KAZ-00000B", NOW, "not this incident"),),
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_is_the_golden_file(form: str, fixed_cases: tuple[Case, ...], tmp_path: Path) -> None:
    FORMATS[form].write(iter(fixed_cases), tmp_path, OPTIONS)
    golden = GOLDEN / form
    if os.environ.get("SAYSO_REWRITE_GOLDEN"):
        golden.mkdir(exist_ok=True)
        for file in tmp_path.iterdir():
            (golden / file.name).write_bytes(file.read_bytes())
    assert {f.name for f in tmp_path.iterdir()} == {f.name for f in golden.iterdir()}
    changed = [f.name for f in sorted(tmp_path.iterdir()) if f.read_bytes() != (golden / f.name).read_bytes()]
    assert changed == []
