"""GraphML for yEd, Gephi, igraph, networkx: a node an actor, an edge a statement.

Parallel edges are kept, each with the id of its statement; the relation is the `label` of the edge
element, by which Gephi tells parallel edges apart. The attributes are those of
`kg.graph.network.to_networkx`; lists become one text, their items parted by semicolons. Carries
how many claims say a thing, how they say it and who is quoted. Lacks claims one by one: sentences,
documents, dates but the first and the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.export.flat import cleaned_graph, scalars
from kg.graph.files import write_text
from kg.model import Corpus


def generate_graphml(corpus: Corpus) -> Iterator[str]:
    """The text of a GraphML file."""
    import networkx as nx
    from networkx.readwrite.graphml import GraphMLWriter

    whole = cleaned_graph(corpus)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id, data in whole.nodes(data=True):
        graph.add_node(id, **scalars(data))
    for subject, object_, key, data in whole.edges(keys=True, data=True):
        graph.add_edge(subject, object_, key=key, **scalars(data))
    writer = GraphMLWriter(graph)
    relations = {key: data["relation"] for *_, key, data in graph.edges(keys=True, data=True)}
    for edge in writer.xml.iter("edge"):
        edge.set("label", relations[edge.get("id")])
    # XML readers turn a bare carriage return into a line feed
    yield str(writer).replace("\r", "&#13;") + "\n"


def write_graphml(corpus: Corpus, path: Path) -> None:
    """Write a GraphML file."""
    write_text(generate_graphml(corpus), path)
