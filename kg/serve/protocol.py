"""SPARQL 1.1 Protocol: queries and updates."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from kg.graph.tokens import refuse
from kg.serve.answer import Question
from kg.serve.changes import Work, change
from kg.serve.description import service_description
from kg.serve.errors import RefusedError, response
from kg.serve.requests import (
    Parameters,
    body,
    iri,
    media_type,
    one,
    parameters,
    query_parameters,
    text,
    unless_hung_up,
)
from kg.serve.service import Service
from kg.serve.using import with_dataset

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


async def _posted(request: Request, service: Service, given: Parameters) -> Parameters:
    type_ = media_type(request)
    is_query = type_ == "application/sparql-query"
    data = await body(request, service.limits.query if is_query else service.limits.upload)
    if type_ == FORM:
        return given | parameters(data)
    if type_ in ("application/sparql-query", "application/sparql-update"):
        return given | {type_.rpartition("-")[2]: [text(data)]}
    raise RefusedError(415, f"send application/sparql-query, application/sparql-update or {FORM}")


async def _query(request: Request, service: Service, given: Parameters) -> Response:
    question = Question(
        query=one(given, "query"),
        accept=request.headers.get("accept", ""),
        default_graphs=_graphs(given, "default-graph-uri"),
        named_graphs=_graphs(given, "named-graph-uri"),
        rows=service.limits.rows,
        answer=service.limits.answer,
    )
    return response(await unless_hung_up(request, service.ask(question)))


async def _update(request: Request, service: Service, given: Parameters) -> Response:
    if request.method != "POST":
        raise RefusedError(405, "an update is sent by POST")
    service.require_write(request)
    update = one(given, "update")
    await asyncio.to_thread(
        refuse, update, longest=service.limits.upload, deepest=service.limits.depth
    )
    default, named = _graphs(given, "using-graph-uri"), _graphs(given, "using-named-graph-uri")
    work = Work(update=with_dataset(update, default, named))
    return response(await change(service.path, work, service.limits))


def _graphs(given: Parameters, key: str) -> tuple[str, ...]:
    names = tuple(given.get(key, ()))
    for name in names:
        iri(name)
    return names
