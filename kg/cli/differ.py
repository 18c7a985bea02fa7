"""`kg differ`: two actors are not the same."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import correcting as c
from kg.cli.output import Json, Quiet

Actor = Annotated[str, typer.Argument(help="An id, label or alias.", show_default=False)]


def differ(
    one: Actor,
    other: Actor,
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
    """Tell two actors apart for good: no merge and no later extraction makes them one."""
    by = c.signed(author, time, note)
    with c.opened(graph, store, corrections) as book:
        desk = book.desk()
        kept = c.decide(book, desk, desk.differ(one, other), by)
    c.tell(kept, json=json, quiet=quiet)
