"""The parts of reading for Russian, put together."""

from __future__ import annotations

from functools import partial

from sayso.gazetteer import Gazetteer
from sayso.read.reader import Parts
from sayso.read.ru.dates import find_dates
from sayso.read.ru.figures import find_figures
from sayso.read.ru.incidents import find_reports
from sayso.read.ru.passages import split_passages
from sayso.read.ru.places import find_places
from sayso.read.ru.statements import find_statements

RUSSIAN_READER = "rules-ru/1"
"""Name and version of the whole reader; raise it whenever a reading may change."""


def russian_rules(gazetteer: Gazetteer) -> Parts:
    """The rule-based parts for Russian, with places looked up in ``gazetteer``."""
    return Parts(
        passages=split_passages,
        mentions=(
            ("places", partial(find_places, gazetteer=gazetteer)),
            ("dates", find_dates),
            ("figures", find_figures),
        ),
        statements=find_statements,
        reports=partial(find_reports, gazetteer=gazetteer),
    )
