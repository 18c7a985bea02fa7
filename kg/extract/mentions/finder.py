"""Names and descriptions of actors in a parse.

The gazetteer first, then the statistical names, then owned common nouns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.mentions.boundaries import TITLE_WORDS, is_portfolio, trim
from kg.extract.mentions.consistency import halves, settle
from kg.extract.mentions.forenames import apposed, begun, continued, is_persons, overlooked, pieces
from kg.extract.mentions.institutions import Institutions
from kg.extract.mentions.known import KnownNames
from kg.extract.mentions.names import Name, Names
from kg.extract.mentions.nouns import describe, described_last, find_owner
from kg.extract.mentions.units import units
from kg.extract.words.descriptions import descriptions
from kg.gazetteer import Gazetteer, NameKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_LABELS = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "City",
    "LOC": "Region",
    "FAC": "Facility",
    "EVENT": "Event",
    "LAW": "Agreement",
    "NORP": "PeopleGroup",
}
_LONGER = frozenset(("ORG", "PERSON", "FAC", "EVENT", "LAW"))
_GENERIC = frozenset(("Organisation", "City", "Facility", "Region"))
# What the model takes persons for, and what it takes for persons.
_MISTAKEN = ("Organisation", "City", "Region", "Facility", "PeopleGroup", "Agreement")
_NOBODIES = ("Region", "Corridor", "Facility", "ArmedGroup", "ArmedForce")
# As in "Secretary of State".
_NOBODY = ("State", "Republic", "Government")
_UNSURE = ("Person", "PeopleGroup", "Organisation")
_SETTLEMENTS = ("village", "town", "city", "hamlet")
_UNDERTAKINGS = ("Exercise", "Operation")
_BODIES = ("IGO", "GovernmentBody", "Court", "ArmedForce")


class MentionFinder:
    """Doc -> Names. Built once for a gazetteer and a tokeniser."""

    def __init__(self, gazetteer: Gazetteer, nlp: Language, titles: frozenset[str]) -> None:
        self.titles = titles
        self.descriptions = descriptions()
        self.institutions = Institutions(self.descriptions)
        self.known = KnownNames(gazetteer, nlp, self.descriptions)

    def __call__(self, doc: Doc, date: str | None = None) -> Names:
        """The mentions of one parsed document; `date` is when it was published."""
        names = Names(doc)
        for name in self.known(doc, date):
            names.add(name)
            if prefix := self.known.prefix(name, doc):
                names.prefixes[prefix.start] = prefix
        for name in self._statistical(doc, names):
            names.add(name)
        for name in [*units(names), *self.institutions(names)]:
            names.add(name)
        for name in (*overlooked(names), *halves(names)):
            names.add(name)
        for name in list(continued(names, self.known.is_no_word)):
            names.add(name)
        for name in (*apposed(names), *begun(names, self.known.is_no_word)):
            names.add(name)
        settle(names, self.descriptions)
        self._add_titles(names)
        self._describe(names)
        return names

    def _describe(self, names: Names) -> None:
        nouns = [
            token
            for token in names.doc
            if token.tag_ in ("NN", "NNS", "NNP", "NNPS") and token.i not in names.covering
        ]
        capitals = {noun.text for noun in nouns if self._is_capital(noun)}
        for token in sorted(nouns, key=lambda noun: described_last(noun, self.descriptions)):
            if described := describe(token, names, self.descriptions):
                alone = not described.name and token.text in capitals
                named = replace(described, name=token.text) if alone else described
                names.by_head[described.head] = named

    def _is_capital(self, noun: Token) -> bool:
        """As "the Coalition", with a capital inside a sentence: the name of one body."""
        if noun.lower_ not in self.descriptions.capitals or not noun.is_title or noun.is_sent_start:
            return False
        beside = (noun.nbor(-1), *noun.doc[noun.i + 1 : noun.i + 2])
        return not any(token.text[:1].isupper() or token.text == ":" for token in beside)

    def is_description(self, name: Name, doc: Doc) -> bool:
        """Whether a mention is a noun with its modifiers, or a title, and no name of its own."""
        head = doc[name.head]
        if name.kind not in (None, NameKind.METONYM) or name.antecedent:
            return False
        if name.type == "Person" and head.lower_ in self.titles:
            return True
        tail = doc[name.head : max(name.end, name.head + 1)]
        return head.text[:1].islower() or not any(token.ent_type_ for token in tail)

    def _add_titles(self, names: Names) -> None:
        """Give each person the title that stands in front of the name.

        There or elsewhere in the document.
        """
        told: dict[str, str] = {}
        for name in names:
            if name.type == "Person" and (title := self._title(names.doc, name.start)):
                told.setdefault(name.name, title)
        for name in list(names):
            if name.type == "Person" and name.name in told:
                names.add(replace(name, title=told[name.name]))

    def _title(self, doc: Doc, start: int) -> str | None:
        first = start
        while (
            first
            and (doc[first - 1].lower_ in self.titles or doc[first - 1].lower_ in TITLE_WORDS)
            and start - first < 4
        ):
            first -= 1
        return (
            doc[first:start].text
            if first < start and doc[start - 1].lower_ in self.titles
            else None
        )

    def _statistical(self, doc: Doc, names: Names) -> Iterator[Name]:
        for ent in doc.ents:
            for first, last, label in pieces(doc, ent, self.descriptions.heads):
                start, end = trim(doc, first, last, names)
                matter = label not in ("GPE", "PERSON") and is_portfolio(doc, start)
                matter = matter and not is_persons(doc, start, end)
                if label in _LABELS and start < end and not matter:
                    yield from self._marked(label, doc, (start, end), names)

    def _marked(self, label: str, doc: Doc, span: tuple[int, int], names: Names) -> Iterator[Name]:
        if doc[slice(*span)].text in _NOBODY:
            return
        covering = [names.covering[i] for i in range(*span) if i in names.covering]
        known = list({id(name): name for name in covering}.values())
        if known and not self._extends(label, doc, span, known):
            return
        name = self._named(doc, *span, _LABELS[label], known)
        if name.owner is None and name.type in _BODIES:
            name = replace(name, owner=find_owner(doc[name.head], names))
        yield name

    def _extends(self, label: str, doc: Doc, span: tuple[int, int], known: list[Name]) -> bool:
        """Whether a statistical name may replace the known names inside it.

        It is longer and more than a modifier.
        """
        start, end = span
        if any(name.start < start or name.end > end for name in known):
            return False
        if label not in _LONGER or any(name.end - name.start == end - start for name in known):
            return False
        last = doc[end - 1]
        if label == "PERSON":
            return all(
                name.kind is NameKind.SURNAME
                or name.type == "City"
                and (doc[name.head].dep_ != "dative" or doc[name.head].head.i in range(start, end))
                for name in known
            )
        outside = [i for i in range(start, end) if i not in names_tokens(known)]
        if label == "ORG" and last.i not in outside and known[-1].type == "City":
            return doc[known[-1].start - 1].tag_ in ("NNP", "NNPS")
        return any(doc[i].pos_ == "PROPN" or doc[i].is_title for i in outside) and last.i in outside

    def _named(self, doc: Doc, start: int, end: int, type_: str, known: list[Name]) -> Name:
        text = doc[start:end].text
        told = self.descriptions.proper(text)
        if type_ in _GENERIC or type_ == "Event" or type_ == "Person" and told in _NOBODIES:
            type_ = told or type_
        if doc[start].text in _UNDERTAKINGS and end - start > 1:
            type_ = "Event"
        elif type_ == "PeopleGroup" and self.descriptions.heads.get(text.lower()) == "ArmedForce":
            type_ = "ArmedForce"  # "Marines"
        elif type_ in _UNSURE and not (known or told) and _is_settlement(doc, start):
            type_ = "City"
        elif type_ in _MISTAKEN and not (known or told) and is_persons(doc, start, end):
            type_ = "Person"
        owner = next((n for n in known if n.entry and n.type not in ("Person", "Bloc")), None)
        head = doc[start:end].root
        if owner is None:
            owner = _owner(head, known)
        return Name(start, end, head.i, type_, text, owner=owner)


def names_tokens(names: list[Name]) -> set[int]:
    """The token indices that the mentions cover."""
    return {index for name in names for index in range(name.start, name.end)}


def _is_settlement(doc: Doc, start: int) -> bool:
    """As "the village of Robotyne", "Near Taiz"."""
    before = doc[start - 1] if start else None
    if before is None or before.lower_ != "of":
        return before is not None and before.text == "Near"
    return start > 1 and doc[start - 2].lower_ in _SETTLEMENTS


def _owner(head: Token, known: list[Name]) -> Name | None:
    return known[0] if known and known[0].head != head.i else None
