"""Actors that are known by name: states, organisations, people in office, places; their classes.

The data is below `ontology/actors/`: `gazetteer/`, files of entries (a class of classes.yaml, then
labels, then what is known of each), and `offices/`, lists of who held which office when. An entry
may stand in several files: what they say adds up.
"""

from kg.gazetteer.entries import Entry, Gazetteer, Match, NameKind, Term, likeliest, running
from kg.gazetteer.loading import ROLES, gazetteer, load
from kg.gazetteer.names import fold, slug, without_marks

__all__ = [
    "ROLES",
    "Entry",
    "Gazetteer",
    "Match",
    "NameKind",
    "Term",
    "fold",
    "gazetteer",
    "likeliest",
    "load",
    "running",
    "slug",
    "without_marks",
]
