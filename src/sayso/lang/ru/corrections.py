"""Russian words by which an outlet tells that it changed an article; data only."""

NOTICES = (
    r"\bобновлен[оаы]?\b", r"\bобновлено\b", r"\bисправлен[оаы]?\b", r"\bуточнен(?:о|ие|ия)\b", r"\bпоправк[аиу]\b",
    r"\bв предыдущей версии\b", r"\bот редакции\b",
)  # fmt: skip
