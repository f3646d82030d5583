"""Incidents: what happened, told by whom, with every value on its words."""

from __future__ import annotations

from dataclasses import replace

from sayso.gazetteer import Gazetteer
from sayso.model import Assertion, Document, Mention, Passage, Report, Statement
from sayso.read.animals import find_animals
from sayso.read.encoder.happenings import find_happenings
from sayso.read.encoder.session import Encoder
from sayso.read.incidents import scenes, values
from sayso.read.incidents.accounts import Account, find_accounts
from sayso.read.incidents.counted import figures
from sayso.read.incidents.learned import from_roles
from sayso.read.incidents.material import Material
from sayso.read.incidents.meant import group_meant
from sayso.read.incidents.perpetrators import perpetrators
from sayso.read.incidents.same import join_same
from sayso.read.incidents.unheld import SURE
from sayso.taxonomy import load_taxonomy

_READERS = (
    values.happened, scenes.places, figures, perpetrators, values.weapons, values.targets, values.modes,
    values.persons,
)  # fmt: skip

_PLACES = ("place", "facility")


def find_reports(
    document: Document,
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    encoder: Encoder | None = None,
    gazetteer: Gazetteer | None = None,
    eager: bool = False,
) -> tuple[tuple[Report, ...], tuple[Statement, ...]]:
    """The incidents that ``document`` tells, main first, and the statements with ``about`` filled in.

    Args:
        document: the text.
        passages: its sentences, in order.
        mentions: dates, places, figures and actors found in it.
        statements: who said what in it.
        encoder: the released model, which also sees happenings; None for rules alone.
        gazetteer: for places told by another one ("30 km north of Aleppo"); None leaves them open.
        eager: True to take every happening that the encoder has seen on the first sign of it: of texts in capitals more
            incidents are found, and more that are none.

    Returns:
        Reports "i1", "i2" ... (none when no incident is told) and all statements in their order.
    """
    happenings = find_happenings(document, passages, encoder) if encoder is not None else None
    if happenings:
        animals = find_animals(document.text)
        happenings = tuple(h for h in happenings if not animals.harmed(h.span, passages[h.passage].span))
    named = encoder.read(document.text).named if encoder is not None else ()
    towns = tuple(n for n in named if n.kind in _PLACES and n.score >= SURE)
    material = Material(document, passages, mentions, statements, happenings, gazetteer, towns, eager)
    accounts = find_accounts(material)
    read = [(account, _report(material, account, f"i{n}")) for n, account in enumerate(accounts, 1)]
    told = join_same(read, eager)
    accounts, reports = [a for a, _ in told], tuple(r for _, r in told)
    return reports, tuple(_about(material, s, accounts, reports) for s in statements)


def _report(material: Material, account: Account, name: str) -> Report:
    found: list[Assertion] = [values.type_of(material, account)]
    for reader in _READERS:
        found += reader(material, account)
    found += from_roles(material, account, tuple(found))
    found += group_meant(material, tuple(found))
    return Report(
        id=name, type=account.type, family=load_taxonomy().family(account.type), status=account.status,  # type: ignore[arg-type]
        assertions=tuple(sorted(found, key=lambda a: (a.span, a.field))), score=account.score, made_by=values.MADE_BY,
    )  # fmt: skip


def _about(material: Material, statement: Statement, accounts: list[Account], reports: tuple[Report, ...]) -> Statement:
    names = []
    for account, report in zip(accounts, reports, strict=True):
        held = any(a.statement == statement.id for a in report.assertions)
        speaks = any(statement.content.contains(t.span) for t in account.triggers)
        violent = statement.kind in {"claim_of_responsibility", "denial", "accusation", "condemnation", "confirmation"}
        if held or speaks or (violent and account.status != "background"):
            names.append(report.id)
    return replace(statement, about=tuple(names)) if names else statement
