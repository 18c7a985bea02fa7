"""The status of what whole sentences say: plans, denials, what is to end and is there now."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import source, status, told

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
        ("India announced joint drills with Oman.", "India holdsExerciseWith Oman", PLANNED),
        ("India announced sanctions against Oman.", "India sanctions Oman", ASSERTED),
    ],
)  # fmt: skip
def test_what_is_to_come(claims: Read, text: str, said: str, expected: Status) -> None:
    assert status(claims(text), said) is expected


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Norway considers Oman to be an ally of Chad.", "Oman alliedWith Chad", ASSERTED),
        ("Norway does not consider Oman to be an ally of Chad.", "Oman alliedWith Chad", NEGATED),
        ("Turkey and Syria are not rivals.", "Turkey adversaryOf Syria", NEGATED),
        ("Kenya has not shown any readiness to leave the African Union.",
         "Kenya leaves African Union", NEGATED),
        ("Kenya showed its readiness to leave the African Union.",
         "Kenya leaves African Union", PLANNED),
        ('Kenya dismissed as "propaganda" a claim that it had attacked Sudan.',
         "Kenya attacks Sudan", NEGATED),
        ("Kenya rejected as baseless a report that it had attacked Sudan.",
         "Kenya attacks Sudan", NEGATED),
        ("Kenya dismissed as untrue reports that it had attacked Sudan.",
         "Kenya attacks Sudan", NEGATED),
        ("Oman is a reluctant ally of Chad.", "Oman alliedWith Chad", ASSERTED),
        ("Oman is an important ally of Chad.", "Oman alliedWith Chad", ASSERTED),
        ("Oman is reluctant to attack Chad.", "Oman attacks Chad", NEGATED),
        ("Donald Trump, asked whether he would rule out invading Greenland, laughed.",
         "Donald Trump invades Greenland", Status.QUESTIONED),
        ("Asked if Kenya would not leave the African Union, he shrugged.",
         "Kenya leaves African Union", Status.QUESTIONED),
        ("Kenya has denied that it arms Hamas and has accused Chad of lying.",
         "Kenya accuses Chad", ASSERTED),
        ("Kenya has denied that it arms Hamas and accused Chad of lying.",
         "Kenya accuses Chad", ASSERTED),
    ],
)  # fmt: skip
def test_what_is_seen_asked_and_denied(
    claims: Read, text: str, said: str, expected: Status
) -> None:
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


SANCTION = "Brazil sanctions Russia"
QUESTIONED = Status.QUESTIONED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brazil is reluctant to sanction Russia.", NEGATED),
        ("Brazil is in no hurry to sanction Russia.", NEGATED),
        ("Brazil is in no position to sanction Russia.", NEGATED),
        ("There is no need for Brazil to sanction Russia.", NEGATED),
        ("There is a need for Brazil to sanction Russia.", HYPOTHETICAL),
        ("Brazil did nothing to sanction Russia.", NEGATED),
        ("Brazil is doing everything to sanction Russia.", HYPOTHETICAL),
        ("Brazil is doing its best to sanction Russia.", HYPOTHETICAL),
        ("Brazil has put off sanctioning Russia.", NEGATED),
        ("Brazil held off on sanctioning Russia.", NEGATED),
        ("Brazil almost sanctioned Russia.", NEGATED),
        ("Brazil sanctioned almost all of Russia.", ASSERTED),
        ("Brazil gave up its plan to sanction Russia.", NEGATED),
        ("Brazil has dropped plans to sanction Russia.", NEGATED),
        ("Brazil unveiled plans to sanction Russia.", PLANNED),
        ("Brazil was forced to sanction Russia.", ASSERTED),
        ("Brazil could be forced to sanction Russia.", HYPOTHETICAL),
        ("Brazil is on the verge of sanctioning Russia.", PLANNED),
        ("The plan is for Brazil to sanction Russia.", PLANNED),
        ("The fear is that Brazil will sanction Russia.", HYPOTHETICAL),
        ("The news is that Brazil has sanctioned Russia.", ASSERTED),
        ("Had Brazil sanctioned Russia, prices would have risen.", HYPOTHETICAL),
        ("Brazil had sanctioned Russia before prices rose.", ASSERTED),
    ],
)
def test_what_governs_a_deed(claims: Read, text: str, expected: Status) -> None:
    assert status(claims(text, relation="sanctions"), SANCTION) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is unclear whether Brazil will sanction Russia.", QUESTIONED),
        ("Peru asked whether Brazil had sanctioned Russia.", QUESTIONED),
        ("Nobody knows if Brazil has sanctioned Russia.", QUESTIONED),
        ("Peru doubts that Brazil has sanctioned Russia.", QUESTIONED),
        ("Brazil has sanctioned Russia; Peru doubts that it helps.", ASSERTED),
        ("Peru could not confirm that Brazil had sanctioned Russia.", QUESTIONED),
        ("Peru can confirm that Brazil has sanctioned Russia.", ASSERTED),
        ("Peru said that Brazil could sanction Russia.", HYPOTHETICAL),
        ("Nobody denies that Brazil has sanctioned Russia.", ASSERTED),
    ],
)
def test_what_is_asked_and_what_can_be_confirmed(claims: Read, text: str, expected: Status) -> None:
    assert status(claims(text, relation="sanctions"), SANCTION) is expected


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Malaysia declined cooperation with Interpol.",
         "Malaysia cooperatesWith Interpol", NEGATED),
        ("Malaysia has abandoned cooperation with Interpol.",
         "Malaysia cooperatesWith Interpol", NEGATED),
        ("Malaysia needs cooperation with Interpol.",
         "Malaysia cooperatesWith Interpol", HYPOTHETICAL),
        ("Malaysia praised its cooperation with Interpol.",
         "Malaysia cooperatesWith Interpol", ASSERTED),
        ("Brazil gave up its bid to join NATO.", "Brazil joins NATO", NEGATED),
        ("Brazil withdrew its application to join NATO.", "Brazil joins NATO", NEGATED),
        ("Peru called for an end to Sudanese attacks on Chad.", "Sudan attacks Chad", ASSERTED),
        ("Narendra Modi meets Shehbaz Sharif next week.",
         "Narendra Modi meets Shehbaz Sharif", PLANNED),
        ("Narendra Modi met Shehbaz Sharif the next week.",
         "Narendra Modi meets Shehbaz Sharif", ASSERTED),
    ],
)  # fmt: skip
def test_what_is_given_up_needed_or_to_come(
    claims: Read, text: str, said: str, expected: Status
) -> None:
    assert status(claims(text), said) is expected


def test_an_end_to_attacks_is_not_demanded_of_whom_they_hit(claims: Read) -> None:
    assert "Egypt demandsEndOf Chad" not in told(
        claims("Egypt demanded an end to attacks on Chad.")
    )
    assert "Egypt demandsEndOf Chad" in told(claims("Egypt demanded an end to attacks by Chad."))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brazil is expected to sanction Russia.", None),
        ("Brazil hopes to sanction Russia.", None),
        ("Nobody denies that Brazil has sanctioned Russia.", None),
        ("Brazil is alleged to have sanctioned Russia.", "unnamed sources"),
    ],
)
def test_what_is_expected_has_no_teller(claims: Read, text: str, speaker: str | None) -> None:
    assert source(claims(text, relation="sanctions"), SANCTION) == speaker


def test_what_would_have_been_better_was_not_done(claims: Read) -> None:
    found = list(claims("Kenya would have done better to talk to Sudan.", relation="meets"))
    assert status(found, "Kenya meets Sudan") is Status.HYPOTHETICAL
