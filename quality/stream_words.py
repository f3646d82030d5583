"""Words of the made-up stream: kinds of incidents, outlets, voices, and sentences that say nothing."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """An incident type with its family, a noun and a clause for it, and what it is done with."""

    type: str
    family: str
    noun: str
    verb: str
    weapons: tuple[str, ...]


KINDS = (
    Kind("bombing", "attack", "blast", "a bomb exploded", ("a car bomb", "a roadside bomb", "an explosive vest")),
    Kind("armed_attack", "attack", "shooting", "gunmen opened fire", ("rifles", "pistols", "machine guns")),
    Kind("kidnapping", "attack", "abduction", "armed men abducted travellers", ("rifles", "a pickup truck")),
    Kind("stabbing", "attack", "stabbing", "a man stabbed passers-by", ("a kitchen knife", "a machete")),
    Kind("arson", "attack", "arson", "attackers set a building alight", ("petrol bombs", "fuel cans")),
    Kind("air_strike", "strike", "air strike", "warplanes struck", ("guided bombs", "unguided bombs")),
    Kind("drone_strike", "strike", "drone strike", "a drone struck", ("a loitering drone", "a quadcopter")),
    Kind("shelling", "strike", "shelling", "shells fell", ("mortars", "howitzers")),
    Kind("armed_clash", "clash", "clash", "soldiers and fighters clashed", ("rifles", "grenades")),
    Kind("protest", "unrest", "protest", "crowds marched", ("stones", "banners")),
    Kind("riot", "unrest", "riot", "rioters fought officers", ("bottles", "stones")),
    Kind("raid", "state_action", "raid", "officers raided houses", ("rifles", "stun grenades")),
    Kind("fire", "accident", "fire", "a fire broke out", ("faulty wiring", "a gas stove")),
    Kind("crash", "accident", "crash", "a bus overturned", ("a tanker", "a minibus")),
)
GROUPS = (
    "Red Dawn", "Sons of the Delta", "Northern Resolve", "Free Valley Front", "Army of the Oath", "Black Cedar",
    "People's Column", "Lake Movement", "Iron Ridge", "Grey Falcons", "Harvest Brigade", "Salt Road Fighters",
)  # fmt: skip
SITES = (
    "market", "bus station", "checkpoint", "school", "clinic", "bakery", "hotel", "police post", "football ground",
    "warehouse", "petrol station", "railway crossing", "town hall", "mosque", "church", "ferry landing", "pharmacy",
)  # fmt: skip
VOICES: tuple[tuple[str, str] | None, ...] = (
    ("the police", "official"), ("a police spokesman", "official"), ("the health ministry", "official"),
    ("a hospital official", "official"), ("the governor's office", "official"), ("witnesses", "witness"),
    ("residents", "witness"), ("Meridian News Agency", "agency"), ("Union Wire", "agency"),
    ("the Conflict Monitor", "monitor"), ("local media reports", "unknown"), None, None, None,
)  # fmt: skip
TAILS = (
    "what is known", "rescuers at work", "toll feared to rise", "town in shock", "inquiry opened", "roads closed",
    "many hurt", "officials visit", "the first accounts", "questions remain", "a night of fear", "helpers arrive",
)  # fmt: skip
OPENINGS = (
    "It was early when ", "Shortly after noon ", "In the evening ", "According to first accounts ", "Once again ",
    "Without any warning ", "During the morning hours ", "Late at night ", "As shops were closing ", "At first light ",
)  # fmt: skip
AFTER = (
    "and ambulances came within minutes", "sending people running", "while families were at home",
    "cutting the main road", "and smoke rose over the roofs", "as traffic was at its worst",
    "and calls for calm followed", "leaving windows broken", "before help could arrive",
    "and schools were told to close", "which many had feared for weeks", "to everyone's dismay",
)  # fmt: skip
_FIRST = (
    "Daily", "Evening", "Morning", "Northern", "Southern", "Coastal", "Central", "Weekly", "National", "Harbour",
    "Valley", "Mountain", "River", "Free",
)  # fmt: skip
_SECOND = (
    "Courier", "Herald", "Observer", "Gazette", "Tribune", "Post", "Mirror", "Record", "Echo", "Chronicle", "Star",
    "Voice", "Dispatch", "Bulletin",
)  # fmt: skip
_WORDS = """
people government officials city area residents local police security authorities reports morning evening road
building week month state national region district country statement late number several many most part centre streets
families children members leaders group services work workers company office public house day night media news agency
help support order control power water food school hospital market court case law party minister president force army
forces military attack situation question answer time year hour place world life home hand side end way long short
open close high large small old young new major main important likely possible clear difficult strong common
single whole full free second third last next recent current central northern southern eastern western
"""
_FILL = tuple(_WORDS.split())
"""Words that most news texts share, so that what two texts about nothing have in common tells nothing."""
_SYLLABLES = """
ba da fa ga ha ka la ma na pa ra sa ta va za bel dor fen gar hal kor lin mar nor pol rin sal tor vel zan
"""
_BEGIN = tuple(_SYLLABLES.split())
_ENDINGS = "bek dun far gora hart kin lan mir nov ost pur rik sen tal ule vic wen yar zik ama"
_END = tuple(_ENDINGS.split())


def outlets(dice: random.Random) -> tuple[str, ...]:
    """Names of outlets, in an order of the dice."""
    made = [f"{one} {other}" for one in _FIRST for other in _SECOND]
    dice.shuffle(made)
    return tuple(made)


def filler(dice: random.Random, number: int, details: tuple[str, ...] = ()) -> str:
    """A sentence of so many words about nothing, with one or two of the details of a happening in it."""
    chosen = dice.choices(_FILL, k=number)
    chosen[0] = chosen[0].capitalize()
    for detail in dice.sample(details, min(len(details), dice.randint(1, 2))):
        chosen.insert(dice.randint(1, len(chosen)), detail)
    return " ".join(chosen) + "."


def details(dice: random.Random, number: int) -> tuple[str, ...]:
    """Made-up names of people, streets and neighbourhoods that reports of one happening share."""
    made = (dice.choice(_BEGIN) + dice.choice(_BEGIN) + dice.choice(_END) for _ in range(number))
    return tuple(name.capitalize() for name in made)
