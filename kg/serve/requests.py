"""What a request brings: its body up to a limit, its parameters, and when its sender hangs up."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.serve.errors import RefusedError

T = TypeVar("T")
Parameters = dict[str, list[str]]


async def body(request: Request, limit: int) -> bytes:
    """The body; what is longer than the limit is refused while it comes."""
    declared = request.headers.get("content-length", "0")
    if declared.isdecimal() and int(declared) > limit:
        raise _too_large(limit)
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > limit:
            raise _too_large(limit)
    return bytes(data)


def parameters(encoded: bytes) -> Parameters:
    """The parameters of a query string or a form; text that is no UTF-8 is refused."""
    found: Parameters = {}
    try:
        pairs = parse_qsl(
            encoded.decode(), keep_blank_values=True, errors="strict", max_num_fields=1000
        )
    except ValueError as error:
        raise RefusedError(400, f"the parameters cannot be read: {error}") from error
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def query_parameters(request: Request) -> Parameters:
    """The parameters in the address."""
    return parameters(request.scope["query_string"])


def media_type(request: Request) -> str:
    """The Content-Type without its parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def one(given: Parameters, key: str) -> str:
    """The value of a parameter that must be given once."""
    values = given[key]
    if len(values) != 1:
        raise RefusedError(400, f"{key} must be given once, not {len(values)} times")
    return values[0]


def iri(name: str) -> None:
    """Refuse a name of a graph that is no IRI."""
    from pyoxigraph import NamedNode

    try:
        NamedNode(name)
    except ValueError as error:
        raise RefusedError(400, f"{name[:200]!r} is no IRI: {error}") from error


def text(data: bytes) -> str:
    """What came, as text."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"the request is no UTF-8: {error}") from error


async def unless_hung_up(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """What the work gives; it is cancelled when the client goes, whose body must have been read."""
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise RefusedError(499, "the client has gone")
        return task.result()
    finally:
        gone.cancel()
        task.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _too_large(limit: int) -> RefusedError:
    return RefusedError(413, f"the request is larger than {limit} bytes")
