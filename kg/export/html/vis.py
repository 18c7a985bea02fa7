"""A picture drawn by pyvis through our own template.

All is inlined, positions are given, physics is off, a click shows the evidence.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from importlib.resources import files
from math import isqrt
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.export.html import island, page
from kg.model import Corpus

if TYPE_CHECKING:
    from pyvis.network import Network  # type: ignore[import-untyped]

_SHAPES = {
    "state": "dot",
    "organisation": "square",
    "person": "triangle",
    "place": "hexagon",
    "thing": "diamond",
}
# States, organisations and persons are solid, each of its own grey; places and other things hollow.
_GREYS = {"state": "#33404e", "organisation": "#5d6b7a", "person": "#8693a1"}
_HOLLOW = {"background": "#ffffff", "border": "#5d6b7a"}
_LABELLED = 40
_LIBRARY = ("lib", "vis-9.1.2", "vis-network.min.js")
# Told apart by people who see no red or no green; cooperation is blue, conflict orange.
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
    """The drawn actors, numbered: no text of an article becomes an identifier."""
    from pyvis.network import Network

    network = Network(directed=True)
    network.set_options(json.dumps(_OPTIONS))
    lines = _lines(data)
    strength = Counter(end for pair, statements in lines.items() for end in pair * len(statements))
    for index in sorted(strength):
        _add_actor(network, index, data, strength[index])
    asserted = {claim["of"] for claim in data["claims"] if claim["status"] == "asserted"}
    for pair, statements in lines.items():
        line = _line(statements, data, is_labelled=len(lines) <= _LABELLED)
        network.add_edge(*pair, **line, dashes=asserted.isdisjoint(statements))
    return network


def _add_actor(network: Network, index: int, data: dict[str, Any], strength: int) -> None:
    actor = data["actors"][index]
    kind = data["types"][actor["type"]]["shape"]
    label = page.printable(actor["label"])[:60]
    x, y = (1.15 * value for value in actor["at"])
    size, font = min(22, 6 + 2 * isqrt(strength)), min(26, 14 + 2 * isqrt(strength))
    network.add_node(
        index, label=label, x=x, y=y, shape=_SHAPES[kind], size=size, font={"size": font},
        color=_GREYS.get(kind, _HOLLOW), borderWidth=2,
    )  # fmt: skip


def _line(statements: list[int], data: dict[str, Any], *, is_labelled: bool) -> dict[str, Any]:
    relations = [data["relations"][data["statements"][s][2]] for s in statements]
    label = relations[0]["label"] if len(relations) == 1 else f"{len(relations)} relations"
    return {
        "label": page.printable(label) if is_labelled else "",
        "color": _COLOURS[relations[0]["quad"]],
        "width": min(6, 1.5 + len(statements) // 2),
        "statements": statements,
    }


def _lines(data: dict[str, Any]) -> dict[tuple[int, int], list[int]]:
    """Statements by ordered pair of drawn actors."""
    lines: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, (_, subject, _, object_) in enumerate(data["statements"]):
        if data["actors"][subject]["at"] and data["actors"][object_]["at"]:
            lines[subject, object_].append(index)
    return lines


_FACE = 'system-ui, "Segoe UI", "Noto Sans", Roboto, sans-serif'
_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False},
    "nodes": {
        "font": {"face": _FACE, "color": "#17212b", "strokeWidth": 5, "strokeColor": "#ffffff"},
        "widthConstraint": {"maximum": 190},
    },
    "edges": {
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.12},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.6}},
        "font": {"face": _FACE, "size": 13, "strokeWidth": 4, "strokeColor": "#ffffff"},
        "hoverWidth": 1,
    },
}
