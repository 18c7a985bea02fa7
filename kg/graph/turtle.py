"""Turtle and TriG for people: sorted, a predicate a line, lists and blank nodes in place.

Equal graphs give equal bytes: a blank node that needs a label gets its canonical one (RDFC-1.0).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Triple,
)

from kg.graph.names import RDF, XSD

Term = NamedNode | BlankNode | Literal | Triple
Graph = dict[Term, dict[NamedNode, list[Term]]]
Graphs = dict[Term | DefaultGraph, list[Quad]]
FIRST, REST, NIL = (NamedNode(RDF + name) for name in ("first", "rest", "nil"))
DEEPEST = 50  # blank nodes written inside one another
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# controls, and marks that change the direction of text: a reader would not see what is there
_UNSAFE = re.compile(
    '[\\\\"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]'
)
_HEX = "%[0-9A-Fa-f]{2}"
_LOCAL = re.compile(
    f"(?:[A-Za-z0-9_]|{_HEX})(?:(?:[A-Za-z0-9_.-]|{_HEX})*(?:[A-Za-z0-9_-]|{_HEX}))?$"
)
_BARE = {
    XSD + "integer": re.compile(r"[+-]?\d+$"),
    XSD + "decimal": re.compile(r"[+-]?\d*\.\d+$"),
    XSD + "boolean": re.compile("(?:true|false)$"),
}


def generate_turtle(
    quads: Iterable[Quad], prefixes: Mapping[str, str], writer: type[Writer] | None = None
) -> Iterator[str]:
    """The union of all graphs as Turtle, in chunks of text; `writer` may know other ways."""
    return generate_trig((Quad(*quad.triple) for quad in quads), prefixes, writer)


def generate_trig(
    quads: Iterable[Quad], prefixes: Mapping[str, str], writer: type[Writer] | None = None
) -> Iterator[str]:
    """All graphs as TriG, in chunks of text; the default graph comes first."""
    graphs = _stable(_by_graph(quads))
    writing = (writer or Writer)(prefixes, _shared(graphs))
    chunks = [
        chunk
        for name in sorted(graphs, key=_graph_key)
        for chunk in writing.graph(name, graphs[name])
    ]
    yield from writing.head()
    yield from chunks


def _order(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _by_graph(quads: Iterable[Quad]) -> Graphs:
    graphs: Graphs = defaultdict(list)
    for quad in dict.fromkeys(quads):
        graphs[quad.graph_name].append(quad)
    return graphs


def _graph_key(name: Term | DefaultGraph) -> tuple[bool, str]:
    return not isinstance(name, DefaultGraph), str(name)


def _stable(graphs: Graphs) -> Graphs:
    """The same graphs; where a blank node must be written with a label, all have canonical ones."""
    shared = frozenset(_shared(graphs))
    if not any(_labelled(quads, shared) for quads in graphs.values()):
        return graphs
    dataset = Dataset(quad for quads in graphs.values() for quad in quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return _by_graph(dataset)


def _labelled(quads: list[Quad], shared: frozenset[Term]) -> bool:
    blank = _blank_nodes(quads)
    if not blank:
        return False
    nodes = _grouped(quads)
    return bool(blank - _inline(nodes, shared) - _anonymous(nodes, shared))


def _shared(graphs: Graphs) -> set[Term]:
    """Blank nodes that are not one graph's own."""
    homes: dict[Term, set[Term | DefaultGraph]] = defaultdict(set)
    for name, quads in graphs.items():
        for term in _blank_nodes(quads):
            homes[term].add(name)
    return {term for term, names in homes.items() if len(names) > 1 or term in graphs}


def _blank_nodes(quads: list[Quad]) -> set[Term]:
    return {
        term
        for quad in quads
        for term in (quad.subject, quad.object)
        if isinstance(term, BlankNode)
    }


class Writer:
    """Writes the graphs of one file; collects the prefixes that it uses."""

    def __init__(self, prefixes: Mapping[str, str], shared: Iterable[Term] = ()) -> None:
        self.shared = frozenset(shared)
        self.by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}
        self.used: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.nodes: Graph = {}
        self.inline: set[Term] = set()

    def head(self) -> Iterator[str]:
        """The prefixes that were used."""
        for prefix, namespace in sorted(self.used.items()):
            yield f"@prefix {prefix}: <{namespace}> .\n"

    def graph(self, name: Term | DefaultGraph, quads: list[Quad]) -> Iterator[str]:
        """One graph of a TriG file."""
        if isinstance(name, DefaultGraph):
            yield from ("\n" + block for block in self.blocks(quads, ""))
            return
        yield f"\n{self.term(name)} {{\n"
        yield "\n".join(self.blocks(quads, "    "))
        yield "}\n"

    def blocks(self, quads: list[Quad], indent: str) -> Iterator[str]:
        """A block of text for each subject that is not written in place."""
        self.nodes = _grouped(quads)
        self.inline = _inline(self.nodes, self.shared)
        anonymous = _anonymous(self.nodes, self.shared)
        for subject in sorted(self.nodes.keys() - self.inline - anonymous, key=_order):
            yield self.block(self.term(subject), subject, indent)
        yield from sorted(self.block("[]", subject, indent) for subject in anonymous)

    def block(self, name: str, subject: Term, indent: str) -> str:
        """What is said of one subject."""
        return f"{indent}{name} " + f" ;\n{indent}    ".join(self.predicates(subject)) + " .\n"

    def predicates(self, subject: Term) -> Iterator[str]:
        """Each predicate of a subject with its objects."""
        named = {
            self.verb(predicate): objects for predicate, objects in self.nodes[subject].items()
        }
        for name in sorted(named, key=lambda name: (name != "a", name)):
            yield f"{name} {', '.join(sorted(self.object(term) for term in named[name]))}"

    def verb(self, predicate: NamedNode) -> str:
        """A predicate, with `a` for rdf:type."""
        return "a" if predicate.value == RDF + "type" else self.term(predicate)

    def object(self, term: Term) -> str:
        """An object; single-use blank nodes are written in place."""
        if term not in self.inline:
            return self.term(term)
        if (items := self.list(term)) is not None:
            return f"( {' '.join(map(self.object, items))} )"
        return f"[ {' ; '.join(self.predicates(term))} ]"

    def list(self, head: Term) -> list[Term] | None:
        """The items of a list whose cells are all written in place; None if it is none."""
        items: list[Term] = []
        while head != NIL:
            if head not in self.inline or not _is_cell(self.nodes[head]):
                return None
            items.append(self.nodes[head][FIRST][0])
            head = self.nodes[head][REST][0]
        return items

    def term(self, term: Term) -> str:
        """A term on its own."""
        if isinstance(term, NamedNode):
            return self.names.get(term.value) or self.names.setdefault(
                term.value, self.name(term.value)
            )
        if isinstance(term, Triple):
            ends = (term.subject, term.predicate, term.object)
            return f"<<( {' '.join(map(self.term, ends))} )>>"
        return self.literal(term) if isinstance(term, Literal) else str(term)

    def name(self, iri: str) -> str:
        """An IRI, shortened by a prefix where the rest can stand as it is."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self.by_namespace.get(iri[:cut])
        if prefix is None or not _LOCAL.match(iri[cut:]):
            return f"<{iri}>"
        self.used[prefix] = iri[:cut]
        return f"{prefix}:{iri[cut:]}"

    def literal(self, literal: Literal) -> str:
        """A literal; numbers and booleans stand bare."""
        bare = _BARE.get(literal.datatype.value)
        if bare and bare.match(literal.value):
            return literal.value
        text = f'"{_UNSAFE.sub(_escape, literal.value)}"'
        if literal.language or literal.datatype.value == XSD + "string":
            return text + (f"@{literal.language}" if literal.language else "")
        return f"{text}^^{self.term(literal.datatype)}"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _grouped(quads: list[Quad]) -> Graph:
    nodes: Graph = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        nodes[quad.subject][quad.predicate].append(quad.object)
    return nodes


def _anonymous(nodes: Graph, shared: frozenset[Term]) -> set[Term]:
    """Blank nodes that nothing points to."""
    blank: set[Term] = {node for node in nodes if isinstance(node, BlankNode)}
    if not blank:
        return set()
    used = {term for values in nodes.values() for objects in values.values() for term in objects}
    return blank - used - shared


def _is_cell(predicates: Mapping[NamedNode, list[Term]]) -> bool:
    return predicates.keys() == {FIRST, REST} and all(len(v) == 1 for v in predicates.values())


def _inline(nodes: Graph, shared: frozenset[Term]) -> set[Term]:
    """Blank nodes to write in place: used once, not deep, and not below themselves."""
    blank = {node for node in nodes if isinstance(node, BlankNode)} - shared
    if not blank:
        return set()
    uses = Counter(
        term for values in nodes.values() for objects in values.values() for term in objects
    )
    once: set[Term] = {node for node in blank if uses[node] == 1}
    cells = _cells(nodes, once)
    reached: set[Term] = set()
    stack: list[tuple[Term, int]] = [(node, 0) for node in nodes if node not in once]
    while stack:
        node, depth = stack.pop()
        for predicate, objects in nodes[node].items():
            for term in (term for term in set(objects) if term in once and term not in reached):
                below = depth + (predicate != REST or term not in cells)
                if below <= DEEPEST:
                    reached.add(term)
                stack.append((term, below if below <= DEEPEST else 0))
    return reached


def _cells(nodes: Graph, once: set[Term]) -> set[Term]:
    """The cells of lists that are whole, found from their ends."""
    before = {nodes[cell][REST][0]: cell for cell in once if _is_cell(nodes[cell])}
    ends = [cell for cell in once if _is_cell(nodes[cell]) and nodes[cell][REST][0] == NIL]
    cells: set[Term] = set()
    while ends:
        cells.add(cell := ends.pop())
        if cell in before:
            ends.append(before[cell])
    return cells
