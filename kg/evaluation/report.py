"""What an evaluation found, as values and as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Score:
    """Counts of right and wrong statements, and of gold statements found and required."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    required: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is required that was found."""
        return _share(self.found, self.required)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    def as_dict(self) -> dict[str, Any]:
        """Shares to four digits, then the counts."""
        return {
            "P": round(self.precision, 4),
            "R": round(self.recall, 4),
            "F1": round(self.f1, 4),
            "right": self.right,
            "wrong": self.wrong,
            "found": self.found,
            "required": self.required,
        }


@dataclass(frozen=True, slots=True)
class Fault:
    """A statement that is missed, wrong, or told with another status or source, and why.

    `kind` is "missed", "wrong" or "scope"; `cause` is one of `kg.evaluation.causes.CAUSES`.
    """

    document: str
    kind: str
    cause: str
    what: str
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """The result over all articles.

    `status` and `attribution` are the shares of typed matches that agree. `without_gold` names
    documents of the statements that have no gold and were left out, `without_statements` gold
    articles of which nothing was found.
    """

    scores: Mapping[str, Score]
    status: float
    attribution: float
    per_relation: Mapping[str, Score]
    per_plover: Mapping[str, Score]
    articles: int
    faults: tuple[Fault, ...]
    without_gold: tuple[str, ...]
    without_statements: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The report as plain data, ready for JSON."""
        return {
            **{mode: score.as_dict() for mode, score in self.scores.items()},
            "status_agreement": round(self.status, 4),
            "attribution_agreement": round(self.attribution, 4),
            "articles": self.articles,
            "per_relation": {name: s.as_dict() for name, s in self.per_relation.items()},
            "per_plover": {name: s.as_dict() for name, s in self.per_plover.items()},
            "without_gold": list(self.without_gold),
            "without_statements": list(self.without_statements),
        }


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
