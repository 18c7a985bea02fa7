"""GraphML, GEXF and Cytoscape JSON, read by networkx."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings

from kg.export import generate, write
from kg.graph.literals import clean
from kg.graph.network import to_networkx
from kg.graph.pool import pool
from kg.model import Actor, Corpus, Statement, When
from tests.corpora import corpus
from tests.strategies import corpora

Read = Callable[[Path], Any]


READERS: dict[str, Read] = {
    "graphml": partial(nx.read_graphml, force_multigraph=True),
    "gexf": nx.read_gexf,
    "cytoscape": lambda path: nx.cytoscape_graph(json.loads(path.read_text("utf-8"))),
}


def read_back(name: str, folder: Path, graph: Corpus | None = None) -> Any:
    """The graph that networkx reads."""
    path = folder / "graph"
    write(graph or corpus(), path, name)
    return READERS[name](path)


@pytest.mark.parametrize("name", READERS)
def test_networkx_reads_actors_and_every_parallel_edge(name: str, tmp_path: Path) -> None:
    found = read_back(name, tmp_path)
    assert found.is_directed()
    assert found.is_multigraph()
    assert set(found) == {actor.id for actor in corpus().actors}
    assert set(found.edges(keys=True)) == {
        (s.subject.id, s.object.id, s.id) for s in corpus().statements
    }


@pytest.mark.parametrize("name", READERS)
def test_attributes_are_those_of_the_network(name: str, tmp_path: Path) -> None:
    found = read_back(name, tmp_path)
    assert found.nodes["russia"]["label"] == "Russia"
    assert found.nodes["russia"]["type"] == "Country"
    id = Statement.id_of("azerbaijan", "attacks", "armenia")
    attack = found.edges["azerbaijan", "armenia", id]
    known: dict[str, Any] = {
        "relation": "attacks",
        "plover_type": "ASSAULT",
        "plover_score": -9.0,
        "told": True,
        "contested": True,
        "status": "asserted",
        "negated": 1,
        "questioned": 1,
        "claims": 3,
        "documents": 2,
        "first": "2020",
        "last": "2022-09",
        "confidence": 0.9,
    }
    assert known.items() <= attack.items()


def test_lists_are_one_text_in_xml_and_lists_in_json(tmp_path: Path) -> None:
    for name in ("graphml", "gexf"):
        assert read_back(name, tmp_path).nodes["russia"]["aliases"] == "Kremlin; Moscow"
    assert read_back("cytoscape", tmp_path).nodes["russia"]["aliases"] == ["Kremlin", "Moscow"]


def test_elements_of_cytoscape_have_ids(tmp_path: Path) -> None:
    data = json.loads("".join(generate(corpus(), "cytoscape")))
    edge = data["elements"]["edges"][0]["data"]
    assert {"id", "source", "target", "label"} <= edge.keys()
    node = data["elements"]["nodes"][0]["data"]
    assert (node["id"], node["name"]) == ("armenia", "Armenia")


@pytest.mark.parametrize(
    ("name", "attribute", "space"),
    [
        ("graphml", "label", "http://graphml.graphdrawing.org/xmlns"),
        ("gexf", "kind", "http://gexf.net/1.3"),
    ],
)
def test_parallel_edges_differ_in_what_gephi_tells_them_apart_by(
    name: str, attribute: str, space: str
) -> None:
    root = ElementTree.fromstring("".join(generate(corpus(), name)))
    found = [
        (edge.get("source"), edge.get("target"), edge.get(attribute))
        for edge in root.iter(f"{{{space}}}edge")
    ]
    assert set(found) == {(s.subject.id, s.object.id, s.relation) for s in corpus().statements}
    assert len(found) == len(set(found))


def spells(when: When, folder: Path) -> list[tuple[str, str]]:
    """The spells of an edge whose claims have this time."""
    claims = [replace(c, claim=replace(c.claim, time=when)) for c in corpus().claims()][:1]
    [(_, _, data)] = read_back("gexf", folder, pool(claims)).edges(data=True)
    found: list[tuple[str, str]] = data.get("spells", [])
    return found


@pytest.mark.parametrize(
    ("when", "spell"),
    [
        (When("2023"), ("2023-01-01", "2023-12-31")),
        (When("2024-02"), ("2024-02-01", "2024-02-29")),
        (When("2023-09-08"), ("2023-09-08", "2023-09-08")),
        (When("2023-09-08T10:00:00Z"), ("2023-09-08", "2023-09-08")),
        (When("2022", "2023-09"), ("2022-01-01", "2023-09-30")),
        (When("2023-05-02", "2023-05-01"), ("2023-05-02", "2023-05-02")),
        (When("2023-09-08", "spring"), ("2023-09-08", "2023-09-08")),
    ],
)
def test_a_date_is_a_spell_of_its_precision(
    when: When, spell: tuple[str, str], tmp_path: Path
) -> None:
    assert spells(when, tmp_path) == [spell]


@pytest.mark.parametrize("date", ["spring", "2023-02-30", "2023-13", "0000", "2023-00-01", "99"])
def test_what_is_no_date_is_no_spell(date: str, tmp_path: Path) -> None:
    assert spells(When(date), tmp_path) == []


def test_gexf_says_that_its_dates_are_dates() -> None:
    root = ElementTree.fromstring("".join(generate(corpus(), "gexf")))
    space = {"g": "http://gexf.net/1.3"}
    graph = root.find("g:graph", space)
    assert graph is not None
    assert graph.attrib == {
        "defaultedgetype": "directed",
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
    }
    assert "lastmodifieddate" not in "".join(generate(corpus(), "gexf"))


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "label",
    [
        "a\rb",
        "a\nb",
        "a\tb",
        "<b>&\"'",
        "]]>",
        "\u202eevil",
        "a\u2028b\x85c",
        "a\x00b",
        "a\ud800b",
        "",
    ],
)
def test_a_label_comes_back_or_its_unwritable_characters_are_replaced(
    name: str, label: str, tmp_path: Path
) -> None:
    graph = Corpus((), (Actor("x", label, "Country", (label,)),), ())
    assert read_back(name, tmp_path, graph).nodes["x"]["label"] == clean(label)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=30)
@given(any_corpus=corpora())
def test_any_text_comes_back(
    name: str, any_corpus: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = read_back(name, tmp_path_factory.mktemp("any"), any_corpus)
    whole = to_networkx(any_corpus)
    labels = {clean(id): clean(data["label"]) for id, data in whole.nodes(data=True)}
    assert {id: data["label"] for id, data in found.nodes(data=True)} == labels
    ends = sorted((clean(subject), clean(object_)) for subject, object_ in whole.edges())
    assert sorted(found.edges()) == ends
