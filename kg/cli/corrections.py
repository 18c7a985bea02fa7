"""`kg corrections`: what was corrected, what became of it, and the log as a file or as gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kg.cli import correcting as c
from kg.cli.output import Json, Quiet, print_json, print_table, say

if TYPE_CHECKING:
    from kg.corrections.desk import Desk
    from kg.corrections.fates import Fate

_HEADINGS = ("id", "kind", "what", "author", "time", "note", "state")


def corrections(
    *,
    store: c.Store = None,
    graph: c.MaybeFile = None,
    corrections: c.File = None,
    to: Annotated[
        Literal["jsonl", "gold"] | None,
        typer.Option("--to", help="jsonl: the log as a file; gold: a folder for kg evaluate."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file or folder to write.")
    ] = None,
    add: Annotated[
        Path | None, typer.Option("--import", help="Add the entries of a corrections file.")
    ] = None,
    lost: Annotated[
        bool, typer.Option("--lost", help="Only those that find nothing to correct.")
    ] = False,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """List all corrections and what became of each; write them, or add those of a file."""
    if (to is None) != (out is None):
        raise typer.BadParameter("--to and --out belong together")
    with c.opened(graph, store, corrections) as book:
        if add is not None:
            from kg.corrections.lines import read_corrections

            book.keep(read_corrections(add))
        desk = book.desk()
    if to and out:
        _write(desk, to, out, quiet=quiet)
    else:
        _list(desk.applied.lost if lost else desk.applied.fates, json=json)
    if desk.applied.lost:
        say(f"{len(desk.applied.lost)} corrections find nothing: see --lost", quiet=quiet)


def _write(desk: Desk, to: Literal["jsonl", "gold"], out: Path, *, quiet: bool) -> None:
    if to == "jsonl":
        from kg.corrections.lines import write_corrections

        write_corrections(desk.overlay, out)
        say(f"wrote {out}", quiet=quiet)
        return
    from kg.corrections.gold import gold, write_gold

    for path in write_gold(gold(desk), out):
        say(f"wrote {path}", quiet=quiet)


def _list(fates: tuple[Fate, ...], *, json: bool) -> None:
    if json:
        print_json([_data(fate) for fate in fates])
        return
    print_table(_HEADINGS, (_row(fate) for fate in fates))


def _data(fate: Fate) -> dict[str, Any]:
    from kg.corrections.lines import as_data

    return as_data(fate.correction) | {"state": fate.state.value}


def _row(fate: Fate) -> tuple[str, ...]:
    entry = fate.correction
    mark = entry.mark
    about = (mark.author, mark.time or "", mark.note or "")
    return (entry.id, entry.kind, mark.what, *about, fate.state.value)
