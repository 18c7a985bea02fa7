"""`kg export`: a graph in another format, as a file or on standard output."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.output import Quiet, say
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


def export(
    graph: MaybeGraph = None,
    *,
    store: MaybeStore = None,
    to: To = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="The file to write.")] = None,
    base: Base = None,
    quiet: Quiet = False,
) -> None:
    """Write a graph in any format: the one named by --to, or told by the ending of the file."""
    from kg.export import generate, write

    if out is None and to is None:
        raise typer.BadParameter("give the format (--to), or the file to write (-o)")
    with opened(graph, store) as (held, its_base):
        if out is not None:
            write(held, out, to, base=base or its_base)
            say(f"wrote {out}", quiet=quiet)
            return
        for chunk in generate(held, to or "", base=base or its_base):
            typer.echo(chunk.encode(), nl=False)


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
