"""A corpus as one HTML page: the explorer, or a picture drawn by pyvis.

The page opens by double click and asks nothing of a network.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from kg.errors import ExportError
from kg.export.html import explorer, vis
from kg.graph.files import write_text
from kg.model import Corpus

Engine = Literal["explorer", "pyvis"]

_ENGINES = {"explorer": explorer.render, "pyvis": vis.render}


def generate_html(corpus: Corpus, *, title: str | None = None, engine: Engine = "explorer") -> str:
    """The page as a string; the same corpus gives the same characters."""
    if engine not in _ENGINES:
        known = " or ".join(_ENGINES)
        raise ExportError(f"engine {engine!r} cannot draw a page: use {known}")
    return _ENGINES[engine](corpus, title or "Who does what to whom")


def write_html(
    corpus: Corpus, path: Path, *, title: str | None = None, engine: Engine = "explorer"
) -> None:
    """Write the page to `path`."""
    write_text([generate_html(corpus, title=title, engine=engine)], path)
