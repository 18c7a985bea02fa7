"""What all commands share: options, tables, progress, and text that is safe on a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from kg.model import Document

SOME_FAILED = 3  # the exit code where the rest is done
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print results and errors only.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Model = Annotated[
    str | None,
    typer.Option("--model", help="A spaCy pipeline that is installed, instead of the default."),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Number of processes.")]
GraphFile = Annotated[
    Path,
    typer.Argument(help="statements.jsonl, or RDF: .trig .nq .ttl .nt .jsonld", show_default=False),
]


def clean(text: str) -> str:
    """The text with every character replaced that could steer a terminal or reorder the line."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def one_line(text: object) -> str:
    """Several lines as one, safe to print."""
    return clean(" ".join(str(text).split()))


def fail(error: object, code: int) -> NoReturn:
    """Say what is wrong, in one line, and exit."""
    complain(error)
    sys.exit(code)


def complain(error: object) -> None:
    """Say what is wrong, in one line of standard error."""
    typer.echo(f"kg: {one_line(error)}", err=True)


def say(text: str, *, quiet: bool) -> None:
    """Tell what goes on, on standard error: standard output carries results alone."""
    if not quiet:
        typer.echo(one_line(text), err=True)


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table on a terminal, tab-separated lines elsewhere."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in ([*headings], *cells):
            typer.echo("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*headings, header_style="bold")
    for row in cells:
        table.add_row(*map(Text, row))
    Console().print(table)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[Document], None]]:
    """Shows the documents that are done: a counter on a terminal, a line each elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield lambda document: say(f"done: {document.name}", quiet=quiet)
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} documents"), TimeElapsedColumn())
    name = TextColumn("{task.fields[name]}", markup=False)
    with Progress(*columns, name, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None, name="")
        yield lambda document: shown.update(task, advance=1, name=clean(document.name))
