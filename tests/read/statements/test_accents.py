"""Who speaks, by the fullest name of the document."""


def test_a_name_with_and_without_its_accents_is_one_voice():
    from sayso.app.read import read

    text = (
        "PRAGUE, Czech Republic — Minister Jiří Dvořák said on Monday that the mine would close. "
        '"We will pay," Dvorak said.'
    )
    names = {s.attribution[-1].name for s in read(text, published="2020-03-04").statements}
    assert names == {"Jiří Dvořák"}
