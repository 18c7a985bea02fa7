"""A picture drawn by pyvis, through our own template: all inlined, positions given, physics off, evidence on click."""

from __future__ import annotations

import json
from collections import defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.export.html import island, page
from kg.model import Corpus

if TYPE_CHECKING:
    from pyvis.network import Network

_SHAPES = {"state": "dot", "organisation": "square", "person": "ellipse", "place": "diamond", "thing": "triangle"}
_LIBRARY = ("lib", "vis-9.1.2", "vis-network.min.js")
# Colours that people who see no red or no green can tell apart; cooperation is blue, conflict orange.
_COLOURS = {
    "verbal cooperation": "#4a9bd4",
    "material cooperation": "#0b5394",
    "verbal conflict": "#d98a00",
    "material conflict": "#b83a0a",
    "static": "#7d848d",
}


def render(corpus: Corpus, title: str) -> str:
    """The pyvis page with the corpus in it."""
    data = island.describe(corpus, title)
    network = _network(data)
    nodes, edges, _, _, _, options = network.get_network_data()
    return page.fill(
        page.template("pyvis.html"),
        title=title,
        style=page.asset("pyvis.css"),
        scripts=(_library(), page.asset("pyvis.js")),
        data={**data, "network": {"nodes": nodes, "edges": edges, "options": json.loads(options)}},
    )


def _library() -> str:
    """The drawing library that pyvis ships."""
    file = files("pyvis").joinpath(*_LIBRARY)
    if not file.is_file():
        raise ExportError(f"this pyvis lacks {'/'.join(_LIBRARY)}: install pyvis 0.3.2")
    return file.read_text(encoding="utf-8").replace("</script", "<\\/script")


def _network(data: dict[str, Any]) -> Network:
    """The drawn actors with numbers for names, so that no text of an article becomes an identifier."""
    from pyvis.network import Network

    network = Network(directed=True)
    network.set_options(json.dumps(_OPTIONS))
    for index, actor in enumerate(data["actors"]):
        if actor["at"]:
            x, y = actor["at"]
            shape = _SHAPES[data["types"][actor["type"]]["shape"]]
            label = page.printable(actor["label"])[:60]
            network.add_node(index, label=label, x=x, y=y, shape=shape, physics=False)
    for (subject, object_), statements in _lines(data).items():
        relations = [data["relations"][data["statements"][s][2]] for s in statements]
        label = relations[0]["label"] if len(relations) == 1 else f"{len(relations)} relations"
        colour = _COLOURS[relations[0]["quad"]]
        network.add_edge(
            subject, object_, label=page.printable(label), color=colour, statements=statements
        )
    return network


def _lines(data: dict[str, Any]) -> dict[tuple[int, int], list[int]]:
    """Statements by ordered pair of drawn actors."""
    lines: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, (_, subject, _, object_) in enumerate(data["statements"]):
        if data["actors"][subject]["at"] and data["actors"][object_]["at"]:
            lines[subject, object_].append(index)
    return lines


_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False},
    "nodes": {"size": 12, "color": {"background": "#5b6673", "border": "#39414b"}},
    "edges": {
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.12},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
    },
}
