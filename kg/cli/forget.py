"""`kg forget`: an actor or a source, and all that a store holds of it."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.add import StoreOption
from kg.cli.output import SOME_FAILED, Json, Quiet, complain, print_json, say
from kg.errors import InputError


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
        without_actor = {id: held.forget_actor(id) for id in actor or ()}
        without_source = {name: held.forget_publisher(name) for name in source or ()}
        gone = before - len(held.corrections.overlay.entries)
    missing = [f"actor {id!r}" for id, names in without_actor.items() if not names]
    missing += [f"source {name!r}" for name, names in without_source.items() if not names]
    for what in missing:
        complain(InputError(f"{store} holds no document of the {what}: kg stats lists what it has"))
    if gone:
        say(f"{gone} corrections forgotten", quiet=quiet)
    removed = {name for names in without_source.values() for name in names}
    changed = {name for names in without_actor.values() for name in names} - removed
    if json:
        print_json({"changed": sorted(changed), "removed": sorted(removed)})
    say(f"{len(changed)} documents changed, {len(removed)} removed", quiet=quiet)
    if missing:
        raise typer.Exit(SOME_FAILED)
