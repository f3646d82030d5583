"""What one voice tells through another that stands behind it."""

from __future__ import annotations


def test_the_one_reported_is_the_origin(said):
    reading = said("Two people died in the blast, Reuters reported police said.")
    assert [reading.chain(s) for s in reading.all] == [["Reuters", "police"]]


def test_two_with_one_content_speak_each_for_themselves(said):
    reading = said("Two people died in the blast, Reuters reported and police said.")
    assert ["Reuters", "and police"] not in [reading.chain(s) for s in reading.all]
    assert all(len(s.attribution) == 1 for s in reading.all)


def test_two_who_speak_each_for_themselves(said):
    reading = said("Two people died in the blast, Reuters reported, and police said nobody was held.")
    assert [reading.chain(s) for s in reading.all] == [["Reuters"], ["police"]]
