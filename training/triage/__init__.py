"""Trains the triage: which articles show no sign of an incident."""
