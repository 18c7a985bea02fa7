"""How many claims there are and how they are told.

They go by relation, by PLOVER type, by status, by speaker and by publisher.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.statistics.facts import FACT, QUOTED, Report

Named = tuple[str, str]  # id and label


@dataclass(frozen=True, slots=True)
class Count:
    """Claims of one kind.

    `facts` are told by the author, `quoted` are asserted by somebody who is quoted; all numbers
    after `claims` add up to it.
    """

    id: str
    label: str
    claims: int
    facts: int
    quoted: int
    negated: int
    planned: int
    hypothetical: int
    questioned: int


def counts(found: Iterable[Report]) -> dict[str, list[Count]]:
    """The counts by what they go by; the most frequent come first."""
    found = list(found)
    return {name: _counted(found, kind) for name, kind in _KINDS.items()}


def total(found: Iterable[Report]) -> Count:
    """The count of all."""
    return _count(("all", "all"), found)


def _counted(found: Iterable[Report], kind: Callable[[Report], Named]) -> list[Count]:
    groups: dict[Named, list[Report]] = defaultdict(list)
    for report in found:
        groups[kind(report)].append(report)
    rows = (_count(name, group) for name, group in groups.items())
    return sorted(rows, key=lambda row: (-row.claims, row.id))


def _count(name: Named, found: Iterable[Report]) -> Count:
    told = Counter(report.telling for report in found)
    return Count(
        id=name[0],
        label=name[1],
        claims=told.total(),
        facts=told[FACT],
        quoted=told[QUOTED],
        negated=told["negated"],
        planned=told["planned"],
        hypothetical=told["hypothetical"],
        questioned=told["questioned"],
    )


def _relation(report: Report) -> Named:
    return report.relation["id"], report.relation["label"]


def _plover(report: Report) -> Named:
    type_ = report.relation["plover"]
    return (type_, type_) if type_ else ("", "no event")


def _status(report: Report) -> Named:
    status = str(report.claim.claim.status)
    return status, status


def _speaker(report: Report) -> Named:
    source = report.claim.source
    return (source.actor.id, source.actor.label) if source else ("", "the author")


def _publisher(report: Report) -> Named:
    publisher = report.claim.document.publisher
    return (publisher, publisher) if publisher else ("", "not named")


_KINDS: dict[str, Callable[[Report], Named]] = {
    "relation": _relation,
    "plover": _plover,
    "status": _status,
    "speaker": _speaker,
    "publisher": _publisher,
}
