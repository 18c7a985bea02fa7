"""A load that is killed ends, when it is given again, in the graph of one that was not.

ACTORGRAPH_KILLS=40 kills a load of 300 generated articles as often; by default it is 8 of 60.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from kg.store.embedded import EmbeddedStore, check
from tests.store.stores import RUN, articles, everything
from tests.store.test_commands import app

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("ACTORGRAPH_KILLS", "8"))
ARTICLES = 15 * KILLS // 2


def crash(store: Path, kind: str, number: int, kills: int) -> list[str]:
    """What the program of that name prints, a line a kill; it fails where any is lost or torn."""
    words = (str(store), kind, str(number), str(kills), "7")
    command = [sys.executable, "-m", "tests.store.crash", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_generated_articles(tmp_path: Path) -> None:
    killed = crash(tmp_path / "store", "generated", ARTICLES, KILLS)
    assert len(killed) == KILLS
    with EmbeddedStore(tmp_path / "whole") as store:
        for article in articles(ARTICLES):
            store.put(article, RUN)
    check(tmp_path / "store")
    assert everything(tmp_path / "store") == everything(tmp_path / "whole")


def test_articles_that_kg_add_reads(tmp_path: Path) -> None:
    assert len(crash(tmp_path / "store", "real", 6, 3)) == 3
    files = [str(tmp_path / "articles"), "--store", str(tmp_path / "whole")]
    assert CliRunner().invoke(app, ["add", *files]).exit_code == 0
    assert everything(tmp_path / "store") == everything(tmp_path / "whole")
