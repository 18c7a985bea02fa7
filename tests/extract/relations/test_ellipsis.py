"""Who did the same as somebody else, or did it together with them."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import source, status, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Germany pulled its soldiers out of Mali, and Britain followed suit.",
         {"Germany withdrawsForcesFrom Mali", "United Kingdom withdrawsForcesFrom Mali"}),
        ("Japan has imposed sanctions on Russia. So has South Korea.",
         {"Japan sanctions Russia", "South Korea sanctions Russia"}),
        ("The United States recognised Kosovo in 2008. Germany did the same.",
         {"United States recognises Kosovo", "Germany recognises Kosovo"}),
        ("France condemned Israel, as did Germany and Italy.",
         {"France condemns Israel", "Germany condemns Israel", "Italy condemns Israel"}),
        ("Poland closed its border, as it did last year.", set()),
    ],
)  # fmt: skip
def test_those_who_do_the_same(claims: Read, text: str, said: set[str]) -> None:
    assert told(claims(text)) == said


def test_who_is_expected_to_do_the_same_has_not_done_it(claims: Read) -> None:
    text = "Turkey attacked Kobani, and Jordan is expected to follow suit."
    found = list(claims(text, relation="attacks"))
    assert status(found, "Turkey attacks Kobani") is Status.ASSERTED
    assert status(found, "Jordan attacks Kobani") is Status.HYPOTHETICAL


@pytest.mark.parametrize(
    "text",
    [
        "Together with Burkina Faso and Niger, Mali quit ECOWAS in January.",
        "Mali, along with Burkina Faso and Niger, quit ECOWAS.",
        "Alongside Burkina Faso and Niger, Mali quit ECOWAS.",
    ],
)
def test_those_beside_the_subject_do_it_too(claims: Read, text: str) -> None:
    bloc = "Economic Community of West African States"
    assert told(claims(text, relation="leaves")) == {
        f"Mali leaves {bloc}", f"Burkina Faso leaves {bloc}", f"Niger leaves {bloc}",
    }  # fmt: skip


def test_with_alone_names_a_partner(claims: Read) -> None:
    assert told(claims("With Niger in turmoil, Mali quit ECOWAS.", relation="leaves")) == {
        "Mali leaves Economic Community of West African States"
    }


def test_all_of_a_list_that_a_clause_describes(claims: Read) -> None:
    text = "Friedrich Merz and Emmanuel Macron, who met in Paris on Tuesday, left at night."
    assert told(claims(text, relation="meets")) == {"Friedrich Merz meets Emmanuel Macron"}


def test_a_charge_that_is_denied_is_rejected(claims: Read) -> None:
    text = "Sudan has accused Chad of arming the rebels, a charge that N'Djamena denies."
    found = list(claims(text))
    assert source(found, "Chad suppliesWeaponsTo rebels") == "Sudan"
    assert source(found, "Chad rejects Sudan") is None
