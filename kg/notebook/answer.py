"""The answer to a query, as a notebook shows it and as a data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.notebook import card
from kg.notebook.frames import library

if TYPE_CHECKING:
    import pandas as pd

    from kg.query import Result

_MOST = 50  # rows that a notebook shows


class Answer:
    """Rows of texts, IRIs shortened; `result` is the whole, with its terms."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.columns = result.head
        self.rows = [tuple(row) for row in result.table()]

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a data frame of texts; needs pandas."""
        frame: pd.DataFrame = library().DataFrame(self.rows, columns=list(self.columns))
        return frame

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"Answer({len(self.rows)} rows: {', '.join(self.columns)})"

    def _repr_html_(self) -> str:
        rest = len(self.rows) - _MOST
        more = f"<p>and {rest} more rows</p>" if rest > 0 else ""
        return f"<div>{card.table(self.columns, self.rows[:_MOST])}{more}</div>"
