"""Writes exports/SHA256SUMS: checksums of the graph in the formats that are not committed.

    python -m tests.tools.checksums exports

They are too large to keep; `kg export exports/graph.trig -o graph.nt` makes the file again, and
`sha256sum --check --ignore-missing exports/SHA256SUMS` compares. A Ladybug database is left out:
its bytes are the database's own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.export import FORMATS, corpus_of, write
from kg.export.writing import FILES
from kg.graph.files import read_rdf, write_text

SUMS = "SHA256SUMS"
_LEFT_OUT = {*FILES.values(), "ladybug"}


def checksums(folder: Path) -> list[str]:
    """A line a file, as `sha256sum` writes it, for the graph in a folder that `kg build` wrote."""
    graph = read_rdf(folder / "graph.trig")
    corpus = corpus_of(graph)
    with TemporaryDirectory() as name:
        for known in FORMATS.values():
            if known.name not in _LEFT_OUT:
                write(graph if known.rdf else corpus, Path(name) / f"graph{known.endings[0]}")
        return list(_lines(Path(name)))


def _lines(folder: Path) -> Iterator[str]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"


if __name__ == "__main__":
    exports = Path(sys.argv[1])
    write_text(checksums(exports), exports / SUMS)
    print(f"wrote {exports / SUMS}")
