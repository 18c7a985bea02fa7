"""Whence forces withdraw when the clause before names it, on the real model."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("France has troops in Niger. “We will not withdraw,” Emmanuel Macron said.",
         "France withdrawsForcesFrom Niger"),
        ("Ghana sent soldiers to Togo. The EU urged Ghana to withdraw its forces.",
         "Ghana withdrawsForcesFrom Togo"),
        ("Russia seized Kherson in March. It withdrew its troops in November.",
         "Russia withdrawsForcesFrom Kherson"),
        ("Uganda has 900 soldiers in Somalia and will pull out its troops.",
         "Uganda withdrawsForcesFrom Somalia"),
    ],
)  # fmt: skip
def test_forces_leave_the_place_named_before(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text, relation="withdrawsForcesFrom"))


@pytest.mark.parametrize(
    "text",
    [
        "Israel has troops in Lebanon and Syria. Israel refused to withdraw.",
        "Ghana said in Geneva that it would withdraw its troops.",
        "Ghana told Togo that Benin would withdraw its troops.",
        "Germany has a school in Lisbon. Germany withdrew its bid.",
        "Ghana will withdraw its troops. Togo has troops in Benin.",
        "Ghana has troops in Ghana. Ghana will not withdraw.",
    ],
)
def test_no_place_or_two_are_none(claims: Read, text: str) -> None:
    assert not claims(text, relation="withdrawsForcesFrom")
