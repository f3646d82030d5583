"""Names of private persons in headlines."""

import pytest

from sayso.lang.headlines import shown_headline


@pytest.mark.parametrize(
    ("headline", "private", "public", "shown"),
    [
        ("Anna Bekova dies in blast", (), (), "A person dies in blast"),
        ("Blast kills Anna Bekova", ("Anna Bekova",), (), "Blast kills a person"),
        ("Bekova's mother speaks", ("Anna Bekova",), (), "A person mother speaks"),
        ("Vigil for Zhanar in Atyrau", ("Zhanar Akhmetova",), (), "Vigil for a person in Atyrau"),
        ("Anna Bekova Dies In Atyrau Market Blast", (), (), "A person Dies In Atyrau Market Blast"),
        ("John Dosov promises help", (), ("John Dosov",), "John Dosov promises help"),
        ("Взрыв унёс жизнь Бековой", ("Анна Бекова",), (), "Взрыв унёс жизнь a person"),
        ("Bomb in Atyrau kills two", ("Anna Bekova",), (), "Bomb in Atyrau kills two"),
        ("", ("Anna Bekova",), (), ""),
    ],
)
def test_private_names_become_roles(
    headline: str, private: tuple[str, ...], public: tuple[str, ...], shown: str
) -> None:
    assert shown_headline(headline, private, public) == shown
