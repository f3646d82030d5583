"""From an address to a Capture."""
