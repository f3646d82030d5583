"""Who is counted: groups joined by "and", agents and objects, longer words for a fate."""

import pytest

from sayso.app.read import read
from sayso.model import Document, Passage, Span
from sayso.read.figures import find_figures


def found(text: str, role: str) -> list[int]:
    document = Document(id="d", capture="", text=text)
    mentions = find_figures(document, (Passage(Span(0, len(text)), 0, 0),), ())
    assert all(m.span.of(text) == m.text for m in mentions)
    return [m.datum.low for m in mentions if m.role == role]


@pytest.mark.parametrize(
    ("text", "role", "low"),
    [
        ("A couple and their son were killed in the crash.", "killed", 3),
        ("The gunman killed his wife, her mother and a neighbor.", "killed", 3),
        ("Two bailiffs and the shooter are dead.", "killed", 3),
        ("Police found the bodies of Ana Petrov and Marko Petrov.", "killed", 2),
        ("Boy, two men hurt in market shooting", "injured", 3),
        ("He was charged with the deaths of a nurse and her patient.", "killed", 2),
        ("3 year-old boy dead after fall", "killed", 1),
        ("A 16-year-old was gunned down on Elm Street.", "killed", 1),
        ("An 11-month-old baby girl was wounded.", "injured", 1),
        ("Teen shoots 5-year-old boy in leg", "injured", 1),
        ("A man was fatally shot outside a bar.", "killed", 1),
        ("Officers fatally shot a man with a knife.", "killed", 1),
        ("The blast went off, fatally wounding his brother.", "killed", 1),
        ("A clerk was shot to death behind the counter.", "killed", 1),
        ("The driver was pronounced dead at the scene.", "killed", 1),
        ("A teen shot in the harbor district has died.", "killed", 1),
        ("A third person died on Sunday.", "killed", 3),
        ("A photograph shows Ana Petrov, 7, who was killed.", "killed", 1),
        ("He fled before killing himself.", "killed", 1),
        ("She turned the gun on herself.", "killed", 1),
        ("Detectives work on a double homicide.", "killed", 2),
        ("The street saw a quadruple shooting.", "injured", 4),
        ("Two people were treated for light injuries.", "injured", 2),
        ("A boy suffered a minor leg wound.", "injured", 1),
        ("A woman was taken to Mercy Hospital.", "injured", 1),
        ("A stray bullet struck a cyclist.", "injured", 1),
        ("The soldier accidentally shot himself in the foot.", "injured", 1),
        ("He shot her husband and their two children.", "injured", 3),
        ("The attack left one woman dead and five others, including two officers, injured.", "injured", 5),
        ("All but one of the sixteen passengers died.", "killed", 15),
        ("His brother and cousin were among the injured.", "injured", 2),
        ("Ana Petrov, 24, was killed.", "killed", 1),
        ("Two men had been found with gunshot wounds.", "injured", 2),
        ("The driver passed away on Monday.", "killed", 1),
        ("Two of the 20 passengers were killed.", "killed", 2),
        ("Each of the 12 miners was killed.", "killed", 12),
        ("Thirty Navy SEALs were killed.", "killed", 30),
        ("One of the two women who were slightly injured spoke of smoke.", "injured", 2),
        ("The death toll rose from 12 to 15.", "killed", 15),
        ("A woman and two of her children were killed.", "killed", 3),
        ("One guard was killed and another was injured.", "injured", 1),
        ("Three guests were killed and a fourth was injured.", "injured", 1),
        ("Two men were shot; one died and the other was taken to hospital.", "injured", 1),
        ("A total of three people were killed and another wounded at a farm.", "injured", 1),
        ("Two teachers -- aged 24 and 30 -- were shot to death.", "killed", 2),
        ("Two teachers — both of them new — were wounded.", "injured", 2),
        ("Four teens, one fatally, were shot.", "injured", 4),
        ("A man and a woman were found shot to death.", "killed", 2),
    ],
)
def test_people_counted(text, role, low):
    assert low in found(text, role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The officer shot the dog.", "injured"),
        ("He shot at the door.", "injured"),
        ("Police seek the gunman who killed.", "killed"),
        ("Many could have been killed.", "killed"),
        ("A shot was fired.", "injured"),
        ("He injured two guards, then fled.", "killed"),
        ("Channel 58 - Police name man", "killed"),
        ("Three men were taken to Mercy Hospital, where they died.", "injured"),
        ("The 1991 killings shook the town.", "killed"),
    ],
)
def test_nobody_counted(text, role):
    assert found(text, role) == []


def test_the_object_of_one_verb_is_not_the_subject_of_the_next():
    text = "The attacker injured two officers, killed his aunt and fled."
    assert found(text, "killed") == [1]


def test_a_later_total_stands_beside_its_part():
    text = "The death toll rose to five after two workers died in hospital."
    assert sorted(found(text, "killed")) == [2, 5]


def test_a_fatal_shooting_kills_at_least_one():
    text = "A fatal shooting is being investigated."
    document = Document(id="d", capture="", text=text)
    figure = find_figures(document, (Passage(Span(0, len(text)), 0, 0),), ())[0].datum
    assert (figure.low, figure.high, figure.qualifier) == (1, None, "at_least")


@pytest.mark.parametrize("who", ["bystander was", "bystanders were", "civilian was"])
def test_nobody_of_a_kind_is_a_reported_none(who):
    text = f"A bomb exploded in Lima on Monday. No {who} injured, police said."
    found = [a.value for r in read(text, published="2023-08-24").reports for a in r.assertions if a.field == "injured"]
    assert [(f.low, f.high, f.scope) for f in found] == [(0, 0, who.split()[0])]


def test_bombings_that_killed_are_not_the_dead():
    text = "Monday's two bombings in Lima, which killed only a guard, follow a quiet year."
    found = [m.datum.low for m in read(text, published="2023-08-24").mentions if m.role == "killed"]
    assert 2 not in found


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The crash killed five children in a church bus and two truck drivers.", [5, 2]),
        ("Fire kills five children, two truck drivers", [5, 2]),
        ("The bomb killed five people, two women and three children, on Monday.", [5]),
        ("The raid killed three soldiers in Kabul and two policemen in Herat.", [3]),
        ("A bomb killed 13 people in Kabul and two soldiers were wounded.", [13]),
        ("A gunman killed a family of six.", [6]),
        ("The raid killed a crew of four.", [4]),
        ("The raid killed a family.", [2]),
        ("His family was killed.", [2]),
        ("A crew member was killed.", [1]),
    ],
)
def test_parts_stand_beside_each_other_and_a_sum_is_not_added_to_its_parts(text: str, counted: list[int]) -> None:
    assert found(text, "killed") == counted


def test_those_who_burn_down_a_school_are_not_hurt() -> None:
    assert found("Unknown men burned down a school.", "injured") == []


def test_those_who_capture_pictures_are_not_detained() -> None:
    assert found("Tourists captured pictures and video of the fire.", "detained") == []


def test_those_before_when_are_not_those_shot():
    assert 2 not in found("The two boys were playing with a gun when the 7-year-old was shot.", "injured")


def test_another_alone_is_nobody_who_came_to_harm():
    assert found("He had one boat, and another was stolen.", "injured") == []


def test_a_surname_alone_counts_behind_the_full_name():
    assert found("Police found Ana Petrov in the yard, where Petrov was pronounced dead.", "killed") == [1]


def test_a_capital_alone_counts_nobody():
    assert found("Police say that Petrov was pronounced dead.", "killed") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The fire burned 250 stalls.", "injured"),
        ("Some 40 stalls were destroyed or burned.", "injured"),
        ("Wolves killed 30 sheep.", "killed"),
        ("Flames killed 12 horses.", "killed"),
        ("Two nurses work in the hospital.", "injured"),
    ],
)
def test_things_and_animals_are_nobody(text, role):
    assert found(text, role) == []


def test_people_who_burned_are_counted():
    assert found("Two people were burned in the fire.", "injured") == [2]


@pytest.mark.parametrize(
    "text",
    [
        "More than half of the 20 passengers were killed.",
        "A quarter of the 40 miners were killed.",
        "One in three of the 90 guests was killed.",
    ],
)
def test_a_part_without_a_number_is_no_figure(text):
    assert found(text, "killed") == []


def test_sums_of_money_in_millions():
    assert found("The ransom was €1.2m, then £30k.", "money") == [1_200_000, 30_000]


@pytest.mark.parametrize(
    "text", ["She left in 1994 and joined a firm.", "5 November 2017 Protesters take part in a march."]
)
def test_a_year_is_no_crowd(text: str) -> None:
    assert found(text, "crowd") == []


def test_four_digits_before_protesters_are_a_crowd() -> None:
    assert found("The square was blocked by 1500 protesters.", "crowd") == [1500]
