"""What a relation and a kind of actor show on a page.

The colour of a relation is its quad in PLOVER: verbal or material, cooperation or conflict.
"""

from __future__ import annotations

from typing import TypedDict

from kg import vocabulary
from kg.errors import OntologyError

QUADS = {
    "verbal cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material cooperation": "COOPERATE AID RETREAT",
    "verbal conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
STATIC = "static"
_QUAD_OF = {plover: quad for quad, types in QUADS.items() for plover in types.split()}


class RelationView(TypedDict):
    """A relation as a page needs it."""

    id: str
    label: str
    definition: str
    plover: str | None
    mode: str | None
    score: float | None
    quad: str
    symmetric: bool


def relation_view(name: str) -> RelationView:
    """What the ontology says about the relation; one that it lacks is static and shows its name."""
    known = vocabulary.vocabulary()
    try:
        relation = known[name]
    except OntologyError:
        return {
            "id": name, "label": name, "definition": "", "plover": None, "mode": None,
            "score": None, "quad": STATIC, "symmetric": False,
        }  # fmt: skip
    return {
        "id": name,
        "label": relation.label,
        "definition": relation.definition,
        "plover": relation.plover_type,
        "mode": relation.plover_mode,
        "score": relation.plover_score,
        "quad": _QUAD_OF.get(relation.plover_type or "", STATIC),
        "symmetric": relation.symmetric,
    }


def actor_kind(name: str) -> tuple[str, str]:
    """Label and shape group (state, organisation, person, place, thing) of an actor class."""
    classes = vocabulary.vocabulary().classes
    try:
        label = classes[name].label
    except OntologyError:
        return name, "thing"
    for ancestor, shape in _SHAPES.items():
        if classes.is_a(name, ancestor):
            return label, shape
    return label, "thing"


# The first ancestor that fits decides: a country is a state before it is a place.
_SHAPES = {
    "Person": "person",
    "PeopleGroup": "person",
    "Office": "person",
    "StateActor": "state",
    "Organisation": "organisation",
    "Place": "place",
}
