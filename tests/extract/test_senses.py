"""Words of several senses, texts that speak for their authors, and deeds that states alone do."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import told

ARMS = ("attacks", "wagesWarOn", "suppliesWeaponsTo", "deploysTroopsTo")


@pytest.mark.parametrize(
    "text",
    [
        "China launched a charm offensive in Africa.",
        "Prisoners began a hunger strike against Bahrain.",
        "Marine Le Pen opened her election campaign in Marseille.",
        "Joe Biden launched an advertising campaign in Ohio.",
        "Britain launched an anti-corruption campaign in Kenya.",
        "The UN sent an aid convoy to Sudan.",
        "Japan delivered a payment system to Laos.",
    ],
)
def test_a_compound_takes_the_sense_of_arms_from_its_last_word(claims: Read, text: str) -> None:
    assert not {said for said in told(claims(text)) if said.split()[-2] in ARMS}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("China launched an air offensive in Laos.", "China attacks Laos"),
        ("Japan delivered a radar system to Laos.", "Japan suppliesWeaponsTo Laos"),
    ],
)
def test_other_compounds_of_the_same_words_are_of_arms(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ASEAN adopted a declaration urging Myanmar to show restraint.", "ASEAN urges Myanmar"),
        (
            "The African Union issued a communique condemning Eritrea.",
            "African Union condemns Eritrea",
        ),
        ("The Taliban released a video threatening Pakistan.", "Taliban threatens Pakistan"),
    ],
)
def test_a_text_speaks_for_those_who_made_it(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The EU lifted the sanctions imposed on Burundi.", "EU makesConcessionsTo Burundi"),
        ("Canada scrapped the tariffs levied against China.", "Canada makesConcessionsTo China"),
        ("Sudan lifted a state of emergency in Darfur.", "Sudan makesConcessionsTo Darfur"),
        (
            "Chinese hackers were involved in an attack on Estonia.",
            "Chinese hackers attacks Estonia",
        ),
    ],
)
def test_ends_of_an_event_noun_beyond_its_own_phrase(claims: Read, text: str, said: str) -> None:
    assert said.replace("EU", "European Union") in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Two German tourists were arrested in Turkey.", "Turkey detains Two German tourists"),
        ("An American reporter was convicted in Russia.", "Russia convicts American reporter"),
    ],
)
def test_what_states_alone_do_is_done_by_the_state_where_it_happens(
    claims: Read, text: str, said: str
) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    "text",
    ["Two German tourists were wounded in Turkey.", "The tourists were arrested in Ankara."],
)
def test_what_others_do_too_is_not_laid_to_the_place(claims: Read, text: str) -> None:
    assert not {said for said in told(claims(text)) if said.startswith(("Turkey", "Ankara"))}


def test_two_who_send_the_same_do_not_trade_with_each_other(claims: Read) -> None:
    assert "Kenya tradesWith Ghana" not in told(claims("Kenya and Ghana sell oil to Japan."))
    assert "Kenya tradesWith Ghana" not in told(claims("Kenya and Ghana sent ships."))
    assert "Kenya ceasesFireWith Ghana" in told(claims("Kenya and Ghana reached a truce."))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Soldiers of the Chilean Army left Peru.", "Soldiers memberOf Chilean Army"),
        ("John Smith was assigned to the US Army.", "John Smith worksFor US Army"),
    ],
)
def test_who_serves_in_a_force_belongs_to_it(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rebels stormed the camp.", {"Rebels attacks camp"}),
        ("Sudan has taken Nagorno-Karabakh.", {"Sudan occupies Nagorno-Karabakh"}),
        ("Kenya concluded an agreement with Uganda.", {"Kenya signsAgreementWith Uganda"}),
        ("Thousands joined the rally against the war.", set()),
        ("Kenya is wary of Uganda.", set()),
        ("Demonstrators blocked the trucks of the ministry.", set()),
    ],
)
def test_which_of_two_neighbours_a_word_means(claims: Read, text: str, said: set[str]) -> None:
    assert {words for words in told(claims(text)) if "partyTo" not in words} == said
