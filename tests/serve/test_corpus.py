"""The attacks of attacks/*.yaml, each with the answer that is expected."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from kg.serve.guard import access
from kg.serve.limits import Limits
from tests.serve.services import BEARER, TOKEN, serving, wait_until_idle, writable
from tests.store.stores import filled, graph

Attack = dict[str, Any]
LIMITS = Limits(
    seconds=30.0, memory=300_000_000, rows=1000, answer=10_000_000, query=100_000, upload=200_000
)
HASTY = replace(LIMITS, seconds=1.0)  # for what is expected to go on for ever
PASSWD = "root:x:0:0"


def attacks(name: str) -> list[Any]:
    """The attacks of a file, by name."""
    text = (Path(__file__).parent / "attacks" / f"{name}.yaml").read_text("utf-8")
    found: list[Attack] = yaml.safe_load(text)
    assert len({attack["name"] for attack in found}) == len(found)
    return [pytest.param(attack, id=attack["name"]) for attack in found]


def text(pieces: str | list[Any], canary: str) -> str:
    """A text of pieces, of which some are repeated."""
    parts = [pieces] if isinstance(pieces, str) else pieces
    whole = "".join(part if isinstance(part, str) else part[0] * part[1] for part in parts)
    return whole.replace("{canary}", canary)


def expected(attack: Attack) -> list[int]:
    """The statuses that an answer may have."""
    return attack["status"] if isinstance(attack["status"], list) else [attack["status"]]


def assert_expected(attack: Attack, status: int, body: str) -> None:
    assert status in expected(attack), body[:500]
    assert attack.get("says", "") in body
    assert PASSWD not in body


@pytest.fixture(scope="module")
def canary() -> Iterator[str]:
    """An address on loopback that must never be called."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(100)
        listening.setblocking(False)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        with pytest.raises(BlockingIOError):
            listening.accept()


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=120) as client:
        yield client


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("attacked")


@pytest.fixture(scope="module")
def services(folder: Path) -> Iterator[dict[str, str]]:
    """The addresses of a service that reads, one that writes, and one that asks for the token."""
    writing = writable(folder)
    rules = {
        "reading": access("127.0.0.1"),
        "writing": writing,
        "guarded": access("0.0.0.0", token_file=folder / "token"),
    }
    store = filled(folder / "store")
    with ExitStack() as stack:
        yield {
            f"{haste}{name}": stack.enter_context(serving(store, rule, limits))
            for name, rule in rules.items()
            for haste, limits in (("", LIMITS), ("hasty ", HASTY))
        }


def address(services: dict[str, str], name: str, attack: Attack) -> str:
    """The service to attack: one with little patience where it is to be stopped."""
    stopped = 503 in expected(attack) and "says" not in attack
    return services[f"hasty {name}" if stopped else name]


@pytest.mark.parametrize("attack", attacks("queries"))
def test_queries(
    services: dict[str, str], client: httpx.Client, canary: str, attack: Attack
) -> None:
    url = address(services, "reading", attack)
    headers = {"content-type": "application/sparql-query"}
    query = text(attack["query"], canary).encode()
    answer = client.post(f"{url}/sparql", content=query, headers=headers)
    assert_expected(attack, answer.status_code, answer.text)
    if "rows" in attack and answer.status_code == 200:
        assert len(answer.json()["results"]["bindings"]) == attack["rows"]
    wait_until_idle()
    assert client.get(f"{url}/sparql", params={"query": "ASK {}"}).json()["boolean"]


@pytest.mark.parametrize("attack", attacks("updates"))
def test_updates(
    services: dict[str, str], client: httpx.Client, folder: Path, canary: str, attack: Attack
) -> None:
    before = graph(folder / "store")
    headers = BEARER | {"content-type": "application/sparql-update"}
    update = text(attack["update"], canary).encode()
    url = address(services, "writing", attack)
    answer = client.post(f"{url}/sparql", content=update, headers=headers)
    assert_expected(attack, answer.status_code, answer.text)
    assert graph(folder / "store") == before


@pytest.mark.parametrize("attack", attacks("graphs"))
def test_graphs(
    services: dict[str, str], client: httpx.Client, canary: str, attack: Attack
) -> None:
    headers = BEARER | {"content-type": attack["type"]}
    data = text(attack["graph"], canary).encode()
    url = f"{address(services, 'writing', attack)}/graphs?graph=urn:attack"
    answer = client.put(url, content=data, headers=headers)
    assert_expected(attack, answer.status_code, answer.text)


@pytest.mark.parametrize("attack", attacks("requests"))
def test_requests(services: dict[str, str], canary: str, attack: Attack) -> None:
    host = services[attack.get("service", "reading")].removeprefix("http://")
    headers = {"Host": host, "Connection": "close"} | attack.get("headers", {})
    body = attack.get("body", "").encode("latin-1")
    if body:
        headers = {"Content-Length": str(len(body))} | headers
    lines = [f"{attack['request']} HTTP/1.1", *(f"{k}: {v}" for k, v in headers.items()), "", ""]
    sent = "\r\n".join(lines)
    for name, value in {"{token}": TOKEN, "{host}": host, "{canary}": canary}.items():
        sent = sent.replace(name, value)
    answer = exchanged(host, sent.encode() + body.replace(b"{token}", TOKEN.encode()))
    head, _, told = answer.partition("\r\n\r\n")
    assert_expected(attack, int(head.split(" ")[1]), told)
    assert "\r\nlocation:" not in head.lower()
    assert "\r\nset-cookie:" not in head.lower()
    assert "\r\naccess-control-" not in head.lower()
    assert TOKEN not in answer


def exchanged(host: str, sent: bytes) -> str:
    """What comes back for a request that no client library would send."""
    name, port = host.split(":")
    with socket.create_connection((name, int(port)), timeout=120) as client:
        client.sendall(sent)
        return b"".join(iter(lambda: client.recv(65536), b"")).decode(errors="replace")
