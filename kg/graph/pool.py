"""Claims pooled into a corpus: each thing once, in the order of ids, however they came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.graph.excerpt import unite
from kg.model import (
    Actor,
    Corpus,
    Document,
    OpenClaim,
    Resolution,
    ResolvedClaim,
    Statement,
)


def pool(
    claims: Iterable[ResolvedClaim],
    documents: Iterable[Document] = (),
    actors: Iterable[Actor] = (),
    *,
    open_claims: Iterable[OpenClaim[ResolvedClaim]] = (),
) -> Corpus:
    """The corpus of these claims; `documents` and `actors` add those that no claim speaks of.

    `open_claims` are carried along, and add nothing. Two records of one actor become one, with the
    names of both; of two claims with one id the surer stays.
    """
    claims = list(claims)
    known = _actors([*actors, *(actor for claim in claims for actor in _parties(claim))])
    texts = _documents([*documents, *(claim.document for claim in claims)])
    groups: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        groups[claim.id].append(claim)
    surest = {id: _with(_surest(groups[id]), known, texts) for id in sorted(groups)}
    return Corpus(
        documents=tuple(texts[key] for key in sorted(texts)),
        actors=tuple(known[id] for id in sorted(known)),
        statements=_statements(surest.values()),
        open_claims=_open(open_claims),
    )


def merge(corpora: Iterable[Corpus]) -> Corpus:
    """The union of several corpora, such as the shards of one build."""
    corpora = list(corpora)
    return pool(
        (claim for corpus in corpora for claim in corpus.claims()),
        (document for corpus in corpora for document in corpus.documents),
        (actor for corpus in corpora for actor in corpus.actors),
        open_claims=(claim for corpus in corpora for claim in corpus.open_claims),
    )


def _statements(claims: Iterable[ResolvedClaim]) -> tuple[Statement, ...]:
    grouped: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.statement_id].append(claim)
    return tuple(
        Statement(
            group[0].subject.actor, group[0].claim.relation, group[0].object.actor, tuple(group)
        )
        for _, group in sorted(grouped.items())
    )


def _open(claims: Iterable[OpenClaim[ResolvedClaim]]) -> tuple[OpenClaim[ResolvedClaim], ...]:
    """Each once, in the order of ids."""
    ordered = sorted(claims, key=lambda o: (o.claim.id, repr((o.claim.claim, o.proposals))))
    return tuple({claim.claim.id: claim for claim in ordered}.values())


def _surest(claims: list[ResolvedClaim]) -> ResolvedClaim:
    if len(claims) == 1:
        return claims[0]
    return max(claims, key=lambda c: (c.claim.confidence, repr((c.claim, c.subject, c.object))))


def _documents(documents: Iterable[Document]) -> dict[tuple[str, str], Document]:
    groups: dict[tuple[str, str], dict[int, Document]] = defaultdict(dict)
    for document in documents:
        groups[_key(document)][id(document)] = document
    return {key: unite(group.values()) for key, group in groups.items()}


def _key(document: Document) -> tuple[str, str]:
    return document.id, document.name


def _parties(claim: ResolvedClaim) -> list[Actor]:
    return [r.actor for r in (claim.subject, claim.object, claim.source) if r]


def _actors(actors: Iterable[Actor]) -> dict[str, Actor]:
    groups: dict[str, set[Actor]] = defaultdict(set)
    for actor in actors:
        groups[actor.id].add(actor)
    return {id: _unite(sorted(group, key=repr)) for id, group in groups.items()}


def _unite(records: list[Actor]) -> Actor:
    first = records[0]
    names = {name for record in records for name in (record.label, *record.aliases)}
    return replace(
        first,
        aliases=tuple(sorted(names - {first.label})),
        same_as=next((record.same_as for record in records if record.same_as), None),
        acts_for=tuple(sorted({id for record in records for id in record.acts_for})),
    )


def _with(
    claim: ResolvedClaim, actors: Mapping[str, Actor], texts: Mapping[tuple[str, str], Document]
) -> ResolvedClaim:
    def known(resolution: Resolution) -> Resolution:
        return replace(resolution, actor=actors[resolution.actor.id])

    scope = tuple(sorted(set(claim.claim.evidence.scope)))
    qualifiers = tuple(sorted(set(claim.claim.qualifiers)))
    evidence = replace(claim.claim.evidence, scope=scope)
    return ResolvedClaim(
        claim=replace(claim.claim, evidence=evidence, qualifiers=qualifiers),
        document=texts[_key(claim.document)],
        subject=known(claim.subject),
        object=known(claim.object),
        source=known(claim.source) if claim.source else None,
    )
