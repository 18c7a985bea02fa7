"""What axe, the usual checker of accessibility, finds on the page."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.export.html.conftest import Open, need

AXE = "axe-core@4.14.1"
TOOLS = Path(__file__).parents[3] / ".tools" / "axe"


@pytest.fixture(scope="session")
def axe() -> str:
    """The checker's script, installed aside: it is a tool of the tests, no part of the project."""
    script = TOOLS / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        npm = need("npm", "npm")
        aside = TOOLS.with_name(f"axe.{os.getpid()}")
        aside.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--prefix", str(aside), "--ignore-scripts", "--no-audit", AXE]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode and not os.environ.get("CI"):
            pytest.skip(f"npm cannot install {AXE}: {done.stderr[-200:]}")
        assert done.returncode == 0, done.stderr
        shutil.rmtree(TOOLS, ignore_errors=True)
        aside.replace(TOOLS)
    return script.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "view",
    [
        "",
        "#select=actor,armenia",
        "#select=pair,armenia,russia&theme=dark",
        "#view=table",
        "#view=table&theme=dark&status=negated",
        "#path=thales,belarus",
    ],
)
def test_axe_finds_nothing(open_page: Open, axe: str, view: str) -> None:
    opened = open_page(view)
    opened.page.evaluate(axe)
    found = opened.page.evaluate("axe.run().then(({ violations }) => violations)")
    assert [(f["id"], f["impact"], f["nodes"][0]["html"]) for f in found] == []


@pytest.mark.parametrize("view", ["graph", "table", "filters", "details"])
def test_axe_finds_nothing_on_a_narrow_screen(open_page: Open, axe: str, view: str) -> None:
    opened = open_page(f"#view={view}", size=(320, 640))
    opened.page.evaluate(axe)
    found = opened.page.evaluate("axe.run().then(({ violations }) => violations)")
    assert [(f["id"], f["impact"], f["nodes"][0]["html"]) for f in found] == []


def test_axe_finds_nothing_on_the_pyvis_page(open_page: Open, axe: str) -> None:
    opened = open_page(engine="pyvis")
    opened.page.evaluate(axe)
    found = opened.page.evaluate("axe.run().then(({ violations }) => violations)")
    assert [(f["id"], f["impact"], f["nodes"][0]["html"]) for f in found] == []
