"""Small hand-made readings for tests of the ledger: every value stands on its words."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from sayso.app.inputs import Item
from sayso.model import (
    Assertion,
    Capture,
    Datum,
    Document,
    Figure,
    Passage,
    Perpetrator,
    Place,
    Published,
    Reading,
    Report,
    Span,
    Statement,
    Voice,
    When,
)  # fmt: skip
from sayso.store.entry import Given

ATYRAU = Place(
    "Atyrau", "Kazakhstan", "KZ", "Atyrau Oblysy", 610529, 47.117, 51.883, "settlement", 8_000.0, reason="the only one"
)
SAMPLE_DAY = When("2011-10-31", "day", ("2011-10-31",), "published")


def at(day: int, hour: int = 12) -> datetime:
    """A time in November 2011, UTC."""
    return datetime(2011, 11, day, hour, tzinfo=UTC)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(text: str, field: str, words: str, value: Datum, statement: str | None = None, **more: str) -> Assertion:
    return Assertion(field, value, words, span_of(text, words), statement, **more)  # type: ignore[arg-type]


def sentences(text: str) -> tuple[Passage, ...]:
    made, start = [], 0
    for n, part in enumerate(text.split(". ")):
        at_ = text.index(part, start)
        start = at_ + len(part)
        made.append(Passage(Span(at_, start), n, 0))
    return tuple(made)


def blast(
    outlet: str,
    killed: int | None = 1,
    *,
    known: datetime | None = None,
    speaker: str = "",
    place: Place = ATYRAU,
    url: str = "",
    more: str = "",
    reader: str = "hand/1",
    status: str = "happened",
) -> tuple[Item, Reading]:
    """A report of one bombing: ``outlet`` says that ``speaker`` (or it itself) says how many were killed."""
    toll = f"The blast killed {killed} people" if killed is not None else "Nobody knows more"
    source = f", said {speaker}" if speaker else ""
    text = f"A bomb exploded in {place.name} on Monday. {toll}{source}. {outlet} has more. {more}"
    known = known or at(1)
    address = (
        url or f"https://{outlet.casefold().replace(' ', '-')}.example/{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    )
    capture = Capture(address, text.encode(), known, "text/plain", "utf-8")
    document = Document(
        id=hashlib.sha256((address + text).encode()).hexdigest(), capture=capture.digest, text=text, outlet=outlet,
        published=Published(date(2011, 11, 1), "given"), language="en", url=address, cleaner="hand/1",
    )  # fmt: skip
    statements: tuple[Statement, ...] = ()
    if speaker and killed is not None:
        chain = (
            Voice(outlet, outlet, "outlet"),
            Voice(speaker, speaker, "official", span_of(text, speaker), "said", span_of(text, "said")),
        )
        statements = (Statement("s1", "report", span_of(text, toll), chain, about=("i1",)),)
    values = [
        said(text, "type", "bomb exploded", "bombing"),
        said(text, "place", place.name, place),
        said(text, "happened", "Monday", SAMPLE_DAY),
    ]
    if killed is not None:
        figure = Figure(killed, killed)
        values.append(said(text, "killed", f"killed {killed}", figure, "s1" if statements else None, qualifier="exact"))
    report = Report("i1", "bombing", "attack", status, tuple(values))  # type: ignore[arg-type]
    reading = Reading(document, sentences(text), (), statements, (report,), (), reader)
    return Item(capture, Given(url=address, outlet=outlet)), reading


def claim(outlet: str, group: str, known: datetime, polarity: str = "asserted") -> tuple[Item, Reading]:
    """A report in which ``group`` says that it did it, or that it did not."""
    item, reading = blast(outlet, None, known=known, more=f"{group} said it did this.")
    text = reading.document.text
    chain = (Voice(outlet, outlet, "outlet"), Voice(group, group, "group", span_of(text, group)))
    kind = "claim_of_responsibility" if polarity == "asserted" else "denial"
    statement = Statement("s1", kind, span_of(text, "it did this"), chain, about=("i1",))  # type: ignore[arg-type]
    value = said(
        text, "perpetrator", "it did this", Perpetrator(group, "claimed", True, "group"), "s1", polarity=polarity
    )
    first = reading.reports[0]
    report = Report(first.id, first.type, first.family, first.status, (*first.assertions, value))
    return item, Reading(reading.document, reading.passages, (), (statement,), (report,), (), reading.reader)


def store(*made: tuple[Item, Reading], since: datetime | None = None) -> None:
    """Write readings to the open ledger, in order, with their links."""
    from sayso.app.linking import link_reading
    from sayso.store.writer import Writer

    writer = Writer()
    for item, reading in made:
        with writer.turn():
            writer.add(link_reading(item, reading, since))


def store_apart(*made: tuple[Item, Reading]) -> tuple[str, ...]:
    """Write readings whose report is an incident of its own, whatever the linker thinks; gives the incidents' ids."""
    from sayso.app.linking import link_reading
    from sayso.store.entry import Link
    from sayso.store.models import IncidentRow
    from sayso.store.writer import Writer

    names = []
    for item, reading in made:
        names.append(f"KAZ-{IncidentRow.objects.count():06X}")
        with Writer().turn():
            opens = Link("i1", names[-1], True, "same", 1.0, "by hand", "hand/1")
            Writer().add(replace(link_reading(item, reading), links=(opens,)))
    return tuple(names)


def dump() -> dict[str, list[tuple[object, ...]]]:
    """Every row of the open ledger by table, sorted; without bookkeeping and numbers the database gives out itself."""
    from django.apps import apps

    from sayso.store.models import LedgerRow

    made = {}
    for model in apps.get_app_config("store").get_models():
        names = [f.attname for f in model._meta.fields if f.get_internal_type() != "BigAutoField"]
        if issubclass(model, LedgerRow) and model.__name__ != "RunRow":
            rows = model._default_manager.values_list(*names)
            made[model.__name__] = sorted((tuple(map(_plain, row)) for row in rows), key=repr)
    return made


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value
