"""The server process."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from kg.errors import StoreError
from kg.serve.app import application
from kg.serve.guard import Access
from kg.serve.limits import Limits
from kg.store import open_source

_IDLE = 15  # seconds until a silent connection is closed
_CONNECTIONS = 256


def serve(
    path: Path, access: Access, *, host: str = "127.0.0.1", port: int = 7200,
    limits: Limits | None = None, begun: Callable[[], None] = lambda: None,
) -> None:  # fmt: skip
    """Serve the store in this folder until the process is told to stop; call `begun` before."""
    with open_source(path):
        pass  # what cannot be read is said before anybody asks
    with listening(host, port) as place:
        begun()
        server(application(path, access, limits), host, port).run(sockets=[place])


def listening(host: str, port: int) -> socket.socket:
    """A socket on this address; raises `StoreError` where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        why = error.strerror or error
        raise StoreError(f"{host}, port {port}: {why}: choose another with --port") from error


def server(app: Starlette, host: str, port: int) -> uvicorn.Server:
    """A server that says little, trusts no proxy, and drops those who only hold connections."""
    return uvicorn.Server(
        uvicorn.Config(
            app, host=host, port=port, log_level="warning", server_header=False,
            proxy_headers=False, timeout_keep_alive=_IDLE, limit_concurrency=_CONNECTIONS,
        )
    )  # fmt: skip
