"""The ledger of a store: what it holds of each document, in a named graph of its own.

The graphs of actors, relations and runs are shared by all documents. The ledger keeps what each
document gives to them, so that taking a document out leaves what a store without it would hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.names import Names, node, rel, tail
from kg.graph.provenance import Run
from kg.model import Actor, Corpus, Document, digest

STORE = "https://w3id.org/actorgraph/store#"
NAME, CONTENT, RUN, RECORD, DESCRIBES, USES, EXTRACTED, PENDING = (
    node(STORE + name)
    for name in (
        "name", "content", "run", "record", "describes", "uses", "extracted", "pending"
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holding:
    """What a store holds of one document; `extracted` where corrections have made it another."""

    iri: NamedNode
    name: str
    content: str
    run: str
    records: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    extracted: str | None = None

    def quads(self, names: Names) -> Iterator[Quad]:
        """The entry of the document in the ledger."""
        graph = ledger_graph(names)
        yield Quad(self.iri, NAME, Literal(self.name), graph)
        yield Quad(self.iri, CONTENT, Literal(self.content), graph)
        yield Quad(self.iri, RUN, names.of("run", self.run), graph)
        for record in self.records:
            yield Quad(self.iri, DESCRIBES, Literal(record), graph)
        for relation in self.relations:
            yield Quad(self.iri, USES, rel(relation), graph)
        if self.extracted is not None:
            yield Quad(self.iri, EXTRACTED, Literal(self.extracted), graph)


def ledger_graph(names: Names) -> NamedNode:
    """The named graph of the ledger."""
    return names.of("graph", "ledger")


def holding(
    corpus: Corpus,
    names: Names,
    run: Run,
    content: str | None = None,
    *,
    extracted: str | None = None,
) -> Holding:
    """The entry of a corpus of one document; `content` stands for the text where it is unknown."""
    (document,) = corpus.documents
    return Holding(
        iri=names.document(document),
        name=document.name,
        content=content or content_digest(document),
        run=run.id,
        records=frozenset(map(record, corpus.actors)),
        relations=frozenset(statement.relation for statement in corpus.statements),
        extracted=extracted,
    )


def document_id(iri: NamedNode) -> str:
    """The hash of a document's text, as its IRI has it."""
    return tail(iri.value).partition("-")[0]


def content_digest(document: Document) -> str:
    """A hash of all that was read of a document, its text and what is said about it."""
    about = (document.title, document.publisher, document.url, document.published)
    sections = (f"{s.span.start}-{s.span.end} {s.kind} {s.author or ''}" for s in document.sections)
    return digest(
        document.name, document.text, document.language, *(a or "" for a in about), *sections
    )


def parse_holding(rows: Iterable[tuple[NamedNode, str, str]]) -> Holding | None:
    """The entry in these rows of subject, predicate, value; None where there are none."""
    found: dict[str, list[str]] = {}
    iri = None
    for subject, predicate, value in rows:
        iri = subject
        found.setdefault(predicate, []).append(value)
    if iri is None:
        return None
    name, content, run = (found[term.value][0] for term in (NAME, CONTENT, RUN))
    records = frozenset(found.get(DESCRIBES.value, ()))
    relations = frozenset(map(tail, found.get(USES.value, ())))
    extracted = next(iter(found.get(EXTRACTED.value, ())), None)
    return Holding(iri, name, content, tail(run), records, relations, extracted)


def record(actor: Actor) -> str:
    """All that is known of an actor, as one line."""
    fields = (actor.id, actor.label, actor.type, actor.aliases, actor.same_as, actor.acts_for)
    return json.dumps(fields, separators=(",", ":"))


def parse_record(line: str) -> Actor:
    """The actor that `record` made a line of."""
    id, label, type_, aliases, same_as, acts_for = json.loads(line)
    return Actor(id, label, type_, tuple(aliases), same_as, tuple(acts_for))
