"""The application: its addresses, and how what goes wrong is answered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg.errors import KgError
from kg.serve import editor, openapi
from kg.serve.api import ENDPOINTS
from kg.serve.dataset import Size, dataset_description
from kg.serve.dereference import LOCAL, thing
from kg.serve.description import WELL_KNOWN
from kg.serve.errors import RefusedError
from kg.serve.graphs import graph_store
from kg.serve.guard import Access, Guard
from kg.serve.limits import Limits
from kg.serve.page import Page
from kg.serve.protocol import sparql
from kg.serve.service import Service

# the page has its own policy, by the hashes of its scripts; nobody may frame it
_PAGE_POLICY = {"content-security-policy": "frame-ancestors 'none'"}


def application(path: Path, access: Access, limits: Limits | None = None) -> Starlette:
    """The service over the store in this folder."""
    service, page = Service(path, access, limits or Limits()), Page(path)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        service.close()

    async def home(_: Request) -> Response:
        return HTMLResponse(await page.of(service.published()), headers=_PAGE_POLICY)

    async def metrics(_: Request) -> Response:
        return PlainTextResponse("".join(service.metrics.lines()))

    app = Starlette(
        routes=[
            Route("/", home),
            Route(editor.PATH, editor.page),
            Route(f"{editor.PATH}/{{name}}", editor.asset),
            Route("/sparql", sparql, methods=["GET", "POST"]),
            Route(WELL_KNOWN, dataset_description),
            *(
                Route(path, graph_store, methods=["GET", "PUT", "POST", "DELETE"])
                for path in ("/graphs", "/graphs/{name:path}")
            ),
            Route(f"{LOCAL}{{name:path}}", thing),
            *(Route(endpoint.path, endpoint.respond, methods=["GET"]) for endpoint in ENDPOINTS),
            Route("/api/openapi.json", _openapi),
            Route("/health", _health),
            Route("/metrics", metrics),
        ],
        middleware=[Middleware(Guard, access, service.metrics)],
        exception_handlers={RefusedError: _refused, KgError: _wrong, 500: _failed},
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    app.state.service = service
    app.state.editor, app.state.size = editor.Editor(service), Size(service)
    return app


async def _openapi(_: Request) -> Response:
    return JSONResponse(openapi.description())


async def _health(_: Request) -> Response:
    return PlainTextResponse("ok\n")


async def _refused(_: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, RefusedError) else 400
    headers = {"retry-after": "5"} if status == 503 else {}
    return PlainTextResponse(f"{error}\n", status, headers)


async def _wrong(_: Request, error: Exception) -> Response:
    return PlainTextResponse(f"{error}\n", 400)


async def _failed(_: Request, __: Exception) -> Response:
    return PlainTextResponse("the service failed; its log says why\n", 500)
