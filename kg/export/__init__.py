"""A corpus as files: one module a format, found by the name of the format or by the file's ending.

Every module has verbs as in networkx's `readwrite`: `generate_X(corpus)` gives the text in chunks,
`write_X(corpus, path)` writes a whole file or none, and `read_X(path)` stands where the format
carries all that a corpus holds.
"""

from __future__ import annotations

from kg.export.formats import FORMATS, Format, format_of, named
from kg.export.writing import convert, corpus_of, generate, load, read, write, write_folder

__all__ = [
    "FORMATS",
    "Format",
    "convert",
    "corpus_of",
    "format_of",
    "generate",
    "load",
    "named",
    "read",
    "write",
    "write_folder",
]
