"""Russian abbreviations after which a full stop ends no sentence."""

from __future__ import annotations

from sayso.lang.words import words

NEVER_END = words(
    "г ул им пр просп пл пос дер обл р-н стр д кв тыс млн млрд св ст гр т.е т.к т.н проф акад ген",
    "полк зам нач см напр",
)
MAY_END = words("гг руб др пр км м кг чел т.д т.п н.э мск")
