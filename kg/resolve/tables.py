"""What states and organisations have in common: their bodies, and the titles of their offices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.errors import OntologyError
from kg.gazetteer import fold
from kg.resources import folder


@dataclass(frozen=True, slots=True)
class Body:
    """A body that every state may have; `own` maps a state to the entry that is this body there."""

    id: str
    label: str
    type: str
    own: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies by the words for them; words for the owner itself; words that make it another."""

    by_name: Mapping[str, Body]
    itself: frozenset[str]
    other: frozenset[str]

    def find(self, rest: str) -> Body | None:
        """The body that the words, or the last of them, name: "elite border guards"."""
        words = fold(rest).split()
        for start in range(len(words)):
            body = self.by_name.get(" ".join(words[start:]))
            if body:
                return body
            if words[start] in self.other:
                return None
        return None

    def means_owner(self, rest: str) -> bool:
        """Whether the words stand for the owner itself: "new government", "side"."""
        words = fold(rest).split()
        tails = (" ".join(words[start:]) for start in range(len(words)))
        return self.other.isdisjoint(words) and any(tail in self.itself for tail in tails)


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles of office: how they are written, and under which titles the gazetteer has them."""

    offices: Mapping[str, tuple[str, ...]]
    organisations: Mapping[str, tuple[str, ...]]
    leading: frozenset[str]
    presidential: frozenset[str]
    shared: frozenset[str]
    acting: frozenset[str]
    current: frozenset[str]
    past: frozenset[str]
    forms: frozenset[str]

    def named(self, form: str, *, state: bool) -> tuple[str, ...]:
        """The titles that a written form may mean, of a state or of an organisation."""
        wider = {} if state else self.organisations
        return self.offices.get(fold(form)) or wider.get(fold(form), ())

    def bare(self, title: str) -> str | None:
        """The title without "new" or "current"; None where it is a former one and the like."""
        words = title.split()
        while words and fold(words[0]) in self.current:
            words = words[1:]
        return None if any(fold(word) in self.past for word in words) else " ".join(words)

    def is_title(self, text: str) -> bool:
        """Whether the words are a title: known as one, or ending in a word for office holders."""
        folded = fold(text)
        last = folded.split()[-1:]
        return folded in self.offices or bool(last) and last[0] in self.acting

    def acts(self, title: str | None) -> bool:
        """Whether the holder of the title speaks or acts for its owner."""
        return title is not None and bool(self.bare(title)) and self.is_title(title)

    def split(self, name: str) -> tuple[str | None, str]:
        """A title in front of a name, and the name: "PM Nikol Pashinyan"."""
        words = name.split()
        for count in range(min(6, len(words) - 1), 0, -1):
            front = " ".join(words[:count])
            if self.is_title(front) or fold(words[count - 1]).rstrip(".") in self.forms:
                return front, " ".join(words[count:])
        return None, name


@cache
def bodies() -> Bodies:
    """The table of bodies that comes with actorgraph."""
    return load_bodies(folder("ontology") / "actors" / "bodies.yaml")


@cache
def titles() -> Titles:
    """The table of titles that comes with actorgraph."""
    return load_titles(folder("ontology") / "actors" / "titles.yaml")


def load_bodies(path: Path) -> Bodies:
    """The table of a bodies.yaml."""
    data = _read(path, ("self", "other", "bodies"))
    found: dict[str, Body] = {}
    for id_, about in data["bodies"].items():
        for key in ("label", "type", "names"):
            if key not in about:
                raise OntologyError(f"{path.name}: {id_}: {key} is missing: add it")
        body = Body(id_, about["label"], about["type"], about.get("own", {}))
        found |= {fold(name): body for name in about["names"]}
    return Bodies(found, _folded(data["self"]), _folded(data["other"]))


def load_titles(path: Path) -> Titles:
    """The table of a titles.yaml."""
    keys = ("leading", "shared", "acting", "current", "past", "forms")
    data = _read(path, ("offices", "organisations", "presidential", *keys))
    return Titles(
        offices=_by_form(data["offices"]),
        organisations=_by_form(data["organisations"]),
        presidential=frozenset(data["presidential"]),
        **{key: _folded(data[key]) for key in keys},
    )


def _by_form(data: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {fold(form): tuple(named) for form, named in data.items()}


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _read(path: Path, keys: tuple[str, ...]) -> Mapping[str, Any]:
    """The mapping in the file, which has the keys with values of the right kind."""
    try:
        data: Any = yaml.load(
            path.read_text("utf-8"), getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        )
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise OntologyError(f"{path}: cannot be read as YAML: {error}") from error
    for key in keys:
        kind = dict if key in ("bodies", "offices", "organisations") else list
        if not isinstance(data, dict) or not isinstance(data.get(key), kind):
            what = "a mapping" if kind is dict else "a list"
            raise OntologyError(f"{path.name}: {key} is missing or not {what}: add or correct it")
    return dict(data)
