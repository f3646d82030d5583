"""Appeals and notices in many wordings go; look-alikes inside reports stay. The sentences are made for these tests."""

from __future__ import annotations

import pytest

from sayso.clean import clean_text

BEFORE = """Ferry Runs Aground off Cape Sorrel With 40 Aboard

PORT SORREL, Norland — A ferry ran aground in fog on Thursday, and two of its crew were hurt, the coast guard said.

The "Lady Ann" was carrying 40 people from the islands. All had been taken off by noon, according to the operator."""
AFTER = "Police opened an inquiry on Friday. The captain told them that the radar had failed twice that week."

APPEALS = {
    "before you leave": [
        "Before you leave us: the Sorrel Gazette belongs to no party, no bank and no ministry.",
        "That is why somebody tries to silence us every year. If 500 of you gave 4 pounds a month, nobody could.",
        "Give 4 pounds a month",
    ],
    "one sentence": ["Keep the Norland Herald alive. Chip in from €2 a week. Give now."],
    "friends": [
        "Friends of The Island Observer! Printing has become three times as expensive, and two of us work unpaid.",
        "Please think about a gift, large or small. You can stop it whenever you want.",
        "Yes, I will give",
        "Maybe later",
    ],
    "call by name": ["Stand with the Harbour Tribune!"],
    "save": ["Save the Cape Chronicle", "We have never charged for a single article. Today we ask for 10 dollars."],
    "blocked": [
        "Our website is blocked in three countries. We still report from all of them, because you pay for it.",
        "Set up a standing order of any amount, and help us to stay online.",
    ],
    "value": [
        "Did this story help you? It took our two reporters six weeks.",
        "Stories like it are paid for by readers. Buy us a coffee, or become a sustaining member from $5.",
    ],
    "end of year": [
        "It is the last week of our winter fund drive, and The Sorrel Post is 8,000 crowns short of its goal.",
        "Will you give 50 crowns tonight? A neighbour has promised to double every gift.",
    ],
    "legal fund": [
        "The governor is suing this newspaper. Help us pay our lawyers: every euro goes to the legal fund.",
        "Donate to our defence",
    ],
    "no adverts": [
        "You see no advertising here, and you never will. Free Coast News lives on what its readers give.",
        "Join 2,300 supporters with 3 euros a month.",
    ],
    "subscription": [
        "You have come to the end of this article. To read more of our reporting, "
        "take out a subscription from 1.50 a week.",
    ],
    "newsletter": [
        "Want stories like this every morning? Our letter brings them to your inbox. Enter your address below."
    ],
    "trust": [
        "The Norland Daily Mail Trust is a charity, and gifts to it are tax-free. Leave us something in your will.",
    ],
    "wallet": ["Like what we do? Our wallet for bitcoin and other coins is open to you. Thanks for keeping us going!"],
    "top call": ["Don't let The Sorrel Sentinel go silent!"],
}

LOOK_ALIKES = [
    '"Please help us, we have lost everything," said Mira Holt, whose son was aboard. "Send whatever you can."',
    "The Lifeboat Fund appealed for donations on Friday and said that each month at sea cost it 90,000 crowns.",
    "The Progress Party asked its members to give 5 euros a month to its campaign, a spokesman said.",
    "Save the Children said it had flown 12 tonnes of food to the islands since Thursday.",
    "The Norland Herald, which broke the story in May, was fined 2 million crowns and has closed its newsroom.",
    "Supporters of the captain have collected $14,000 for his defence, according to their website.",
    "“We rely on your support, and we ask you to stand with us,” the bishop told the crowd in the harbour on Sunday.",
    "The ministry will help the Sorrel Times to print again, the minister announced on Wednesday.",
    "Subscribers to the ferry line's newsletter were told of the delay an hour after the accident.",
    "Keep the boats in the harbour, the coast guard warned fishermen on Thursday.",
    "Readers of the Island Observer gave 4,000 crowns to the families of the injured, the paper reported.",
    "Donations for the two sailors can be handed in at the town hall, the mayor said.",
    "In a video the group asked its followers to send bitcoin to a wallet that the police have since seized.",
    "The union called on dockers to join the strike and promised each of them 40 crowns a day.",
    "The operator has given passengers until Monday to cancel their tickets; it will pay back the full price.",
]


@pytest.mark.parametrize("appeal", APPEALS.values(), ids=APPEALS.keys())
def test_an_appeal_goes_and_the_report_stays(appeal: list[str]) -> None:
    report = [BEFORE, AFTER]
    assert clean_text("\n\n".join([*report, *appeal])).text == "\n\n".join(report)


@pytest.mark.parametrize("words", LOOK_ALIKES)
def test_a_report_that_sounds_like_an_appeal_stays(words: str) -> None:
    inside = f"{BEFORE}\n\n{words}\n\n{AFTER}"
    assert clean_text(inside).text == inside
    at_the_end = f"{BEFORE}\n\n{AFTER}\n\n{words}"
    assert clean_text(at_the_end).text == at_the_end
