"""Open claims as JSON Lines, one a line, and back: what no relation of the ontology says.

A line has the keys of `kg.graph.statements`, without `plover` and `confidence`. Its `relation` is
"relatedTo", which is no relation, so that no graph takes it in. `predicate` holds the article's
own words, `frame` what the lexicon would have to hold, and `proposals` the relations that it may
turn out to be: `{relation, score, reason}`, the best first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.graph.fields import Fields
from kg.graph.records import Record
from kg.graph.statements import line_of, parse_records, parts, place, read_lines
from kg.model import RELATED, OpenClaim, Proposal, ResolvedClaim

FILE = "open_claims.jsonl"  # what a build calls it
LABEL = "related to"
_MOST = 3  # relations that are proposed for a predicate
Open = OpenClaim[ResolvedClaim]


def generate_open_claims(claims: Iterable[Open]) -> Iterator[str]:
    """The lines of the file, in the order of documents and of their text."""
    for claim in sorted(claims, key=lambda claim: place(claim.claim)):
        yield line_of(open_record(claim))


def read_open_claims(path: Path) -> tuple[Open, ...]:
    """The open claims of a file; raises `ValidationError` that names the line of a fault."""
    found = parse_records(read_lines(path), path.name, _OpenRecord)
    return tuple(record.open(claim) for record, claim in found)


def open_record(claim: Open) -> dict[str, Any]:
    """One line as a dictionary; raises `ValidationError` where an offset is wrong."""
    told = parts(claim.claim)
    evidence = told.pop("evidence")
    return (
        {key: told.pop(key) for key in ("id", "document", "subject")}
        | {"relation": RELATED, "relation_label": LABEL}
        | {"predicate": claim.predicate, "frame": frame_of(claim)}
        | told
        | {"proposals": [asdict(proposal) for proposal in claim.proposals], "evidence": evidence}
    )


def frame_of(claim: Open) -> str:
    """The kind and the line of the frame that would know the predicate: "verb: S outbid O"."""
    _, kind, line = claim.claim.claim.evidence.rule.split("/", 2)
    return f"{kind}: {line}"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate that open claims share, and the relations proposed for it over all of them."""

    predicate: str
    frame: str
    claims: int
    documents: int
    example: str
    proposals: tuple[Proposal, ...]


def predicates(claims: Iterable[Open]) -> list[Predicate]:
    """What to write into the lexicon next: the predicates, the most frequent first."""
    groups: dict[str, list[Open]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: place(claim.claim)):
        groups[frame_of(claim)].append(claim)
    found = [_predicate(frame, group) for frame, group in groups.items()]
    return sorted(found, key=lambda p: (-p.claims, -p.documents, p.frame))


def _predicate(frame: str, claims: list[Open]) -> Predicate:
    first = claims[0].claim
    documents = {(claim.claim.document.name, claim.claim.document.id) for claim in claims}
    example = first.claim.evidence.sentence.of(first.document.text)
    proposed: dict[str, list[Proposal]] = defaultdict(list)
    for claim in claims:
        for proposal in claim.proposals:
            proposed[proposal.relation].append(proposal)
    pooled = [
        replace(max(some, key=lambda p: (p.score, p.reason)), score=_share(some, len(claims)))
        for some in proposed.values()
    ]
    best = sorted(pooled, key=lambda p: (-p.score, p.relation))[:_MOST]
    return Predicate(claims[0].predicate, frame, len(claims), len(documents), example, tuple(best))


def _share(proposals: list[Proposal], claims: int) -> float:
    """The mean score of a relation over all claims of a predicate."""
    return round(sum(proposal.score for proposal in proposals) / claims, 2)


class _OpenRecord(Record):
    """One line of the file."""

    def relation(self) -> str:
        """What stands for a relation, and is none."""
        if self.fields.text("relation") != RELATED:
            raise OntologyError(f"the relation of an open claim is {RELATED!r}")
        return RELATED

    def open(self, claim: ResolvedClaim) -> Open:
        """The open claim of this line."""
        told = self.fields.children("proposals")
        return OpenClaim(claim, self.fields.text("predicate"), tuple(map(_proposal, told)))


def _proposal(fields: Fields) -> Proposal:
    return Proposal(fields.text("relation"), fields.share("score", 1.0), fields.text("reason"))
