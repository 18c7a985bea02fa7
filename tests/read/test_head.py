"""The top of a page: which line is the title, which the date, which the byline."""

from __future__ import annotations

import pytest

from kg.model import SectionKind
from kg.read.head import is_byline
from kg.read.sections import layout

LEAD = (
    "Russia summoned the ambassador of Armenia on Friday over what it called unfriendly steps, "
    "the ministry said."
)
NEXT = "Armenia rejected the protest, and its own ministry summoned the Russian envoy in return."
BROKEN = (
    "Russia summoned the ambassador of Armenia on Friday\nover what it called unfriendly steps, "
    "the ministry said.\nArmenia rejected the protest, and its own ministry\nsummoned the "
    "Russian envoy in return."
)


def told(text: str, kind: SectionKind, *, title: str | None = None) -> list[str]:
    """The texts of the sections of one kind."""
    return [s.span.of(text) for s in layout(text, title=title).sections if s.kind is kind]


@pytest.mark.parametrize(
    "text",
    [
        f"Envoy summoned to ministry\n\n{LEAD}\n{NEXT}",
        f"Envoy summoned to ministry\n{LEAD}\n{NEXT}",
        f"\n\n  Envoy summoned to ministry  \n{LEAD}",
        f"# Envoy summoned to ministry\n\n{LEAD}",
        f"News\n\nEnvoy summoned to ministry\n\nBy Jane Doe\n\n{LEAD}",
        f"8 September 2023\n\nEnvoy summoned to ministry\n{LEAD}",
        f"FILE PHOTO: The ministry. REUTERS/Jane Doe\n\nEnvoy summoned to ministry\n\n{LEAD}",
    ],
)
def test_the_first_line_that_is_short_and_unstopped_is_the_headline(text: str) -> None:
    assert layout(text).title == "Envoy summoned to ministry"
    assert told(text, SectionKind.HEADLINE) == ["Envoy summoned to ministry"]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n\n{NEXT}",
        "Russia summoned the ambassador.\n\n" + LEAD,
        "Russia summons ambassador",
        "the ministry and the envoy\n\n" + LEAD,
        "The ministry said:\n\n" + LEAD,
        BROKEN,
    ],
)
def test_a_first_line_that_is_a_sentence_or_a_part_of_one_is_body(text: str) -> None:
    found = layout(text)
    assert (found.title, found.sections) == (None, ())


def test_the_title_of_the_metadata_is_found_in_the_text() -> None:
    text = f"Envoy  SUMMONED\n{LEAD}"
    assert told(text, SectionKind.HEADLINE, title="Envoy summoned") == ["Envoy  SUMMONED"]
    assert layout(text, title="Something else").title == "Something else"


def test_a_title_that_frames_a_date_ends_the_navigation() -> None:
    title = "Is the alliance a thing of the past?"
    above = "Example | News\n\nRegion\n\nAn alliance of five states. It was founded in 1994."
    text = f"{above}\n\n{title}\n\n13:21, Wednesday, 25 October, 2023\n{title}\n\n" + NEXT * 6
    found = layout(text)
    assert (found.title, found.published) == (title, "2023-10-25")
    assert told(text, SectionKind.HEADLINE) == [title]
    assert told(text, SectionKind.BOILERPLATE) == [above, title]


def test_paragraphs_above_a_framed_date_are_an_article_of_their_own() -> None:
    title = "Is the alliance a thing of the past?"
    text = f"{LEAD * 5}\n\n{title}\n\n25 October 2023\n{title}\n\n" + NEXT * 20
    assert LEAD * 5 not in told(text, SectionKind.BOILERPLATE)


@pytest.mark.parametrize(
    "line",
    [
        "September 8, 2023",
        "2023-09-08",
        "8 Sept 2023 14:05",
        "Published: Friday, 8 September 2023, 14:05 GMT",
        "Asia Times, Sept 8, 2023",
        "By Jane Doe | 8 September 2023",
        "By Jane Doe and John Roe, The Daily Example - 8 Sept 2023 14:05",
    ],
)
def test_dates_at_the_top(line: str) -> None:
    text = f"Envoy summoned to ministry\n{line}\n\n{LEAD}"
    assert layout(text).published == "2023-09-08"
    assert told(text, SectionKind.BYLINE) == [line]


@pytest.mark.parametrize(
    "text",
    [
        f"Envoy summoned to ministry\n\n{LEAD}\n\nSeptember 8, 2023\n\n{NEXT}",
        f"Envoy summoned to ministry\n\nOn September 8, 2023, it was cold in Moscow.\n\n{LEAD}",
        f"Envoy summoned to ministry\n\n05/06/2023\n\n{LEAD}",
        f"Envoy summoned to ministry on September 8, 2023\n\n{LEAD}",
    ],
)
def test_other_dates_are_not_the_date_of_publication(text: str) -> None:
    assert layout(text).published is None


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY JANE DOE",
        "By Jane Doe and John Roe",
        "By Jane Doe, Staff Writer",
        "By Jane Doe in Moscow and John Roe in Yerevan",
        "By Jane Doe for Reuters",
        "By AFP",
        "Author: Jane Doe",
        "Written by Jane Doe",
        "Reuters contributed to this story.",
        "Jane Doe and John Roe contributed to this report.",
        "Reporting by Jane Doe; editing by John Roe",
        "(Reporting by Jane Doe in Moscow and John Roe; Writing by Mary Major; Editing by Al Roe)",
        "Additional reporting by Jane Doe, Editing by John Roe",
        "kmm,es/ng (dpa, Reuters)",
        "jar / bw (AFP, Reuters, dpa)",
        "(AFP)",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, Russia had summoned the ambassador.",
        "By summoning the envoy, Moscow sent a signal",
        "Reporting by the broadcaster showed that Russia had summoned the ambassador.",
        "The protest contributed to the crisis.",
        "Armenia contributed reporting officers to the mission in the region",
        "the alliance (NATO)",
        "Jane Doe",
        "By Jane Doe, " + "Jane Doe, " * 40,
        "Jane Doe said that reporting by Reuters had been wrong",
    ],
)
def test_sentences_that_only_begin_like_a_byline(line: str) -> None:
    assert not is_byline(line)


def test_a_name_between_title_and_article_is_the_author_unless_the_article_tells_of_it() -> None:
    text = f"Envoy summoned to ministry\n\nJane Doe\n\n{LEAD}"
    assert told(text, SectionKind.BYLINE) == ["Jane Doe"]
    told_of = f"{text} Jane Doe was the envoy."
    assert told(told_of, SectionKind.BYLINE) == []


def test_lines_below_the_title_and_above_a_paragraph_are_headlines() -> None:
    text = (
        f"Envoy summoned to ministry\nMoscow speaks of unfriendly steps\n{LEAD}\n"
        f"What Yerevan says\n{NEXT}"
    )
    assert told(text, SectionKind.HEADLINE) == [
        "Envoy summoned to ministry",
        "Moscow speaks of unfriendly steps",
        "What Yerevan says",
    ]


def test_lines_of_a_broken_paragraph_are_no_headlines() -> None:
    text = (
        "Envoy summoned to ministry\n\nRussia summoned the ambassador of Armenia on Friday\nand "
        "told him about it. The United States of America\nwas not named in the statement that "
        "the ministry gave\nto the press after the meeting had ended."
    )
    assert told(text, SectionKind.HEADLINE) == ["Envoy summoned to ministry"]
