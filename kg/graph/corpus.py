"""An RDF dataset as a corpus again; its documents come back as excerpts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import ExportError, KgError
from kg.graph.excerpt import Excerpt, sparse
from kg.graph.names import (
    DCTERMS,
    KGO,
    OA,
    OWL,
    PROV,
    QUAL,
    SKOS,
    WD,
    qualifier_key,
    rdf,
    tail,
)
from kg.graph.pool import pool
from kg.model import (
    Actor,
    Claim,
    Corpus,
    Document,
    Evidence,
    Mark,
    Mention,
    Resolution,
    ResolvedClaim,
    Span,
    Status,
    When,
)
from kg.vocabulary import vocabulary

Term = NamedNode | BlankNode | Literal | Triple
Report = Callable[[KgError], None]
T = TypeVar("T")


def from_rdf(quads: Iterable[Quad], report: Report | None = None) -> Corpus:
    """The corpus in a dataset made by `to_rdf`, whatever its base and however it was merged.

    A claim, an actor or a document that is incomplete is left out and said to `report`; without
    it, the first one raises `ExportError`.
    """
    return _Reader(quads, report).corpus()


class _Reader:
    def __init__(self, quads: Iterable[Quad], report: Report | None) -> None:
        self.report = report
        self.values: dict[Term, dict[str, set[Term]]] = defaultdict(lambda: defaultdict(set))
        self.of_type: dict[str, set[Term]] = defaultdict(set)
        for quad in quads:
            if quad.predicate == rdf("type") and str(quad.graph_name).endswith("graph/inferred>"):
                continue  # the class of an actor is the one that was told
            self.values[quad.subject][quad.predicate.value].add(quad.object)
            if quad.predicate == rdf("type") and isinstance(quad.object, NamedNode):
                self.of_type[quad.object.value].add(quad.subject)
        self.actors: dict[Term, Actor] = {}
        self.documents = self._documents()

    def corpus(self) -> Corpus:
        claims = self.each(self.claim, self.of_type[KGO + "Claim"])
        kinds = (self.of_type[KGO + name] for name in vocabulary().classes)
        actors = [actor for kind in kinds for actor in self.each(self.actor, kind)]
        return pool(claims, self.documents.values(), actors)

    def each(self, make: Callable[[Term], T], terms: Iterable[Term]) -> list[T]:
        """What is made of each term, in order; what cannot be made is reported or raises."""
        made = []
        for this in sorted(terms, key=str):
            try:
                made.append(make(this))
            except (KgError, ValueError) as error:
                fault = ExportError(f"{this} is not what actorgraph wrote: {error}")
                if not self.report:
                    raise fault from error
                self.report(ExportError(f"left out: {fault}"))
        return made

    def claim(self, this: Term) -> ResolvedClaim:
        statement = self.one(this, KGO + "states")
        source = self.maybe(this, KGO + "source")
        said_by = self.one(this, KGO + "sourceMention") if source else None
        subject, object_ = (
            self.one(this, KGO + f"{side}Mention") for side in ("subject", "object")
        )
        return ResolvedClaim(
            claim=Claim(
                subject=self.mention(subject),
                relation=tail(self.value(statement, rdf("predicate").value)),
                object=self.mention(object_),
                evidence=self.evidence(this, subject, object_),
                status=Status(tail(self.value(this, KGO + "status"))),
                source=self.mention(said_by) if said_by else None,
                time=self.time(this),
                qualifiers=tuple(self.qualifiers(this)),
                confidence=float(self.value(this, KGO + "confidence")),
                corrections=tuple(sorted(map(self.mark, self.all(this, KGO + "correction")))),
            ),
            document=self.document(this),
            subject=self.resolution(subject),
            object=self.resolution(object_),
            source=self.resolution(said_by) if said_by else None,
        )

    def document(self, this: Term) -> Document:
        source = self.one(this, PROV + "wasDerivedFrom")
        if source not in self.documents:
            raise ExportError(f"{source} is no kgo:Document, but {this} is derived from it")
        return self.documents[source]

    def evidence(self, this: Term, subject: Term, object_: Term) -> Evidence:
        moved = (self.maybe(this, KGO + f"{side}Span") for side in ("subject", "object"))
        spans = [
            self.span(own or mention)
            for own, mention in zip(moved, (subject, object_), strict=True)
        ]
        return Evidence(
            document=self.document(this).name,
            sentence=self.span(self.one(this, KGO + "sentence")),
            cue=self.span(self.one(this, KGO + "cue")),
            subject=spans[0],
            object=spans[1],
            rule=self.value(this, KGO + "rule"),
            scope=tuple(sorted(self.span(cue) for cue in self.all(this, KGO + "scopeCue"))),
        )

    def mention(self, this: Term) -> Mention:
        antecedent = self.maybe(this, KGO + "antecedent")
        return Mention(
            span=self.span(this),
            text=self.exact(this),
            type=tail(self.value(this, KGO + "mentionType")),
            name=self.value(this, KGO + "name"),
            antecedent=self.span(antecedent) if antecedent else None,
            owner=self.maybe_value(this, KGO + "owner"),
            title=self.maybe_value(this, KGO + "title"),
        )

    def resolution(self, mention: Term) -> Resolution:
        reason = self.maybe_value(mention, KGO + "reason")
        return Resolution(
            actor=self.actor(self.one(mention, KGO + "refersTo")),
            score=float(self.value(mention, KGO + "score")),
            reasons=tuple(reason.split("\n")) if reason else (),
        )

    def actor(self, this: Term) -> Actor:
        if this not in self.actors:
            self.actors[this] = self._actor(this)
        return self.actors[this]

    def time(self, this: Term) -> When | None:
        date = self.maybe_value(this, KGO + "time")
        if date is None:
            return None
        span = self.maybe(this, KGO + "timeSpan")
        return When(
            date=date,
            end=self.maybe_value(this, KGO + "timeEnd"),
            origin=tail(self.value(this, KGO + "timeFrom")).removesuffix("Date"),
            span=self.span(span) if span else None,
        )

    def qualifiers(self, this: Term) -> Iterator[tuple[str, str]]:
        for predicate, values in sorted(self.values[this].items()):
            if predicate.startswith(QUAL):
                yield from (
                    (qualifier_key(predicate), value) for value in sorted(map(_string, values))
                )

    def mark(self, this: Term) -> Mark:
        return Mark(
            correction=tail(_string(this)),
            what=self.value(this, SKOS + "prefLabel"),
            author=self.value(this, DCTERMS + "creator"),
            time=self.maybe_value(this, DCTERMS + "created"),
            note=self.maybe_value(this, SKOS + "note"),
        )

    def span(self, this: Term) -> Span:
        position = self._selector(this, OA + "TextPositionSelector")
        start, end = (int(self.value(position, OA + side)) for side in ("start", "end"))
        return Span(start, end)

    def exact(self, this: Term) -> str:
        return self.value(self._selector(this, OA + "TextQuoteSelector"), OA + "exact")

    def _selector(self, this: Term, kind: str) -> Term:
        for selector in self.all(this, OA + "hasSelector"):
            if selector in self.of_type[kind]:
                return selector
        raise ExportError(f"{this} has no {kind}: the graph is incomplete")

    def _documents(self) -> dict[Term, Document]:
        pieces: dict[Term, list[tuple[Span, str]]] = defaultdict(list)

        def piece(this: Term) -> None:
            pieces[self.one(this, OA + "hasSource")].append((self.span(this), self.exact(this)))

        def document(this: Term) -> tuple[Term, Document]:
            return this, self._document(this, sparse(pieces[this]))

        self.each(piece, self.of_type[OA + "SpecificResource"])
        return dict(self.each(document, self.of_type[KGO + "Document"]))

    def _document(self, this: Term, text: str) -> Document:
        digest, dash, name = tail(_string(this)).partition("-")
        if not dash:
            raise ExportError(f"{this} is no IRI of a document: it lacks the hash or the name")
        return Excerpt(
            name=name,
            text=text,
            title=self.maybe_value(this, DCTERMS + "title"),
            publisher=self.maybe_value(this, DCTERMS + "publisher"),
            url=self.maybe_value(this, DCTERMS + "source"),
            published=self.maybe_value(this, DCTERMS + "issued"),
            language=self.maybe_value(this, DCTERMS + "language") or "en",
            whole=digest,
        )

    def _actor(self, this: Term) -> Actor:
        types = [c for c in self.all(this, rdf("type").value) if _string(c).startswith(KGO)]
        if not types:
            raise ExportError(f"{this} has no class of actors")
        same = self.maybe_value(this, OWL + "sameAs")
        return Actor(
            id=tail(_string(this)),
            label=self.value(this, SKOS + "prefLabel"),
            type=tail(_string(types[0])),
            aliases=tuple(sorted(map(_string, self.all(this, SKOS + "altLabel")))),
            same_as=same.removeprefix(WD) if same else None,
            acts_for=tuple(sorted(tail(_string(a)) for a in self.all(this, KGO + "actsFor"))),
        )

    def all(self, this: Term, predicate: str) -> list[Term]:
        return sorted(self.values[this][predicate], key=str)

    def maybe(self, this: Term, predicate: str) -> Term | None:
        return next(iter(self.all(this, predicate)), None)

    def one(self, this: Term, predicate: str) -> Term:
        found = self.maybe(this, predicate)
        if found is None:
            raise ExportError(f"{this} has no <{predicate}>: the graph is incomplete")
        return found

    def value(self, this: Term, predicate: str) -> str:
        return _string(self.one(this, predicate))

    def maybe_value(self, this: Term, predicate: str) -> str | None:
        found = self.maybe(this, predicate)
        return None if found is None else _string(found)


def _string(term: Term) -> str:
    if isinstance(term, Triple):
        raise ExportError(f"{term} is a triple where a value must stand")
    return term.value
