"""A disk that is full: said by name, nothing lost, and on it goes when there is space."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store.embedded import EmbeddedStore, check
from kg.store.source import Snapshot
from tests.store.stores import RUN, articles, everything

MEGABYTE = 1_000_000
SIZE, NUMBER = 16 * MEGABYTE, 60


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    done = (
        subprocess.run(command, capture_output=True, text=True, check=False)
        if shutil.which("mount")
        else None
    )
    if done is None or done.returncode:
        why = done.stderr.strip() if done else "there is no mount"
        pytest.skip(f"no disk can be mounted here, which takes root: {why}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def load(path: Path, acknowledged: set[str]) -> None:
    with EmbeddedStore(path) as store:
        for n, article in enumerate(articles(NUMBER)):
            (document,) = article.documents
            if not store.holds(document, RUN):
                store.put(article, RUN)
                acknowledged.add(document.name)
            if n % 10 == 9:
                store.publish()


@pytest.mark.parametrize("left", [50_000, MEGABYTE])
def test_a_full_disk_is_said_and_the_load_goes_on_when_there_is_space(
    disk: Path, tmp_path: Path, left: int
) -> None:
    path, ballast, acknowledged = disk / "store", disk / "ballast", set[str]()
    with EmbeddedStore(path) as store:
        store.put(next(articles(1)), RUN)
    before = everything(path)
    ballast.write_bytes(bytes(shutil.disk_usage(disk).free - left))
    with pytest.raises(StoreError, match="store: .*: if the disk is full, free space and go on"):
        load(path, acknowledged)
    with Snapshot(path) as source:
        assert {str(quad) for quad in source.quads()} >= {q for q in before if "/store#" not in q}
    with pytest.raises(StoreError, match="if the disk is full"):
        load(path, acknowledged)
    ballast.unlink()
    with EmbeddedStore(path) as store:
        assert acknowledged <= set(store.documents())
    load(path, acknowledged)
    check(path)
    load(tmp_path / "whole", set())
    assert everything(path) == everything(tmp_path / "whole")
