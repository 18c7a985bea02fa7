"""Buttons, links, captions and comments around an article, and body lines that resemble them."""

from __future__ import annotations

import pytest

from kg.model import Section, SectionKind
from kg.read.sections import layout

LEAD = (
    "Russia summoned the ambassador of Armenia on Friday over what it called unfriendly steps, "
    "the ministry said."
)
NEXT = "Armenia rejected the protest, and its own ministry summoned the Russian envoy in return."
LAST = "The two governments have been at odds since the exercises with the United States began."
ARTICLE = f"{LEAD}\n\n{NEXT}\n\n{LAST}"


def told(text: str, kind: SectionKind) -> list[str]:
    """The texts of the sections of one kind."""
    return [s.span.of(text) for s in layout(text).sections if s.kind is kind]


def sections_of(text: str) -> list[tuple[SectionKind, str, str | None]]:
    def row(section: Section) -> tuple[SectionKind, str, str | None]:
        return section.kind, section.span.of(text), section.author

    return [row(section) for section in layout(text).sections]


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook",
        "Facebook",
        "Read more",
        "(Read more Jane Doe stories.)",
        "Read also: Armenian envoy leaves Moscow",
        "See also: Armenian envoy leaves Moscow",
        "Related: Armenian envoy leaves Moscow.",
        "Related story: Armenian envoy leaves Moscow",
        "Go deeper: Armenian envoy leaves Moscow",
        "Subscribe to our channel!",
        "Subscribe",
        "Sign up for our newsletter to get the news every day.",
        "You can sign up to receive it directly here.",
        "Tags: Russia, Armenia",
        "Follow us on Telegram",
        "Loading...",
        "[Advertisement]",
        "© 2023 The Daily Example",
        "Copyright 2023 The Daily Example. All rights reserved.",
        "Page 2 of 3",
        "365 | 0 | 0",
        "X",
        "* * *",
        "Name :",
        "* Email (required):",
    ],
)
def test_furniture(line: str) -> None:
    assert told(f"{LEAD}\n\n{line}\n\n{NEXT}", SectionKind.BOILERPLATE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Related to this, Russia summoned the ambassador.",
        "Subscribers of the newspaper protested against Russia.",
        "Read aloud in parliament, the letter accused Russia of aggression.",
        "Share prices in Moscow fell after the sanctions of the United States.",
        "Copyright law was the second topic of the talks between Russia and Armenia.",
        "Photographs of the base show Russian soldiers at the border with Armenia.",
        "Image is everything in the Kremlin, and Armenia knows it.",
        "News of the attack reached Yerevan on Friday.",
        "“No.”",
        "Armenia",
        "NATO - the alliance that Russia fears - said that it would stay out. NATO was not asked.",
        "Pashinyan said:",
        "Follow the money, said the prosecutor, and you will find Russia.",
        "Comments by the Russian minister angered Armenia.",
        "Watch what Russia does, not what it says.",
        "Click. The camera caught the Russian envoy as he left.",
    ],
)
def test_body_lines_that_resemble_furniture_stay(line: str) -> None:
    assert sections_of(f"{LEAD}\n\n{line}\n\n{NEXT}") == []


def test_words_of_a_broken_line_are_no_buttons() -> None:
    text = (
        "Russia summoned the ambassador of Armenia and asked the\npress to spread the word; the "
        "ministry then put out a\nvideo\nof the meeting, which the television stations did not\n"
        "show until late in the evening, if they showed it at all."
    )
    assert sections_of(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Photo: AFP",
        "[Photo/VCG]",
        "Photo by Jane Doe",
        "Image credit: Jane Doe",
        "FILE PHOTO: The ambassador speaks in Yerevan, Armenia. REUTERS/Jane Doe/File Photo",
        "File photo of the ambassador",
        "The ambassador in Yerevan. Photo: https://example.org/pictures/1.jpg",
        "The ambassador speaks to the press in Yerevan. Getty Images",
        "The ambassador speaks to the press in Yerevan. (AP Photo/Jane Doe)",
        "The ambassador speaks to the press in Yerevan [Jane Doe/ Reuters]",
        "© Provided by AFP The ambassador speaks to the press in Yerevan",
    ],
)
def test_captions(line: str) -> None:
    assert told(f"{LEAD}\n\n{line}\n\n{NEXT}", SectionKind.CAPTION) == [line]


def test_only_the_credit_of_a_long_paragraph_is_a_caption() -> None:
    text = f"{LEAD} " * 5 + "(AP Photo/Jane Doe)"
    assert told(text, SectionKind.CAPTION) == ["(AP Photo/Jane Doe)"]


def test_links_below_a_heading() -> None:
    links = "Related Content\n\nEnvoy leaves Moscow\n\nArmenian PM, Putin talk"
    text = f"{LEAD}\n\n{links}\n\n{NEXT}\n\nTags :\n\nRussia Armenia West"
    assert told(text, SectionKind.BOILERPLATE) == [links, "Tags :\n\nRussia Armenia West"]


def test_a_line_between_two_buttons_at_the_end_is_furniture() -> None:
    buttons = "Promote this post\nThe article is part of a project.\nSign up and publish\nLike\n0"
    assert told(f"{ARTICLE}\n\n{buttons}", SectionKind.BOILERPLATE) == [buttons]


def test_repeated_lines() -> None:
    text = f"{LEAD}\n{NEXT}\n{LEAD}\nNo.\nNo."
    assert told(text, SectionKind.BOILERPLATE) == [LEAD]


def test_the_last_line_is_the_author_s_name() -> None:
    assert told(f"{ARTICLE}\n\nJane Doe", SectionKind.BYLINE) == ["Jane Doe"]
    assert told(f"{ARTICLE}\n\nDoe Jane:", SectionKind.BYLINE) == ["Doe Jane:"]
    assert told(f"{ARTICLE} Jane Doe was there.\n\nJane Doe", SectionKind.BYLINE) == []


@pytest.mark.parametrize(
    "heading", ["Comments", "Comments (2)", "2 comments", "Leave a comment", "Reader comments:"]
)
def test_comments_below_a_heading(heading: str) -> None:
    text = f"{ARTICLE}\n\n{heading}\n\nGood for Armenia!\nI hope so"
    assert sections_of(text) == [
        (SectionKind.BOILERPLATE, heading, None),
        (SectionKind.COMMENT, "Good for Armenia!\nI hope so", "reader"),
    ]


def test_comments_with_names() -> None:
    text = f"{ARTICLE}\n\nComments\n\nMary says:\nGood.\n\nJohn Roe\n2 hours ago\nBad.\nVery bad."
    assert sections_of(text) == [
        (SectionKind.BOILERPLATE, "Comments", None),
        (SectionKind.BYLINE, "Mary says:", None),
        (SectionKind.COMMENT, "Good.", "Mary"),
        (SectionKind.BYLINE, "John Roe", None),
        (SectionKind.BYLINE, "2 hours ago", None),
        (SectionKind.COMMENT, "Bad.\nVery bad.", "John Roe"),
    ]


def test_comments_without_a_heading_begin_where_somebody_unknown_speaks() -> None:
    text = f"{ARTICLE}\n\nArmenian77 says:\nGood for Armenia!"
    assert sections_of(text)[-1] == (SectionKind.COMMENT, "Good for Armenia!", "Armenian77")


@pytest.mark.parametrize(
    "text",
    [
        f"{ARTICLE}\n\nPashinyan says:\n“We rejected it.”",
        f"{ARTICLE} Pashinyan agreed.\n\nPashinyan says:\nWe rejected it.",
        f"Comments\n\n{ARTICLE}",
        f"{LEAD}\n\n3 comments\n\n{NEXT}\n\n{LAST}",
    ],
)
def test_an_article_is_no_comment(text: str) -> None:
    assert told(text, SectionKind.COMMENT) == []


def test_an_empty_comment_form() -> None:
    form = "Comments\nName :\nEmail :\n* Text :\nSend\n\nGallery\n\nPeople like him are rising"
    assert told(f"{ARTICLE}\n\n{form}", SectionKind.BOILERPLATE) == [form]


def test_short_lines_below_the_author_s_name_are_comments() -> None:
    article = "\n".join([f"{LEAD} {LAST} {NEXT}", f"{NEXT} {LAST} {NEXT}"])
    remarks = "Propaganda by Russia.\nRussia will not leave Armenia."
    assert sections_of(f"{article}\nJane Doe\n{remarks}") == [
        (SectionKind.BYLINE, "Jane Doe", None),
        (SectionKind.COMMENT, remarks, "reader"),
    ]


@pytest.mark.parametrize(
    "rest",
    [
        f"{LEAD}\n{NEXT}\n{LAST}",
        "Russia will not leave, the minister said.",
        "Jane Doe won.",
        "Short.\nJohn Roe\nShort.",
    ],
)
def test_paragraphs_below_a_name_are_body(rest: str) -> None:
    article = "\n".join([f"{LEAD} {LAST} {NEXT}", f"{NEXT} {LAST} {NEXT}"])
    assert told(f"{article}\nJane Doe\n{rest}", SectionKind.COMMENT) == []
