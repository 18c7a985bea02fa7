"""The network of a corpus with texts that every format can write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.export.rows import joined
from kg.graph.literals import clean
from kg.graph.network import to_networkx
from kg.model import Corpus

if TYPE_CHECKING:
    import networkx as nx


def cleaned_graph(corpus: Corpus) -> nx.MultiDiGraph[str]:
    """The network as `kg.graph.network` makes it, unwritable characters replaced; edges by key."""
    import networkx as nx

    whole = to_networkx(corpus)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id, data in whole.nodes(data=True):
        graph.add_node(clean(id), **_cleaned(data))
    for subject, object_, key, data in sorted(whole.edges(keys=True, data=True), key=_key):
        graph.add_edge(clean(subject), clean(object_), key=key, **_cleaned(data))
    return graph


def scalars(data: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    """Attributes as single values: lists joined, what is None left out."""
    values = {key: joined(v) if isinstance(v, list) else v for key, v in data.items()}
    return {key: value for key, value in values.items() if value is not None}


def _key(edge: tuple[str, str, str, Mapping[str, Any]]) -> str:
    return edge[2]


def _cleaned(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _value(value) for key, value in data.items()}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return [clean(item) for item in value]
    return clean(value) if isinstance(value, str) else value
