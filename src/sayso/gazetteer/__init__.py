"""Places: build, look up, distances and bearings, precision."""
