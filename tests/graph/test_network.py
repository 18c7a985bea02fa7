from __future__ import annotations

from kg.graph.network import to_networkx
from tests.corpora import corpus


def test_actors_are_nodes_with_what_is_known_of_them() -> None:
    graph = to_networkx(corpus())
    assert list(graph) == sorted(graph)
    assert graph.nodes["nikol-pashinyan"] == {
        "label": "Nikol Pashinyan",
        "type": "Person",
        "aliases": [],
        "acts_for": ["armenia"],
        "same_as": None,
    }


def test_statements_are_edges_and_two_actors_may_have_several() -> None:
    graph = to_networkx(corpus())
    assert graph.number_of_edges() == 11
    between = graph.get_edge_data("russia", "armenia")
    assert {edge["relation"] for edge in between.values()} == {
        "summonsEnvoyOf",
        "suppliesWeaponsTo",
    }


def test_an_edge_pools_the_claims_of_its_statement() -> None:
    graph = to_networkx(corpus())
    (attacks,) = graph.get_edge_data("azerbaijan", "armenia").values()
    assert attacks == {
        "relation": "attacks",
        "label": "attacks",
        "kind": "event",
        "symmetric": False,
        "plover_type": "ASSAULT",
        "plover_mode": None,
        "plover_score": -9.0,
        "told": True,
        "contested": True,
        "status": "asserted",
        "asserted": 1,
        "negated": 1,
        "planned": 0,
        "hypothetical": 0,
        "questioned": 1,
        "claims": 3,
        "documents": 2,
        "publishers": 1,
        "speakers": ["the ministry"],
        "first": "2020",
        "last": "2022-09",
        "confidence": 0.9,
    }


def test_what_only_a_source_says_or_nobody_asserts_is_not_told() -> None:
    edges = {
        (subject, data["relation"], object_): (data["told"], data["status"])
        for subject, object_, data in to_networkx(corpus()).edges(data=True)
    }
    assert edges["russia", "suppliesWeaponsTo", "armenia"] == (False, "asserted")
    assert edges["armenia", "leaves", "csto"] == (False, "hypothetical")
    assert edges["nikol-pashinyan", "visits", "united-states"] == (False, "planned")
    assert edges["armenia", "memberOf", "csto"] == (True, "asserted")
