"""`kg restore`: a store from a snapshot or an exported graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import Quiet, say
from kg.cli.snapshot import StoreFolder


def restore(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SNAPSHOT", help="What kg snapshot made, or a graph as .nq or .trig."
        ),
    ],
    *,
    store: StoreFolder,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace what the store holds now.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Make a store of a snapshot, after every byte of it is verified, or of an exported graph."""
    from kg.store.embedded import restore as install

    install(source, store, replace=replace)
    say(f"{store} holds what {source} holds", quiet=quiet)
