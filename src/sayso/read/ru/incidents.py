"""Russian incidents: the general accounts over Russian cues, with Russian readers of perpetrators and modes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from sayso.gazetteer import Gazetteer
from sayso.lang.ru import incidents as ru
from sayso.model import Assertion, Document, Mention, Passage, Perpetrator, Report, Span, Statement
from sayso.read.incidents import scenes, values
from sayso.read.incidents.accounts import Account, find_accounts
from sayso.read.incidents.counted import figures
from sayso.read.incidents.material import Material
from sayso.read.incidents.triggers import Trigger, find_triggers
from sayso.taxonomy import load_taxonomy

MADE_BY = "incidents-ru/1"
_OPEN = re.compile(ru.NOT_HAPPENED, re.I)
_BOMB = re.compile(ru.BOMB, re.I)
_UNNAMED = re.compile(ru.UNNAMED, re.I)
_SUICIDE = re.compile(ru.SUICIDE, re.I)
_BLAMED = tuple((re.compile(p, re.I), status) for p, status in ru.BLAMED)
_STRIKES = frozenset(("missile_attack", "air_strike", "drone_strike"))
_MEDIA = frozenset(("agency", "outlet", "monitor", "document", "unknown"))


class _Material(Material):
    """The general material with Russian triggers; what the words leave open ("угроза взрыва") triggers nothing."""

    @cached_property
    def triggers(self) -> list[Trigger]:
        """All triggers, in order."""
        found = find_triggers(self.document.text, self.passages, "ru")
        text = self.document.text
        if _BOMB.search(text):  # "взрыв" alone tells no cause; beside a device or an assailant it is a bombing
            found = [replace(t, type="bombing") if t.type == "explosion" else t for t in found]
        strikes = [t.type for t in found if t.type in _STRIKES and t.form != "weak"]
        if strikes:  # "обстрел" is said of shells, missiles and bombs alike
            found = [replace(t, type=strikes[0]) if t.type == "shelling" else t for t in found]
        return [
            t
            for t in found
            if not _OPEN.search(text, max(self.passages[t.passage].span.start, t.span.start - 30), t.span.start)
        ]

    def places(self, passage: int) -> list[Mention]:
        """Resolved places in a passage; none in a dateline, which tells where it was written."""
        return [] if self.passages[passage].kind == "dateline" else Material.places(self, passage)


def find_reports(
    document: Document,
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    gazetteer: Gazetteer | None = None,
) -> tuple[tuple[Report, ...], tuple[Statement, ...]]:
    """As :func:`sayso.read.incidents.find_reports`, for Russian text."""
    material = _Material(document, passages, mentions, statements, gazetteer=gazetteer)
    accounts = find_accounts(material)
    reports = tuple(_report(material, account, f"i{n}") for n, account in enumerate(accounts, 1))
    return reports, tuple(_about(s, accounts, reports) for s in statements)


def _report(material: Material, account: Account, name: str) -> Report:
    found = [values.type_of(material, account)]
    for reader in (values.happened, scenes.places, figures, _perpetrators, _weapons, _modes):
        found += reader(material, account)
    return Report(
        name, account.type, load_taxonomy().family(account.type), account.status,  # type: ignore[arg-type]
        tuple(sorted(found, key=lambda a: (a.span, a.field))), account.score, MADE_BY,
    )  # fmt: skip


def _about(statement: Statement, accounts: list[Account], reports: tuple[Report, ...]) -> Statement:
    names = []
    for account, report in zip(accounts, reports, strict=True):
        held = any(a.statement == statement.id for a in report.assertions)
        speaks = any(statement.content.contains(t.span) for t in account.triggers)
        violent = (
            statement.kind in ("claim_of_responsibility", "denial", "condemnation") and account.status != "background"
        )
        if held or speaks or violent:
            names.append(report.id)
    return replace(statement, about=tuple(names)) if names else statement


def _perpetrators(material: Material, account: Account) -> Iterator[Assertion]:
    if account.status == "background" or load_taxonomy().family(account.type) in ("accident", "unrest"):
        return
    named = False
    for s in material.statements:
        last = s.attribution[-1] if s.attribution else None
        status = "claimed" if s.kind == "claim_of_responsibility" else ""
        denied = s.kind == "denial" and re.search(ru.INVOLVED, s.content.of(material.document.text), re.I)
        status = "denied" if denied else status
        if status and last is not None and last.span is not None and last.kind not in _MEDIA and not s.negated:
            named = True
            value = Perpetrator(last.name, status, True, last.kind)
            yield values.make(material, "perpetrator", value, last.span, statement=s.id, rule=f"perpetrator-{status}")
    for expression, status in _BLAMED:
        for number in account.passages:
            span = material.passages[number].span
            for m in expression.finditer(material.document.text, span.start, span.end):
                named = True
                value = Perpetrator(m.group("who").strip(), status, True, "group")
                yield values.make(material, "perpetrator", value, Span(*m.span("who")), rule=f"perpetrator-{status}")
    if not named:
        yield from _unnamed(material, account)


def _unnamed(material: Material, account: Account) -> Iterator[Assertion]:
    for number in account.passages:
        span = material.passages[number].span
        m = _UNNAMED.search(material.document.text, span.start, span.end)
        if m:
            yield values.make(
                material,
                "perpetrator",
                Perpetrator(m.group(), "unknown", False),
                Span(*m.span()),
                rule="perpetrator-unknown",
            )
            return


def _weapons(material: Material, account: Account) -> Iterator[Assertion]:
    seen: set[str] = set()
    for number in account.passages:
        span = material.passages[number].span
        for name, expression in ru.WEAPONS.items():
            m = re.compile(expression, re.I).search(material.document.text, span.start, span.end)
            if m and name not in seen:
                seen.add(name)
                yield values.make(material, "weapon", name, Span(*m.span()), score=0.7)


def _modes(material: Material, account: Account) -> Iterator[Assertion]:
    for number in account.passages:
        span = material.passages[number].span
        m = _SUICIDE.search(material.document.text, span.start, span.end)
        if m:
            yield values.make(material, "mode", "suicide", Span(*m.span()))
