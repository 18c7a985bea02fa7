"""Actors that are known by name: states, organisations, people in office, places; their classes.

The data is below `ontology/actors/`: `gazetteer/`, files of entries (a class of classes.yaml, then
labels, then what is known of each), and `offices/`, lists of who held which office when. An entry
may stand in several files: what they say adds up.
"""

from kg.gazetteer.entries import Classes, Entry, Gazetteer, Match, NameKind, Term
from kg.gazetteer.loading import ROLES, classes, gazetteer, load, load_classes
from kg.gazetteer.names import fold, slug

__all__ = [
    "ROLES",
    "Classes",
    "Entry",
    "Gazetteer",
    "Match",
    "NameKind",
    "Term",
    "classes",
    "fold",
    "gazetteer",
    "load",
    "load_classes",
    "slug",
]
