"""How a text says which agency it is from."""

from __future__ import annotations

import re

from sayso.lang.words import words

CREDIT_LINE = (
    r"[(\[]([^()\[\]]{2,60})[)\]]"
    r"|[-–—/]{1,2}\s?([^\W\d][^.!?]{1,50}?)/?"
    r"|(?:source|sources|credit|courtesy(?: of)?|with material from|reporting by|text|quelle|fuente|источник)"
    r"\s?[:/]?\s+([^.!?]{2,60})\.?"
    r"|(?:©|copyright|\(c\))\s*(?:\d{4}\s+)?([^.!?]{2,60})\.?"
    r"|(dpa|afp|reuters|ap|upi|efe|ansa|tass|interfax|apa|sda|ats|bta|tanjug|hina|sita|čtk|pap|mti|xinhua)(?:/\w+)*"
)
"""A line that names nothing but the agency: "(AFP)", "-- dpa", "Source: Reuters", "© 2019 EFE"."""
AGENCY = re.compile(
    r"\b(?:(?i:agency|agencies|agence|agentur|agencia|press|presse|prensa|wire|news service|newswire|reuters|interfax|"
    r"xinhua|kyodo|yonhap|anadolu|antara|bernama|belga|ritzau|tanjug|ukrinform|belta|kazinform|akipress|ria novosti)|"
    r"AFP|AP|UPI|dpa|DPA|EFE|ANSA|TASS|PTI|IANS|ANI|IRNA|SANA|MENA|AAP|APA|SDA|ATS|ANP|NTB|STT|BNS|BTA|Hina|HINA|STA|"
    r"SITA|CTK|ČTK|PAP|MTI|UNIAN|apa)\b"
)
"""Names of agencies, and the words by which an unknown one is told."""
BYLINE_NOISE = re.compile(
    r"^(?:by|von|par|por)\s+|\s+(?:staff|writers?|correspondents?|reporters?|news ?room|news ?desk)\b.*$", re.IGNORECASE
)
"""What stands around the name in a byline ("By Reuters Staff")."""
NO_CREDIT = words(
    "agencies agency staff reporter reporters correspondent newsroom admin editor editors wires video photo"
)
"""Words in the place of a credit that name nobody."""
