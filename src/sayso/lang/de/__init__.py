"""German words, as data."""
