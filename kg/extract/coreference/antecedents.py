"""Which earlier name a pronoun or a definite description stands for. Rules, high precision.

When in doubt, nothing.

A walk over the document keeps the recent mentions; a pronoun takes the best of those that agree in
kind and number, the subject of the sentence before the object, the nearer sentence before the
farther (after Hobbs 1978 and Lappin & Leass 1994, much reduced).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.coreference.definites import Definites
from kg.extract.coreference.groups import Groups
from kg.extract.coreference.holders import Holders
from kg.extract.coreference.memory import Memory, rank_of
from kg.extract.coreference.possessors import by_grammar
from kg.extract.coreference.pronouns import (
    FIRST_PERSON,
    HE,
    IT,
    SHE,
    THEY,
    beside,
    definite,
    female,
    judged,
    parallel,
    pleonastic,
    singular,
)
from kg.extract.coreference.states import as_state, state_of
from kg.extract.mentions.names import Name, Names
from kg.extract.parse.index import find
from kg.extract.parse.phrases import is_reflexive
from kg.extract.parse.syntax import arguments, clause_of
from kg.extract.words.references import references
from kg.extract.words.scopes import words
from kg.gazetteer import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_BODIES = (
    "Country",
    "DeFactoState",
    "IGO",
    "Bloc",
    "Organisation",
    "GovernmentBody",
    "Government",
    "Company",
    "ArmedGroup",
    "PoliticalParty",
    "MediaOutlet",
    "NGO",
    "Court",
    "ArmedForce",
)
_PEOPLE = (
    "PeopleGroup",
    "ArmedForce",
    "ArmedGroup",
    "GovernmentBody",
    "Government",
    "Company",
    "PoliticalParty",
)
_MANY = ("PeopleGroup", "ArmedGroup")
_PRONOUNS = ("PRP", "PRP$")
_PAIR = frozenset(("latter", "former"))
_OLD = frozenset(("old",))  # "the 57-year-old"
_WINDOW = 3
_TELLING = frozenset(("assure", "reassure", "remind", "inform", "notify"))
_ANYBODY = frozenset("boy girl man woman child teenager youth".split())
_FINITE = ("VBD", "VBZ", "VBP", "VBN")


class Coreference:
    """The antecedents of one document's pronouns and definite nouns.

    `of(token)` gives the name or None.
    """

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc, self.names = doc, names
        self.memory = Memory(doc)
        self.table = references()
        self.found: dict[int, Name] = {}
        self.definites = Definites(names, self.memory, self.of)
        self.holders = Holders(names, self.memory)
        self.groups = Groups(doc, names, self.of)
        self._meant = self._referring()
        for number, sentence in enumerate(doc.sents):
            self._sentence(sentence, number)

    def _referring(self) -> frozenset[int]:
        """The places of mentions and of words that may refer to one, pronouns aside."""
        table = self.table
        nouns = table.nouns.keys() | table.offices | table.sizes.keys() | table.groups.keys()
        words = find(self.doc, lower=nouns | _PAIR, lemma=nouns)
        old = [place for t in find(self.doc, lower=_OLD) for place in (t.i, t.head.i)]
        return frozenset((*self.names.by_head, *(t.i for t in words), *old))

    def of(self, token: Token) -> Name | None:
        """What the token refers to.

        As a mention there whose `antecedent` is the earlier name.
        """
        return self.found.get(token.i)

    def _sentence(self, sentence: TokenSpan, number: int) -> None:
        for token in sentence:
            if token.i not in self._meant and token.tag_ not in _PRONOUNS:
                continue
            if self.groups.resolve(token, number):
                continue
            name = self.names.by_head.get(token.i)
            target = self._target(token, name, number)
            if target is not None:
                self._refer(token, name, target, number)
            elif name is not None and (name.adjective or name.name and not self._title(token)):
                self.memory.add(self._called(name, token), token, number)
            if name is not None and name.type == "Person" and token.tag_ in ("NNP", "NNPS"):
                self.holders.add(name)

    def _target(self, token: Token, name: Name | None, number: int) -> Name | None:
        if name is not None and name.entry is not None and not name.alone:
            return None
        if holder := self.holders.of(token, number):
            return holder
        return self._resolve(token, number) if name is None or not _is_named(name) else None

    def _refer(self, token: Token, name: Name | None, target: Name, number: int) -> None:
        """Remember that a token means an earlier name."""
        start = name.start if name and name.start < token.i else token.i
        full = target.antecedent or target
        found = replace(target, start=start, end=token.i + 1, head=token.i, antecedent=full)
        self.found[token.i] = found
        self.memory.add(found, token, number)

    def _called(self, name: Name, token: Token) -> Name:
        """As "Kenya's president, William Ruto, spoke": who is meant has a name."""
        described = token.tag_ == "NN" or self.table.is_title(name.name)
        if name.type == "Person" and not name.entry and described:
            for child in token.children:
                other = self.names.by_head.get(child.i) if child.dep_ == "appos" else None
                if other is not None and other.name and other.type == "Person":
                    return other
        return name

    def _title(self, token: Token) -> bool:
        """As "Chinese President" before a name, "told reporters": nobody whom a pronoun means."""
        if token.lemma_.lower() in ("reporter", "journalist") and token.head.lemma_ == "tell":
            return True
        name = self.names.by_head.get(token.i)
        if name is not None and name.entry is not None and name.type != "Person":
            return False  # "Houthi spokesman Yahya Saree" names the Houthis as well
        head = token
        while head.dep_ == "compound":
            head = head.head
        bearer = self.names.by_head.get(head.i)
        return bearer is not None and bearer.type == "Person" and bearer.start > token.i

    def _resolve(self, token: Token, number: int) -> Name | None:
        word = token.lower_
        if token.tag_ in _PRONOUNS:
            return self._pronoun(word, token, number)
        if token.tag_ == "NN" and token.lemma_.lower() in self.table.nouns and definite(token):
            return self.definites.of(token, number)
        if word in _PAIR and definite(token) and token.dep_ not in ("amod", "compound"):
            return self._pair(word, number, token)
        return None

    def _pronoun(self, word: str, token: Token, number: int) -> Name | None:
        if is_reflexive(token):
            return self._doer(token)
        if word in ("its", "his") and (partner := _partner(token, self.names)):
            return self.found.get(partner.head)
        if alike := parallel(token):
            return self.found.get(alike.i)
        if word not in FIRST_PERSON and (known := by_grammar(token, self.names)):
            return known
        if word in HE or word in SHE:
            if _somebody(token):
                return None
            woman = word in SHE
            return self.memory.recent(
                lambda n: (
                    n.type == "Person"
                    and female(n) in (None, woman)
                    and (n.entry is not None or not _are_many(self.doc[n.head]))
                ),
                number,
                _WINDOW,
                token,
            )
        if word in IT:
            return None if pleonastic(token) else self._it(token, number)
        if word in FIRST_PERSON:
            return self._speaker(token)
        if word in THEY:
            return self._they(token, number)
        return None

    def _doer(self, token: Token) -> Name | None:
        """As "Oman defended itself": the subject of the clause."""
        for subject in arguments(clause_of(token)).subjects:
            return self.found.get(subject.i) or self.names.by_head.get(subject.i)
        return None

    def _it(self, token: Token, number: int) -> Name | None:
        """The nearest body or state; an object is not what acts on it in its clause."""
        doing = () if token.dep_ in ("nsubj", "nsubjpass", "poss") else arguments(clause_of(token))
        subjects = doing.subjects if doing else []
        whose = [c for t in subjects for c in t.children if c.tag_ == "WP$"]  # "whose judges"
        doers = {t.i for t in subjects} | {c.head.head.head.i for c in whose}
        return self.memory.recent(
            lambda n: (
                (n.type in _BODIES or n.kind is NameKind.CAPITAL and self._acts(n))
                and singular(n, self.doc)
                and n.head not in doers
            ),
            number,
            0 if judged(token) else 1,
            token,
        )

    def _acts(self, capital: Name) -> bool:
        """Whether a capital stands for its state: it does something, or is told something."""
        token = self.doc[capital.head]
        if token.dep_ == "poss" and token.head.dep_ == "nsubj":
            return True  # "Kinshasa's conduct has been poor. It hired mercenaries"
        told = token.head.lemma_ in words("speech") | words("requests") | _TELLING
        return token.dep_ == "nsubj" or token.dep_ in ("dobj", "dative") and told

    def _they(self, token: Token, number: int) -> Name | None:
        def many(name: Name) -> bool:
            if name.type == "PeopleGroup" and self.doc[name.head].tag_ == "NN":
                return self.doc[name.head].lemma_ in self.table.collectives
            return name.type in _PEOPLE and (name.type in _MANY or not singular(name, self.doc))

        undergo = token.dep_ == "poss" and token.head.lemma_.lower() in words("undergone")
        if undergo:  # "They arrested two men. Oman demanded their release"

            def suffers(name: Name) -> bool:
                return many(name) and rank_of(self.doc[name.head]) == 1

            if found := self.memory.recent(suffers, number, 1, token):
                return found
        found = self._inside(many, token) or self.memory.recent(many, number, 1, token)
        return None if self.groups.they(token, number, found) else found

    def _inside(self, fits: Callable[[Name], bool], token: Token) -> Name | None:
        """As "Experts say soldiers are in Goma, where they": the subject of the clause around."""
        clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
        if clause is None or token.dep_ != "nsubj":
            return None
        around = arguments(clause_of(clause.head))
        for subject in around.objects if around.passive else around.subjects:
            name = self.names.by_head.get(subject.i)
            if name is not None and name.name and subject.i < token.i and fits(name):
                return name if subject != clause.head else None
        return None

    def _speaker(self, token: Token) -> Name | None:
        """As "We condemn the attack," Merkel said.

        The first person is whoever the sentence says speaks, "we" the state behind an official;
        "our" may be anybody's.
        """
        if token.lower_ in ("our", "ours", "us"):
            return None
        for verb in token.sent:
            if (
                verb.lemma_.lower() not in words("speech")
                or verb.tag_ not in _FINITE
                or verb == token.head
                or beside(token, verb)
            ):
                continue
            for child in verb.children:
                name = self.names.by_head.get(child.i) if child.dep_ == "nsubj" else None
                if name is not None and name.name and name.type == "Person":
                    state = state_of(name, self.names) if token.lower_ == "we" else None
                    return as_state(state, token) if state else name
        return None

    def _pair(self, word: str, number: int, token: Token) -> Name | None:
        """The first or the second of a pair, else of the last two different actors before.

        Two of the same sentence are nearer than a pair before it, unless "the former" took it up.
        """
        taken_up = word == "former" or self.groups.taken_up(number)
        both, before = self.groups.pair(token, number), self._last_two(number, 0)
        nearer = len(before) == 2 and both and both[1].start < token.sent.start
        if both and (taken_up or not nearer):
            return both[0 if word == "former" else 1]
        pair = before if len(before) == 2 else self._last_two(number, 1)
        return pair[0 if word == "latter" else 1] if len(pair) == 2 else None

    def _last_two(self, number: int, size: int) -> list[Name]:
        """The last two different actors of some sentences, the latest first."""
        pair: dict[str, Name] = {}
        for seen in self.memory.window(number, size):
            if seen.name.name and seen.name.type in (*_BODIES, "Person", "City"):
                pair.setdefault(seen.name.key, seen.name)
        return list(pair.values())[:2]


def _are_many(noun: Token) -> bool:
    """As "ministers"; the model takes "Guterres" for a plural as well."""
    return noun.tag_ in ("NNS", "NNPS") and noun.ent_type_ != "PERSON"


def _partner(token: Token, names: Names) -> Name | None:
    """As "the junta and its foes": the description that a possessive beside it must mean."""
    first = token.head.head
    if token.dep_ != "poss" or token.head.dep_ != "conj" or first.tag_ != "NN":
        return None
    owned = any(c.dep_ == "poss" for c in first.children)
    return None if owned else names.by_head.get(first.i)


def _somebody(token: Token) -> bool:
    """As "killed a boy and arrested his father": an unnamed person before the pronoun."""
    before = token.doc[token.sent.start : token.i]
    return any(
        t.tag_ == "NN"
        and t.lemma_ in _ANYBODY
        and t.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass")
        and not any(c.dep_ in ("appos", "poss") for c in t.children)
        for t in before
    )


def _is_named(name: Name) -> bool:
    """Whether a mention has a name of its own and needs no antecedent."""
    return bool(name.entry or name.owner) and not name.alone
