"""Text-level boilerplate: what goes, what stays, and that nothing vanishes."""

from __future__ import annotations

import re

import pytest

from sayso.clean import clean_text
from sayso.clean.boilerplate import line_class

REPORT = """Bridge Collapse Leaves Three Dead in Port Town

ELMWICK, Norland — Three people died when a footbridge gave way over the harbour on Tuesday, the coast guard said.

Officials closed the quay on Wednesday. "We had warned the council twice," said Ada Brunn, who runs the ferry office.

The bridge was built in 1961 and was inspected in March, according to the Norland roads agency."""


def kept(text: str) -> str:
    return clean_text(text).text


def reasons(text: str) -> dict[str, str]:
    return {d.text: d.why for d in clean_text(text).dropped}


def test_a_plain_report_loses_nothing() -> None:
    document = clean_text(REPORT)
    assert document.dropped == ()
    assert document.text == REPORT


def test_an_appeal_of_several_paragraphs_goes_wholly() -> None:
    appeal = [
        "Before you go: the Elmwick Courier is a small newsroom, and our reporters were sued twice.",
        "Our journalism is free to read because we believe it belongs to everybody. But we need your help.",
        "A contribution of just €3 a month lets us plan. Please support our reporting today, if you can. Thank you.",
        "Card or bank transfer",
        "I have already given",
    ]
    document = clean_text("\n\n".join([REPORT, *appeal]))
    assert document.text == REPORT
    assert [d.text for d in document.dropped] == appeal
    assert {d.why for d in document.dropped} == {"appeal for money"}


def test_an_appeal_in_the_middle_goes_and_the_report_around_it_stays() -> None:
    head, tail = REPORT.rsplit("\n\n", 1)
    appeal = "Our journalism depends on readers like you. Support us with a monthly donation, or become a member today."
    assert kept(f"{head}\n\n{appeal}\n\n{tail}") == REPORT


@pytest.mark.parametrize(
    "words",
    [
        '"Please help us. We need your help, send money, donate today," the mother of two begged on local radio.',
        "The family asked neighbours to donate, and the town raised $12,000 a month for the victims, police said.",
        "The charity said it would support our troops' families; donations reached $2 million in October.",
        'Reporters at the newsroom said the government had told them: "Stop your reporting, or we shut your paper."',
        "Onward, people of Norland. As an army we need your support. Your support is what keeps us in the field.",
        "Subscribers of the phone company lost service after the blast on Monday, the ministry said.",
        "She told the court that the newsletter had published her address in May.",
        "We walked for two days. You could hear the guns at night, and the children asked when we would be home.",
        "Anyone with information about the shooting is asked to call the police at 555-0100.",
    ],
)
def test_report_content_that_sounds_like_an_appeal_stays(words: str) -> None:
    text = REPORT.replace("The bridge was built", words + "\n\nThe bridge was built")
    assert words in kept(text)
    assert words in kept(f"{REPORT}\n\n{words}")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Read more", "related link"),
        ("READ MORE: Harbour wall declared unsafe", "related link"),
        ("Related: Ferry runs again", "related link"),
        ("You may also like", "related link"),
        ("Share this article on Facebook", "share line"),
        ("Facebook Twitter WhatsApp Email", "share line"),
        ("Follow us on Telegram", "share line"),
        ("Sign up for our daily newsletter", "subscription notice"),
        ("Already a subscriber? Log in", "subscription notice"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Leave a comment", "comment prompt"),
        ("Have an opinion on this? Share it!", "comment prompt"),
        ("12 Comments", "comment prompt"),
        ("© 2019 Elmwick Courier. All rights reserved.", "rights line"),
        ("(c) 2011 The Elmwick Courier", "rights line"),
        ("This material may not be published, broadcast, rewritten or redistributed.", "rights line"),
        ("Photo: Ada Brunn / Courier", "photo credit"),
        ("Image credit: Norland Coast Guard", "photo credit"),
        ("Download our app", "app notice"),
        ("Accept all cookies", "cookie notice"),
        ("Do you have a news tip? Write to tips@example.org", "contact line"),
        ("To report an error, write to desk@example.org", "contact line"),
        ("Tags: harbour, bridge, Norland", "tag line"),
        ("(Reporting by Ada Brunn; Editing by Olaf Eik)", "credit line"),
        ("This is a developing story and will be updated.", "update notice"),
        ("Support the Elmwick Courier!", "appeal for money"),
    ],
)
def test_short_lines_have_a_class(line: str, why: str) -> None:
    assert reasons(f"{REPORT}\n\n{line}") == {line: why}


@pytest.mark.parametrize(
    "line",
    [
        "Support for the bill grows!",
        "Shares fell 3 percent on Tuesday.",
        "Comments by the minister drew anger.",
        "Photographs of the scene showed a burnt-out bus.",
        "Copyright law was changed in March.",
        "Follow the money, the prosecutor said.",
        "Read the charges again, the judge told him.",
        "Police in Norland opened fire on protesters",
        "Home Office rejects appeal",
        "Sources: two held after harbour blast",
    ],
)
def test_lines_that_only_begin_like_a_class_have_none(line: str) -> None:
    assert line_class(line) == ""


def test_headlines_listed_under_a_related_heading_go_with_it() -> None:
    text = f"{REPORT}\n\nRelated stories:\n\nHarbour wall declared unsafe\n\nFerry runs again after storm"
    assert kept(text) == REPORT


def test_a_guide_that_speaks_to_its_reader_stays() -> None:
    guide = [
        "How to Plan for a Flood",
        "You should keep your papers in a dry box, and make sure that your neighbours know where you keep it.",
        "If you have a cellar, check your pump every month; a new one costs just $90 and you can fit it yourself.",
        "Your insurer may ask you for photos, so take them now, and keep them where you can reach them.",
        "We have tried four pumps for you, and our favourite is small, which makes a difference on your bill.",
    ]
    assert kept("\n\n".join(guide)) == "\n\n".join(guide)


def test_every_paragraph_is_kept_or_accounted_for() -> None:
    text = f"Support the Elmwick Courier!\n\n{REPORT}\n\nShare this\n\nRead more\n\nTags: a, b\n\n© 2020 Courier"
    document = clean_text(text)
    told = document.text + "".join(d.text for d in document.dropped)
    assert sorted(re.sub(r"\s", "", told)) == sorted(re.sub(r"\s", "", text))


def test_dropped_text_leads_back_to_the_source() -> None:
    text = f"{REPORT}\n\nRead more"
    (dropped,) = clean_text(text).dropped
    assert dropped.source is not None
    assert dropped.source.of(text) == "Read more"


@pytest.mark.parametrize(
    "appeal",
    [
        [
            "… we have a small request of you. More people read the Courier than ever, and our reporting is free.",
            "If everyone who values our journalism helped to fund it, our newsroom would be safe. For just £1 a month "
            "you can support us, and it takes only a minute.",
            "Support the Courier",
        ],
        [
            "Dear readers! Our journalists work in exile, and our independent reporting cannot go on without you.",
            "Help save our newsroom. Make a monthly donation by card or PayPal.",
            "$5 / month",
            "$20 / month",
            "Other amount",
            "Donate",
        ],
        [
            "A note from the reporter:",
            "I hope this was useful. Our reporting exists only because of readers like you. Please become a member.",
        ],
    ],
)
def test_appeals_in_other_words_go_as_well(appeal: list[str]) -> None:
    assert kept("\n\n".join([REPORT, *appeal])) == REPORT
