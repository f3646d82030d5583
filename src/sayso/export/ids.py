"""Numbers for code books that want a number where Sayso has a word ("KAZ-3F2A9C")."""

from __future__ import annotations


def number(incident: str) -> int:
    """A number for the part of an incident id after its country; different ids of a country get different numbers.

    The digits are hexadecimal, at least six and of any length, so a 1 is put before them: "00AB" and "AB" differ.
    """
    digits = incident.rpartition("-")[2]
    return int(f"1{digits}", 16) if _is_hex(digits) else int.from_bytes(digits.encode(), "big")


def world_number(incident: str) -> int:
    """A number for a whole incident id, country included; begins with 9, so that it lies beyond GED's own ids."""
    letters = (incident.partition("-")[0].upper() + "AAA")[:3]
    place = 0
    for letter in letters:
        place = place * 36 + int(letter, 36)
    return int(f"9{place:05d}{number(incident)}")


def _is_hex(digits: str) -> bool:
    return bool(digits) and all(c in "0123456789abcdefABCDEF" for c in digits)
