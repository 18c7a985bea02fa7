"""The kinds of actor and their hierarchy, as ontology/actors/classes.yaml tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kg import resources
from kg.errors import OntologyError


@dataclass(frozen=True, slots=True)
class ActorClass:
    """A kind of actor; `abstract` kinds only group others."""

    name: str
    label: str
    definition: str
    parents: tuple[str, ...]
    abstract: bool = False


class Classes(Mapping[str, ActorClass]):
    """The hierarchy of actor classes by name; an unknown name raises `OntologyError`."""

    def __init__(self, classes: Mapping[str, ActorClass]) -> None:
        self._classes = dict(classes)
        self._above = {name: frozenset(self._climb(name, ())) for name in self._classes}

    def __getitem__(self, name: str) -> ActorClass:
        if name not in self._classes:
            close = get_close_matches(name, self._classes, 1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            raise OntologyError(f"{name!r} is no actor class{hint}")
        return self._classes[name]

    def __contains__(self, name: object) -> bool:
        return name in self._classes

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)

    @property
    def concrete(self) -> tuple[str, ...]:
        """The classes that an actor can have as its own."""
        return tuple(name for name, entry in self._classes.items() if not entry.abstract)

    def ancestors(self, name: str) -> frozenset[str]:
        """The class itself and all classes above it."""
        return self._above.get(name) or frozenset({self[name].name})

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether `name` is `ancestor` or lies below it."""
        return ancestor in self.ancestors(name)

    def any_of(self, name: str, ancestors: tuple[str, ...]) -> bool:
        """Whether `name` is one of `ancestors` or lies below one."""
        return not self.ancestors(name).isdisjoint(ancestors)

    def _climb(self, name: str, path: tuple[str, ...]) -> Iterator[str]:
        if name in path:
            raise OntologyError(f"{' < '.join((*path, name))} is a cycle")
        yield name
        for parent in self[name].parents:
            yield from self._climb(parent, (*path, name))


@cache
def classes() -> Classes:
    """The kinds of actor that actorgraph knows, read once."""
    return load_classes(resources.folder("ontology") / "actors" / "classes.yaml")


def load_classes(path: Path) -> Classes:
    """Read a classes.yaml; raises `OntologyError` that names the file and what is wrong in it."""
    data = resources.load_yaml(path)
    if not isinstance(data, dict):
        raise OntologyError(f"{path.name}: expected classes with what is known of each")
    try:
        return Classes({name: _class(name, entry) for name, entry in data.items()})
    except OntologyError as error:
        raise OntologyError(f"{path.name}: {error}") from error


def _class(name: str, entry: object) -> ActorClass:
    match entry:
        case {"label": str(label), "definition": str(definition), "parents": list(parents), **more}:
            abstract = more.get("abstract") is True
            return ActorClass(name, label, definition, tuple(map(str, parents)), abstract)
    raise OntologyError(f"{name}: needs a label, a definition and a list of parents")
