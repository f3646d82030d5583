"""English words by which an outlet tells that it changed an article; data only."""

NOTICES = (
    r"\bcorrections?\b", r"\bcorrected\b", r"\bcorrects\b", r"\bclarifications?\b", r"\bclarified\b",
    r"\bupdated?\b", r"\bupdates\b", r"\b(?:an )?earlier version\b", r"\b(?:a )?previous version\b",
    r"\bthis (?:story|article|report) (?:has been|was) (?:amended|changed|edited|revised)\b", r"\bamended\b",
    r"\beditor'?s note\b", r"\bwas (?:wrongly|incorrectly|mistakenly) (?:stated|reported|given)\b",
)  # fmt: skip
