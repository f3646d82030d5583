"""Which language a text is in."""

from sayso.clean.language import language_of

PIDGIN = (
    "Di police don tok say dem dey find di pipol wey carry two teachers comot for di school for Monday night. "
    "Di oga of di area say na im second time wey dis kain tin dey happen, and e never clear who do am."
)
TITLES = (
    "MOTIVATION CSAT MOTIVATION Identify DAILY REVISION SECURE SERIES REVISION EVENTS MONTHLY TEST Astronauts Select"
)


def test_pidgin_is_pidgin() -> None:
    assert language_of(PIDGIN) == "pcm"


def test_english_titles_are_no_pidgin() -> None:
    assert language_of(TITLES) == "en"
