from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.graph.network import to_networkx
from kg.model import Corpus
from tests.corpora import corpus

PAGE = (Path(__file__).parents[2] / "docs" / "networkx.md").read_text("utf-8")
TYPES = {
    "str": (str,),
    "int": (int,),
    "float": (float,),
    "bool": (bool,),
    "list of str": (list,),
    "str or None": (str, type(None)),
    "float or None": (float, type(None)),
}


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


def test_the_graph_says_what_it_was_made_of() -> None:
    assert to_networkx(corpus()).graph == {
        "documents": 3,
        "claims": 15,
        "facts": 8,
        "publishers": ["Example Wire", "Gazette “Ա”"],
        "first": "2020",
        "last": "2023-11",
    }
    assert to_networkx(Corpus((), (), ())).graph["first"] is None


def test_all_attributes_are_documented_and_all_documented_are_there() -> None:
    documented = from_docstring()
    assert documented == from_page()
    assert all(documented.values())
    graph = to_networkx(corpus())
    for place, attributes in found(graph):
        assert list(attributes) == list(documented[place]), place
        for name, value in attributes.items():
            assert type(value) in TYPES[documented[place][name]], (place, name)


def test_the_page_shows_code_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec("\n".join(blocks), names)  # noqa: S102 - the page is our own
    assert all(told for *_, told in names["facts"].edges(data="told"))
    weights = nx.get_edge_attributes(names["weighted"], "weight")
    assert sum(weights.values()) == names["facts"].number_of_edges()
    assert set(names["centrality"]) == set(names["facts"])


def found(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The attributes of graph, nodes and edges, each with the word that names the place."""
    yield "graph", graph.graph
    yield from (("node", data) for _, data in graph.nodes(data=True))
    yield from (("edge", data) for *_, data in graph.edges(data=True))


def from_docstring() -> dict[str, dict[str, str]]:
    """Place -> attribute -> type, as the docstring has them."""
    heading = re.compile(r"^ *(Graph|Node|Edge) attributes\n", re.MULTILINE)
    sections = heading.split(to_networkx.__doc__ or "")
    line = re.compile(r"^ {8}(\w+) {2,}(.+?) {2,}\S", re.MULTILINE)
    pairs = zip(sections[1::2], sections[2::2], strict=True)
    return {place.lower(): dict(line.findall(text)) for place, text in pairs}


def from_page() -> dict[str, dict[str, str]]:
    """The same, as the page has them."""
    heading = re.compile(r"^## Attributes of (?:the )?(graph|node|edge)s?\n", re.MULTILINE)
    sections = heading.split(PAGE)
    line = re.compile(r"^\| `(\w+)` \| (.+?) \| .+ \|$", re.MULTILINE)
    pairs = zip(sections[1::2], sections[2::2], strict=True)
    return {place: dict(line.findall(text)) for place, text in pairs}
