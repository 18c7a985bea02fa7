"""From the head token of a phrase to the actor that it names.

And whether that actor may fill a role.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.classes import Classes
from kg.extract.coreference.antecedents import Coreference
from kg.extract.coreference.appositions import GENERIC, Appositions, is_office
from kg.extract.coreference.deeds import agents, doer
from kg.extract.coreference.listings import Listings
from kg.extract.coreference.pronouns import FIRST_PERSON
from kg.extract.coreference.states import as_state, state_of
from kg.extract.mentions.names import Name, Names, label, possessive
from kg.extract.mentions.nouns import find_owner, run_on
from kg.extract.mentions.units import first_units
from kg.extract.parse.attachments import told_of
from kg.extract.parse.syntax import arguments, clause_of, conjuncts, prepositional
from kg.extract.words.references import references
from kg.extract.words.scopes import words
from kg.gazetteer import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Token

# Nouns that stand for what follows "of".
TRANSPARENT = frozenset(
    "group number part member hundred thousand dozen majority rest some most many several all one "
    "two three half bulk "
    "handful series side people ton lot party remainder column convoy unit million percent "
    "team gang squad crew batch consignment tranche remnant rump "
    "outskirt outskirts vicinity environs "
    "wave string spate round pair host kind sort type range total".split()
)
# Things that act for their owner: "Russian missiles hit Kyiv" is Russia's doing.
_INSTRUMENTS = frozenset(
    "missile rocket drone warplane jet artillery tank aircraft strike airstrike attack fire "
    "shelling bomb shell bombardment raid ambush incursion "
    "offensive assault bombing helicopter plane gunfire warship bullet mortar barrage invasion "
    "operation aggression campaign "
    "policy decision move action pressure step effort rhetoric diplomacy threat resolution "
    "law bill statement letter report decree document video message memo op-ed article tweet "
    "post editorial note order".split()
)
# Texts that are things of their own, yet whose participle says what those who made them say.
_TEXTS = frozenset(
    "declaration resolution communique communiqué petition proclamation charter motion pact "
    "accord agreement treaty protocol".split()
)
_PLACE_NOUNS = frozenset(
    "town city village port island peninsula province district region suburb enclave".split()
)
_TITLE_TAGS = frozenset(("NN", "NNP", "JJ", "POS", "HYPH"))
# As "an adversary in Finland": the noun stands for whom it is seen in.
COUNTERPARTS = frozenset("adversary ally partner friend enemy foe rival supporter".split())
_HOMES = frozenset("country nation homeland republic government people".split())
# Verbs of those who stand behind a deed or a text.
_MAKING = frozenset(
    "order launch approve authorize authorise conduct carry issue adopt pass publish release send "
    "sign write deliver draft".split()
)
_PLURAL = frozenset(("NNS", "NNPS"))
_NAMED_PLACES = frozenset(("City", "Region", "DeFactoState", "Organisation", "Facility"))


class Actors:
    """The actors of one document, by token."""

    def __init__(self, names: Names, coreference: Coreference, classes: Classes) -> None:
        self.names, self.coreference, self.classes = names, coreference, classes
        self.appositions = Appositions(names, classes)
        self.listings = Listings(names.doc, names)
        self.speaker: Callable[[Token], Name | None] = lambda token: None
        self._found: dict[int, Name | None] = {}
        self._found_with: dict[int, list[Name]] = {}

    def listen(self, speaker: Callable[[Token], Name | None]) -> None:
        """Take "I" and "we" for whoever speaks, as `speaker` tells, from now on."""
        self.speaker = speaker
        self._found.clear()
        self._found_with.clear()

    def of(self, token: Token) -> Name | None:
        """The actor that a head token names, directly or through a pronoun, an apposition.

        An owner. Reckoned once.
        """
        if token.i not in self._found:
            self._found[token.i] = self._of(token)
        return self._found[token.i]

    def _of(self, token: Token) -> Name | None:
        name = self.names.by_head.get(token.i)
        if meant := self._stands_for(token):
            return meant
        titled = name.type == "Person" if name else references().is_title(token.lower_)
        if titled and (both := run_on(token, self.names)):
            return both[1]
        antecedent = self.coreference.of(token)
        if name is not None and name.name and not name.alone and antecedent is None:
            return self._instrument(token, name) or self.appositions.named(token, name) or name
        if antecedent := antecedent or self._first_person(token):
            return antecedent
        if state := self._our_state(token):
            return state
        covering = self.names.covering.get(token.i)
        if name is None and covering is not None and covering.name:
            return covering
        if inner := self._through(token):
            return inner
        if name is not None and name.alone and (owner := self._possessor(token)):
            return self.appositions.named(token, name) or replace(
                name, owner=owner, alone=False, name=f"{possessive(label(owner))} {token.text}"
            )
        if name is not None and name.name:
            return self.appositions.named(token, name) or self.appositions.described(token) or name
        return self.appositions.named(token, None) or self.appositions.described(token)

    def all(self, token: Token) -> list[Name]:
        """The actors of a phrase and of what is coordinated with it. Reckoned once."""
        if token.i not in self._found_with:
            self._found_with[token.i] = self._all(token)
        return self._found_with[token.i]

    def _all(self, token: Token) -> list[Name]:
        if partners := self._reciprocal(token):
            return partners
        found: dict[tuple[int, str], Name] = {}
        for part in conjuncts(token):
            listed = self._members(part)
            for name in listed or [self.of(part)]:
                if name is not None:
                    found.setdefault((name.start, name.key), name)
                    if partner := self._before_and(name, part):
                        found.setdefault((partner.start, partner.key), partner)
        return self._holders(first_units(list(found.values()), self.names))

    def _holders(self, found: list[Name]) -> list[Name]:
        """As "State Councilor and Foreign Minister Wang Yi": a second office is nobody else."""
        named = [name for name in found if not self._is_bare(name)]
        return named if any(name.type == "Person" for name in named) else found

    def _is_bare(self, name: Name) -> bool:
        """Whether a mention is an office that says neither who nor of which state."""
        owned = name.owner is not None and name.owner.entry is not None
        return not owned and not name.antecedent and is_office(name, self.names.doc)

    def _members(self, part: Token) -> list[Name | None]:
        """Whom a word stands for that means several actors; none if it means one."""
        if group := self.coreference.groups.of(part):
            return [*group]
        if listed := self.listings.of(part):
            return [*listed] if self.listings.complete(part) else [self.of(part), *listed]
        return self._shared(part) or self._listed(part) if part.tag_ in _PLURAL else []

    def _reciprocal(self, token: Token) -> list[Name]:
        """As "A and B accused each other": each of the subjects stands for its partners."""
        if not (_reciprocal(token) or self.coreference.groups.mutual(token)):
            return []
        subjects = arguments(clause_of(token)).subjects
        return [name for subject in subjects for name in self.all(subject)]

    def _before_and(self, name: Name, head: Token) -> Name | None:
        """As "the blogger A and Sputnik analyst B".

        Where the parser takes A for a modifier of B.
        """
        if name.type != "Person" or name.head != head.i:
            return None
        doc, index = head.doc, name.start - 1
        while (
            index > head.left_edge.i and doc[index].tag_ in _TITLE_TAGS and name.start - index < 6
        ):
            index -= 1
        other = self.names.covering.get(index - 1)
        joined = doc[index].lower_ == "and" and index > head.left_edge.i
        return other if joined and other is not None and other.type == "Person" else None

    def _shared(self, token: Token) -> list[Name | None]:
        """As "Armenian and Azerbaijani forces": those of each state."""
        name = self.names.by_head.get(token.i)
        first = next((c for c in token.children if c.dep_ == "amod"), None)
        if name is None or name.entry is not None:
            return []
        owners = self._states(first) or self._states_behind(token, name)
        if len(owners) < 2:
            return []
        doc = token.doc
        first_word = max(name.start, owners[-1].end if owners[-1].end <= token.i else 0)
        noun = doc[first_word : token.i + 1].text
        return [
            replace(
                name,
                start=owner.start,
                end=owner.end,
                name=f"{doc[owner.start : owner.end].text} {noun}",
                owner=owner,
                alone=False,
            )
            for owner in owners
        ]

    def _states(self, first: Token | None) -> list[Name]:
        states = [self.names.covering.get(part.i) for part in conjuncts(first)] if first else []
        return [state for state in states if state is not None and state.adjective]

    def _states_behind(self, token: Token, name: Name) -> list[Name]:
        """As "the foreign ministers of Japan and South Korea"."""
        if name.type not in ("Person", "Office"):
            return []
        places = [inner for link, inner in prepositional(token) if link == "of"]
        states = [self.names.by_head.get(part.i) for p in places for part in conjuncts(p)]
        return [state for state in states if state is not None and state.type == "Country"]

    def _listed(self, token: Token) -> list[Name | None]:
        """As "the firms that he owns are A, B and C", "three states, A, B and C".

        A plural stands for the names listed.
        """
        heads = [child for child in token.children if child.dep_ == "appos"]
        if token.dep_ == "nsubj" and token.head.lemma_ == "be":
            heads += [child for child in token.head.children if child.dep_ == "attr"]
        parts = [part for head in heads for part in conjuncts(head)]
        names = [name for part in parts if (name := self.names.by_head.get(part.i)) and name.name]
        proper = [name for name in names if token.doc[name.head].tag_ in ("NNP", "NNPS")]
        return list(proper) if len(proper) >= 2 else []

    def owner(self, token: Token) -> Name | None:
        """To whom the thing that a noun names belongs."""
        owner = find_owner(token, self.names)
        if owner is not None and not _where(owner, token):
            return owner
        for child in token.children:
            if child.dep_ == "poss":
                return self.of(child)
        by = agents(token)
        return self.of(by[0]) if by else doer(token, self.names, self.of)

    def fit(self, name: Name, classes: Sequence[str], *, agent: bool = False) -> Name | None:
        """The mention as one of the classes, with metonymy.

        A capital or an adjective for its state; None if it does not fit.

        A capital is its state where it acts (`agent`) or where no place is wanted, else a city.
        """
        wanted = tuple(classes)
        if (
            name.adjective
            or name.kind is NameKind.CAPITAL
            or name.kind is NameKind.METONYM
            and name.entry
        ):
            return self._metonym(name, wanted, agent=agent)
        if self.classes.any_of(name.type, wanted):
            return name
        if name.entry is None and set(GENERIC.get(name.type, ())) & set(wanted):
            return name
        if (
            name.owner is not None
            and name.owner.entry
            and name.type in ("ArmedForce", "GovernmentBody", "Government", "Office")
            and not name.alone
        ):
            return self.fit(
                replace(name.owner, start=name.start, end=name.end, head=name.head),
                wanted,
                agent=True,
            )
        return None

    def _metonym(self, name: Name, wanted: tuple[str, ...], *, agent: bool) -> Name | None:
        assert name.entry is not None
        placed = "Place" in wanted or "City" in wanted and "Actor" not in wanted
        placed = placed and self.names.doc[name.head].dep_ != "dative"
        if name.kind is NameKind.CAPITAL and not agent and placed:
            return name
        type_ = name.entry.type
        if not self.classes.any_of(type_, wanted):
            return name if self.classes.any_of(name.type, wanted) else None
        return replace(name, type=type_, name=name.entry.label)

    def _first_person(self, token: Token) -> Name | None:
        """As "I": who speaks in the quotation; "we" of an official is the state he speaks for.

        "We" of any other person may be anybody's.
        """
        speaker = self.speaker(token) if token.lower_ in FIRST_PERSON else None
        if speaker is None or speaker.start <= token.i < speaker.end:
            return None
        if speaker.type == "Person" and token.lower_ not in ("i", "me", "my"):
            state = state_of(speaker, self.names)
            return as_state(state, token) if state else None
        whole = speaker.antecedent or speaker
        return replace(speaker, start=token.i, end=token.i + 1, head=token.i, antecedent=whole)

    def _our_state(self, token: Token) -> Name | None:
        """As "our country": the state for which the speaker speaks."""
        if token.lemma_.lower() not in _HOMES:
            return None
        for child in token.children:
            if child.dep_ == "poss" and child.lower_ in ("our", "my"):
                speaker = self.speaker(child)
                state = state_of(speaker, self.names) if speaker else None
                return as_state(state, token) if state else None
        return None

    def _possessor(self, token: Token) -> Name | None:
        """The actor that a possessive pronoun before the noun refers to."""
        for child in token.children:
            if child.dep_ == "poss" and child.tag_ == "PRP$":
                return self.coreference.of(child) or self._first_person(child)
        return None

    def _instrument(self, token: Token, name: Name) -> Name | None:
        known = name.entry is None and name.owner is not None and not _where(name.owner, token)
        if token.lemma_.lower() in _INSTRUMENTS and known and name.owner:
            return replace(name.owner, start=name.owner.start, end=name.owner.end)
        return None

    def _stands_for(self, token: Token) -> Name | None:
        """Of whom a noun after "is" is told, which place "the town of" names, a text's author."""
        if subject := told_of(token):
            return self.of(subject)
        place = self.place_of(token) if token.lemma_.lower() in _PLACE_NOUNS else None
        return place or self._author(token)

    def _author(self, token: Token) -> Name | None:
        """As "Iran adopted a declaration urging": who says what the participle of a text says."""
        said = any(child.dep_ == "acl" and child.tag_ == "VBG" for child in token.children)
        return self._behind(token) if said and token.lemma_ in _TEXTS else None

    def _through(self, token: Token) -> Name | None:
        lemma = token.lemma_.lower()
        if lemma in TRANSPARENT or token.tag_ == "CD":
            for child in token.children:
                if child.dep_ == "prep" and child.lower_ == "of":
                    for inner in child.children:
                        if inner.dep_ == "pobj":
                            return self.of(inner)
        if lemma in COUNTERPARTS:
            places = [inner for link, inner in prepositional(token) if link == "in"]
            return self.of(places[0]) if places else None
        if lemma in _INSTRUMENTS:
            return self.owner(token) or self._behind(token)
        return None

    def is_named_place(self, token: Token) -> bool:
        """Whether a noun only says what the place is whose name follows: "the town of Goris"."""
        return token.lemma_.lower() in _PLACE_NOUNS and self.place_of(token) is not None

    def place_of(self, token: Token) -> Name | None:
        """As "the town of Goris": the place itself.

        Whether or not it has a mention of its own yet.
        """
        for link, inner in prepositional(token):
            if link != "of":
                continue
            known = self.names.by_head.get(inner.i)
            if known is None and inner.tag_ == "NNP":
                start = inner.left_edge.i
                return Name(
                    start, inner.i + 1, inner.i, "City", inner.doc[start : inner.i + 1].text
                )
            if known is not None and not known.alone and known.type in _NAMED_PLACES:
                return known
        return None

    def _behind(self, token: Token) -> Name | None:
        """Who ordered the deed, or made the text: "Trump approved a strike that killed him"."""
        if by := agents(token):
            return self.of(by[0])
        verb = token.head
        if token.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in _MAKING:
            for subject in arguments(verb).subjects:
                return self.of(subject)
        return None


def _reciprocal(token: Token) -> bool:
    first = token.i - (token.lower_ == "other")
    pronoun = token.doc[first : first + 2].text.lower() if token.lower_ in ("other", "one") else ""
    return pronoun in ("each other", "one another")


def _where(owner: Name, token: Token) -> bool:
    """Whether an actor behind a deed is where it was done, or whom it was done to.

    As "the attack in Moscow", "the invasion of Ukraine".
    """
    for child in token.children:
        if child.dep_ == "prep" and child.left_edge.i <= owner.start <= child.right_edge.i:
            undergone = token.lemma_.lower() in words("undergone")
            return child.lower_ == "in" or child.lower_ == "of" and undergone
    return False
