"""`kg query`: SPARQL over a graph file or a store, and the named queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kg.cli.export import MaybeStore
from kg.cli.output import Json, Quiet, print_json, print_table, say
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.query import Parameter, Result
    from kg.query.engine import Source

Form = Literal["table", "csv", "json", "ttl"]


def query(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY] [GRAPH_FILE]", help="SPARQL, and the graph to ask."),
    ] = None,
    *,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", help="A file that holds the query.")
    ] = None,
    named: Annotated[
        str | None, typer.Option("--named", "-n", help="A query of ontology/queries; see --list.")
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="NAME=VALUE for a named query.")
    ] = None,
    store: MaybeStore = None,
    format: Annotated[Form | None, typer.Option("--format", help="The form of the answer.")] = None,
    timeout: Annotated[
        float | None, typer.Option("--timeout", min=0.001, help="Seconds that it may take.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the named queries.")] = False,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Ask a graph in SPARQL 1.1: a text, a file, or a named query; nothing is fetched."""
    if list_:
        _list(json=json)
        return
    text, place = _sorted_out(list(words or ()), file, named, store)
    values = dict(_pair(word) for word in param or ())
    if values and not named:
        raise typer.BadParameter("--param belongs to a named query (--named)")
    answer = _answer(place, store, _asking(text, named, values, timeout))
    _print(answer, "json" if json else format)
    if answer.truth is None:
        say(f"{len(answer.rows)} rows", quiet=quiet)


def _sorted_out(
    words: list[str], file: Path | None, named: str | None, store: str | None
) -> tuple[str, Path | None]:
    """The query and the graph file among the words of the command line."""
    if file and named:
        raise typer.BadParameter("give --file or --named, not both")
    if file:
        text = _read(file)
    elif named or not words:
        text = ""
    else:
        text = words.pop(0)
    if not (text or file or named):
        raise typer.BadParameter("give a query, --file, --named or --list")
    if len(words) + bool(store) != 1:
        raise typer.BadParameter("give one graph: a graph file, or --store")
    return text, Path(words[0]) if words else None


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: is not UTF-8: {error}") from error


def _pair(word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not equals:
        raise typer.BadParameter(f"--param {word}: write NAME=VALUE")
    return name, value


def _asking(
    text: str, named: str | None, values: Mapping[str, str], timeout: float | None
) -> Callable[[Source], Result]:
    from kg.query import run, run_named

    if named:
        return lambda source: run_named(source, named, values, timeout=timeout)
    return lambda source: run(source, text, timeout=timeout)


def _answer(place: Path | None, store: str | None, ask: Callable[[Source], Result]) -> Result:
    if place is not None:
        return ask(place)
    from kg.store import open_source

    with open_source(store or "") as source:
        return ask(source.store)


def _print(answer: Result, form: Form | None) -> None:
    form = form or ("ttl" if answer.is_graph else "table")
    if form == "table":
        print_table(answer.head, answer.table())
    else:
        typer.echo(answer.to(form).encode(), nl=False)


def _list(*, json: bool) -> None:
    from kg.query import named_queries

    queries = named_queries().values()
    if json:
        print_json([asdict(query) for query in queries])
        return
    rows = ((q.name, " ".join(map(_parameter, q.parameters)), q.help) for q in queries)
    print_table(("name", "parameters", "what it asks"), rows)


def _parameter(parameter: Parameter) -> str:
    return f"[{parameter.name}]" if parameter.optional else parameter.name
