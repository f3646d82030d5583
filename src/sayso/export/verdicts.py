"""What reviewers decided about single values of a Case."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso.export.case import Case, CaseAssertion
from sayso.model import Judgement

KINDS = ("accept", "reject")


def verdicts(case: Case) -> Iterator[tuple[Judgement, CaseAssertion]]:
    """Each standing judgement that accepts or rejects a value, with the assertion it is about.

    A judgement made on an earlier reading of the document is about what stands on the same words now; one whose words
    no reading holds any more is left out.
    """
    said = {a.id: a for a in case.assertions}
    for judgement in case.judgements:
        if judgement.kind in KINDS:
            about = said.get(judgement.subject) or _again(case, judgement)
            if about is not None:
                yield judgement, about


def given_values(case: Case) -> Iterator[tuple[Judgement, str, str]]:
    """Each standing judgement that gives another value, with the field and the value in words."""
    for judgement in case.judgements:
        if judgement.kind == "other_value":
            told = _payload(judgement)
            yield judgement, str(told.get("field", "")), str(told.get("shown", ""))


def _again(case: Case, judgement: Judgement) -> CaseAssertion | None:
    """The assertion of the same document and field whose words overlap those that were judged."""
    told = _payload(judgement)
    anchor = told.get("anchor")
    if not isinstance(anchor, dict):
        return None
    document = str(told.get("report", "")).rpartition("/")[0]
    spans = [(start, end) for start, end in anchor.get("spans", ())]
    for a in case.assertions:
        span = a.assertion.span
        here = a.field == anchor.get("field") and a.report.rpartition("/")[0] == document
        if here and any(span.start < end and start < span.end for start, end in spans):
            return a
    return None


def _payload(judgement: Judgement) -> dict[str, Any]:
    made = json.loads(judgement.payload) if judgement.payload else {}
    return made if isinstance(made, dict) else {}
