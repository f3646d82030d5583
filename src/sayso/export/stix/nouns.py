"""Voices, places, targets and the objects every bundle holds."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from sayso.export.stix.ids import EXTENSION, MAPPED, Object, Producer
from sayso.export.voices import ROLES, class_of, is_named
from sayso.lang.privacy import is_public
from sayso.model import Place, Voice
from sayso.taxonomy import load_taxonomy

EXTENSION_VERSION = "1.0.0"
PROGRAM = Producer()
"""Stands behind the extension, whoever makes the bundle."""


def instance(producer: Producer) -> Object:
    """The identity of the instance; it is its own creator."""
    return producer.fixed("identity", ("instance",), name=producer.name, identity_class="system")


def extension_definition() -> Object:
    """The property extension of incidents with its JSON Schema inline; the same from every desk."""
    made = PROGRAM.made("extension-definition", EXTENSION, MAPPED, MAPPED)
    return {
        **made,
        "name": "Sayso incident",
        "description": "Figures and statements about an incident with the chain of voices behind each.",
        "schema": _schema(),
        "version": EXTENSION_VERSION,
        "extension_types": ["property-extension"],
    }


@cache
def _schema() -> str:
    text = files("sayso.export.stix").joinpath("extension.schema.json").read_text(encoding="utf-8")
    return json.dumps(json.loads(text), separators=(",", ":"), ensure_ascii=False)


def is_shared(voice: Voice) -> bool:
    """True when other incidents may tell of the same object: a role, or a voice with a proper name."""
    return _is_role(voice) or is_named(voice.name, voice.kind)


def _is_role(voice: Voice) -> bool:
    return not is_public(voice.kind) or not voice.name.strip()


def voice_object(voice: Voice, incident: str, producer: Producer) -> Object:
    """The identity or threat-actor of a voice.

    A public voice with a proper name is one object everywhere; one without ("police") is one of this incident only;
    private persons, documents and unnamed sources are one object for each role, which names nobody.

    Args:
        voice: a hop of a chain.
        incident: id of the incident.
    """
    if _is_role(voice):
        kind = voice.kind if voice.kind in ROLES else "unknown"
        role_class = "unknown" if kind in ("unknown", "document") else "class"
        return producer.fixed("identity", ("role", kind), name=ROLES[kind], identity_class=role_class)
    named = is_named(voice.name, voice.kind)
    key = (voice.name,) if named else (voice.name, incident)
    if named and voice.kind == "group":
        return producer.fixed("threat-actor", key, name=voice.name, threat_actor_types=["unknown"])
    what = class_of(voice.name, voice.kind)
    return producer.fixed("identity", (what, *key), name=voice.name, identity_class=what)


def location(place: Place, producer: Producer) -> Object | None:
    """The location of a place; None when neither a country nor a point is known.

    Only places as exact as a settlement get a point: the middle of a region or country is no place of anything.
    """
    point = place.precision in ("site", "settlement", "near") and place.lat is not None and place.lon is not None
    if not point and not place.country_code:
        return None
    lat, lon = (round(place.lat or 0, 5), round(place.lon or 0, 5)) if point else (None, None)
    metres = float(place.uncertainty_m) if point and place.uncertainty_m is not None else None
    settled = place.precision in ("site", "settlement", "near")
    more = {
        "name": place.name,
        "latitude": lat,
        "longitude": lon,
        "precision": metres,
        "country": place.country_code,
        "administrative_area": place.admin1 or (place.name if place.precision == "admin1" else ""),
        "city": place.name if settled else "",
    }
    gazetteer = str(place.geonames_id or "")
    known = [{"source_name": "geonames", "external_id": gazetteer}] if gazetteer else []
    key = (json.dumps(more, sort_keys=True), gazetteer)
    return producer.fixed("location", key, external_references=known, **more)


def target(words: str, producer: Producer) -> Object | None:
    """The identity (a class) of a kind of target of the taxonomy; None when the words name no kind of it.

    Args:
        words: of a target ("a livestock market"), or a class of the taxonomy ("government").
    """
    known = load_taxonomy().targets
    found = words if words in known else next((name for name, w in _targets() if w in f" {words.casefold()} "), None)
    return producer.fixed("identity", ("target", found), name=found, identity_class="class") if found else None


@cache
def _targets() -> tuple[tuple[str, str], ...]:
    """(class, words between blanks), the longest first."""
    known = [(c.name, f" {w} ") for c in load_taxonomy().targets.values() for words in c.words.values() for w in words]
    return tuple(sorted(known, key=lambda pair: -len(pair[1])))
