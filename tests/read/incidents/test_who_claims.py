"""A deed that an army explains is not one that it claims."""

from __future__ import annotations

from sayso.app.read import read
from sayso.model import Perpetrator


def test_an_officer_who_explains_the_rebels_deed_claims_none() -> None:
    text = (
        "MERIDA. Colonel Ana Ruiz, a spokeswoman of the army, said that the rebels attacked the farm on Friday "
        "in retaliation for the arrest of their leader. Two farmers were killed in the attack."
    )
    found = [a.value for r in read(text, published="2016-05-08") for a in r.assertions]
    assert "claimed" not in {v.status for v in found if isinstance(v, Perpetrator)}
