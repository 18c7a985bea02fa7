from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from kg.errors import StoreError
from kg.serve.guard import access
from tests.serve.services import (
    BEARER,
    LIMITS,
    TOKEN,
    ask,
    children,
    processes,
    serving,
    wait_until_idle,
    workers,
)
from tests.store.stores import filled

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GOOD = "SELECT ?x { ?x a kgo:Document } ORDER BY ?x"


def test_a_query_of_fifty_megabytes_is_refused_as_it_comes(url: str) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(50):
            yield b"#" * 1_000_000

    headers = {"content-type": "application/sparql-query"}
    with suppress(httpx.WriteError, httpx.ReadError):  # it may hang up on us while we send
        found = httpx.post(f"{url}/sparql", content=pieces(), headers=headers, timeout=60)
        assert found.status_code == 413
    declared = "Content-Type: application/sparql-query\r\nContent-Length: 50000000\r\n"
    assert raw(url, "POST /sparql", declared).startswith("HTTP/1.1 413")
    assert ask(url, GOOD).status_code == 200


def test_runaways_do_not_keep_others_from_their_answers(url: str) -> None:
    with ThreadPoolExecutor(10) as pool:
        runaways = [pool.submit(ask, url, CROSS) for _ in range(2)]
        good = [pool.submit(ask, url, GOOD) for _ in range(60)]
        assert {answer.result().status_code for answer in good} == {200}
        assert {answer.result().status_code for answer in runaways} == {503}
    wait_until_idle()


def test_a_query_that_takes_long_makes_way(tmp_path: Path) -> None:
    limits = replace(LIMITS, seconds=60.0)
    with serving(filled(tmp_path / "store"), limits=limits) as url, ThreadPoolExecutor(1) as pool:
        asked = pool.submit(ask, url, CROSS)
        while not (running := workers()):
            time.sleep(0.02)
        (worker,) = running
        while os.getpriority(os.PRIO_PROCESS, worker) == 0:
            time.sleep(0.02)
        os.kill(worker, signal.SIGKILL)
        assert asked.result().status_code == 503


def test_when_fifty_clients_hang_up_their_workers_go(url: str) -> None:
    host, port = url.removeprefix("http://").split(":")
    request = f"GET /sparql?query={quote(CROSS)} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n"
    clients = [socket.create_connection((host, int(port))) for _ in range(50)]
    for client in clients:
        client.sendall(request.encode())
    while not workers():
        time.sleep(0.02)
    for client in clients:
        client.close()
    wait_until_idle()
    assert ask(url, GOOD).status_code == 200


def test_a_service_that_ends_leaves_no_process(tmp_path: Path) -> None:
    before, store = children(), filled(tmp_path / "store", "envoy")
    with serving(store) as url:
        ask(url, GOOD)
        ask(url, CROSS)
        assert processes(store)
    while processes(store):  # a test that hangs here has found one that stays
        time.sleep(0.02)
    assert children() <= before


def test_a_service_that_cannot_begin_says_why_in_one_line(tmp_path: Path) -> None:
    store = filled(tmp_path / "store", "envoy")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for place, why in ((store, f"port {port}: Address already in use"), (tmp_path, "no store")):
            command = [sys.executable, "-m", "kg", "serve", "--store", str(place), "--port", port]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            assert (done.returncode, done.stdout) == (1, "")
            assert why in done.stderr
            assert done.stderr.startswith("kg: ")
            assert done.stderr.count("\n") == 1


def test_an_interrupted_service_ends_and_leaves_no_process(tmp_path: Path) -> None:
    store = filled(tmp_path / "store", "envoy")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", str(port)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as service:
        assert service.stderr
        assert service.stderr.readline().startswith(f"http://127.0.0.1:{port}/ serves")
        assert ask(f"http://127.0.0.1:{port}", GOOD).status_code == 200
        os.killpg(service.pid, signal.SIGINT)  # as a terminal does it
        assert service.wait() == 130
        assert service.stderr.read() == ""
    while processes(store):
        time.sleep(0.02)


def test_an_open_address_needs_a_token_and_asks_for_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="other machines"):
        access("0.0.0.0")
    with pytest.raises(StoreError, match="other machines"):
        access("::")
    with pytest.raises(StoreError, match="--write needs"):
        access("127.0.0.1", write=True)
    (tmp_path / "token").write_text(TOKEN)
    rules = access("0.0.0.0", token_file=tmp_path / "token")
    with serving(filled(tmp_path / "store", "envoy"), rules) as url:
        assert httpx.get(f"{url}/api/statistics", timeout=60).status_code == 401
        assert httpx.get(f"{url}/health", timeout=60).status_code == 200
        assert httpx.get(f"{url}/api/statistics", headers=BEARER, timeout=60).status_code == 200


@pytest.mark.parametrize("text", ["", "short", "ümläut-and-sixteen-more", "two\nlines-of-a-token"])
def test_what_is_no_token_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "token").write_text(text)
    with pytest.raises(StoreError, match="holds no token"):
        access("127.0.0.1", token_file=tmp_path / "token")
    with pytest.raises(StoreError, match="cannot be read"):
        access("127.0.0.1", token_file=tmp_path / "missing")


def raw(url: str, request: str, headers: str = "") -> str:
    """What comes back for a request that no client library would send."""
    host, port = url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as client:
        head = f"{request} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n{headers}\r\n"
        client.sendall(head.encode())
        return b"".join(iter(lambda: client.recv(65536), b"")).decode()


def test_answers_carry_headers_that_keep_browsers_in_bounds(url: str) -> None:
    headers = httpx.get(
        f"{url}/id/actor/armenia", headers={"accept": "text/html"}, timeout=60
    ).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers or "uvicorn" not in headers["server"]
    assert not [name for name in headers if name.startswith("access-control-")]


def test_too_many_parameters_are_refused(url: str) -> None:
    many = "&".join(f"a{n}=1" for n in range(2000))
    assert httpx.get(f"{url}/sparql?{many}", timeout=60).status_code == 400
