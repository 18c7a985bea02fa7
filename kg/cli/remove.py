"""`kg remove`: documents out of a store."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.add import StoreOption
from kg.cli.output import SOME_FAILED, Json, Quiet, complain, print_json, say
from kg.errors import InputError


def remove(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME...", help="Names of documents, as kg add read them."),
    ],
    *,
    store: StoreOption,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Take documents out of a store, with all that only they said."""
    from kg.store import open_store

    with open_store(store) as held:
        removed = [name for name in dict.fromkeys(names) if held.remove(name)]
    missing = sorted(set(names) - set(removed))
    for name in missing:
        complain(InputError(f"{store} holds no document {name!r}"))
    if json:
        print_json({"removed": removed, "missing": missing})
    say(f"{len(removed)} removed", quiet=quiet)
    if missing:
        raise typer.Exit(SOME_FAILED)
