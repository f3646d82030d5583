"""Places: which words name one, which one it is, how precisely, and how the text uses it."""

from sayso.read.places.find import find_places, resolve_spans
from sayso.read.places.pairs import Pair, pairs_of
from sayso.read.places.relative import relative_place

__all__ = ["Pair", "find_places", "pairs_of", "relative_place", "resolve_spans"]
