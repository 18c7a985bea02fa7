"""`kg merge`: several actors are one."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import correcting as c
from kg.cli.output import Json, Quiet

Actors = Annotated[
    list[str],
    typer.Argument(metavar="ACTOR ACTOR...", help="Ids, labels or aliases; the first is kept."),
]


def merge(
    actors: Actors,
    *,
    author: c.Author = "",
    time: c.Time = None,
    note: c.Note = None,
    store: c.Store = None,
    graph: c.MaybeFile = None,
    corrections: c.File = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Make several actors one, here and in every article that comes later."""
    by = c.signed(author, time, note)
    with c.opened(graph, store, corrections) as book:
        desk = book.desk()
        kept = c.decide(book, desk, desk.merge(actors), by)
    c.tell(kept, json=json, quiet=quiet)
