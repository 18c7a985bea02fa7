"""Who says so: the author, a speaker, a source that is not named."""

from __future__ import annotations

import pytest

from kg.model import Claim
from tests.extract.conftest import Read


def one(found: list[Claim], subject: str, object_: str) -> Claim:
    """The claim between these actors, by the words of the mentions or what they stand for."""
    (claim,) = [c for c in found if subject in _words(c, 0) and object_ in _words(c, 1)]
    return claim


def _words(claim: Claim, end: int) -> tuple[str, ...]:
    mention = (claim.subject, claim.object)[end]
    return (mention.name, mention.text, mention.owner or "")


def source(claim: Claim) -> str | None:
    return claim.source.name if claim.source else None


@pytest.mark.parametrize(
    ("text", "relation", "subject", "object_", "speaker"),
    [
        ("Vietnam has sanctioned Laos.", "sanctions", "Vietnam", "Laos", None),
        ("Kenya said that Sudan had attacked Chad.", "attacks", "Sudan", "Chad", "Kenya"),
        ("Sudan attacked Chad, Kenya said.", "attacks", "Sudan", "Chad", "Kenya"),
        ("Sudan attacked Chad, according to Kenya.", "attacks", "Sudan", "Chad", "Kenya"),
        ("According to Amnesty International, Sudan attacked Chad.",
         "attacks", "Sudan", "Chad", "Amnesty International"),
        ("“Sudan attacked Chad without any warning,” Angela Merkel told reporters.",
         "attacks", "Sudan", "Chad", "Angela Merkel"),
        ("Portugal accused Spain of attacking Morocco.",
         "attacks", "Spain", "Morocco", "Portugal"),
        ("Portugal accused Spain of attacking Morocco.",
         "accuses", "Portugal", "Spain", None),
        ("Peru condemned Chile.", "condemns", "Peru", "Chile", None),
        ("Peru said it had invaded Chile.", "invades", "Peru", "Chile", "Peru"),
        ("Denmark denied that it had invaded Norway.",
         "invades", "Denmark", "Norway", "Denmark"),
        ("India warned that China could invade Nepal.", "invades", "China", "Nepal", "India"),
        ("Turkey called on Sweden to extradite the man, and Finland condemned Hungary.",
         "condemns", "Finland", "Hungary", None),
        ("Reuters reported that Qatar will host Hamas.", "hosts", "Qatar", "Hamas", "Reuters"),
    ],
)  # fmt: skip
def test_who_says_so(
    claims: Read, text: str, relation: str, subject: str, object_: str, speaker: str | None
) -> None:
    assert source(one(claims(text, relation=relation), subject, object_)) == speaker


def test_an_accusation_gives_the_act_and_its_content(claims: Read) -> None:
    found = claims("Portugal accused Spain of arming Morocco.")
    told = {(c.subject.name, c.relation, c.object.name, source(c)) for c in found}
    assert ("Portugal", "accuses", "Spain", None) in told
    assert ("Spain", "suppliesWeaponsTo", "Morocco", "Portugal") in told


def test_the_innermost_speaker_is_the_source(claims: Read) -> None:
    text = "Kenya said that Uganda had accused Rwanda of attacking Burundi."
    found = claims(text)
    told = {(c.subject.name, c.relation, c.object.name): source(c) for c in found}
    assert told["Rwanda", "attacks", "Burundi"] == "Uganda"
    assert told["Uganda", "accuses", "Rwanda"] == "Kenya"


def test_a_quotation_goes_on_over_sentences(claims: Read) -> None:
    text = (
        "“We have waited for many years,” Emmanuel Macron said. "
        "“Serbia has now invaded Kosovo. Serbia has also sanctioned Albania.”"
    )
    assert source(one(claims(text, relation="invades"), "Serbia", "Kosovo")) == "Emmanuel Macron"
    assert source(one(claims(text, relation="sanctions"), "Serbia", "Albania")) == "Emmanuel Macron"


def test_after_the_quotation_the_author_speaks_again(claims: Read) -> None:
    text = (
        "“Serbia has now invaded Kosovo without warning,” Emmanuel Macron said. "
        "Italy has recognised Palestine."
    )
    assert source(one(claims(text, relation="recognises"), "Italy", "Palestine")) is None


def test_a_quoted_word_is_the_authors_style(claims: Read) -> None:
    found = claims("Italy condemned Serbia’s “shameful” stance.", relation="condemns")
    assert source(one(found, "Italy", "Serbia")) is None


@pytest.mark.parametrize(
    "text",
    [
        "Serbia allegedly attacked Kosovo.",
        "Serbia reportedly attacked Kosovo.",
        "Serbia's alleged attack on Kosovo drew attention.",
    ],
)
def test_hearsay_has_a_source_that_is_not_named(claims: Read, text: str) -> None:
    claim = one(claims(text, relation="attacks"), "Serbia", "Kosovo")
    assert source(claim) == "unnamed sources"
    assert claim.source is not None
    assert claim.source.type == "PeopleGroup"


def test_the_mention_of_the_source_is_where_it_stands(claims: Read) -> None:
    text = "Sudan attacked Chad, according to Kenya."
    claim = one(claims(text, relation="attacks"), "Sudan", "Chad")
    assert claim.source is not None
    assert claim.source.span.of(text) == "Kenya"


def test_a_pronoun_speaks_for_its_antecedent(claims: Read) -> None:
    text = "Angela Merkel spoke in Berlin. She said that Serbia had attacked Kosovo."
    claim = one(claims(text, relation="attacks"), "Serbia", "Kosovo")
    assert source(claim) == "Angela Merkel"
    assert claim.source is not None
    assert claim.source.text == "She"
    assert claim.source.antecedent is not None
    assert claim.source.antecedent.of(text) == "Angela Merkel"


def test_ministers_speak_themselves(claims: Read) -> None:
    text = "Turkish Foreign Minister Hakan Fidan said that Serbia had attacked Kosovo."
    assert source(one(claims(text, relation="attacks"), "Serbia", "Kosovo")) == "Hakan Fidan"


def test_unnamed_officials_speak(claims: Read) -> None:
    text = "Turkish officials said that Serbia had attacked Kosovo."
    assert source(one(claims(text, relation="attacks"), "Serbia", "Kosovo")) == "Turkish officials"
