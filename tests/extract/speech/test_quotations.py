"""Quotations: where they begin and end, and who speaks in each of them."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import source, told

INVASION = "Serbia invades Kosovo"
MERKEL, MACRON = "Angela Merkel", "Emmanuel Macron"


@pytest.mark.parametrize(
    "text",
    [
        "“Serbia has invaded Kosovo. Nobody was warned. It is a shame,” Angela Merkel said.",
        "“Serbia has invaded Kosovo. Nobody was warned of it before that day,” said Angela Merkel.",
        "«Serbia has invaded Kosovo. Nobody was warned before that day», Angela Merkel said.",
        '"Serbia has invaded Kosovo. Nobody was warned before that day," Angela Merkel said.',
    ],
)
def test_a_speaker_who_is_named_after_several_sentences(claims: Read, text: str) -> None:
    assert source(claims(text), INVASION) == MERKEL


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel said: “Nobody was warned before that day. Serbia has invaded Kosovo.”",
        "Angela Merkel told reporters: “We are sad. Nobody spoke. Serbia has invaded Kosovo.”",
        "Angela Merkel said this:\n\n“Serbia has invaded Kosovo without a word to us.”",
    ],
)
def test_a_speaker_who_is_named_before_several_sentences(claims: Read, text: str) -> None:
    assert source(claims(text), INVASION) == MERKEL


@pytest.mark.parametrize(
    "text",
    [
        "“Serbia has invaded Kosovo,” said Angela Merkel, “and nobody was warned of it.”",
        "“Serbia,” Angela Merkel said, “has invaded Kosovo without any warning.”",
        "“Nobody was warned before that day,” Angela Merkel said. “Serbia has invaded Kosovo.”",
        "“Nobody was awake then,” Angela Merkel said. “It was late. Serbia has invaded Kosovo.”",
    ],
)
def test_a_speaker_between_two_parts_of_a_quotation(claims: Read, text: str) -> None:
    assert source(claims(text), INVASION) == MERKEL


@pytest.mark.parametrize(
    "text",
    [
        "“It was a dark night for us.”\n\n“Serbia has invaded Kosovo without a word to us.”",
        "“It was a dark night,” she went on. “Serbia has invaded Kosovo without a word to us.”",
    ],
)
def test_who_has_spoken_goes_on_in_the_next_quotation(claims: Read, text: str) -> None:
    opening = "“Nobody was warned before that day,” Angela Merkel said. "
    assert source(claims(opening + text), INVASION) == MERKEL


def test_each_quotation_has_its_own_speaker(claims: Read) -> None:
    found = claims(
        "“Serbia has invaded Kosovo without any warning,” Angela Merkel said. "
        "“Sudan has attacked Chad without any warning,” Emmanuel Macron said."
    )
    assert source(found, INVASION) == MERKEL
    assert source(found, "Sudan attacks Chad") == MACRON


def test_who_speaks_in_the_sentence_before_is_not_who_is_quoted_in_this_one(claims: Read) -> None:
    text = (
        "Viktor Orban criticised the plan. "
        "“Serbia has invaded Kosovo. Nobody was warned,” Angela Merkel said."
    )
    assert source(claims(text), INVASION) == MERKEL


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel told a crowd in Berlin what she thought of it.",
        "Angela Merkel condemned the violence.",
    ],
)
def test_a_quotation_after_a_sentence_that_tells(claims: Read, text: str) -> None:
    quotation = " “Serbia has invaded Kosovo without a word to us.”"
    assert source(claims(text + quotation), INVASION) == MERKEL


def test_a_speaker_who_is_long_gone_says_nothing_more(claims: Read) -> None:
    text = (
        "“Nobody was warned before that day,” Angela Merkel said. Prices rose in June. "
        "Markets fell in July. A banner on the bridge read: “Serbia has invaded Kosovo today.”"
    )
    assert source(claims(text), INVASION) is None


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("Emmanuel Macron: “Serbia has invaded Kosovo without any warning at all.”",
         INVASION, MACRON),
        ("Angela Merkel: “Nobody was warned on that day. Serbia has invaded Kosovo.”",
         INVASION, MERKEL),
        ("Viktor Orban: Nobody was asked.\nAngela Merkel: “Serbia has invaded Kosovo with tanks.”",
         INVASION, MERKEL),
        ("Kenya: “Sudan has attacked Chad without any warning at all.”",
         "Sudan attacks Chad", "Kenya"),
    ],
)  # fmt: skip
def test_a_name_and_a_colon(claims: Read, text: str, said: str, speaker: str) -> None:
    assert source(claims(text), said) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel said that the talks were over. Serbia “has invaded” Kosovo.",
        "“Enough,” Angela Merkel said. Serbia has “invaded Kosovo”.",
    ],
)
def test_a_few_quoted_words_are_the_authors_style(claims: Read, text: str) -> None:
    assert source(claims(text), INVASION) is None


def test_a_mark_that_is_never_closed_opens_nothing(claims: Read) -> None:
    rain = "Rain fell. " * 90
    text = (
        f'Angela Merkel said that "the talks are over. {rain}\n'
        'Serbia has invaded Kosovo. Angela Merkel said "no" again.'
    )
    assert source(claims(text), INVASION) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Angela Merkel spoke in Berlin. “I condemn Serbia for this attack on Kosovo,” she said.",
         "Angela Merkel condemns Serbia"),
        ("Emmanuel Macron answered. “Nobody asked. I met Viktor Orban in Budapest,” he said.",
         "Emmanuel Macron meets Viktor Orban"),
        ("“Nobody helped us in those days,” Paul Kagame said. “My troops attacked Goma.”",
         "Paul Kagame's troops attacks Goma"),
        ("Kenya said: “We condemn Sudan for this attack on a small country.”",
         "Kenya condemns Sudan"),
    ],
)  # fmt: skip
def test_i_is_who_speaks(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_we_of_a_person_may_be_anybody(claims: Read) -> None:
    found = claims(
        "“I met Viktor Orban last week,” Emmanuel Macron said. "
        "“We condemn Serbia for this attack on a small country.”"
    )
    assert told(found) == {"Emmanuel Macron meets Viktor Orban"}


def test_i_outside_of_a_quotation_is_nobody(claims: Read) -> None:
    found = claims("Angela Merkel spoke in Berlin. I condemn Serbia for this attack on a country.")
    assert "Angela Merkel condemns Serbia" not in told(found)


@pytest.mark.parametrize(
    "text",
    [
        '"We knew nothing of it.\n\n"Serbia has invaded Kosovo with tanks," said Angela Merkel.',
        'Angela Merkel said: "We knew nothing of it.\n\n"Serbia has invaded Kosovo with tanks."',
        "Angela Merkel said: “We knew nothing of it.\n\n“Serbia has invaded Kosovo with tanks.”",
    ],
)
def test_a_quotation_that_opens_again_in_the_next_paragraph(claims: Read, text: str) -> None:
    assert source(claims(text), INVASION) == MERKEL


def test_a_short_quotation_that_is_a_sentence(claims: Read) -> None:
    text = "“It is all too late,” Angela Merkel said. “Serbia invaded Kosovo.”"
    assert source(claims(text), INVASION) == MERKEL


def test_who_answers_in_an_interview(claims: Read) -> None:
    text = (
        "Angela Merkel answered our questions.\n\nWhat happened in spring?\n\n"
        "“We slept. Nobody was warned before that day.”\n\nAnd what came then?\n\n"
        "“It was a dark night. Serbia has invaded Kosovo.”"
    )
    assert source(claims(text), INVASION) == MERKEL


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Serbia has invaded Kosovo with tanks,” read a statement by the Polish army.",
         "Polish army"),
        ("“Serbia has invaded Kosovo with tanks,” the statement read.", "statement"),
        ("The poets read verses. “Serbia has invaded Kosovo with tanks.”", None),
        ("“Serbia has invaded Kosovo with tanks,” said Mr Bujar Osmani, a 40-year-old who teaches.",
         "Bujar Osmani"),
    ],
)  # fmt: skip
def test_texts_read_and_people_say(claims: Read, text: str, speaker: str | None) -> None:
    assert source(claims(text), INVASION) == speaker
