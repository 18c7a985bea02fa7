"""The built scripts: what they are made of, and that they are what the sources give."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

import kg.export.html
from tests.export.html.conftest import need

HOME = Path(kg.export.html.__file__).parent
ASSETS, SOURCES = HOME / "assets", HOME / "src"
MANIFEST = json.loads((ASSETS / "manifest.json").read_text())


def test_files_have_the_hashes_of_the_manifest() -> None:
    for name, digest in MANIFEST["files"].items():
        assert sha256((ASSETS / name).read_bytes()).hexdigest() == digest, name
    assert {path.name for path in ASSETS.iterdir()} == {*MANIFEST["files"], "manifest.json"}


def test_libraries_are_those_of_the_lock_file_and_licensed() -> None:
    lock = json.loads((SOURCES / "package-lock.json").read_text())
    licences = (ASSETS / "LICENCES.txt").read_text()
    for name, about in MANIFEST["bundled"].items():
        locked = lock["packages"][f"node_modules/{name}"]
        assert (about["version"], about["integrity"]) == (locked["version"], locked["integrity"])
        assert f"{name} {about['version']} (MIT)" in licences
    assert set(lock["packages"][""]["dependencies"]) == set(MANIFEST["bundled"])


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (SOURCES / "package-lock.json").read_text()


def test_sources_make_no_markup_from_strings() -> None:
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment"
        r"|\beval\b|new Function|setTimeout\(\s*[\"'`]|localStorage|sessionStorage|cookie|fetch\("
        r"|XMLHttpRequest|WebSocket|sendBeacon|import\("
    )
    for path in SOURCES.glob("*.js"):
        assert not forbidden.search(path.read_text()), path.name


def test_scripts_cannot_end_early() -> None:
    for path in ASSETS.glob("*.js"):
        assert "</script" not in path.read_text().lower(), path.name


def test_building_again_gives_the_same_bytes(tmp_path: Path) -> None:
    npm, node = need("npm", "npm"), need("node", "nodejs")
    copy = tmp_path / "src"
    shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("node_modules"))
    install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(install, cwd=copy, capture_output=True, text=True, check=False)
    if done.returncode and not os.environ.get("CI"):
        pytest.skip(f"npm cannot install the locked packages: {done.stderr[-200:]}")
    assert done.returncode == 0, done.stderr
    built = tmp_path / "assets"
    built.mkdir()
    subprocess.run([node, "build.mjs", str(built)], cwd=copy, check=True)
    for path in sorted(built.iterdir()):
        assert path.read_bytes() == (ASSETS / path.name).read_bytes(), (
            f"{path.name} is not what src/ gives: run `npm ci && npm run build` there"
        )
