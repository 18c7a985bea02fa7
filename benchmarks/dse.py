"""Directed sentiment between two entities of a sentence.

From the PLOVER scores of what it says between them.

    python benchmarks/dse.py --data dse_valid.jsonl

The answer is 1 or 2 where p or q is well disposed to the other, 3 or 4 where ill disposed, 0 where
neither is told: the sign of the
score of the likelier of both directions.
"""

from __future__ import annotations

from typing import Any

from reporting import scored

from kg.classification import Classification, classify

_SURE = 0.45


def answer(gold: list[dict[str, Any]]) -> dict[str, int]:
    """The label of each record."""
    return {record["id"]: _label(record) for record in gold}


def _label(record: dict[str, Any]) -> int:
    ways = [
        (classify(record["text"], record["p"], record["q"]), 1),
        (classify(record["text"], record["q"], record["p"]), 2),
    ]
    told = [
        (found, way)
        for found, way in ways
        if found and found.plover_score and found.confidence >= _SURE
    ]
    if not told:
        return 0
    found, way = max(told, key=lambda pair: _order(pair[0]))
    return way if (found.plover_score or 0) > 0 else way + 2


def _order(found: Classification) -> float:
    return found.confidence


if __name__ == "__main__":
    scored("dse", answer, __doc__)
