"""The commands of the README do what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.vocabulary import vocabulary

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what a checkout holds."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("seeds", "exports"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.mark.parametrize("block", BLOCKS)
def test_commands_run(place: Path, block: str) -> None:
    scripts = Path(sys.executable).parent
    path = f"{scripts}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euc", block],
        cwd=place,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (done.stdout + done.stderr).strip()


def test_what_is_linked_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_number_of_relations_is_right() -> None:
    assert set(re.findall(r"(\d+) relations|\| (\d+), with PLOVER", README)) == {
        (str(len(vocabulary())), ""),
        ("", str(len(vocabulary()))),
    }
