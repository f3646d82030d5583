"""The Russian parts, each on sentences of its own."""

from __future__ import annotations

import pytest

from sayso.app.read import read
from sayso.model import Figure, Place, When
from sayso.read.ru.morph import words_of
from sayso.read.ru.passages import split_sentences


def figures(text: str, role: str) -> list[tuple[int, int | None, str]]:
    held = [m for m in read(text, published="2015-05-13").mentions if m.kind == "figure" and m.role == role]
    return [(m.datum.low, m.datum.high, m.datum.qualifier) for m in held if isinstance(m.datum, Figure)]


def places(text: str) -> list[tuple[str, str]]:
    held = [m.datum for m in read(text, published="2015-05-13").mentions if m.kind == "place"]
    return [(p.name, p.country_code) for p in held if isinstance(p, Place)]


def voices(text: str) -> list[list[str]]:
    return [[v.name for v in s.attribution] for s in read(text, published="2015-05-13").statements]


@pytest.mark.parametrize(
    ("text", "role", "figure"),
    [
        ("Погибли пять человек в результате взрыва.", "killed", (5, 5, "exact")),
        ("Не менее двадцати одного человека погибли при взрыве.", "killed", (21, None, "at_least")),
        ("Более 30 человек ранены в результате взрыва.", "injured", (31, None, "at_least")),
        ("Ранения получили около десяти полицейских.", "injured", (10, 10, "about")),
        ("Десятки человек погибли в результате обстрела.", "killed", (20, None, "vague")),
        ("В результате взрыва никто не пострадал.", "injured", (0, 0, "exact")),
        ("В перестрелке погиб полицейский.", "killed", (1, 1, "exact")),
        ("В городе прогремели два мощных взрыва.", "devices", (2, 2, "exact")),
        ("Задержаны 10-12 участников митинга.", "detained", (10, 12, "range")),
    ],
)
def test_figures(text, role, figure):
    assert figures(text, role) == [figure]


def test_years_hours_and_ages_are_no_people():
    assert figures("В 2014 году через 3 часа после взрыва погиб 24-летний студент.", "killed") == [(1, 1, "exact")]


def test_parts_are_not_taken_for_the_total():
    assert figures("Погибли 27 человек, в том числе трое детей.", "killed") == [(27, 27, "exact")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Взрыв произошел в Махачкале в понедельник.", ("Makhachkala", "RU")),
        ("Пожар вспыхнул в Нижнем Новгороде.", ("Nizhniy Novgorod", "RU")),
        ("Об этом сообщили власти Казахстана.", ("Kazakhstan", "KZ")),
        ("Жители Северной Осетии вышли на митинг.", ("North Ossetia", "RU")),
        ("Ракета упала в Белгородской области.", ("Belgorod Oblast", "RU")),
    ],
)
def test_places_in_any_case(text, place):
    (found,) = places(text)
    assert found[1] == place[1]
    assert found[0].split()[0] == place[0].split()[0]


def test_a_surname_is_no_place():
    assert places("Об этом рассказал адвокат Иван Киров.") == []


def test_dates_are_counted_from_publication():
    days = [
        m.datum
        for m in read("Взрыв произошел в ночь на среду, 6 мая.", published="2015-05-13").mentions
        if m.kind == "date"
    ]
    assert {d.value for d in days if isinstance(d, When)} == {"2015-05-06"}


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Губернатор сообщил, что занятия отменены.", ["Губернатор"]),
        ("Занятия отменены, сообщили в пресс-службе губернатора.", ["пресс-служба губернатора"]),
        ("По словам прокурора Ивана Петрова, следствие идет.", ["Иван Петров"]),
        ("По данным полиции, следствие идет.", ["полиция"]),
        ("Дорога закрыта, передает агентство «Волна» со ссылкой на полицию.", ["агентство «Волна»", "полиция"]),
        ("Как рассказала врач Анна Орлова, пострадавших выписали.", ["Анна Орлова"]),
    ],
)
def test_voices_are_named_in_the_nominative(text, chain):
    assert voices(text) == [chain]


def test_he_is_who_spoke_before():
    said = voices("Прокурор Иван Петров сообщил, что дело возбуждено. Он добавил, что следствие идет.")
    assert said == [["Иван Петров"], ["Иван Петров"]]


def test_a_claim_and_a_missing_claim():
    text = "Группировка «Меч» взяла на себя ответственность за взрыв. Никто не взял на себя ответственность за пожар."
    kinds = [(s.kind, s.negated) for s in read(text, published="2015-05-13").statements]
    assert kinds == [("claim_of_responsibility", False), ("claim_of_responsibility", True)]


def test_abbreviations_end_no_sentence():
    text = "Взрыв на ул. Мира произошел в 2014 г. Погибших нет. Ущерб 5 млн. руб. по оценке А. Иванова."
    assert len(list(split_sentences(text, 0, len(text)))) == 3


def test_every_mention_and_statement_is_quoted():
    text = "Двое погибли в Омске, сообщила полиция. «Мы ищем третьего», — заявил министр Олег Лапин."
    reading = read(text, published="2015-05-13")
    assert all(m.span.of(reading.document.text) == m.text for m in reading.mentions)
    assert all(v.span.of(reading.document.text) == v.voice for s in reading.statements for v in s.attribution if v.span)


@pytest.mark.parametrize(
    "text",
    ["", "—", "«»", "в", "По", "по словам", "Как сообщил", "1 000 000 000 000", "«" * 500, "сообщил, что " * 300],
)
def test_no_input_breaks_a_part(text):
    from sayso.app.read import _gazetteer
    from sayso.model import Document
    from sayso.read.reader import Reader
    from sayso.read.ru.rules import russian_rules

    Reader(russian_rules(_gazetteer())).read(Document("d", "c", text, language="ru"))


def test_words_keep_their_offsets():
    text = "В Ростове-на-Дону 3 человека."
    assert [text[w.start : w.end] for w in words_of(text)] == [w.text for w in words_of(text)]
