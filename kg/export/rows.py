"""A claim as one flat row, for tables: every column is a text, a number or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.literals import clean, two_digits
from kg.graph.rdf import is_told
from kg.model import Corpus, Resolution, ResolvedClaim, When
from kg.vocabulary import vocabulary

Cell = str | int | float | bool | None
Row = dict[str, Cell]
COLUMNS = (
    "id statement document document_id title publisher url published "
    "subject_id subject subject_type subject_mention "
    "relation relation_label plover_type plover_mode plover_score "
    "object_id object object_type object_mention "
    "status told attributed_to_id attributed_to attributed_to_mention "
    "date date_end date_origin qualifiers confidence quote start end cue sentence rule corrections"
).split()


def claim_rows(corpus: Corpus) -> Iterator[Row]:
    """A row a claim, in the order of documents and of their text; keys in the order of columns."""
    for claim in sorted(corpus.claims(), key=_place):
        yield cleaned(_row(claim))


def cleaned(row: Row) -> Row:
    """The row with every character replaced that some reader refuses."""
    return {key: clean(cell) if isinstance(cell, str) else cell for key, cell in row.items()}


def joined(names: tuple[str, ...] | list[str]) -> str:
    """Several texts in one cell."""
    return "; ".join(names)


def _place(claim: ResolvedClaim) -> tuple[str, str, int, int, str]:
    quote, document = claim.claim.evidence.quote, claim.document
    return document.name, document.id, quote.start, quote.end, claim.id


def _row(claim: ResolvedClaim) -> Row:
    plain, source = claim.claim, claim.claim.source
    return {
        "id": claim.id,
        "statement": claim.statement_id,
        **_document(claim),
        **_party("subject", claim.subject, plain.subject.text),
        **_relation(plain.relation),
        **_party("object", claim.object, plain.object.text),
        "status": str(plain.status),
        "told": is_told(claim),
        "attributed_to_id": claim.source.actor.id if claim.source else None,
        "attributed_to": claim.source.actor.label if claim.source else None,
        "attributed_to_mention": source.text if source else None,
        **_time(plain.time),
        "qualifiers": joined([f"{key}={value}" for key, value in sorted(plain.qualifiers)]),
        "confidence": float(two_digits(plain.confidence)),
        **_evidence(claim),
        "corrections": joined([f"{mark.what} ({mark.author})" for mark in plain.corrections]),
    }


def _document(claim: ResolvedClaim) -> Row:
    document = claim.document
    return {
        "document": document.name,
        "document_id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published": document.published,
    }


def _party(side: str, resolution: Resolution, mention: str) -> Row:
    actor = resolution.actor
    return {
        f"{side}_id": actor.id,
        f"{side}": actor.label,
        f"{side}_type": actor.type,
        f"{side}_mention": mention,
    }


def _relation(name: str) -> Row:
    relation = vocabulary()[name]
    score = relation.plover_score
    return {
        "relation": relation.id,
        "relation_label": relation.label,
        "plover_type": relation.plover_type,
        "plover_mode": relation.plover_mode,
        "plover_score": None if score is None else float(score),
    }


def _time(time: When | None) -> Row:
    return {
        "date": time.date if time else None,
        "date_end": time.end if time else None,
        "date_origin": time.origin if time else None,
    }


def _evidence(claim: ResolvedClaim) -> Row:
    evidence, text = claim.claim.evidence, claim.document.text
    return {
        "quote": evidence.quote.of(text),
        "start": evidence.quote.start,
        "end": evidence.quote.end,
        "cue": evidence.cue.of(text),
        "sentence": evidence.sentence.of(text),
        "rule": evidence.rule,
    }
