"""The committed graph is what the seeds give today, and every offset in it is right."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main
from kg.read import read
from kg.resources import folder

ROOT = Path(__file__).parents[1]
EXPORTS = ROOT / "exports"
ARTICLES = folder("seeds") / "articles"
STATEMENTS = "statements.jsonl"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `make graph` would write."""
    out = tmp_path_factory.mktemp("exports")
    with pytest.raises(SystemExit) as ended:
        main(["build", str(ARTICLES), "--out", str(out), "--quiet"])
    assert not ended.value.code
    return out


def files(place: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(place)): p.read_bytes() for p in sorted(place.rglob("*")) if p.is_file()
    }


def difference(old: bytes, new: bytes) -> str:
    """The first lines in which two files differ."""
    before, after = (data.decode().splitlines() for data in (old, new))
    return "\n".join(line[:300] for line in islice(unified_diff(before, after, n=0), 12))


def test_statements_are_those_of_the_seeds(rebuilt: Path) -> None:
    old, new = ((place / STATEMENTS).read_bytes() for place in (EXPORTS, rebuilt))
    if old != new:
        pytest.fail(
            f"run make graph and look at what changes:\n{difference(old, new)}", pytrace=False
        )


def test_all_files_are_those_of_the_seeds(rebuilt: Path) -> None:
    if platform.machine() not in ("x86_64", "AMD64"):
        pytest.skip(f"bytes are promised for x86_64, this is {platform.machine()}")
    old, new = files(EXPORTS), files(rebuilt)
    assert old.keys() == new.keys()
    changed = [name for name in old if old[name] != new[name]]
    if changed:
        pytest.fail(f"run make graph and look at what changes in {changed}", pytrace=False)


def records() -> Iterator[dict[str, Any]]:
    for line in (EXPORTS / STATEMENTS).read_text("utf-8").splitlines():
        yield json.loads(line)


def quotations(record: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """What a line quotes of its document, with the offsets."""
    evidence = record["evidence"]
    yield evidence["start"], evidence["end"], evidence["quote"]
    yield *evidence["sentence"], evidence["sentence_text"]
    for party in (record["subject"], record["object"], record["attributed_to"]):
        if party is not None:
            yield party["start"], party["end"], party["mention"]


def test_every_offset_points_at_what_is_quoted() -> None:
    texts = {document.name: document.text for document in read([ARTICLES])}
    checked = 0
    for record in records():
        text = texts[record["document"]["name"]]
        for start, end, quoted in quotations(record):
            assert text[start:end] == quoted, record["id"]
            checked += 1
    assert checked > 400


def test_every_article_says_something() -> None:
    said = {record["document"]["name"] for record in records()}
    assert said == {path.stem for path in ARTICLES.glob("*.md")}


def test_nothing_in_the_exports_tells_where_and_when_they_were_made() -> None:
    for name, data in files(EXPORTS).items():
        assert str(ROOT).encode() not in data, name
        assert b"file://" not in data, name
