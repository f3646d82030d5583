"""Russian dates: the general rules over the Russian table of words."""

from __future__ import annotations

from functools import partial

from sayso.lang.ru.dates import RUSSIAN
from sayso.read.dates.find import find_dates as general

find_dates = partial(general, words=RUSSIAN)
"""As :func:`sayso.read.dates.find_dates`."""
