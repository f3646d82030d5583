"""Readings that several predictors of one run ask for, made once."""

from __future__ import annotations

from functools import lru_cache

from sayso.app.read import read
from sayso.model import Reading


@lru_cache(maxsize=2_000)
def read_once(text: str, published: str | None) -> Reading:
    """What ``sayso.read`` makes of a text; see there for what is raised."""
    return read(text, published=published)
