from __future__ import annotations

import json
from pathlib import Path

from kg.graph.files import read_corpus
from kg.model import Status
from kg.statistics import Count, statistics
from tests.statistics.world import claim, corpus

EXPORTS = Path(__file__).parents[2] / "exports" / "statements.jsonl"


def test_claims_are_counted_by_what_they_say_and_how() -> None:
    graph = corpus(
        claim("A", "attacks", "B", publisher="Wire"),
        claim("A", "attacks", "B", publisher="Wire", status=Status.NEGATED, by="A"),
        claim("A", "attacks", "B", by="B"),
        claim("A", "memberOf", "B", status=Status.PLANNED),
    )
    found = statistics(graph)
    assert found.claims == Count("all", "all", 4, 1, 1, 1, 1, 0, 0)
    assert found.counts == {
        "relation": (
            Count("attacks", "attacks", 3, 1, 1, 1, 0, 0, 0),
            Count("memberOf", "is a member of", 1, 0, 0, 0, 1, 0, 0),
        ),
        "plover": (
            Count("ASSAULT", "ASSAULT", 3, 1, 1, 1, 0, 0, 0),
            Count("", "no event", 1, 0, 0, 0, 1, 0, 0),
        ),
        "status": (
            Count("asserted", "asserted", 2, 1, 1, 0, 0, 0, 0),
            Count("negated", "negated", 1, 0, 0, 1, 0, 0, 0),
            Count("planned", "planned", 1, 0, 0, 0, 1, 0, 0),
        ),
        "speaker": (
            Count("", "the author", 2, 1, 0, 0, 1, 0, 0),
            Count("a", "A", 1, 0, 0, 1, 0, 0, 0),
            Count("b", "B", 1, 0, 1, 0, 0, 0, 0),
        ),
        "publisher": (
            Count("", "not named", 2, 0, 1, 0, 1, 0, 0),
            Count("Wire", "Wire", 2, 1, 0, 1, 0, 0, 0),
        ),
    }


def test_top_shortens_every_list_but_the_timeline() -> None:
    claims = [claim("A", "meets", f"B{n}", f"2023-0{n + 1}", publisher=str(n)) for n in range(5)]
    found = statistics(corpus(*claims), top=2)
    assert [len(part) for part in (found.actors, found.pairs, found.counts["publisher"])] == [2] * 3
    assert len(found.timeline.periods) == 5
    assert found.documents == found.claims.claims == 5


def test_the_exported_graph_is_counted_line_by_line() -> None:
    lines = [json.loads(line) for line in EXPORTS.read_text("utf-8").splitlines()]
    found = statistics(read_corpus(EXPORTS))
    assert found.claims.claims == len(lines)
    told = [e for e in lines if e["status"] == "asserted" and not e["attributed_to"]]
    assert found.claims.facts == len(told)
    scores = [e["plover"]["score"] for e in told if e["plover"]]
    assert found.weight.cooperation == sum(score for score in scores if score > 0)
    assert found.weight.conflict == -sum(score for score in scores if score < 0)


def test_statistics_are_plain_data() -> None:
    found = statistics(read_corpus(EXPORTS)).to_dict()
    assert json.loads(json.dumps(found))["timeline"]["unit"] == "month"
