"""Whose deed it is when the doer stands in another clause or phrase."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.parses import parse
from tests.extract.told import told
from tests.extract.world import relation, triples

TRAINS = relation("trains", "verb: S train O")
ARMED_BY = """
    words   Turkey  trained and     armed   by    Iran fled
    lemmas  -       train   -       arm     -     -    flee
    tags    NNP     VBN     CC      VBN     IN    NNP  VBD
    deps    nsubj   acl     cc      conj    agent pobj ROOT
    heads   fled    Turkey  trained trained armed by   fled
"""


def test_coordinated_participles_share_their_agent() -> None:
    found = triples(parse(ARMED_BY), TRAINS)
    assert found == [("Iran", "trains", "Turkey")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kharkiv struck by Russian drones", "Russia attacks Kharkiv"),
        ("The base was shelled and stormed by Sudan.", "Sudan bombards base"),
        ("Two nurses were killed when Russia shelled Odesa.", "Russia killsPerson Two nurses"),
        ("Nine nurses were killed after Chad bombed the town.", "Chad killsPerson Nine nurses"),
        ("Ann Lee was granted asylum by Spain.", "Spain grantsAsylumTo Ann Lee"),
        ("Iran fired a missile at a hotel, killing two nurses.", "Iran killsPerson two nurses"),
        ("Iran bombed a hotel, killing two nurses.", "Iran killsPerson two nurses"),
        ("Kenya accused Chad of siding with Sudan.", "Chad supports Sudan"),
        ("Kenya called for Chad to withdraw.", "Kenya demandsEndOf Chad"),
        ("Kenya pushed for the EU to sanction Chad.", "European Union sanctions Chad"),
        ("Iran fired, prompting Oman to accuse it of piracy.", "Oman accuses Iran"),
        ("Some states, including Chile, condemned Iran.", "Chile condemns Iran"),
        ("Iran sanctioned officials such as Ann Lee.", "Iran sanctions Ann Lee"),
        ("Qatar lent €300mn to Lebanon.", "Qatar givesFinancialAidTo Lebanon"),
        ("Qatar gave £2.5m to Lebanon.", "Qatar givesFinancialAidTo Lebanon"),
        ("Iran killed two Syrian workers.", "Iran killsPerson two Syrian workers"),
        ("Iraq, along with Jordan and Oman, condemned Iran.", "Oman condemns Iran"),
        ("Peru joined Chile in recognising Palestine.", "Chile recognises Palestine"),
        ("Among those who condemned Iran were Chile and Peru.", "Peru condemns Iran"),
        ("Ghana is one of the states that recognise Kosovo.", "Ghana recognises Kosovo"),
        ("Ghana is among the states that recognise Kosovo.", "Ghana recognises Kosovo"),
        ("There are Russian troops in Mali.", "Russian troops stationedIn Mali"),
        ("France left Mali, where Russia keeps a base.", "Russia hasMilitaryBaseIn Mali"),
    ],
)
def test_the_doer_of_another_clause(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Two nurses were killed when Russia met Iran.", "Russia killsPerson Two nurses"),
        ("Iraq condemned Iran along with Oman.", "Oman condemns Iran"),
        ("Kenya pushed for the EU to sanction Chad.", "Kenya sanctions Chad"),
        ("Iran left a town where a bus fell, killing two nurses.", "Iran killsPerson two nurses"),
        ("Ann Lee was granted asylum by May.", "May grantsAsylumTo Ann Lee"),
        ("Iran killed two Syrian workers.", "Iran killsPerson Syria"),
        ("Some states condemned Iran in talks including Chile.", "Chile condemns Iran"),
        ("Peru praised Chile in recognising Palestine.", "Chile recognises Palestine"),
        ("Ghana met the states that recognise Kosovo.", "Ghana recognises Kosovo"),
        ("Kharkiv has struck by night.", "night attacks Kharkiv"),
    ],
)
def test_who_only_stands_near_does_nothing(claims: Read, text: str, unsaid: str) -> None:
    assert unsaid not in told(claims(text))
