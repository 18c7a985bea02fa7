"""CSV and TSV for spreadsheets and data frames: one row a claim, the first row names the columns.

A row carries the claim with both actors, its document, date, status, speaker and sentence. Lacks
actors and documents of which no claim speaks, aliases of actors, reasons of matches and the places
of names inside the sentence.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from kg.export.rows import COLUMNS, Cell, claim_rows
from kg.graph.cells import safe_cell
from kg.graph.files import write_text
from kg.model import Corpus


def generate_csv(corpus: Corpus, *, safe: bool = True) -> Iterator[str]:
    """The rows of a CSV file (RFC 4180 with line feeds).

    With `safe`, text that a spreadsheet may run as a formula gets a ' in front.
    """
    yield from _generate(corpus, ",", safe=safe)


def write_csv(corpus: Corpus, path: Path, *, safe: bool = True) -> None:
    """Write a CSV file."""
    write_text(generate_csv(corpus, safe=safe), path)


def generate_tsv(corpus: Corpus, *, safe: bool = True) -> Iterator[str]:
    """The rows of a TSV file; a cell that holds a tab, a line feed or a quote stands in quotes.

    With `safe`, text that a spreadsheet may run as a formula gets a ' in front.
    """
    yield from _generate(corpus, "\t", safe=safe)


def write_tsv(corpus: Corpus, path: Path, *, safe: bool = True) -> None:
    """Write a TSV file."""
    write_text(generate_tsv(corpus, safe=safe), path)


def _generate(corpus: Corpus, delimiter: str, *, safe: bool) -> Iterator[str]:
    yield _line(COLUMNS, delimiter)
    for row in claim_rows(corpus):
        yield _line([_text(row[column], safe=safe) for column in COLUMNS], delimiter)


def _line(cells: list[str], delimiter: str) -> str:
    buffer = io.StringIO(newline="")
    # a lone carriage return ends a line for many readers, so it is quoted as a line feed is
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n") + "\n"


def _text(cell: Cell, *, safe: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return safe_cell(cell) if safe and isinstance(cell, str) else str(cell)
