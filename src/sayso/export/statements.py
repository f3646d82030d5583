"""What was said about an incident in words, for the note columns of flat shapes."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.case import Case, CaseStatement
from sayso.export.cells import joined
from sayso.export.phrases import capital

_VERBS = {
    "claim_of_responsibility": "claimed responsibility",
    "denial": "denied",
    "threat": "threatened",
    "accusation": "accused",
    "contradiction": "contradicted",
    "demand": "demanded",
}
CLAIM = "claim_of_responsibility"


def told_lines(case: Case) -> Iterator[str]:
    """One line for each claim, denial, threat, accusation, contradiction and demand, with its chain; each once."""
    seen: set[str] = set()
    for s in case.statements:
        if s.kind in _VERBS and not s.negated and s.known_until is None:
            line = f'{capital(s.speaker) or "Somebody"} {_VERBS[s.kind]}{_through(s)}: "{s.content}".'
            if line not in seen:
                seen.add(line)
                yield line


def _through(s: CaseStatement) -> str:
    between = joined((v.name for v in s.chain[:-1]), ", ")
    return f" (through {between})" if between else ""


def claims(case: Case) -> tuple[CaseStatement, ...]:
    """Claims of responsibility that still stand in a current report, each speaker once."""
    found: dict[str, CaseStatement] = {}
    for s in case.statements:
        if s.kind == CLAIM and not s.negated and s.known_until is None:
            found.setdefault(s.speaker.casefold(), s)
    return tuple(found.values())


def denials(case: Case) -> tuple[CaseStatement, ...]:
    """Denials that still stand in a current report."""
    return tuple(s for s in case.statements if s.kind == "denial" and not s.negated and s.known_until is None)
