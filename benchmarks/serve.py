"""A service under load: good queries beside runaways, and clients that hang up.

    python benchmarks/serve.py [--data exports/statements.jsonl] [--good 400] [--at-a-time 8]
        [--runaways 2] [--hang-ups 50] [--limit 5]

Starts `kg serve` on a store made of the statements. Good queries run alone, and again while
runaways go on without a pause, each until it is stopped; then clients ask for runaways and hang
up. All is measured from outside: by HTTP, and in the table of processes.
"""

from __future__ import annotations

import argparse
import os
import platform
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPConnection
from importlib.metadata import version
from itertools import chain
from math import ceil
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

import kg
from kg.graph.pool import pool
from kg.graph.provenance import Run
from kg.graph.statements import read_statements
from kg.store.embedded import EmbeddedStore

ROOT = Path(__file__).parents[1]
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GOOD = (
    "/api/search?q=a",
    "/api/actors/russia/neighbourhood",
    "/api/actors/armenia/timeline",
    "/sparql?query=" + quote("SELECT ?a ?b { ?a rel:suppliesWeaponsTo ?b }"),
)


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / "exports" / "statements.jsonl")
    parser.add_argument("--good", type=int, default=400)
    parser.add_argument("--at-a-time", type=int, default=8)
    parser.add_argument("--runaways", type=int, default=2)
    parser.add_argument("--hang-ups", type=int, default=50)
    parser.add_argument("--limit", type=float, default=5.0, help="seconds that a query may take")
    options = parser.parse_args()
    _header(options.data)
    with tempfile.TemporaryDirectory() as folder:
        store = _store(options.data, Path(folder) / "store")
        with _serving(store, options.limit) as (server, port):
            _measure(options, server, port)


def _measure(options: argparse.Namespace, server: int, port: int) -> None:
    _good(port, options.at_a_time * len(GOOD), options.at_a_time)  # the first ones open the store
    before = _size(server)
    alone = _good(port, options.good, options.at_a_time)
    print(f"alone     {alone.line()}")
    with _runaways(port, options.runaways) as stopped:
        beside = _good(port, options.good, options.at_a_time)
    print(f"beside    {beside.line()}, beside {options.runaways} runaways")
    print(f"ratio     {beside.percentile(99) / alone.percentile(99):.1f} of the 99th percentiles")
    late = [seconds - options.limit for seconds in stopped]
    print(
        f"runaways  {len(stopped)} stopped, {min(late):+.2f} to {max(late):+.2f} s "
        f"from the limit of {options.limit:g} s"
    )
    seconds = _hang_up(server, port, options.hang_ups)
    print(f"hang-ups  {options.hang_ups} clients, {seconds:.2f} s until their workers were gone")
    _good(port, options.at_a_time, options.at_a_time)
    after = _size(server)
    for name, was, is_ in zip(("processes", "files", "MB"), before, after, strict=True):
        print(f"residue   {name} {was} before, {is_} after")


def _header(data: Path) -> None:
    print(f"command   python {' '.join(sys.argv)}")
    print(
        f"machine   {platform.machine()}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.release()}, load {os.getloadavg()[0]:.1f}"
    )
    names = ("pyoxigraph", "starlette", "uvicorn")
    libraries = ", ".join(f"{name} {version(name)}" for name in names)
    print(f"versions  Python {platform.python_version()}, actorgraph {kg.__version__}, {libraries}")
    digest = sha256(data.read_bytes()).hexdigest()[:16]
    print(f"input     {data.name}, sha256 {digest}…", flush=True)


def _store(data: Path, path: Path) -> Path:
    corpus = read_statements(data)
    with EmbeddedStore(path) as store:
        for document in corpus.documents:
            claims = [claim for claim in corpus.claims() if claim.document == document]
            store.put(pool(claims, [document]), Run("1.0", "a model", ()))
    return path


@contextmanager
def _serving(store: Path, limit: float) -> Iterator[tuple[int, int]]:
    """A server in a process of its own: its id and its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--store", str(store), "--port", str(port), "--timeout", str(limit), "--quiet"]
    server = subprocess.Popen([sys.executable, "-m", "kg", "serve", *options])
    try:
        while True:
            with suppress(ConnectionError):
                if _get(HTTPConnection("127.0.0.1", port), "/health")[0] == 200:
                    break
            sleep(0.05)
        yield server.pid, port
    finally:
        server.terminate()
        server.wait()


def _get(client: HTTPConnection, path: str) -> tuple[int, bytes]:
    client.request("GET", path)
    answer = client.getresponse()
    return answer.status, answer.read()


@dataclass(frozen=True)
class Times:
    """The seconds that each query took, sorted, and the seconds until all were answered."""

    each: tuple[float, ...]
    all: float

    def percentile(self, percent: int) -> float:
        return self.each[max(ceil(len(self.each) * percent / 100) - 1, 0)]

    def line(self) -> str:
        points = ", ".join(f"p{percent} {self.percentile(percent):.3f} s" for percent in (50, 99))
        return f"{points}, {len(self.each) / self.all:.0f} a second, {len(self.each)} queries"


def _good(port: int, number: int, at_a_time: int) -> Times:
    """Ask so many good queries; every one must be answered."""

    def ask(client: int) -> list[float]:
        connection, found = HTTPConnection("127.0.0.1", port), []
        for turn in range(client, number, at_a_time):
            start = monotonic()
            status, body = _get(connection, GOOD[turn % len(GOOD)])
            found.append(monotonic() - start)
            if status != 200:
                raise SystemExit(f"a good query was answered with {status}: {body!r}")
        connection.close()
        return found

    start = monotonic()
    with ThreadPoolExecutor(at_a_time) as clients:
        times = sorted(chain.from_iterable(clients.map(ask, range(at_a_time))))
    return Times(tuple(times), monotonic() - start)


@contextmanager
def _runaways(port: int, number: int) -> Iterator[list[float]]:
    """Runaways that go on for as long as the context; the seconds until each was stopped."""
    stopped: list[float] = []
    enough = threading.Event()

    def run() -> None:
        while not enough.is_set():
            start = monotonic()
            connection = HTTPConnection("127.0.0.1", port)
            status, body = _get(connection, f"/sparql?query={quote(RUNAWAY)}")
            if status != 503:
                raise SystemExit(f"a runaway was answered with {status}: {body!r}")
            stopped.append(monotonic() - start)

    threads = [threading.Thread(target=run) for _ in range(number)]
    for thread in threads:
        thread.start()
    sleep(0.2)
    yield stopped
    enough.set()
    for thread in threads:
        thread.join()


def _hang_up(server: int, port: int, number: int) -> float:
    """Ask that many runaways, hang up, and see how long their workers stay."""
    clients = [socket.create_connection(("127.0.0.1", port)) for _ in range(number)]
    for client in clients:
        request = f"GET /sparql?query={quote(RUNAWAY)} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
        client.sendall(request.encode())
    while not _workers(server):
        sleep(0.01)
    sleep(0.5)
    for client in clients:
        client.close()
    start = monotonic()
    while _workers(server):
        sleep(0.01)
    return monotonic() - start


def _workers(server: int) -> set[int]:
    """The processes that answer queries: those below the ones that hold a graph open."""
    return {worker for sandbox in _sandboxes(server) for worker in _children(sandbox)}


def _sandboxes(server: int) -> set[int]:
    return {sandbox for origin in _children(server) for sandbox in _children(origin)}


def _children(of: int) -> set[int]:
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            if int(parent) == of and state != "Z":
                found.add(int(stat.parent.name))
    return found


def _size(server: int) -> tuple[int, int, int]:
    """How many processes there are, open files of the server, and megabytes that it has in use."""
    groups = (_children(server), _sandboxes(server), _workers(server))
    processes = 1 + sum(map(len, groups))
    files = len(list(Path(f"/proc/{server}/fd").iterdir()))
    pages = int(Path(f"/proc/{server}/statm").read_text().split()[1])
    return processes, files, pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


if __name__ == "__main__":
    main()
