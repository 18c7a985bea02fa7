"""`kg add`: articles into a store, one transaction a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.output import Json, Model, Quiet, complain, print_json, progress, say
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.model import Corpus, Document

SOME_FAILED = 3
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
    model: Model = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Read articles into a store; what it holds unchanged is skipped, what changed is replaced.

    A run that was stopped goes on where it stopped when it is given again.
    """
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
        for document in documents:
            if held.holds(document, run):
                skipped.append(document)
            else:
                yield document

    run = Run(model=model)
    with open_store(store, base=base or BASE) as held, progress(quiet=quiet) as done:
        for corpus in corpora(new(read(inputs, on_error=report)), model):
            held.put(corpus, run)
            added += 1
            done(corpus.documents[0])
            if added % PUBLISH_EVERY == 0:
                held.publish()
        if infer:
            say(f"{held.infer()} facts inferred", quiet=quiet)
    summary = {"added": added, "unchanged": len(skipped), "failed": len(failed)}
    if json:
        print_json(summary)
    say(", ".join(f"{count} {what}" for what, count in summary.items()), quiet=quiet)
    if failed:
        raise typer.Exit(SOME_FAILED)


def corpora(documents: Iterator[Document], model: str | None) -> Iterator[Corpus]:
    """The corpus of each document; the language pipeline is loaded for the first."""
    first = next(documents, None)
    if first is None:
        return
    from itertools import chain

    from kg.build import resolved
    from kg.extract.extractor import Extractor
    from kg.gazetteer import gazetteer
    from kg.graph.pool import pool
    from kg.resolve import Resolver

    extract, resolver = Extractor(model), Resolver(gazetteer())
    for reading in extract(chain([first], documents)):
        claims = (resolved(claim, reading.document, resolver) for claim in reading.claims)
        yield pool(claims, [reading.document])
