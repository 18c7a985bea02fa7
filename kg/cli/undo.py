"""`kg undo`: a correction no longer holds."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import correcting as c
from kg.cli.output import Json, Quiet


def undo(
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID...", help="Of corrections, as kg corrections lists them."),
    ],
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
    """Take corrections back, by an entry of its own; undoing that one brings them back."""
    from kg.corrections.actions import Undo

    by = c.signed(author, time, note)
    with c.opened(graph, store, corrections) as book:
        desk = book.desk()
        kept = c.decide(book, desk, map(Undo, ids), by)
    c.tell(kept, json=json, quiet=quiet)
