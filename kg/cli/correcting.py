"""What the commands share that correct a graph: who decides, and where it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.output import complain, print_json, say

if TYPE_CHECKING:
    from kg.corrections.actions import Action
    from kg.corrections.desk import Desk
    from kg.corrections.fates import Fate
    from kg.corrections.walk import Book, Signature
    from kg.model import Corpus

Author = Annotated[
    str,
    typer.Option("--author", envvar="KG_AUTHOR", help="Who decides; needed.", show_default=False),
]
Time = Annotated[
    str | None, typer.Option("--time", help="When, in ISO 8601; nothing is filled in.")
]
Note = Annotated[str | None, typer.Option("--note", help="Why.")]
MaybeFile = Annotated[
    Path | None,
    typer.Option("--graph", "-g", help="A graph file, instead of a store; with --corrections."),
]
File = Annotated[
    Path | None,
    typer.Option("--corrections", "-c", help="The file that keeps the corrections of --graph."),
]
Store = Annotated[
    str | None,
    typer.Option("--store", metavar="STORE", help="A folder, or the URL of a SPARQL service."),
]
Corrections = Annotated[
    Path | None,
    typer.Option("--corrections", "-c", help="Apply the corrections of this file."),
]


@contextmanager
def opened(graph: Path | None, store: str | None, corrections: Path | None) -> Iterator[Book]:
    """Where corrections are kept: a store, or a file beside a graph file."""
    if (graph is None) == (store is None):
        raise typer.BadParameter("give either --store, or --graph with --corrections")
    if (graph is None) != (corrections is None):
        raise typer.BadParameter("--graph and --corrections belong together; a store keeps its own")
    if graph and corrections:
        from kg.corrections.files import FileBook

        yield FileBook(graph, corrections)
        return
    from kg.store import open_store
    from kg.store.folder import Folder
    from kg.store.opening import is_url

    if store and not is_url(store):
        Folder(Path(store)).base()
    with open_store(store or "") as held:
        yield held.corrections


def corrected(corpus: Corpus, corrections: Path) -> tuple[Corpus, str]:
    """The corpus under the corrections of a file, and the hash of those; what is lost is said."""
    from kg.corrections import apply, read_corrections

    overlay = read_corrections(corrections)
    made = apply(corpus, overlay)
    say_lost(made.lost)
    return made.corpus, overlay.id


def say_lost(fates: Iterable[Fate]) -> None:
    """Name the corrections that came to nothing."""
    for fate in fates:
        mark = fate.correction.mark
        complain(f"correction {mark.correction} ({mark.what}): {fate.state.value}")


def signed(author: str, time: str | None, note: str | None) -> Signature:
    """Who decides; raises `CorrectionError` where that cannot be kept."""
    from kg.corrections.actions import Correction, Undo
    from kg.corrections.walk import Signature

    Correction(Undo(""), author, time, note)
    return Signature(author, time, note)


def decide(
    book: Book, desk: Desk, actions: Iterable[Action], by: Signature
) -> list[tuple[str, str]]:
    """Keep decisions; the ids and the words of those that are new."""
    from kg.corrections.actions import told

    made = desk.overlay.decide(actions, by.author, by.time, by.note)
    book.keep(made)
    return [(entry.id, told(entry.action)) for entry in made.since(desk.overlay)]


def tell(kept: list[tuple[str, str]], *, json: bool, quiet: bool) -> None:
    """Print what was kept: the ids are the result, the words are for people."""
    if json:
        print_json([{"id": id, "correction": words} for id, words in kept])
    else:
        for id, words in kept:
            typer.echo(id)
            say(words, quiet=quiet)
    if not kept:
        say("that was decided already: nothing is new", quiet=quiet)
