"""A graph as one object: read it, build it, look at it, ask it, measure it, take it elsewhere."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Corpus
from kg.notebook import card
from kg.notebook.answer import Answer
from kg.notebook.frames import Frames, frames
from kg.notebook.shown import Picture, View

if TYPE_CHECKING:
    import networkx as nx

    from kg.export.rdf import Graph as Held
    from kg.query.engine import Source
    from kg.statistics import Scope, Statistics, Unit
    from kg.statistics.picture import Panel

STATEMENTS = "statements.jsonl"


class Graph:
    """Who does what to whom, as some articles tell it.

    Make one with `Graph.read` (a file), `Graph.open` (a store) or `Graph.build` (articles). In a
    notebook it shows what it holds; whatever comes from an article is shown as text.
    """

    def __init__(self, held: Held) -> None:
        """A graph of a corpus, or of the quads of an RDF dataset."""
        if not isinstance(held, Corpus):
            from kg.export.rdf import dataset

            held = dataset(held)
        self._held = held

    @classmethod
    def read(cls, path: str | Path) -> Graph:
        """The graph of a file (statements.jsonl, RDF) or of a folder that `kg build` wrote."""
        from kg.export import load

        path = Path(path)
        return cls(load(path / STATEMENTS if path.is_dir() else path))

    @classmethod
    def open(cls, store: str | Path) -> Graph:
        """What a store holds now; `store` is its folder, or the URL of a SPARQL service."""
        from kg.store import open_source

        with open_source(store) as source:
            return cls(source.quads())

    @classmethod
    def build(cls, *inputs: str | Path, model: str | None = None, jobs: int = 1) -> Graph:
        """The graph of articles, which are files or folders; nothing is fetched.

        `model` names a spaCy pipeline, `jobs` is the number of processes. The first article that
        cannot be read raises `InputError`.
        """
        from kg.build import build
        from kg.read import read

        corpus = build(read(inputs), model=model, jobs=jobs)
        if not corpus.documents:
            raise InputError("there is no article: name files or folders that hold some")
        return cls(corpus)

    @cached_property
    def corpus(self) -> Corpus:
        """Documents, actors and statements as values of `kg.model`."""
        from kg.export import corpus_of

        return corpus_of(self._held)

    def query(self, sparql: str, *, timeout: float | None = None) -> Answer:
        """The answer to a SPARQL query; `timeout` is in seconds."""
        from kg.query import run

        return Answer(run(self._source, sparql, timeout=timeout))

    def named(self, name: str, /, **values: str) -> Answer:
        """The answer to a query of ontology/queries, such as `named("contested")`.

        `values` are its parameters: `named("neighbourhood", actor="Armenia")`.
        """
        from kg.query import run_named

        return Answer(run_named(self._source, name, values))

    def statistics(
        self, scope: Scope | None = None, *, unit: Unit | None = None, top: int | None = None
    ) -> Statistics:
        """Centrality, communities, cooperation and conflict, counts: see `kg.statistics`."""
        from kg.statistics import statistics

        return statistics(self.corpus, scope, unit=unit, top=top)

    def picture(
        self,
        scope: Scope | None = None,
        *,
        title: str | None = None,
        top: int = 25,
        unit: Unit | None = None,
        panel: Panel = "both",
    ) -> Picture:
        """The strongest actors, and cooperation and conflict over time, drawn as PNG."""
        from kg.statistics.picture import picture

        return Picture(
            picture(self.corpus, "png", scope, title=title, top=top, unit=unit, panel=panel)
        )

    def view(self, *, title: str | None = None, height: int = 640) -> View:
        """The page to explore, in a frame that cannot reach the notebook."""
        from kg.export.html import generate_html

        return View(generate_html(self.corpus, title=title), height)

    def to_pandas(self) -> Frames:
        """Actors, statements and claims as data frames; needs pandas."""
        return frames(self.corpus)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """A node an actor, an edge a statement: see `kg.graph.network.to_networkx`."""
        from kg.graph.network import to_networkx

        return to_networkx(self.corpus)

    def write(self, path: str | Path, format: str | None = None) -> None:
        """Write a file of this format, or of the one that its ending tells."""
        from kg.export import write

        write(self._held, Path(path), format)

    @cached_property
    def _source(self) -> Source:
        from kg.graph.rdf import to_rdf
        from kg.query.engine import load

        return load(to_rdf(self._held) if isinstance(self._held, Corpus) else self._held)

    def __repr__(self) -> str:
        return f"Graph({card.summary(self.corpus)})"

    def _repr_html_(self) -> str:
        return card.render(self.corpus)
