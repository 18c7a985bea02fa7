"""News articles in, a knowledge graph of who does what to whom out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.classification import classify

__all__ = ["classify"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Load what needs a language pipeline only when it is asked for."""
    if name == "classify":
        from kg.classification import classify

        return classify
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
