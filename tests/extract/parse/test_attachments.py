"""Arguments that the parser hangs on another word than the one they belong to."""

from __future__ import annotations

import pytest

from kg.extract.parse.attachments import payee
from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.parses import parse, word
from tests.extract.told import source, status, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Finland became the latest country to join NATO.", "Finland joins NATO"),
        ("Carter was the only American president to visit Havana.", "Carter visits Havana"),
        ("Angela Merkel, the last Western leader to meet Putin, is silent.",
         "Angela Merkel meets Vladimir Putin"),
    ],
)  # fmt: skip
def test_the_first_to_do_a_thing_does_it(claims: Read, text: str, said: str) -> None:
    found = told(claims(text))
    assert said in found
    assert not any(words.startswith(("United States", "The West")) for words in found)


def test_what_somebody_is_accused_of_is_not_the_accusers_deed(claims: Read) -> None:
    text = "The administration had accused the migrants of belonging to the Tren de Aragua gang."
    found = list(claims(text, relation="memberOf"))
    assert told(found) == {"migrants memberOf Tren de Aragua"}
    assert source(found, "migrants memberOf Tren de Aragua") == "administration"


def test_who_is_convicted_did_it(claims: Read) -> None:
    text = "The court convicted Jan Novak of ordering the attack on Dili."
    assert not any(words.startswith("court attacks") for words in told(claims(text)))


def test_who_is_fined_a_sum(claims: Read) -> None:
    text = "The European Commission on Wednesday fined Google 4 billion euros."
    assert told(claims(text)) == {"European Commission sanctions Google"}


def test_whom_a_sum_goes_to() -> None:
    doc = parse(
        """
        words   Brussels fined Meta   200      million euros
        tags    NNP      VBD   NNP    CD       CD      NNS
        deps    nsubj    ROOT  nmod   compound nummod  dobj
        heads   fined    fined euros  million  euros   fined
        lemmas  Brussels fine  Meta   200      million euro
        """
    )
    assert payee(word(doc, "euros")) == word(doc, "Meta")
    assert payee(word(doc, "Brussels")) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Boko Haram is a jihadist group that attacked Chad.", {"Boko Haram attacks Chad"}),
        ("Boko Haram is a group backed by Libya.", {"Libya supports Boko Haram"}),
        ("Ansar al-Haqq is a militia led by Riek Machar.",
         {"Riek Machar leaderOf Ansar al-Haqq"}),
    ],
)  # fmt: skip
def test_of_whom_a_noun_after_is_has_a_clause(claims: Read, text: str, said: set[str]) -> None:
    assert told(claims(text)) == said


def test_what_is_listed_after_a_clause_is_not_meant_by_it(claims: Read) -> None:
    text = "The RSF, led by Ali Dagalo, and the Sudanese army have been fighting for a year."
    found = told(claims(text))
    assert "Ali Dagalo leaderOf Rapid Support Forces" in found
    assert not any(words.endswith("Sudanese Armed Forces") for words in found if "Ali" in words)


@pytest.mark.parametrize(
    ("text", "said", "how"),
    [
        ("NATO is committed to defending Latvia.", "NATO defends Latvia", Status.PLANNED),
        ("Kenya is capable of attacking Sudan.", "Kenya attacks Sudan", Status.HYPOTHETICAL),
        ("Kenya is responsible for killing Ahmed Godane.", "Kenya killsPerson Ahmed Godane",
         Status.ASSERTED),
        ("Kenya leads the campaign to sanction Iran.", "Kenya sanctions Iran",
         Status.HYPOTHETICAL),
        ("In the campaign to defeat Boko Haram, Chad sought help.", "Chad defeats Boko Haram",
         Status.HYPOTHETICAL),
        ("France trained Malian troops to fight al-Qaeda.", "Malian troops attacks Al-Qaeda",
         Status.HYPOTHETICAL),
        ("France is assisting Mali to defeat al-Qaeda.", "Mali defeats Al-Qaeda",
         Status.HYPOTHETICAL),
    ],
)  # fmt: skip
def test_who_is_to_do_what_and_whether(claims: Read, text: str, said: str, how: Status) -> None:
    assert status(claims(text), said) is how


def test_other_adjectives_leave_it_open(claims: Read) -> None:
    assert not claims("Kenya is afraid of attacking Iran.", relation="attacks")
