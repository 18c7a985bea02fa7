from __future__ import annotations

import pytest

from kg.errors import ValidationError
from kg.graph.literals import clean, decimal, moment, two_digits
from kg.graph.names import XSD


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.934, "0.93"),
        (0.935, "0.94"),
        (0.9, "0.9"),
        (1.0, "1"),
        (100.0, "100"),
        (-0.001, "0"),
        (0.005, "0.01"),
    ],
)
def test_numbers_are_rounded_half_up_and_written_in_one_way(value: float, written: str) -> None:
    assert two_digits(value) == written
    assert decimal(value).datatype.value == XSD + "decimal"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValidationError, match="is no number"):
        two_digits(value)


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2023", "gYear"),
        ("2023-09", "gYearMonth"),
        ("2023-09-08", "date"),
        ("2024-02-29", "date"),
        ("2023-09-08T10:00:00+02:00", "dateTime"),
        ("2023-02-29", "string"),
        ("2023-13", "string"),
        ("0000", "string"),
        ("2023-09-08T25:00:00", "string"),
        ("last spring", "string"),
    ],
)
def test_dates_are_typed_by_precision_and_only_if_they_exist(value: str, datatype: str) -> None:
    literal = moment(value)
    assert (literal.value, literal.datatype.value) == (value, XSD + datatype)


def test_characters_that_no_format_carries_are_replaced_one_for_one() -> None:
    assert (
        clean("a\x00b\ud800c\ufffed\te\r\nf\U0001f600")
        == "a\ufffdb\ufffdc\ufffdd\te\r\nf\U0001f600"
    )
