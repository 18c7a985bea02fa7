"""How sure the program is of a claim: a logistic model over a few features of the match.

The weights stand in ontology/confidence.yaml, which `benchmarks/calibrate.py` writes; how well they
fit is told in docs/confidence.md. The probability is that of the relation between the two actors,
not of its status, its speaker or its date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.extract.mentions.names import Name
from kg.extract.relations.matcher import Match
from kg.resources import folder, load_yaml

FILE = "confidence.yaml"
_LONGEST_GAP, _LONGEST_SPAN, _STEP = 20, 30, 10
_LEAST, _MOST = 0.01, 0.99


def pronouns(match: Match) -> float:
    """How many of the two ends are a pronoun or a description that stands for an earlier name."""
    return sum(name.antecedent is not None for name in _ends(match))


def bare_nouns(match: Match) -> float:
    """How many of the two ends are common nouns that belong to nobody ("rebels", "the move")."""
    return sum(_is_bare(name, match) for name in _ends(match))


def subject_gap(match: Match) -> float:
    """Tens of words from the subject to the predicate, 2 at the most."""
    gap = abs(match.subject.head - match.predicate.i)
    return min(gap, _LONGEST_GAP) / _STEP


def span(match: Match) -> float:
    """Tens of words that subject, cue and object stretch over, 3 at the most."""
    ends = _ends(match)
    first = min(match.cues[0].i, *(name.start for name in ends))
    last = max(match.cues[-1].i + 1, *(name.end for name in ends))
    return min(last - first, _LONGEST_SPAN) / _STEP


def narrowed(match: Match) -> float:
    """1 if the rule narrows the classes of an actor, since its words have other senses too."""
    return any(slot.filler and slot.filler.types for slot in match.entry.frame.slots)


def base_form(match: Match) -> float:
    """1 if the predicate is an infinitive, or follows a modal verb."""
    return match.predicate.tag_ == "VB"


def participle(match: Match) -> float:
    """1 if the predicate is a participle or a gerund."""
    return match.predicate.tag_ in ("VBG", "VBN")


def noun(match: Match) -> float:
    """1 if the predicate is a noun ("attack on", "president of")."""
    return match.predicate.tag_.startswith("N")


def implied(match: Match) -> float:
    """1 if the agent of a noun was left to the clause around it."""
    return float(match.implied)


FEATURES: Mapping[str, Callable[[Match], float]] = {
    feature.__name__: feature
    for feature in (
        pronouns,
        bare_nouns,
        subject_gap,
        span,
        narrowed,
        base_form,
        participle,
        noun,
        implied,
    )
}


@dataclass(frozen=True, slots=True)
class Confidence:
    """The probability that a match is right, from 0.01 to 0.99 in steps of 0.01."""

    intercept: float
    weights: Mapping[str, float]

    def __call__(self, match: Match) -> float:
        """How likely it is that the text states the relation between the two actors."""
        values = {name: FEATURES[name](match) for name in self.weights}
        return probability(self.intercept, self.weights, values)


def probability(
    intercept: float, weights: Mapping[str, float], values: Mapping[str, float]
) -> float:
    """The logistic function of the weighted sum, to two digits, never sure of either side."""
    total = intercept + sum(weight * values[name] for name, weight in weights.items())
    return min(_MOST, max(_LEAST, round(1 / (1 + exp(-total)), 2)))


@cache
def confidence() -> Confidence:
    """The model of ontology/confidence.yaml, read once."""
    return read_confidence(folder("ontology") / FILE)


def read_confidence(path: Path) -> Confidence:
    """The model of a file; a name that is no feature, or a weight that is no number, raises."""
    data = load_yaml(path)
    if not isinstance(data, dict) or not isinstance(data.get("weights"), dict):
        raise OntologyError(f"{path.name}: needs an intercept and a mapping of weights")
    weights = {str(name): _number(value, name, path) for name, value in data["weights"].items()}
    if unknown := sorted(set(weights) - set(FEATURES)):
        raise OntologyError(f"{path.name}: {unknown[0]!r} is no feature: use {', '.join(FEATURES)}")
    return Confidence(_number(data.get("intercept"), "intercept", path), weights)


def _number(value: Any, name: str, path: Path) -> float:
    """The value if it is a number that a logistic function takes without overflow."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not abs(value) <= _STEP:
        raise OntologyError(
            f"{path.name}: {name} must be a number from -{_STEP} to {_STEP}, not {value!r}"
        )
    return float(value)


def _ends(match: Match) -> tuple[Name, Name]:
    return match.subject, match.object


def _is_bare(name: Name, match: Match) -> bool:
    head = match.predicate.doc[name.head]
    return (
        name.entry is None
        and name.antecedent is None
        and name.owner is None
        and head.tag_ not in ("NNP", "NNPS")
    )
