"""From what a person types to the thing a judgement is about: short ids are good as long as they are unambiguous."""

from __future__ import annotations

from collections.abc import Sequence

import sayso.app.prepare  # noqa: F401
from sayso.model import Judgement, SaysoError
from sayso.store import judgements, subjects
from sayso.store.redirects import survivors
from sayso.store.subjects import Standing
from sayso.store.view import View


def incident(words: str) -> str:
    """The id of the incident, of the survivor when it became part of another one.

    Raises:
        SaysoError: there is none, or more than one begins like this.
    """
    name = _only(words, subjects.incidents_beginning(words), "incident", "sayso incidents lists their ids")
    return survivors((name,), None)[name]


def incident_named(words: str) -> str:
    """The id of the incident as it was opened, whatever it is part of now; errors as for :func:`incident`."""
    return _only(words, subjects.incidents_beginning(words), "incident", "sayso incidents lists their ids")


def assertion(words: str) -> str:
    """The ledger id of the assertion.

    Raises:
        SaysoError: there is none, or more than one begins like this.
    """
    hint = "sayso judge list --incident ID shows the ids of what is said"
    return _only(words, subjects.assertions_beginning(words), "assertion", hint)


def report(words: str) -> Standing:
    """The report with this key ("<document id>/i1"); the document alone is enough when it holds one report.

    Raises:
        SaysoError: there is none, more than one, or the newest reading of the document has no such report.
    """
    start, _, name = words.strip().partition("/")
    hint = "sayso judge list --incident ID shows the keys of its reports"
    document = _only(start, subjects.documents_beginning(start), "document", hint)
    found = [r for r in subjects.reports_of(document) if not name or r.key.endswith(f"/{name}")]
    if not found:
        raise SaysoError(f"no report {words!r} is known", hint)
    linked = [r for r in found if r.incident] or found
    if len(linked) > 1:
        some = ", ".join(f"{start}/{r.key.rpartition('/')[2]}" for r in linked)
        raise SaysoError(f"document {words!r} holds {len(linked)} reports", f"say which one: {some}")
    return linked[0]


def judgement(words: str) -> Judgement:
    """The judgement whose id begins like this.

    Raises:
        SaysoError: there is none, or more than one.
    """
    found = {j.id: j for j in judgements.beginning(words.strip().lower())} if words.strip() else {}
    return found[_only(words, tuple(found), "judgement", "sayso judge list shows their ids")]


def reports_in(incident_id: str) -> tuple[str, ...]:
    """Keys of the reports that belong to an incident now, oldest first."""
    return tuple(r.key for r in View().linked_reports((incident_id,)).get(incident_id, ()))


def _only(words: str, found: Sequence[str], what: str, hint: str) -> str:
    if not found:
        raise SaysoError(f"no {what} {words.strip()!r} is known", hint)
    if len(found) > 1:
        some = ", ".join(f[:14] for f in found)
        raise SaysoError(f"more than one {what} begins with {words.strip()!r}", f"write more of it: {some} ...")
    return found[0]


def document(words: str) -> str:
    """The id of the document that begins like this.

    Raises:
        SaysoError: there is none, or more than one.
    """
    return _only(words, subjects.documents_beginning(words), "document", "sayso judge list --incident ID shows them")
