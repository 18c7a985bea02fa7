"""GEXF 1.3 for Gephi: a node an actor, an edge a statement, dates as spells.

Parallel edges are kept: their kind is the relation, by which Gephi tells them apart. Each dated
claim of a statement is a spell of its edge, from the first to the last day that its date covers; an
edge without spells is there at all times. The attributes are those of
`kg.graph.network.to_networkx`, lists as one text. Lacks sentences and documents.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from kg.export.flat import cleaned_graph, scalars
from kg.graph.files import write_text
from kg.model import Corpus, Statement, When

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta><creator>actorgraph</creator></meta>
  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
"""
_FOOT = "  </graph>\n</gexf>\n"
_TYPES = {str: "string", bool: "boolean", int: "integer", float: "double"}
_DATE = re.compile(r"([1-9]\d{3})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$", re.DOTALL)

Values = Mapping[str, str | int | float | bool]


def generate_gexf(corpus: Corpus) -> Iterator[str]:
    """The text of a GEXF file in chunks."""
    graph = cleaned_graph(corpus)
    spells = {statement.id: sorted(set(_spells(statement))) for statement in corpus.statements}
    nodes = [(id, scalars(data)) for id, data in graph.nodes(data=True)]
    edges = [(*ends, scalars(data)) for *ends, data in graph.edges(keys=True, data=True)]
    yield _HEAD
    yield from _attributes("node", (data for _, data in nodes))
    yield from _attributes("edge", (data for *_, data in edges))
    yield "    <nodes>\n"
    for id, data in nodes:
        yield from _element("node", {"id": id, "label": data["label"]}, data, ())
    yield "    </nodes>\n    <edges>\n"
    for source, target, id, data in edges:
        ends = {"id": id, "source": source, "target": target, "label": data["label"]}
        ends |= {"kind": data["relation"], "weight": data["claims"]}
        yield from _element("edge", ends, data, spells[id])
    yield "    </edges>\n" + _FOOT


def write_gexf(corpus: Corpus, path: Path) -> None:
    """Write a GEXF file."""
    write_text(generate_gexf(corpus), path)


def _attributes(kind: str, rows: Iterable[Values]) -> Iterator[str]:
    types = {name: _TYPES[type(value)] for row in rows for name, value in row.items()}
    yield f'    <attributes class="{kind}" mode="static">\n'
    for name, type_ in types.items():
        yield f'      <attribute id="{name}" title="{name}" type="{type_}"/>\n'
    yield "    </attributes>\n"


def _element(
    tag: str, head: Mapping[str, Any], data: Values, spells: Iterable[tuple[str, str]]
) -> Iterator[str]:
    yield f"      <{tag} {' '.join(f'{name}={_quoted(value)}' for name, value in head.items())}>\n"
    yield "        <attvalues>\n"
    for name, value in data.items():
        yield f'          <attvalue for="{name}" value={_quoted(value)}/>\n'
    yield "        </attvalues>\n"
    if spells := list(spells):
        yield "        <spells>\n"
        for start, end in spells:
            yield f'          <spell start="{start}" end="{end}"/>\n'
        yield "        </spells>\n"
    yield f"      </{tag}>\n"


def _quoted(value: Any) -> str:
    return quoteattr(str(value).lower() if isinstance(value, bool) else str(value))


def _spells(statement: Statement) -> Iterator[tuple[str, str]]:
    for claim in statement.claims:
        if (time := claim.claim.time) and (spell := _spell(time)):
            yield spell


def _spell(time: When) -> tuple[str, str] | None:
    """First and last day; None where the date is none."""
    first, last = _days(time.date), _days(time.end or time.date)
    if not first:
        return None
    return first[0], max(last, first)[1] if last else first[1]


def _days(date: str) -> tuple[str, str] | None:
    if not (parts := _DATE.match(date)):
        return None
    year, month, day = (int(part) if part else None for part in parts.groups())
    months = (month, month) if month is not None else (1, 12)
    if year is None or not all(1 <= number <= 12 for number in months):
        return None
    length = monthrange(year, months[1])[1]
    days = (day, day) if day is not None else (1, length)
    if not 1 <= days[0] <= length:
        return None
    first, last = (f"{year:04}-{m:02}-{d:02}" for m, d in zip(months, days, strict=True))
    return first, last
