"""What people correct in a graph, as data: a log that is applied anew after every extraction."""

from kg.corrections.actions import Correction, Kind
from kg.corrections.apply import Applied, apply
from kg.corrections.fates import Fate, State
from kg.corrections.lines import read_corrections, write_corrections
from kg.corrections.overlay import Overlay

__all__ = [
    "Applied",
    "Correction",
    "Fate",
    "Kind",
    "Overlay",
    "State",
    "apply",
    "read_corrections",
    "write_corrections",
]
