"""Dates as publishers write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.dates import dates_in, iso_date, without_dates


@pytest.mark.parametrize(
    "written",
    [
        "2023-09-08",
        "2023/9/8",
        "2023.09.08",
        "20230908",
        "September 8, 2023",
        "Sept. 8 2023",
        "Sep 8th, 2023",
        "8 September 2023",
        "8 Sept 2023 14:05",
        "8th of September, 2023",
        "08-Sep-2023",
        "8.9.2023",
        "14:05, Friday, 8 September, 2023",
        "Friday 8 September 2023 at 2:05 pm GMT",
        "Published: Fri, 08 Sep 2023 14:05:00 +0000",
        "2023-09-08T14:05:00+04:00",
        "2023-09-08T14:05:00.123Z",
        "Published 8 September 2023 | Updated 10 September 2023",
        "Updated on September 10, 2023; first published on September 8, 2023",
    ],
)
def test_one_day_in_many_forms(written: str) -> None:
    assert iso_date(written) == "2023-09-08"


@pytest.mark.parametrize("written", ["25/10/2023", "10/25/2023", "25-10-2023"])
def test_figures_are_a_date_where_only_one_of_them_can_be_the_month(written: str) -> None:
    assert iso_date(written) == "2023-10-25"


@pytest.mark.parametrize(
    "written",
    [
        "05/06/2023",
        "September 2023",
        "2023",
        "Friday",
        "",
        "31 February 2023",
        "2023-13-01",
        "10.50.2023",
        "On September 8, 2023, Russia summoned the ambassador.",
        "Armenia 8 September 2023",
        "version 2023-09-08-beta",
        "September 8, 2023 " * 10,
    ],
)
def test_what_is_ambiguous_partial_impossible_or_more_than_a_date_is_none(written: str) -> None:
    assert iso_date(written) is None


def test_dates_within_a_line() -> None:
    text = "MOSCOW, September 8, 2023 (TASS) and 9 Sept 2023"
    found = [(text[start:end], day) for start, end, day in dates_in(text)]
    assert found == [("September 8, 2023", "2023-09-08"), ("9 Sept 2023", "2023-09-09")]
    assert without_dates("By Jane Doe, 9 Sept 2023").split() == ["By", "Jane", "Doe,", "|"]


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%d.%m.%Y", "%A, %d %B, %Y"):
        assert iso_date(day.strftime(form)) == day.isoformat()


@given(st.text(alphabet="0123456789 -/.,:TZJanSepty|", max_size=60))
def test_whatever_is_found_is_a_date_inside_the_text(text: str) -> None:
    for start, end, day in dates_in(text):
        assert 0 <= start < end <= len(text)
        assert date.fromisoformat(day).isoformat() == day
