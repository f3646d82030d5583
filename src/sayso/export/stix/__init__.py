"""STIX 2.1: one bundle with incidents, who said what, where, and what disagrees."""

from sayso.export.stix.bundle import write_stix

__all__ = ["write_stix"]
