"""One small encoder read once per article: words, windows, and what its heads say turned into spans."""
