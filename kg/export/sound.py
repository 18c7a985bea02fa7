"""What cannot be written is left out and said by name: one bad claim never blocks a graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.errors import ExportError, KgError
from kg.graph.corpus import Report
from kg.graph.literals import two_digits
from kg.graph.offsets import verify
from kg.graph.rdf import same_as
from kg.model import UNWRITABLE, Actor, Corpus, Document, ResolvedClaim, Statement
from kg.vocabulary import vocabulary


def sound(corpus: Corpus, report: Report | None = None) -> Corpus:
    """The corpus without the claims that break its rules.

    Such are wrong offsets, relations that the ontology lacks, numbers that are none. Each is said
    to `report`; without it, the first one raises.
    """
    statements = tuple(_kept(corpus, report))
    return corpus if statements == corpus.statements else replace(corpus, statements=statements)


def replaced(corpus: Corpus) -> Iterator[ExportError]:
    """Each text of the corpus with a character that not every format can write.

    They are written with U+FFFD in its place. What an actor is the same as must be a Wikidata id or
    a web address, or RDF leaves it out.
    """
    for actor in corpus.actors:
        if actor.same_as and not same_as(actor.same_as):
            what = f"{_shown(actor.same_as)!r} is neither a Wikidata id nor a web address"
            yield ExportError(f"actor {actor.id}: {what}, which RDF leaves out")
        yield from _notes(f"actor {actor.id}", _of_actor(actor))
    for document in corpus.documents:
        yield from _notes(f"document {_shown(document.name)}", _of_document(document))
    for claim in corpus.claims():
        yield from _notes(f"claim {claim.id}", _of_claim(claim))


def _kept(corpus: Corpus, report: Report | None) -> Iterator[Statement]:
    for statement in corpus.statements:
        try:
            vocabulary()[statement.relation]
        except KgError as error:
            _leave_out(f"statement {statement.id}", error, report)
            continue
        claims = tuple(claim for claim in statement.claims if _is_sound(claim, report))
        if claims == statement.claims:
            yield statement
        elif claims:
            yield replace(statement, claims=claims)


def _is_sound(claim: ResolvedClaim, report: Report | None) -> bool:
    try:
        verify(claim)
        for resolution in (claim.subject, claim.object, claim.source):
            if resolution:
                two_digits(resolution.score)
        two_digits(claim.claim.confidence)
    except KgError as error:
        _leave_out(f"claim {claim.id}", error, report)
        return False
    return True


def _leave_out(what: str, error: KgError, report: Report | None) -> None:
    if report is None:
        raise error
    report(ExportError(f"{what} is left out: {error}"))


def _notes(what: str, texts: Iterator[tuple[str, str | None]]) -> Iterator[ExportError]:
    for name, text in texts:
        if text and (found := UNWRITABLE.search(text)):
            where = f"U+{ord(found[0]):04X} at character {found.start()}"
            yield ExportError(f"{what}: its {name} has {where}, written as U+FFFD")


def _of_actor(actor: Actor) -> Iterator[tuple[str, str | None]]:
    yield "label", actor.label
    yield from (("alias", alias) for alias in actor.aliases)


def _of_document(document: Document) -> Iterator[tuple[str, str | None]]:
    yield "name", document.name
    yield "title", document.title
    yield "publisher", document.publisher
    yield "address", document.url


def _of_claim(claim: ResolvedClaim) -> Iterator[tuple[str, str | None]]:
    plain = claim.claim
    yield "sentence", plain.evidence.sentence.of(claim.document.text)
    yield from ((f"qualifier {_shown(key)}", value) for key, value in plain.qualifiers)
    for mention in (plain.subject, plain.object, plain.source):
        if mention:
            yield "name", mention.name
            yield "name", mention.text


def _shown(text: str) -> str:
    return UNWRITABLE.sub("\ufffd", text)
