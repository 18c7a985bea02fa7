"""What one sentence must not say twice, of the wrong party, or of what is no party at all."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import source, status, told


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        (
            "He praised the pro-Western, anti-Iranian authorities in Iraq.",
            "Iraq adversaryOf Iran",
            "Iran supports The West",
        ),
        (
            "Anti-Chinese officials in Taiwan criticised Japan.",
            "Anti-Chinese officials criticises Japan",
            "China criticises Japan",
        ),
        (
            "Ann Lee, a member of the Security Council of the Kyrgyz Republic, flew to Oman.",
            "Ann Lee holdsOfficeIn Security Council",
            "Ann Lee holdsOfficeIn UN Security Council",
        ),
        (
            "Iran was holding hostage the Strait of Hormuz.",
            "Iran blockades Strait of Hormuz",
            "Iran takesHostage hostage",
        ),
        (
            "Chad fought Libya, where the Kenyan leader has pledged to defend the Somalis.",
            "Kenyan leader pledgesSupportTo Somalis",
            "Libya guarantorOfSecurityOf Somalis",
        ),
        (
            "The chair of the Asian Energy Committee Farah Osman called on Nepal to hold talks.",
            "Farah Osman urges Nepal",
            "Asian Energy Committee urges Nepal",
        ),
        (
            "Chad and Mali met. Kenya hurt Uganda, so that the latter expelled Kenyan diplomats.",
            "Uganda expelsDiplomatsOf Kenya",
            "Kenya expelsDiplomatsOf Kenya",
        ),
        (
            "The US Navy seized missiles and 20 rebels in the gulf.",
            "US Navy takesHostage 20 rebels",
            "US Navy takesHostage missiles",
        ),
        (
            "Houthi spokesman Yahya Saree spoke on Monday. Saudi Arabia attacked the group.",
            "Saudi Arabia attacks Houthis",
            "Saudi Arabia attacks Yahya Saree",
        ),
        (
            "Chad’s ouster of ethnic Armenians from Bardai was condemned.",
            "Chad displaces Armenians",
            "Chad defeats Armenians",
        ),
    ],
)
def test_who_is_meant_and_who_is_not(claims: Read, text: str, said: str, unsaid: str) -> None:
    found = told(claims(text))
    assert said in found
    assert unsaid not in found


@pytest.mark.parametrize(
    "text",
    [
        "Kenya took a conciliatory position.",
        "Qatar suspended shipments of gas through the strait.",
        "Kenya has missed a number of meetings in this format.",
        "Kenya needs new guarantors, Chad and the troops backing it want to profit from this.",
    ],
)
def test_what_is_no_party(claims: Read, text: str) -> None:
    assert not told(claims(text))


def test_troops_hold_positions(claims: Read) -> None:
    assert told(claims("Chad shelled Libyan positions.")) == {"Chad bombards Libya"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chad does not want or cannot maintain its control over Bardai.", "Chad controls Bardai"),
        ("Chad has failed to keep its hold over Bardai.", "Chad controls Bardai"),
    ],
)
def test_the_longer_expression_tells_the_status(claims: Read, text: str, said: str) -> None:
    assert status(claims(text), said) is Status.NEGATED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Japan equipped Kenya with drones to fight Sudan.", "Kenya wagesWarOn Sudan"),
        (
            "Oman spent billions training Iraqi troops to attack Syria.",
            "Iraqi troops attacks Syria",
        ),
    ],
)
def test_who_is_armed_to_do_something_has_not_done_it(claims: Read, text: str, said: str) -> None:
    assert status(claims(text), said) is Status.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya may cut ties with Chad, forcing Chadian troops to leave Nairobi.",
            Status.HYPOTHETICAL,
        ),
        ("Kenya cut ties with Chad, forcing Chadian troops to leave Nairobi.", Status.ASSERTED),
    ],
)
def test_what_follows_from_a_deed_is_as_real_as_the_deed(
    claims: Read, text: str, expected: Status
) -> None:
    assert status(claims(text), "Kenya pressures Chadian troops") is expected


def test_who_spoke_in_a_clause_of_time_goes_on_speaking(claims: Read) -> None:
    text = (
        "The drills with Chad were announced after Prime Minister Ann Lee in a speech last week "
        "warned that Kenya was weak, adding that Uganda is withdrawing its troops from Somalia."
    )
    assert source(claims(text), "Uganda withdrawsForcesFrom Somalia") == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            (
                "Chad bought jets from France. It paid in gold. Prices are high. The Kenyan "
                "premier, Ann Lee, noted that the United Nations would defend the country."
            ),
            "United Nations defends Kenya",
        ),
        (
            (
                "Kenyan premier Ann Lee came. Oil is dear. Wars rage in Chad. Lee has said that "
                "Uganda is not capable of defending this country."
            ),
            "Uganda defends Kenya",
        ),
        (
            (
                "Kenyan premier Ann Lee came. Ann Lee noted of France that the United Nations "
                "would defend the country."
            ),
            "United Nations defends France",
        ),
    ],
)
def test_the_country_of_an_official_unless_another_was_just_named(
    claims: Read, text: str, said: str
) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "Chad and Mali agreed not to use force in their dispute.",
            "Chad adversaryOf Mali",
            Status.ASSERTED,
        ),
        (
            "Chad plans to send envoys in its war with Mali.",
            "Chad wagesWarOn Mali",
            Status.ASSERTED,
        ),
        ("Chad may enter a war with Mali.", "Chad wagesWarOn Mali", Status.HYPOTHETICAL),
        ("Chad plans to complain in its talks with Mali.", "Chad meets Mali", Status.PLANNED),
    ],
)
def test_a_war_goes_on_whatever_is_planned_in_it(
    claims: Read, text: str, said: str, expected: Status
) -> None:
    assert status(claims(text), said) is expected
