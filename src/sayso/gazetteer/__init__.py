"""Places: build and open the gazetteer, look names up, distances and bearings."""

from sayso.gazetteer.entry import Entry
from sayso.gazetteer.geo import bearing_deg, compass, distance_m
from sayso.gazetteer.reader import Gazetteer, default_path, open_gazetteer

__all__ = ["Entry", "Gazetteer", "bearing_deg", "compass", "default_path", "distance_m", "open_gazetteer"]
