"""A number of people or things, with who is counted and how sure the words are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A count as said.

    Attributes:
        low: lowest number the words allow.
        high: highest number the words allow; None when open ("at least 12", "dozens").
        scope: who or what is counted in the text's words or a general class: "victims" (default),
            "attackers", "all", "the suspected bomber", "children" ...
        qualifier: ``exact``, ``at_least``, ``at_most``, ``about``, ``range`` or ``vague``.
        unit: what is counted in general words ("people", "kilometers", "bombs"), "" for people.
    """

    low: int
    high: int | None
    scope: str = "victims"
    qualifier: str = "exact"
    unit: str = ""
