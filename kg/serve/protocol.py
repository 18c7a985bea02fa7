"""SPARQL 1.1 Protocol and Graph Store Protocol."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kg.query.tokens import refuse
from kg.serve.answer import Question
from kg.serve.changes import Work, change
from kg.serve.description import service_description
from kg.serve.errors import RefusedError, response
from kg.serve.requests import (
    Parameters,
    body,
    media_type,
    parameters,
    query_parameters,
    unless_hung_up,
)
from kg.serve.service import Service

FORM = "application/x-www-form-urlencoded"


async def sparql(request: Request) -> Response:
    """The endpoint for queries, and for updates where they are allowed."""
    service: Service = request.app.state.service
    given = query_parameters(request)
    if request.method == "POST":
        given = await _posted(request, service, given)
    if "update" in given:
        return await _update(request, service, given)
    if "query" not in given:
        return service_description(request)
    return await _query(request, service, given)


async def graph_store(request: Request) -> Response:
    """The endpoint for whole graphs: GET, and PUT, POST, DELETE where they are allowed."""
    service: Service = request.app.state.service
    given = query_parameters(request)
    graph = _one(given, "graph") if "graph" in given else None
    if (graph is None) == ("default" not in given):
        raise RefusedError(400, "say which graph: ?graph=IRI or ?default")
    if graph is not None:
        _iri(graph)
    if request.method in ("GET", "HEAD"):
        return await _read_graph(request, service, graph)
    service.require_write(request)
    if request.method == "DELETE":
        await _must_exist(service, graph)
        work = Work(update=f"DROP GRAPH <{graph}>" if graph else "DROP DEFAULT")
    else:
        data = await body(request, service.limits.upload)
        work = Work(graph=graph, text=_text(data), type=media_type(request),
                    replace=request.method == "PUT")  # fmt: skip
    return response(await change(service.path, work, service.limits))


async def _read_graph(request: Request, service: Service, graph: str | None) -> Response:
    await _must_exist(service, graph)
    pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    accept = request.headers.get("accept", "")
    question = service.question(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}", accept)
    return response(await unless_hung_up(request, service.ask(question)))


async def _must_exist(service: Service, graph: str | None) -> None:
    if graph and not await service.truth(f"ASK {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"):
        raise RefusedError(404, "no such graph")


async def _posted(request: Request, service: Service, given: Parameters) -> Parameters:
    type_ = media_type(request)
    is_update = type_ == "application/sparql-update"
    limit = service.limits.upload if is_update else service.limits.query
    data = await body(request, limit)
    if type_ == FORM:
        return given | parameters(data)
    if type_ in ("application/sparql-query", "application/sparql-update"):
        return given | {type_.rpartition("-")[2]: [_text(data)]}
    raise RefusedError(415, f"send application/sparql-query, application/sparql-update or {FORM}")


async def _query(request: Request, service: Service, given: Parameters) -> Response:
    text = _one(given, "query")
    graphs = [tuple(given.get(f"{kind}-graph-uri", ())) for kind in ("default", "named")]
    for iri in (*graphs[0], *graphs[1]):
        _iri(iri)
    question = Question(
        query=text,
        accept=request.headers.get("accept", ""),
        default_graphs=graphs[0],
        named_graphs=graphs[1],
        rows=service.limits.rows,
        answer=service.limits.answer,
    )
    return response(await unless_hung_up(request, service.ask(question)))


async def _update(request: Request, service: Service, given: Parameters) -> Response:
    if request.method != "POST":
        raise RefusedError(405, "an update is sent by POST")
    service.require_write(request)
    if "using-graph-uri" in given or "using-named-graph-uri" in given:
        raise RefusedError(400, "write USING into the update itself")
    text = _one(given, "update")
    refuse(text, longest=service.limits.upload, deepest=service.limits.depth)
    return response(await change(service.path, Work(update=text), service.limits))


def _one(given: Parameters, key: str) -> str:
    values = given[key]
    if len(values) != 1:
        raise RefusedError(400, f"{key} must be given once, not {len(values)} times")
    return values[0]


def _iri(text: str) -> None:
    from pyoxigraph import NamedNode

    try:
        NamedNode(text)
    except ValueError as error:
        raise RefusedError(400, f"{text[:200]!r} is no IRI: {error}") from error


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"the request is no UTF-8: {error}") from error
