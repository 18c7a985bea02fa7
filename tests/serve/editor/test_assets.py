"""The built editor: what it is made of, and that it is what the sources give."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

import kg.serve.editor
from tests.export.html.conftest import need

HOME = Path(kg.serve.editor.__file__).parent
ASSETS, SOURCES = HOME / "assets", HOME / "src"
MANIFEST = json.loads((ASSETS / "manifest.json").read_text())


def test_files_have_the_hashes_of_the_manifest() -> None:
    for name, digest in MANIFEST["files"].items():
        assert sha256((ASSETS / name).read_bytes()).hexdigest() == digest, name
    assert {path.name for path in ASSETS.iterdir()} == {*MANIFEST["files"], "manifest.json"}
    assert set(kg.serve.editor.ASSETS) == set(MANIFEST["files"])


def test_every_package_has_its_licence() -> None:
    lock = json.loads((SOURCES / "package-lock.json").read_text())
    licences = (ASSETS / "LICENCES.txt").read_text()
    for name, about in MANIFEST["bundled"].items():
        locked = lock["packages"][f"node_modules/{name}"]
        assert (about["version"], about["integrity"]) == (locked["version"], locked["integrity"])
        assert f"\n{name} {about['version']} ({about['license']})\n" in licences
        assert re.search(r"MIT|BSD|Apache|CC-BY", about["license"]), name
    assert len(re.findall("Permission is hereby granted", licences)) > 15


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (SOURCES / "package-lock.json").read_text()


def test_our_sources_make_no_markup_from_strings_and_ask_nobody() -> None:
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function"
        r"|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\("
    )
    assert not forbidden.search((SOURCES / "editor.js").read_text())


def test_the_build_has_no_list_of_foreign_prefixes_and_loads_nothing() -> None:
    script, style = ((ASSETS / name).read_text() for name in ("editor.js", "editor.css"))
    assert "prefix.cc" not in re.sub(r"[\"`]prefix\.cc/popular/all\.file\.json[\"`]", "", script)
    assert "xmlns.com/foaf" not in script
    assert not re.search(r"@import|url\((?!\"?data:)", style)


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
