"""Settings to objects, and one file per use."""
