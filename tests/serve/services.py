"""A service on a free port of this machine, for tests."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx

from kg.serve.app import application
from kg.serve.guard import Access, access
from kg.serve.limits import Limits
from kg.serve.server import server

TOKEN = "0123456789abcdef-a-token"
BEARER = {"authorization": f"Bearer {TOKEN}"}
ORIGIN = "kg.serve.origin"
LIMITS = Limits(seconds=2.0, memory=400_000_000, rows=1000, query=100_000, upload=200_000)


@contextmanager
def serving(path: Path, rules: Access | None = None, limits: Limits = LIMITS) -> Iterator[str]:
    """Serve a store while the context lasts; its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        app = application(path, rules or access("127.0.0.1"), limits)
        running = server(app, "127.0.0.1", 0)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        while not running.started:
            assert thread.is_alive()
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            running.should_exit = True
            thread.join()


def writable(folder: Path) -> Access:
    """Rules under which the token may write."""
    (folder / "token").write_text(TOKEN + "\n")
    return access("127.0.0.1", write=True, token_file=folder / "token")


def ask(url: str, query: str, accept: str = "text/csv") -> httpx.Response:
    """Send a query by POST."""
    headers = {"accept": accept, "content-type": "application/sparql-query"}
    return httpx.post(f"{url}/sparql", content=query, headers=headers, timeout=60)


def children(of: int | None = None) -> set[int]:
    """The processes that this process, or another, has started and that still run."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            if int(parent) == (of or os.getpid()) and state != "Z":
                found.add(int(stat.parent.name))
    return found


def workers() -> set[int]:
    """The processes that answer queries: those below the ones that hold a graph open."""
    origins = {child for child in children() if _words(child)[2:3] == [ORIGIN]}
    return {
        worker for origin in origins for sandbox in children(origin) for worker in children(sandbox)
    }


def processes(store: Path) -> set[int]:
    """All processes of a service over a store but the service itself."""
    every = (int(path.name) for path in Path("/proc").glob("[0-9]*"))
    return {one for one in every if (ORIGIN, str(store)) == (*_words(one)[2:3], *_words(one)[4:])}


def wait_until_idle() -> None:
    """Return when no worker is left; a test that hangs here has found one that stays."""
    while workers():
        time.sleep(0.02)


def _words(process: int) -> list[str]:
    """The command line of a process, which its forks share."""
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_text().split("\0")[:-1]
    return []
