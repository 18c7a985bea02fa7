"""PLOVER's gold records: one sentence, its source and its target -> the type of the event.

    python benchmarks/plover_gsr.py --data plover_gsr.jsonl

The records merge CONCEDE and RETREAT as YIELD, and were coded while PLOVER still followed the roots
of CAMEO: damage to property (171) is COERCE, territory taken (192) is ASSAULT.
"""

from __future__ import annotations

from typing import Any

from reporting import scored

from kg.classification import classify

_MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_ROOTS = {("destroys", "ASSAULT"): "COERCE", ("occupies", "COERCE"): "ASSAULT"}


def answer(gold: list[dict[str, Any]]) -> dict[str, Any]:
    """The type of each record, or None."""
    return {record["id"]: _root(record) for record in gold}


def _root(record: dict[str, Any]) -> dict[str, str] | None:
    found = classify(record["text"], record["source"], record["target"])
    if found is None or found.plover_type is None:
        return None
    type_ = _ROOTS.get((found.relation or "", found.plover_type), found.plover_type)
    return {"root": _MERGED.get(type_, type_)}


if __name__ == "__main__":
    scored("plv", answer, __doc__)
