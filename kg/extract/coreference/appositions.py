"""Nouns beside a name that stand for it, and names that say more than the noun before them.

"the Turkish president, Recep Tayyip Erdogan", "the broadcaster RT", "Hezbollah, a group that".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.classes import Classes
from kg.extract.mentions.names import Name, Names
from kg.extract.parse.syntax import prepositional
from kg.extract.words.references import references
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What a common noun of a class may turn out to be by its name.
GENERIC = {
    "Organisation": (
        "IGO",
        "PoliticalParty",
        "Company",
        "MediaOutlet",
        "NGO",
        "ArmedGroup",
        "GovernmentBody",
        "Court",
        "Bloc",
        "Organisation",
    ),
    "City": ("Place", "City", "Region"),
    "Region": ("Place", "Region"),
}
_STATES = frozenset("country nation state kingdom republic power ally neighbour neighbor".split())
_PROPER = ("NNP", "NNPS")
_NEAR = 9
_LED = ("GovernmentBody", "Organisation", "ArmedForce", "Court", "Country")
_PERSONAL = ("Person", "PeopleGroup", "Office")


class Appositions:
    """Names and nouns in apposition in one document."""

    def __init__(self, names: Names, classes: Classes) -> None:
        self.names, self.classes = names, classes

    def named(self, noun: Token, name: Name | None) -> Name | None:
        """The name in apposition to a common noun, where it says more than the noun."""
        if name is not None and (name.entry or noun.tag_ in _PROPER and not _is_title(noun, name)):
            return None
        for child in noun.children:
            other = self.names.by_head.get(child.i) if child.dep_ == "appos" else None
            if other is None or not other.name or child.tag_ not in _PROPER:
                continue
            if other.type == "Person" or self._alike(noun, other):
                return other
        return self._title_of(noun) or self._behind_body(noun) or self._after_comma(noun)

    def _title_of(self, noun: Token) -> Name | None:
        """As "the broadcaster Al Jazeera": where the parser takes the noun for part of the name."""
        head = self.names.by_head.get(noun.head.i) if noun.dep_ == "compound" else None
        before = head is not None and head.start == noun.i + 1 and noun.tag_ in ("NN", "NNS")
        return head if before and head and head.name and self._alike(noun, head) else None

    def _behind_body(self, noun: Token) -> Name | None:
        """As "the Head of the Kwale County Administration Ann Mora": read as one name."""
        for link, inner in prepositional(noun):
            name = self.names.by_head.get(inner.i)
            if link == "of" and name is not None and name.type == "Person":
                body = self.names.covering.get(name.start - 1)
                return name if body is not None and body.type in _LED else None
        return None

    def described(self, noun: Token) -> Name | None:
        """As "Qasem Soleimani, the general killed by", "Hezbollah, a group that"."""
        name = self.names.by_head.get(noun.head.i) if noun.dep_ == "appos" else None
        if name is None or not name.name:
            return None
        if noun.lemma_ in words("moves") | words("charges"):
            return None  # "detained the mayor, a move that"
        if noun.tag_ != "NN":  # "Jan Novak, a Czech living in Poland"
            own = self.names.by_head.get(noun.i)
            return name if name.type == "Person" and own is not None and own.adjective else None
        return name if name.type == "Person" or self._alike(noun, name) else None

    def _alike(self, noun: Token, name: Name) -> bool:
        """Whether a common noun may be said of what a name names."""
        own = self._class_of(noun)
        if name.type == "Country":
            return noun.lemma_.lower() in _STATES
        if not own or not name.type or own == "Person":
            return False
        wider = self.classes.is_a(name.type, own) or self.classes.is_a(own, name.type)
        return wider or name.type in GENERIC.get(own, ())

    def _after_comma(self, noun: Token) -> Name | None:
        """As "his Brazilian counterpart(,) Lula da Silva": where the parser lost the link."""
        person = noun.lemma_.lower() == "counterpart" or self._class_of(noun) in _PERSONAL
        if noun.tag_ not in ("NN", "NNP") or not person or noun.ent_type_ == "PERSON":
            return None
        beside = self.names.covering.get(noun.i + 1)
        if beside is not None and beside.type == "Person" and beside.start == noun.i + 1:
            return beside if noun.lemma_.lower() == "counterpart" else None
        last = max([noun.i, *(t.i for _, t in prepositional(noun) if t.i < noun.i + _NEAR)])
        if last + 2 >= len(noun.doc) or noun.doc[last + 1].text != ",":
            return None
        other = self.names.covering.get(last + 2)
        if other is None or other.type != "Person" or other.start != last + 2:
            return None
        return other if noun.doc[min(other.end, len(noun.doc) - 1)].text in ",.;)" else None

    def _class_of(self, noun: Token) -> str | None:
        name = self.names.by_head.get(noun.i)
        return name.type if name is not None else None


def _is_title(noun: Token, name: Name) -> bool:
    """As "Moldova's Minister of Defence, Anatolie Nosatii": a title with capitals is no name."""
    return name.type in _PERSONAL and not name.entry and noun.ent_type_ != "PERSON"


def is_office(name: Name, doc: Doc) -> bool:
    """As "the President of Kenya", in capitals: a title, nobody's name."""
    title = doc[name.start : name.head + 1]
    told = name.type == "Person" and not name.entry and doc[name.start].is_title
    return told and references().is_title(title.text)
