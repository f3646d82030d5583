"""Incident types, weapons, targets, statement kinds: a data file each and the loader."""
