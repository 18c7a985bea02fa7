"""Reviewed claims as gold: the form that `kg evaluate` reads, a file a document.

A claim that somebody accepted, edited or added is required: a build that lacks it misses it. One
that nobody has decided on is optional: it counts neither for a build nor against it. One that was
rejected is not there: a build that has it is wrong.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.corrections.desk import Desk
from kg.corrections.walk import is_reviewed
from kg.errors import CorrectionError, ExportError
from kg.graph.files import write_text
from kg.model import Actor, Document, ResolvedClaim


def gold(desk: Desk) -> dict[str, dict[str, Any]]:
    """The gold of every document in which a claim was decided on, by its name."""
    reviewed = {c.document.name for c in desk.claims.values() if is_reviewed(c, desk.overlay)}
    reviewed |= {claim.document.name for claim in desk.applied.rejected}
    claims: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in desk.claims.values():
        claims[claim.document.name].append(claim)
    documents = {document.name: document for document in desk.applied.corpus.documents}
    return {name: _article(documents[name], claims[name], desk) for name in sorted(reviewed)}


def write_gold(articles: Mapping[str, Mapping[str, Any]], folder: Path) -> list[Path]:
    """Write NAME.json for each article; the paths.

    Raises `CorrectionError` before anything is written where a name is none of a file.
    """
    for name in articles:
        if name != Path(name).name or name.startswith(".") or "\0" in name or "\\" in name:
            raise CorrectionError(
                f"document {name!r} cannot have a gold file: no file can have its name"
            )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be made: {error.strerror}") from error
    for name, article in articles.items():
        write_text([json.dumps(article, indent=1) + "\n"], folder / f"{name}.json")
    return [folder / f"{name}.json" for name in articles]


def _article(document: Document, claims: list[ResolvedClaim], desk: Desk) -> dict[str, Any]:
    ordered = sorted(claims, key=lambda c: (c.claim.evidence.quote, c.id))
    return {
        "doc": document.name,
        "published": document.published,
        "actors": _actors(ordered),
        "statements": [_statement(claim, desk) for claim in ordered],
    }


def _statement(claim: ResolvedClaim, desk: Desk) -> dict[str, Any]:
    plain, text = claim.claim, claim.document.text
    return {
        "subject": claim.subject.actor.id,
        "relation": plain.relation,
        "object": claim.object.actor.id,
        "alt_relations": [],
        "alt_subjects": [],
        "alt_objects": [],
        "status": str(plain.status),
        "attributed_to": claim.source.actor.id if claim.source else None,
        "date": plain.time.date if plain.time else None,
        "quote": plain.evidence.quote.of(text),
        "required": is_reviewed(claim, desk.overlay),
    }


def _actors(claims: Iterable[ResolvedClaim]) -> list[dict[str, Any]]:
    """The actors of the claims, with the names that the document has for them."""
    actors: dict[str, Actor] = {}
    names: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        plain = claim.claim
        for meant, mention in (
            (claim.subject, plain.subject),
            (claim.object, plain.object),
            (claim.source, plain.source),
        ):
            if meant and mention:
                actors[meant.actor.id] = meant.actor
                names[meant.actor.id] |= {*meant.actor.aliases, mention.text, mention.name}
    return [_actor(actors[id], names[id]) for id in sorted(actors)]


def _actor(actor: Actor, names: set[str]) -> dict[str, Any]:
    return {
        "id": actor.id,
        "label": actor.label,
        "type": actor.type,
        "aliases": sorted(names - {actor.label}),
        "acts_for": None,
    }
