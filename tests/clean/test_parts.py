"""The parts by themselves: decoding, paragraphs, datelines, days, bylines."""

from __future__ import annotations

import codecs
from datetime import date

import pytest

from sayso.clean.align import Aligner
from sayso.clean.dateline import find_dateline
from sayso.clean.decode import decode, decode_as
from sayso.clean.head import byline_in, looks_like_title
from sayso.clean.markup import page_text
from sayso.clean.paragraphs import paragraphs
from sayso.clean.published import day_in, day_in_url
from sayso.clean.title import headline

RUSSIAN = "В городе Атырау произошли два взрыва, сообщила прокуратура."
FRENCH = "Trois blessés à Besançon après l’effondrement d’une passerelle, selon la préfecture. Où était l’élu ?"


@pytest.mark.parametrize(
    ("raw", "stated", "text"),
    [
        (FRENCH.encode(), "", FRENCH),
        (FRENCH.encode(), "iso-8859-1", FRENCH),
        (codecs.BOM_UTF8 + FRENCH.encode(), "", FRENCH),
        (FRENCH.encode("utf-16"), "", FRENCH),
        (
            "Three people died in the port on Tuesday.".encode("utf-16-le"),
            "",
            "Three people died in the port on Tuesday.",
        ),
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN),
        (FRENCH.encode("cp1252"), "iso-8859-1", FRENCH),
        (FRENCH.encode("cp1252"), "no-such-thing", FRENCH),
        ("爆発で三人が死亡した。".encode("iso2022_jp"), "iso-2022-jp", "爆発で三人が死亡した。"),
    ],
)
def test_decoding(raw: bytes, stated: str, text: str) -> None:
    found, encoding = decode(raw, stated)
    assert found == text
    assert decode_as(raw, encoding) == found


def test_the_charset_declared_in_a_page_is_used() -> None:
    raw = f'<html><head><meta charset="windows-1251"></head><body>{RUSSIAN}</body></html>'.encode("cp1251")
    assert RUSSIAN in decode(raw, html=True)[0]


def test_text_that_was_encoded_twice_is_mended() -> None:
    twice = "Trois blessés à Besançon".encode().decode("cp1252").encode()
    found, encoding = decode(twice)
    assert found == "Trois blessés à Besançon"
    assert decode_as(twice, encoding) == found


def test_a_polish_text_without_a_label_keeps_its_letters() -> None:
    polish = "Trzy osoby zginęły, gdy zawalił się most w pobliżu Łodzi, poinformowała we wtorek straż pożarna."
    assert decode(polish.encode("cp1250"))[0] == polish


@pytest.mark.parametrize(
    "stated", ["rot13", "base64", "zlib", "idna", "punycode", "unicode_escape", "undefined", "\0", "utf-7", "é"]
)
def test_odd_labels_never_crash(stated: str) -> None:
    text, _ = decode(b"caf\xe9 au lait \xff\xfe", stated)
    assert "au lait" in text


def lines(source: str) -> list[str]:
    return [p.text for p in paragraphs(source)]


def test_hard_line_breaks_of_an_old_newswire_are_joined() -> None:
    source = (
        "   ELMWICK, 4 FEB 90 (AFP) -- [TEXT] THE NORLAND ARMY DENIED TODAY\n"
        'THAT GUERRILLAS ATTACKED THE "SANTA ANA" FARM, LOCATED ON THE EAST\n'
        "SIDE, WHERE PRESIDENT BRUNN WAS STAYING.\n\n"
        "   A REPORT PUBLISHED BY THE NEWS AGENCY -- MOUTHPIECE OF\n"
        "THE UNION -- SAYS THAT A COLUMN ATTACKED THE FARM 2 DAYS AGO.\n"
    )
    assert len(lines(source)) == 2
    assert lines(source)[0].endswith(
        'ATTACKED THE "SANTA ANA" FARM, LOCATED ON THE EAST SIDE, WHERE PRESIDENT BRUNN WAS STAYING.'
    )


def test_lines_that_end_a_sentence_part_paragraphs() -> None:
    assert lines("One man died at the scene of the crash.\nPolice closed the road for an hour.") == [
        "One man died at the scene of the crash.",
        "Police closed the road for an hour.",
    ]


def test_a_line_that_goes_on_in_small_letters_is_joined() -> None:
    assert lines("One man died at the scene of\nthe crash.") == ["One man died at the scene of the crash."]


def test_menu_lines_stay_apart() -> None:
    assert lines("payment methods\nNot ready yet?\nRemind me later") == [
        "payment methods",
        "Not ready yet?",
        "Remind me later",
    ]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("ALMATY, Kazakhstan — A group has claimed it.", "ALMATY, Kazakhstan", None),
        ("KABUL (Reuters) - A bomb went off.", "KABUL (Reuters)", None),
        ("BOGOTA, 12 JAN 90 (AFP) -- POLICE SAID.", "BOGOTA, 12 JAN 90 (AFP)", date(1990, 1, 12)),
        (
            "SAN SALVADOR, 4 APR 89 (ACAN-EFE) -- [TEXT] A COURT RULED.",
            "SAN SALVADOR, 4 APR 89 (ACAN-EFE)",
            date(1989, 4, 4),
        ),
        ("Hanoi (VNA) – Vietnam said on Monday.", "Hanoi (VNA)", None),
        ("BEIJING, Oct. 31 (Xinhua) -- Two people died.", "BEIJING, Oct. 31 (Xinhua)", None),
        ("MOSCOW, October 31, 2011 /TASS/. Two people died.", "MOSCOW, October 31, 2011 /TASS/", date(2011, 10, 31)),
        ("ST. LOUIS — Two people died.", "ST. LOUIS", None),
        ("PORT-AU-PRINCE, Haiti (AP) — Two people died.", "PORT-AU-PRINCE, Haiti (AP)", None),
        ("ISLAMABAD: The army said two people died.", "ISLAMABAD", None),
        ("Baghdad — Gunmen killed two people.", "Baghdad", None),
        ("ELMWICK (NORLAND), 2 MAY 89 (RADIO) -- [TEXT] NO.", "ELMWICK (NORLAND), 2 MAY 89 (RADIO)", date(1989, 5, 2)),
        ("MINSK, March 3. /BelTA/. Two people died.", "MINSK, March 3. /BelTA/", None),
        ("OSH. March 3, 2025. AKIpress - Two people died.", "OSH. March 3, 2025. AKIpress", date(2025, 3, 3)),
        ("Baku, 3 March. Two people died.", "Baku, 3 March", None),
        ("NEW DELHI (AP) — Two people died.", "NEW DELHI (AP)", None),
        ("New Delhi, Nov 20 (ANI): Two people died.", "New Delhi, Nov 20 (ANI)", None),
        ("NEW VIDEO: Two people died.", "", None),
        ("Berlin (dpa) - Two people died.", "Berlin (dpa)", None),
        ("Berlin (see below) - two people died.", "", None),
        ("Thursday, March 3. Two people died.", "", None),
        ("Baku, Monday. Two people died.", "", None),
        ("UPDATE: Two people have died.", "", None),
        ("Hope — the thing with feathers — is thin.", "", None),
        ("The army — which denied it — said no.", "", None),
        ("THE ARMY -- MOUTHPIECE OF THE STATE -- SAID NO.", "", None),
        ("Two people died in Baghdad (Iraq) - and more.", "", None),
        ("A man said: No.", "", None),
    ],
)
def test_datelines(text: str, words: str, day: date | None) -> None:
    found = find_dateline(text)
    assert (found.words, found.day) == (words, day)
    assert (found.span.of(text) if found.span else "") == words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE and JOHN ROE, Associated Press", "JANE DOE and JOHN ROE, Associated Press"),
        ("by: Jim Bradley Updated: Nov 10, 2016 - 5:17 PM", "Jim Bradley"),
        ("By Jane Doe | 3 May 2016", "Jane Doe"),
        ("Courier staff report", "Courier staff report"),
        ("By the time help came", ""),
        ("By Monday the water had gone.", ""),
        ("By Ada Brunn's account, two men fled", ""),
    ],
)
def test_bylines(text: str, names: str) -> None:
    assert byline_in(text) == names


def test_titles() -> None:
    assert looks_like_title("Two Die as Bridge Falls")
    assert not looks_like_title("Two people died.")
    assert not looks_like_title("ELMWICK, Norland —")
    assert not looks_like_title("The scene of the crash. (Photo: Ada Brunn, Courier)")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Monday, January 7, 2019", date(2019, 1, 7)),
        ("7th of January 2019", date(2019, 1, 7)),
        ("12 JAN 90", date(1990, 1, 12)),
        ("Sept. 3, 2001", date(2001, 9, 3)),
        ("2019-01-07", date(2019, 1, 7)),
        ("January 7", None),
        ("31 February 2019", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert day_in(text) == day


def test_days_in_addresses() -> None:
    assert day_in_url("https://x.example/2011/11/01/blast.html") == date(2011, 11, 1)
    assert day_in_url("https://x.example/news-20111101.html") == date(2011, 11, 1)
    assert day_in_url("https://x.example/2011/13/41/blast") is None


def test_alignment_finds_table_cells_again() -> None:
    source = "<table><tr><td>Elmwick</td><td>3 dead</td></tr></table>"
    placed = Aligner(page_text(source)).place("Elmwick | 3 dead")
    assert [(s.text.of("Elmwick | 3 dead"), s.source.of(source)) for s in placed.segments] == [
        ("Elmwick", "Elmwick"),
        ("3 dead", "3 dead"),
    ]


@pytest.mark.parametrize(
    ("heading", "title", "outlet", "found"),
    [
        ("Bridge falls, three dead", "Bridge falls, three dead | Elmwick Courier", "", "Bridge falls, three dead"),
        ("", "Bridge falls, three dead | Elmwick Courier", "Elmwick Courier", "Bridge falls, three dead"),
        ("", "Elmwick Courier - Bridge falls", "Elmwick Courier", "Bridge falls"),
        ("", "Bridge falls - three dead", "Elmwick Courier", "Bridge falls - three dead"),
        ("Elmwick Courier", "Bridge falls, three dead", "Elmwick Courier", "Bridge falls, three dead"),
        (
            "<i>Norland</i><div>Bridge falls, three dead</div>",
            "Bridge falls, three dead",
            "",
            "Bridge falls, three dead",
        ),
        ("Only this heading stands here", "", "", "Only this heading stands here"),
    ],
)
def test_headlines_are_taken_as_printed(heading: str, title: str, outlet: str, found: str) -> None:
    assert headline(f'<body><h1 class="a>b">{heading}</h1></body>', title, outlet) == found
