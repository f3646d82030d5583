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
council river harvest ministry market bridge station teacher window engine northern quiet letter garden winter
budget traffic doctor village border engineer hospital festival weather committee pension railway concrete
harbour mayor orchard wedding pipeline tourist parliament textbook warehouse dentist election subsidy captain
waterway carpenter reservoir museum kitchen neighbour customs ferry glacier lantern monument newspaper office
painter quarry radio satellite tailor umbrella vineyard workshop yearbook archive blanket cabinet diesel elbow
factory granary highway island jacket kettle ladder magnet needle oven pavement quilt ribbon saddle tunnel
uniform valley wagon alley basin cement drawer errand fountain gravel hammer insect journal kiosk lawyer
mineral notebook orchestra parcel quota rumour signal turbine union village voucher wharf zone answer balcony
census deposit estate forecast guardian hangar invoice
"""
_FILL = tuple(_WORDS.split())


def outlets(dice: random.Random) -> tuple[str, ...]:
    """Names of outlets, in an order of the dice."""
    made = [f"{one} {other}" for one in _FIRST for other in _SECOND]
    dice.shuffle(made)
    return tuple(made)


def filler(dice: random.Random, number: int) -> str:
    """A sentence of so many words about nothing."""
    return " ".join(dice.choices(_FILL, k=number)).capitalize() + "."
