"""Arguments that the parser hangs on another word than the one they belong to."""

from __future__ import annotations

import pytest

from kg.extract.attachments import payee
from tests.extract.conftest import Read
from tests.extract.parses import parse, word
from tests.extract.told import source, told


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
    assert told(found) == {"migrants memberOf Tren de Aragua gang"}
    assert source(found, "migrants memberOf Tren de Aragua gang") == "administration"


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
