"""The explorer page: search, facets, graph, timeline, table and the evidence behind every line."""

from __future__ import annotations

from kg.export.html import island, page
from kg.model import Corpus


def render(corpus: Corpus, title: str) -> str:
    """The explorer page with the corpus in it."""
    return page.fill(
        page.template("explorer.html"),
        title=title,
        style=page.asset("explorer.css"),
        scripts=(page.asset("explorer.js"),),
        data=island.describe(corpus, title),
    )
