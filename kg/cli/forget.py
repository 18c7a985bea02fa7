"""`kg forget`: an actor or a source, and all that a store holds of it."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.add import StoreOption
from kg.cli.output import Json, Quiet, print_json, say


def forget(
    *,
    store: StoreOption,
    actor: Annotated[
        list[str] | None, typer.Option("--actor", help="The id of an actor, such as armenia.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", help="The name of a publisher.")
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Forget an actor with every claim it has a part in, or a source with all its documents."""
    if not actor and not source:
        raise typer.BadParameter("say what to forget: --actor ID or --source NAME")
    from kg.store import open_store

    with open_store(store) as held:
        before = len(held.corrections.overlay.entries)
        changed = {name for id in actor or () for name in held.forget_actor(id)}
        removed = {name for name_ in source or () for name in held.forget_publisher(name_)}
        gone = before - len(held.corrections.overlay.entries)
    if gone:
        say(f"{gone} corrections forgotten", quiet=quiet)
    if json:
        print_json({"changed": sorted(changed - removed), "removed": sorted(removed)})
    say(f"{len(changed - removed)} documents changed, {len(removed)} removed", quiet=quiet)
