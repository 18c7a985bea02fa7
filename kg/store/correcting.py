"""Corrections in a store: the log in a named graph of its own, and documents as it makes them.

The graph of a document is what corrections make of it. Where that is not what was extracted, the
ledger keeps the latter, so that a correction can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import Literal, Quad

from kg.corrections.actions import Correction, Differ, Merge
from kg.corrections.apply import Plan
from kg.corrections.desk import Desk
from kg.corrections.fates import Fate, State
from kg.corrections.overlay import Overlay
from kg.corrections.rdf import corrections_graph, overlay_of, overlay_quads
from kg.graph.names import kgo
from kg.graph.pool import merge
from kg.model import Corpus
from kg.store.extracted import corpus_of, kept_quads, kept_records
from kg.store.ledger import EXTRACTED, NAME, PENDING, Holding, document_id, parse_record
from kg.store.sparql import Change

if TYPE_CHECKING:
    from kg.store.writer import Writer


class Corrections:
    """The corrections of a store that is open for writing.

    `lost` holds, by their ids, those that a document which was put has left without their claim.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._graph = corrections_graph(writer.names)
        self._held: Plan | None = None
        self.lost: dict[str, Fate] = {}

    @property
    def plan(self) -> Plan:
        """The log, ready to be applied; what a killed writer left to do is done first."""
        if self._held is None:
            self._held = Plan(self._read())
            self._settle(self._pending())
        return self._held

    @property
    def overlay(self) -> Overlay:
        """The log."""
        return self.plan.overlay

    def corrected(self, corpus: Corpus, before: Holding | None = None) -> Corpus:
        """What the corrections make of the corpus of a document; `before` stood in its place."""
        (document,) = corpus.documents
        left = self.plan.about.get(document_id(before.iri), ()) if before else ()
        self.lost |= {e.id: Fate(e, State.NO_DOCUMENT) for e in left if e.document != document.id}
        if not self.plan.concerns(corpus):
            return corpus
        applied = self.plan.apply(corpus)
        fates = applied.fates_of(self.plan.about.get(document.id, ()))
        self.lost |= {fate.correction.id: fate for fate in fates if fate.state.is_lost}
        return applied.corpus

    def extracted(self, holding: Holding) -> Corpus:
        """What was found in a document before any correction."""
        if holding.extracted is None:
            told, records = list(self._writer.quads_of(holding.iri)), sorted(holding.records)
        else:
            told = kept_quads(holding.extracted, holding.iri)
            records = kept_records(holding.extracted)
        told += self._writer.described(map(parse_record, records))
        return corpus_of(told, records)

    def desk(self) -> Desk:
        """All that was extracted, and what was decided."""
        found = map(self._writer.holding, self._writer.documents())
        return Desk(merge(self.extracted(holding) for holding in found if holding), self.overlay)

    def keep(self, overlay: Overlay) -> None:
        """Have the log hold these entries as well, and the documents follow."""
        before = self.plan
        after = Plan(before.overlay.extend(overlay.entries))
        names = self._documents_of(before, after)
        self._write(after, names)
        self._settle(names)

    def forget(self, ids: Iterable[str], documents: Iterable[tuple[Corpus, Holding]] = ()) -> None:
        """Take entries out of the log for good, after documents were put without their actors."""
        before = self.plan
        self._held = after = Plan(before.overlay.without(ids))
        try:
            for corpus, holding in documents:
                self._put(corpus, holding)
        finally:
            self._held = before
        if after.overlay != before.overlay:
            self._write(after, ())

    def documents_naming(self, actors: frozenset[str]) -> list[str]:
        """The names of documents in which one of these was found, whatever was made of it."""
        query = f"?doc {NAME} ?name ; {EXTRACTED} ?text"
        rows = self._writer.select_ledger(
            f"SELECT ?name ?text {{ GRAPH {self._writer.ledger} {{ {query} }} }}"
        )
        return [row["name"].value for row in rows if _names(row["text"].value, actors)]

    def _read(self) -> Overlay:
        rows = self._writer.backend.select(
            f"SELECT ?n ?c {{ GRAPH {self._graph} {{ "
            f"?this {kgo('number')} ?n ; {kgo('content')} ?c }} }}"
        )
        return overlay_of((int(row["n"].value), row["c"].value) for row in rows)

    def _write(self, after: Plan, pending: Iterable[str]) -> None:
        """Write the log, and which documents must follow, in one transaction."""
        writer = self._writer
        old, new = (set(overlay_quads(p.overlay, writer.names)) for p in (self.plan, after))
        marks = [Quad(self._graph, PENDING, Literal(name), writer.ledger) for name in pending]
        change = Change(
            drop=(writer.inferred,),
            delete=tuple(sorted(old - new, key=str)),
            insert=(*sorted(new - old, key=str), *marks),
        )
        writer.commit(change)
        self._held = after

    def _put(self, extracted: Corpus, holding: Holding) -> None:
        self._writer.put(extracted, self._writer.run(holding.run), holding.content)

    def _settle(self, names: list[str]) -> None:
        """Make documents what the corrections make of them."""
        writer = self._writer
        for name in names:
            if holding := writer.holding(name):
                self._put(self.extracted(holding), holding)
        if names:
            writer.commit(Change(clear=((writer.ledger, self._graph),)))

    def _pending(self) -> list[str]:
        rows = self._writer.select_ledger(
            f"SELECT ?name {{ GRAPH {self._writer.ledger} {{ {self._graph} {PENDING} ?name }} }}"
        )
        return sorted(row["name"].value for row in rows)

    def _documents_of(self, before: Plan, after: Plan) -> list[str]:
        """The names of the documents that two logs may make different things of."""
        changed = after.overlay.changed(before.overlay)
        texts = {entry.document for entry in changed if entry.document}
        actors = {id for entry in changed if _is_on_actors(entry) for id in entry.actors}
        for plan in (before, after):
            groups = (plan.identity.groups.get(id) for id in tuple(actors))
            actors.update(id for group in groups if group for id in group.members)
        names = {name for text in texts for name in self._writer.names_with_text(text)}
        return sorted(names.union(self._writer.names_about(actors) if actors else ()))


def _names(extracted: str, actors: frozenset[str]) -> bool:
    known = map(parse_record, kept_records(extracted))
    return any({actor.id, *actor.acts_for} & actors for actor in known)


def _is_on_actors(entry: Correction) -> bool:
    return isinstance(entry.action, Merge | Differ)
