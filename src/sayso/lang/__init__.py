"""Words of each language: one folder per language code."""
