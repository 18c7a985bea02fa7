"""Frames of role nouns: titles before names, appositions, "X is an ally of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.coreference.states import as_state, state_of
from kg.extract.mentions.names import Name
from kg.extract.mentions.nouns import is_ethnic, run_on
from kg.extract.mentions.units import is_unit
from kg.extract.parse import syntax
from kg.extract.parse.syntax import Arguments
from kg.extract.relations.lexicon import Entry, Lexicon
from kg.extract.relations.slots import Binder, Binding, Candidate
from kg.extract.words.references import references
from kg.extract.words.scopes import words
from kg.frames import Filler, Slot
from kg.gazetteer import NameKind
from kg.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

# Classes whose common nouns may bear a role themselves: "troops in Syria", "the ambassador of
# France".
_DESCRIBED = frozenset(("Office", "ArmedForce", "ArmedGroup"))
# Relations of those who may stay unnamed: "a spokesman for the president".
_VOICES = frozenset(("spokespersonFor", "spouseOf"))
# Relations whose objects are states, though a leader may be named for his.
_SERVING = frozenset(("holdsOfficeIn", "envoyOf"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PLURAL = frozenset(("NNS", "NNPS"))
_NOMINAL = frozenset(("NN", "NNS", "NNP", "JJ", "POS", "CC", "HYPH"))
_MARKS = frozenset(("-", "'s", "’s", "&", "’"))
_NAMED_BY_OF = frozenset(
    ("republic", "region", "exclave", "enclave", "territory", "province", "city")
)
_FORMER = frozenset(
    (
        "former",
        "ex",
        "ousted",
        "deposed",
        "erstwhile",
        "toppled",
        "exiled",
        "fugitive",
        "defeated",
        "late",
    )
)
_FAR = 8
_EMPLOYERS = frozenset(
    "ArmedForce Organisation GovernmentBody NGO Company IGO MediaOutlet Court".split()
)


class RoleFrames:
    """Candidates for role nouns of one document."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary, binder: Binder) -> None:
        self.lexicon, self.vocabulary, self.binder = lexicon, vocabulary, binder
        self.titles = lexicon.titles() | {"and", "general"}

    def __call__(self, noun: Token) -> Iterator[Candidate]:
        """Candidates of one role noun, unless a longer one goes on ("Secretary General")."""
        entries = self.lexicon.at(noun, "role")
        if entries and (self._goes_on(noun) or self._names_places(noun)):
            return
        for entry in entries:
            binding = Binding(words=[noun])
            called = noun.dep_ == "pobj" and noun.head.lower_ == "as"
            static = noun.dep_ not in ("attr", "oprd") and not called
            if self._fill(entry, noun, binding) and (bearers := self._bearers(noun, entry)):
                binding.roles["O" if "S" in binding.roles else "S"] = bearers
                yield Candidate(self._past(entry, noun), noun, binding, static)
            elif entry.relation.symmetric and noun.tag_ in _PLURAL and (pair := self._pair(noun)):
                binding = Binding({"S": pair[:1], "O": pair[1:]}, [noun])
                yield Candidate(entry, noun, binding, static)

    def _names_places(self, noun: Token) -> bool:
        """As "the cities of Lviv and Ternopil": the one is not in the other."""
        return noun.tag_ in _PLURAL and self.binder.actors.is_named_place(noun)

    def _goes_on(self, noun: Token) -> bool:
        """As "Secretary" in "Secretary General", "Secretary of State"."""
        last, size = noun.i + 1, len(noun.doc)
        if last < size and noun.doc[last].text == "of":
            last += 1
        return last < size and self._ends_title(noun.doc[last])

    def _fill(self, entry: Entry, noun: Token, binding: Binding) -> bool:
        frame, relation = entry.frame, entry.relation.id
        for slot in frame.slots:
            if "of" in slot.prepositions and slot.filler and slot.filler.role:
                owners = self._owners(noun, slot, entry)
                if not owners and not slot.filler.types:
                    owners = self._known_office(noun, relation)
                if not owners:
                    return False
                binding.roles[slot.filler.role] = [self._office(o, relation) for o in owners]
            elif "from" in slot.prepositions and any(c.dep_ == "poss" for c in noun.children):
                return False  # "recalled its ambassador from Khartoum"
            elif not self.binder.fill_slot(slot, self._arguments(_whole(noun, entry)), binding):
                return False
        return True

    def _arguments(self, noun: Token) -> Arguments:
        """The noun's complements.

        And those of the name that it precedes or of the verb that it completes.
        """
        found = Arguments(noun, prepositions=list(self.binder.links(noun)))
        if noun.dep_ == "compound":
            found.prepositions += self.binder.links(noun.head)
        if noun.dep_ in ("attr", "oprd", "dobj") and syntax.is_verb(noun.head):
            outer = self.binder.arguments(noun.head).prepositions
            found.prepositions += [
                (link, token) for link, token in outer if link != "from" or noun.dep_ != "dobj"
            ]
        return found

    def _owners(self, noun: Token, slot: Slot, entry: Entry) -> list[Name]:
        filler, whole = slot.filler, _whole(noun, entry)
        assert filler is not None
        links = (*slot.prepositions, "of", "for", "in")
        behind = [t for link, t in self.binder.links(whole) if link in links and t.i > noun.i]
        its = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in noun.children)
        for owners in (
            self._behind(noun, whole),
            [] if its else self._before(noun, len(entry.words)),
            self.binder.owners(noun, links),
            self.binder.actors_of(behind),
            self.binder.owners(noun.head, ()) if noun.dep_ == "compound" else [],
            self._credited(whole)[1:],
        ):
            if fitted := self._fitted(owners, filler):
                return fitted
        return []

    def _credited(self, title: Token) -> list[Name]:
        """As "Ann Lee, director, Amnesty International": who bears a title, and where."""
        doc, covering = title.doc, self.binder.actors.names.covering
        first, last = title.left_edge.i, title.i + 1
        if first < 2 or last + 1 >= len(doc) or doc[last].text != "," or doc[first - 1].text != ",":
            return []
        bearer = covering.get(first - 2)
        body = next((n for i in range(last + 1, last + 4) if (n := covering.get(i))), None)
        named = bearer is not None and bearer.type == "Person" and body is not None
        return [bearer, body] if bearer and body and named and body.type in _EMPLOYERS else []

    def _office(self, owner: Name, relation: str) -> Name:
        """As "Biden's national security adviser": who serves a leader serves his state."""
        names = self.binder.actors.names
        if owner.antecedent and owner.kind is NameKind.CAPITAL and relation in _SERVING:
            return as_state(owner, names.doc[owner.head])  # "Kyiv and its foreign minister"
        if owner.type != "Person" or relation not in _SERVING:
            return owner
        state = state_of(owner, names)
        return as_state(state, names.doc[owner.head]) if state else owner

    def _fitted(self, owners: list[Name], filler: Filler) -> list[Name]:
        if not filler.types:
            return owners
        fit = self.binder.actors.fit
        fitted = [fit(name, filler.types, agent=True) for name in owners]
        return [name for name in fitted if name is not None]

    def _behind(self, noun: Token, whole: Token) -> list[Name]:
        """As "the Syrian branch of the PKK": the phrase after "of" says more than an adjective."""
        if both := run_on(noun, self.binder.actors.names):
            return both[:1]
        if noun.lemma_.lower() in _NAMED_BY_OF:
            return []
        links = self.binder.links(whole)
        behind = [token for link, token in links if link == "of" and token.i > noun.i]
        return self.binder.actors_of(behind)

    def _known_office(self, noun: Token, relation: str) -> list[Name]:
        """As "Prime Minister Imran Khan" with no country beside it.

        The one that the gazetteer knows, if the article names it.
        """
        bearer = None if run_on(noun, self.binder.actors.names) else self._titled(noun, noun)
        for term in bearer.entry.terms if bearer and bearer.entry else ():
            if term.role == relation and (
                owner := self.binder.actors.names.of_entry(term.of, noun.i)
            ):
                capital = owner.kind is NameKind.CAPITAL
                return [as_state(owner, noun.doc[owner.head]) if capital else owner]
        return []

    def _before(self, noun: Token, words: int) -> list[Name]:
        """The owner that stands in front of a title, other titles and modifiers aside.

        "Russian Deputy Foreign Minister".
        """
        covering = self.binder.actors.names.covering
        own = self.binder.actors.names.by_head.get(noun.i)
        first = own.start - 1 if own and is_unit(own, noun.doc) else noun.i - words
        for index in range(first, max(noun.sent.start, first - _FAR) - 1, -1):
            token, name = noun.doc[index], covering.get(index)
            if name is not None and name.name:
                prefixed = name.start and noun.doc[name.start - 1].text == "-"  # "pro-Russian"
                prefixed = prefixed or is_ethnic(name, noun)
                return [name] if name.type != "Person" and not prefixed else []
            if token.tag_ not in _NOMINAL and token.text not in _MARKS:
                return []
            if (
                token.tag_ == "CC"
                and index == first
                or token.tag_ == "POS"
                and index - 1 not in covering
            ):
                return []
        return []

    def _bearers(self, noun: Token, entry: Entry) -> list[Name]:
        """Whom a role noun describes.

        A name after or beside it, the subject of "is", or the noun itself.
        """
        if self._in_a_name(noun, entry):
            return []
        if is_unit(self.binder.actors.names.by_head.get(noun.i), noun.doc):
            return self._itself(noun, entry)
        whole = _whole(noun, entry)
        if credited := self._credited(whole):
            return credited[:1]
        named = self._titled(noun, whole) or self._apposed(noun) or self._called(noun)
        if named:
            return [named]
        head, dep = whole.head, whole.dep_
        while dep == "conj":
            head, dep = head.head, head.dep_
        if dep in ("appos", "advmod") and head.tag_ in _NOUNS:
            return [] if self._anothers(whole) else self._all_or_one(noun, head)
        there = any(child.dep_ == "expl" for child in head.children)
        if dep in ("attr", "oprd") and syntax.is_verb(head) and not there:
            outer = self.binder.arguments(head)
            others = [t for t in outer.objects if t.i != noun.i and not syntax.is_reflexive(t)]
            called = dep == "oprd" and others  # "called Orban a puppet of Russia"
            return self.binder.actors_of(others if outer.passive or called else outer.subjects)
        if dep == "pobj" and head.lower_ == "as":
            return self._in_capacity(noun, head)
        return self._itself(noun, entry)

    def _anothers(self, noun: Token) -> bool:
        """As "Ann Lee, Chad's Premier and Foreign Minister Bo Yu": titles of who is named last."""
        names, title = self.binder.actors.names.by_head, references().is_title
        beside = (names.get(c.i) for c in syntax.conjuncts(noun)[1:] if c.tag_ == "NNP")
        return any(name and name.type == "Person" and not title(name.name) for name in beside)

    def _in_a_name(self, noun: Token, entry: Entry) -> bool:
        """As the Guard of "the Revolutionary Guard, Hossein Salami": part of a name, no title."""
        own = self.binder.actors.names.covering.get(noun.i)
        proper = own is not None and own.entry is not None and own.type != "Person"
        personal = self.vocabulary.classes.any_of("Person", entry.relation.domain)
        return proper and personal and len(entry.words) == 1

    def _all_or_one(self, noun: Token, named: Token) -> list[Name]:
        """As "Mali and Niger, members of": a plural is said of all that are coordinated."""
        if noun.tag_ in _PLURAL:
            return self.binder.actors.all(named)
        bearer = self.binder.actors.of(named)
        return [bearer] if bearer else []

    def _in_capacity(self, noun: Token, link: Token) -> list[Name]:
        """As "Oman, as guarantor of the truce", "signed as an ally", "named X as leader"."""
        above = link.head
        if not syntax.is_verb(above):
            return self._all_or_one(noun, above) if above.tag_ in _NOUNS else []
        outer = self.binder.arguments(above)
        subjects = outer.objects if outer.passive else outer.subjects
        fronted = any(link.i < subject.i for subject in subjects)
        beside = any(token.right_edge.i + 2 == link.i for token in outer.objects)  # ", as"
        named = beside or above.lemma_.lower() in words("naming") and not fronted
        return self.binder.actors_of(outer.objects if named and outer.objects else subjects)

    def _past(self, entry: Entry, noun: Token) -> Entry:
        """A former president holds the office no more: only the wider relation is left."""
        past = False
        for index in range(noun.i - 1, max(noun.sent.start, noun.i - _FAR) - 1, -1):
            token = noun.doc[index]
            past = past or token.lower_ in _FORMER
            if token.tag_ not in _NOMINAL and token.text not in _MARKS or token.tag_ == "CC":
                break
        if past and entry.relation.super:
            return replace(entry, relation=self.vocabulary[entry.relation.super])
        return entry

    def _pair(self, noun: Token) -> list[Name]:
        """As "Azerbaijan and Turkey, two allies": the two that a plural describes."""
        named = self._listed_after(noun)
        if named is not None:
            pair = self.binder.actors.all(named)
        elif noun.dep_ == "appos":
            pair = self.binder.actors.all(noun.head)
        elif noun.dep_ == "attr" and syntax.is_verb(noun.head):
            pair = self.binder.actors_of(self.binder.arguments(noun.head).subjects)
        else:
            pair = []
        return pair if len(pair) == 2 else []

    def _listed_after(self, noun: Token) -> Token | None:
        """As "rivals Iran and Iraq", "the two allies, Turkey and Azerbaijan"."""
        index = noun.i + 1
        index += index < len(noun.doc) and noun.doc[index].text == ","
        name = self.binder.actors.names.covering.get(index)
        if name is None or name.start != index or name.adjective:
            return None
        head = noun.doc[name.head]
        return head if any(child.dep_ == "conj" for child in head.children) else None

    def _apposed(self, noun: Token) -> Name | None:
        for child in noun.children:
            other = self.binder.actors.names.by_head.get(child.i)
            if child.dep_ == "appos" and other and other.name and not other.adjective:
                return other
        return None

    def _called(self, noun: Token) -> Name | None:
        """As "Georgia's breakaway republic of South Ossetia": the place whose name follows "of"."""
        return self.binder.actors.place_of(noun) if noun.lemma_.lower() in _NAMED_BY_OF else None

    def _itself(self, noun: Token, entry: Entry) -> list[Name]:
        own = self.binder.actors.names.by_head.get(noun.i)
        described = own is not None and (own.type in _DESCRIBED or entry.relation.id in _VOICES)
        if own is None or not own.name or not described:
            return []
        return [own] if self.vocabulary.classes.any_of(own.type, entry.relation.domain) else []

    def _titled(self, noun: Token, whole: Token) -> Name | None:
        """The person's name that follows a title directly, or after "of" and the title's owner."""
        names = self.binder.actors.names
        behind = max(_after_owner(noun), _after_owner(whole)) + 1
        comma = noun.tag_ != "NNS" and noun.doc[behind : behind + 1].text == ","
        for start in dict.fromkeys((noun.i + 1, behind, behind + comma)):
            name = names.covering.get(self._skip_titles(start, noun))
            if name is not None and name.start >= start and name.type == "Person":
                return name
        if both := run_on(noun, names):
            return both[1]
        head = names.by_head.get(noun.head.i)
        inside = (
            noun.dep_ == "compound"
            and head is not None
            and (head.type == "Person" or head.start == noun.i + 1 and not head.adjective)
            and noun.i < head.start
        )
        return head if inside else None

    def _ends_title(self, token: Token) -> bool:
        """As "State" in "Secretary of State": no owner, but the end of a longer title."""
        return any(len(entry.words) > 1 for entry in self.lexicon.at(token, "role"))

    def _skip_titles(self, start: int, noun: Token) -> int:
        """The first token from `start` on that is no further title.

        ("President and Chairman Xi").
        """
        doc, covering = noun.doc, self.binder.actors.names.covering
        end = min(noun.sent.end, noun.i + _FAR)
        while start < end and start not in covering and doc[start].lower_ in self.titles:
            start += 1
        return start


def _whole(noun: Token, entry: Entry) -> Token:
    """The head of a title of several words: "Chief" in "Chief of Staff"."""
    if len(entry.words) == 1:
        return noun
    return noun.doc[max(noun.sent.start, noun.i + 1 - len(entry.words)) : noun.i + 1].root


def _after_owner(noun: Token) -> int:
    """The last token of the phrases after "of", "for", "to" or "in" below a noun."""
    links = ("of", "for", "to", "in")
    below = [
        token.i
        for link, inner in syntax.prepositional(noun)
        if link in links
        for token in inner.subtree
        if not _inserted(token, inner)
    ]
    return max([noun.i, *below])


def _inserted(token: Token, head: Token) -> bool:
    """Whether a token stands in an apposition below a head."""
    while token != head:
        if token.dep_ in ("appos", "punct"):
            return True
        token = token.head
    return False
