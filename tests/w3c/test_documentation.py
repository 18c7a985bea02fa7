from __future__ import annotations

import re
from pathlib import Path

from tests.w3c.lists import PASSES, failures

TABLE = {
    "SPARQL 1.1 queries": ["sparql-query"],
    "SPARQL 1.1 queries, with entailment": ["sparql-entailment"],
    "SPARQL 1.1 syntax of queries": ["sparql-syntax"],
    "SPARQL 1.1 updates": ["sparql-update"],
    "SPARQL 1.1 syntax of updates": ["sparql-update-syntax"],
    "SPARQL 1.1 Protocol": ["sparql-protocol"],
    "Graph Store Protocol": ["graph-store"],
    "Service Description": ["service-description"],
    "Turtle, TriG, N-Triples, N-Quads": [
        f"rdf-{name}" for name in ("turtle", "trig", "n-triples", "n-quads")
    ],
    "RDF/XML": ["rdf-xml"],
}


def test_the_documentation_counts_what_the_lists_hold() -> None:
    text = (Path(__file__).parents[2] / "docs" / "standards.md").read_text()
    found = re.findall(r"^\| (.*) \| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    assert found == [(name, *map(str, counted(suites))) for name, suites in TABLE.items()]


def counted(suites: list[str]) -> tuple[int, int]:
    """How many tests pass, of how many."""
    listed = sum(len((PASSES / f"{name}.txt").read_text().splitlines()) for name in suites)
    return listed, listed + sum(len(failures().get(name, {})) for name in suites)
