"""`kg export`: a graph in another format, as a file or on standard output."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.correcting import Corrections, corrected
from kg.cli.output import SOME_FAILED, Quiet, complain, say
from kg.errors import KgError
from kg.export.formats import FORMATS

if TYPE_CHECKING:
    from kg.export.rdf import Graph

MaybeGraph = Annotated[
    Path | None,
    typer.Argument(
        metavar="GRAPH_FILE",
        help="statements.jsonl, or RDF: .trig .nq .ttl .nt .jsonld .rdf",
        show_default=False,
    ),
]
MaybeStore = Annotated[
    str | None,
    typer.Option("--store", metavar="STORE", help="A folder, or the URL of a SPARQL service."),
]
To = Annotated[
    str | None, typer.Option("--to", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")
]
Base = Annotated[
    str | None, typer.Option("--base", help="Begins the IRIs that RDF is written with.")
]

Raw = Annotated[
    bool,
    typer.Option("--raw", help="Leave cells of CSV and TSV that begin like a formula as they are."),
]


class Complaints:
    """Says what is left out or written otherwise, and remembers that there was something."""

    def __init__(self) -> None:
        self.any = False

    def __call__(self, error: KgError) -> None:
        """Say it."""
        self.any = True
        complain(error)

    def leave(self) -> None:
        """Exit with the code for "the rest is done" if there was something."""
        if self.any:
            raise typer.Exit(SOME_FAILED)


def export(
    graph: MaybeGraph = None,
    *,
    store: MaybeStore = None,
    to: To = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="The file to write.")] = None,
    base: Base = None,
    raw: Raw = False,
    corrections: Corrections = None,
    quiet: Quiet = False,
) -> None:
    """Write a graph in any format: the one named by --to, or told by the ending of the file.

    A claim that cannot be written is named and left out.
    """
    from kg.export import corpus_of, generate, write

    complaints = Complaints()
    safe = False if raw else None

    if out is None and to is None:
        raise typer.BadParameter("give the format (--to), or the file to write (-o)")
    if corrections and store:
        raise typer.BadParameter("a store keeps its own corrections: kg corrections --import")
    with opened(graph, store) as (held, its_base):
        if corrections:
            held, _ = corrected(corpus_of(held), corrections)
        begin = base or its_base
        if out is not None:
            write(held, out, to, base=begin, safe=safe, report=complaints)
            say(f"wrote {out}", quiet=quiet)
        else:
            for chunk in generate(held, to or "", base=begin, safe=safe, report=complaints):
                typer.echo(chunk.encode(), nl=False)
    complaints.leave()


@contextmanager
def opened(graph: Path | None, store: str | None) -> Iterator[tuple[Graph, str | None]]:
    """What a graph file or a store holds, and the base of its IRIs where that is known."""
    if (graph is None) == (store is None):
        raise typer.BadParameter("give either a graph file or --store")
    if graph is not None:
        from kg.export import load

        yield load(graph), None
        return
    from kg.store import open_source

    with open_source(store or "") as source:
        yield source.quads(), source.base
