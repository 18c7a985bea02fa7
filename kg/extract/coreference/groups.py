"""Groups of actors: whom "both", "the two countries", "the pair" and "they" stand for.

The actors that a sentence just before coordinates or relates to one another; where two groups are
as good, nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.coreference.memory import rank_of
from kg.extract.mentions.names import Name, Names
from kg.extract.parse.syntax import VERBAL, arguments, clause_of, conjuncts
from kg.extract.words.references import References, references
from kg.gazetteer import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_STATES = ("Country", "DeFactoState")
_KINDS = {
    "person": ("Person",),
    "ruler": ("Person",),
    "company": ("Company",),
    "armed": ("ArmedGroup", "PoliticalParty", "Organisation"),
}
_LESSER = frozenset(("vice", "deputy", "former"))
_BODIES = frozenset(
    "Country DeFactoState IGO Bloc Organisation GovernmentBody Government Company ArmedGroup "
    "PoliticalParty NGO ArmedForce MediaOutlet".split()
)
_PLACES = frozenset("nsubj nsubjpass dobj pobj agent dative poss conj".split())
_BEFORE = ("det", "predet", "nummod", "amod", "nmod")
_ALONE = ("both", "each")
_DEFINITE = ("the", "these", "those", "both")
_MODIFIERS = ("relcl", "acl")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP")
_BESIDE = ("with", "against", "between", "and")
_WINDOW = 3
# Sentences that say whom an article is about, and how far back three may have been named.
_OPENING, _FAR = 2, 20


@dataclass(frozen=True, slots=True)
class Group:
    """Actors that belong together; `rank` is 0 where they are subjects."""

    names: tuple[Name, ...]
    last: int
    rank: int

    @property
    def keys(self) -> frozenset[str]:
        """What identifies its members."""
        return frozenset(name.key for name in self.names)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a word asks for: members of a kind, and how many; `bare` without a noun of its own."""

    kind: str
    size: int | None
    bare: bool = False


class Groups:
    """The groups of one document; `single` gives the antecedent of a word that means one actor."""

    def __init__(self, doc: Doc, names: Names, single: Callable[[Token], Name | None]) -> None:
        self.doc, self.names, self.single = doc, names, single
        self.table = references()
        self.found: dict[int, Group] = {}
        self._sentences: list[TokenSpan] = list(doc.sents)
        self._pair: tuple[int, tuple[Name, ...]] = -2, ()

    def of(self, token: Token) -> tuple[Name, ...]:
        """The actors that a token stands for together, as mentions there; none if it is alone."""
        group = self.found.get(token.i)
        return group.names if group else ()

    def resolve(self, token: Token, number: int) -> bool:
        """Whether a word of sentence `number` stands for a group; then it is remembered."""
        wanted = _wanted(token, self.table)
        group = self._find(wanted, token, number) if wanted else None
        if group is not None:
            self._remember(group, token)
        return group is not None

    def they(self, token: Token, number: int, rival: Name | None) -> bool:
        """Whether "they" stands for coordinated subjects; `rival` is another plural before it."""
        for back in (0, 1):
            if back > number:
                break
            groups = self._coordinated(number - back, token.i)
            group = _only([g for g in groups if not g.rank and _alike(g)])
            if group is None or back and self._plural_after(group, number - 1):
                continue
            if not back and token.dep_ in ("dobj", "dative") or _lasts(rival, group, self.doc):
                return False
            self._remember(group, token)
            return True
        return False

    def mutual(self, token: Token) -> bool:
        """As "each accused the other": whether "the other" is the rest of the clause's group."""
        if token.lower_ != "other" and token.lemma_ not in self.table.groups:
            return False
        words = [token.lower_, *(child.lower_ for child in token.children)]
        other = "the" in words and "other" in words
        subjects = arguments(clause_of(token)).subjects if other else []
        each = [t for t in subjects if t.i in self.found]
        return any(t.lower_ == "each" or t.nbor(-1).lower_ == "each" for t in each if t.i)

    def taken_up(self, number: int) -> bool:
        """Whether "the former" was the first of a pair in this sentence or the one before."""
        return self._pair[0] >= number - 1

    def pair(self, token: Token, number: int) -> tuple[Name, ...]:
        """The two actors before "the former" and "the latter", in order of the text.

        After "the former", "the latter" is the other of the same two.
        """
        last, names = self._pair
        if token.lower_ == "former" or last < number - 1:
            group = self._find(_Wanted("any", 2), token, number)
            names = tuple(sorted(group.names, key=lambda name: name.start)) if group else ()
            self._pair = number if token.lower_ == "former" else -2, names
        return names

    def _remember(self, group: Group, token: Token) -> None:
        members = tuple(
            replace(
                name,
                start=token.i,
                end=token.i + 1,
                head=token.i,
                antecedent=name.antecedent or name,
            )
            for name in group.names
        )
        self.found[token.i] = Group(members, token.i, rank_of(token))

    def _find(self, wanted: _Wanted, token: Token, number: int) -> Group | None:
        avoided = self._own_subjects(token)
        pool: dict[str, Name] = {}
        for place in range(number, max(-1, number - _WINDOW - 1), -1):
            before = token.i if place == number else len(self.doc)
            related = self._related(place, token) if wanted.size else []
            for groups in (self._coordinated(place, before), related):
                fitting = list(self._fitting(groups, wanted, avoided))
                if fitting and groups is related:
                    return self._topic(wanted, avoided, number) or _only(fitting)
                if fitting:
                    return _only(fitting)
            if wanted.bare and self._things(place, before, wanted.size):
                return None
            if place == number:
                if whole := self._named_before(wanted, token, number):
                    return whole if whole.keys.isdisjoint(avoided) else None
            elif wanted.size:
                pool |= {n.key: n for n in self._members(place, wanted.kind) if n.key not in pool}
                pool = {key: name for key, name in pool.items() if key not in avoided}
                if len(pool) >= wanted.size:
                    listed = self._elsewhere(wanted, avoided, number) if wanted.size > 2 else None
                    return listed or _exactly(pool, wanted.size)
        return self._elsewhere(wanted, avoided, number)

    def _topic(self, wanted: _Wanted, avoided: frozenset[str], number: int) -> Group | None:
        """The pair that the article is about, where the last sentences name both of it."""
        topic = self._elsewhere(wanted, avoided, number) if wanted.size == 2 else None
        if topic is None:
            return None
        places = range(max(0, number - _WINDOW), number)
        near = {n.key for place in places for n in self._members(place, wanted.kind)}
        return topic if topic.keys <= near else None

    def _elsewhere(self, wanted: _Wanted, avoided: frozenset[str], number: int) -> Group | None:
        """A group of three that was named earlier; of two, the pair that the article is about."""
        if wanted.size == 2 and wanted.kind in ("body", "state"):
            places = range(min(number, _OPENING))
        elif (wanted.size or 0) > 2:
            places = range(number - 1, max(-1, number - _FAR), -1)
        else:
            return None
        for place in places:
            groups = self._coordinated(place, len(self.doc))
            if fitting := list(self._fitting(groups, wanted, avoided)):
                return _only(fitting)
        return None

    def _named_before(self, wanted: _Wanted, token: Token, number: int) -> Group | None:
        """As "Seoul sent Tokyo a proposal for both sides": all that the sentence has named."""
        if not wanted.size or rank_of(token) == 0 and clause_of(token).tag_ != "VB":
            return None
        members = [n for n in self._members(number, wanted.kind) if n.head < token.i]
        return _exactly({name.key: name for name in members}, wanted.size)

    def _own_subjects(self, token: Token) -> frozenset[str]:
        """Who acts on the group in its clause, and so is no part of it."""
        inside = token.dep_ == "pobj" and token.head.head == clause_of(token)
        if token.dep_ != "dobj" and not inside:
            return frozenset()
        subjects = arguments(clause_of(token)).subjects
        names = [name for subject in subjects if (name := self._name(subject))]
        return frozenset(state.key for name in names if (state := _as(name, "any")))

    def _coordinated(self, number: int, before: int) -> list[Group]:
        """Coordinations of actors in a sentence, and the words there that stand for groups."""
        found = []
        for token in self._sentences[number]:
            if token.i >= before:
                break
            if token.i in self.found:
                found.append(self.found[token.i])
            elif token.dep_ != "conj" and any(c.dep_ == "conj" for c in token.children):
                parts = conjuncts(token)
                names = [name for part in parts if (name := self._name(part))]
                if len(names) == len(parts) and parts[-1].i < before:
                    found.append(Group(tuple(names), parts[-1].i, rank_of(token)))
        return found

    def _related(self, number: int, token: Token) -> list[Group]:
        """Subjects and objects of the verbs of a sentence, together."""
        own, found = clause_of(token), []
        for verb in self._sentences[number]:
            if verb.tag_ not in VERBAL or verb == own or verb.i > token.i:
                continue
            outer = arguments(verb)
            beside = [inner for link, inner in outer.prepositions if link in _BESIDE]
            ends = [part for t in outer.subjects for part in conjuncts(t)]
            others = [part for t in (*outer.objects, *beside) for part in conjuncts(t)]
            if not ends or not others or any(t.i >= token.i for t in (*ends, *others)):
                continue
            names = [name for part in (*ends, *others) if (name := self._name(part))]
            found.append(Group(tuple(names), verb.i, rank_of(verb)))
        return found

    def _fitting(
        self, groups: Iterable[Group], wanted: _Wanted, avoided: frozenset[str]
    ) -> Iterator[Group]:
        for group in groups:
            names = [_as(name, wanted.kind) for name in group.names]
            members = {name.key: name for name in names if name is not None}
            whole = Group(tuple(members.values()), group.last, group.rank)
            if len(members) < max(2, len(set(group.keys))) or whole.keys & avoided:
                continue
            foes = wanted.kind == "any" and not wanted.size
            if foes and any(name.type == "Person" for name in whole.names):
                continue
            if wanted.size in (None, len(members)) and _alike(whole):
                yield whole

    def _members(self, number: int, kind: str) -> Iterator[Name]:
        for token in self._sentences[number]:
            name = self.names.by_head.get(token.i)
            if name is not None and name.type == "Person" and token.dep_ == "compound":
                continue  # "Cambodian leader Hun Manet" is one
            fitted = _as(name, kind) if name is not None and name.name else None
            if fitted is not None:
                yield fitted

    def _things(self, number: int, before: int, size: int | None) -> bool:
        """Whether a sentence coordinates as many things that are no actors."""
        for token in self._sentences[number]:
            if token.tag_ in _NOUNS and token.dep_ != "conj" and token.i < before:
                parts = conjuncts(token)
                names = [self._name(part) for part in parts]
                if len(parts) == size and not all(name and _as(name, "any") for name in names):
                    return True
        return False

    def _plural_after(self, group: Group, number: int) -> bool:
        """Whether another plural is the subject after the group: "…, and the talks failed"."""
        return any(
            token.i > group.last and token.tag_ == "NNS" and token.dep_ in ("nsubj", "nsubjpass")
            for token in self._sentences[number]
        )

    def _name(self, token: Token) -> Name | None:
        name = self.names.by_head.get(token.i)
        if name is None or not name.entry and (token.tag_ == "NN" or name.type == "Person"):
            for child in token.children:
                other = self.names.by_head.get(child.i)
                if child.dep_ == "appos" and other and other.type == "Person":
                    return other
        return name if name is not None and name.name else self.single(token)


def _wanted(token: Token, table: References) -> _Wanted | None:
    lemma = token.lemma_.lower()
    if token.dep_ not in _PLACES or lemma not in table.sizes and lemma not in table.groups:
        return None
    words = [c.lower_ for c in token.children if c.dep_ in _BEFORE]
    of = any(c.lower_ == "of" for c in token.children)
    if any(c.dep_ in _MODIFIERS for c in token.children) or "other" in words:
        return None
    if lemma in table.sizes:
        alone = lemma in _ALONE and not words or any(word in _DEFINITE for word in words)
        joined = of or any(c.dep_ in ("conj", "compound") for c in token.children)
        return _Wanted("any", table.sizes[lemma], bare=True) if alone and not joined else None
    kind = table.groups[lemma]
    if kind == "body" and any(c.dep_ == "compound" for c in token.children):
        return None  # "the three opposition parties"
    sizes = [table.sizes[word] for word in words if word in table.sizes]
    if of and (kind != "state" or not sizes):
        return None
    if token.tag_ == "NN":  # "each side"
        return _Wanted(kind, 2) if "each" in words else None
    if sizes and any(word in _DEFINITE for word in words):
        return _Wanted(kind, sizes[0])
    single = len(words) == 1 and words[0] in _DEFINITE
    return _Wanted(kind, None) if single and lemma in table.unnumbered else None


def _as(name: Name, kind: str) -> Name | None:
    """A member of a group of that kind, or None; an adjective or a capital is its state."""
    entry = name.entry
    if entry is not None and entry.type in _STATES and kind in ("state", "body", "any"):
        if name.kind is NameKind.PEOPLE:
            return None
        return replace(name, type=entry.type, name=entry.label, kind=NameKind.NAME)
    if kind in ("body", "any"):
        fits = name.type == "Person" and kind == "any" or name.type in _BODIES
        return name if fits and (not name.alone or name.type == "ArmedGroup") else None
    lesser = kind == "ruler" and not _LESSER.isdisjoint((name.title or "").lower().split())
    return name if name.type in _KINDS.get(kind, ()) and not (name.alone or lesser) else None


def _alike(group: Group) -> bool:
    """Whether all are persons, or none."""
    members = [_as(name, "any") for name in group.names]
    return None not in members and len({m.type == "Person" for m in members if m}) == 1


def _exactly(members: dict[str, Name], size: int) -> Group | None:
    whole = Group(tuple(members.values()), 0, 2)
    return whole if len(members) == size and _alike(whole) else None


def _only(groups: Sequence[Group]) -> Group | None:
    """The one group, or the one that is subject; None if several are as good."""
    for chosen in (groups, [group for group in groups if not group.rank]):
        if len({group.keys for group in chosen}) == 1:
            return chosen[-1]
    return None


def _lasts(rival: Name | None, group: Group, doc: Doc) -> bool:
    """Whether another plural is nearer than the group, or a subject beside it."""
    if rival is None or rival.key in group.keys:
        return False
    head = doc[rival.head]
    return head.i > group.last or doc[group.last].sent == head.sent and rank_of(head) == 0
