"""Mention -> Actor: the rules in their order; each says what it found, how sure it is, and why."""

from __future__ import annotations

from kg.classes import classes
from kg.gazetteer import Gazetteer
from kg.model import Document, Mention, Resolution
from kg.resolve.asked import Knowledge
from kg.resolve.names import known, people, unknown
from kg.resolve.owned import body, government, owned
from kg.resolve.persons import office, person
from kg.resolve.tables import bodies, titles

_RULES = (people, office, person, known, government, body, owned)


class Resolver:
    """Tells which actor a mention means; what no rule knows becomes an actor of its own."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._knowledge = Knowledge(gazetteer, classes(), bodies(), titles())

    def __call__(self, mention: Mention, document: Document) -> Resolution:
        """The actor that the mention means in the document."""
        asked = self._knowledge.ask(mention, document)
        for rule in _RULES:
            resolution = rule(asked, self._knowledge)
            if resolution is not None:
                return resolution
        return unknown(asked, self._knowledge)
