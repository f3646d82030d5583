"""Where the assertions of a report lead: to the voice that says them, in the headline to the voice of the body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.link.names import body_of, is_untraced, plain_name
from sayso.model import Span

TOLL = frozenset({"killed", "injured", "missing", "detained", "displaced", "hostages"})
CORE = frozenset({"type", "happened", "place"}) | TOLL
"""Fields that make up the account of an incident; on whose say-so they rest decides what a report rests on."""


@dataclass(frozen=True, slots=True)
class Traced:
    """One Assertion and the far end it leads to.

    Attributes:
        id: ledger id of the assertion.
        report: report key; ``document`` is its document.
        outlet: name of the document's outlet, "" when unknown.
        far_name, far_kind: the far end of its statement's attribution; both "" when the narrator says it.
        says: field, value and polarity in any form that is equal for equal values; "" when not told.
        field: field of the assertion, "" when not told.
        headline: True when it stands in the headline.
        credit: agency that the document is credited to ("Reuters"), "" when to none.
        span: where the words of the assertion stand in the document's text; None when not told.
    """

    id: str
    report: str
    document: str
    outlet: str
    far_name: str = ""
    far_kind: str = ""
    says: str = ""
    field: str = ""
    headline: bool = False
    credit: str = ""
    span: Span | None = None

    @property
    def cites(self) -> bool:
        """True when somebody but the outlet itself says it."""
        return bool(self.far_name) and not (
            self.far_kind == "outlet" and plain_name(self.far_name) == plain_name(self.outlet)
        )

    @property
    def untraced(self) -> bool:
        """True when the words hide who says it."""
        return self.cites and is_untraced(self.far_name, self.far_kind)


@dataclass(frozen=True, slots=True)
class CopyOf:
    """A document is a copy of ``original``, in words ``kind`` and ``similarity`` (0 to 1)."""

    original: str
    kind: str
    similarity: float


def root_of(document: str, copies: Mapping[str, CopyOf]) -> str:
    """The document at the end of a chain of copies; of documents that copy each other in a circle the least id."""
    path = [document]
    while path[-1] in copies and (after := copies[path[-1]].original) not in path:
        path.append(after)
    last = path[-1]
    return min(path[path.index(copies[last].original) :]) if last in copies else last


def led(items: Sequence[Traced]) -> list[Traced]:
    """The assertions with the narrator's own and the headline's traced to the voice behind them.

    What the narrator says leads to the first voice that the same report cites for the same value. A headline says
    nothing that the body does not say: it leads to the voice that the body cites for the same value, else for the
    same field, else to the one that most of the body rests on; only without any to its own.
    """
    reports: dict[str, list[Traced]] = defaultdict(list)
    for t in items:
        reports[t.report].append(t)
    voices = {key: _Voices(group) for key, group in reports.items()}
    return [voices[t.report].lead(t) for t in items]


class _Voices:
    """The voices that the body of one report cites, by value and by field."""

    def __init__(self, report: Sequence[Traced]) -> None:
        body = [t for t in report if not t.headline]
        cited = [t for t in body if t.cites and not t.untraced]
        self.by_value: dict[str, Traced] = {}
        self.by_field: dict[str, Traced] = {}
        for t in cited:
            if t.says:
                self.by_value.setdefault(t.says, t)
            if t.field:
                self.by_field.setdefault(t.field, t)
        self.told = {t.says for t in body if t.says and not t.cites}
        self.names = {_who(t) for t in cited}
        self.main = main_voice(cited, body)

    def lead(self, t: Traced) -> Traced:
        if not t.headline:
            return _through(t, None if t.cites else self.by_value.get(t.says))
        if t.cites and _who(t) in self.names:
            return t
        if t.says in self.told and t.says not in self.by_value:
            return replace(t, far_name="", far_kind="")
        return _through(t, self.by_value.get(t.says) or self.by_field.get(t.field) or self.main)


def _through(t: Traced, voice: Traced | None) -> Traced:
    return replace(t, far_name=voice.far_name, far_kind=voice.far_kind) if voice else t


def _who(t: Traced) -> str:
    return body_of(t.far_name) or plain_name(t.far_name)


def main_voice(
    cited: Iterable[Traced], everything: Iterable[Traced], who: Callable[[Traced], str] = _who
) -> Traced | None:
    """The voice that a report's account rests on; None when it rests on the outlet.

    It is the one that carries most of the core fields (type, day, place, toll), of equals one that carries a toll,
    then the first; and only when it carries a toll or half of the core fields that the report gives.

    Args:
        cited: what the report says on somebody's say-so; ``everything`` is all it says.
        who: what tells one voice from another.
    """
    carried: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Traced] = {}
    for t in cited:
        if t.field in CORE:
            carried[who(t)].add(t.field)
            first.setdefault(who(t), t)
    given = {t.field for t in everything} & CORE
    ranked = sorted(carried, key=lambda w: (-len(carried[w]), carried[w].isdisjoint(TOLL)))
    best = next((w for w in ranked if carried[w] & TOLL or 2 * len(carried[w]) >= len(given)), None)
    return first[best] if best else None
