"""The named queries as examples that run as they are: filled in with what the store tells most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from kg.graph.names import prefixes
from kg.graph.tokens import bound, tokens
from kg.query.named import NamedQuery, named_queries
from kg.serve.errors import RefusedError
from kg.serve.service import Service, iri

_FIRST = (
    "facts",
    "Who does what to whom, as the articles tell it",
    """SELECT DISTINCT ?from ?does ?to
WHERE {
  ?statement rdf:subject ?a ; rdf:predicate ?relation ; rdf:object ?b .
  ?a ?relation ?b ; skos:prefLabel ?from .
  ?b skos:prefLabel ?to .
  ?relation rdfs:label ?label .
  BIND (STR(?label) AS ?does)
}
ORDER BY ?from ?does ?to
LIMIT 100
""",
)
_MOST = 300  # actors to complete
_ACTORS = f"""SELECT ?actor ?label (COUNT(DISTINCT ?claim) AS ?n) {{
    ?statement rdf:subject|rdf:object ?actor . ?claim kgo:states ?statement .
    ?actor skos:prefLabel ?label
}} GROUP BY ?actor ?label ORDER BY DESC(?n) ?actor LIMIT {_MOST}"""
_SPEAKERS = """SELECT ?speaker (COUNT(DISTINCT ?claim) AS ?n) { ?claim kgo:source ?speaker }
    GROUP BY ?speaker ORDER BY DESC(?n) ?speaker LIMIT 1"""
_RELATIONS = """SELECT ?relation (COUNT(DISTINCT ?claim) AS ?n) {
    ?statement rdf:predicate ?relation . ?claim kgo:states ?statement
} GROUP BY ?relation ORDER BY DESC(?n) ?relation LIMIT 1"""
_LOCAL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class Told:
    """What a store tells most of: actors with their labels, a relation and a speaker."""

    actors: dict[str, str] = field(default_factory=dict)
    relations: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


async def told_most(service: Service) -> Told:
    """What the examples are about; nothing where the store is too large to be asked for it."""
    with suppress(RefusedError):
        return Told(
            {row["actor"]: row["label"] for row in await service.rows(_ACTORS)},
            tuple(row["relation"] for row in await service.rows(_RELATIONS)),
            tuple(row["speaker"] for row in await service.rows(_SPEAKERS)),
        )
    return Told()


def examples(told: Told, base: str) -> Iterator[dict[str, str]]:
    """Name, help and text of every query whose parameters can be filled in."""
    known = prefixes(base)
    name, help_, text = _FIRST
    yield {"name": name, "help": help_, "query": declared(text, known)}
    for query in named_queries().values():
        filled = _filled(query, told, known)
        if filled is not None:
            yield {"name": query.name, "help": query.help, "query": declared(filled, known)}


def declared(text: str, known: dict[str, str]) -> str:
    """The query with the prefixes that it uses declared."""
    used = {token.text.partition(":")[0] for token in tokens(text) if token.kind == "name"}
    head = "".join(f"PREFIX {name}: <{known[name]}>\n" for name in sorted(used & known.keys()))
    return f"{head}\n{text}"


def short(value: str, known: dict[str, str]) -> str:
    """An IRI as a query names it: by prefix where that can be read."""
    for prefix, namespace in known.items():
        local = value.removeprefix(namespace)
        if local != value and _LOCAL.fullmatch(local):
            return f"{prefix}:{local}"
    return iri(value)


def _filled(query: NamedQuery, told: Told, known: dict[str, str]) -> str | None:
    """The text with a term for each parameter that must have one; None if there are too few."""
    actors, terms = iter(told.actors), {}
    for parameter in query.parameters:
        if parameter.optional:
            continue
        value = _value(parameter.name, parameter.type, told, actors)
        if value is None:
            return None
        terms[parameter.name] = short(value, known)
    return _explained(query, bound(query.text, terms), terms)


def _value(name: str, type_: str, told: Told, actors: Iterable[str]) -> str | None:
    if name == "speaker" and told.speakers:
        return told.speakers[0]
    if type_ == "actor":
        return next(iter(actors), None)
    return next(iter(told.relations), None) if type_ == "relation" else None


def _explained(query: NamedQuery, text: str, terms: dict[str, str]) -> str:
    """The text whose comments say what stands in it for the parameters."""
    for parameter in query.parameters:
        optional = "?" if parameter.optional else ""
        line = f"# param: {parameter.name} {parameter.type}{optional} {parameter.help}"
        says = (
            f"# {terms[parameter.name]}: {parameter.help}"
            if parameter.name in terms
            else f"# ${parameter.name} may be replaced: {parameter.help}"
        )
        text = text.replace(line, says)
    return text
