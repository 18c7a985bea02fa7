"""JSON-LD as trees: each statement with its actors, and its claims with their evidence inside.

The statements are the framing of the graph by `frame()` (JSON-LD 1.1 Framing): what is needed to
read one alone stands in it, however often. Behind them stands, once, what the frame leaves out:
actors with the plain triples, relations, runs. Carries and lacks what Turtle does: as a set of
triples it is the same graph.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import Quad

from kg.export.jsonld import Term, Terms
from kg.export.rdf import Graph, dataset, triples
from kg.graph.context import context
from kg.graph.files import read_corpus, write_text
from kg.graph.names import BASE, KGO, RDF
from kg.graph.provenance import Run
from kg.model import Corpus

CLAIMS = "claims"
_STATES = KGO + "states"
_HERE: dict[str, Any] = {"@embed": "@always", "@omitDefault": True}
_NAMED: dict[str, Any] = {"@embed": "@never", "@omitDefault": True}
_VALUES: dict[str, Any] = {"@omitDefault": True}
_ACTOR = _HERE | {
    "@explicit": True,
    "type": {},
    **dict.fromkeys("skos:prefLabel skos:altLabel owl:sameAs".split(), _VALUES),
    "actsFor": _NAMED,
}
_SPAN = _HERE | {"oa:hasSource": _NAMED, "oa:hasSelector": _HERE}
_MENTION = _SPAN | {"refersTo": _NAMED, "antecedent": _SPAN}
_CLAIM = _HERE | {
    "states": _NAMED,
    "source": _ACTOR,
    **dict.fromkeys(("subjectMention", "objectMention", "sourceMention"), _MENTION),
    **dict.fromkeys(("sentence", "cue", "scopeCue", "timeSpan", "oa:hasTarget"), _SPAN),
    **dict.fromkeys(("subjectSpan", "objectSpan"), _SPAN),
    "correction": _HERE,
    "prov:wasDerivedFrom": _HERE,
    "prov:wasGeneratedBy": _NAMED,
}
_STATEMENT = {
    "rdf:subject": _ACTOR,
    "rdf:predicate": _NAMED,
    "rdf:object": _ACTOR,
    CLAIMS: _CLAIM,
}


def frame(base: str = BASE) -> dict[str, Any]:
    """The frame, with its context; what it does not name is named, not embedded."""
    return {
        "@context": context(base) | {CLAIMS: {"@reverse": "kgo:states", "@container": "@set"}},
        "@embed": "@never",
        "type": "Statement",
        **_STATEMENT,
    }


def generate_framed(graph: Graph, *, base: str = BASE, run: Run | None = None) -> Iterator[str]:
    """The text of a framed JSON-LD file, a statement a line; its context is in the file."""
    trees = _Trees([Quad(*t) for t in triples(dataset(graph, base=base, run=run))], Terms(base))
    yield '{"@context": ' + _json(frame(base)["@context"]) + ',\n"@graph": [\n'
    yield ",\n".join(map(_json, trees.all()))
    yield "\n]}\n"


def write_framed(graph: Graph, path: Path, *, base: str = BASE, run: Run | None = None) -> None:
    """Write a framed JSON-LD file."""
    write_text(generate_framed(graph, base=base, run=run), path)


def read_framed(path: Path) -> Corpus:
    """The corpus of a file that ends in `.framed.jsonld`."""
    return read_corpus(path)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Trees:
    """The nodes of a graph, by what the frame embeds in what."""

    def __init__(self, quads: list[Quad], terms: Terms) -> None:
        self.terms = terms
        self.nodes: dict[Term, list[Quad]] = defaultdict(list)
        self.claims: dict[Term, list[Term]] = defaultdict(list)
        for quad in quads:
            self.nodes[quad.subject].append(quad)
            if quad.predicate.value == _STATES:
                self.claims[quad.object].append(quad.subject)
        self.told: set[Term] = set()

    def all(self) -> Iterator[dict[str, Any]]:
        """Statements first, then what no statement holds whole."""
        for this in filter(self._is_statement, sorted(self.nodes, key=str)):
            yield self.tree(this, _STATEMENT)
        for this in sorted(self.nodes.keys() - self.told, key=str):
            yield self.terms.node(self.nodes[this])

    def tree(self, this: Term, part: Mapping[str, Any]) -> dict[str, Any]:
        """A node with what its part of the frame embeds."""
        quads = self.nodes[this]
        if part.get("@explicit"):
            quads = [quad for quad in quads if self.name(quad) in part]
        else:
            self.told.add(this)
        here: dict[str, Any] = {"id": self.terms.id(this)}
        if quads:
            here = self.terms.node(quads)
        inside: dict[str, list[Term]] = defaultdict(list)
        for quad in quads:
            if part.get(self.name(quad), _NAMED).get("@embed") == "@always":
                inside[self.name(quad)].append(quad.object)
        for name, objects in inside.items():
            here[name] = self.values(sorted(objects, key=str), part[name])
        if CLAIMS in part and (claims := sorted(self.claims[this], key=str)):
            here[CLAIMS] = [self.tree(claim, part[CLAIMS]) for claim in claims]
        return here

    def values(self, objects: list[Term], part: Mapping[str, Any]) -> Any:
        """Objects of one property as trees; what has no properties is named."""
        trees = [
            self.tree(term, part) if term in self.nodes else self.terms.value(term, "")
            for term in objects
        ]
        return trees[0] if len(trees) == 1 else trees

    def name(self, quad: Quad) -> str:
        """What the frame calls the property."""
        iri = quad.predicate.value
        return "type" if iri == RDF + "type" else self.terms.name(iri)

    def _is_statement(self, this: Term) -> bool:
        said = ((quad.predicate.value, quad.object) for quad in self.nodes[this])
        return any(
            predicate == RDF + "type" and getattr(value, "value", "") == KGO + "Statement"
            for predicate, value in said
        )
