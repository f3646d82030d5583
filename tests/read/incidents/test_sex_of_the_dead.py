"""Those hurt may be among the dead, unless the words tell them apart."""

from sayso.app.read import read
from sayso.read.incidents.tolls import add_up


def test_a_girl_in_hospital_is_none_of_two_boys_who_died():
    text = (
        "Shooting leaves two boys dead in Elmwick\n\nA shooting left two boys dead and sent a teenage girl to "
        "the hospital in Elmwick on Tuesday, police said.\n\nThe park is closed."
    )
    reading = read(text, published="2016-05-04")
    toll = add_up(next(iter(reading)).assertions, reading.document.text)
    assert (toll.killed, toll.injured) == (2, 1)
