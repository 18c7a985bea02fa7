"""Lexicon frames against the parse: one pass over the tokens, a dictionary look-up each, then the frame's slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.actors import TRANSPARENT, Actors
from kg.extract.lexicon import Entry, Lexicon, base_forms
from kg.extract.mentions import Name
from kg.extract.syntax import Arguments
from kg.frames import BOTH, Filler, Frame, Slot
from kg.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Verbs that lend their subject to the event noun that they govern: "launched an attack".
_LIGHT = frozenset(
    "make take give hold have conduct carry launch stage mount pay express voice issue deliver offer extend provide sign reach "
    "pursue continue begin start resume order announce maintain undertake open lead step stop end suspend halt cancel plan "
    "prepare postpone mark intensify increase expand keep conclude initiate perpetrate commit execute unleash wage plot "
    "finish complete call seek demand repeat renew promise authorize authorise approve".split()
)
# Relations of partners, whose nouns ("contracts with France") may leave the other partner to the context.
_PARTNERS = frozenset(("signsAgreementWith", "holdsExerciseWith"))
# Classes whose common nouns may bear a role themselves: "troops in Syria", "the ambassador of France".
_DESCRIBED = frozenset(("Office", "ArmedForce", "ArmedGroup"))


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits: its predicate token, the words that the frame names, and the actors of both ends."""

    entry: Entry
    predicate: Token
    subject: Name
    object: Name
    cues: tuple[Token, ...]
    static: bool = False

    @property
    def weight(self) -> int:
        """How much of the sentence the frame accounts for."""
        return self.entry.frame.weight


@dataclass(slots=True)
class _Binding:
    """Tokens bound so far: actors by role, and words of the frame found in the sentence."""

    roles: dict[str, list[Name]] = field(default_factory=dict)
    words: list[Token] = field(default_factory=list)


class Matcher:
    """All matches of the lexicon in one document. `refused` lists what fitted but for the actor classes."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary, actors: Actors) -> None:
        self.lexicon, self.vocabulary, self.actors = lexicon, vocabulary, actors
        self.refused: list[tuple[Entry, Token, Name, Name]] = []
        self._arguments: dict[int, Arguments] = {}

    def __call__(self, doc: Doc) -> Iterator[Match]:
        for token in doc:
            tag = token.tag_
            if tag in syntax._VERBAL or tag in ("JJ", "NN") and token.dep_ == "ROOT":
                yield from self._verb(token)
            if tag in ("NN", "NNS", "NNP", "NNPS", "VBG"):
                yield from self._noun(token)
            if tag in ("JJ", "VBN", "VBD", "JJR", "RB", "IN", "VBG"):
                yield from self._adjective(token)

    def arguments(self, verb: Token) -> Arguments:
        """The arguments of a verb, reckoned once."""
        if verb.i not in self._arguments:
            self._arguments[verb.i] = syntax.arguments(verb)
        return self._arguments[verb.i]

    # Verbs

    def _verb(self, verb: Token) -> Iterator[Match]:
        entries = self.lexicon.at(verb, "verb")
        if not entries:
            return
        found = self.arguments(verb)
        for entry in entries:
            frame = entry.frame
            if frame.particle and frame.particle not in found.particles and not _follows(verb, frame.particle):
                continue
            if found.particles and not frame.particle:
                continue
            binding = _Binding()
            if frame.subject and not self._bind(frame.subject, self._subjects(found), binding):
                continue
            if self._slots(frame, found, binding) or entry.relation.symmetric and self._mutual(frame, found, binding):
                yield from self._emit(entry, verb, binding)

    def _subjects(self, found: Arguments) -> list[Token]:
        """Deep subjects; for a passive without agent, the owner of the deed in "in", "during", "from" phrases is looked at too."""
        if found.subjects or not found.passive:
            return found.subjects
        return [token for link, token in found.prepositions if link in ("in", "during", "from", "through", "under") and token.tag_ in ("NN", "NNS") and self.actors.owner(token)]

    def _mutual(self, frame: Frame, found: Arguments, binding: _Binding) -> bool:
        """"Hamas and Israel reached a ceasefire": coordinated subjects are both ends of a symmetric relation."""
        parties = binding.roles.get("S", [])
        if len(parties) < 2 or binding.roles.get("O"):
            return False
        rest = [slot for slot in frame.slots if not (slot.filler and slot.filler.role == "O")]
        if len(rest) == len(frame.slots) or not all(self._slot(slot, found, binding) for slot in rest):
            return False
        if not rest and found.objects and not found.passive:
            return False
        binding.roles["S"], binding.roles["O"] = parties[:1], parties[1:]
        return True

    def _slots(self, frame: Frame, found: Arguments, binding: _Binding) -> bool:
        return all(self._slot(slot, found, binding) for slot in frame.slots)

    def _slot(self, slot: Slot, found: Arguments, binding: _Binding) -> bool:
        if slot.clause is not None:
            return self._clause(slot, found, binding)
        assert slot.filler is not None
        if not slot.prepositions:
            return self._bind(slot.filler, found.objects, binding)
        tokens = [token for link, token in found.prepositions if link in slot.prepositions]
        for word in (*binding.words, *found.objects):
            tokens += [token for link, token in syntax.prepositional(word) if link in slot.prepositions]
        if not tokens and {"to", "for"} & set(slot.prepositions):
            tokens = found.datives or (found.objects[:1] if found.passive and len(found.objects) > 1 else [])
        return self._bind(slot.filler, tokens, binding)

    def _clause(self, slot: Slot, found: Arguments, binding: _Binding) -> bool:
        assert slot.clause is not None
        for marker, verb in found.clauses:
            for part in syntax.conjuncts(verb):
                if marker in slot.prepositions and not set(slot.clause.heads).isdisjoint(base_forms(part)):
                    inner = self.arguments(part)
                    if self._slots(slot.clause, inner, binding):
                        binding.words.append(part)
                        return True
        return False

    def _bind(self, filler: Filler, tokens: Sequence[Token], binding: _Binding) -> bool:
        if filler.words:
            return self._bind_word(filler, tokens, binding)
        assert filler.role is not None
        names = [name for token in tokens for name in self.actors.all(token)]
        if filler.role == BOTH:
            if len(names) < 2:
                return False
            binding.roles["S"], binding.roles["O"] = names[:1], names[1:]
            return True
        if filler.types:
            names = [fitted for name in names if (fitted := self.actors.fit(name, filler.types, agent=filler.role == "S"))]
        if names:
            binding.roles.setdefault(filler.role, []).extend(names)
        return bool(names)

    def _bind_word(self, filler: Filler, tokens: Sequence[Token], binding: _Binding) -> bool:
        for token in tokens:
            for part in (token, *syntax.conjuncts(token)[1:]):
                if not _is_word(part, filler.words):
                    continue
                if filler.owner is None:
                    binding.words.append(part)
                    return True
                owners = self._owners(part, ("of", "from", "to"))
                if owners:
                    binding.words.append(part)
                    binding.roles.setdefault(filler.owner, []).extend(owners)
                    return True
        return False

    def _owners(self, noun: Token, links: Sequence[str]) -> list[Name]:
        """To whom a noun belongs: possessor, adjective or compound in front; else the phrase after one of the prepositions."""
        found: list[Name] = []
        for child in noun.children:
            if child.dep_ in ("poss", "amod", "compound", "nmod"):
                name = self.actors.names.by_head.get(child.i) if child.dep_ != "poss" else None
                names = self.actors.all(child) if child.dep_ == "poss" else [name] if name else []
                found += [n for n in names if child.dep_ == "poss" or n.name and n.type != "Person" and not n.alone]
        name = self.actors.names.covering.get(noun.i)
        if not found and name is not None and name.owner is not None and name.entry is None:
            found.append(name.owner)
        if not found:
            found = [name for link, token in syntax.prepositional(noun) if link in links for name in self.actors.all(token)]
        return found

    # Nouns: events and roles

    def _noun(self, noun: Token) -> Iterator[Match]:
        for entry in self.lexicon.at(noun, "noun"):
            binding = _Binding(words=[noun])
            if self._noun_slots(entry, noun, binding) or entry.relation.symmetric and self._mutual_noun(noun, binding):
                yield from self._emit(entry, noun, binding)
        for entry in self.lexicon.at(noun, "role"):
            binding = _Binding(words=[noun])
            if self._role_slots(entry, noun, binding):
                bearers = self._bearers(noun, entry)
                if bearers:
                    binding.roles["S"] = bearers
                    static = noun.dep_ not in ("attr", "oprd", "pobj")
                    yield from self._emit(entry, noun, binding, static=static)

    def _noun_slots(self, entry: Entry, noun: Token, binding: _Binding) -> bool:
        frame = entry.frame
        found = Arguments(noun, prepositions=list(syntax.prepositional(noun)))
        governor = noun.head
        if noun.dep_ in ("dobj", "nsubjpass", "attr") and syntax.is_verb(governor):
            outer = self.arguments(governor)
            found.prepositions += [(link, token) for link, token in outer.prepositions if link != "by"]
        found.clauses = [("to", child) for child in noun.children if child.dep_ in ("acl", "relcl", "xcomp") and child.tag_ == "VB"]
        if entry.relation.symmetric and not any("between" in slot.prepositions for slot in frame.slots):
            between = [token for link, token in found.prepositions if link in ("between", "among")]
            pair = [name for token in between for name in self.actors.all(token)]
            if len(pair) >= 2:
                binding.roles["S"], binding.roles["O"] = pair[:1], pair[1:]
                return True
        if frame.possessor:
            owners = self._owners(noun, ())
            if not owners:
                return False
            binding.roles[frame.possessor] = owners
        if not self._slots(frame, found, binding):
            return False
        if "S" not in binding.roles:
            binding.roles["S"] = self._agents(noun, frame, binding)
            if not binding.roles["S"] and entry.relation.id in _PARTNERS and "O" in binding.roles:
                binding.roles["S"] = self._topic(noun, binding.roles["O"])
        if "O" not in binding.roles:
            owners = self._owners(noun, ())
            binding.roles["O"] = [name for name in owners if name not in binding.roles["S"]]
        return bool(binding.roles["S"] and binding.roles["O"])

    def _mutual_noun(self, noun: Token, binding: _Binding) -> bool:
        """"X and Y signed a pact": the coordinated subjects of the light verb."""
        parties = self._light_subject(noun)
        if len(parties) < 2 or binding.roles.get("O"):
            return False
        binding.roles["S"], binding.roles["O"] = parties[:1], parties[1:]
        return True

    def _agents(self, noun: Token, frame: Frame, binding: _Binding) -> list[Name]:
        """Who does what an event noun says."""
        by = [name for link, token in syntax.prepositional(noun) if link == "by" for name in self.actors.all(token)]
        if by:
            return by
        taken = any("of" in slot.prepositions for slot in frame.slots)
        owners = self._owners(noun, () if taken else ("of",))
        if owners:
            return [name for name in owners if name not in binding.roles.get("O", ())]
        return self._light_subject(noun) or self._instrument_owner(noun)

    def _topic(self, noun: Token, partners: Sequence[Name]) -> list[Name]:
        """"new contracts with France": the other party is the state that the text last spoke of, here or a sentence before."""
        before = noun.sent.start - 1
        first = noun.doc[before].sent.start if before >= 0 else 0
        others = {name.entry.id for name in partners if name.entry}
        for name in reversed(list(self.actors.names)):
            if first <= name.start < noun.i and name.entry and name.type == "Country" and name.entry.id not in others:
                led = name.end < len(noun.doc) and noun.doc[name.end].text == "-"
                if not led:
                    return [name]
        return []

    def _instrument_owner(self, noun: Token) -> list[Name]:
        """"The killing of X in a U.S. drone strike": whose deed the deed is part of."""
        for link, token in syntax.prepositional(noun):
            if link in ("in", "during", "by", "through", "with") and token.tag_ in ("NN", "NNS"):
                owners = self._owners(token, ("by",))
                if owners:
                    return owners
        return []

    def _light_subject(self, noun: Token) -> list[Name]:
        governor = noun.head
        depth = 0
        while depth < 3 and (noun.dep_ == "conj" or noun.dep_ == "pobj" and governor.lower_ == "of" and governor.head.lemma_ in TRANSPARENT):
            above = noun.head if noun.dep_ == "conj" else governor.head
            noun, governor, depth = above, above.head, depth + 1
        if noun.dep_ == "pobj" and governor.tag_ == "IN" and governor.lower_ in ("with", "in", "for", "to"):
            outer_verb = governor.head
            if syntax.is_verb(outer_verb) and outer_verb.lemma_ in ("respond", "retaliate", "react", "go", "engage", "participate", "continue"):
                return self._actors_of(self.arguments(outer_verb).subjects)
            return []
        if noun.dep_ in ("dobj", "nsubjpass") and syntax.is_verb(governor) and governor.lemma_.lower() in _LIGHT:
            return self._actors_of(self.arguments(governor).subjects)
        return []

    def _actors_of(self, tokens: Sequence[Token]) -> list[Name]:
        return [name for token in tokens for name in self.actors.all(token)]

    def _role_slots(self, entry: Entry, noun: Token, binding: _Binding) -> bool:
        frame, words, relation = entry.frame, len(entry.words), entry.relation.id
        for slot in frame.slots:
            if "of" in slot.prepositions and slot.filler and slot.filler.role:
                owners = self._role_owners(noun, slot, words) or self._known_office(noun, relation)
                if not owners:
                    return False
                binding.roles[slot.filler.role] = owners
            else:
                found = Arguments(noun, prepositions=list(syntax.prepositional(noun)))
                bearer = noun.head
                if noun.dep_ == "compound":
                    found.prepositions += list(syntax.prepositional(bearer))
                if noun.dep_ in ("attr", "oprd", "dobj") and syntax.is_verb(bearer):
                    found.prepositions += self.arguments(bearer).prepositions
                if not self._slot(slot, found, binding):
                    return False
        return True

    def _role_owners(self, noun: Token, slot: Slot, words: int) -> list[Name]:
        filler = slot.filler
        assert filler is not None
        owners = self._before(noun, words) or self._owners(noun, (*slot.prepositions, "of", "for", "in"))
        if filler.types:
            owners = [fitted for name in owners if (fitted := self.actors.fit(name, filler.types, agent=True))]
        return owners

    def _known_office(self, noun: Token, relation: str) -> list[Name]:
        """"Prime Minister Imran Khan" with no country beside it: the one that the gazetteer knows, if the article names it."""
        bearer = self._titled(noun)
        for term in bearer.entry.terms if bearer and bearer.entry else ():
            if term.role == relation and (owner := self.actors.names.of_entry(term.of, noun.i)):
                return [owner]
        return []

    def _before(self, noun: Token, words: int) -> list[Name]:
        """The owner that stands in front of a title, other titles and modifiers aside: "Russian Deputy Foreign Minister"."""
        doc, index = noun.doc, noun.i - words
        start = noun.sent.start
        steps = 0
        while index >= start and steps < 8:
            token = doc[index]
            name = self.actors.names.covering.get(index)
            if name is not None and name.name and name.type != "Person":
                return [name]
            if not (token.tag_ in ("NN", "NNS", "NNP", "JJ", "POS", "CC", "HYPH") or token.text in ("-", "'s", "’s", "&", "’")) or token.i in self.actors.names.by_head and name is not None and name.type == "Person":
                return []
            if token.tag_ == "CC" and steps == 0 or token.tag_ == "POS" and index - 1 not in self.actors.names.covering:
                return []
            index, steps = index - 1, steps + 1
        return []

    def _bearers(self, noun: Token, entry: Entry) -> list[Name]:
        """Whom a role noun describes."""
        names = self.actors.names
        named = self._titled(noun)
        if named:
            return [named]
        for child in noun.children:
            other = names.by_head.get(child.i)
            if child.dep_ == "appos" and other and other.name and not other.adjective:
                return [other]
        head, dep = noun.head, noun.dep_
        while dep == "conj":
            head, dep = head.head, head.dep_
        if dep == "appos":
            bearer = self.actors.of(head)
            return [bearer] if bearer else []
        if dep in ("attr", "oprd") and syntax.is_verb(head):
            outer = self.arguments(head)
            return self._actors_of([t for t in (outer.objects if outer.passive else outer.subjects) if t.i != noun.i])
        if dep == "pobj" and head.lower_ == "as" and syntax.is_verb(head.head):
            outer = self.arguments(head.head)
            return self._actors_of(outer.objects or outer.subjects)
        own = names.by_head.get(noun.i)
        if own is not None and own.name and own.type in _DESCRIBED and self.vocabulary.classes.any_of(own.type, entry.relation.domain):
            return [own]
        return []

    def _titled(self, noun: Token) -> Name | None:
        """The person's name that directly follows a title, or a title with "of" and its owner."""
        doc, names = noun.doc, self.actors.names
        index = noun.i + 1
        end = noun.sent.end
        last = max((t.i for link, inner in syntax.prepositional(noun) for t in inner.subtree if link in ("of", "for", "to", "in") and t.i > noun.i), default=noun.i)
        for start in dict.fromkeys((index, last + 1)):
            while start < end and doc[start].tag_ in ("NN", "NNP", "CC", "JJ") and start not in names.covering and start - noun.i < 8 and doc[start].lower_ in self.lexicon.titles() | {"and", "general"}:
                start += 1
            name = names.covering.get(start)
            if name is not None and name.start == start and name.type == "Person":
                return name
        covering = self._inside_person(noun)
        return covering

    def _inside_person(self, noun: Token) -> Name | None:
        head = noun.head
        name = self.actors.names.by_head.get(head.i)
        if noun.dep_ == "compound" and name and name.type == "Person" and noun.i < name.start:
            return name
        return None

    # Adjectives and affixes

    def _adjective(self, token: Token) -> Iterator[Match]:
        for entry in self.lexicon.at(token, "adj"):
            binding = _Binding(words=[token])
            found = Arguments(token, prepositions=list(syntax.prepositional(token)))
            if token.dep_ in ("acomp", "oprd") and syntax.is_verb(token.head):
                found.prepositions += self.arguments(token.head).prepositions
            found.clauses = [("to", child) for child in token.children if child.dep_ in ("xcomp", "ccomp")]
            if not self._slots(entry.frame, found, binding):
                continue
            bearers = self._described(token)
            if bearers and "S" not in binding.roles:
                binding.roles["S"] = bearers
            if "S" in binding.roles:
                yield from self._emit(entry, token, binding, static=token.dep_ == "amod")
        yield from self._affix(token)

    def _described(self, token: Token) -> list[Name]:
        head = token.head
        if token.dep_ in ("amod", "acl"):
            return self.actors.all(head)
        if syntax.is_verb(token) and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
            found = self.arguments(token)
            return self._actors_of(found.objects if found.passive else found.subjects)
        if token.dep_ in ("acomp", "oprd", "prep", "advcl") and syntax.is_verb(head):
            return self._actors_of(self.arguments(head).subjects or self.arguments(head).objects)
        if token.dep_ in ("appos", "relcl"):
            return self.actors.all(head)
        return []

    def _affix(self, token: Token) -> Iterator[Match]:
        doc, names = token.doc, self.actors.names
        if token.i < 2 or doc[token.i - 1].text not in ("-", "–"):
            return
        before = doc[token.i - 2]
        bearer = self.actors.all(token.head) if token.dep_ in ("amod", "compound", "nmod") else []
        for form in dict.fromkeys((token.lower_, before.lower_)):
            for entry in self.lexicon.index["affix"].get(form, ()):
                suffix = entry.frame.affix == "suffix"
                name = names.covering.get(before.i if suffix else token.i)
                if (form == token.lower_) is suffix and name is not None and name.name and bearer:
                    binding = _Binding({"S": bearer, "O": [name]}, [token if suffix else before])
                    yield from self._emit(entry, token, binding, static=True)

    # Results

    def _emit(self, entry: Entry, predicate: Token, binding: _Binding, *, static: bool = False) -> Iterator[Match]:
        relation = entry.relation
        cues = tuple(sorted({predicate.i: predicate, **{word.i: word for word in binding.words}}.values(), key=lambda t: t.i))
        for subject in binding.roles.get("S", ()):
            for object_ in binding.roles.get("O", ()):
                first = self.actors.fit(subject, relation.domain, agent=True)
                second = self.actors.fit(object_, relation.range)
                if first is None or second is None or not first.name or not second.name:
                    self.refused.append((entry, predicate, subject, object_))
                elif first.key != second.key and not _same(first, second, relation.kind) and not (first.start < second.end and second.start < first.end):
                    yield Match(entry, predicate, first, second, cues, static)


def _is_word(token: Token, words: frozenset[str]) -> bool:
    lemma = token.lemma_.lower()
    if lemma in words or token.lower_ in words:
        return True
    before = token.nbor(-1).lower_ if token.i else ""
    return f"{before}-{lemma}" in words


def _follows(verb: Token, particle: str) -> bool:
    """A particle that the parser took for an adverb or preposition right after the verb."""
    return any(child.lower_ == particle and child.dep_ in ("prt", "advmod", "prep") for child in verb.children)


def _same(first: Name, second: Name, kind: str) -> bool:
    """Whether an event would have a state and its own capital at its ends."""
    return kind == "event" and first.entry is not None and first.entry is second.entry
