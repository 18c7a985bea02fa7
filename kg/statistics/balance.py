"""Cooperation and conflict, weighed by the scores of PLOVER's types: a pair, and over time.

Only facts weigh, and of these only events: memberships and offices have no score. Cooperation is
the sum of the positive scores, conflict that of the negative ones, as a positive number; the
balance is (cooperation - conflict) / (cooperation + conflict), from -1 (conflict alone) to 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.statistics.facts import Report

Unit = Literal["day", "month", "year"]
UNITS: dict[Unit, int] = {"day": 10, "month": 7, "year": 4}  # letters of an ISO date
_MOST = 60  # periods of a timeline whose unit is chosen


@dataclass(frozen=True, slots=True)
class Weight:
    """What some facts weigh; `mean` is the mean score, None where no fact has one."""

    facts: int
    scored: int
    cooperation: float
    conflict: float
    balance: float | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class PairBalance:
    """What passes between two actors.

    `forth` is the sum of the scores of what the first does to the second and `back` of the
    reverse; what has no direction counts in both. `first` and `last` are dates.
    """

    first_id: str
    first_label: str
    second_id: str
    second_label: str
    facts: int
    scored: int
    cooperation: float
    conflict: float
    balance: float | None
    mean: float | None
    forth: float
    back: float
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """What happens in a day, a month or a year.

    Cooperation and conflict are parted into what is said and what is done, PLOVER's verbal and
    material events.
    """

    period: str
    facts: int
    cooperation: float
    conflict: float
    balance: float | None
    mean: float | None
    verbal_cooperation: float
    material_cooperation: float
    verbal_conflict: float
    material_conflict: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The periods in which something happens, in order.

    `unplaced` counts the scored facts that have no date as exact as the unit.
    """

    unit: Unit
    periods: tuple[Period, ...]
    unplaced: int


def pairs(facts: Iterable[Report]) -> list[PairBalance]:
    """The balance of every pair that shares facts; those with most scored facts come first."""
    groups: dict[tuple[str, ...], list[Report]] = defaultdict(list)
    for fact in facts:
        groups[tuple(sorted(fact.ends))].append(fact)
    rows = (_pair(group) for group in groups.values())
    return sorted(rows, key=lambda row: (-row.scored, -row.facts, row.first_id, row.second_id))


def timeline(facts: Iterable[Report], unit: Unit | None = None) -> Timeline:
    """Cooperation and conflict over time.

    Without `unit` it is the finest in which all that is dated so exactly spans sixty periods or
    fewer. A fact stands in a period if its whole date lies there.
    """
    scored = [fact for fact in facts if fact.relation["score"] is not None]
    unit = unit or _finest(scored)
    groups: dict[str, list[Report]] = defaultdict(list)
    for fact in scored:
        if period := _period(fact, unit):
            groups[period].append(fact)
    periods = tuple(_of_period(period, groups[period]) for period in sorted(groups))
    return Timeline(unit, periods, len(scored) - sum(map(len, groups.values())))


def weight(facts: Iterable[Report]) -> Weight:
    """What the facts weigh together."""
    facts = list(facts)
    scores = [score for fact in facts if (score := fact.relation["score"]) is not None]
    cooperation = float(sum(score for score in scores if score > 0))
    conflict = float(-sum(score for score in scores if score < 0)) + 0.0
    both = cooperation + conflict
    return Weight(
        facts=len(facts),
        scored=len(scores),
        cooperation=round(cooperation, 2),
        conflict=round(conflict, 2),
        balance=round((cooperation - conflict) / both, 3) if both else None,
        mean=round(sum(scores) / len(scores), 2) if scores else None,
    )


def ordinal(period: str) -> int:
    """The number of a period among those of its unit: neighbours differ by one."""
    year, *rest = map(int, period.split("-"))
    if not rest:
        return year
    if len(rest) == 1:
        return 12 * year + rest[0] - 1
    return date(year, rest[0], rest[1]).toordinal()


def _pair(facts: list[Report]) -> PairBalance:
    actors = {actor.id: actor for fact in facts for actor in (fact.subject, fact.object)}
    one, other = (actors[id] for id in sorted(actors))
    total = weight(facts)
    dates = sorted(fact.date[:10] for fact in facts if fact.date and fact.days)
    return PairBalance(
        first_id=one.id,
        first_label=one.label,
        second_id=other.id,
        second_label=other.label,
        facts=total.facts,
        scored=total.scored,
        cooperation=total.cooperation,
        conflict=total.conflict,
        balance=total.balance,
        mean=total.mean,
        forth=_done_by(one.id, facts),
        back=_done_by(other.id, facts),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )


def _done_by(id: str, facts: Iterable[Report]) -> float:
    ours = (f for f in facts if f.subject.id == id or f.relation["symmetric"])
    return round(float(sum(fact.relation["score"] or 0 for fact in ours)), 2)


def _of_period(period: str, facts: list[Report]) -> Period:
    total = weight(facts)
    verbal = weight(fact for fact in facts if fact.relation["quad"].startswith("verbal"))
    return Period(
        period=period,
        facts=total.facts,
        cooperation=total.cooperation,
        conflict=total.conflict,
        balance=total.balance,
        mean=total.mean,
        verbal_cooperation=verbal.cooperation,
        material_cooperation=round(total.cooperation - verbal.cooperation, 2),
        verbal_conflict=verbal.conflict,
        material_conflict=round(total.conflict - verbal.conflict, 2),
    )


def _finest(facts: list[Report]) -> Unit:
    return next((unit for unit in UNITS if _fits(facts, unit)), "year")


def _fits(facts: Iterable[Report], unit: Unit) -> bool:
    numbers = [ordinal(period) for fact in facts if (period := _period(fact, unit))]
    return bool(numbers) and max(numbers) - min(numbers) < _MOST


def _period(fact: Report, unit: Unit) -> str | None:
    """The period that the whole date of the fact lies in."""
    if fact.days is None:
        return None
    first, last = (date.fromordinal(day).isoformat()[: UNITS[unit]] for day in fact.days)
    return first if first == last else None
