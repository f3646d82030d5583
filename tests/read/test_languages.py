"""Each document is read by the rules of its language, and by none when there are none."""

from __future__ import annotations

import pytest

from sayso.app.read import read
from sayso.model import Document
from sayso.read.languages import LANGUAGES, UNREAD, language_of

RUSSIAN = "Взрыв прогремел у рынка в Хасавюрте во вторник, погибли четыре человека, сообщили в полиции."
FRENCH = (
    "Trois personnes ont été tuées dans un attentat à Paris, a annoncé la police dans un communiqué publié mardi soir."
)


def choose(text: str, language: str) -> str:
    return language_of(Document("d", "c", text, language=language))


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_language_has_a_folder_of_words_and_cues_for_every_type(code):
    from importlib import import_module

    from sayso.taxonomy import load_taxonomy

    import_module(f"sayso.lang.{code}.dates")
    assert [t.name for t in load_taxonomy().types.values() if code not in t.cues] == []


def test_russian_text_is_read_by_russian_rules():
    reading = read(RUSSIAN, published="2015-05-13")
    assert (reading.reader, [r.type for r in reading]) == ("rules-ru/1", ["explosion"])


def test_a_language_without_rules_is_not_read():
    reading = read(FRENCH, published="2015-05-13")
    assert (reading.reader, len(reading), reading.statements, reading.mentions) == (UNREAD, 0, (), ())
    assert reading.passages


@pytest.mark.parametrize("language", ["", "nl", "de", "en"])
def test_plain_english_is_english_whatever_the_code_says(language):
    assert choose("A bomb exploded in the center of the town and killed two people, said police.", language) == "en"


def test_a_short_english_headline_is_english():
    assert choose("Gunmen kill seven near Quetta", "") == "en"


def test_undecided_russian_is_told_by_its_letters():
    assert choose("Взрыв в Назрани", "") == "ru"


def test_undecided_ukrainian_is_not_taken_for_russian():
    assert choose("Вибух у місті Київ: загинули двоє", "") == ""


def test_french_is_not_english():
    assert choose(FRENCH, "fr") == "fr"
