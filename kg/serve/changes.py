"""Updates, each in a process of its own that can be ended: a transaction is done whole or not.

Run as a program with the folder of a store; the work comes as JSON on standard input.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import count
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from kg.errors import KgError, QueryError, StoreError
from kg.graph.files import refuse_doctype
from kg.graph.names import prefixes
from kg.serve.answer import Answer
from kg.serve.limits import Limits
from kg.serve.sandbox import leave_network, limit
from kg.serve.workers import OVERRUN
from kg.store.embedded import EmbeddedStore
from kg.store.sparql import Change

ENDED = 2  # the exit code of a refusal; the reason is on standard output


Part = tuple[str, str]  # triples as text, and its media type


@dataclass(frozen=True, slots=True)
class Work:
    """An update in SPARQL, or a graph to write; one that `is_new` gets a name that is not taken."""

    update: str = ""
    graph: str | None = None
    parts: Sequence[Part] = ()
    replace: bool = False
    is_new: bool = False


async def change(path: Path, work: Work, limits: Limits) -> Answer:
    """Do the work in a process of its own, and publish it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kg.serve.changes", str(path), str(limits.seconds),
        str(limits.memory), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        output, _ = await process.communicate(json.dumps(asdict(work)).encode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode == 0:
        return Answer(201 if output else 204, "text/plain", output)
    return Answer.fault(400, output.decode()) if process.returncode == ENDED else OVERRUN


def main(path: str, seconds: str, memory: str) -> int:
    """Do the work that standard input brings; the name of a graph that is made is printed."""
    leave_network()
    work = Work(**json.load(sys.stdin))
    try:
        with EmbeddedStore(Path(path)) as store:
            limit(float(seconds), int(memory))
            made = perform(store, work)
    except (KgError, SyntaxError, ValueError) as error:
        sys.stdout.write(str(error))
        return ENDED
    if made:
        sys.stdout.write(f"{made}\n")
    return 0


def perform(store: EmbeddedStore, work: Work) -> str | None:
    """Do the work in a store; the name of the graph that it makes, if it makes one."""
    made = None
    if not work.update:
        work, made = _addressed(work, store.store)
    try:
        store.update(prefixed(work.update or _graph_update(work), store.names.base))
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


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
