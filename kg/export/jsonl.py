"""JSON Lines, the exchange file: one claim a line, with its evidence.

Carries every claim with its actors, document and evidence, each text as it is. Lacks actors and
documents of which no claim speaks, and of a text all that no claim quotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.graph.files import write_text
from kg.graph.statements import generate_statements, read_statements
from kg.model import Corpus


def generate_jsonl(corpus: Corpus) -> Iterator[str]:
    """The lines of the exchange file."""
    yield from generate_statements(corpus)


def write_jsonl(corpus: Corpus, path: Path) -> None:
    """Write an exchange file."""
    write_text(generate_jsonl(corpus), path)


def read_jsonl(path: Path) -> Corpus:
    """The corpus of an exchange file."""
    return read_statements(path)
