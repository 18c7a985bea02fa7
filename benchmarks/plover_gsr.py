"""PLOVER's gold records: one sentence, its source and its target -> the type of the event.

    python benchmarks/plover_gsr.py --data plover_gsr.jsonl

The records merge CONCEDE and RETREAT as YIELD.
"""

from __future__ import annotations

from typing import Any

from reporting import scored

from kg.classification import classify

_MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def answer(gold: list[dict[str, Any]]) -> dict[str, Any]:
    """The type of each record, or None."""
    return {record["id"]: _root(record) for record in gold}


def _root(record: dict[str, Any]) -> dict[str, str] | None:
    found = classify(record["text"], record["source"], record["target"])
    if found is None or found.plover_type is None:
        return None
    return {"root": _MERGED.get(found.plover_type, found.plover_type)}


if __name__ == "__main__":
    scored("plv", answer, __doc__)
