"""`kg convert`: a graph file as another graph file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.export import Base, Complaints, Raw, To
from kg.cli.output import GraphFile, Quiet, say


def convert(
    source: GraphFile,
    target: Annotated[Path, typer.Argument(help="The file to write.", show_default=False)],
    *,
    to: To = None,
    base: Base = None,
    raw: Raw = False,
    quiet: Quiet = False,
) -> None:
    """Convert a graph file; the endings tell the formats. From RDF to RDF nothing is lost.

    A claim that cannot be written is named and left out.
    """
    from kg.export import convert as convert_file

    complaints = Complaints()
    safe = False if raw else None
    convert_file(source, target, to, base=base, safe=safe, report=complaints)
    say(f"wrote {target}", quiet=quiet)
    complaints.leave()
