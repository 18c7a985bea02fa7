"""`kg snapshot`: a copy of a store, verified byte by byte."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import Quiet, say

StoreFolder = Annotated[
    Path, typer.Option("--store", metavar="STORE", help="The folder of an embedded store.")
]


def snapshot(
    out: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to make.")],
    *,
    store: StoreFolder,
    quiet: Quiet = False,
) -> None:
    """Copy what a store has published, also while it is written; the copy is itself a store."""
    from kg.store.embedded import snapshot as copy

    copy(store, out)
    say(f"{out} is a snapshot of {store}", quiet=quiet)
