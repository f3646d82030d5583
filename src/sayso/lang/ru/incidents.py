"""Russian words around incidents: patterns over text in any case."""

from __future__ import annotations

NOT_HAPPENED = (
    r"(?:\bугроз\w+|\bвозможн\w+|\bпредотвра\w+|\bмогл[аои]?|\bможет|\bпопыт\w+|\b(?:под)?готов\w+|\bне|\bбез|\bпланир\w+"
    r"|\bпризна\w+)\s+(?:\w+\s+)?$"
)
"""Words right before a cue that leave it open or say it did not happen."""
BOMB = (
    r"\bтеракт\w*|\bвзрывн\w+ "
    r"устройств\w+|\bсву\b|\bсмертни[кц]\w*|\bбомб[ауыо]\w*|\bподрыв\w*|\bзаминир\w+|\bподорвал\w* себя"
    r"|\bответственность за взрыв\w*|\bвзорвал[аи]? (?:бомбу|себя|гранату)"
)
"""Words by which an explosion shows itself to be a bombing."""
INVOLVED = r"причаст\w+|ответственн\w+|участи\w+|обвинени\w+"
UNNAMED = (
    r"\bвооруж[её]нн\w+ (?:люди|людьми|людей|мужчин\w+|лиц\w+|боевик\w+|преступник\w+)"
    r"|\b(?:неизвестн\w+|неустановленн\w+)(?: (?:люди|мужчин\w+|лиц\w+|боевик\w+|людьми|преступник\w+))?"
    r"|\b(?:боевик|террорист|смертни[кц]|злоумышленник|нападавш)\w*"
)
SUICIDE = r"\bсмертни[кц]\w*|\bсамоубийц\w*|\bподорвал[аи]? себя"
BLAMED = (
    (r"\bобвини\w+ в (?:\w+ ){0,3}(?P<who>(?:группировк|движени)\w+ «[^»]{2,40}»)", "accused"),
    (r"\bподозрева\w+ (?P<who>(?:группировк|движени)\w+ «[^»]{2,40}»)", "suspected"),
)
"""Patterns that blame a named group, with the status they give."""
WEAPONS = {
    "bomb": r"\bбомб\w+|\bвзрывн\w+ устройств\w+|\bсву\b|\bвзрывчатк\w+", "grenade": r"\bгранат\w+",
    "knife": r"\bнож(?:ом|а|ами|и)?\b", "drone": r"\bдрон\w*|\bбеспилотник\w*", "missile": r"\bракет\w+",
    "rifle": r"\bавтомат(?:а|ом|ов|ами)?\b|\bвинтовк\w+", "mortar": r"\bмином[её]т\w*",
    "car bomb": r"\bзаминированн\w+ (?:автомобил|машин)\w+",
}  # fmt: skip
"""Weapon as it is named in values to its words."""
