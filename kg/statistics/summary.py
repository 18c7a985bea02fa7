"""A graph in numbers, all together."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from kg.model import Corpus
from kg.statistics import balance, counts, facts, network
from kg.statistics.balance import PairBalance, Timeline, Unit, Weight
from kg.statistics.counts import Count
from kg.statistics.facts import Scope
from kg.statistics.network import ActorMeasures, Community


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a graph holds, who is central in it, and how its actors get on.

    `claims` is the count of all, by how they are told, and `documents` the articles that they
    stand in; `weight` what the facts weigh together. The keys of `counts` are relation, plover,
    status, speaker and publisher.
    """

    documents: int
    claims: Count
    weight: Weight
    actors: tuple[ActorMeasures, ...]
    communities: tuple[Community, ...]
    pairs: tuple[PairBalance, ...]
    timeline: Timeline
    counts: dict[str, tuple[Count, ...]]

    def to_dict(self) -> dict[str, Any]:
        """The same as plain dictionaries and lists, ready for JSON."""
        return asdict(self)


def statistics(
    corpus: Corpus,
    scope: Scope | None = None,
    *,
    unit: Unit | None = None,
    top: int | None = None,
) -> Statistics:
    """The statistics of a corpus.

    Only facts link actors, weigh and make time lines: what an author tells as fact. What is
    quoted, negated, planned, supposed or questioned is counted as such and nowhere else. Measures
    and communities are those of the whole network within the dates of `scope`; its actor or pair
    chooses what is shown. `unit` is that of the timeline; `top` shortens every list but it.
    """
    scope = scope or Scope()
    everything = facts.reports(corpus, scope)
    found = facts.shown(everything, corpus, scope)
    told = [report for report in found if report.is_fact]
    rows = network.measures(report for report in everything if report.is_fact)
    groups = network.communities(rows)
    ends = {end for report in told for end in report.ends}
    rows = [row for row in rows if row.id in ends]
    kept = {row.community for row in rows}
    return Statistics(
        documents=len({(r.claim.document.id, r.claim.document.name) for r in found}),
        claims=counts.total(found),
        weight=balance.weight(told),
        actors=tuple(rows[:top]),
        communities=tuple([group for group in groups if group.number in kept][:top]),
        pairs=tuple(balance.pairs(told)[:top]),
        timeline=balance.timeline(told, unit),
        counts={name: tuple(kind[:top]) for name, kind in counts.counts(found).items()},
    )
