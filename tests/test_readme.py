"""The commands of the README do what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from kg.vocabulary import vocabulary

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_commands_run(tmp_path: Path) -> None:
    """One block after the other, as a reader would: the later ones use files of the earlier."""
    for name in ("seeds", "exports"):
        (tmp_path / name).symlink_to(ROOT / name)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for block in BLOCKS:
        done = subprocess.run(
            ["bash", "-euc", block],
            cwd=tmp_path,
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stderr}"
        assert (done.stdout + done.stderr).strip(), block


def test_what_is_linked_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_number_of_relations_is_right() -> None:
    assert set(re.findall(r"(\d+) relations|\| (\d+), with PLOVER", README)) == {
        (str(len(vocabulary())), ""),
        ("", str(len(vocabulary()))),
    }
