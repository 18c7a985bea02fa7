"""Decisions on open claims: what a person finds in them, dismisses, or puts off.

They hold on to words, as other decisions do: to those of both ends and of the predicate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.corrections.actions import Correction, Dismiss, Missed, Words
from kg.model import Actor, OpenClaim, ResolvedClaim, Span
from kg.vocabulary import vocabulary

Open = OpenClaim[ResolvedClaim]


def found(claim: Open, relation: str) -> Missed:
    """The open claim as a claim of this relation, which no extraction found."""
    plain, document = claim.claim.claim, claim.claim.document
    source = claim.claim.source
    return Missed(
        document=document.id,
        name=document.name,
        relation=vocabulary()[relation].id,
        status=plain.status,
        subject=_words(claim, plain.evidence.subject),
        object=_words(claim, plain.evidence.object),
        cue=_words(claim, plain.evidence.cue),
        sentence=_words(claim, plain.evidence.sentence),
        subject_actor=_alone(claim.claim.subject.actor),
        object_actor=_alone(claim.claim.object.actor),
        source=Words(plain.source.span, plain.source.text) if plain.source else None,
        source_actor=_alone(source.actor) if source else None,
    )


def dismissed(claim: Open, *, later: bool = False) -> Dismiss:
    """The open claim as none of any relation, or as one to decide on later."""
    evidence, document = claim.claim.claim.evidence, claim.claim.document
    return Dismiss(
        document=document.id,
        name=document.name,
        predicate=claim.predicate,
        subject=_words(claim, evidence.subject),
        object=_words(claim, evidence.object),
        cue=_words(claim, evidence.cue),
        subject_actor=claim.claim.subject.actor.id,
        object_actor=claim.claim.object.actor.id,
        later=later,
    )


def decision(claim: Open, entries: Iterable[Correction]) -> Missed | Dismiss | None:
    """The last of these decisions that is about the words of an open claim."""
    evidence = claim.claim.claim.evidence
    last: Missed | Dismiss | None = None
    for entry in entries:
        made = entry.action
        if isinstance(made, Missed | Dismiss) and made.document == claim.claim.document.id:
            ends = made.subject.span, made.object.span
            if ends == (evidence.subject, evidence.object) and _overlap(made, evidence.cue):
                last = made
    return last


def is_closed(claim: Open, about: Mapping[str, Iterable[Correction]]) -> bool:
    """Whether a person has settled an open claim, by the decisions `about` each document."""
    made = decision(claim, about.get(claim.claim.document.id, ()))
    return made is not None and not (isinstance(made, Dismiss) and made.later)


def _words(claim: Open, span: Span) -> Words:
    return Words(span, span.of(claim.claim.document.text))


def _alone(actor: Actor) -> Actor:
    return replace(actor, acts_for=())


def _overlap(made: Missed | Dismiss, cue: Span) -> bool:
    return made.cue.span.start < cue.end and cue.start < made.cue.span.end
