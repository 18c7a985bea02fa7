"""What a person works with in a notebook or a script: one object for a graph."""

from kg.notebook.graph import Graph

__all__ = ["Graph"]
