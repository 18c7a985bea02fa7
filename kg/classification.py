"""One sentence and two parties: the relation that it states between them, in PLOVER's terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.errors import OntologyError
from kg.extract.between import Finding, findings
from kg.extract.extractor import Extractor
from kg.model import Status
from kg.resources import load_yaml
from kg.vocabulary import PLOVER_TYPES, Relation, vocabulary

# What a reading costs beyond its distance: no type of PLOVER, or only a governing word.
_UNTYPED, _BARE = 6, 2
_IMPLIED = {Status.PLANNED: "future", Status.NEGATED: "negation"}


@dataclass(frozen=True, slots=True)
class Classification:
    """The relation of source to target.

    `relation` is None where the words name a class of acts but no relation of the ontology.
    `plover_type` follows the coding rules of ontology/plover.yaml: promised aid is AGREE, refused
    aid REJECT, and so on; `status` says how the relation itself is told.
    """

    relation: str | None
    plover_type: str | None
    plover_mode: str | None
    plover_score: float | None
    status: Status
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Coding:
    """The table of ontology/plover.yaml."""

    governors: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]
    crowds: Mapping[str, str]
    scores: Mapping[str, float]

    def code(self, finding: Finding) -> str | None:
        """The PLOVER type of a reading, after what its governors make of it, innermost first."""
        relation = finding.relation
        type_ = own = self._own(finding)
        if finding.implied in _IMPLIED:
            type_ = self._turn(_IMPLIED[finding.implied], type_, relation)
        if self.governors.get(finding.predicate) in ("promise", "signing"):
            type_ = self._turn(self.governors[finding.predicate], type_, relation)
        for governor in finding.governors:
            category = self.governors.get(governor.lemma)
            if category and governor.ours is not (category == "duty"):
                type_ = self._turn(category, type_, relation if type_ == own else None)
        if finding.status is Status.PLANNED and relation and type_ == own:
            return self._turn("future", type_, relation)
        return type_

    def _own(self, finding: Finding) -> str | None:
        """The type of the relation itself, as far as its doer is no mere crowd."""
        if finding.relation is None:
            return None
        crowd = self.crowds.get(finding.relation.id) if finding.agent == "PeopleGroup" else None
        return crowd or finding.relation.plover_type

    def _turn(self, category: str, type_: str | None, relation: Relation | None) -> str | None:
        codes = self.codes[category]
        if type_ is None:
            return codes.get("none")
        of_relation = codes.get(relation.id) if relation else None
        return of_relation or codes.get(type_) or codes.get("any", type_)


def classify(
    text: str, source: str, target: str, *, model: str | None = None
) -> Classification | None:
    """The best relation between two actors that a sentence names; None where it states none.

    `source`, the doer, and `target` are strings of `text`; `model` names a spaCy pipeline.
    """
    ranked = [_rank(finding) for finding in findings(_extractor(model), text, source, target)]
    best = min(
        (entry for entry in ranked if entry is not None), key=lambda entry: entry[0], default=None
    )
    return best[1] if best else None


def _rank(finding: Finding) -> tuple[tuple[int, int, int], Classification] | None:
    relation, type_ = finding.relation, coding().code(finding)
    if relation is None and type_ is None:
        return None
    cost = finding.cost + (0 if type_ else _UNTYPED) + (0 if relation else _BARE)
    unchanged = relation is not None and type_ == relation.plover_type
    found = Classification(
        relation=relation.id if relation else None,
        plover_type=type_,
        plover_mode=relation.plover_mode if relation and unchanged else None,
        plover_score=relation.plover_score
        if relation and unchanged
        else coding().scores.get(type_ or ""),
        status=finding.status,
        confidence=round(0.9 / (1 + 0.25 * cost), 2),
        rule=finding.rule,
    )
    return (cost, -finding.weight, finding.depth), found


@cache
def coding() -> Coding:
    """The coding rules, read once."""
    path = resources.folder("ontology") / "plover.yaml"
    data = load_yaml(path)
    governors = {str(word): name for name, words in data["governors"].items() for word in words}
    for codes in data["codes"].values():
        for key, type_ in codes.items():
            known = (*PLOVER_TYPES, *vocabulary(), "any", "none")
            if type_ not in PLOVER_TYPES or key not in known:
                raise OntologyError(
                    f"{path.name}: {key}: {type_} is no rule: use types of PLOVER, relations, "
                    "any and none"
                )
    return Coding(governors, data["codes"], data["crowds"], data["scores"])


@cache
def _extractor(model: str | None) -> Extractor:
    return Extractor(model)
