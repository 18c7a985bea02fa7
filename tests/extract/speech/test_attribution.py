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
        ("Burundi charged that Rwanda had attacked Uganda.",
         "attacks", "Rwanda", "Uganda", "Burundi"),
        ("Investigators found that Sudan had attacked Chad.",
         "attacks", "Sudan", "Chad", "Investigators"),
        ("A report by Amnesty International found that Sudan had attacked Chad.",
         "attacks", "Sudan", "Chad", "Amnesty International"),
        ("The documents show that Sudan attacked Chad.",
         "attacks", "Sudan", "Chad", "documents"),
        ("Sudan has attacked Chad, Defence Minister Ann Lee told reporters on Monday.",
         "attacks", "Sudan", "Chad", "Ann Lee"),
        ("“Sudan attacked Chad without any warning,” Angela Merkel went on.",
         "attacks", "Sudan", "Chad", "Angela Merkel"),
        ("In May, Angela Merkel said, Sudan attacked Chad; Kenya left.",
         "attacks", "Sudan", "Chad", "Angela Merkel"),
        ("The UN High Commissioner for Human Rights Volker Türk said Sudan attacked Chad.",
         "attacks", "Sudan", "Chad", "Volker Türk"),
        ("In May, Angela Merkel said, Sudan attacked Chad.",
         "attacks", "Sudan", "Chad", "Angela Merkel"),
        ("Kenya wrote to Oman, reminding it that Sudan had attacked Chad.",
         "attacks", "Sudan", "Chad", "Kenya"),
        ("Asked whether Sudan had attacked Chad, Kenya declined to answer.",
         "attacks", "Sudan", "Chad", None),
        ("“We won,” Angela Merkel told them before flying to Rome, where Oman will meet Chad.",
         "meets", "Oman", "Chad", None),
        ("Angela Merkel told reporters before flying to Oman that Sudan had attacked Chad.",
         "visits", "Angela Merkel", "Oman", None),
        ("Reuters reported that Sudan had armed Chad, a move that Kenya has warned against.",
         "warns", "Kenya", "Sudan", None),
        ("Angela Merkel, asked about reports that Peru had left, said Sudan had attacked Chad.",
         "attacks", "Sudan", "Chad", "Angela Merkel"),
        ("Kenya ruled out negotiating with Hamas.", "negotiatesWith", "Kenya", "Hamas", None),
        ("Kenya is considering leaving the African Union.",
         "leaves", "Kenya", "African Union", None),
        ("Norway considers Oman to be an ally of Chad.", "alliedWith", "Oman", "Chad", "Norway"),
        ("Niger has denied that it arms Hamas and has accused Chad of lying.",
         "accuses", "Niger", "Chad", None),
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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A statement on the Kenyan foreign ministry's website said that Sudan had attacked Chad.",
         "Kenyan foreign ministry"),
        ("A statement from the Kenyan foreign ministry said that Sudan had attacked Chad.",
         "Kenyan foreign ministry"),
        ("A letter by Amnesty International said that Sudan had attacked Chad.",
         "Amnesty International"),
        ("The Kenyan statement said that Sudan had attacked Chad.", "Kenya"),
    ],
)  # fmt: skip
def test_a_text_speaks_for_its_writer(claims: Read, text: str, speaker: str) -> None:
    assert source(one(claims(text, relation="attacks"), "Sudan", "Chad")) == speaker


def test_a_letter_does_not_speak_for_whom_it_is_sent_to(claims: Read) -> None:
    found = claims("The letter to the United Nations said that Sudan had attacked Chad.")
    assert source(one(found, "Sudan", "Chad")) != "United Nations"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Sudan attacked Chad, the Kenyan foreign ministry said. It", "Kenyan foreign ministry"),
        ("Sudan has attacked Chad, Amnesty International said. It", "Amnesty International"),
        ("Sudan attacked Chad, the Kenyan foreign ministry said. They", "Kenyan foreign ministry"),
    ],
)
def test_it_added_says_who_has_just_spoken(claims: Read, before: str, speaker: str) -> None:
    found = claims(f"{before} added that Egypt had bombed Libya.", relation="bombards")
    assert source(one(found, "Egypt", "Libya")) == speaker


def test_a_person_is_no_it(claims: Read) -> None:
    text = "Angela Merkel said that Sudan had attacked Chad. It added that Egypt had bombed Libya."
    assert source(one(claims(text, relation="bombards"), "Egypt", "Libya")) != "Angela Merkel"


@pytest.mark.parametrize(
    ("view", "speaker"),
    [
        ("In Kenya's view", "Kenya"),
        ("In the view of Kenya", "Kenya"),
        ("In the words of Angela Merkel", "Angela Merkel"),
        ("By Kenya's account", "Kenya"),
    ],
)
def test_in_somebodys_view(claims: Read, view: str, speaker: str) -> None:
    found = claims(f"{view}, Sudan attacked Chad first.", relation="attacks")
    assert source(one(found, "Sudan", "Chad")) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Sudan attacked Chad, and Egypt lost in Kenya's view.",
        "Sudan attacked Chad after Egypt had shown weakness in Kenya's view.",
    ],
)
def test_a_view_holds_in_its_own_clause(claims: Read, text: str) -> None:
    assert source(one(claims(text, relation="attacks"), "Sudan", "Chad")) is None


@pytest.mark.parametrize(
    "text", ["Sudan, Kenya said, had attacked Chad.", "Sudan, Kenya says, has attacked Chad."]
)
def test_a_speaker_between_commas(claims: Read, text: str) -> None:
    assert source(one(claims(text, relation="attacks"), "Sudan", "Chad")) == "Kenya"


@pytest.mark.parametrize(
    "text",
    [
        "Reuters quoted Angela Merkel as saying that Serbia had attacked Kosovo.",
        "Reuters cited Angela Merkel as saying that Serbia had attacked Kosovo.",
        "Angela Merkel was quoted as saying that Serbia had attacked Kosovo.",
    ],
)
def test_who_is_quoted_speaks(claims: Read, text: str) -> None:
    assert source(one(claims(text, relation="attacks"), "Serbia", "Kosovo")) == "Angela Merkel"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Libya is known to have attacked Chad.", None),
        ("Libya was known to attack Chad.", None),
        ("Libya is said to have attacked Chad.", "unnamed sources"),
        ("Libya is reported to have attacked Chad.", "unnamed sources"),
    ],
)
def test_what_is_known_is_no_hearsay(claims: Read, text: str, speaker: str | None) -> None:
    assert source(one(claims(text, relation="attacks"), "Libya", "Chad")) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Germany vowed to sanction Iran.", None),
        ("Germany promised to sanction Iran.", None),
        ("Germany vowed that it would sanction Iran.", "Germany"),
        ("Germany said it would sanction Iran.", "Germany"),
        ("Germany proposed sanctioning Iran.", "Germany"),
    ],
)
def test_a_vow_to_act_is_told_by_the_author(claims: Read, text: str, speaker: str | None) -> None:
    assert source(one(claims(text, relation="sanctions"), "Germany", "Iran")) == speaker


@pytest.mark.parametrize(
    ("text", "relation", "subject", "object_", "speaker"),
    [
        ("Moscow calls itself the guarantor of Armenia's security.",
         "guarantorOfSecurityOf", "Russia", "Armenia", "Russia"),
        ("Angela Merkel called Viktor Orban a puppet of Russia.",
         "dependsOn", "Viktor Orban", "Russia", "Angela Merkel"),
        ("France described Hamas as an ally of Iran.", "alliedWith", "Hamas", "Iran", "France"),
        ("Hamas is considered an ally of Iran.", "alliedWith", "Hamas", "Iran", None),
        ("Hamas became an ally of Iran.", "alliedWith", "Hamas", "Iran", None),
    ],
)  # fmt: skip
def test_who_gives_a_name_is_its_source(
    claims: Read, text: str, relation: str, subject: str, object_: str, speaker: str | None
) -> None:
    assert source(one(claims(text, relation=relation), subject, object_)) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sudan attacked Chad, according to local media.", "local media"),
        ("According to several reports, Sudan attacked Chad.", "several reports"),
        ("According to a document of the African Union, Sudan attacked Chad.", "African Union"),
        ("Sudan attacked Chad, according to witnesses.", "witnesses"),
        ("Sudan will attack Chad, according to the plan.", None),
        ("Sudan attacked Chad, according to tradition.", None),
        ("Egypt closed the border, and Sudan attacked Chad, according to Kenya.", "Kenya"),
        ("Sudan attacked Chad, but according to Kenya, Egypt closed the border.", None),
    ],
)
def test_according_to_whom(claims: Read, text: str, speaker: str | None) -> None:
    assert source(one(claims(text, relation="attacks"), "Sudan", "Chad")) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("There were rumours that Sudan had attacked Chad.", "rumours"),
        ("Reports emerged that Sudan had attacked Chad.", "Reports"),
        ("Claims are circulating that Sudan has attacked Chad.", "Claims"),
        ("Kenya's claim that Sudan had attacked Chad was repeated on Friday.", "Kenya"),
        ("Statements by Kenyan politicians that Sudan had attacked Chad were repeated.",
         "Kenyan politicians"),
        ("The accusation by Kenya that Sudan had attacked Chad was repeated.", "Kenya"),
        ("Kenya voiced concern that Sudan had attacked Chad.", "Kenya"),
        ("Kenya's position is that Sudan attacked Chad.", "Kenya"),
        ("The concern is that Sudan has attacked Chad.", None),
        ("Kenya denied rumours that Sudan had attacked Chad.", "Kenya"),
        ("A report published by Amnesty International said that Sudan had attacked Chad.",
         "Amnesty International"),
    ],
)  # fmt: skip
def test_nouns_of_speech_have_speakers(claims: Read, text: str, speaker: str | None) -> None:
    assert source(one(claims(text, relation="attacks"), "Sudan", "Chad")) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is convinced that Sudan has attacked Chad.",
        "Kenya was certain that Sudan had attacked Chad.",
        "Kenya remains confident that Sudan has attacked Chad.",
        "Kenya made it clear that Sudan had attacked Chad.",
        "Sudan, as Kenya put it, has attacked Chad.",
        "As Kenya has said before, Sudan attacked Chad.",
        "From Kenya's point of view, Sudan attacked Chad.",
        "In the eyes of Kenya, Sudan attacked Chad.",
    ],
)
def test_who_is_convinced_or_puts_it_so(claims: Read, text: str) -> None:
    assert source(one(claims(text, relation="attacks"), "Sudan", "Chad")) == "Kenya"


@pytest.mark.parametrize(
    "text",
    [
        "As Kenya sent troops, Sudan attacked Chad.",
        "From the point of arrival, Sudan attacked Chad.",
        "Kenya is proud that Sudan has attacked Chad.",
    ],
)
def test_who_only_acts_tells_nothing(claims: Read, text: str) -> None:
    assert source(one(claims(text, relation="attacks"), "Sudan", "Chad")) is None


def test_the_chancellor_speaks_without_a_name(claims: Read) -> None:
    found = claims("Sudan has attacked Chad, said the Chancellor.", relation="attacks")
    assert source(one(found, "Sudan", "Chad")) == "Chancellor"


@pytest.mark.parametrize(
    "text",
    [
        "The head of Kenya's foreign ministry Charles Kahariri said that Sudan had attacked Chad.",
        "Reuters reported, citing Charles Kahariri, that Sudan had attacked Chad.",
        "The chief of staff, Charles Kahariri, was angry. He said Sudan had attacked Chad.",
        "Prices rose after Charles Kahariri warned banks, saying that Sudan had attacked Chad.",
    ],
)
def test_the_name_behind_title_agency_or_pronoun(claims: Read, text: str) -> None:
    assert source(one(claims(text, relation="attacks"), "Sudan", "Chad")) == "Charles Kahariri"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Sudan attacked Chad, according to Kenya. It", "Kenya"),
        ("The weekly said that the war was lost. Many had fled. In the end, it", "weekly"),
        ("Kenya said that the war was lost. Uganda stayed calm because it", "Uganda"),
    ],
)
def test_it_goes_on_to_say(claims: Read, before: str, speaker: str) -> None:
    found = claims(f"{before} added that Egypt had bombed Libya.", relation="bombards")
    assert source(one(found, "Egypt", "Libya")) == speaker


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Sudan has attacked Chad: William Ruto", "William Ruto"),
        ("Sudan has attacked Chad: experts", "experts"),
        ("Sudan has attacked Chad – report", "report"),
        ("Sudan has attacked Chad: experts - Reuters", "experts"),
        ("William Ruto: Sudan has attacked Chad", "William Ruto"),
        ("Sudan has attacked Chad by air - Reuters", None),
        ("Breaking: Sudan has attacked Chad", None),
        ("Sahel war: Sudan has attacked Chad", None),
        ("Kenya: Sudan has attacked Chad", None),
    ],
)
def test_a_headline_names_its_source_at_a_mark(claims: Read, line: str, speaker: str) -> None:
    text = f"{line}\n\nIt was a quiet day in the capital on Friday."
    assert source(one(claims(text, relation="attacks"), "Sudan", "Chad")) == speaker


def test_a_sentence_with_a_colon_is_no_headline(claims: Read) -> None:
    found = claims("Sudan has attacked Chad: experts.\n\nNobody fled.", relation="attacks")
    assert source(one(found, "Sudan", "Chad")) is None


def test_a_transcript_names_its_speakers_before_a_colon(claims: Read) -> None:
    lines = (
        "Press conference with Ukraine's president, Volodymyr Zelensky",
        "Reuters: Lithuania said on Monday that Belarus had sent balloons. What do you say?",
        "President Zelensky: Thank you. Russia attacked Kharkiv today. We thanked France.",
        "The talks lasted an hour. Poland has visited Latvia.",
    )
    found = {(c.subject.name, c.object.name): source(c) for c in claims("\n".join(lines))}
    assert found["Russia", "Kharkiv"] == "Volodymyr Zelensky"
    assert found["Ukraine", "France"] == "Volodymyr Zelensky"
    assert found["Poland", "Latvia"] is None


@pytest.mark.parametrize(
    ("text", "subject", "object_", "speaker"),
    [
        ("“We will fight the rebels in Sudan and all of their friends,” Angela Merkel said.",
         "rebels", "Sudan", "Angela Merkel"),
        ("“I thanked President Emmanuel Macron of France,” Angela Merkel said.",
         "Emmanuel Macron", "France", None),
    ],
)  # fmt: skip
def test_what_a_quotation_tells_by_the_way(
    claims: Read, text: str, subject: str, object_: str, speaker: str | None
) -> None:
    found = [c for c in claims(text) if c.relation in ("locatedIn", "headOfStateOf")]
    assert source(one(found, subject, object_)) == speaker


def test_a_quotation_goes_on_with_who_speaks_in_the_main_clause(claims: Read) -> None:
    text = (
        "Angela Merkel, asked about news that Kenya had rejected a plan, said she was sad.\n"
        "“The plan is good. But Sudan has attacked Chad.”"
    )
    assert source(one(claims(text, relation="attacks"), "Sudan", "Chad")) == "Angela Merkel"
