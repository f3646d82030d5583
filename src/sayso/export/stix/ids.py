"""Ids, times and the common properties of STIX objects.

Ids are UUIDv5 in Sayso's own namespace over Sayso's own ids, so that a second export updates and never doubles
(STIX 2.1 section 2.9 leaves the choice to the producer; its own namespace is for cyber observables only).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha1, sha256
from typing import Any
from uuid import UUID, uuid5

from sayso.model import SaysoError

Object = dict[str, Any]

NAMESPACE = UUID("413ada68-9be7-4c5c-b07e-b80b83c89c68")
"""Drawn once at random for Sayso; never changes."""
EXTENSION = "extension-definition--9d1b25a2-6522-4f93-b907-e0b8ed8623f1"
"""The property extension of incidents; its ``version`` rises when its schema changes."""
MAPPED = "2026-11-25T00:00:00.000Z"
"""``created`` and ``modified`` of objects whose whole content follows from their id (voices, places)."""
TLP = {
    "clear": "94868c89-83c2-464b-929b-a1a8aa3c8487",
    "green": "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    "amber": "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    "amber+strict": "939a9414-2ddd-4d32-a0cd-375ea402b003",
    "red": "e828b379-4e03-4974-9ac4-e53a884c97c1",
}
"""Traffic Light Protocol 2.0: level to the id of the marking that OASIS publishes for all producers."""
_TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"


@cache
def _space(producer: str) -> UUID:
    # two desks may hold different ledgers about one incident: only its producer may make versions of an object
    return uuid5(NAMESPACE, producer)


def _uuid5(space: UUID, name: str) -> str:
    """``uuid.uuid5`` as text; a bundle asks for one ten times per sentence, and this is three times as fast."""
    digest = bytearray(sha1(space.bytes + name.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    made = digest.hex()
    return f"{made[:8]}-{made[8:12]}-{made[12:16]}-{made[16:20]}-{made[20:]}"


def bundle_id(*key: str) -> str:
    """``bundle``--<UUID of version 4>, drawn from what was asked, so that one question gives the same bytes."""
    return f"bundle--{UUID(bytes=sha256(chr(31).join(key).encode()).digest()[:16], version=4)}"


def stamp(at: datetime) -> str:
    """A time as STIX wants it: UTC, milliseconds, ``Z``."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


@dataclass(frozen=True, slots=True)
class Producer:
    """Who makes the bundle.

    Attributes:
        name: of the instance ("Sayso", or the desk's name).
        tlp: key of ``TLP``, "" for no marking.
        links: base address of the desk, "" for none.
    """

    name: str = "Sayso"
    tlp: str = ""
    links: str = ""

    def __post_init__(self) -> None:
        if self.tlp and self.tlp not in TLP:
            raise SaysoError(f"unknown TLP marking: {self.tlp}", "use one of " + ", ".join(TLP))

    @property
    def id(self) -> str:
        """Id of the identity that stands behind every object."""
        return self.ref("identity", "instance")

    def ref(self, kind: str, *key: str) -> str:
        """``kind``--<UUIDv5> over the words of ``key``, in the name space of this producer."""
        return f"{kind}--{_uuid5(_space(self.name), chr(31).join((kind, *key)))}"

    def made(self, kind: str, id_: str, created: str, modified: str, **more: Any) -> Object:
        """A STIX object with the common properties first; those of ``more`` that are None or empty are left out."""
        head: Object = {
            "type": kind,
            "spec_version": "2.1",
            "id": id_,
            "created_by_ref": self.id,
            "created": created,
            "modified": max(created, modified),
        }
        marks = {"object_marking_refs": [f"marking-definition--{TLP[self.tlp]}"]} if self.tlp else {}
        return {**head, **{k: v for k, v in more.items() if v not in (None, "", [], {})}, **marks}

    def fixed(self, kind: str, key: tuple[str, ...], **more: Any) -> Object:
        """An object whose whole content follows from its id."""
        return self.made(kind, self.ref(kind, *key), MAPPED, MAPPED, **more)


def marking(level: str) -> Object:
    """The marking object of a TLP level, as OASIS publishes it."""
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": f"marking-definition--{TLP[level]}",
        "created": "2022-10-01T00:00:00.000Z",
        "name": f"TLP:{level.upper()}",
        "extensions": {_TLP_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": level}},
    }
