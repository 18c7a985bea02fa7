"""Event records in the terms of PLOVER, shaped as NGEC writes them: JSON Lines, one claim a line.

A record carries type, mode, score and quad of the event, actor and recipient with their offsets,
date, sentence and document; PLOVER's auxiliary modes (negation, future, hypothetical) come from
the status. `country` is the id of the state that a party is or acts for, `code_1` PLOVER's sector
of its class; a state itself has none, as in NGEC. Lacks relations that are no events (memberships,
offices), aliases of actors, reasons of matches and what a statement pools.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.export.html.quads import relation_view
from kg.graph.files import write_text
from kg.graph.literals import clean, two_digits
from kg.model import Corpus, Mention, Resolution, ResolvedClaim, Status
from kg.vocabulary import vocabulary

AUXILIARY = {
    Status.ASSERTED: None,
    Status.NEGATED: "negation",
    Status.PLANNED: "future",
    Status.HYPOTHETICAL: "hypothetical",
    Status.QUESTIONED: "hypothetical",
}
# PLOVER's sectors by class of actor; of a person only the office would tell
SECTORS = {
    "Government": "GOV",
    "GovernmentBody": "GOV",
    "Office": "GOV",
    "ArmedForce": "MIL",
    "ArmedGroup": "REB",
    "Court": "JUD",
    "PoliticalParty": "PTY",
    "Company": "BUS",
    "MediaOutlet": "MED",
    "IGO": "IGO",
    "NGO": "NGO",
    "PeopleGroup": "CVL",
}
_STATES = ("Country", "DeFactoState")


def generate_events(corpus: Corpus) -> Iterator[str]:
    """The lines of an events file, in the order of documents and of their text."""
    for claim in sorted(corpus.claims(), key=_place):
        if relation_view(claim.claim.relation)["plover"]:
            yield json.dumps(_cleaned(_record(claim)), ensure_ascii=False) + "\n"


def write_events(corpus: Corpus, path: Path) -> None:
    """Write an events file."""
    write_text(generate_events(corpus), path)


def _place(claim: ResolvedClaim) -> tuple[str, str, int, str]:
    document = claim.document
    return document.name, document.id, claim.claim.evidence.quote.start, claim.id


def _record(claim: ResolvedClaim) -> dict[str, Any]:
    plain, document = claim.claim, claim.document
    event, evidence = relation_view(plain.relation), plain.evidence
    return {
        "id": claim.id,
        "story_id": document.name,
        "pub_date": document.published,
        "date": (plain.time.date if plain.time else document.published or "")[:10] or None,
        "date_end": plain.time.end if plain.time else None,
        "date_raw": _date_words(claim),
        "event_type": event["plover"],
        "event_mode": [event["mode"]] if event["mode"] else [],
        "auxiliary_mode": AUXILIARY[plain.status],
        "status": str(plain.status),
        "intensity": event["score"],
        "quad": event["quad"],
        "relation": plain.relation,
        "contexts": list(vocabulary()[plain.relation].context),
        "attributes": _attributes(claim),
        "qualifiers": {key: _of(plain.qualifiers, key) for key, _ in sorted(plain.qualifiers)},
        "corrections": [mark.what for mark in plain.corrections],
        "score": float(two_digits(plain.confidence)),
        "event_text": evidence.sentence.of(document.text),
        "headline": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
    }


def _attributes(claim: ResolvedClaim) -> dict[str, list[dict[str, Any]]]:
    plain, words = claim.claim, _date_words(claim)
    quoted = [_party(claim.source, plain.source)] if claim.source and plain.source else []
    return {
        "ACTOR": [_party(claim.subject, plain.subject)],
        "RECIP": [_party(claim.object, plain.object)],
        "DATE": [{"text": words}] if words else [],
        "LOC": [{"text": place} for place in _of(plain.qualifiers, "place")],
        "SOURCE": quoted,
    }


def _date_words(claim: ResolvedClaim) -> str | None:
    time = claim.claim.time
    return time.span.of(claim.document.text) if time and time.span else None


def _party(resolution: Resolution, mention: Mention) -> dict[str, Any]:
    actor = resolution.actor
    return {
        "text": mention.text,
        "start_char": mention.span.start,
        "end_char": mention.span.end,
        "id": actor.id,
        "name": actor.label,
        "type": actor.type,
        "wikidata": actor.same_as,
        "acts_for": list(actor.acts_for),
        "country": actor.id if actor.type in _STATES else next(iter(actor.acts_for), None),
        "code_1": SECTORS.get(actor.type),
        "score": float(two_digits(resolution.score)),
    }


def _of(qualifiers: tuple[tuple[str, str], ...], key: str) -> list[str]:
    return sorted(value for name, value in qualifiers if name == key)


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return clean(value) if isinstance(value, str) else value
