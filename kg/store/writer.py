"""Putting documents into a store and taking them out, one transaction a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from kg.corrections.apply import Plan
from kg.errors import StoreError
from kg.graph.infer import infer
from kg.graph.names import DCTERMS, KGO, Names, node, rdf, rel, tail
from kg.graph.ontology import relation_triples
from kg.graph.owl import REGIME
from kg.graph.pool import pool
from kg.graph.provenance import Run
from kg.graph.rdf import quads
from kg.model import Actor, Corpus, Document, ResolvedClaim
from kg.store import ledger
from kg.store.correcting import Corrections
from kg.store.extracted import keep
from kg.store.inference import owl_triples
from kg.store.ledger import Holding, ledger_graph, parse_record
from kg.store.sparql import Change, Term, text, values
from kg.vocabulary import vocabulary


class Backend(Protocol):
    """What keeps the quads: queries see what was acknowledged, an update is done whole or not."""

    def select(self, query: str) -> QuerySolutions:
        """The solutions of a SELECT query."""

    def update(self, text: str) -> None:
        """Do one SPARQL update in one transaction."""


class Writer:
    """Changes the graph in a store; the same documents give the same graph in any order."""

    def __init__(self, backend: Backend, base: str) -> None:
        self.backend = backend
        self.names = Names(base)
        self.ledger = ledger_graph(self.names)
        self.corrections = Corrections(self)
        self.inferred = self.names.of("graph", "inferred")

    def holds(self, document: Document, run: Run) -> bool:
        """Whether the store holds what this run makes of this very document."""
        found = self.holding(document.name)
        digest = ledger.content_digest(document)
        return bool(found and found.content == digest and found.run == run.id)

    def put(self, corpus: Corpus, run: Run, content: str | None = None) -> None:
        """Put what a corpus of one document says in the place of what its name held before.

        What it says is what the store's corrections make of it.
        """
        if len(corpus.documents) != 1:
            raise StoreError(f"a transaction takes one document, not {len(corpus.documents)}")
        old = self.holding(corpus.documents[0].name)
        corrected = self.corrections.corrected(corpus, old)
        extracted = None if corrected == corpus else keep(corpus, self.names, run)
        new = ledger.holding(corrected, self.names, run, content, extracted=extracted)
        given = quads(corrected, base=self.names.base, run=run)
        shared = self.names.of("graph", "actors")
        self._replace(old, new, (quad for quad in given if quad.graph_name != shared))

    def remove(self, name: str) -> bool:
        """Take a document out, and what only it gave; False where the store does not hold it."""
        old = self.holding(name)
        if old is None:
            return False
        self._replace(old, None, ())
        return True

    def forget_publisher(self, publisher: str) -> list[str]:
        """Take out all documents of a publisher, and corrections of them alone; their names."""
        says = f"?doc {node(DCTERMS + 'publisher')} {text(Literal(publisher))}"
        names = self._names_of(f"GRAPH ?doc {{ {says} }}")
        texts = {
            ledger.document_id(holding.iri) for name in names if (holding := self.holding(name))
        }
        for name in names:
            self.remove(name)
        gone = {digest for digest in texts if not self.names_with_text(digest)}
        entries = self.corrections.overlay.by_id.items()
        self.corrections.forget(id for id, entry in entries if entry.document in gone)
        return names

    def forget_actor(self, id: str) -> list[str]:
        """Take out an actor, every claim that it has a part in, and every correction that names it.

        What corrections made one with it goes as well. Returns the documents that change.
        """
        plan = self.corrections.plan
        group = plan.identity.groups.get(id)
        ids = group.members if group else frozenset({id})
        names = sorted({*self.names_about(ids), *self.corrections.documents_naming(ids)})
        entries = [known for known, e in plan.overlay.by_id.items() if e.actors & ids]
        self.corrections.forget(entries, (self._without(name, ids, plan) for name in names))
        return names

    def infer(self, *, owl_rl: bool = False) -> int:
        """Add what follows to a graph of its own; how many facts. The next change drops it.

        `owl_rl` adds what OWL 2 RL entails of that, and has the graph say so.
        """
        relations = values(map(rel, vocabulary()))
        facts = self.backend.select(
            f"SELECT DISTINCT ?s ?r ?o {{ VALUES ?r {relations} GRAPH ?g {{ ?s ?r ?o }} "
            f"FILTER(?g != {self.inferred}) }}"
        )
        told = {(tail(row["s"].value), tail(row["r"].value), tail(row["o"].value)) for row in facts}
        found = infer(told, self._acts_for())
        actor = partial(self.names.of, "actor")
        new = [Quad(actor(s), rel(r), actor(o), self.inferred) for s, r, o in sorted(found)]
        if owl_rl:
            more = owl_triples(told | found, self._types(), self.names)
            new += [Quad(*triple, self.inferred) for triple in more]
        mark = [Quad(self.inferred, node(DCTERMS + "conformsTo"), REGIME, self.inferred)]
        self.commit(Change(drop=(self.inferred,), insert=(*new, *(mark if owl_rl else ()))))
        return len(new)

    def documents(self) -> Iterator[str]:
        """The names of the documents that the store holds, sorted."""
        yield from self._names_where("")

    def commit(self, change: Change) -> None:
        """Do a change in one transaction."""
        self.backend.update(change.update())

    def select_ledger(self, query: str) -> QuerySolutions:
        """The solutions of a SELECT query on the ledger, which is in its named graph."""
        return self.backend.select(query)

    def holding(self, name: str) -> Holding | None:
        """What the store holds under the name of a document."""
        rows = self.select_ledger(
            f"SELECT ?doc ?p ?o {{ GRAPH {self.ledger} {{ "
            f"?doc {ledger.NAME} {text(Literal(name))} ; ?p ?o }} }}"
        )
        return ledger.parse_holding(
            (row["doc"], row["p"].value, row["o"].value)
            for row in rows
            if isinstance(row["doc"], NamedNode)
        )

    def run(self, id: str) -> Run:
        """The run with this id, as the store recorded it."""
        graph, this = self.names.of("graph", "runs"), self.names.of("run", id)
        rows = self.backend.select(f"SELECT ?p ?o {{ GRAPH {graph} {{ {this} ?p ?o }} }}")
        said = [(tail(row["p"].value), row["o"].value) for row in rows]
        options = (value.partition("=") for key, value in said if key == "option")
        plain = dict(said)
        return Run(
            plain["version"], plain.get("model"), tuple(sorted((k, v) for k, _, v in options))
        )

    def _types(self) -> dict[str, str]:
        """The class of each actor, as it is told."""
        actors = self.names.of("graph", "actors")
        rows = self.backend.select(f"SELECT ?s ?c {{ GRAPH {actors} {{ ?s {rdf('type')} ?c }} }}")
        return {tail(row["s"].value): tail(row["c"].value) for row in rows}

    def _acts_for(self) -> dict[str, list[str]]:
        actors, acts_for = self.names.of("graph", "actors"), node(KGO + "actsFor")
        query = f"SELECT ?s ?o {{ GRAPH {actors} {{ ?s {acts_for} ?o }} }}"
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.backend.select(query):
            found[tail(row["s"].value)].append(tail(row["o"].value))
        return found

    def _names_of(self, pattern: str) -> list[str]:
        """The names of the documents `?doc` that a pattern over the graph finds."""
        found = {row["doc"] for row in self.backend.select(f"SELECT DISTINCT ?doc {{ {pattern} }}")}
        return self._names_where(f"VALUES ?doc {values(found)}") if found else []

    def _names_where(self, pattern: str) -> list[str]:
        """The names of the documents `?doc` that a pattern over the ledger finds."""
        told = f"?doc {ledger.NAME} ?name . {pattern}"
        query = f"SELECT DISTINCT ?name {{ GRAPH {self.ledger} {{ {told} }} }}"
        return sorted(row["name"].value for row in self.select_ledger(query))

    def names_about(self, actors: Iterable[str]) -> list[str]:
        """The names of the documents that speak of one of these actors, or of who acts for it."""
        actors = set(actors)
        iris = values(self.names.of("actor", id) for id in actors)
        refers = f"VALUES ?actor {iris} GRAPH ?doc {{ ?m {node(KGO + 'refersTo')} ?actor }}"
        acting = self._records({a for a, others in self._acts_for().items() if actors & {*others}})
        known = values(Literal(line) for lines in acting.values() for line in lines)
        told = self._names_where(f"VALUES ?r {known} ?doc {ledger.DESCRIBES} ?r")
        return sorted({*self._names_of(refers), *told})

    def names_with_text(self, digest: str) -> list[str]:
        """The names of the documents whose text has this hash."""
        beginning = text(Literal(self.names.of("doc", f"{digest}-").value))
        return self._names_where(f"FILTER(STRSTARTS(STR(?doc), {beginning}))")

    def _without(self, name: str, actors: frozenset[str], plan: Plan) -> tuple[Corpus, Holding]:
        """What was extracted of a document, without actors and without what was made them."""
        old = self.holding(name)
        assert old is not None, "the ledger named it"
        said = self.corrections.extracted(old)
        made = plan.apply(said)
        gone = {
            id
            for corrected in made.corpus.claims()
            if actors & _parties(corrected)
            for id in (claim.id for claim in made.origins[corrected.id])
        }
        claims = [c for c in said.claims() if c.id not in gone and not actors & _parties(c)]
        spoken = {id for claim in claims for id in _parties(claim)}
        known = [
            replace(a, acts_for=tuple(id for id in a.acts_for if id not in actors))
            for a in said.actors
            if a.id in spoken
        ]
        return replace(pool(claims, said.documents), actors=tuple(known)), old

    def quads_of(self, graph: NamedNode) -> Iterator[Quad]:
        """What the store says in a named graph."""
        rows = self.backend.select(f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
        return (Quad(row["s"], row["p"], row["o"], graph) for row in rows)

    def _replace(self, old: Holding | None, new: Holding | None, given: Iterable[Quad]) -> None:
        clear, delete, insert = self._actors(old, new)
        entry = new.quads(self.names) if new else ()
        change = Change(
            drop=(self.inferred, old.iri) if old else (self.inferred,),
            clear=(*clear, *self._entries(old, new)),
            delete=(*delete, *self._unused_relations(old, new)),
            insert=(*given, *insert, *entry),
        )
        self.commit(change)

    def _entries(
        self, old: Holding | None, new: Holding | None
    ) -> Iterator[tuple[NamedNode, NamedNode]]:
        """The old entry in the ledger, and the record of its run if no other document has it."""
        if old is None:
            return
        yield self.ledger, old.iri
        run = self.names.of("run", old.run)
        if (new is None or new.run != old.run) and not self._elsewhere([run], ledger.RUN, old.iri):
            yield self.names.of("graph", "runs"), run

    def _actors(
        self, old: Holding | None, new: Holding | None
    ) -> tuple[list[tuple[NamedNode, NamedNode]], list[Quad], list[Quad]]:
        """What changes in the graph of actors and in their records."""
        before = old.records if old else frozenset()
        after = new.records if new else frozenset()
        gone = before - after
        if old and gone:
            gone -= self._elsewhere(map(Literal, gone), ledger.DESCRIBES, old.iri)
        clear, delete, insert = [], [], []
        told = _by_actor(after)
        known = self._records({*_by_actor(gone), *_by_actor(after - before)})
        for id, lines in sorted(known.items()):
            left = (lines - gone) | told[id]
            if left == lines:
                continue
            this = self.names.of("actor", id)
            clear.append((self.names.of("graph", "actors"), this))
            delete += [self._recorded(this, line) for line in sorted(lines - left)]
            insert += [self._recorded(this, line) for line in sorted(left - lines)]
            insert += self.described(map(parse_record, left))
        return clear, delete, insert

    def _recorded(self, actor: NamedNode, line: str) -> Quad:
        return Quad(actor, ledger.RECORD, Literal(line), self.ledger)

    def described(self, records: Iterable[Actor]) -> list[Quad]:
        """What the graph of actors says where these are all records of them."""
        graph = self.names.of("graph", "actors")
        told = quads(pool([], [], records), base=self.names.base)
        return [quad for quad in told if quad.graph_name == graph]

    def _records(self, ids: set[str]) -> dict[str, set[str]]:
        """The records of each of these actors."""
        found: dict[str, set[str]] = {id: set() for id in ids}
        if ids:
            actors = values(self.names.of("actor", id) for id in ids)
            pattern = f"VALUES ?actor {actors} ?actor {ledger.RECORD} ?record"
            query = f"SELECT ?record {{ GRAPH {self.ledger} {{ {pattern} }} }}"
            for row in self.select_ledger(query):
                line = row["record"].value
                found[parse_record(line).id].add(line)
        return found

    def _elsewhere(self, terms: Iterable[Term], by: NamedNode, document: NamedNode) -> set[str]:
        """Those of the values that documents other than this one have too."""
        has = f"GRAPH {self.ledger} {{ ?doc {by} ?x FILTER(?doc != {document}) }}"
        query = f"SELECT ?x {{ VALUES ?x {values(terms)} FILTER EXISTS {{ {has} }} }}"
        return {row["x"].value for row in self.select_ledger(query)}

    def _unused_relations(self, old: Holding | None, new: Holding | None) -> list[Quad]:
        """What the graph of relations says only for the sake of relations that the old one used."""
        lost = (old.relations if old else frozenset()) - (new.relations if new else frozenset())
        if not old or not lost:
            return []
        used = {tail(iri) for iri in self._elsewhere(map(rel, vocabulary()), ledger.USES, old.iri)}
        used |= new.relations if new else frozenset()
        kept = set(self._relations(used))
        return [quad for quad in self._relations(lost) if quad not in kept]

    def _relations(self, ids: Iterable[str]) -> list[Quad]:
        graph, known = self.names.of("graph", "relations"), vocabulary()
        with_supers = sorted({r for id in ids if id in known for r in (id, *known.supers(id))})
        return [
            Quad(*triple, graph) for id in with_supers for triple in relation_triples(known[id])
        ]


def _parties(claim: ResolvedClaim) -> frozenset[str]:
    return frozenset(r.actor.id for r in (claim.subject, claim.object, claim.source) if r)


def _by_actor(records: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in records:
        found[parse_record(line).id].add(line)
    return found
