"""Scores of probabilities, against values worked out by hand."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.reliability import Bin, bins, brier, calibration_error, diagram, log_loss, markdown

OUTCOMES = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1)


def test_the_brier_score_is_the_mean_squared_distance() -> None:
    assert brier([0.9, 0.6], [True, False]) == pytest.approx((0.01 + 0.36) / 2)


def test_the_log_loss_is_that_of_the_outcome() -> None:
    assert log_loss([0.8, 0.4], [True, False]) == pytest.approx(-(log(0.8) + log(0.6)) / 2)


def test_an_even_guess_of_an_even_matter() -> None:
    assert brier([0.5, 0.5], [True, False]) == 0.25
    assert log_loss([0.5, 0.5], [True, False]) == pytest.approx(log(2))


def test_a_range_holds_its_lower_edge_and_the_last_its_upper_one_too() -> None:
    low, high = bins([0.8, 0.9, 1.0], [False, True, True])
    assert (low.low, low.claims, low.right, low.mean) == (0.8, 1, 0, 0.8)
    assert (high.low, high.claims, high.right) == (0.9, 2, 2)
    assert high.mean == pytest.approx(0.95)


def test_the_interval_is_wilsons() -> None:
    # 8 of 10, as tables of the Wilson score interval give it.
    low, high = Bin(0.8, 0.9, 10, 0.85, 8).interval
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)


def test_the_calibration_error_weighs_the_ranges_by_their_claims() -> None:
    table = [Bin(0.5, 0.6, 1, 0.5, 1), Bin(0.9, 1, 3, 0.9, 3)]
    assert calibration_error(table) == pytest.approx((0.5 + 3 * 0.1) / 4)


def test_a_row_a_range() -> None:
    table = [Bin(0.8, 0.9, 10, 0.85, 8)]
    assert markdown(table).splitlines()[2] == (
        "| 0.8 to 0.9 | 10 | 0.850 | 8 | 0.800 | 0.490 to 0.943 |"
    )


@given(OUTCOMES)
def test_every_claim_is_in_one_range(outcomes: list[tuple[float, bool]]) -> None:
    probabilities, right = [p for p, _ in outcomes], [y for _, y in outcomes]
    table = list(bins(probabilities, right))
    assert sum(bin_.claims for bin_ in table) == len(outcomes)
    assert sum(bin_.right for bin_ in table) == sum(right)
    assert all(bin_.low - 1e-9 <= bin_.mean <= bin_.high + 1e-9 for bin_ in table)


@given(OUTCOMES)
def test_the_diagram_is_a_picture_with_a_point_a_range(outcomes: list[tuple[float, bool]]) -> None:
    table = list(bins([p for p, _ in outcomes], [y for _, y in outcomes]))
    root = ET.fromstring(diagram(table))
    assert len(root.findall("{http://www.w3.org/2000/svg}circle")) == len(table)
