"""`kg restore`: a store from a snapshot."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import Quiet, say
from kg.cli.snapshot import StoreFolder


def restore(
    source: Annotated[Path, typer.Argument(metavar="SNAPSHOT", help="What kg snapshot made.")],
    *,
    store: StoreFolder,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace what the store holds now.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Make a store of a snapshot, after every byte of the snapshot is verified."""
    from kg.store.embedded import restore as install

    install(source, store, replace=replace)
    say(f"{store} holds what {source} holds", quiet=quiet)
