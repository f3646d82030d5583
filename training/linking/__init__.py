"""Training of the pair score of linking; see README.md."""
