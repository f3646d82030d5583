"""Acronym, English form and native form of an armed group are one name."""

from sayso.lang.armed_groups import group_of, groups_in, same_group
from sayso.model import Span


def test_an_acronym_and_the_full_name_are_one_group() -> None:
    assert same_group("the LTTE", "Liberation Tigers of Tamil Eelam")


def test_words_around_a_name_do_not_matter() -> None:
    assert group_of("suspected PKK fighters") == group_of("Kurdistan Workers’ Party")


def test_a_longer_name_is_not_the_group_whose_name_it_holds() -> None:
    assert not same_group("Zapatista Army of National Liberation", "Army of National Liberation")


def test_three_letters_in_small_print_are_a_word() -> None:
    assert group_of("Eta") == ""
    assert group_of("ETA") == group_of("Basque Homeland and Freedom")


def test_two_groups_are_none() -> None:
    assert group_of("the MILF and the MNLF") == ""


def test_accents_and_line_breaks_do_not_hide_a_name() -> None:
    assert groups_in("Ejército de\nLiberación Nacional") == ((Span(0, 31), "national liberation army"),)
