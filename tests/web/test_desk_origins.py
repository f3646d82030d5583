"""The origin graph on the incident page: who rests on whom, in a drawing and in words."""

import re
from dataclasses import replace

from desk_sample import SampleSource

from sayso.web.show.origins import drawing, origin_trees


def sample():
    page = SampleSource().incident_page("KEN-4C1D02")
    assert page is not None
    return page


def test_a_copy_hangs_below_what_it_copies():
    police = origin_trees(sample())[0]
    top = police.documents[0]
    assert [s.node.name for s in police.documents] == ["Lakeside Wire"]
    assert [s.node.name for s in top.copies] == ["Rift Daily"]
    assert top.copies[0].share == 97


def test_the_widest_origin_comes_first():
    assert [t.origin.id for t in origin_trees(sample())] == ["o1", "o2"]


def test_copies_in_a_circle_end():
    page = sample()
    assert page.graph is not None
    back = replace(page.graph.edges[1], source="doc-first", target="doc-copy")
    graph = replace(page.graph, edges=(*page.graph.edges, back))
    assert origin_trees(replace(page, graph=graph))


def test_the_drawing_has_a_box_for_everyone_and_a_line_for_every_step():
    made = drawing(origin_trees(sample()))
    assert [b.text for b in made.boxes] == [
        "Kisumu police", "Lakeside Wire", "Rift Daily", "Red Delta Front", "Harbour Post",
    ]  # fmt: skip
    assert [line.kind for line in made.lines] == ["rests", "copies", "rests"]
    assert all(b.x >= 0 and b.x + b.width <= made.width and b.y + 22 <= made.height for b in made.boxes)


def test_the_page_draws_it_and_says_the_same_in_words(client):
    html = client.get("/incident/KEN-4C1D02").content.decode()
    section = html[html.index('id="origins"') :]
    assert "<svg" in section
    assert "5 of 6 sentences word for word" in section
    assert "cites Kisumu police" in section
    assert len(re.findall(r'<a href="/article/doc-copy', section)) == 2


def test_a_page_without_a_graph_lists_its_origins(client):
    made = origin_trees(replace(sample(), graph=None))
    assert made == ()
    assert drawing(made).lines == ()
