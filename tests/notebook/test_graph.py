from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import kg
from kg.errors import ExportError, InputError, QueryError
from kg.export import write_folder
from kg.graph.provenance import Run
from kg.model import Actor, Corpus
from kg.notebook import Graph
from kg.notebook.shown import SANDBOX
from kg.statistics import Scope
from kg.store import open_store
from tests.corpora import corpus
from tests.export.html.hostile import PAYLOADS, hostile
from tests.statistics.world import claim
from tests.statistics.world import corpus as pooled

ARTICLE = "Russia summoned Armenia's ambassador on 8 September 2023, the ministry said."


class Tags(HTMLParser):
    """The elements, attributes and words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= dict(attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_public_name_is_kg_graph() -> None:
    assert kg.Graph is Graph
    assert set(kg.__all__) == {"Graph", "classify"}


def test_a_graph_says_what_it_holds() -> None:
    assert repr(Graph(corpus())) == (
        "Graph(3 articles, 9 actors, 11 statements, 15 claims, of which 8 told as fact)"
    )


def test_a_graph_is_read_from_files_folders_and_stores(tmp_path: Path) -> None:
    claims = [claim("A", "attacks", "B", "2023"), claim("A", "meets", "C", article="other")]
    write_folder(pooled(*claims), tmp_path / "built")
    with open_store(tmp_path / "store") as store:
        for one in claims:
            store.put(pooled(one), Run())
    statements, trig = tmp_path / "built" / "statements.jsonl", tmp_path / "built" / "graph.trig"
    graphs = [Graph.read(tmp_path / "built"), Graph.read(statements), Graph.read(str(trig)),
              Graph.open(tmp_path / "store")]  # fmt: skip
    for graph in graphs:
        assert {s.relation for s in graph.corpus.statements} == {"attacks", "meets"}
        assert graph.query("SELECT ?to { ?from rel:attacks ?to }").rows == [("actor:b",)]


def test_a_graph_is_built_from_articles(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(ARTICLE)
    graph = Graph.build(tmp_path)
    assert "summonsEnvoyOf" in {s.relation for s in graph.corpus.statements}
    with pytest.raises(InputError, match="there is no article"):
        Graph.build()


def test_the_card_shows_the_facts_that_most_articles_tell() -> None:
    often = [claim("A", "attacks", "B", article=name, published="2023") for name in ("x", "y")]
    graph = Graph(pooled(*often, claim("C", "memberOf", "B"), claim("B", "meets", "D", by="A")))
    found = Tags(graph._repr_html_())
    rows = [row for row in "".join(f"{word}|" for word in found.words).split("|") if row]
    assert rows[0] == "Graph"
    assert rows[7:11] == ["A", "attacks", "B", "2"]
    assert "meets" not in rows  # only quoted
    assert set(found.tags) <= set("div p b table thead tbody tr th td bdi".split())


def test_nothing_of_an_article_becomes_markup() -> None:
    graph = Graph(hostile())
    found = Tags(graph._repr_html_())
    assert set(found.tags) == set("div p b table thead tbody tr th td bdi".split())
    assert found.attributes == {}
    named = [
        claim(Actor(f"actor{number}", payload, "Country"), "attacks", "B")
        for number, payload in enumerate(PAYLOADS)
    ]
    answer = Graph(pooled(*named)).query("SELECT ?name { ?a rel:attacks ?b; skos:prefLabel ?name }")
    cells = Tags(answer._repr_html_())
    assert set(cells.tags) <= set("div p table thead tbody tr th td bdi".split())
    assert len(answer) == len(PAYLOADS)
    assert not {c for word in cells.words for c in word} & {"\u202e", "\u2066", "\x1b", "\x00"}


def test_the_page_stands_in_a_frame_of_its_own() -> None:
    view = Graph(hostile()).view(title="'\"><script>alert(1)</script>", height=300)
    found = Tags(view._repr_html_())
    assert found.tags == ["iframe"]
    assert found.attributes["sandbox"] == SANDBOX
    assert "allow-same-origin" not in SANDBOX
    assert found.attributes["srcdoc"] == view.page
    assert found.attributes["height"] == "300"


def test_data_frames_hold_actors_statements_and_claims() -> None:
    actors, statements, claims = Graph(corpus()).to_pandas()
    assert actors["id"].is_monotonic_increasing
    assert (len(actors), len(statements), len(claims)) == (9, 11, 15)
    attacks = statements.set_index("relation").loc["attacks"]
    assert (attacks["subject_label"], attacks["object"], attacks["claims"]) == (
        "Azerbaijan",
        "armenia",
        3,
    )
    assert claims["told"].sum() == 8
    assert claims.groupby("status").size().to_dict() == {
        "asserted": 10, "hypothetical": 1, "negated": 2, "planned": 1, "questioned": 1,
    }  # fmt: skip
    assert [len(frame) for frame in Graph(Corpus((), (), ())).to_pandas()] == [0, 0, 0]


def test_answers_are_data_frames_too() -> None:
    answer = Graph(corpus()).named("weapons")
    frame = answer.to_pandas()
    assert list(frame.columns) == list(answer.columns)
    assert len(frame) == len(answer) == len(answer.rows)
    assert repr(answer).startswith(f"Answer({len(answer)} rows: ")


def test_without_pandas_an_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ExportError, match=re.escape("pip install 'actorgraph[notebook]'")):
        Graph(corpus()).to_pandas()


def test_a_graph_is_asked_measured_drawn_and_written(tmp_path: Path) -> None:
    graph = Graph(corpus())
    assert graph.query("ASK { ?a rel:invades ?b }").rows == [("false",)]
    with pytest.raises(QueryError, match="not valid SPARQL"):
        graph.query("SELEC")
    assert graph.statistics(Scope(actor="France")).claims.claims == 2
    assert graph.picture(panel="timeline")._repr_png_().startswith(b"\x89PNG")
    assert graph.to_networkx().number_of_edges() == 11
    graph.write(tmp_path / "graph.graphml")
    assert (tmp_path / "graph.graphml").stat().st_size > 1000
