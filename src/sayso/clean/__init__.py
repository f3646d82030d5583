"""From a Capture to a Document."""
