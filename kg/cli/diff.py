"""`kg diff`: what one store says that another does not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.output import Json, Quiet, one_line, print_json, say

if TYPE_CHECKING:
    from kg.model import Corpus

Place = Annotated[str, typer.Argument(help="A store, or a graph file.", show_default=False)]


def diff(before: Place, after: Place, *, json: Json = False, quiet: Quiet = False) -> None:
    """Say which statements and claims were taken out (-), put in (+) or are told otherwise (~)."""
    from kg.store.diff import diff as differences

    found = list(differences(_corpus(before), _corpus(after)))
    if json:
        print_json([difference.data() for difference in found])
        return
    for entry in found:
        changed = f" ({', '.join(entry.changed)})" if entry.changed else ""
        typer.echo(one_line(f"{entry.sign} {entry.kind} {entry.text}{changed}"))
    say(f"{len(found)} differences", quiet=quiet)


def _corpus(place: str) -> Corpus:
    from kg.graph.files import read_corpus
    from kg.store import open_source

    if Path(place).is_file():
        return read_corpus(Path(place))
    with open_source(place) as source:
        return source.corpus()
