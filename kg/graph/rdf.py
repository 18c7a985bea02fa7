"""A corpus as an RDF dataset: a named graph a document; actors, relations, runs in their own.

Every node has an IRI that depends on its content alone, and no node is blank: merging two datasets
is set union.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Dataset, Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph.names import (
    BASE,
    DCTERMS,
    OA,
    OWL,
    PROV,
    SKOS,
    WD,
    Names,
    kgo,
    node,
    qualifier,
    rdf,
    rel,
    web,
)
from kg.graph.offsets import verify
from kg.graph.ontology import relation_triples
from kg.graph.provenance import Run, run_quads
from kg.model import (
    Actor,
    Corpus,
    Document,
    Mark,
    Mention,
    Resolution,
    ResolvedClaim,
    Span,
    Status,
    digest,
)
from kg.vocabulary import vocabulary

TYPE = rdf("type")
Pair = tuple[NamedNode, NamedNode | Literal]


def to_rdf(corpus: Corpus, *, base: str = BASE, run: Run | None = None) -> Dataset:
    """The dataset of a corpus; `base` begins the IRIs of its data, `run` says what made it."""
    return Dataset(quads(corpus, base=base, run=run))


def quads(corpus: Corpus, *, base: str = BASE, run: Run | None = None) -> Iterator[Quad]:
    """The quads of a corpus, one after the other; some come more than once."""
    names, run = Names(base), run or Run()
    for document in corpus.documents:
        yield from _document(document, names)
    for actor in corpus.actors:
        yield from _actor(actor, names)
    for claim in corpus.claims():
        yield from claim_quads(claim, names, run)
    yield from _relations(corpus, names)
    yield from run_quads(run, names)


def is_told(claim: ResolvedClaim) -> bool:
    """Whether the author tells it as fact: only then does the plain triple stand."""
    return claim.claim.status is Status.ASSERTED and claim.claim.source is None


def claim_quads(claim: ResolvedClaim, names: Names, run: Run) -> Iterator[Quad]:
    """What the document's graph says of a claim; raises `ValidationError` at a wrong offset."""
    verify(claim)
    return _ClaimWriter(claim, names, run).quads()


def mark_quads(mark: Mark, names: Names, graph: NamedNode) -> Iterator[Quad]:
    """What a correction says of itself, in the graph of a document whose claim bears it."""
    this = names.of("fix", mark.correction)
    values = {
        SKOS + "prefLabel": literals.text(mark.what),
        DCTERMS + "creator": literals.text(mark.author),
        DCTERMS + "created": literals.moment(mark.time) if mark.time else None,
        SKOS + "note": _text(mark.note),
    }
    yield Quad(this, TYPE, kgo("Correction"), graph)
    for predicate, value in values.items():
        if value is not None:
            yield Quad(this, node(predicate), value, graph)


def _document(document: Document, names: Names) -> Iterator[Quad]:
    this = names.document(document)
    yield Quad(this, TYPE, kgo("Document"), this)
    address = web(document.url)
    values: dict[str, NamedNode | Literal | None] = {
        DCTERMS + "identifier": literals.text(document.name),
        kgo("textDigest").value: literals.text(document.id),
        DCTERMS + "title": _text(document.title),
        DCTERMS + "publisher": _text(document.publisher),
        DCTERMS + "source": address or _text(document.url),
        DCTERMS + "issued": literals.moment(document.published) if document.published else None,
        DCTERMS + "language": _text(document.language),
    }
    for predicate, value in values.items():
        if value is not None:
            yield Quad(this, node(predicate), value, this)


def _text(value: str | None) -> Literal | None:
    return literals.text(value) if value else None


def _actor(actor: Actor, names: Names) -> Iterator[Quad]:
    graph, this = names.of("graph", "actors"), names.of("actor", actor.id)
    yield Quad(this, TYPE, kgo(actor.type), graph)
    yield Quad(this, node(SKOS + "prefLabel"), literals.text(actor.label), graph)
    for alias in actor.aliases:
        yield Quad(this, node(SKOS + "altLabel"), literals.text(alias), graph)
    for id in actor.acts_for:
        yield Quad(this, kgo("actsFor"), names.of("actor", id), graph)
    if same := same_as(actor.same_as):
        yield Quad(this, node(OWL + "sameAs"), same, graph)


def same_as(value: str | None) -> NamedNode | None:
    """A Wikidata id or a web address as a term; None where it is neither."""
    is_item = value is not None and value[:1] == "Q" and value[1:].isdecimal() and value.isascii()
    return web(f"{WD}{value}" if is_item else value)


def _relations(corpus: Corpus, names: Names) -> Iterator[Quad]:
    graph, known = names.of("graph", "relations"), vocabulary()
    used = {statement.relation for statement in corpus.statements}
    for relation in sorted(used | {above for id in used for above in known.supers(id)}):
        for triple in relation_triples(known[relation]):
            yield Quad(*triple, graph)


class _ClaimWriter:
    """The quads of one claim, in the named graph of its document."""

    def __init__(self, claim: ResolvedClaim, names: Names, run: Run) -> None:
        self.claim, self.names, self.run = claim, names, run
        self.graph = names.document(claim.document)
        self.text = claim.document.text

    def quads(self) -> Iterator[Quad]:
        yield from self.statement()
        this = self.names.of("claim", self.claim.id)
        pairs = (*self.what(), *self.who(), *self.when(), *self.where())
        for predicate, value in pairs:
            yield Quad(this, predicate, value, self.graph)
        for span in self.spans():
            yield from self.specific(self.names.span("span", self.graph, span), span)
        for resolution, mention in self.parties():
            yield from self.mention(resolution, mention)
        for mark in self.claim.claim.corrections:
            yield from mark_quads(mark, self.names, self.graph)

    def statement(self) -> Iterator[Quad]:
        claim, this = self.claim, self.names.of("stmt", self.claim.statement_id)
        subject, object_ = (
            self.names.of("actor", r.actor.id) for r in (claim.subject, claim.object)
        )
        relation = rel(claim.claim.relation)
        yield Quad(this, TYPE, kgo("Statement"), self.graph)
        yield Quad(this, rdf("subject"), subject, self.graph)
        yield Quad(this, rdf("predicate"), relation, self.graph)
        yield Quad(this, rdf("object"), object_, self.graph)
        if is_told(claim):
            yield Quad(subject, relation, object_, self.graph)

    def what(self) -> Iterator[Pair]:
        claim, names = self.claim, self.names
        yield TYPE, kgo("Claim")
        yield kgo("states"), names.of("stmt", claim.statement_id)
        yield kgo("status"), kgo(claim.claim.status)
        yield kgo("confidence"), literals.decimal(claim.claim.confidence)
        yield kgo("rule"), literals.text(claim.claim.evidence.rule)
        yield node(PROV + "wasDerivedFrom"), self.graph
        yield node(PROV + "wasGeneratedBy"), names.of("run", self.run.id)
        for key, value in claim.claim.qualifiers:
            yield qualifier(key), literals.text(value)
        for mark in claim.claim.corrections:
            yield kgo("correction"), names.of("fix", mark.correction)

    def who(self) -> Iterator[Pair]:
        claim = self.claim
        yield kgo("subjectMention"), self.mention_iri(claim.subject, claim.claim.subject)
        yield kgo("objectMention"), self.mention_iri(claim.object, claim.claim.object)
        if claim.source and claim.claim.source:
            yield kgo("source"), self.names.of("actor", claim.source.actor.id)
            yield kgo("sourceMention"), self.mention_iri(claim.source, claim.claim.source)

    def when(self) -> Iterator[Pair]:
        time = self.claim.claim.time
        if not time:
            return
        yield kgo("time"), literals.moment(time.date)
        yield kgo("timeFrom"), kgo(f"{time.origin}Date")
        if time.end:
            yield kgo("timeEnd"), literals.moment(time.end)
        if time.span:
            yield kgo("timeSpan"), self.names.span("span", self.graph, time.span)

    def where(self) -> Iterator[Pair]:
        evidence = self.claim.claim.evidence
        named = [("sentence", evidence.sentence), ("cue", evidence.cue)]
        named += [("scopeCue", span) for span in evidence.scope]
        named += self.moved()
        yield node(OA + "hasTarget"), self.names.span("span", self.graph, evidence.quote)
        for name, span in named:
            yield kgo(name), self.names.span("span", self.graph, span)

    def moved(self) -> list[tuple[str, Span]]:
        """Argument spans that are not those of the mentions."""
        plain = self.claim.claim
        named = (
            ("subjectSpan", plain.evidence.subject, plain.subject),
            ("objectSpan", plain.evidence.object, plain.object),
        )
        return [(name, span) for name, span, mention in named if span != mention.span]

    def spans(self) -> set[Span]:
        evidence, time = self.claim.claim.evidence, self.claim.claim.time
        parts = {
            evidence.quote,
            evidence.sentence,
            evidence.cue,
            *(span for _, span in self.moved()),
        }
        antecedents = {m.antecedent for _, m in self.parties() if m.antecedent}
        return (
            parts
            | antecedents
            | set(evidence.scope)
            | ({time.span} if time and time.span else set())
        )

    def parties(self) -> list[tuple[Resolution, Mention]]:
        claim, plain = self.claim, self.claim.claim
        both = (
            (claim.subject, plain.subject),
            (claim.object, plain.object),
            (claim.source, plain.source),
        )
        return [(resolution, mention) for resolution, mention in both if resolution and mention]

    def specific(self, this: NamedNode, span: Span) -> Iterator[Quad]:
        """A stretch of the document, by position and by quote."""
        position = self.names.span("position", self.graph, span)
        quote = self.names.span("quote", self.graph, span)
        for subject, predicate, value in (
            (this, TYPE, node(OA + "SpecificResource")),
            (this, node(OA + "hasSource"), self.graph),
            (this, node(OA + "hasSelector"), position),
            (this, node(OA + "hasSelector"), quote),
            (position, TYPE, node(OA + "TextPositionSelector")),
            (position, node(OA + "start"), literals.number(span.start)),
            (position, node(OA + "end"), literals.number(span.end)),
            (quote, TYPE, node(OA + "TextQuoteSelector")),
            (quote, node(OA + "exact"), literals.text(span.of(self.text))),
        ):
            yield Quad(subject, predicate, value, self.graph)

    def mention(self, resolution: Resolution, mention: Mention) -> Iterator[Quad]:
        this = self.mention_iri(resolution, mention)
        yield from self.specific(this, mention.span)
        for predicate, value in self.meaning(resolution, mention):
            yield Quad(this, predicate, value, self.graph)

    def meaning(self, resolution: Resolution, mention: Mention) -> Iterator[Pair]:
        yield TYPE, kgo("Mention")
        yield kgo("refersTo"), self.names.of("actor", resolution.actor.id)
        yield kgo("mentionType"), kgo(mention.type)
        yield kgo("name"), literals.text(mention.name)
        yield kgo("score"), literals.decimal(resolution.score)
        if mention.antecedent:
            yield kgo("antecedent"), self.names.span("span", self.graph, mention.antecedent)
        for key, value in (
            ("owner", mention.owner),
            ("title", mention.title),
            ("reason", "\n".join(resolution.reasons)),
        ):
            if value:
                yield kgo(key), literals.text(value)

    def mention_iri(self, resolution: Resolution, mention: Mention) -> NamedNode:
        """An IRI by content: one span may mean different actors in different claims."""
        document, antecedent = self.claim.document, mention.antecedent or mention.span
        offsets = (mention.span.start, mention.span.end, antecedent.start, antecedent.end)
        words = (mention.type, mention.name, mention.owner or "", mention.title or "")
        reasons = "\n".join(resolution.reasons)
        parts = (*map(str, offsets), *words, literals.two_digits(resolution.score), reasons)
        identity = (document.id, document.name, resolution.actor.id, *map(literals.clean, parts))
        return self.names.of("mention", digest(*identity))
