"""ontology/ as a closed vocabulary: actor classes, relations, and the lexicon frames that state them. An unknown name raises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg import frames, resources
from kg.errors import OntologyError
from kg.frames import Frame
from kg.model import Status

PLOVER_TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
    "ASSAULT"
).split()  # fmt: skip
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEYS = frozenset(
    "id label definition kind domain range inverse symmetric super plover cameo context note lexicon examples".split()
)


def load_yaml(path: Path) -> Any:
    """The parsed file; a syntax error becomes an `OntologyError` that names file and line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as error:
        raise OntologyError(f"{path.name}: not valid YAML: {error}") from error


@dataclass(frozen=True, slots=True)
class ActorClass:
    """A kind of actor; `abstract` kinds only group others."""

    name: str
    label: str
    definition: str
    parents: tuple[str, ...]
    abstract: bool = False


class Classes(Mapping[str, ActorClass]):
    """The hierarchy of actor classes."""

    def __init__(self, classes: Mapping[str, ActorClass]) -> None:
        self._classes = dict(classes)
        self._above = {name: frozenset(self._climb(name, ())) for name in self._classes}

    def __getitem__(self, name: str) -> ActorClass:
        try:
            return self._classes[name]
        except KeyError:
            raise OntologyError(f"{name!r} is no actor class{_hint(name, self._classes)}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether `name` is `ancestor` or lies below it."""
        return ancestor in self._above[name]

    def any_of(self, name: str, ancestors: tuple[str, ...]) -> bool:
        """Whether `name` is one of `ancestors` or lies below one."""
        return not self._above[name].isdisjoint(ancestors)

    def _climb(self, name: str, path: tuple[str, ...]) -> Iterator[str]:
        if name in path:
            raise OntologyError(f"classes.yaml: {' < '.join((*path, name))} is a cycle")
        yield name
        for parent in self[name].parents:
            yield from self._climb(parent, (*path, name))


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

    def _check(self, relation: Relation) -> None:
        for name in (*relation.domain, *relation.range):
            self.classes[name]
        self.supers(relation.id)
        if relation.plover_type and relation.plover_type not in PLOVER_TYPES:
            raise OntologyError(f"{relation.id}: {relation.plover_type!r} is no PLOVER type")
        for frame in relation.lexicon:
            for slot in frame.slots:
                for name in slot.filler.types if slot.filler else ():
                    self.classes[name]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of ontology/, read once."""
    return load(resources.folder("ontology"))


def load(folder: Path) -> Vocabulary:
    """Read the ontology below `folder`; raises `OntologyError` that names the file and what is wrong in it."""
    nouns = {k: frozenset(map(str, v)) for k, v in load_yaml(folder / "nouns.yaml").items()}
    relations = {}
    for path in sorted((folder / "relations").glob("*.yaml")):
        relations[path.stem] = _relation(path, nouns)
    return Vocabulary(relations, load_classes(folder / "actors" / "classes.yaml"))


def load_classes(path: Path) -> Classes:
    """Read the hierarchy of actor classes."""
    return Classes(
        {
            name: ActorClass(
                name,
                entry["label"],
                entry["definition"],
                tuple(entry["parents"]),
                bool(entry.get("abstract")),
            )
            for name, entry in load_yaml(path).items()
        }
    )


def _relation(path: Path, nouns: Mapping[str, frozenset[str]]) -> Relation:
    data = load_yaml(path)
    if unknown := sorted(set(data) - _KEYS):
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
    except OntologyError as error:
        raise OntologyError(f"{path.name}: {error}") from error


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
