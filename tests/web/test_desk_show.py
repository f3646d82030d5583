"""Records become what templates print: words, pins, highlights, chains."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import desk_sample as sample
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Figure, Place, Span, Value, When
from sayso.web.show import evidence, highlights, pins, words


@pytest.mark.parametrize(
    ("state", "datum", "shown"),
    [
        ("reported", Figure(5, 5), "5"),
        ("reported", Figure(12, None, "victims", "at_least"), "at least 12"),
        ("reported", Figure(4, 6, "victims", "range"), "4 to 6"),
        ("reported", Figure(1, 1, "the suspected bomber"), "1 (the suspected bomber)"),
        ("reported_none", Figure(0, 0), "none reported"),
        ("not_reported", None, "not reported"),
        ("reported_unclear", None, "reported, number unclear"),
        ("not_read", None, "not read yet"),
    ],
)
def test_unknown_is_never_printed_as_zero(state, datum, shown):
    assert words.value_text(Value("killed", state, datum, "latest")) == shown


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When("2031-03-04", "day"), "Tue 4 Mar 2031"),
        (When("2031-03", "month"), "Mar 2031"),
        (When(None, "day", ("2031-03-01", "2031-03-08")), "Sat 1 Mar 2031 or Sat 8 Mar 2031 (open)"),
        (When("2031-03-04", "day", end="2031-03-06"), "Tue 4 Mar 2031 to Thu 6 Mar 2031"),
        (When("2031-03-04T14:30", "minute"), "Tue 4 Mar 2031, 14:30"),
        (When("2031-W10", "week"), "2031-W10"),
        (None, "day not reported"),
    ],
)
def test_days_keep_their_grain_and_their_doubt(when, shown):
    assert words.when_text(when) == shown


@pytest.mark.parametrize("precision", ["country", "admin1", "admin2", "region", "sea", "unknown"])
def test_a_wide_place_is_never_a_pin(precision):
    assert not pins.pinned(Place("Kenya", "Kenya", "KE", lat=0.2, lon=37.9, precision=precision))


@pytest.mark.parametrize("precision", ["site", "settlement", "near"])
def test_a_small_place_is_a_pin_only_with_a_point(precision):
    place = Place("Kisumu", "Kenya", "KE", lat=-0.1, lon=34.8, precision=precision)
    assert pins.pinned(place)
    assert not pins.pinned(replace(place, lat=None))


def test_the_drawn_map_holds_every_pin_with_its_doubt():
    placed = pins.pins(sample.lines(), lambda i: f"/incident/{i}")
    frame = pins.frame(placed)
    assert len(placed) == 4
    for pin in placed:
        assert frame.x <= pin.x - pin.r
        assert pin.x + pin.r <= frame.x + frame.width
        assert frame.y <= pin.y - pin.r
        assert pin.y + pin.r <= frame.y + frame.height


TEXT = "Five <b>people</b> & one dog.\n\nA second paragraph stands here.\n\n\nAnd a third."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda t: Span(min(t), max(t)))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SPANS, max_size=12))
def test_highlights_keep_every_character_and_nest(spans):
    marks = highlights.merged((span, "statement", f"n{i}") for i, span in enumerate(spans))
    whole = Span(0, len(TEXT))
    html = str(highlights.marked(TEXT, marks, whole))
    assert unescape(re.sub(r"</?mark[^>]*>", "", html)) == TEXT
    depth = 0
    for tag in re.findall(r"</?mark", html):
        depth += 1 if tag == "<mark" else -1
        assert depth >= 0
    assert depth == 0


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SPANS, max_size=12))
def test_every_mark_has_exactly_one_anchor_over_all_paragraphs(spans):
    marks = highlights.merged((span, "place", "p") for span in spans)
    html = "".join(str(highlights.marked(TEXT, marks, part)) for part in highlights.paragraphs(TEXT))
    shown = {highlights.anchor(m.span) for m in marks if any(m.span.overlaps(p) for p in highlights.paragraphs(TEXT))}
    starts_inside = {
        highlights.anchor(m.span)
        for m in marks
        if any(p.start <= m.span.start < p.end for p in highlights.paragraphs(TEXT))
    }
    ids = re.findall(r'id="(at-\d+-\d+)"', html)
    assert len(ids) == len(set(ids))
    assert starts_inside <= set(ids) <= shown


def test_crossing_spans_are_cut_not_lost():
    cut = highlights.nested(highlights.merged([(Span(0, 10), "date", "a"), (Span(5, 15), "place", "b")]), Span(0, 20))
    assert [(m.span, m.note, m.first) for m in cut] == [
        (Span(0, 10), "a", True),
        (Span(5, 10), "b", True),
        (Span(10, 15), "b", False),
    ]


def test_values_are_grouped_with_the_shown_one_first():
    killed = next(f for f in evidence.field_views(sample.incident_page()) if f.row.field == "killed")
    assert [(s.text, s.chosen, s.n_reports, s.n_origins) for s in killed.said] == [
        ("5", True, 2, 2),
        ("3", False, 2, 1),
    ]
    assert killed.said[0].best.id == "a-Toll-1"


def test_a_denial_is_a_value_of_its_own():
    detained = next(f for f in evidence.field_views(sample.incident_page()) if f.row.field == "detained")
    assert sorted((s.text, s.denied) for s in detained.said) == [("1", False), ("members", True)]


def test_the_tree_draws_common_beginnings_once():
    tree = evidence.attribution_tree(sample.statements())
    assert [root.voice.name for root in tree] == ["Lakeside Wire", "The Rift Post"]
    monitor = tree[1].children[0]
    names = [monitor.voice.name, monitor.children[0].voice.name, monitor.children[0].children[0].voice.name]
    assert names == ["Harbour Watch", "A message on a Telegram channel", "Red Delta Front"]
    assert [s.kind for s in monitor.children[0].children[0].statements] == ["claim_of_responsibility", "threat"]


def test_evidence_words_are_cut_out_of_their_sentence():
    row = sample.fields()[2].assertions[3]
    assert evidence.quote_parts(row)[1] == "Five people"
    assert "".join(evidence.quote_parts(row)) == row.quote


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SPANS, max_size=12))
def test_marks_handed_out_by_paragraph_give_the_same_page(spans):
    marks = highlights.merged((span, "place", "p") for span in spans)
    handed = [str(highlights.marked(TEXT, some, part)) for part, some in highlights.by_paragraph(TEXT, marks)]
    assert handed == [str(highlights.marked(TEXT, marks, part)) for part in highlights.paragraphs(TEXT)]
