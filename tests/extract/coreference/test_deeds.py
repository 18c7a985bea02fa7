"""Who was behind "the attack" of the sentence before, on the real model."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hezbollah attacked a base on Monday. The attack killed ten civilians.", "Hezbollah"),
        ("Iran fired missiles at Erbil. The missiles killed ten civilians.", "Iran"),
        ("Russia sent drones to Odesa overnight. Ten civilians were killed in the attack.",
         "Russia"),
        ("Turkish jets struck a village on Friday. The strike killed ten civilians.", "Turkey"),
        ("Chad carried out a raid on Friday. The raid killed ten civilians.", "Chad"),
        ("Chad condemned Israel's bombing of Gaza. The bombing killed ten civilians.", "Israel"),
    ],
)  # fmt: skip
def test_a_deed_is_whose_it_was(claims: Read, text: str, who: str) -> None:
    found = claims(text, relation="killsPerson")
    assert {said.lower() for said in told(found)} == {f"{who} killsPerson ten civilians".lower()}


@pytest.mark.parametrize(
    "text",
    [
        "A church was attacked in Nigeria. The attack killed ten civilians.",
        "Chad struck Abeche and Sudan bombed Nyala. The attack killed ten civilians.",
        "Chad attacked Abeche on Monday. An attack killed ten civilians.",
        "Chad attacked Abeche on Monday. The attack by the rebels saddened ten civilians.",
        "Chad met Sudan. The attack killed ten civilians.",
    ],
)
def test_a_deed_of_nobody_known_is_nobodys(claims: Read, text: str) -> None:
    assert not claims(text, relation="killsPerson")


def test_who_condemns_the_attack_condemns_no_one_else(claims: Read) -> None:
    found = claims("Chad attacked Abeche. Egypt condemned the attack.", relation="condemns")
    assert told(found) == {"Egypt condemns attack"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Yahya Sinwar was killed in a raid conducted by the French military.",
         "French military killsPerson Yahya Sinwar"),
        ("Yahya Sinwar was killed in a 2011 raid by Kenyan special forces.",
         "Kenyan special forces killsPerson Yahya Sinwar"),
        ("Ten civilians were killed in an airstrike carried out by the Nigerian air force.",
         "Nigerian air force killsPerson Ten civilians"),
        ("Ten civilians were killed in an ambush laid by Boko Haram.",
         "Boko Haram killsPerson Ten civilians"),
        ("Ten civilians were killed in an attack claimed by Boko Haram.",
         "Boko Haram killsPerson Ten civilians"),
    ],
)  # fmt: skip
def test_a_deed_is_whose_its_phrase_says(claims: Read, text: str, said: str) -> None:
    assert told(claims(text, relation="killsPerson")) == {said}


def test_a_deed_condemned_by_somebody_is_not_his(claims: Read) -> None:
    text = "Ten civilians were killed in an attack condemned by Boko Haram."
    assert not claims(text, relation="killsPerson")
