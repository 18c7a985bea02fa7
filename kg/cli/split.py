"""`kg split`: some mentions of an actor are another actor."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import correcting as c
from kg.cli.output import Json, Quiet


def split(
    actor: Annotated[
        str,
        typer.Argument(help="Whom they were taken for: id, label or alias.", show_default=False),
    ],
    *,
    to: Annotated[
        str,
        typer.Option("--to", help="Whom they mean: id, label, alias, or a new id:Type:label."),
    ],
    author: c.Author = "",
    document: Annotated[
        str | None, typer.Option("--document", help="Only those in this document.")
    ] = None,
    words: Annotated[str | None, typer.Option("--words", help="Only those written so.")] = None,
    claim: Annotated[
        list[str] | None, typer.Option("--claim", help="Only those in this claim.")
    ] = None,
    time: c.Time = None,
    note: c.Note = None,
    store: c.Store = None,
    graph: c.MaybeFile = None,
    corrections: c.File = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Give mentions of an actor to another: all that --document, --words and --claim choose."""
    from kg.corrections.desk import Chosen

    if document is None and words is None and not claim:
        raise typer.BadParameter("say which mentions: --document, --words or --claim")
    by = c.signed(author, time, note)
    with c.opened(graph, store, corrections) as book:
        desk = book.desk()
        ids = frozenset(desk.claim(id).id for id in claim) if claim else None
        actions = desk.split(actor, to, Chosen(document, words, ids))
        kept = c.decide(book, desk, actions, by)
    c.tell(kept, json=json, quiet=quiet)
