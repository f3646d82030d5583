"""Incident types, weapons and targets: one data file each, and their loader."""

from sayso.taxonomy.loader import IncidentType, NamedClass, Taxonomy, load_taxonomy

__all__ = ["IncidentType", "NamedClass", "Taxonomy", "load_taxonomy"]
