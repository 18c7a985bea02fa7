"""A small world for hand-written parses: a few known actors, relations of a few lexicon lines."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.classes import classes
from kg.extract.coreference.actors import Actors
from kg.extract.coreference.antecedents import Coreference
from kg.extract.mentions.finder import MentionFinder
from kg.extract.mentions.names import Names
from kg.extract.relations.lexicon import Lexicon
from kg.extract.relations.matcher import Match, Matcher
from kg.frames import parse as frame
from kg.gazetteer import Entry, Gazetteer, Term
from kg.vocabulary import Relation, Vocabulary
from tests.extract.parses import blank

if TYPE_CHECKING:
    from spacy.tokens import Doc

TITLES = frozenset("president minister prime-minister premier chancellor ambassador king".split())
NOUNS = {
    "weapon": frozenset(("jet", "missile", "tank")),
    "envoy": frozenset(("ambassador", "envoy")),
    "attack": frozenset(("attack", "raid", "invasion")),
    "pressure": frozenset(("pressure",)),
}
ENDS = ("Country", "IGO", "Person", "ArmedForce", "Government", "GovernmentBody")


def _state(label: str, adjective: str, people: str, capital: str, *metonyms: str) -> Entry:
    return Entry(
        id=label.lower(),
        label=label,
        type="Country",
        names=(label,),
        adjectives=(adjective,),
        people=(people,),
        capital=capital,
        metonyms=metonyms,
    )


GAZETTEER = Gazetteer(
    (
        _state("Russia", "Russian", "Russians", "Moscow", "Kremlin"),
        _state("Ukraine", "Ukrainian", "Ukrainians", "Kyiv"),
        _state("France", "French", "Frenchmen", "Paris", "Elysee"),
        _state("Armenia", "Armenian", "Armenians", "Yerevan"),
        _state("Turkey", "Turkish", "Turks", "Ankara"),
        _state("Iran", "Iranian", "Iranians", "Tehran"),
        Entry("nato", "NATO", "IGO", ("NATO",), acronyms=("NATO",)),
        Entry("hamas", "Hamas", "ArmedGroup", ("Hamas",)),
        Entry("gaza", "Gaza", "Region", ("Gaza",)),
        Entry("totalenergies", "TotalEnergies", "Company", ("TotalEnergies",)),
        Entry(
            "emmanuel-macron",
            "Emmanuel Macron",
            "Person",
            ("Emmanuel Macron",),
            surnames=("Macron",),
            terms=(Term("headOfStateOf", "france", "president", "2017-05-14"),),
        ),
    )
)


@cache
def _finder() -> MentionFinder:
    return MentionFinder(GAZETTEER, blank(), TITLES)


def mentions(doc: Doc) -> Names:
    """The mentions of a document in this world."""
    return _finder()(doc)


def actors(doc: Doc) -> Actors:
    """The actors of a document in this world."""
    names = mentions(doc)
    return Actors(names, Coreference(doc, names), classes())


def relation(
    id_: str,
    *lines: str,
    domain: tuple[str, ...] = ENDS,
    range_: tuple[str, ...] = ENDS,
    symmetric: bool = False,
    above: str | None = None,
) -> Relation:
    """A relation of lexicon lines "kind: line"."""
    parts = (line.partition(": ") for line in lines)
    frames = tuple(frame(kind, text, NOUNS) for kind, _, text in parts)
    return Relation(
        id=id_,
        label=id_,
        definition=id_,
        kind="event",
        domain=domain,
        range=range_,
        symmetric=symmetric,
        super=above,
        lexicon=frames,
    )


def vocabulary(*relations: Relation) -> Vocabulary:
    """A closed vocabulary of these relations."""
    return Vocabulary({entry.id: entry for entry in relations}, classes())


def matcher(doc: Doc, *relations: Relation) -> Matcher:
    """The matcher of these relations for one document."""
    known = vocabulary(*relations)
    return Matcher(Lexicon(known), known, actors(doc))


def matches(doc: Doc, *relations: Relation) -> list[Match]:
    """All matches of these relations in a document."""
    return list(matcher(doc, *relations)(doc))


def triples(doc: Doc, *relations: Relation) -> list[tuple[str, str, str]]:
    """The matches as names: subject, relation, object, each once."""
    found = ((m.subject.name, m.entry.relation.id, m.object.name) for m in matches(doc, *relations))
    return list(dict.fromkeys(found))
