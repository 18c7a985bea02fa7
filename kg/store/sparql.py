"""SPARQL text of terms and of changes; every store understands it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

Term = NamedNode | BlankNode | Literal | Triple
_ESCAPES = re.compile(r"\\\\([uU])|\\.")


def text(term: Term) -> str:
    r"""The term in SPARQL.

    Some readers resolve `\u` before they read the string, some while they do; a `u` behind a
    backslash is written so that both read the same.
    """
    return _ESCAPES.sub(_escaped, str(term)) if isinstance(term, Literal) else str(term)


def values(terms: Iterable[Term]) -> str:
    """The terms as a block of VALUES, in a fixed order."""
    return "{ " + " ".join(sorted(map(text, terms))) + " }"


@dataclass(frozen=True, slots=True)
class Change:
    """One transaction: graphs to drop, subjects to clear in a graph, quads to take and to give."""

    drop: tuple[NamedNode, ...] = ()
    clear: tuple[tuple[NamedNode, NamedNode], ...] = ()
    delete: tuple[Quad, ...] = ()
    insert: tuple[Quad, ...] = ()

    def within(self, graph: NamedNode) -> Change:
        """What of it is in a graph."""
        return self._part(lambda name: name == graph)

    def without(self, graph: NamedNode) -> Change:
        """What of it is not in a graph."""
        return self._part(lambda name: name != graph)

    def update(self) -> str:
        """The change as one SPARQL update; doing it twice is doing it once."""
        return " ;\n".join(self._operations())

    def _part(self, chosen: Callable[[object], bool]) -> Change:
        return Change(
            drop=tuple(graph for graph in self.drop if chosen(graph)),
            clear=tuple(pair for pair in self.clear if chosen(pair[0])),
            delete=tuple(quad for quad in self.delete if chosen(quad.graph_name)),
            insert=tuple(quad for quad in self.insert if chosen(quad.graph_name)),
        )

    def _operations(self) -> Iterator[str]:
        for graph in self.drop:
            yield f"DROP SILENT GRAPH {graph}"
        for graph, subject in self.clear:
            yield f"DELETE WHERE {{ GRAPH {graph} {{ {subject} ?p ?o }} }}"
        alone = [quad for quad in self.delete if _has_language(quad)]
        for some in ([quad for quad in self.delete if quad not in alone], *([q] for q in alone)):
            if some:
                yield f"DELETE DATA {{\n{_data(some)}}}"
        if self.insert:
            yield f"INSERT DATA {{\n{_data(self.insert)}}}"


def _has_language(quad: Quad) -> bool:
    """Whether Virtuoso 7.2 would overlook the quad when many are deleted at once."""
    return isinstance(quad.object, Literal) and quad.object.language is not None


def _data(quads: Iterable[Quad]) -> str:
    graphs: dict[str, list[str]] = defaultdict(list)
    for quad in dict.fromkeys(quads):
        line = f"{text(quad.subject)} {quad.predicate} {text(quad.object)} .\n"
        graphs["" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)].append(
            line
        )
    return "".join(
        f"GRAPH {graph} {{\n{''.join(lines)}}}\n" if graph else "".join(lines)
        for graph, lines in sorted(graphs.items())
    )


def _escaped(match: re.Match[str]) -> str:
    return rf"\\\u00{ord(match[1]):X}" if match[1] else match[0]
