"""The status of what whole sentences say: plans, denials, what is to end and is there now."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import source, status

ASSERTED, NEGATED, PLANNED = Status.ASSERTED, Status.NEGATED, Status.PLANNED
HYPOTHETICAL = Status.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Emmanuel Macron is to visit Armenia on Monday.",
         "Emmanuel Macron visits Armenia", PLANNED),
        ("Emmanuel Macron was to visit Armenia on Monday.",
         "Emmanuel Macron visits Armenia", PLANNED),
        ("Kenya is to supply weapons to Sudan.", "Kenya suppliesWeaponsTo Sudan", PLANNED),
        ("Kenya plotted to attack Sudan.", "Kenya attacks Sudan", PLANNED),
        ("Kenya is itching to attack Sudan.", "Kenya attacks Sudan", HYPOTHETICAL),
        ("Kenya was tempted to attack Sudan.", "Kenya attacks Sudan", HYPOTHETICAL),
        ("Neither Kenya nor Chad attacked Sudan.", "Kenya attacks Sudan", Status.NEGATED),
        ("Emmanuel Macron visited Armenia on Monday.",
         "Emmanuel Macron visits Armenia", ASSERTED),
    ],
)  # fmt: skip
def test_what_is_to_come(claims: Read, text: str, said: str, expected: Status) -> None:
    assert status(claims(text), said) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya denied reports that it had attacked Sudan.", NEGATED),
        ("Kenya dismissed claims that it had attacked Sudan.", NEGATED),
        ("Kenya rejected allegations that it had attacked Sudan.", NEGATED),
        ("Kenya confirmed reports that it had attacked Sudan.", ASSERTED),
    ],
)
def test_who_denies_a_report_denies_what_it_says(claims: Read, text: str, expected: Status) -> None:
    found = claims(text)
    assert status(found, "Kenya attacks Sudan") is expected
    assert source(found, "Kenya attacks Sudan") == "Kenya"


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Angela Merkel sees no point in meeting Viktor Orban.",
         "Angela Merkel meets Viktor Orban", NEGATED),
        ("Angela Merkel saw progress in meeting Viktor Orban.",
         "Angela Merkel meets Viktor Orban", ASSERTED),
        ("Kenya has no interest in attacking Sudan.", "Kenya attacks Sudan", NEGATED),
        ("Kenya has no intention of attacking Sudan.", "Kenya attacks Sudan", NEGATED),
        ("Kenya has the intention of attacking Sudan.", "Kenya attacks Sudan", PLANNED),
    ],
)  # fmt: skip
def test_there_is_no_point_in_it(claims: Read, text: str, said: str, expected: Status) -> None:
    assert status(claims(text), said) is expected


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Kenya vowed to lift its sanctions on Sudan.", "Kenya sanctions Sudan", ASSERTED),
        ("Kenya wants to lift its sanctions on Sudan.", "Kenya sanctions Sudan", ASSERTED),
        ("Kenya promised to halt its attacks on Sudan.", "Kenya attacks Sudan", ASSERTED),
        ("Kenya lifted its sanctions on Sudan.", "Kenya sanctions Sudan", NEGATED),
        ("Kenya lifts its sanctions on Sudan.", "Kenya sanctions Sudan", NEGATED),
        ("Kenya halted its attacks on Sudan.", "Kenya attacks Sudan", NEGATED),
    ],
)
def test_what_is_to_be_lifted_is_there(
    claims: Read, text: str, said: str, expected: Status
) -> None:
    assert status(claims(text), said) is expected


def test_a_vow_to_act_is_a_plan(claims: Read) -> None:
    assert status(claims("Germany vowed to sanction Iran."), "Germany sanctions Iran") is PLANNED
