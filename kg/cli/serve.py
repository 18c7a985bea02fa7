"""`kg serve`: a store as a SPARQL and JSON service on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import Quiet, say
from kg.cli.snapshot import StoreFolder

PORT = 7200


def serve(
    *,
    store: StoreFolder,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port.")] = PORT,
    write: Annotated[bool, typer.Option("--write", help="Allow updates, with the token.")] = False,
    token_file: Annotated[
        Path | None, typer.Option("--token-file", help="A file that holds the bearer token.")
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="Another host name to answer to.")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, help="Seconds that a query may take.")
    ] = 10.0,
    quiet: Quiet = False,
) -> None:
    """Serve a store: SPARQL, a JSON API, an address for each thing, and a page to explore."""
    from kg.serve.guard import access
    from kg.serve.limits import Limits
    from kg.serve.server import serve as run

    rules = access(host, names=name or (), write=write, token_file=token_file)
    shown = f"[{host}]" if ":" in host else host
    told = f"http://{shown}:{port}/ serves {store}; queries at /sparql; Ctrl-C ends it"
    limits = Limits(seconds=timeout)
    run(store, rules, host=host, port=port, limits=limits, begun=lambda: say(told, quiet=quiet))
