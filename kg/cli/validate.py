"""`kg validate`: whether a graph file keeps the rules."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from kg.cli.output import GraphFile, Json, Quiet, print_json, print_table, say

INVALID = 4


def validate(
    graph: GraphFile,
    *,
    articles: Annotated[
        list[str] | None,
        typer.Option("--articles", help="The articles: every quotation is looked up in them."),
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Check a graph file against the shapes, and its offsets; exit 4 if a rule is broken."""
    from kg.graph.validate import validate as check
    from kg.read import read

    texts = {document.name: document.text for document in read(articles or ())}
    report = check(graph, texts)
    if json:
        print_json([asdict(finding) for finding in report.findings])
    elif not report.valid:
        rows = ((f.place, f.message, f.value) for f in report.findings)
        print_table(("place", "rule that is broken", "value"), rows)
    if not report.valid:
        raise typer.Exit(INVALID)
    say(f"{graph}: keeps all rules", quiet=quiet)
