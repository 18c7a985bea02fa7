"""Corrections in a file beside a graph file."""

from __future__ import annotations

from pathlib import Path

from kg.corrections.desk import Desk
from kg.corrections.lines import read_corrections, write_corrections
from kg.corrections.overlay import Overlay
from kg.graph.files import read_corpus


class FileBook:
    """A graph file, and the file that holds the corrections of it; it need not be there yet."""

    def __init__(self, graph: Path, corrections: Path) -> None:
        self.graph, self.corrections = graph, corrections

    def desk(self) -> Desk:
        """What the graph file says, and what was decided."""
        return Desk(read_corpus(self.graph), self.overlay)

    @property
    def overlay(self) -> Overlay:
        """The corrections that the file holds."""
        return read_corrections(self.corrections) if self.corrections.exists() else Overlay()

    def keep(self, overlay: Overlay) -> None:
        """Write the entries that the file lacks behind those that it holds."""
        write_corrections(self.overlay.extend(overlay.entries), self.corrections)
