"""Sentences decide what a copy is: kept, cut, moved, reworded or translated; what is quoted does not count."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.link import bands, compare

PLAIN = [
    "A warehouse full of cotton burned down in the river port of Mopti on Sunday.",
    "Two night watchmen were killed when the roof fell in, the fire service said.",
    "The flames were seen from the far bank and drew several hundred onlookers.",
    "Boats that lay at the quay were towed into the stream by fishermen.",
    "The owner, a trader from Sikasso, put his loss at 300 million francs.",
    "Insurance covers less than half of that, he told a local radio station.",
    "An electrician is to look at the wiring of the remaining sheds on Monday.",
]
QUOTE = '"We had one hose and it was older than the man who held it, and still he stayed until the wall came down," {}.'


def text(*sentences: str) -> str:
    return "\n\n".join(sentences)


ORIGINAL = text(*PLAIN[:3], QUOTE.format("said fire officer Sekou Traore"), *PLAIN[3:])


def test_a_cut_text_is_a_copy_of_the_whole() -> None:
    copy = compare(text(*PLAIN[:3]), ORIGINAL)
    assert copy is not None
    assert (copy.kind, copy.kept, copy.sentences) == ("edited", 3, 3)


def test_paragraphs_in_another_order_are_told() -> None:
    moved = compare(text(*PLAIN[3:], *PLAIN[:3]), ORIGINAL)
    straight = compare(text(*PLAIN[:5]), ORIGINAL)
    assert moved is not None
    assert straight is not None
    assert not moved.in_order
    assert straight.in_order


def test_half_reworded_is_a_copy() -> None:
    reworded = [
        "On Sunday a cotton warehouse in Mopti, a port on the river, was destroyed by fire.",
        "According to the fire service two watchmen on night duty died under the roof as it fell.",
        "Several hundred people came to look at flames that could be seen across the water.",
        "Fishermen towed boats away from the quay.",
    ]
    copy = compare(text(*reworded, *PLAIN[4:]), ORIGINAL)
    assert copy is not None
    assert copy.kept == 3
    assert copy.reworded >= 2
    assert "reworded" in copy.words


def test_a_shared_quotation_is_no_copy() -> None:
    bulletin = text(
        "Fire killed two men in a cotton store in Mopti.",
        QUOTE.format("Sekou Traore of the fire service told this station"),
        "He wants a second engine.",
    )
    assert compare(bulletin, ORIGINAL) is None


def test_two_reporters_on_one_fire_are_no_copies() -> None:
    other = text(
        "Mopti lost its largest cotton store to a fire on Sunday night.",
        "Both watchmen are dead. The fire service needed four hours because the pumps had no fuel.",
        "I stood on the quay and watched bales drift burning towards the ferry.",
        "Nobody from the town hall came before dawn.",
    )
    assert compare(other, ORIGINAL) is None


def test_one_sentence_in_common_makes_no_copy_of_a_bulletin() -> None:
    first = "A landmine killed an officer and two children on a path to a school near Kayes on Friday."
    one = text(first, *PLAIN[1:])
    other = text(first, "The mayor wants every path in the district searched before classes begin again.")
    assert compare(one, other) is None


def test_standing_phrases_are_no_copy() -> None:
    phrase = "No group has claimed responsibility for the attack so far."
    one = text("A bridge near Gao was blown up on Friday by men in a lorry.", phrase, "The army closed the road.")
    other = text("Gunmen fired at a school bus outside Kidal on Tuesday at noon.", phrase, "Three children were hurt.")
    assert compare(one, other) is None


RUSSIAN = """В Мопти 14 марта 2018 года сгорел склад, погибли 12 человек.

Секу Траоре сообщил, что в 3:20 там работали 45 грузчиков компании «Бамако Коттон».

Ущерб оценён в 300 миллионов франков, застраховано 130. Хозяин, Амаду Диарра из Сикасо, находится в Сегу.
"""
ENGLISH = """A store burned down in Mopti on 14 March 2018 and 12 people died.

There were 45 porters of the company Bamako Cotton at work at 3:20 a.m., said the officer Sekou Traore.

The loss was put at 300 million francs, of which 130 are insured, by
the owner, Amadou Diarra of Sikasso, who is in Segou.
"""


def test_a_translation_is_a_copy_by_its_figures_and_names() -> None:
    copy = compare(RUSSIAN, ENGLISH)
    assert copy is not None
    assert copy.kind == "translated"


def test_another_account_in_another_language_is_none() -> None:
    assert compare("В Мопти сгорел склад, сообщил Секу Траоре. Погибли 12 человек, ещё двое в больнице. Он просит не "
                   "приближаться к реке и не верить слухам.", ENGLISH) is None  # fmt: skip


def test_shortened_reworded_and_translated_texts_share_a_key() -> None:
    known = set(bands(ORIGINAL))
    half = ["On Sunday fire destroyed a cotton store in Mopti.", "Two guards died there.", "Many people came to look."]
    assert known & set(bands(text(*PLAIN[:3])))
    assert known & set(bands(text(*half, *PLAIN[3:])))
    assert set(bands(RUSSIAN)) & set(bands(ENGLISH))


def test_a_text_on_something_else_shares_no_key() -> None:
    other = text("Striking dockers closed the harbour of Banjul for a day.", "Nobody was hurt.", "Talks go on at noon.")
    assert not set(bands(ORIGINAL)) & set(bands(other))


@given(st.lists(st.sampled_from([*PLAIN, QUOTE.format("he said")]), min_size=1, max_size=9), st.data())
def test_which_text_comes_first_does_not_matter(sentences: list[str], data: st.DataObject) -> None:
    one, other = text(*sentences), text(*data.draw(st.permutations(sentences)), *data.draw(st.lists(st.just(PLAIN[0]))))
    there, back = compare(one, other), compare(other, one)
    assert (there and there.kind) == (back and back.kind)
