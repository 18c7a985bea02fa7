"""`kg mcp`: a store for language models, as a server of the Model Context Protocol."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.output import Quiet, say
from kg.cli.snapshot import StoreFolder


def mcp(
    *,
    store: StoreFolder,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, help="Seconds that a query may take.")
    ] = 10.0,
    quiet: Quiet = False,
) -> None:
    """Answer a model's questions about a store on standard input and output; nothing is changed."""
    from kg.serve.limits import Limits
    from kg.serve.tools import ANSWER, ROWS, serve

    told = f"serving {store} on standard input and output"
    limits = Limits(seconds=timeout, rows=ROWS, answer=ANSWER)
    serve(store, limits, lambda: say(told, quiet=quiet))
