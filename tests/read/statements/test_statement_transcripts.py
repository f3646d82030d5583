"""Speeches in transcripts: whose words they are, and who speaks in them."""

from __future__ import annotations

from sayso.app.read import read

REMARKS = """Remarks after the flood

4:05 P.M. EDT THE VICE PRESIDENT:

Thank you all for coming here today. We believe that the dams must be rebuilt.

THE PRESIDENT: We said last year that the police had told us nothing about it.

Q    Sir, was that a mistake of yours?

THE PRESIDENT: No, we do not regret any of these decisions."""


def voices(text: str) -> dict[str, list[str]]:
    reading = read(text, published="2022-07-11")
    return {s.content.of(reading.document.text): [v.name for v in s.attribution] for s in reading.statements}


def test_an_office_before_a_colon_speaks_until_the_next_one() -> None:
    found = voices(REMARKS)
    assert found["Thank you all for coming here today"] == ["Vice President"]
    assert found["No, we do not regret any of these decisions"] == ["President"]


def test_a_question_from_the_floor_is_not_the_speakers() -> None:
    assert not any("mistake" in content for content in voices(REMARKS))


def test_who_is_quoted_in_a_speech_is_quoted_by_the_speaker() -> None:
    found = voices(
        "The House met.\n\nSpeaker Roe. Thank you, Mr. Chair, for the time. The police say that crime fell by half."
    )
    assert found["crime fell by half"] == ["Roe", "police"]


def test_one_word_before_a_colon_makes_no_transcript() -> None:
    text = "Weather: The rain will go on for days.\n\nSport: The home team lost again on Sunday night."
    assert voices(text) == {}


INTERVIEW = """The two spoke on the radio on Monday.

MARLOW: Do you think that the bridge will be mended before the winter?

OKORO: We have asked for the money. I do not expect it this year.

MARLOW: And who has to pay for it?

OKORO: The county has to pay for it, and I told them so."""


def test_a_surname_in_capitals_before_a_colon_speaks_where_people_talk_to_each_other() -> None:
    found = voices(INTERVIEW)
    whose = {names[0] for content, names in found.items() if "asked for the money" in content}
    assert whose == {"OKORO"}


def test_a_heading_in_capitals_before_a_colon_is_no_speaker() -> None:
    text = (
        "This is the news.\n\nTRAFFIC: Two lorries collided on the ring road.\n\n"
        "CULTURE: The mayor opened the fair, and said: “I am glad that you are here.”"
    )
    assert not any(names[0] in ("TRAFFIC", "CULTURE") for names in voices(text).values())


def test_who_asks_in_double_brackets_ends_the_turn_of_who_answers() -> None:
    text = INTERVIEW.replace("MARLOW:", "((RN))")
    text += "\n\n((RN)) Your report has told of cracks in both of the pillars."
    assert not any("cracks" in content and "OKORO" in names for content, names in voices(text).items())
