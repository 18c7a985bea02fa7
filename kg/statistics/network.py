"""Who is central, and who belongs together, in the network of facts.

Two actors are linked by the facts between them, cooperation and conflict alike; the weight of a
link is the number of facts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Actor
from kg.statistics.facts import Report

if TYPE_CHECKING:
    import networkx as nx

SEED = 20230908
_EXACT, _SAMPLE = 500, 100  # more actors than this: betweenness from a sample of them
_DAMPING, _ROUNDS, _CLOSE = 0.85, 200, 1e-12


@dataclass(frozen=True, slots=True)
class ActorMeasures:
    """An actor's place in the network.

    `facts` counts the facts that it takes part in; `out_strength` those in which it is the doer and
    `in_strength` those in which it is done to (facts without direction, such as a meeting, count
    in both); `degree` the actors that it shares facts with. `betweenness` is the share of shortest
    paths between others that lead through it, `pagerank` its part of the attention that flows
    along the facts from doers to those done to. `community` numbers the group that it belongs to.
    """

    id: str
    label: str
    type: str
    facts: int
    out_strength: int
    in_strength: int
    degree: int
    betweenness: float
    pagerank: float
    community: int


@dataclass(frozen=True, slots=True)
class Community:
    """Actors with more facts among them than with others; those with most facts come first."""

    number: int
    actors: tuple[str, ...]
    labels: tuple[str, ...]


def measures(facts: Iterable[Report]) -> list[ActorMeasures]:
    """The measures of every actor of these facts; those with most facts come first."""
    facts = list(facts)
    taken = Counter(id for fact in facts for id in sorted(fact.ends))
    out, into, arcs = _strengths(facts)
    graph = _links(facts)
    between, rank, groups = _betweenness(graph), pagerank(arcs), _grouped(graph)
    actors = _actors(facts)
    rows = (
        ActorMeasures(
            id=id,
            label=actor.label,
            type=actor.type,
            facts=taken[id],
            out_strength=out[id],
            in_strength=into[id],
            degree=graph.degree(id),
            betweenness=round(between[id], 4),
            pagerank=round(rank[id], 4),
            community=groups[id],
        )
        for id, actor in actors.items()
    )
    return sorted(rows, key=lambda row: (-row.facts, row.id))


def communities(rows: Iterable[ActorMeasures]) -> list[Community]:
    """The communities that the rows tell of, in order of their numbers."""
    members: dict[int, list[ActorMeasures]] = defaultdict(list)
    for row in rows:
        members[row.community].append(row)
    return [
        Community(number, tuple(row.id for row in group), tuple(row.label for row in group))
        for number, group in sorted(members.items())
    ]


def pagerank(arcs: Mapping[tuple[str, str], int]) -> dict[str, float]:
    """PageRank with damping .85; who passes nothing on gives to all alike."""
    nodes = sorted({end for arc in arcs for end in arc})
    given: Counter[str] = Counter()
    ordered = sorted(arcs.items())
    for (source, _), weight in ordered:
        given[source] += weight
    rank = dict.fromkeys(nodes, 1 / max(len(nodes), 1))
    for _ in range(_ROUNDS):
        kept = sum(rank[node] for node in nodes if not given[node])
        new = dict.fromkeys(nodes, (1 - _DAMPING + _DAMPING * kept) / max(len(nodes), 1))
        for (source, target), weight in ordered:
            new[target] += _DAMPING * rank[source] * weight / given[source]
        moved = sum(abs(new[node] - rank[node]) for node in nodes)
        rank = new
        if moved < _CLOSE:
            break
    return rank


def _actors(facts: Iterable[Report]) -> dict[str, Actor]:
    return {actor.id: actor for fact in facts for actor in (fact.subject, fact.object)}


def _strengths(
    facts: Iterable[Report],
) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    """Facts by doer, by who is done to, and by both; one without direction goes both ways."""
    arcs: Counter[tuple[str, str]] = Counter()
    for fact in facts:
        arcs[fact.subject.id, fact.object.id] += 1
        if fact.relation["symmetric"]:
            arcs[fact.object.id, fact.subject.id] += 1
    out: Counter[str] = Counter()
    into: Counter[str] = Counter()
    for (source, target), weight in arcs.items():
        out[source] += weight
        into[target] += weight
    return out, into, arcs


def _links(facts: Iterable[Report]) -> nx.Graph[str]:
    """The actors and the links between them, in the order of their ids."""
    import networkx as nx

    weights = Counter(tuple(sorted(fact.ends)) for fact in facts)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({end for pair in weights for end in pair}))
    for (a, b), weight in sorted(weights.items()):
        graph.add_edge(a, b, weight=weight)
    return graph


def _betweenness(graph: nx.Graph[str]) -> dict[str, float]:
    import networkx as nx

    sample = _SAMPLE if len(graph) > _EXACT else None
    found: dict[str, float] = nx.betweenness_centrality(graph, k=sample, seed=SEED)
    return found


def _grouped(graph: nx.Graph[str]) -> dict[str, int]:
    """The number of each actor's community (Louvain, always the same); the largest is 1."""
    import networkx as nx

    names = list(graph)
    numbered = nx.relabel_nodes(graph, {name: n for n, name in enumerate(names)})
    found = nx.community.louvain_communities(numbered, weight="weight", seed=SEED)
    ordered = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    return {names[n]: number for number, group in enumerate(ordered, 1) for n in group}
