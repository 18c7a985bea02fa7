"""The tables of bodies and titles: how they are read, and that they fit the gazetteer."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.classes import classes
from kg.errors import OntologyError
from kg.gazetteer import gazetteer
from kg.resolve.tables import bodies, load_bodies, load_titles, titles


@pytest.mark.parametrize(
    ("rest", "id_"),
    [
        ("Ministry of Foreign Affairs", "foreign-ministry"),
        ("elite border guards", "border-guards"),
        ("peacekeeping forces", "peacekeepers"),
        ("armed forces", "armed-forces"),
    ],
)
def test_the_last_words_name_the_body(rest: str, id_: str) -> None:
    found = bodies().find(rest)
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize("rest", ["rebel forces", "tourists", ""])
def test_other_words_name_none(rest: str) -> None:
    assert bodies().find(rest) is None


def test_words_for_the_owner_itself() -> None:
    assert bodies().means_owner("new government")
    assert not bodies().means_owner("rebel government")
    assert not bodies().means_owner("parliament")


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("Prime Minister Nikol Pashinyan", ("Prime Minister", "Nikol Pashinyan")),
        ("Gen. Mark Milley", ("Gen.", "Mark Milley")),
        ("Nikol Pashinyan", (None, "Nikol Pashinyan")),
        ("President", (None, "President")),
    ],
)
def test_a_title_is_split_off_a_name(name: str, split: tuple[str | None, str]) -> None:
    assert titles().split(name) == split


@pytest.mark.parametrize(
    ("title", "acts"),
    [
        ("Foreign Minister", True),
        ("new ambassador", True),
        ("former president", False),
        ("opposition leader", False),
        ("singer", False),
        (None, False),
    ],
)
def test_only_the_holder_of_an_office_acts_for_its_owner(title: str | None, *, acts: bool) -> None:
    assert titles().acts(title) is acts


def test_own_bodies_and_their_classes_are_known() -> None:
    for body in bodies().by_name.values():
        assert body.type in classes()
        for owner, own in body.own.items():
            assert owner in gazetteer().entries
            assert own in gazetteer().entries


def test_every_title_of_the_table_is_held_by_somebody_or_common() -> None:
    held = {term.title for entry in gazetteer().entries.values() for term in entry.terms}
    common = {
        "Ambassador", "Consul", "Consul General", "Envoy", "Governor", "Home Minister",
        "Spokesperson", "Spokeswoman",
    }  # fmt: skip
    named = {title for forms in titles().offices.values() for title in forms}
    assert named - held <= common


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("self: [government]\nother: []", "bodies.yaml: bodies is missing or not a mapping"),
        ("self: government\nother: []\nbodies: {}", "bodies.yaml: self is missing or not a list"),
        ("[government]", "bodies.yaml: self is missing"),
        ("self: [", "cannot be read as YAML"),
        (
            "self: []\nother: []\nbodies: {navy: {label: Navy, type: ArmedForce}}",
            "bodies.yaml: navy: names is missing",
        ),
    ],
)
def test_a_malformed_table_of_bodies_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bodies.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(OntologyError, match=message):
        load_bodies(path)


def test_a_missing_table_of_titles_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="titles.yaml"):
        load_titles(tmp_path / "titles.yaml")
