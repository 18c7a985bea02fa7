"""Reads the gazetteer from the YAML files below ontology/actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.classes import Classes, load_classes
from kg.errors import OntologyError
from kg.gazetteer.entries import Entry, Gazetteer, Term
from kg.gazetteer.names import fold, not_after, slug, surname
from kg.resources import folder

ROLES = ("headOfStateOf", "headOfGovernmentOf", "holdsOfficeIn", "leaderOf")
LISTS = (
    "names",
    "acronyms",
    "adjectives",
    "people",
    "metonyms",
    "acts_for",
    "surnames",
    "shared",
)
TEXTS = ("capital", "wikidata", "within")

_TERM = re.compile(r"(?P<label>\S.*) (?P<start>\d{4}(?:-\d\d){0,2})/(?P<end>\d{4}(?:-\d\d){0,2})?")


def load(root: Path) -> Gazetteer:
    """The gazetteer of the YAML files below `root`: gazetteer/, gazetteer/generated/, offices/."""
    kinds = load_classes(root / "classes.yaml")
    records: dict[str, dict[str, Any]] = {}
    hand, made = root / "gazetteer", root / "gazetteer" / "generated"
    for path in (*sorted(hand.glob("*.yaml")), *sorted(made.glob("*.yaml"))):
        for record in _entry_records(path, kinds):
            _merge(records, record, path)
    for path in sorted(root.glob("offices/*.yaml")):
        for record in _office_records(path):
            _merge(records, record, path)
    _check_references(records)
    return Gazetteer(_entry(id_, record) for id_, record in records.items())


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with actorgraph."""
    return load(folder("ontology") / "actors")


def _read(path: Path) -> Any:
    """All scalars as text: "NO" is the code of Norway, and no truth value."""
    try:
        return yaml.load(path.read_text("utf-8"), getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise OntologyError(f"{path}: cannot be read as YAML: {error}") from error


def _mapping(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise OntologyError(
            f"{where}: expected names with what is known of each, found {value!r:.60}"
        )
    return value


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise OntologyError(f"{where}: expected text, found {value!r:.60}")
    return value


def _texts(value: Any, where: str) -> list[str]:
    return [_text(item, where) for item in (value if isinstance(value, list) else [value])]


def _parents(about: Any, where: str) -> list[str]:
    if not isinstance(about, dict) or "parents" not in about:
        raise OntologyError(f"{where}: parents are missing: list the classes above, or []")
    return _texts(about["parents"], f"{where}: parents")


def _entry_records(path: Path, kinds: Classes) -> Iterator[dict[str, Any]]:
    for type_, entries in _mapping(_read(path), path.name).items():
        if type_ not in kinds.concrete:
            raise OntologyError(
                f"{path.name}: {type_!r} is no class that actors can have: see classes.yaml"
            )
        for label, about in _mapping(entries, f"{path.name}: {type_}").items():
            yield {"label": label, "type": type_} | _about(about, f"{path.name}: {label}")


def _about(value: Any, where: str) -> dict[str, Any]:
    if isinstance(value, str):
        return {"within": value} if value else {}
    about: dict[str, Any] = {}
    for key, said in _mapping(value, where).items():
        if key not in (*LISTS, *TEXTS):
            known = ", ".join((*LISTS, *TEXTS))
            raise OntologyError(f"{where}: unknown key {key!r}: use one of {known}")
        about[key] = (_texts if key in LISTS else _text)(said, f"{where}: {key}")
    return about


def _office_records(path: Path) -> Iterator[dict[str, Any]]:
    for role, states in _mapping(_read(path), path.name).items():
        if role not in ROLES:
            raise OntologyError(
                f"{path.name}: unknown role {role!r}: use one of {', '.join(ROLES)}"
            )
        for of, offices in _mapping(states, f"{path.name}: {role}").items():
            where = f"{path.name}: {role}: {of}"
            for title, lines in _mapping(offices, where).items():
                for line in _texts(lines, f"{where}: {title}"):
                    yield _office_record(line, Term(role, of, title, ""), f"{where}: {title}")


def _office_record(line: str, term: Term, where: str) -> dict[str, Any]:
    found = _TERM.fullmatch(line)
    if found is None:
        raise OntologyError(
            f"{where}: {line!r} should read like 'Name Surname 2012-05-07/2018' (no end: /)"
        )
    dated = replace(term, start=found["start"], end=found["end"])
    if dated.end is not None and not not_after(dated.start, dated.end):
        raise OntologyError(f"{where}: {line!r} ends before it starts: correct the dates")
    return {"label": found["label"], "type": "Person", "terms": [dated]}


def _merge(records: dict[str, dict[str, Any]], record: dict[str, Any], path: Path) -> None:
    known = records.setdefault(slug(record["label"]), record)
    if known is record:
        return
    for key, said in record.items():
        if isinstance(said, list):
            known[key] = [*known.get(key, ()), *said]
        elif known.setdefault(key, said) != said:
            where = f"{path.name}: {record['label']}: {key}"
            raise OntologyError(
                f"{where}: {said!r} here, {known[key]!r} in another place: keep one"
            )


def _check_references(records: Mapping[str, Mapping[str, Any]]) -> None:
    for record in records.values():
        used = [
            *record.get("acts_for", ()),
            *(term.of for term in record.get("terms", ())),
        ]
        for id_ in (*used, record.get("within")):
            if id_ is not None and id_ not in records:
                raise OntologyError(
                    f"{record['label']}: no entry has the id {id_!r}: add it or correct it"
                )


def _entry(id_: str, record: Mapping[str, Any]) -> Entry:
    label = record["label"]
    plain = re.sub(r" \(.*\)$", "", label) if label.endswith(")") else label
    values: dict[str, Any] = {
        key: tuple(dict.fromkeys(record[key])) for key in LISTS if key in record
    }
    if plain not in values.get("shared", ()):
        values["names"] = tuple(dict.fromkeys((plain, *values.get("names", ()))))
    if record["type"] == "Person" and "surnames" not in record:
        written = map(surname, (plain, *values.get("names", ())))
        last = surname(plain) or ""
        alike = (name for name in written if name and fold(name) == fold(last))
        values["surnames"] = tuple(dict.fromkeys(alike))
    if "terms" in record:
        values["terms"] = tuple(sorted(record["terms"], key=lambda t: (t.start, t.title)))
    values |= {key: record[key] for key in TEXTS if key in record}
    return Entry(id_, label, record["type"], **values)
