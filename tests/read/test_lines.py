"""Lines, their offsets and their shapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import SectionKind
from kg.read.lines import Page, heading, is_name, same


def test_lines_keep_their_offsets_and_know_the_gap_before_them() -> None:
    lines = Page("  one\n\ntwo two \nthree").lines
    assert [(line.text, line.start, line.end, line.gap) for line in lines] == [
        ("one", 2, 5, True),
        ("two two", 7, 14, True),
        ("three", 16, 21, False),
    ]


@given(st.text())
def test_a_line_is_where_it_says(text: str) -> None:
    for line in Page(text).lines:
        assert text[line.start : line.end] == line.text
        assert line.text == line.text.strip() != ""


@pytest.mark.parametrize(
    "name",
    [
        "Jane Doe",
        "JANE DOE",
        "J. K. Rowling",
        "Ursula von der Leyen",
        "Khalid al-Mousily",
        "Miloš Zeman",
        "Anne-Marie O’Hara",
    ],
)
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "line",
    [
        "Jane",
        "Jane doe",
        "The Kremlin",
        "Jane Doe.",
        "Jane Doe said",
        "Armenia 2023",
        "One Two Three Four Five",
        "von Leyen",
        "A B",
        "World News",
        "",
    ],
)
def test_what_is_no_name(line: str) -> None:
    assert not is_name(line)


@pytest.mark.parametrize(
    ("line", "headlike"),
    [
        ("Russia summons Armenia's envoy", True),
        ("Is the alliance a thing of the past?", True),
        ("“We are leaving”", True),
        ("17 firms on the list", True),
        ("Russia summoned the envoy.", False),
        ("“We are leaving.”", False),
        ("and so it went on", False),
        ("The ministry said:", False),
        ("Armenia,", False),
        ("Armenia", False),
        ("A " + "very " * 60 + "long line", False),
    ],
)
def test_headlines_by_their_shape(line: str, *, headlike: bool) -> None:
    assert Page(line).lines[0].headlike is headlike


def test_a_text_whose_lines_were_broken_at_a_width() -> None:
    broken = (
        "Russia summoned the ambassador of Armenia on Friday and\n"
        "told him that the exercises with the United States were\n"
        "an unfriendly step, the ministry said. The ambassador\n"
        "gave no answer to the press when he left the building."
    )
    page = Page(broken)
    assert page.wrapped
    assert [page.continues(index) for index in range(4)] == [False, True, True, True]
    assert not Page(broken.replace("\n", " ")).wrapped


def test_the_author_stands_nowhere_else_and_an_actor_does() -> None:
    page = Page("Jane Doe met nobody.\nJohn Roe\nJane Doe\nMary Major:")
    assert [page.signs(index) for index in range(4)] == [False, True, False, True]


def test_the_first_mark_wins() -> None:
    page = Page("one\ntwo")
    page.mark(0, SectionKind.HEADLINE)
    page.mark(0, SectionKind.BOILERPLATE)
    assert page.is_(0, SectionKind.HEADLINE)
    assert (page.unmarked(), page.headline()) == ([1], 0)


def test_headings_of_markdown() -> None:
    assert heading("## Envoy summoned ##") == "Envoy summoned"
    assert heading("#Armenia") == "#Armenia"
    assert same("# Envoy  Summoned", "envoy summoned")
