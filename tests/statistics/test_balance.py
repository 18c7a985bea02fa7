"""Scores as in ontology/relations: attacks -9, sanctions -6, criticises -2, requestsHelpFrom .5,

meets 2.5, praises 5, givesAidTo 10; membership has none.
"""

from __future__ import annotations

import pytest
from hypothesis import given

from kg.model import Corpus
from kg.statistics import PairBalance, Scope, statistics
from tests.statistics.world import claim, corpus
from tests.strategies import corpora


def test_a_pair_is_weighed_by_scores() -> None:
    graph = corpus(
        claim("A", "attacks", "B", "2023-03-01"),
        claim("B", "sanctions", "A", "2023-04"),
        claim("A", "givesAidTo", "B", "2022"),
        claim("A", "meets", "B"),
        claim("A", "memberOf", "B"),
    )
    assert statistics(graph).pairs == (
        PairBalance(
            first_id="a", first_label="A", second_id="b", second_label="B",
            facts=5, scored=4,
            cooperation=12.5,  # 10 + 2.5
            conflict=15.0,  # 9 + 6
            balance=-0.091,  # (12.5 - 15) / 27.5
            mean=-0.62,  # -2.5 / 4, rounded to the even digit
            forth=3.5,  # -9 + 10 + 2.5
            back=-3.5,  # -6 + 2.5: a meeting has no direction
            first="2022", last="2023-04",
        ),
    )  # fmt: skip


def test_the_sign_of_the_score_parts_cooperation_from_conflict() -> None:
    # a request is verbal conflict in PLOVER; one for help has a positive score all the same
    found = statistics(corpus(claim("A", "requestsHelpFrom", "B"))).weight
    assert (found.cooperation, found.conflict, found.balance, found.mean) == (0.5, 0.0, 1.0, 0.5)


def test_without_events_there_is_no_balance() -> None:
    (pair,) = statistics(corpus(claim("A", "memberOf", "B"))).pairs
    assert (pair.facts, pair.scored, pair.balance, pair.mean) == (1, 0, None, None)


def test_time_is_cut_into_months() -> None:
    graph = corpus(
        claim("A", "attacks", "B", "2022-02-24"),
        claim("A", "criticises", "B", "2022-02"),
        claim("A", "praises", "B", published="2022-03-31T23:00:00Z"),
        claim("A", "givesAidTo", "B", "2022-02-01", end="2022-02-28"),
        claim("A", "sanctions", "B", "2022"),  # which month is not said
        claim("A", "sanctions", "C", "2022-02-27", end="2022-03-01"),  # nor here
        claim("A", "sanctions", "D"),  # nor here
        claim("A", "memberOf", "B", "2022-02"),  # no event
    )
    line = statistics(graph, unit="month").timeline
    assert (line.unit, line.unplaced) == ("month", 3)
    february, march = line.periods
    assert (february.period, february.facts) == ("2022-02", 3)
    assert (february.cooperation, february.conflict) == (10.0, 11.0)
    assert (february.verbal_conflict, february.material_conflict) == (2.0, 9.0)
    assert (february.verbal_cooperation, february.material_cooperation) == (0.0, 10.0)
    assert (february.balance, february.mean) == (-0.048, -0.33)  # -1 / 21, -1 / 3
    assert (march.period, march.cooperation, march.verbal_cooperation) == ("2022-03", 5.0, 5.0)


@pytest.mark.parametrize(
    ("dates", "unit"),
    [
        (["2023-01-01", "2023-03-01"], "day"),  # sixty days
        (["2023-01-01", "2023-03-02"], "month"),  # sixty-one
        (["2019-01", "2023-12"], "month"),  # sixty months
        (["2019-01", "2024-01"], "year"),
        (["2019", "2023-12"], "month"),  # what is as exact spans one month
        (["1900", "2023"], "year"),
        ([None], "year"),
    ],
)
def test_the_unit_is_the_finest_that_spans_sixty_or_fewer(
    dates: list[str | None], unit: str
) -> None:
    graph = corpus(*(claim("A", "meets", f"B{n}", date) for n, date in enumerate(dates)))
    assert statistics(graph).timeline.unit == unit


def test_a_pair_has_a_timeline_of_its_own() -> None:
    graph = corpus(claim("A", "meets", "B", "2023-05"), claim("A", "attacks", "C", "2023-06"))
    (period,) = statistics(graph, Scope(pair=("A", "B"))).timeline.periods
    assert (period.period, period.cooperation, period.conflict) == ("2023-05", 2.5, 0.0)


@given(corpora())
def test_every_scored_fact_is_in_one_period_or_unplaced(graph: Corpus) -> None:
    found = statistics(graph)
    placed = sum(period.facts for period in found.timeline.periods)
    assert placed + found.timeline.unplaced == found.weight.scored
    assert sum(pair.facts for pair in found.pairs) == found.weight.facts == found.claims.facts
    for counted in found.counts.values():
        assert sum(count.claims for count in counted) == found.claims.claims
        for count in counted:
            told = count.facts + count.quoted + count.negated
            assert told + count.planned + count.hypothetical + count.questioned == count.claims
