"""A corpus as the plain data that a page carries. Lists refer to one another by position."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kg.export.html.passage import passage
from kg.export.html.quads import actor_kind, relation_view
from kg.model import Actor, Corpus, Document, Resolution, ResolvedClaim, Statement

FIRST, DRAWN = 48, 300
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", re.ASCII)


def describe(corpus: Corpus, title: str) -> dict[str, Any]:
    """Everything that the page shows."""
    actors = _actors(corpus)
    at = {actor.id: index for index, actor in enumerate(actors)}
    documents = _documents(corpus)
    relations = sorted({statement.relation for statement in corpus.statements})
    return {
        "title": title,
        "first": FIRST,
        "drawn": DRAWN,
        "documents": [_document(document) for document in documents],
        "types": _types(actors),
        "actors": _placed(actors, corpus.statements, at),
        "relations": [relation_view(name) for name in relations],
        "statements": [
            [s.id, at[s.subject.id], relations.index(s.relation), at[s.object.id]]
            for s in corpus.statements
        ],
        "claims": [
            _claim(claim, index, at, documents)
            for index, statement in enumerate(corpus.statements)
            for claim in statement.claims
        ],
    }


def _actors(corpus: Corpus) -> list[Actor]:
    """The corpus' actors, and those that only a statement or a quoted source names."""
    found = {actor.id: actor for actor in corpus.actors}
    for statement in corpus.statements:
        for actor in (statement.subject, statement.object):
            found.setdefault(actor.id, actor)
    for claim in corpus.claims():
        if claim.source:
            found.setdefault(claim.source.actor.id, claim.source.actor)
    return sorted(found.values(), key=lambda actor: actor.id)


def _documents(corpus: Corpus) -> dict[Document, int]:
    documents = dict.fromkeys((*corpus.documents, *(claim.document for claim in corpus.claims())))
    return {document: index for index, document in enumerate(documents)}


def _document(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "date": document.published,
    }


def _types(actors: Iterable[Actor]) -> dict[str, dict[str, str]]:
    kinds = {name: actor_kind(name) for name in sorted({actor.type for actor in actors})}
    return {name: {"label": label, "shape": shape} for name, (label, shape) in kinds.items()}


def _placed(
    actors: list[Actor], statements: Iterable[Statement], at: Mapping[str, int]
) -> list[dict[str, Any]]:
    from kg.export.html.layout import arrange

    links = [(at[s.subject.id], at[s.object.id], len(s.claims)) for s in statements]
    positions = arrange([actor.label for actor in actors], links, limit=DRAWN, core=FIRST)
    return [
        {
            "id": actor.id,
            "label": actor.label,
            "type": actor.type,
            "aliases": list(actor.aliases),
            "same": actor.same_as,
            "for": [at.get(other, other) for other in actor.acts_for],
            "at": positions.get(index),
        }
        for index, actor in enumerate(actors)
    ]


def _claim(
    resolved: ResolvedClaim,
    statement: int,
    at: Mapping[str, int],
    documents: Mapping[Document, int],
) -> dict[str, Any]:
    claim, evidence = resolved.claim, resolved.claim.evidence
    told = claim.time.date if claim.time else resolved.document.published
    until = claim.time.end if claim.time else None
    return {
        "of": statement,
        "doc": documents[resolved.document],
        "status": str(claim.status),
        "by": at[resolved.source.actor.id] if resolved.source else None,
        "speaker": claim.source.text if claim.source else None,
        "mentions": [claim.subject.text, claim.object.text],
        "date": told,
        "until": until,
        "origin": claim.time.origin if claim.time else "publication",
        "days": days(told, until),
        "confidence": round(claim.confidence, 3),
        "rule": evidence.rule,
        "qualifiers": [list(pair) for pair in claim.qualifiers],
        "at": [evidence.sentence.start, evidence.sentence.end],
        "why": [_why(resolved.subject), _why(resolved.object)],
        **passage(resolved.document, evidence),
    }


def _why(resolution: Resolution) -> list[Any]:
    return [round(resolution.score, 3), *resolution.reasons]


def days(first: str | None, last: str | None = None) -> tuple[int, int] | None:
    """First and last day, as ordinals, that ISO dates of any precision cover; None for no date."""
    start, end = _interval(first), _interval(last)
    if start is None:
        return None
    return start[0], max(start[1], end[1] if end else 0)


def _interval(text: str | None) -> tuple[int, int] | None:
    if not (match := _DATE.fullmatch(text or "")):
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        last = date(first.year, last_month, day or monthrange(first.year, last_month)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()
