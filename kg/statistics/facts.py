"""What is counted: every claim once, sorted by how it is told, in the scope that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kg.errors import QueryError
from kg.explanation import actors_named
from kg.export.html.island import days
from kg.export.html.quads import RelationView, relation_view
from kg.graph.rdf import is_told
from kg.model import Actor, Corpus, ResolvedClaim, Status

FACT, QUOTED = "fact", "quoted"
TELLINGS = (FACT, QUOTED, *(str(status) for status in Status if status is not Status.ASSERTED))
_ALWAYS = (0, 10**9)


@dataclass(frozen=True, slots=True)
class Scope:
    """What to count. `since` and `until` narrow the graph, `actor` and `pair` what is shown of it.

    Actors are named by id, label or alias. Dates are yyyy, yyyy-mm or yyyy-mm-dd; with either of
    them, claims that carry no date, or one that is wider than the window, are left out. With
    `principals`, who acts for one other actor (a minister, a ministry) counts as that actor.
    """

    actor: str | None = None
    pair: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    principals: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A claim as it counts.

    `telling` is "fact" where the author tells it as such, "quoted" where somebody who is quoted
    asserts it, else its status. `date` is that of the claim, or else the article's.
    """

    claim: ResolvedClaim
    subject: Actor
    object: Actor
    relation: RelationView
    telling: str
    date: str | None
    days: tuple[int, int] | None  # first and last that the date covers, as ordinals

    @property
    def is_fact(self) -> bool:
        """Whether it counts as a fact."""
        return self.telling == FACT

    @property
    def ends(self) -> frozenset[str]:
        """The ids of its two actors."""
        return frozenset((self.subject.id, self.object.id))


def reports(corpus: Corpus, scope: Scope) -> list[Report]:
    """All claims of the corpus within the dates of the scope, in the order of the corpus."""
    acting = _principals(corpus) if scope.principals else {}
    found = [_report(claim, acting) for claim in corpus.claims()]
    found = [report for report in found if report.subject.id != report.object.id]
    if scope.since is None and scope.until is None:
        return found
    first, last = _window(scope)
    return [r for r in found if r.days and first <= r.days[0] and r.days[1] <= last]


def shown(found: Iterable[Report], corpus: Corpus, scope: Scope) -> list[Report]:
    """Those of the reports that the scope's actor or pair takes part in."""
    return list(filter(_wanted(corpus, scope), found))


def _wanted(corpus: Corpus, scope: Scope) -> Callable[[Report], Any]:
    actors = actors_named(corpus, scope.actor) if scope.actor else None
    one, other = (actors_named(corpus, name) for name in scope.pair) if scope.pair else (None, None)

    def wanted(report: Report) -> bool:
        a, b = report.subject.id, report.object.id
        if actors is not None and not {a, b} & actors:
            return False
        if one is None or other is None:
            return True
        return (a in one and b in other) or (b in one and a in other)

    return wanted


def _report(claim: ResolvedClaim, acting: dict[str, Actor]) -> Report:
    subject, object_, time = claim.subject.actor, claim.object.actor, claim.claim.time
    date = time.date if time else claim.document.published
    return Report(
        claim,
        acting.get(subject.id, subject),
        acting.get(object_.id, object_),
        _view(claim.claim.relation),
        _telling(claim),
        date,
        _days(date, time.end if time else None),
    )


def _telling(claim: ResolvedClaim) -> str:
    if is_told(claim):
        return FACT
    return QUOTED if claim.claim.status is Status.ASSERTED else str(claim.claim.status)


def _principals(corpus: Corpus) -> dict[str, Actor]:
    """The actor that each actor counts as, if it acts for exactly one that is in the graph."""
    by_id = {actor.id: actor for actor in corpus.actors}
    above = {a.id: a.acts_for[0] for a in corpus.actors if len(a.acts_for) == 1}
    return {id: by_id[other] for id, other in above.items() if other in by_id}


def _window(scope: Scope) -> tuple[int, int]:
    first, last = (_asked(value) for value in (scope.since, scope.until))
    if first[0] > last[1]:
        raise QueryError(f"no day is since {scope.since} and until {scope.until}: change one")
    return first[0], last[1]


def _asked(value: str | None) -> tuple[int, int]:
    if value is None:
        return _ALWAYS
    span = days(value) if len(value) in (4, 7, 10) else None
    if span is None:
        raise QueryError(f"{value!r} is no date; write yyyy, yyyy-mm or yyyy-mm-dd")
    return span


_view = cache(relation_view)
_days = lru_cache(4096)(days)
