"""Graph Store Protocol: whole graphs read, written and dropped.

A graph is named by `?graph=IRI`, by `?default`, or by its own address below `/graphs/`.
"""

from __future__ import annotations

from email import message_from_bytes

from starlette.requests import Request
from starlette.responses import Response

from kg.model import digest
from kg.serve.changes import Part, Work
from kg.serve.errors import RefusedError, response
from kg.serve.requests import body, iri, media_type, query_parameters, text, unless_hung_up
from kg.serve.service import Service

_MULTIPART = "multipart/form-data"


async def graph_store(request: Request) -> Response:
    """The endpoint for whole graphs: GET, and PUT, POST, DELETE where they are allowed."""
    service: Service = request.app.state.service
    is_new = request.method == "POST" and not request.query_params and not _direct(request)
    graph = None if is_new else _named(request)
    if request.method in ("GET", "HEAD"):
        return await _read(request, service, graph)
    service.require_write(request)
    if request.method == "DELETE":
        await _must_exist(service, graph)
        update = f"DROP GRAPH <{graph}>" if graph else "DROP DEFAULT"
        return response(await service.change(Work(update)))
    return await _write(request, service, graph, is_new=is_new)


async def _read(request: Request, service: Service, graph: str | None) -> Response:
    await _must_exist(service, graph)
    pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    accept = request.headers.get("accept", "")
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}"
    question = service.question(query, accept, union=False)
    return response(await unless_hung_up(request, service.ask(question)))


async def _write(
    request: Request, service: Service, graph: str | None, *, is_new: bool
) -> Response:
    data = await body(request, service.limits.upload)
    if is_new:
        graph = f"{service.base}graph/posted-{digest(text(data))}"
    work = Work(
        graph=graph, parts=_parts(request, data), replace=request.method == "PUT", is_new=is_new
    )
    found = response(await service.change(work))
    if is_new and found.status_code == 201:
        found.headers["location"] = bytes(found.body).decode().strip()
    return found


def _named(request: Request) -> str | None:
    """The IRI of the graph; None is the default graph."""
    given = query_parameters(request)
    names = [*given.get("graph", ()), *given.get("default", ()), *_direct(request)]
    if len(names) != 1:
        raise RefusedError(400, "say which graph, once: ?graph=IRI or ?default, or its own address")
    if "default" in given:
        return None
    iri(names[0])
    return str(names[0])


def _direct(request: Request) -> list[str]:
    """The address of the graph, where it has one here."""
    return [str(request.url.replace(query=""))] if request.path_params.get("name") else []


async def _must_exist(service: Service, graph: str | None) -> None:
    if graph and not await service.truth(f"ASK {{ GRAPH <{graph}> {{ }} }}"):
        raise RefusedError(404, "no such graph")


def _parts(request: Request, data: bytes) -> list[Part]:
    """The triples that come, each part with its media type."""
    if media_type(request) != _MULTIPART:
        return [(text(data), media_type(request))]
    header = f"content-type: {request.headers['content-type']}\r\n\r\n"
    message = message_from_bytes(header.encode("latin-1") + data)
    return [
        (text(bytes(part.get_payload(decode=True) or b"")), part.get_content_type())
        for part in message.walk()
        if not part.is_multipart()
    ]
