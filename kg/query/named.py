"""The named queries of ontology/queries: their help, their parameters, and how values become terms.

The first comment line of a file is its help. A line `# param: actor actor who it is about` declares
the parameter `$actor` of type `actor`; `# param: since date? …` one that may be left out. Types:
`actor` (an id, a label or an alias that the graph knows), `relation` (an id), `date` (ISO 8601, to
any precision), `text`, `number`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from kg import resources
from kg.errors import OntologyError, QueryError
from kg.graph import literals
from kg.graph.names import SKOS, XSD, Names, node, rel
from kg.graph.tokens import bound
from kg.query.engine import Source, base_of, load, run
from kg.query.result import Result
from kg.vocabulary import vocabulary

_PARAM = re.compile(r"#\s*param:\s*(?P<name>\w+)\s+(?P<type>\w+)(?P<optional>\??)\s*(?P<help>.*)")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
Term = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query asks for: `$name`, its type, whether it may be left out, and what it means."""

    name: str
    type: str
    optional: bool
    help: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One file of ontology/queries."""

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """Every named query, by name."""
    folder = resources.folder("ontology") / "queries"
    return {path.stem: _parse(path) for path in sorted(folder.glob("*.rq"))}


def run_named(
    source: Source,
    name: str,
    values: Mapping[str, str] | None = None,
    *,
    timeout: float | None = None,
) -> Result:
    """The answer to a named query; `values` are its parameters as a person writes them."""
    query, store = _named(name), load(source)
    return run(store, bind(query, values or {}, store), timeout=timeout)


def bind(query: NamedQuery, values: Mapping[str, str], store: Store) -> str:
    """The text of the query with its parameters replaced by terms."""
    known = [parameter.name for parameter in query.parameters]
    if foreign := sorted(set(values) - set(known)):
        takes = f"takes {', '.join(known)}" if known else "takes no parameter"
        raise QueryError(f"query {query.name!r} {takes}, not {foreign[0]!r}")
    terms = {}
    for parameter in query.parameters:
        if parameter.name in values:
            terms[parameter.name] = str(_term(parameter, values[parameter.name], store))
        elif not parameter.optional:
            raise QueryError(f"query {query.name!r} needs {parameter.name!r}: {parameter.help}")
    return bound(query.text, terms)


def find_actor(name: str, store: Store) -> NamedNode:
    """The actor with this id, label or alias; raises `QueryError` unless there is exactly one."""
    by_id = Names(base_of(store)).of("actor", name)
    if next(store.quads_for_pattern(by_id, node(SKOS + "prefLabel"), None), None):
        return by_id
    names: dict[str, dict[str, NamedNode]] = {}
    for actor, label in _labels(store):
        names.setdefault(label.casefold(), {})[actor.value] = actor
    found = names.get(name.casefold(), {})
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        ids = ", ".join(sorted(iri.rpartition("/")[2] for iri in found))
        raise QueryError(f"{name!r} may be any of {ids}: give one of these ids")
    close = get_close_matches(name.casefold(), sorted(names), 3)
    hint = f"; did you mean {', '.join(map(repr, close))}?" if close else ""
    raise QueryError(f"the graph knows no actor {name!r}{hint}")


def _labels(store: Store) -> Iterator[tuple[NamedNode, str]]:
    for predicate in (SKOS + "prefLabel", SKOS + "altLabel"):
        for quad in store.quads_for_pattern(None, node(predicate), None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject, quad.object.value


def _named(name: str) -> NamedQuery:
    queries = named_queries()
    if name not in queries:
        close = get_close_matches(name, queries, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(queries)}"
        raise QueryError(f"there is no query {name!r}; {hint}")
    return queries[name]


def _term(parameter: Parameter, value: str, store: Store) -> Term:
    if parameter.type == "actor":
        return find_actor(value, store)
    try:
        return _MAKERS[parameter.type](value)
    except (ValueError, OntologyError) as error:
        raise QueryError(f"parameter {parameter.name!r}: {error}") from error


def _relation(value: str) -> Term:
    return rel(vocabulary()[value].id)


def _date(value: str) -> Term:
    if not _DATE.match(value):
        raise ValueError(f"{value!r} is no date; write yyyy, yyyy-mm or yyyy-mm-dd")
    return literals.text(value)


def _number(value: str) -> Term:
    if not re.fullmatch(r"[+-]?\d{1,18}", value):
        raise ValueError(f"{value!r} is no whole number")
    return Literal(value, datatype=node(XSD + "integer"))


_MAKERS: Mapping[str, Callable[[str], Term]] = {
    "relation": _relation,
    "date": _date,
    "text": literals.text,
    "number": _number,
}


def _parse(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    help_ = text.partition("\n")[0]
    if not help_.startswith("# "):
        raise OntologyError(
            f"queries/{path.name}: the first line must be a comment that says what it asks"
        )
    parameters = tuple(_parameters(text, path.name))
    return NamedQuery(path.stem, help_.removeprefix("# ").strip(), parameters, text)


def _parameters(text: str, file: str) -> Iterator[Parameter]:
    for line in text.splitlines():
        if not re.match(r"#\s*param:", line):
            continue
        match = _PARAM.match(line)
        if not match or match["type"] not in {"actor", *_MAKERS}:
            raise OntologyError(f"queries/{file}: {line!r} declares no parameter of a known type")
        yield Parameter(match["name"], match["type"], bool(match["optional"]), match["help"])
