"""Nanopublications: what each claim says, where it says so, and what made the record, in TriG.

A claim is a nanopublication of four graphs, as the guidelines of nanopub.net want them:
the head; the assertion, which is the plain triple where the author tells it as fact, and else
what the claim says of it (denied, planned, doubted, or said by whom), never the bare triple; the
provenance, with the document, its date, the sentence and the names in it; and the publication info.
No moment of making stands in it: the only times are those that the articles give. The names are
no trusty URIs and nothing is signed; who publishes does both.

Lacks actors and documents of which no claim speaks, and what the ontology says of relations.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Triple

from kg.graph import literals
from kg.graph.files import read_corpus, write_text
from kg.graph.names import BASE, DCTERMS, PROV, RDFS, Names, kgo, node, prefixes, rdf, rel
from kg.graph.provenance import Run
from kg.graph.rdf import claim_quads, is_told, quads
from kg.graph.turtle import generate_trig
from kg.model import Corpus, ResolvedClaim
from kg.vocabulary import vocabulary

NP = "http://www.nanopub.org/nschema#"
AGENT = "https://w3id.org/actorgraph/"
_GRAPHS = {
    "assertion": "hasAssertion",
    "provenance": "hasProvenance",
    "pubinfo": "hasPublicationInfo",
}
# what a claim says that is not told as fact
_SAID = {rdf("type"), *map(kgo, ("states", "status", "source"))}


def generate_nanopub(corpus: Corpus, *, base: str = BASE, run: Run | None = None) -> Iterator[str]:
    """The text of a TriG file of nanopublications, in the order of the ids of claims."""
    made = (_Nanopublication(claim, base, run or Run()) for claim in corpus.claims())
    for one in sorted(made, key=lambda one: one.this.value):
        parts = one.this.value + "/"
        yield from generate_trig(one.quads(), prefixes(base) | {"np": NP, "sub": parts})
        yield "\n"


def write_nanopub(corpus: Corpus, path: Path, *, base: str = BASE, run: Run | None = None) -> None:
    """Write a TriG file of nanopublications."""
    write_text(generate_nanopub(corpus, base=base, run=run), path)


def read_nanopub(path: Path) -> Corpus:
    """The corpus of a file that ends in `.nanopub.trig`."""
    return read_corpus(path)


class _Nanopublication:
    """The four graphs of one claim."""

    def __init__(self, claim: ResolvedClaim, base: str, run: Run) -> None:
        self.claim, self.base, self.run = claim, base, run
        self.names = Names(base)
        self.this = node(f"{base}nanopub/{claim.id}")
        self.about = self.names.of("claim", claim.id)

    def quads(self) -> Iterator[Quad]:
        """All quads, each in one of the four graphs."""
        yield from self.head()
        for graph, triples in {
            "assertion": [t for t in self.said() if self.is_assertion(t)],
            "provenance": [*self.origin(), *(t for t in self.said() if not self.is_assertion(t))],
            "pubinfo": list(self.info()),
        }.items():
            for t in dict.fromkeys(triples):
                yield Quad(t.subject, t.predicate, t.object, self.part(graph))

    def head(self) -> Iterator[Quad]:
        head = self.part("head")
        yield Quad(self.this, rdf("type"), node(NP + "Nanopublication"), head)
        for graph, link in _GRAPHS.items():
            yield Quad(self.this, node(NP + link), self.part(graph), head)

    def said(self) -> Iterator[Triple]:
        """What the document says, and of whom."""
        claim = self.claim
        parties = (claim.subject, claim.object, claim.source)
        actors = {party.actor.id: party.actor for party in parties if party}
        spoken = Corpus((claim.document,), tuple(actors.values()), ())
        for quad in claim_quads(claim, self.names, self.run):
            yield quad.triple
        for quad in quads(spoken, base=self.base, run=self.run):
            yield quad.triple

    def is_assertion(self, triple: Triple) -> bool:
        """Whether it belongs to what is claimed, not to how the claim came to be."""
        if is_told(self.claim):
            return triple.predicate == rel(self.claim.claim.relation)
        statement = self.names.of("stmt", self.claim.statement_id)
        return triple.subject == statement or (
            triple.subject == self.about and triple.predicate in _SAID
        )

    def origin(self) -> Iterator[Triple]:
        assertion, derived = self.part("assertion"), node(PROV + "wasDerivedFrom")
        yield Triple(assertion, derived, self.about)
        yield Triple(assertion, derived, self.names.document(self.claim.document))
        if source := self.claim.source:
            speaker = self.names.of("actor", source.actor.id)
            yield Triple(assertion, node(PROV + "wasAttributedTo"), speaker)

    def info(self) -> Iterator[Triple]:
        plain = self.claim.claim
        ends = (self.claim.subject.actor.label, self.claim.object.actor.label)
        words = f"{ends[0]} {vocabulary()[plain.relation].label} {ends[1]} ({plain.status})"
        yield Triple(self.this, node(RDFS + "label"), literals.text(words))
        yield Triple(self.this, node(DCTERMS + "creator"), node(AGENT))
        run = self.names.of("run", self.run.id)
        yield Triple(self.this, node(PROV + "wasGeneratedBy"), run)

    def part(self, name: str) -> NamedNode:
        return node(f"{self.this.value}/{name}")
