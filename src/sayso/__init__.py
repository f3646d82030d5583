"""Sayso reads public reports of incidents and keeps who said every value."""

__version__ = "0.1.0"
