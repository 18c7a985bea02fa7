"""When it happened: dates in the text, dates reckoned from publication, and no date at all."""

from __future__ import annotations

import pytest

from kg.model import When
from tests.extract.conftest import Read

MONDAY = "2023-09-11"  # the day of publication, a Monday


def time(claims: Read, text: str, published: str | None = MONDAY) -> When | None:
    (claim,) = claims(text, relation="invades", published=published)
    return claim.time


def told(found: When | None) -> tuple[str, str | None, str] | None:
    return (found.date, found.end, found.origin) if found else None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Serbia invaded Kosovo on 5 March 2021.", "2021-03-05"),
        ("Serbia invaded Kosovo on March 5, 2021.", "2021-03-05"),
        ("Serbia invaded Kosovo on March 5th, 2021.", "2021-03-05"),
        ("Serbia invaded Kosovo on the 5th of March 2021.", "2021-03-05"),
        ("Serbia invaded Kosovo on 2021-03-05.", "2021-03-05"),
        ("Serbia invaded Kosovo in early 2021.", "2021"),
        ("Serbia has invaded Kosovo twice since 2020.", "2020"),
        ("Serbia invaded Kosovo in 1999.", "1999"),
        ("In 1914, Austria invaded Serbia.", "1914"),
    ],
)
def test_absolute_dates_to_their_precision(claims: Read, text: str, date: str) -> None:
    assert told(time(claims, text)) == (date, None, "text")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Serbia invaded Kosovo today.", "2023-09-11"),
        ("Serbia invaded Kosovo yesterday.", "2023-09-10"),
        ("Serbia invaded Kosovo on Friday.", "2023-09-08"),
        ("Serbia invaded Kosovo on Monday.", "2023-09-11"),
        ("Serbia invaded Kosovo last Sunday.", "2023-09-10"),
        ("Serbia will invade Kosovo tomorrow.", "2023-09-12"),
        ("Serbia will invade Kosovo next Thursday.", "2023-09-14"),
        ("Serbia invaded Kosovo three days ago.", "2023-09-08"),
        ("Serbia invaded Kosovo two months ago.", "2023-07"),
        ("Serbia invaded Kosovo 10 years ago.", "2013"),
        ("Serbia invaded Kosovo a year ago.", "2022"),
        ("Serbia invaded Kosovo late last year.", "2022"),
        ("Serbia invaded Kosovo early on Friday.", "2023-09-08"),
        ("Serbia invaded Kosovo two decades ago.", "2003"),
        ("Serbia invaded Kosovo last year.", "2022"),
        ("Serbia will invade Kosovo next year.", "2024"),
        ("Serbia invaded Kosovo last month.", "2023-08"),
        ("Serbia invaded Kosovo in March.", "2023-03"),
        ("Serbia invaded Kosovo in November.", "2022-11"),
        ("Serbia invaded Kosovo on August 30.", "2023-08-30"),
        ("Serbia invaded Kosovo on December 30.", "2022-12-30"),
        ("Serbia invaded Kosovo last night.", "2023-09-10"),
    ],
)
def test_relative_dates_are_reckoned_from_the_day_of_publication(
    claims: Read, text: str, date: str
) -> None:
    assert told(time(claims, text)) == (date, None, "relative")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Serbia invaded Kosovo last week.", "2023-09-04", "2023-09-10"),
        ("Serbia invaded Kosovo this week.", "2023-09-11", "2023-09-17"),
        ("Serbia invaded Kosovo last spring.", "2023-03", "2023-05"),
        ("Serbia invaded Kosovo last fall.", "2022-09", "2022-11"),
        ("Serbia invaded Kosovo last autumn.", "2022-09", "2022-11"),
        ("Serbia invaded Kosovo last winter.", "2022-12", "2023-02"),
        ("Serbia invaded Kosovo this summer.", "2023-06", "2023-08"),
    ],
)
def test_stretches_of_time_have_an_end(claims: Read, text: str, start: str, end: str) -> None:
    assert told(time(claims, text)) == (start, end, "relative")


@pytest.mark.parametrize(
    "text",
    [
        "Serbia invaded Kosovo.",
        "Serbia invaded Kosovo with 2,000 men.",
        "Serbia invaded Kosovo in the 1990s.",
        "Serbia may invade Kosovo.",
    ],
)
def test_no_date_in_the_sentence(claims: Read, text: str) -> None:
    assert time(claims, text) is None


@pytest.mark.parametrize("text", ["Serbia invaded Kosovo on Friday.", "Serbia invaded it in May."])
def test_without_a_day_of_publication_nothing_is_reckoned(claims: Read, text: str) -> None:
    found = claims(text, relation="invades", published=None)
    assert [claim.time for claim in found] == [None] * len(found)


def test_the_span_is_the_words_of_the_date(claims: Read) -> None:
    text = "On Tuesday, Italy met Malta. On March 5, 2021, Serbia invaded Kosovo."
    found = time(claims, text)
    assert found is not None
    assert found.span is not None
    assert found.span.of(text) == "March 5, 2021"


def test_each_clause_has_its_own_date(claims: Read) -> None:
    text = "Serbia, which invaded Bosnia in 1992, invaded Kosovo in 1999."
    dates = {c.object.name: c.time.date for c in claims(text, relation="invades") if c.time}
    assert dates == {"Bosnia and Herzegovina": "1992", "Kosovo": "1999"}


def test_a_day_that_does_not_exist_is_not_made_up(claims: Read) -> None:
    found = time(claims, "Serbia invaded Kosovo on 31 February 2021.")
    assert found is None or found.date in ("2021-02", "2021")


def test_the_turn_of_the_year(claims: Read) -> None:
    text = "Serbia invaded Kosovo on Friday."
    assert told(time(claims, text, "2024-01-03")) == ("2023-12-29", None, "relative")


def test_leap_days(claims: Read) -> None:
    text = "Serbia invaded Kosovo yesterday."
    assert told(time(claims, text, "2024-03-01")) == ("2024-02-29", None, "relative")


def test_a_day_of_publication_with_its_hour(claims: Read) -> None:
    text = "Serbia invaded Kosovo yesterday."
    assert told(time(claims, text, "2023-09-11T23:30:00Z")) == ("2023-09-10", None, "relative")


@pytest.mark.parametrize(
    "text",
    [
        "Russia, which annexed Crimea in 2014, attacked Kyiv.",
        "Russia attacked Kyiv, where Boris Johnson had spoken in 2022.",
    ],
)
def test_a_date_of_another_clause_is_not_the_deeds(claims: Read, text: str) -> None:
    (claim,) = claims(text, relation="attacks")
    assert claim.time is None
