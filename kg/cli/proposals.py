"""`kg proposals`: the predicates that no frame knows, and what to write into the lexicon next."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.opened import file_in
from kg.cli.output import Json, Quiet, print_json, print_table, say

if TYPE_CHECKING:
    from kg.graph.open_claims import Predicate

_HEADINGS = ("claims", "documents", "frame", "proposed", "example")


def proposals(
    place: Annotated[
        Path,
        typer.Argument(
            metavar="PATH", help="open_claims.jsonl, or the folder of a build.", show_default=False
        ),
    ],
    *,
    top: Annotated[int | None, typer.Option("--top", min=1, help="Rows; all without it.")] = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """List predicates that no frame knows, the most frequent first, with proposed relations.

    The frame is the line to write into the lexicon of the relation that is right, if any is.
    """
    from kg.graph.open_claims import predicates, read_open_claims

    found = predicates(read_open_claims(file_in(place)))[:top]
    if json:
        print_json([asdict(predicate) for predicate in found])
        return
    print_table(_HEADINGS, map(_row, found))
    say(f"{len(found)} predicates that no frame knows", quiet=quiet)


def _row(found: Predicate) -> tuple[str, ...]:
    best = ", ".join(f"{p.relation} {p.score:.2f}" for p in found.proposals)
    return (str(found.claims), str(found.documents), found.frame, best, found.example)
