"""`kg add`: articles into a store, one transaction a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.correcting import say_lost
from kg.cli.output import SOME_FAILED, Jobs, Json, Model, Quiet, complain, print_json, progress, say
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.model import Document

PUBLISH_EVERY = 100  # documents
StoreOption = Annotated[
    str, typer.Option("--store", metavar="STORE", help="A folder, or the URL of a SPARQL service.")
]


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders, or - for standard input."),
    ],
    *,
    store: StoreOption,
    base: Annotated[
        str | None, typer.Option("--base", help="Begins the IRIs of a new store's data.")
    ] = None,
    infer: Annotated[
        bool,
        typer.Option(
            "--infer", help="Add what follows (inverses, wider relations, acts on behalf)."
        ),
    ] = False,
    owl_rl: Annotated[
        bool, typer.Option("--owl-rl", help="Add what OWL 2 RL entails as well.")
    ] = False,
    jobs: Jobs = 1,
    model: Model = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Read articles into a store; what it holds unchanged is skipped, what changed is replaced.

    A run that was stopped goes on where it stopped when it is given again. Several processes may
    read; one writes, and the graph is the same.
    """
    from kg.build import corpora
    from kg.graph.names import BASE
    from kg.graph.provenance import Run
    from kg.read import read
    from kg.store import open_store

    failed: list[InputError] = []
    skipped: list[Document] = []
    added = 0

    def report(error: InputError) -> None:
        failed.append(error)
        complain(error)

    def new(documents: Iterable[Document]) -> Iterator[Document]:
        names: set[str] = set()  # the last of several with one name stays, held before or not
        for document in documents:
            if document.name not in names and held.holds(document, run):
                skipped.append(document)
            else:
                yield document
            names.add(document.name)

    run = Run(model=model)
    with open_store(store, base=base or BASE) as held, progress(quiet=quiet) as done:
        documents = new(read(inputs, on_error=report))
        for corpus in corpora(documents, model=model, jobs=jobs, on_error=report):
            held.put(corpus, run)
            added += 1
            done(corpus.documents[0])
            if added % PUBLISH_EVERY == 0:
                held.publish()
        say_lost(held.corrections.lost.values())
        if infer or owl_rl:
            say(f"{held.infer(owl_rl=owl_rl)} facts inferred", quiet=quiet)
    summary = {"added": added, "unchanged": len(skipped), "failed": len(failed)}
    if json:
        print_json(summary)
    say(", ".join(f"{count} {what}" for what, count in summary.items()), quiet=quiet)
    if failed:
        raise typer.Exit(SOME_FAILED)
