"""`kg draw`: a graph as one HTML page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from kg.cli.export import MaybeGraph, MaybeStore, opened
from kg.cli.output import Quiet, say


def draw(
    graph: MaybeGraph = None,
    *,
    store: MaybeStore = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="The page to write.")],
    engine: Annotated[
        Literal["explorer", "pyvis"], typer.Option("--engine", help="What draws the page.")
    ] = "explorer",
    title: Annotated[str | None, typer.Option("--title", help="The heading of the page.")] = None,
    quiet: Quiet = False,
) -> None:
    """Draw a graph as a page that opens in a browser by double click, without a network."""
    from kg.export import corpus_of
    from kg.export.html import write_html

    with opened(graph, store) as (held, _):
        write_html(corpus_of(held), out, title=title, engine=engine)
    say(f"wrote {out}: open it in a browser", quiet=quiet)
