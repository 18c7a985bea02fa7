"""The record of a run: what made a graph and how. It holds no clock: equal runs have one id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg import __version__
from kg.graph import literals
from kg.graph.names import DCTERMS, PROV, RDF, SKOS, Names, kgo, node
from kg.model import digest


@dataclass(frozen=True, slots=True)
class Run:
    """Version of the program, name of the language model, options that bear on the result."""

    version: str = __version__
    model: str | None = None
    options: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """A hash of all that it holds."""
        options = (part for option in sorted(self.options) for part in option)
        return digest(self.version, self.model or "", *options)


def run_quads(run: Run, names: Names) -> Iterator[Quad]:
    """The run as a PROV activity, in the graph of runs."""
    graph, this = names.of("graph", "runs"), names.of("run", run.id)

    def say(predicate: str, value: NamedNode | Literal) -> Quad:
        return Quad(this, node(predicate), value, graph)

    yield say(RDF + "type", node(PROV + "Activity"))
    yield say(RDF + "type", kgo("Run"))
    yield say(SKOS + "prefLabel", literals.text(f"actorgraph {run.version}"))
    yield say(DCTERMS + "identifier", literals.text(run.id))
    yield say(kgo("version").value, literals.text(run.version))
    if run.model:
        yield say(kgo("model").value, literals.text(run.model))
    for key, value in sorted(run.options):
        yield say(kgo("option").value, literals.text(f"{key}={value}"))
