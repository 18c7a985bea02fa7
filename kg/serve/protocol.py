"""SPARQL 1.1 Protocol: queries and updates.

One parameter is ours: `ledger`. With a query it says that the ledger of the store is asked, with an
update it holds what goes with the update there, so that `kg add` to our service and `kg add` to its
folder keep one ledger. It is for those alone who may write.
"""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.answer import Question
from kg.serve.changes import Work
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

FORM = "application/x-www-form-urlencoded"
BASE_HEADER = "actorgraph-base"  # says to `kg` that we keep a ledger, and the base of the data
_ESCAPED = 3  # letters of a form that may stand for one


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
    data = await body(request, _longest(request, service, type_))
    if type_ == FORM:
        return given | await asyncio.to_thread(parameters, data)  # which may take its time
    if type_ in ("application/sparql-query", "application/sparql-update"):
        return given | {type_.rpartition("-")[2]: [text(data)]}
    raise RefusedError(415, f"send application/sparql-query, application/sparql-update or {FORM}")


def _longest(request: Request, service: Service, type_: str) -> int:
    """How many bytes may come: as many as an upload has only from those who may write."""
    limits = service.limits
    if type_ == "application/sparql-query" or not service.may_write(request):
        return limits.query * (_ESCAPED if type_ == FORM else 1)
    return limits.upload * (_ESCAPED if type_ == FORM else 1)


async def _query(request: Request, service: Service, given: Parameters) -> Response:
    if is_ledger := "ledger" in given:
        service.require_write(request)
    question = Question(
        query=one(given, "query"),
        accept=request.headers.get("accept", ""),
        default_graphs=_graphs(given, "default-graph-uri"),
        named_graphs=_graphs(given, "named-graph-uri"),
        ledger=is_ledger,
        rows=service.limits.rows,
        answer=service.limits.answer,
    )
    found = response(await unless_hung_up(request, service.ask(question)))
    found.headers[BASE_HEADER] = service.base
    return found


async def _update(request: Request, service: Service, given: Parameters) -> Response:
    if request.method != "POST":
        raise RefusedError(405, "an update is sent by POST")
    service.require_write(request)
    work = Work(
        update=one(given, "update"),
        using=(_graphs(given, "using-graph-uri"), _graphs(given, "using-named-graph-uri")),
        ledger=one(given, "ledger") if "ledger" in given else "",
    )
    return response(await service.change(work))


def _graphs(given: Parameters, key: str) -> tuple[str, ...]:
    names = tuple(given.get(key, ()))
    for name in names:
        iri(name)
    return names
