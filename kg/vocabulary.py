"""ontology/ as a closed vocabulary: relations, their ends, and the lexicon frames that state them.

An unknown name raises.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from kg import frames, resources
from kg.classes import Classes, load_classes
from kg.errors import OntologyError
from kg.frames import Filler, Frame
from kg.model import Status
from kg.resources import load_yaml

PLOVER_TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT"
).split()
MUST_MATCH, MUST_NOT_MATCH = 3, 2
_KEYS = frozenset(
    "id label definition kind domain range inverse symmetric super plover cameo context note "
    "lexicon examples".split()
)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a relation must match, or must not (`matches` is False)."""

    text: str
    subject: str
    object: str
    status: Status
    matches: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """One entry of ontology/relations."""

    id: str
    label: str
    definition: str
    kind: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool
    inverse: str | None = None
    super: str | None = None
    plover_type: str | None = None
    plover_mode: str | None = None
    plover_score: float | None = None
    cameo: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    note: str | None = None
    lexicon: tuple[Frame, ...] = ()
    examples: tuple[Example, ...] = ()


class Vocabulary(Mapping[str, Relation]):
    """All relations by id, with the actor classes that they hold between."""

    def __init__(self, relations: Mapping[str, Relation], classes: Classes) -> None:
        self._relations = dict(sorted(relations.items()))
        self.classes = classes
        for relation in self._relations.values():
            self._check(relation)

    def __getitem__(self, name: str) -> Relation:
        try:
            return self._relations[name]
        except KeyError:
            raise OntologyError(f"{name!r} is no relation{_hint(name, self._relations)}") from None

    def __contains__(self, name: object) -> bool:
        return name in self._relations

    def __iter__(self) -> Iterator[str]:
        return iter(self._relations)

    def __len__(self) -> int:
        return len(self._relations)

    def supers(self, name: str) -> tuple[str, ...]:
        """The relations above this one, nearest first."""
        found: list[str] = []
        above = self[name].super
        while above:
            if above in (name, *found):
                raise OntologyError(f"{name}: its super-relations {' < '.join(found)} are a cycle")
            found.append(above)
            above = self[above].super
        return tuple(found)

    def admits(self, relation: str, subject: str, object_: str) -> bool:
        """Whether actors of these classes may be subject and object of the relation."""
        entry = self[relation]
        is_subject = self.classes.any_of(subject, entry.domain)
        return is_subject and self.classes.any_of(object_, entry.range)

    def faults(self) -> Iterator[str]:
        """What is well formed and yet wrong: too few examples, lines that can never match."""
        for relation in self._relations.values():
            yield from (f"{relation.id}.yaml: {why}" for why in self._faults(relation))

    def _check(self, relation: Relation) -> None:
        try:
            self.supers(relation.id)
            if relation.plover_type and relation.plover_type not in PLOVER_TYPES:
                raise OntologyError(f"{relation.plover_type!r} is no PLOVER type")
            types = (f.types for frame in relation.lexicon for f in _fillers(frame))
            for name in (*relation.domain, *relation.range, *chain.from_iterable(types)):
                self.classes[name]
        except OntologyError as error:
            raise OntologyError(f"{relation.id}.yaml: {error}") from error

    def _faults(self, relation: Relation) -> Iterator[str]:
        matching = sum(example.matches for example in relation.examples)
        if matching < MUST_MATCH:
            yield f"{matching} examples must match, {MUST_MATCH} are needed"
        if len(relation.examples) - matching < MUST_NOT_MATCH:
            yield f"fewer than {MUST_NOT_MATCH} examples must not match"
        for frame in relation.lexicon:
            if not all(self._can_fill(filler, relation) for filler in _fillers(frame)):
                yield f"{frame.text!r} can never match: no actor class is in the slot and the ends"
        for above in self.supers(relation.id):
            if not self._narrows(relation, self[above]):
                yield f"its ends admit more than those of {above}, which it narrows"

    def _can_fill(self, filler: Filler, relation: Relation) -> bool:
        """Whether some class of actors is both among the slot's classes and the relation's."""
        if not filler.types or not filler.role:
            return True
        ends = relation.domain if filler.role == "S" else relation.range
        return any(
            self.classes.any_of(name, filler.types) and self.classes.any_of(name, ends)
            for name in self.classes.concrete
        )

    def _narrows(self, relation: Relation, above: Relation) -> bool:
        sides = ((relation.domain, above.domain), (relation.range, above.range))
        return all(
            self.classes.any_of(name, wide)
            for narrow, wide in sides
            for name in self.classes.concrete
            if self.classes.any_of(name, narrow)
        )


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of ontology/, read once."""
    return load(resources.folder("ontology"))


def load(folder: Path) -> Vocabulary:
    """Read the ontology below `folder`; an `OntologyError` names the file and what is wrong."""
    nouns = load_nouns(folder / "nouns.yaml")
    relations = {}
    for path in sorted((folder / "relations").glob("*.yaml")):
        relations[path.stem] = _relation(path, nouns)
    return Vocabulary(relations, load_classes(folder / "actors" / "classes.yaml"))


@cache
def noun_classes() -> Mapping[str, frozenset[str]]:
    """The noun classes that lexicon lines name, read once."""
    return load_nouns(resources.folder("ontology") / "nouns.yaml")


def load_nouns(path: Path) -> dict[str, frozenset[str]]:
    """Read the noun classes: name -> lemmas."""
    return {name: frozenset(map(str, words)) for name, words in load_yaml(path).items()}


def _relation(path: Path, nouns: Mapping[str, frozenset[str]]) -> Relation:
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise OntologyError(f"{path.name}: expected the keys of a relation")
    if unknown := sorted(set(map(str, data)) - _KEYS):
        raise OntologyError(f"{path.name}: unknown key {unknown[0]!r}")
    if data.get("id") != path.stem:
        raise OntologyError(f"{path.name}: its id is {data.get('id')!r}, not its file name")
    plover = data.get("plover") or {}
    try:
        return Relation(
            id=data["id"],
            label=data["label"],
            definition=data["definition"],
            kind=data["kind"],
            domain=tuple(data["domain"]),
            range=tuple(data["range"]),
            symmetric=data["symmetric"],
            inverse=data.get("inverse"),
            super=data.get("super"),
            plover_type=plover.get("type"),
            plover_mode=plover.get("mode"),
            plover_score=plover.get("score"),
            cameo=tuple(data.get("cameo", ())),
            context=tuple(data.get("context", ())),
            note=data.get("note"),
            lexicon=tuple(_frames(data.get("lexicon") or {}, nouns)),
            examples=tuple(_examples(data.get("examples") or {})),
        )
    except KeyError as error:
        raise OntologyError(f"{path.name}: key {error} is missing") from error
    except (OntologyError, ValueError, TypeError, AttributeError) as error:
        raise OntologyError(f"{path.name}: {error}") from error


def _fillers(frame: Frame) -> Iterator[Filler]:
    """All that may fill the slots of a frame, its subject and inner clauses included."""
    if frame.subject:
        yield frame.subject
    for slot in frame.slots:
        if slot.filler:
            yield slot.filler
        if slot.clause:
            yield from _fillers(slot.clause)


def _frames(
    lexicon: Mapping[str, list[str]], nouns: Mapping[str, frozenset[str]]
) -> Iterator[Frame]:
    for kind, lines in lexicon.items():
        for line in lines:
            yield frames.parse(kind, line, nouns)


def _examples(examples: Mapping[str, list[dict[str, str]]]) -> Iterator[Example]:
    for group, matches in (("match", True), ("refuse", False)):
        for entry in examples.get(group) or ():
            status = Status(entry.get("status", "asserted"))
            yield Example(entry["text"], entry["subject"], entry["object"], status, matches)


def _hint(name: str, names: Mapping[str, Any]) -> str:
    close = get_close_matches(name, names, 1)
    return f"; did you mean {close[0]!r}?" if close else ""
