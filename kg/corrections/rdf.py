"""Corrections as RDF, in a named graph of their own, and back.

Everything that a correction says is its `kgo:content`, a line of a corrections file; the rest
serves queries: author, time, note, kind, what it undoes, and the actors and texts it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.corrections.actions import Correction, Differ, Undo
from kg.corrections.lines import line, parse
from kg.corrections.overlay import Overlay
from kg.errors import ExportError
from kg.graph import literals
from kg.graph.names import OWL, Names, kgo, node
from kg.graph.rdf import mark_quads


def corrections_graph(names: Names) -> NamedNode:
    """The named graph of corrections."""
    return names.of("graph", "corrections")


def overlay_quads(overlay: Overlay, names: Names) -> Iterator[Quad]:
    """The graph of corrections: every entry, and which actors are told apart by those that hold."""
    graph = corrections_graph(names)
    for number, entry in enumerate(overlay.entries, 1):
        yield from mark_quads(entry.mark, names, graph)
        for predicate, value in _about(entry, number, names):
            yield Quad(names.of("fix", entry.id), kgo(predicate), value, graph)
    for entry in overlay.in_force.values():
        if isinstance(entry.action, Differ):
            one, other = (names.of("actor", a.id) for a in (entry.action.one, entry.action.other))
            yield Quad(one, node(OWL + "differentFrom"), other, graph)


def overlay_of(contents: Iterable[tuple[int, str]]) -> Overlay:
    """The log whose entries have these numbers and contents."""
    ordered = sorted(contents)
    return Overlay().extend(parse(text, f"correction {number}") for number, text in ordered)


def overlay_from_rdf(quads: Iterable[Quad]) -> Overlay:
    """The log in a dataset; empty where it holds none."""
    numbers: dict[object, str] = {}
    contents: dict[object, str] = {}
    for quad in quads:
        for predicate, into in ((kgo("number"), numbers), (kgo("content"), contents)):
            if quad.predicate == predicate and isinstance(quad.object, Literal):
                into[quad.subject] = quad.object.value
    try:
        return overlay_of((int(numbers[this]), text) for this, text in contents.items())
    except (KeyError, ValueError) as error:
        raise ExportError(f"the graph of corrections lacks a number: {error}") from error


def _about(
    entry: Correction, number: int, names: Names
) -> Iterator[tuple[str, NamedNode | Literal]]:
    yield "number", literals.number(number)
    yield "correctionKind", kgo(entry.kind)
    yield "content", literals.text(line(entry))
    if entry.document:
        yield "correctedText", literals.text(entry.document)
    if isinstance(entry.action, Undo):
        yield "undoes", names.of("fix", entry.action.correction)
    for id in sorted(entry.actors):
        yield "concerns", names.of("actor", id)
