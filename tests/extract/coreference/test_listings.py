"""What is said of a plural befalls each of those who are listed, on the real model."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import told

PERSONS = {"Norway sanctions Ivan Petrov", "Norway sanctions Oleg Sidorov"}
BANKS = {"Norway sanctions Sberbank", "Norway sanctions Gazprombank"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Norway sanctioned the following officials: Ivan Petrov, Oleg Sidorov.", PERSONS),
        ("The officials sanctioned by Norway are: Ivan Petrov; Oleg Sidorov.", PERSONS),
        ("Those sanctioned by Norway include Ivan Petrov and Oleg Sidorov.", PERSONS),
        ("Norway imposed sanctions on two generals. They are Ivan Petrov and Oleg Sidorov.",
         PERSONS),
        ("Norway sanctioned two men. The two are General Ivan Petrov and envoy Oleg Sidorov.",
         PERSONS),
        ("Norway imposed sanctions on two banks. The banks are Sberbank and Gazprombank.", BANKS),
        ("Norway imposed sanctions on two banks. The list includes Sberbank, which is Russian.",
         {"Norway sanctions Sberbank"}),
        ("Norway imposed sanctions on banks such as Sberbank and Gazprombank.", BANKS),
        ("Norway sanctioned these banks:\n- Sberbank\n- Gazprombank\n\nOslo had waited.", BANKS),
        ("Norway sanctioned five banks. Among them are Sberbank and Gazprombank.", BANKS),
    ],
)  # fmt: skip
def test_what_is_said_of_a_plural_befalls_who_is_listed(
    claims: Read, text: str, said: set[str]
) -> None:
    assert told(claims(text, relation="sanctions")) - {"Norway sanctions five banks"} == said


def test_some_of_many_do_what_all_do(claims: Read) -> None:
    found = claims("Several states, including Peru and Chile, have condemned Bolivia.")
    assert {"Peru condemns Bolivia", "Chile condemns Bolivia"} <= told(found)
    found = claims("Iranian missiles hit several towns, including Haifa and Netanya.")
    assert {"Iran attacks Haifa", "Iran attacks Netanya"} <= told(found)


@pytest.mark.parametrize(
    "text",
    [
        "Norway sanctioned two generals, including an aide of President Ivan Petrov.",
        "Norway sanctioned two generals. The men are old: Ivan Petrov and Oleg Sidorov.",
        "Norway sanctioned two generals. Other men include Ivan Petrov and Oleg Sidorov.",
        "Norway sanctioned two generals and two governors. They include Oleg Sidorov.",
        "Norway sanctioned two generals. Chad met bankers. They are Ivan Petrov and Oleg Sidorov.",
    ],
)
def test_who_is_not_of_the_plural_is_left_out(claims: Read, text: str) -> None:
    said = told(claims(text, relation="sanctions"))
    assert said.isdisjoint(PERSONS)
