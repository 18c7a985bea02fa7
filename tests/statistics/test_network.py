from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.statistics import statistics
from kg.statistics.network import pagerank
from tests.statistics.world import claim, corpus


def test_degree_and_strength_count_partners_and_facts() -> None:
    graph = corpus(
        claim("A", "attacks", "B", "2023"),
        claim("A", "attacks", "B", "2024"),
        claim("B", "sanctions", "A"),
        claim("A", "meets", "C"),
    )
    rows = {row.id: row for row in statistics(graph).actors}
    a, b, c = rows["a"], rows["b"], rows["c"]
    assert (a.facts, a.out_strength, a.in_strength, a.degree) == (4, 3, 2, 2)
    assert (b.facts, b.out_strength, b.in_strength, b.degree) == (3, 1, 2, 1)
    assert (c.facts, c.out_strength, c.in_strength, c.degree) == (1, 1, 1, 1)
    assert list(rows) == ["a", "b", "c"]  # most facts first


def test_betweenness_is_the_share_of_shortest_paths() -> None:
    graph = corpus(claim("A", "visits", "B"), claim("B", "visits", "C"), claim("C", "visits", "D"))
    found = {row.id: row.betweenness for row in statistics(graph).actors}
    # of the three pairs of others, two go through each of the inner ones
    assert found == {"a": 0.0, "b": 0.6667, "c": 0.6667, "d": 0.0}


def test_pagerank_by_hand() -> None:
    # a = .15/2 + .85 b/2 and b = .15/2 + .85 a + .85 b/2, as b gives to both alike
    ranks = pagerank({("a", "b"): 1})
    assert ranks["a"] == pytest.approx(0.5 / 1.425)
    assert ranks["b"] == pytest.approx(0.925 / 1.425)
    assert pagerank({("a", "b"): 3, ("b", "a"): 3}) == pytest.approx({"a": 0.5, "b": 0.5})
    assert pagerank({}) == {}


NODES = st.sampled_from("abcdefg")
ARCS = st.dictionaries(st.tuples(NODES, NODES).filter(lambda arc: arc[0] != arc[1]),
                       st.integers(1, 9), min_size=1)  # fmt: skip


@given(ARCS)
def test_pagerank_as_networkx_computes_it(arcs: dict[tuple[str, str], int]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in arcs.items())
    expected = nx.pagerank(graph, tol=1e-12, max_iter=1000)
    assert pagerank(arcs) == pytest.approx(expected, abs=1e-8)


def test_two_circles_are_two_communities() -> None:
    circles = (("A", "B", "C"), ("D", "E", "F", "G"))
    within = [
        claim(a, "meets", b, str(year))
        for circle in circles
        for a in circle
        for b in circle
        if a < b
        for year in (2022, 2023)
    ]
    graph = corpus(*within, claim("C", "attacks", "D"))
    found = statistics(graph)
    assert [group.actors for group in found.communities] == [("d", "e", "f", "g"), ("c", "a", "b")]
    assert [group.number for group in found.communities] == [1, 2]
    assert {row.id: row.community for row in found.actors}["g"] == 1
    assert found.communities[1].labels == ("C", "A", "B")


def test_nothing_gives_nothing() -> None:
    found = statistics(corpus())
    parts = (found.actors, found.communities, found.pairs, found.timeline.periods)
    assert not any(parts)
    assert found.claims.claims == found.documents == 0
    assert found.weight.balance is None
