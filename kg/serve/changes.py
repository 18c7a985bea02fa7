"""Updates, each in a process of its own that can be ended: a transaction is done whole or not.

Run as a program with the folder of a store; the work comes as JSON on standard input.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from kg.errors import KgError, QueryError
from kg.graph.files import refuse_doctype
from kg.graph.names import prefixes
from kg.serve.answer import Answer
from kg.serve.limits import Limits
from kg.serve.sandbox import leave_network, limit
from kg.serve.workers import OVERRUN
from kg.store.embedded import EmbeddedStore
from kg.store.sparql import Change

ENDED = 2  # the exit code of a refusal; the reason is on standard output


@dataclass(frozen=True, slots=True)
class Work:
    """An update in SPARQL, or a graph to write with the text of its triples in a media type."""

    update: str = ""
    graph: str | None = None
    text: str = ""
    type: str = ""
    replace: bool = False


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
        return Answer(204, "text/plain", b"")
    return Answer.fault(400, output.decode()) if process.returncode == ENDED else OVERRUN


def main(path: str, seconds: str, memory: str) -> int:
    """Do the work that standard input brings."""
    leave_network()
    work = Work(**json.load(sys.stdin))
    try:
        with EmbeddedStore(Path(path)) as store:
            limit(float(seconds), int(memory))
            store.update(prefixed(work.update or _graph_update(work), store.names.base))
    except (KgError, SyntaxError, ValueError) as error:
        sys.stdout.write(str(error))
        return ENDED
    return 0


def prefixed(update: str, base: str) -> str:
    """The update with our prefixes before it; its own come later, and count."""
    ours = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes(base).items())
    return ours + update


def _graph_update(work: Work) -> str:
    """What a write of the Graph Store Protocol means in SPARQL."""
    name = NamedNode(work.graph) if work.graph else None
    graph = name or DefaultGraph()
    quads = [Quad(q.subject, q.predicate, q.object, graph) for q in _parsed(work)]
    clear = [f"DROP SILENT GRAPH {name}" if name else "DROP DEFAULT"] if work.replace else []
    insert = [text] if (text := Change(insert=tuple(quads)).update()) else []
    return " ;\n".join([*clear, *insert])


def _parsed(work: Work) -> list[Quad]:
    format_ = RdfFormat.from_media_type(work.type)
    if not work.text:
        return []
    if format_ is None:
        raise QueryError(f"{work.type!r} is no format of graphs: send text/turtle")
    data = work.text.encode()
    if format_ == RdfFormat.RDF_XML:
        refuse_doctype(data, Path("the graph"))
    try:
        return list(parse(data, format_, base_iri=work.graph or "urn:default"))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the graph cannot be read: {error}") from error


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
