"""One corpus gives one graph, byte for byte, on one platform with pinned versions."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.resources import folder

ARTICLES = sorted((folder("seeds") / "articles").glob("*.md"))[:4]


def build(
    articles: Sequence[Path], out: Path, *options: str, **environment: str
) -> dict[str, bytes]:
    """The files of a build in a process of its own."""
    subprocess.run(
        [sys.executable, "-m", "kg", "build", *articles, "--out", out, "--quiet", *options],
        env=os.environ | environment,
        check=True,
    )
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def test_order_hash_seed_time_zone_and_number_of_processes_change_nothing(tmp_path: Path) -> None:
    first = build(ARTICLES, tmp_path / "a", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")
    second = build(
        ARTICLES[::-1], tmp_path / "b", "--jobs", "2",
        PYTHONHASHSEED="4711", TZ="Pacific/Kiritimati", LC_ALL="C",
    )  # fmt: skip
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
