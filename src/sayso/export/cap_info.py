"""What a CAP message says about an incident: its ``info`` with the area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sayso.export import phrases
from sayso.export.addresses import web_address
from sayso.export.cap_xml import add, add_pair, cap_time, element
from sayso.export.case import Case, CaseAssertion
from sayso.export.moments import changed_at
from sayso.export.options import Options
from sayso.export.voices import chain_line, shown
from sayso.model import Perpetrator, Place

_CATEGORY = {"fire": "Fire", "crash": "Transport"}
_HAPPENED = frozenset({"type", "happened"})
_CIRCLED = frozenset({"site", "settlement", "near", "admin2", "admin1"})
_TOLD = ("killed", "injured", "perpetrator", "type")
_SENTENCES = 6  # a gateway shows a screenful


@dataclass(frozen=True, slots=True)
class Scale:
    """From how many killed (lowest value) an incident is severe and extreme."""

    severe: int = 1
    extreme: int = 10


DEFAULT_SCALE = Scale()


def info_of(case: Case, options: Options, scale: Scale) -> etree._Element:
    """The ``info`` of an incident, its elements in the order of the schema."""
    info = element("info")
    add(info, "language", "en")
    add(info, "category", category(case))
    add(info, "event", _event(case))
    add(info, "urgency", urgency(case))
    add(info, "severity", severity(case, scale))
    add(info, "certainty", certainty(case))
    add(info, "senderName", options.publisher)
    add(info, "headline", _headline(case))
    add(info, "description", _description(case))
    add(info, "web", _web(case, options))
    for name, value in _parameters(case):
        add_pair(info, "parameter", name, value)
    _add_area(info, case)
    return info


def category(case: Case) -> str:
    """``Security``; accidents, which are none, are ``Fire``, ``Transport`` or ``Safety``."""
    return _CATEGORY.get(case.type, "Safety") if case.family == "accident" else "Security"


def urgency(case: Case) -> str:
    """``Past`` for what happened or was tried; when a threat comes true nobody can tell."""
    return "Unknown" if case.status == "threatened" or case.family == "threat" else "Past"


def severity(case: Case, scale: Scale = DEFAULT_SCALE) -> str:
    """By the lowest number of killed, then by whether anybody is injured; ``Unknown`` when nobody tells either."""
    killed, injured = case.number("killed", "lowest"), case.number("injured", "lowest")
    if killed is not None and killed >= scale.extreme:
        return "Extreme"
    if killed is not None and killed >= scale.severe:
        return "Severe"
    if injured:
        return "Moderate"
    told = {case.state("killed"), case.state("injured")} & {"reported", "reported_none"}
    return "Minor" if told else "Unknown"


def certainty(case: Case) -> str:
    """By who says so: officials who deny it, two independent origins or officials, a witness, anybody."""
    about = [a for a in case.assertions if a.counts]
    officials = [a for a in about if a.voice_kind == "official"]
    if any(a.field in _HAPPENED and a.assertion.polarity == "negated" for a in officials):
        return "Unlikely"
    if case.n_origins >= 2 or any(_asserts(a) for a in officials):
        return "Observed"
    if any(a.voice_kind == "witness" and _asserts(a) for a in about):
        return "Likely"
    return "Possible" if case.n_origins else "Unknown"


def _asserts(a: CaseAssertion) -> bool:
    return a.assertion.polarity == "asserted" and a.assertion.certainty in ("stated", "reported")


def _event(case: Case) -> str:
    words = case.type.replace("_", " ")
    return phrases.capital(words if case.status == "happened" or words == "threat" else f"{case.status} {words}")


def _headline(case: Case) -> str:
    """The title and the toll, cut at a word: gateways show 160 characters (CAP 1.2, section 3.2.2)."""
    words = f"{case.title}. {phrases.capital(phrases.toll(case, 'killed'))}"
    return words if len(words) <= 160 else words[:157].rsplit(" ", 1)[0] + " ..."


def _description(case: Case) -> str:
    tolls = [phrases.capital(phrases.toll(case, field)) for field in ("killed", "injured")]
    lines = [f"{phrases.capital(phrases.day(case))}, {phrases.where(case.place)}.", *(f"{t}." for t in tolls)]
    lines.append(f"{phrases.counts(case)}." + (" Reports disagree." if case.disputed else ""))
    return "\n".join([*lines, *_sentences(case)])


def _sentences(case: Case) -> Iterator[str]:
    """The evidence: each sentence once, with the voices it came through."""
    told: dict[str, str] = {}
    for field in _TOLD:
        for a in case.said(field):
            told.setdefault(a.sentence, chain_line([shown(v) for v in a.chain]))
    for sentence, chain in list(told.items())[:_SENTENCES]:
        yield f"{chain}: “{' '.join(sentence.split())}”"


def _web(case: Case, options: Options) -> str:
    if options.links:
        return f"{options.links.rstrip('/')}/incident/{case.id}"
    return next((address for r in case.reports if (address := web_address(r))), "")


def _parameters(case: Case) -> Iterator[tuple[str, str]]:
    who = case.datum("perpetrator")
    yield "saysoIncident", case.id
    yield "reports", str(case.n_reports)
    yield "origins", str(case.n_origins)
    yield "killedRange", phrases.number_range(case, "killed") or phrases.state(case, "killed")
    yield "injuredRange", phrases.number_range(case, "injured") or phrases.state(case, "injured")
    yield "perpetrator", f"{who.name} ({who.status})" if isinstance(who, Perpetrator) else ""
    yield "happened", phrases.day(case)
    yield "disputed", "true" if case.disputed else "false"
    yield "asOf", cap_time(case.as_of or changed_at(case))


def _add_area(info: etree._Element, case: Case) -> None:
    place = case.place
    if place is None:
        return
    area = element("area")
    add(area, "areaDesc", phrases.where(place))
    add(area, "circle", _circle(place))
    if case.country_iso3:
        add_pair(area, "geocode", "ISO 3166-1 alpha-3", case.country_iso3)
    info.append(area)


def _circle(place: Place) -> str:
    """ "lat,lon radius" in degrees and kilometres; the radius is the uncertainty. None for regions and countries."""
    if place.lat is None or place.lon is None or place.uncertainty_m is None or place.precision not in _CIRCLED:
        return ""
    return f"{place.lat:.5f},{place.lon:.5f} {place.uncertainty_m / 1000:.3f}".rstrip("0").rstrip(".")
