"""The exchange file: a corpus as JSON Lines, one claim a line, and back.

A line holds, in this order: `id, document, subject, relation, relation_label, object, status,
attributed_to, date, qualifiers, plover, confidence, evidence`. All offsets count characters of the
document's text. An actor is `{id, label, type, aliases, mention, start, end}`. Behind these stand,
where they have something to say: `url`, `language` of a document; `same_as`, `acts_for`, `score`,
`reasons` of an actor; `mention_type`, `name`, `antecedent`, `owner`, `title` of its mention;
`subject`, `object`, `time` of the evidence; `corrections` of the claim.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import ValidationError
from kg.graph.excerpt import sparse
from kg.graph.literals import two_digits
from kg.graph.offsets import verify
from kg.graph.pool import pool
from kg.graph.records import Record
from kg.model import Claim, Corpus, Document, Mention, Resolution, ResolvedClaim, Span, When
from kg.vocabulary import vocabulary

AnyRecord = TypeVar("AnyRecord", bound=Record)
_SURROGATES = re.compile("[\ud800-\udfff]")


def generate_statements(corpus: Corpus) -> Iterator[str]:
    """The lines of the exchange file, in the order of documents and of their text."""
    for claim in sorted(corpus.claims(), key=place):
        yield line_of(record(claim))


def line_of(data: Mapping[str, Any]) -> str:
    """A record as a line of a file."""
    line = json.dumps(data, ensure_ascii=False, allow_nan=False)
    return _SURROGATES.sub("\ufffd", line) + "\n"


def read_statements(path: Path) -> Corpus:
    """The corpus that the file carries; its documents come back as excerpts."""
    return parse_statements(read_lines(path), path.name)


def read_lines(path: Path) -> list[str]:
    """The lines of the file; only a line feed ends a line."""
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            return list(lines)
    except (OSError, UnicodeDecodeError) as error:
        raise ValidationError(f"{path}: cannot be read: {error}") from error


def parse_statements(lines: Iterable[str], name: str) -> Corpus:
    """The corpus of these lines; `name` stands before the line number in errors."""
    return pool(claim for _, claim in parse_records(lines, name, Record))


def parse_records(
    lines: Iterable[str], name: str, kind: type[AnyRecord]
) -> Iterator[tuple[AnyRecord, ResolvedClaim]]:
    """The records of these lines, each with its claim; the texts hold what all lines quote."""
    records = [
        kind.parse(line, f"{name}:{number}") for number, line in enumerate(lines, 1) if line.strip()
    ]
    pieces: dict[tuple[str, str], list[tuple[Span, str]]] = defaultdict(list)
    for entry in records:
        pieces[entry.key].extend(entry.pieces())
    texts = {key: _text(quoted, f"{name}: {key[1]}") for key, quoted in pieces.items()}
    yield from ((entry, entry.claim(texts[entry.key])) for entry in records)


def _text(pieces: Iterable[tuple[Span, str]], where: str) -> str:
    try:
        return sparse(pieces)
    except ValidationError as error:
        raise ValidationError(f"{where}: {error}") from error


def record(claim: ResolvedClaim) -> dict[str, Any]:
    """One line as a dictionary; raises `ValidationError` where an offset is wrong."""
    plain, told = claim.claim, parts(claim)
    relation = vocabulary()[plain.relation]
    typed = {
        "plover": plover(relation.id),
        "confidence": float(two_digits(plain.confidence)),
        "evidence": told.pop("evidence"),
    }
    return (
        {key: told.pop(key) for key in ("id", "document", "subject")}
        | {"relation": relation.id, "relation_label": relation.label}
        | told
        | typed
        | _kept({"corrections": [_kept(asdict(mark)) for mark in plain.corrections]})
    )


def parts(claim: ResolvedClaim) -> dict[str, Any]:
    """What a line holds whatever the relation; raises `ValidationError` as `record` does."""
    verify(claim)
    plain = claim.claim
    source = _actor(claim.source, plain.source) if claim.source and plain.source else None
    return {
        "id": claim.id,
        "document": _document(claim.document),
        "subject": _actor(claim.subject, plain.subject),
        "object": _actor(claim.object, plain.object),
        "status": str(plain.status),
        "attributed_to": source,
        "date": plain.time.date if plain.time else None,
        "qualifiers": _qualifiers(plain),
        "evidence": _evidence(claim),
    }


def plover(relation: str) -> dict[str, Any] | None:
    """PLOVER type, mode and score of a relation; None for a relation that is no event."""
    entry = vocabulary()[relation]
    if not entry.plover_type:
        return None
    return {"type": entry.plover_type, "mode": entry.plover_mode, "score": entry.plover_score}


def place(claim: ResolvedClaim) -> tuple[Any, ...]:
    """What claims are ordered by: documents and their text."""
    quote = claim.claim.evidence.quote
    parties = (claim.subject.actor.id, claim.claim.relation, claim.object.actor.id)
    return (claim.document.name, claim.document.id, quote.start, quote.end, *parties, claim.id)


def _kept(optional: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in optional.items() if value not in (None, [], "")}


def _document(document: Document) -> dict[str, Any]:
    optional = {
        "url": document.url,
        "language": document.language if document.language != "en" else None,
    }
    return {
        "name": document.name,
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
    } | _kept(optional)


def _actor(resolution: Resolution, mention: Mention) -> dict[str, Any]:
    actor, score = resolution.actor, float(two_digits(resolution.score))
    optional = {
        "same_as": actor.same_as,
        "acts_for": list(actor.acts_for),
        "score": score if score != 1 else None,
        "reasons": list(resolution.reasons),
        "mention_type": mention.type if mention.type != actor.type else None,
        "name": mention.name if mention.name != mention.text else None,
        "antecedent": _pair(mention.antecedent) if mention.antecedent else None,
        "owner": mention.owner,
        "title": mention.title,
    }
    return {
        "id": actor.id,
        "label": actor.label,
        "type": actor.type,
        "aliases": list(actor.aliases),
        "mention": mention.text,
        "start": mention.span.start,
        "end": mention.span.end,
    } | _kept(optional)


def _qualifiers(claim: Claim) -> dict[str, str | list[str]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for key, value in sorted(claim.qualifiers):
        grouped[key].append(value)
    return {key: values[0] if len(values) == 1 else values for key, values in grouped.items()}


def _evidence(claim: ResolvedClaim) -> dict[str, Any]:
    evidence, text, time = claim.claim.evidence, claim.document.text, claim.claim.time
    moved_subject = evidence.subject != claim.claim.subject.span
    moved_object = evidence.object != claim.claim.object.span
    optional = {
        "subject": _pair(evidence.subject) if moved_subject else None,
        "object": _pair(evidence.object) if moved_object else None,
        "time": _time(time) if time else None,
    }
    return {
        "start": evidence.quote.start,
        "end": evidence.quote.end,
        "quote": evidence.quote.of(text),
        "cue": _pair(evidence.cue),
        "rule": evidence.rule,
        "sentence": _pair(evidence.sentence),
        "scope": [_pair(span) for span in evidence.scope],
        "sentence_text": evidence.sentence.of(text),
    } | _kept(optional)


def _time(time: When) -> dict[str, Any]:
    span = _pair(time.span) if time.span else None
    return {"origin": time.origin} | _kept({"end": time.end, "span": span})


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
