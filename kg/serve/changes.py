"""Updates, each in a process of its own that can be ended: a transaction is done whole or not."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from kg.errors import KgError, QueryError, StoreError
from kg.graph.files import refuse_doctype
from kg.graph.names import prefixes
from kg.graph.tokens import refuse
from kg.serve.answer import Answer
from kg.serve.forks import answer_one, limit, limit_time, message
from kg.serve.limits import Limits
from kg.serve.using import with_dataset
from kg.serve.workers import OVERRUN, Origin, received
from kg.store.embedded import EmbeddedStore
from kg.store.folder import BusyError
from kg.store.sparql import Change

Part = tuple[str, str]  # triples as text, and its media type


@dataclass(frozen=True, slots=True)
class Work:
    """An update in SPARQL, or a graph to write; one that `is_new` gets a name that is not taken.

    `using` has the dataset that a request names for an update, `ledger` what goes with it in what
    the store keeps for itself.
    """

    update: str | None = None
    using: tuple[Sequence[str], Sequence[str]] = ((), ())
    ledger: str = ""
    graph: str | None = None
    parts: Sequence[Part] = ()
    replace: bool = False
    is_new: bool = False


class Changes:
    """Changes a store, one update at a time."""

    def __init__(self, origin: Origin, limits: Limits) -> None:
        self.origin, self.limits = origin, limits
        self._turn = asyncio.Lock()

    async def make(self, work: Work) -> Answer:
        """Do the work in a process of its own, and publish it."""
        async with self._turn:
            reader, writer = await self.origin.change()
            try:
                await reader.readline()
                writer.write(message(pickle.dumps((work, self.limits))))
                return await received(reader)
            except (OSError, asyncio.IncompleteReadError):
                return OVERRUN
            finally:
                writer.close()


def serve(number: int, path: Path) -> None:
    """Make the one change that comes on a socket, in a fork."""
    answer_one(number, partial(_made, path))


def _made(path: Path, told: bytes) -> Answer:
    work, limits = pickle.loads(told)
    try:
        made = _make(path, work, limits)
    except BusyError as error:
        return Answer.fault(503, str(error))
    except StoreError as error:
        return Answer.fault(500, str(error))
    except (KgError, SyntaxError, ValueError) as error:
        return Answer.fault(400, str(error))
    return Answer(201 if made else 204, "text/plain", f"{made}\n".encode() if made else b"")


def _make(path: Path, work: Work, limits: Limits) -> str | None:
    """Do the work within its limits; the name of the graph that it makes, if it makes one."""
    limit_time(limits.seconds)
    work = checked(work, limits)
    with EmbeddedStore(path) as store:
        limit(limits.seconds, limits.memory)
        made = perform(store, work)
        limit_time(0)  # it is done, and only to be published
    return made


def checked(work: Work, limits: Limits) -> Work:
    """The work with the dataset of the request in it; raises `QueryError` for what is refused."""
    for update in (work.update or "", work.ledger):
        refuse(update, longest=limits.upload, deepest=limits.depth)
    if work.update is None:
        return work
    return replace(work, update=with_dataset(work.update, *work.using))


def perform(store: EmbeddedStore, work: Work) -> str | None:
    """Do the work in a store; the name of the graph that it makes, if it makes one."""
    made = None
    if (update := work.update) is None:
        work, made = _addressed(work, store.store)
        update = _graph_update(work)
    if str(store.ledger) in update:
        raise QueryError(
            f"{store.ledger} names the ledger, which is no part of the graph: only kg writes it, "
            "and must be of the version that serves the store"
        )
    try:
        store.update(prefixed(update, store.names.base), work.ledger)
    except StoreError as error:
        if isinstance(error.__cause__, RuntimeError):  # such as a graph that is not there
            raise QueryError(f"the update cannot be done: {error.__cause__}") from error
        raise
    return made


def prefixed(update: str, base: str) -> str:
    """The update with our base and prefixes before it; its own come later, and count."""
    ours = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes(base).items())
    return f"BASE <{base}>\n{ours}{update}"


def _addressed(work: Work, store: Store) -> tuple[Work, str | None]:
    """The work with the name of its graph, and the name if the graph is made by it."""
    if not work.graph:
        return work, None
    names = (f"{work.graph}-{n}" for n in count(2))
    name = work.graph
    while work.is_new and store.contains_named_graph(NamedNode(name)):
        name = next(names)
    made = None if store.contains_named_graph(NamedNode(name)) else name
    return replace(work, graph=name), made


def _graph_update(work: Work) -> str:
    """What a write of the Graph Store Protocol means in SPARQL."""
    name = NamedNode(work.graph) if work.graph else None
    graph = name or DefaultGraph()
    given = [quad for text, type_ in work.parts for quad in _parsed(text, type_, work.graph)]
    quads = [Quad(q.subject, q.predicate, q.object, graph) for q in given]
    clear = [f"DROP SILENT GRAPH {name}" if name else "DROP DEFAULT"] if work.replace else []
    create = [f"CREATE SILENT GRAPH {name}"] if name else []
    insert = [text] if (text := Change(insert=tuple(quads)).update()) else []
    return " ;\n".join([*clear, *create, *insert])


def _parsed(text: str, type_: str, graph: str | None) -> list[Quad]:
    """The triples of a part; its blank nodes are its own."""
    if not text:
        return []
    format_ = RdfFormat.from_media_type(type_)
    if format_ is None:
        raise QueryError(f"{type_!r} is no format of graphs: send text/turtle")
    data = text.encode()
    if format_ == RdfFormat.RDF_XML:
        refuse_doctype(data, Path("the graph"))
    try:
        return list(parse(data, format_, base_iri=graph or "urn:default", rename_blank_nodes=True))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the graph cannot be read: {error}") from error
