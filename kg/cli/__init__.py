"""The command line: one module a command, each a few lines on top of the library.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some documents failed and the rest is done, 4 a
graph or a statements file breaks its rules, 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Annotated, NoReturn

import typer

from kg import __version__
from kg.cli import (
    add,
    build,
    convert,
    corrections,
    diff,
    differ,
    doctor,
    draw,
    evaluate,
    explain,
    export,
    forget,
    mcp,
    merge,
    proposals,
    query,
    relations,
    remove,
    restore,
    review,
    serve,
    snapshot,
    split,
    stats,
    undo,
)
from kg.cli import validate as validation
from kg.cli.output import fail
from kg.errors import KgError, ValidationError

FAILED, INVALID = 1, 4
_EXTRAS = {"starlette": "serve", "uvicorn": "serve", "mcp": "mcp"}  # optional dependencies

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some documents failed and the rest is "
    "done, 4 a graph breaks its rules, 130 interrupted.",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_COMMANDS: dict[str, tuple[Callable[..., None], ...]] = {
    "Graphs": (build.build, export.export, convert.convert, draw.draw),
    "Questions": (query.query, explain.explain, relations.relations, stats.stats),
    "Stores": (
        add.add,
        remove.remove,
        forget.forget,
        snapshot.snapshot,
        restore.restore,
        diff.diff,
        serve.serve,
        mcp.mcp,
    ),
    "Corrections": (
        review.review,
        merge.merge,
        split.split,
        differ.differ,
        undo.undo,
        corrections.corrections,
        proposals.proposals,
    ),
    "Checks": (validation.validate, evaluate.evaluate, doctor.doctor),
}
for panel, commands in _COMMANDS.items():
    for command in commands:
        app.command(rich_help_panel=panel)(command)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"actorgraph {__version__}")
        raise typer.Exit


@app.callback()
def about(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """News articles in, a knowledge graph of who does what to whom out."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit with its code; what is wrong with the input is said in one line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack letters
    try:
        app(arguments)
    except ValidationError as error:
        fail(error, INVALID)
    except (KgError, OSError) as error:
        fail(error, FAILED)
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in _EXTRAS:
            raise
        fail(f"{library} is not installed: pip install 'actorgraph[{_EXTRAS[library]}]'", FAILED)
    sys.exit()
