"""Directed sentiment between two entities of a sentence, from what it says between them.

    python benchmarks/dse.py --data dse_valid.jsonl

The answer is 1 or 2 where p or q is well disposed to the other, 3 or 4 where ill disposed, 0 where
neither is told: the likelier of both directions, as far as its PLOVER type is a stance (`STANCES`).
Meetings, agreements, requests and the like are told of friends and of foes and show none; a word
that merely governs one of the two counts where it judges (`JUDGING`). The data set may cut a name
off ("[Democrat]s"); it is taken whole.
"""

from __future__ import annotations

import re
from typing import Any

from reporting import scored

from kg.classification import Classification, classify

STANCES = {
    **dict.fromkeys(("SUPPORT", "AID"), 1),
    **dict.fromkeys("ACCUSE REJECT THREATEN PROTEST SANCTION COERCE ASSAULT".split(), -1),
}
JUDGING = ("ACCUSE", "REJECT", "SUPPORT")
_SURE = 0.6


def answer(gold: list[dict[str, Any]]) -> dict[str, int]:
    """The label of each record."""
    return {record["id"]: _label(record) for record in gold}


def _label(record: dict[str, Any]) -> int:
    text, first, second = record["text"], _whole(record, "p"), _whole(record, "q")
    ways = [(classify(text, first, second), 1), (classify(text, second, first), 2)]
    told = [(found, way) for found, way in ways if found and _is_stance(found)]
    if not told:
        return 0
    found, way = max(told, key=lambda pair: pair[0].confidence)
    return way if STANCES[found.plover_type or ""] > 0 else way + 2


def _whole(record: dict[str, Any], side: str) -> str:
    """The name with the rest of its last word."""
    name = str(record[side])
    rest = re.search(re.escape(f"[{name}]") + r"(\w*)", record["marked"])
    return name + (rest[1] if rest and not name.endswith(("'", "’")) else "")


def _is_stance(found: Classification) -> bool:
    judged = found.relation is not None or found.plover_type in JUDGING
    return found.plover_type in STANCES and judged and found.confidence >= _SURE


if __name__ == "__main__":
    scored("dse", answer, __doc__)
