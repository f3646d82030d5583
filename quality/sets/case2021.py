"""case2021-types: the event type of a snippet in the label set of the shared task, by mapping from Sayso's own types."""

# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.app.read import read
from sayso.model import Reading, Unreadable
from sayso.read.incidents.triggers import find_triggers

_LABELS = {
    "bombing": "REM_EXPLOS", "armed_attack": "ATTACK", "stabbing": "ATTACK", "assassination": "ATTACK", "kidnapping": "ABDUCT_DISSAP",
    "hostage_taking": "ABDUCT_DISSAP", "hijacking": "ABDUCT_DISSAP", "arson": "PROPERTY_DISTRUCT", "vehicle_ramming": "ATTACK",
    "poisoning": "CHEM_WEAP", "sabotage": "PROPERTY_DISTRUCT", "air_strike": "AIR_STRIKE", "drone_strike": "AIR_STRIKE",
    "missile_attack": "ART_MISS_ATTACK", "shelling": "ART_MISS_ATTACK", "armed_clash": "ARMED_CLASH", "protest": "PEACE_PROTEST",
    "riot": "MOB_VIOL", "arrest": "ARREST", "raid": "DISR_WEAP", "use_of_force": "FORCE_AGAINST_PROTEST", "threat": "OTHER",
    "explosion": "MAN_MADE_DISASTER", "fire": "MAN_MADE_DISASTER", "crash": "MAN_MADE_DISASTER", "collapse": "MAN_MADE_DISASTER",
    "stampede": "MAN_MADE_DISASTER",
}  # fmt: skip
# Labels that no incident type has, by words; the first that fits.
_WORDS = (
    ("SUIC_BOMB", ("suicide bomb", "suicide attack", "blew himself up", "blew herself up")),
    ("GRENADE", ("grenade",)),
    ("SEX_VIOL", ("raped", "rape ", "sexually assault", "sexual violence", "gang-rape")),
    ("NATURAL_DISASTER", ("earthquake", "flood", "hurricane", "cyclone", "landslide", "typhoon", "tornado", "tsunami")),
    ("AGREEMENT", ("agreement", "ceasefire", "cease-fire", "truce", "peace deal", "signed an accord")),
    ("GOV_REGAINS_TERIT", ("recaptured", "retook", "regained control", "liberated")),
    ("NON_STATE_ACTOR_OVERTAKES_TER", ("seized control", "overran", "captured the town", "took control of")),
    ("HQ_ESTABLISHED", ("established a base", "set up a base", "new headquarters", "set up headquarters", "established a headquarters")),
    ("CHANGE_TO_GROUP_ACT", ("merged", "withdrew", "redeployed", "deployed to", "recruit", "surrendered", "new group")),
    ("NON_VIOL_TERRIT_TRANSFER", ("handed over control", "withdrew from", "without resistance")),
    ("ORG_CRIME", ("cartel", "drug trafficking", "smuggl", "mafia", "gang ")),
    ("DIPLO", ("ambassador", "foreign minister", "diplomatic", "summit", "talks with")),
    ("ATTRIB", ("claimed responsibility", "blamed", "accused")),
)  # fmt: skip

# Who clashes without being an armed side, what makes it an armed one, and what tells a demonstration or damage.
_CROWD = (
    "student", "supporter", "activist", "villager", "cadres", "faction", "loyalist", "fans", "residents", "mob", "youths", "workers", "locals", "crowd",
)  # fmt: skip
_ARMED = ("gunm", "militant", "soldier", "troops", "rebel", "insurgent", "shot", "opened fire", "rifle", "gunfire", "bomb", "grenade", "army", "air strike", "shell", "hand-made", "crude")  # fmt: skip
_DEMONSTRATION = ("protest", "demonstrat", "procession", "march", "rally", "rallied", "sit-in", "blockade", "picket")
_DAMAGE = ("vandal", "ransack", "damaged", "set fire", "torch", "burn", "stone", "loot", "beat ", "beaten", "lynch")


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One label a snippet; OTHER when nothing fits."""
    for doc in docs:
        yield {"id": doc["id"], "label": label(doc["text"])}


def label(text: str) -> str:
    """The label of one snippet."""
    low = text.lower()
    try:
        reading: Reading | None = read(text)
    except Unreadable:
        reading = None
    kind = next((r.type for r in reading or ()), "") or (_trigger(reading) if reading else "")
    if kind in {"armed_clash", "armed_attack", ""} and _any(low, _CROWD) and not _any(low, _ARMED):
        if _any(low, _DEMONSTRATION):
            attacked = kind == "armed_attack" and not _any(low, _DAMAGE)
            return (
                "FORCE_AGAINST_PROTEST"
                if attacked
                else "VIOL_DEMONSTR"
                if kind or _any(low, _DAMAGE)
                else _unrest("protest", low)
            )
        if kind or _any(low, _DAMAGE):
            return "MOB_VIOL"
    if kind in {"protest", "riot", "use_of_force"} or (kind == "armed_clash" and "protest" in low):
        return _unrest(kind, low)
    for name, words in _WORDS[:3]:
        if kind in {"bombing", "armed_attack", "explosion", ""} and any(w in low for w in words):
            return name
    if kind:
        return _LABELS[kind]
    return next((name for name, words in _WORDS[3:] if any(w in low for w in words)), "OTHER")


def _trigger(reading: Reading) -> str:
    """The type told first by words that name one, however they are told; "" when there are none."""
    found = find_triggers(reading.document.text, reading.passages)
    return next((t.type for t in found if t.form != "weak"), "")


def _any(low: str, words: tuple[str, ...]) -> bool:
    return any(w in low for w in words)


def _unrest(kind: str, low: str) -> str:
    force = any(w in low for w in ("opened fire", "shot dead", "live ammunition", "killed by police", "live rounds"))
    stopped = any(
        w in low
        for w in (
            "tear gas",
            "police dispersed",
            "dispersed",
            "water cannon",
            "baton",
            "arrested",
            "detained",
            "rubber bullets",
        )
    )
    violent = any(
        w in low for w in ("stone", "vandal", "burn", "set fire", "clash", "damaged", "torch", "looted", "violent")
    )
    if force or kind == "use_of_force":
        return "FORCE_AGAINST_PROTEST"
    if violent:
        return "MOB_VIOL" if kind == "riot" and "protest" not in low else "VIOL_DEMONSTR"
    return "PROTEST_WITH_INTER" if stopped else "MOB_VIOL" if kind == "riot" else "PEACE_PROTEST"
