"""Sections within lines, and how sections of lines are joined."""

from __future__ import annotations

import pytest

from kg.model import SectionKind, Span
from kg.read.sections import layout

LEAD = (
    "Russia summoned the ambassador of Armenia on Friday over what it called unfriendly steps, "
    "the ministry said."
)


def told(text: str, kind: SectionKind) -> list[str]:
    """The texts of the sections of one kind."""
    return [s.span.of(text) for s in layout(text).sections if s.kind is kind]


@pytest.mark.parametrize(
    "note",
    ["(*aggressor country)", "(*recognised as a foreign agent in Russia)", "( * banned in Russia)"],
)
def test_inserted_notes(note: str) -> None:
    text = f"Armenia wrote to Russia {note} and to Russia {note}’s allies."
    assert told(text, SectionKind.NOTE) == [note, note]
    start = text.index(note)
    assert layout(text).sections[0].span == Span(start, start + len(note))


@pytest.mark.parametrize("aside", ["(banned in Russia)", "(an ally of Russia*)", "(2 * 3)"])
def test_other_parentheses_are_body(aside: str) -> None:
    assert layout(f"Armenia wrote to the party {aside} and its allies.").sections == ()


def test_a_footnote_is_a_note() -> None:
    note = "* recognised as an extremist organisation in Russia"
    assert told(f"{LEAD}\n{note}", SectionKind.NOTE) == [note]


@pytest.mark.parametrize(
    ("dateline", "published"),
    [
        ("MOSCOW, September 8, 2023 (TASS) — ", "2023-09-08"),
        ("MOSCOW, September 8 (RIA Novosti) - ", None),
        ("Moscow, Nov.17 (ČTK) — ", None),
        ("SIMFEROPOL, Ukraine (AFP) - ", None),
        ("KIEV - ", None),
        ("TEL AVIV -- ", None),
        ("SEOUL: ", None),
        ("(Newser) – ", None),
    ],
)
def test_datelines(dateline: str, published: str | None) -> None:
    text = f"{dateline}{LEAD}"
    assert told(text, SectionKind.BYLINE) == [dateline]
    assert layout(text).published == published


@pytest.mark.parametrize(
    "opening",
    [
        "NATO - the alliance of the West - stayed calm. NATO did not answer. ",
        "Azerbaijan (AZ) - the neighbour of Armenia - stayed calm. ",
        "Pashinyan: we were told nothing. ",
        "US - Russian relations are bad. ",
    ],
)
def test_openings_that_are_no_datelines(opening: str) -> None:
    assert layout(f"{opening}{LEAD}").sections == ()


def test_marks_of_markdown_are_furniture_within_the_line() -> None:
    text = f"On Friday **Russia** summoned [the envoy](https://example.org/e) of Armenia. {LEAD}"
    marks = ["**", "**", "[", "](https://example.org/e)"]
    assert told(text, SectionKind.BOILERPLATE) == marks


def test_neighbouring_furniture_is_one_section_and_headlines_are_two() -> None:
    text = f"Envoy summoned\nAn unfriendly step\n\n{LEAD}\n\nShare\n\nTweet\n"
    assert told(text, SectionKind.BOILERPLATE) == ["Share\n\nTweet"]
    assert told(text, SectionKind.HEADLINE) == ["Envoy summoned", "An unfriendly step"]


def test_an_empty_text_has_no_sections() -> None:
    assert layout("").sections == layout(" \n\n ").sections == ()
