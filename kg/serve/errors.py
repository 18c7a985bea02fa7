"""Requests that cannot be answered, as HTTP says it."""

from __future__ import annotations

from starlette.responses import Response

from kg.serve.answer import Answer


class RefusedError(Exception):
    """A request that is answered with a status and the reason."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


def response(found: Answer) -> Response:
    """An answer as an HTTP response."""
    headers = {"retry-after": "5"} if found.status == 503 else {}
    return Response(found.body, found.status, headers, found.type)
