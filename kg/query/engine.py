"""SPARQL 1.1 over a graph: all graphs together are the default graph, nothing is fetched."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pyoxigraph import Dataset, DefaultGraph, NamedNode, Quad, QueryBoolean, QuerySolutions, Store

from kg.errors import QueryError
from kg.graph.files import read_dataset
from kg.graph.names import BASE, prefixes
from kg.graph.tokens import names_dataset, refuse
from kg.query.result import Result

Source = Path | Dataset | Store
T = TypeVar("T")
_STACK = 256 * 1024 * 1024  # bytes; the parser recurses, and a deep query would end the process
_PLACE = re.compile(r"(?:at|line) (\d+)(?::| column )(\d+)")


def run(source: Source, query: str, *, timeout: float | None = None) -> Result:
    """The answer to a query; `source` is a graph file, a dataset or an open store.

    A store that keeps all in named graphs is asked as it is: a triple that several graphs hold
    counts as often, unless the query says DISTINCT. Raises `QueryError` for a query that cannot be
    parsed (with its line), that asks another server, or takes longer than `timeout` seconds.
    """
    refuse(query)
    store = load(source)
    declared = prefixes(base_of(store))
    return _deeply(lambda: _answer(store, query, declared), timeout)


def load(source: Source) -> Store:
    """The source as a store whose default graph holds what all graphs say, each triple once."""
    if isinstance(source, Store):
        return source
    dataset = read_dataset(source) if isinstance(source, Path) else source
    store = Store()
    store.extend(dataset)
    store.extend(Quad(*quad.triple) for quad in dataset)
    return store


def base_of(store: Store) -> str:
    """The base of the data, known from the name of the graph of actors."""
    name = "graph/actors"
    if store.contains_named_graph(NamedNode(BASE + name)):
        return BASE
    graphs = (g.value for g in store.named_graphs() if isinstance(g, NamedNode))
    return next((iri.removesuffix(name) for iri in sorted(graphs) if iri.endswith(name)), BASE)


def _answer(store: Store, query: str, declared: dict[str, str]) -> Result:
    try:
        union = _is_apart(store) and not names_dataset(query)
        found = store.query(query, prefixes=declared, use_default_graph_as_union=union)
        if isinstance(found, QueryBoolean):
            return Result(truth=bool(found), prefixes=declared)
        if isinstance(found, QuerySolutions):
            names = tuple(variable.value for variable in found.variables)
            rows = tuple(tuple(solution) for solution in found)
            return Result(names, rows, prefixes=declared)
        triples = sorted(set(found), key=str)
        parts = tuple((triple.subject, triple.predicate, triple.object) for triple in triples)
        return Result(("subject", "predicate", "object"), parts, is_graph=True, prefixes=declared)
    except SyntaxError as error:
        raise QueryError(_explained(query, str(error))) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be evaluated: {error}") from error


def _is_apart(store: Store) -> bool:
    """Whether the default graph is empty, as in a store that keeps all in named graphs."""
    return next(store.quads_for_pattern(None, None, None, DefaultGraph()), None) is None


def _deeply(work: Callable[[], T], timeout: float | None) -> T:
    """Do the work on a stack that no query of the accepted length can overflow."""
    done: list[T] = []
    failed: list[BaseException] = []

    def target() -> None:
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again by the thread that waits
            failed.append(error)

    before = threading.stack_size(_STACK)
    thread = threading.Thread(target=target, daemon=True)
    try:
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join(timeout)
    if failed:
        raise failed[0]
    if not done:
        raise QueryError(f"the query took longer than {timeout} seconds")
    return done[0]


def _explained(query: str, message: str) -> str:
    """The parser's message, shortened, with the line and the place in it."""
    reason = message.partition("expected one of")[2].strip() or message
    if "Prefix not found" in reason:
        reason = "its prefix is not declared"
    elif len(reason) > 160:
        reason = message.partition(":")[0]
    place = _PLACE.search(message)
    lines = query.split("\n")
    if not place or int(place[1]) > len(lines):
        return f"not valid SPARQL: {message}"
    number, column = int(place[1]), int(place[2])
    line = lines[number - 1].replace("\t", " ").rstrip("\r")
    return f"not valid SPARQL, line {number}: {reason}\n  {line}\n  {' ' * (column - 1)}^"
