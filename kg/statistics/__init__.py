"""A graph in numbers and pictures: centrality, communities, cooperation and conflict, counts."""

from kg.statistics.balance import PairBalance, Period, Timeline, Unit, Weight
from kg.statistics.counts import Count
from kg.statistics.facts import Scope
from kg.statistics.network import ActorMeasures, Community
from kg.statistics.summary import Statistics, statistics

__all__ = [
    "ActorMeasures",
    "Community",
    "Count",
    "PairBalance",
    "Period",
    "Scope",
    "Statistics",
    "Timeline",
    "Unit",
    "Weight",
    "statistics",
]
