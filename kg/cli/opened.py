"""Open claims on a terminal: listed, or walked through with the relations proposed for each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.explain import print_open
from kg.cli.output import print_json, print_table
from kg.cli.walking import Manner, walk

if TYPE_CHECKING:
    from kg.corrections.open_walk import OpenWalk
    from kg.corrections.opened import Open

_PROMPT = "a [NUMBER|RELATION] accept, r reject, s skip, u undo, q quit, ? help"


def file_in(place: Path) -> Path:
    """The file of open claims, where the folder of a build is named."""
    from kg.graph.open_claims import FILE

    return place / FILE if place.is_dir() else place


def walk_open(way: OpenWalk, *, quiet: bool) -> None:
    """Ask about each open claim."""
    from kg.corrections.open_walk import HELP

    walk(way, Manner(print_open, lambda claim: claim.claim.id, _PROMPT, HELP), quiet=quiet)


def list_open(claims: list[Open], *, json: bool) -> None:
    """Print open claims; ask nothing."""
    from kg.graph.open_claims import open_record

    if json:
        print_json([open_record(claim) for claim in claims])
        return
    headings = (
        "claim",
        "document",
        "subject",
        "predicate",
        "object",
        "status",
        "proposed",
        "quote",
    )
    print_table(headings, map(_row, claims))


def _row(claim: Open) -> tuple[str, ...]:
    resolved, plain = claim.claim, claim.claim.claim
    ends = (resolved.subject.actor.label, claim.predicate, resolved.object.actor.label)
    quote = plain.evidence.quote.of(resolved.document.text)
    best = ", ".join(f"{p.relation} {p.score:.2f}" for p in claim.proposals)
    return (resolved.id, resolved.document.name, *ends, plain.status, best, quote)
