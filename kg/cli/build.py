"""`kg build`: articles in, a folder of graph files and a page out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.correcting import Corrections, corrected
from kg.cli.output import SOME_FAILED, Jobs, Json, Model, Quiet, complain, print_json, progress, say
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.model import Corpus

PAGE = "index.html"


def build(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders, or - for standard input."),
    ],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write.")],
    jobs: Jobs = 1,
    model: Model = None,
    corrections: Corrections = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Read articles and write their graph: statements, RDF, GraphML, CSV, and a page to explore."""
    from kg.build import build as build_corpus
    from kg.export import write_folder
    from kg.graph.provenance import Run
    from kg.read import read

    failed: list[InputError] = []

    def report(error: InputError) -> None:
        failed.append(error)
        complain(error)

    with progress(quiet=quiet) as done:
        documents = read(inputs, on_error=report)
        corpus = build_corpus(documents, model=model, jobs=jobs, progress=done, on_error=report)
    if not corpus.documents:
        raise InputError("no article could be read: nothing was written")
    options: tuple[tuple[str, str], ...] = ()
    if corrections:
        corpus, log = corrected(corpus, corrections)
        options = (("corrections", log),)
    written = write_folder(corpus, out, run=Run(model=model, options=options))
    if json:
        print_json(_summary(corpus) | {"failed": len(failed), "files": [str(p) for p in written]})
    else:
        _tell(corpus, written, quiet=quiet)
    if failed:
        raise typer.Exit(SOME_FAILED)


def _tell(corpus: Corpus, written: list[Path], *, quiet: bool) -> None:
    say(", ".join(f"{count} {what}" for what, count in _summary(corpus).items()), quiet=quiet)
    for path in written:
        say(f"wrote {path}", quiet=quiet)
    for path in written:
        if path.name == PAGE:
            say(f"open {path} in a browser", quiet=quiet)


def _summary(corpus: Corpus) -> dict[str, int]:
    return {
        "documents": len(corpus.documents),
        "actors": len(corpus.actors),
        "statements": len(corpus.statements),
        "claims": sum(1 for _ in corpus.claims()),
    }
