"""One file per labelled set (or family of sets): how its lines become predictions."""
