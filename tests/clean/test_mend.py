"""Where a fast extraction and the trees disagree about a page, the second look decides."""

from __future__ import annotations

import numpy as np

from sayso.clean import clean_text
from sayso.clean.align import Aligner
from sayso.clean.blocks import scan
from sayso.clean.mend import Line, held_of, lines_on, mend, second_columns, unsaid
from sayso.clean.paragraphs import Paragraph
from sayso.clean.pick import judge

SENTENCES = [
    "The ferry left the pier at Lomvik shortly before six, with forty-one people on board, the harbour office said.",
    "Two hours later the coast guard received a call from a fishing boat that had seen a light in the water.",
    "Divers brought nine passengers ashore, and three of them were taken to the hospital in Arnsund.",
    "The captain told the police that the engine had stopped twice before the wind turned.",
    "An inspector had found the pumps in good order in March, according to the register of ships.",
    "The municipality opened the school hall for families, and the priest of Lomvik stayed with them.",
    "Prosecutor Ragna Holt said that no one had been charged and that the hull would be raised on Friday.",
    "It was the second accident on the route within a year, after a collision in which nobody was hurt.",
]
MENU = "".join(
    f'<li><a href="/{n}">{n}</a></li>' for n in ("Home", "World", "Sport", "Weather", "Shop", "Jobs", "Help")
)
COPY = " ".join(SENTENCES)


def page(inside: str, before: str = "", after: str = "") -> str:
    return (
        "<html><head><title>Ferry sinks off Lomvik</title></head><body>"
        f"<nav><ul>{MENU}</ul></nav>{before}<article><h1>Ferry sinks off Lomvik</h1>{inside}</article>{after}"
        f"<footer><ul>{MENU}</ul><p>All rights reserved by the house.</p></footer></body></html>"
    )


ARTICLE = "".join(f"<p>{s}</p>" for s in SENTENCES + [f"By the log, {s.lower()}" for s in SENTENCES])


def test_an_article_stays_whole_and_in_order() -> None:
    text = clean_text(page(ARTICLE)).text
    places = [text.find(s) for s in SENTENCES]
    assert -1 not in places
    assert places == sorted(places)


RELATED = "More on ferries: five harbours to visit this summer"
ASIDE = "".join(f'<aside class="related"><ul><li><a href="/r{n}">{RELATED} {n}</a></li></ul></aside>' for n in range(4))


def mended(kept: list[str], source: str) -> list[str]:
    """Paragraphs of a page of which an extraction kept the lines ``kept``."""
    scanned = scan(source)
    texts = [" ".join(scanned.page.text[b.start : b.end].split()) for b in scanned.blocks]
    lines = lines_on(scanned, Aligner(scanned.page).place_all(kept))
    return [p.text for p in mend(scanned, texts, judge(source, scanned, texts), lines, {})]


MORE = [
    "Relatives laid flowers on the pier that evening, and the shops along the quay stayed closed.",
    "A second boat of the company was stopped in Arnsund, where its papers are being looked at.",
    "The owner, a cooperative of fishermen, had bought the vessel from a yard in the south in 1998.",
    "Weather stations measured gusts of ninety kilometres an hour, which is common for the season.",
    "Two members of parliament asked why the lifeboats were stored where nobody could reach them.",
    "The school of the village, which lost a teacher and two pupils, will not open before Thursday.",
    "Experts from the capital are expected to arrive on Wednesday with a crane and a diving bell.",
    "In a statement the bishop called on everyone to wait for what the inquiry will bring to light.",
]
LONG = SENTENCES + MORE
STORY = "".join(f"<p>{sentence}</p>" for sentence in LONG)


def test_a_line_that_is_none_of_the_article_is_dropped() -> None:
    kept = [*LONG, f"{RELATED} 2", "All rights reserved by the house."]
    assert mended(kept, page(STORY, after=ASIDE)) == LONG


def test_a_block_that_an_extraction_lost_comes_back_to_its_place() -> None:
    kept = [sentence for n, sentence in enumerate(LONG) if n not in (3, 9)]
    assert mended(kept, page(STORY, after=ASIDE)) == LONG


def test_a_block_of_a_menu_does_not_come() -> None:
    assert not {"Weather", f"{RELATED} 1"} & set(mended(LONG, page(STORY, after=ASIDE)))


def test_trees_tell_the_article_from_what_is_around_it() -> None:
    source = page(STORY, after=ASIDE)
    scanned = scan(source)
    texts = [" ".join(scanned.page.text[b.start : b.end].split()) for b in scanned.blocks]
    odds = dict(zip(texts, judge(source, scanned, texts).odds.tolist(), strict=True))
    assert min(odds[sentence] for sentence in LONG) > max(odds[f"{RELATED} {n}"] for n in range(4))
    assert odds["Weather"] < 0


def test_an_article_without_trees_gets_back_what_is_its_own() -> None:
    scanned = scan(page(STORY))
    texts = [" ".join(scanned.page.text[b.start : b.end].split()) for b in scanned.blocks]
    lines = lines_on(scanned, Aligner(scanned.page).place_all(LONG[:5]))
    own = {row: 0.1 for row, text in enumerate(texts) if text in LONG}
    assert [p.text for p in mend(scanned, texts, None, lines, own)] == LONG


def test_a_block_that_repeats_the_text_is_no_lost_one() -> None:
    said = [Line(Paragraph(sentence), {}) for sentence in SENTENCES]
    new = "Relatives laid flowers on the pier that evening while the search went on."
    assert unsaid([0, 1, 2], [COPY, new, SENTENCES[3].upper()], said) == [1]


def test_every_block_knows_its_place_in_the_source() -> None:
    source = page("<p>Nine of them &amp; the crew were <b>saved</b>.</p>")
    scanned = scan(source)
    spans = {scanned.page.text[b.start : b.end]: (b.begins, b.ends) for b in scanned.blocks}
    start, end = spans["Nine of them & the crew were saved."]
    assert source[start:end] == "Nine of them &amp; the crew were <b>saved</b>."


def test_a_line_knows_the_blocks_that_it_stands_on() -> None:

    scanned = scan(page("<p>Nine were saved near Lomvik.</p><p>Two are missing.</p>"))
    texts = [scanned.page.text[b.start : b.end] for b in scanned.blocks]
    (line,) = lines_on(scanned, [Aligner(scanned.page).place("Two are missing.")])
    assert [texts[row] for row in line.blocks] == ["Two are missing."]
    held = held_of([line], [len(text) for text in texts])
    assert held[texts.index("Two are missing.")] == 1
    assert held.sum() == 1


def test_blocks_built_alike_speak_for_each_other_but_not_for_themselves() -> None:
    source = page(ARTICLE)
    scanned = scan(source)
    texts = [" ".join(scanned.page.text[b.start : b.end].split()) for b in scanned.blocks]
    judged = judge(source, scanned, texts)
    only = texts.index(SENTENCES[0])
    held = np.zeros(len(texts), np.float32)
    held[only] = 1
    columns = second_columns(judged.names, judged.rows, held, held)
    assert columns["alike kept"][only] == 0
    assert columns["alike kept"][texts.index(SENTENCES[1])] > 0
    assert columns["since kept"][only + 2] == 2
    assert columns["until kept"][only - 1] == 1
    assert set(columns["rec"].tolist()) == {1.0}


def test_a_line_that_is_not_placed_holds_no_block() -> None:
    (line,) = lines_on(scan(page("<p>Nine were saved.</p>")), clean_paragraphs("Not on the page at all."))
    assert isinstance(line, Line)
    assert not line.blocks


def clean_paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(text)]


def test_the_lead_of_a_byline_is_no_part_of_the_name() -> None:
    source = page(ARTICLE).replace("<head>", '<head><meta name="author" content="via Ragna Holt">')
    assert clean_text(source).byline == "Ragna Holt"
