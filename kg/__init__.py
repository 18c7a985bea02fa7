"""News articles in, a knowledge graph of who does what to whom out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.classification import classify
    from kg.notebook import Graph

__all__ = ["Graph", "classify"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Load what needs heavy libraries only when it is asked for."""
    if name == "classify":
        from kg.classification import classify

        return classify
    if name == "Graph":
        from kg.notebook import Graph

        return Graph
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
