from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.model import Corpus
from kg.statistics import Scope, statistics
from kg.statistics.facts import TELLINGS, reports, shown
from tests.statistics.world import actor, claim, corpus, unfactual


def relations(graph: Corpus, **scope: object) -> list[str]:
    """The relations of the claims in a scope, in order."""
    asked = Scope(**scope)  # type: ignore[arg-type]
    found = shown(reports(graph, asked), graph, asked)
    return sorted(report.relation["id"] for report in found)


def test_only_what_an_author_asserts_is_a_fact() -> None:
    found = reports(corpus(claim("A", "attacks", "B"), *unfactual()), Scope())
    assert sorted(report.telling for report in found) == sorted(TELLINGS)
    assert [report.relation["id"] for report in found if report.is_fact] == ["attacks"]


def test_what_is_no_fact_changes_no_measure_weight_or_timeline() -> None:
    facts = [claim("A", "attacks", "B", "2023-01"), claim("B", "meets", "C", "2023-02")]
    plain, mixed = statistics(corpus(*facts)), statistics(corpus(*facts, *unfactual()))
    assert plain.claims.claims == 2
    assert mixed.claims.claims == 7
    for part in ("actors", "communities", "pairs", "timeline", "weight"):
        assert getattr(plain, part) == getattr(mixed, part), part


def test_an_actor_or_a_pair_chooses_what_is_shown() -> None:
    graph = corpus(
        claim("A", "attacks", "B"), claim("B", "sanctions", "A"), claim("A", "visits", "C")
    )
    assert relations(graph) == ["attacks", "sanctions", "visits"]
    assert relations(graph, actor="C") == ["visits"]
    assert relations(graph, pair=("a", "B")) == ["attacks", "sanctions"]
    with pytest.raises(QueryError, match="no actor 'D'"):
        relations(graph, pair=("A", "D"))


def test_measures_are_those_of_the_whole_network_whatever_is_shown() -> None:
    graph = corpus(claim("A", "attacks", "B"), claim("B", "visits", "C"))
    (b, a) = statistics(graph, Scope(pair=("A", "B"))).actors
    assert (b.id, b.degree, b.betweenness) == ("b", 2, 1.0)
    assert (a.id, a.degree) == ("a", 1)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2023-09-08", None, ["meets", "visits"]),
        (None, "2023-09", ["attacks", "sanctions"]),
        ("2023", "2023", ["attacks", "meets", "sanctions", "visits"]),
        ("2023-09", "2023-09", ["attacks", "sanctions"]),
        ("2023-10-25", "2023-10-25", ["meets"]),
        (None, None, ["accuses", "attacks", "meets", "praises", "sanctions", "visits"]),
    ],
)
def test_dates_keep_what_lies_between_them_as_a_whole(
    since: str | None, until: str | None, found: list[str]
) -> None:
    graph = corpus(
        claim("A", "attacks", "B", "2023-09-07"),
        claim("A", "sanctions", "B", "2023-09"),
        claim("A", "meets", "B", published="2023-10-25T08:30:00Z"),
        claim("A", "visits", "B", "2023-11", end="2023-12"),
        claim("A", "accuses", "B"),  # has no date
        claim("A", "praises", "B", "spring", published="2023-10"),  # nor is this one
    )
    assert relations(graph, since=since, until=until) == found


@pytest.mark.parametrize("date", ["yesterday", "2023-13", "2023-9", "2023-02-30", ""])
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(QueryError, match="is no date; write yyyy"):
        reports(corpus(), Scope(since=date))


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(QueryError, match="no day is since 2024 and until 2023-12"):
        reports(corpus(), Scope(since="2024", until="2023-12"))


def test_who_acts_for_one_other_may_count_as_that_other() -> None:
    minister = actor("Minister", acts_for=("a",))
    envoy = actor("Envoy", acts_for=("a", "b"))
    graph = corpus(
        claim("A", "attacks", "B"),
        claim(minister, "visits", "B"),
        claim(minister, "criticises", "A"),  # within one actor
        claim(envoy, "meets", "B"),  # acts for two
    )
    apart, together = statistics(graph), statistics(graph, Scope(principals=True))
    assert {row.id for row in apart.actors} == {"a", "b", "minister", "envoy"}
    assert {row.id for row in together.actors} == {"a", "b", "envoy"}
    assert together.pairs[0].facts == 2
