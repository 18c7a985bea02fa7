"""Why an edge is in the graph: the claims behind it, and each claim told in words.

Also what the extractor finds in a sentence that is typed in, and what it refuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from kg.errors import InputError, QueryError
from kg.gazetteer import fold
from kg.model import Actor, Corpus, Mark, Mention, OpenClaim, Resolution, ResolvedClaim, When
from kg.vocabulary import Relation, vocabulary

_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence, and what it is in the claim: "subject", "object", "cue", "scope"."""

    text: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """What was found in a sentence that was typed in, what was refused and why, and left open."""

    claims: tuple[ResolvedClaim, ...]
    refused: tuple[str, ...]
    open_claims: tuple[OpenClaim[ResolvedClaim], ...] = ()


def find(
    corpus: Corpus, subject: str, relation: str | None = None, object_: str | None = None
) -> tuple[ResolvedClaim, ...]:
    """The claims with this subject, relation and object, each named by id, label or alias.

    Without a relation, claims in which the actor is the object are found as well. Raises an error
    that suggests names where one is unknown or nothing joins the two.
    """
    subjects = actors_named(corpus, subject)
    objects = actors_named(corpus, object_) if object_ else frozenset[str]()
    wanted = relation_named(relation).id if relation else None
    claims = tuple(
        claim
        for claim in corpus.claims()
        if wanted in (None, claim.claim.relation) and _joins(claim, subjects, objects, wanted)
    )
    if not claims:
        raise QueryError(_nothing(corpus, subject, subjects, relation, object_))
    return claims


def actors_named(corpus: Corpus, name: str) -> frozenset[str]:
    """The ids of the actors that `name` may mean; raises `QueryError` with suggestions."""
    key = fold(name)
    found = frozenset(
        actor.id for actor in corpus.actors if name == actor.id or key in map(fold, _names(actor))
    )
    if not found:
        raise QueryError(f"no actor {name!r} in this graph{_suggest(corpus, key)}")
    return found


def relation_named(name: str) -> Relation:
    """The relation with this id or label; raises `OntologyError` with a suggestion."""
    known = vocabulary()
    by_label = (entry for entry in known.values() if entry.label == name.strip().lower())
    return known[name] if name in known else next(by_label, None) or known[name]


def sentence(claim: ResolvedClaim) -> tuple[Part, ...]:
    """The sentence of a claim, cut where something marked begins or ends."""
    evidence = claim.claim.evidence
    marks = [("subject", evidence.subject), ("object", evidence.object), ("cue", evidence.cue)]
    marks += [("scope", span) for span in evidence.scope]
    start, end = evidence.sentence.start, evidence.sentence.end
    inner = {offset for _, span in marks for offset in (span.start, span.end)}
    edges = sorted({start, end, *(offset for offset in inner if start < offset < end)})
    return tuple(
        Part(
            claim.document.text[a:b],
            tuple(name for name, span in marks if span.start <= a < span.end),
        )
        for a, b in pairwise(edges)
    )


def describe(claim: ResolvedClaim) -> Iterator[tuple[str, str]]:
    """A claim in words, as pairs of a heading and a text."""
    plain, document = claim.claim, claim.document
    about = (document.title, document.publisher, document.published)
    yield "document", ", ".join([document.name, *filter(None, about)])
    yield "rule", plain.evidence.rule
    scope = ", ".join(f'"{span.of(document.text)}"' for span in plain.evidence.scope)
    yield "status", f"{plain.status}, because of {scope}" if scope else plain.status
    speaker = _meaning(plain.source, claim.source) if plain.source and claim.source else None
    yield "told by", speaker or "the author"
    if plain.time:
        yield "date", _date(plain.time, document.text)
    yield from plain.qualifiers
    yield "subject", _meaning(plain.subject, claim.subject)
    yield "object", _meaning(plain.object, claim.object)
    yield "confidence", f"{plain.confidence:.2f}"
    for mark in plain.corrections:
        yield "corrected", _corrected(mark)


def read_sentence(text: str, *, model: str | None = None) -> Typed:
    """What the extractor finds in a text, and what it refuses and why."""
    from kg.build import opened, resolved
    from kg.extract.extractor import Extractor
    from kg.gazetteer import gazetteer
    from kg.read import read_text
    from kg.resolve import Resolver

    if not text.strip():
        raise InputError("the sentence is empty: type one in quotation marks")
    resolver = Resolver(gazetteer())
    readings = list(Extractor(model)([read_text(text, name="typed-in")]))
    claims = (resolved(c, r.document, resolver) for r in readings for c in r.claims)
    refused = (reason for reading in readings for reason in reading.refused)
    open_claims = (claim for reading in readings for claim in opened(reading, resolver))
    return Typed(tuple(claims), tuple(refused), tuple(open_claims))


def _joins(
    claim: ResolvedClaim, subjects: frozenset[str], objects: frozenset[str], wanted: str | None
) -> bool:
    ends = (claim.subject.actor.id, claim.object.actor.id)
    either_way = wanted is None or vocabulary()[claim.claim.relation].symmetric
    return any(
        a in subjects and (not objects or b in objects)
        for a, b in ((ends, ends[::-1]) if either_way else (ends,))
    )


def _nothing(
    corpus: Corpus,
    subject: str,
    subjects: frozenset[str],
    relation: str | None,
    object_: str | None,
) -> str:
    wanted = " ".join(filter(None, (subject, relation, object_)))
    labels = sorted(
        {
            other.label
            for claim in corpus.claims()
            for this, other in _directions(claim)
            if this.id in subjects
        }
    )
    known = f": it is joined to {', '.join(labels[:_SUGGESTIONS])}" if labels else ""
    return f"no claim says {wanted!r}; {subject} is in the graph{known}"


def _directions(claim: ResolvedClaim) -> tuple[tuple[Actor, Actor], tuple[Actor, Actor]]:
    ends = (claim.subject.actor, claim.object.actor)
    return ends, (ends[1], ends[0])


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.label, *actor.aliases)


def _suggest(corpus: Corpus, key: str) -> str:
    labels = {fold(name): actor.label for actor in corpus.actors for name in _names(actor)}
    holding = [name for name in sorted(labels) if key and key in name]
    close = [*get_close_matches(key, sorted(labels), _SUGGESTIONS), *holding]
    names = list(dict.fromkeys(labels[name] for name in close))[:_SUGGESTIONS]
    return f"; did you mean {' or '.join(map(repr, names))}?" if names else ""


def _meaning(mention: Mention, resolution: Resolution) -> str:
    actor = resolution.actor
    stands_for = f" (for {mention.name!r})" if mention.name != mention.text else ""
    reasons = f": {'; '.join(resolution.reasons)}" if resolution.reasons else ""
    what = f"{actor.label} ({actor.type}, {actor.id})"
    return f'"{mention.text}"{stands_for} is {what}, score {resolution.score:.2f}{reasons}'


def _corrected(mark: Mark) -> str:
    when = f", {mark.time}" if mark.time else ""
    note = f": {mark.note}" if mark.note else ""
    return f"{mark.what} ({mark.author}{when}; {mark.correction}){note}"


def _date(time: When, text: str) -> str:
    written = f' ("{time.span.of(text)}")' if time.span else ""
    until = f" to {time.end}" if time.end else ""
    return f"{time.date}{until}, from {time.origin}{written}"
