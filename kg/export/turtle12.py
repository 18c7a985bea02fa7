"""RDF 1.2 Turtle: a claim is a reifier of the triple that it states.

`s p o ~ claim {| ... |}` where the author tells the triple as fact, `<< s p o ~ claim >> ...` where
a claim denies, plans or doubts it, or a quoted speaker says it: then the triple is not asserted.
Carries what Turtle carries, and lacks what Turtle lacks: which document's graph a triple stands in.
Readers of RDF 1.1 do not read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Triple

from kg.export.rdf import Graph, dataset, triples
from kg.graph.files import read_corpus, write_text
from kg.graph.names import BASE, kgo, prefixes
from kg.graph.provenance import Run
from kg.graph.reifiers import REIFIES, reified
from kg.graph.turtle import Term, Writer, generate_turtle
from kg.model import Corpus

_STATUS, _SOURCE, _ASSERTED = kgo("status"), kgo("source"), kgo("asserted")


def generate_turtle12(graph: Graph, *, base: str = BASE, run: Run | None = None) -> Iterator[str]:
    """The text of an RDF 1.2 Turtle file, the union of all graphs."""
    found = reified(triples(dataset(graph, base=base, run=run)))
    yield from generate_turtle((Quad(*triple) for triple in found), prefixes(base), _Writer)


def write_turtle12(graph: Graph, path: Path, *, base: str = BASE, run: Run | None = None) -> None:
    """Write an RDF 1.2 Turtle file."""
    write_text(generate_turtle12(graph, base=base, run=run), path)


def read_turtle12(path: Path) -> Corpus:
    """The corpus of a file that ends in `.rdf12.ttl`."""
    return read_corpus(path)


class _Writer(Writer):
    """Writes reifiers with the triple that they reify."""

    def head(self) -> Iterator[str]:
        yield '@version "1.2" .\n'
        yield from super().head()

    def blocks(self, quads: list[Quad], indent: str) -> Iterator[str]:
        self.reifies = _reifiers(quads)
        told = {q.triple for q in quads} & {self.reifies[t] for t in self._tellers(quads)}
        self.annotated = {this for this in self._tellers(quads) if self.reifies[this] in told}
        return super().blocks([quad for quad in quads if quad.triple not in told], indent)

    def block(self, name: str, subject: Term, indent: str) -> str:
        if subject not in self.reifies:
            return super().block(name, subject, indent)
        triple = f"{self._triple(self.reifies[subject])} ~ {name}"
        said = f" ;\n{indent}    ".join(self.predicates(subject))
        if subject in self.annotated:
            return f"{indent}{triple} {{|\n{indent}    {said}\n{indent}|}} .\n"
        return f"{indent}<< {triple} >>\n{indent}    {said} .\n" if said else f"<< {triple} >> .\n"

    def predicates(self, subject: Term) -> Iterator[str]:
        if subject in self.reifies:
            self.nodes[subject].pop(REIFIES, None)
        return super().predicates(subject)

    def _tellers(self, quads: list[Quad]) -> set[Term]:
        """Reifiers that tell their triple as fact: asserted, and by no quoted speaker."""
        asserted = {q.subject for q in quads if q.predicate == _STATUS and q.object == _ASSERTED}
        quoted = {q.subject for q in quads if q.predicate == _SOURCE}
        return self.reifies.keys() & (asserted - quoted)

    def _triple(self, triple: Triple) -> str:
        return " ".join(
            (self.term(triple.subject), self.verb(triple.predicate), self.term(triple.object))
        )


def _reifiers(quads: list[Quad]) -> dict[Term, Triple]:
    """Named reifiers of one triple that holds IRIs alone; others are written as they are."""
    found: dict[Term, list[Term]] = defaultdict(list)
    for quad in quads:
        if quad.predicate == REIFIES:
            found[quad.subject].append(quad.object)
    return {
        this: triple
        for this, (triple, *more) in found.items()
        if not more and isinstance(this, NamedNode) and isinstance(triple, Triple)
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode)
    }
