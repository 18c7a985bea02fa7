"""The tables of ontology/scopes.yaml: words that carry status, and plain lists of words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg import resources
from kg.model import Status
from kg.resources import load_yaml


@cache
def scopes() -> Mapping[str, Mapping[str, Status] | frozenset[str]]:
    """The tables of scopes.yaml: word -> status, and sets of words."""
    data = load_yaml(resources.folder("ontology") / "scopes.yaml")
    tables: dict[str, Mapping[str, Status] | frozenset[str]] = {}
    for group, entries in data.items():
        if isinstance(entries, dict):
            tables[group] = {
                word: Status(status) for status, words in entries.items() for word in words
            }
        else:
            tables[group] = frozenset(entries)
    return tables


def status_in(group: str, word: str) -> Status | None:
    """The status that a table of scopes.yaml gives a word."""
    table = scopes()[group]
    assert isinstance(table, Mapping)
    return table.get(word)


@cache
def words(group: str) -> frozenset[str]:
    """A plain list of scopes.yaml."""
    found = scopes()[group]
    assert isinstance(found, frozenset)
    return found
