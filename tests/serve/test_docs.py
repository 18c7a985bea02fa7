"""docs/serve.md says what the service does."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from kg.serve.api import ENDPOINTS
from kg.serve.limits import Limits
from tests.serve.services import BEARER, serving, writable
from tests.store.stores import filled

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "serve.md").read_text("utf-8")
ADDRESSES = re.findall(r"^\| `(/[^`…]*)`", TEXT, re.MULTILINE)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_is_there(url: str, address: str) -> None:
    answer = httpx.get(url + address.replace("IRI", "urn:none"), timeout=120)
    assert answer.status_code == (404 if "IRI" in address else 200), answer.text


def test_every_question_of_the_api_is_named() -> None:
    for endpoint in ENDPOINTS:
        example = re.escape(endpoint.path).replace(r"\{id\}", r"[^/`]+")
        assert re.search(f"`{example}[`?]", TEXT), endpoint.path


def test_the_limits_are_those_of_the_service() -> None:
    limits = Limits()
    for said in (
        f"{limits.seconds:g} s,", f"{limits.memory // 10**9} GB", f"{limits.rows:,} rows",
        f"{limits.answer // 10**6} MB", f"{limits.query // 10**6} MB, brackets {limits.depth} deep",
        f"{limits.upload // 10**6} MB", f"{limits.workers} queries run, {limits.waiting} wait",
    ):  # fmt: skip
        assert said in TEXT


def test_the_update_works_as_it_is_told(tmp_path: Path) -> None:
    update = re.search(r"'update=(.+)'", TEXT)
    assert update
    with serving(filled(tmp_path / "store", "envoy"), writable(tmp_path)) as url:
        given = {"update": "INSERT DATA { GRAPH <urn:draft> { <urn:a> <urn:b> 1 } }"}
        assert httpx.post(f"{url}/sparql", data=given, headers=BEARER, timeout=60).is_success
        told = {"update": update[1]}
        assert httpx.post(f"{url}/sparql", data=told, headers=BEARER, timeout=60).is_success
