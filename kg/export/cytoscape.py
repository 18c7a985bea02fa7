"""Cytoscape JSON, for Cytoscape Desktop and Cytoscape.js: a node an actor, an edge a statement.

Parallel edges are kept. The attributes are those of `kg.graph.network.to_networkx`, lists as lists.
Lacks claims one by one: sentences, documents, dates but the first and the last.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.export.flat import cleaned_graph
from kg.graph.files import write_text
from kg.model import Corpus


def generate_cytoscape(corpus: Corpus) -> Iterator[str]:
    """The text of a Cytoscape JSON file, an element a line.

    `name` and `value` of a node serve Cytoscape Desktop and networkx.
    """
    graph = cleaned_graph(corpus)
    nodes = (
        data | {"id": id, "value": id, "name": data["label"]} for id, data in graph.nodes(data=True)
    )
    edges = (
        data | {"id": key, "key": key, "source": source, "target": target}
        for source, target, key, data in graph.edges(keys=True, data=True)
    )
    yield '{"data": [], "directed": true, "multigraph": true, "elements": {\n"nodes": [\n'
    yield _lines(nodes)
    yield '\n],\n"edges": [\n'
    yield _lines(edges)
    yield "\n]}}\n"


def write_cytoscape(corpus: Corpus, path: Path) -> None:
    """Write a Cytoscape JSON file."""
    write_text(generate_cytoscape(corpus), path)


def _lines(elements: Iterable[dict[str, Any]]) -> str:
    return ",\n".join(json.dumps({"data": data}, ensure_ascii=False) for data in elements)
