"""Decode, main text, boilerplate, metadata, offsets: from a Capture to a Document."""

from sayso.clean.cleaner import CLEANER, clean, clean_text
from sayso.clean.decode import decode_as

__all__ = ["CLEANER", "clean", "clean_text", "decode_as"]
