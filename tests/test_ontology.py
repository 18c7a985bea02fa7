"""The ontology is well formed and complete, and a fault in it is named with its file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from kg.classes import classes
from kg.errors import OntologyError
from kg.resources import folder
from kg.vocabulary import Relation, load, vocabulary

RELATIONS = list(vocabulary().values())
each_relation = pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.id)


@each_relation
def test_a_relation_has_three_sentences_that_must_match_and_two_that_must_not(
    relation: Relation,
) -> None:
    matching = [example.text for example in relation.examples if example.matches]
    others = [example.text for example in relation.examples if not example.matches]
    assert len(set(matching)) >= 3
    assert len(set(others)) >= 2


@each_relation
def test_a_relation_is_defined_and_has_a_lexicon(relation: Relation) -> None:
    assert relation.label == relation.label.strip() != ""
    assert relation.definition.endswith(".")
    assert relation.kind in ("event", "static")
    assert relation.lexicon


@each_relation
def test_a_symmetric_relation_has_no_inverse_and_equal_ends(relation: Relation) -> None:
    if relation.symmetric:
        assert relation.inverse in (None, relation.id)
        assert set(relation.domain) == set(relation.range)


def test_nothing_well_formed_is_wrong() -> None:
    assert list(vocabulary().faults()) == []


def test_labels_tell_relations_apart() -> None:
    assert len({relation.label for relation in RELATIONS}) == len(RELATIONS)


def test_no_lexicon_line_stands_twice_in_a_relation() -> None:
    for relation in RELATIONS:
        lines = [(frame.kind, frame.text) for frame in relation.lexicon]
        assert len(lines) == len(set(lines)), relation.id


def test_every_class_that_is_no_group_can_be_an_end_of_a_relation() -> None:
    ends = {end for relation in RELATIONS for end in (*relation.domain, *relation.range)}
    idle = [name for name in classes().concrete if not classes().any_of(name, tuple(ends))]
    assert idle == []


@pytest.fixture
def ontology(tmp_path: Path) -> Path:
    """A copy of the ontology that a test may spoil."""
    copy = tmp_path / "ontology"
    shutil.copytree(folder("ontology"), copy)
    return copy


def spoil(ontology: Path, **changes: object) -> None:
    """Change the entry of a relation; None drops a key."""
    path = ontology / "relations" / "visits.yaml"
    entry = yaml.safe_load(path.read_text("utf-8")) | changes
    kept = {key: value for key, value in entry.items() if value is not None}
    path.write_text(yaml.safe_dump(kept, sort_keys=False), "utf-8")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"label": None}, "visits.yaml: key 'label' is missing"),
        ({"colour": "red"}, "visits.yaml: unknown key 'colour'"),
        ({"id": "calls"}, "visits.yaml: its id is 'calls', not its file name"),
        ({"domain": ["Contry"]}, "visits.yaml: 'Contry' is no actor class; did you mean 'Country'"),
        ({"range": ["Planet"]}, "visits.yaml: 'Planet' is no actor class"),
        ({"super": "metes"}, "visits.yaml: 'metes' is no relation; did you mean 'meets'"),
        ({"super": "visits"}, "visits.yaml: visits: its super-relations .* are a cycle"),
        ({"plover": {"type": "VISIT"}}, "visits.yaml: 'VISIT' is no PLOVER type"),
        ({"lexicon": {"verb": ["S see"]}}, "visits.yaml: lexicon line 'S see': needs both S and O"),
        ({"lexicon": {"verb": ["S see <foo> of O"]}}, "visits.yaml: .*<foo> is no noun class"),
        ({"lexicon": {"verb": ["S see O:Planet"]}}, "visits.yaml: 'Planet' is no actor class"),
        ({"lexicon": {"verb": ["S:Planet see O"]}}, "visits.yaml: 'Planet' is no actor class"),
        ({"lexicon": {"phrase": ["S see O"]}}, "visits.yaml: lexicon kind 'phrase'"),
        ({"lexicon": {"verb": ["S see O => soon"]}}, "visits.yaml: .*'soon' is no status"),
        ({"lexicon": ["S see O"]}, "visits.yaml: "),
        ({"examples": {"match": [{"text": "A"}]}}, "visits.yaml: key 'subject' is missing"),
        (
            {"examples": {"match": [{"text": "A", "subject": "A", "object": "A", "status": "x"}]}},
            "visits.yaml: 'x' is not a valid Status",
        ),
    ],
)
def test_a_fault_is_named_with_its_file(
    ontology: Path, changes: dict[str, object], message: str
) -> None:
    spoil(ontology, **changes)
    with pytest.raises(OntologyError, match=message):
        load(ontology)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"examples": None}, "visits.yaml: 0 examples must match, 3 are needed"),
        ({"lexicon": {"verb": ["S see O:Goods"]}}, "visits.yaml: 'S see O:Goods' can never match"),
        (
            {"lexicon": {"verb": ["S plan to+see O:Goods"]}},
            "visits.yaml: 'S plan to+see O:Goods' can never match",
        ),
        ({"super": "borders"}, "visits.yaml: its ends admit more than those of borders"),
    ],
)
def test_what_is_well_formed_and_wrong_is_listed(
    ontology: Path, changes: dict[str, object], message: str
) -> None:
    spoil(ontology, **changes)
    assert any(fault.startswith(message) for fault in load(ontology).faults())


def test_super_relations_that_go_round_in_a_circle_are_named(ontology: Path) -> None:
    for name, above in (("visits", "meets"), ("meets", "visits")):
        path = ontology / "relations" / f"{name}.yaml"
        path.write_text(f"{path.read_text('utf-8')}\nsuper: {above}\n", "utf-8")
    with pytest.raises(OntologyError, match=r"meets.yaml: .* are a cycle"):
        load(ontology)


def test_classes_that_go_round_in_a_circle_are_named(ontology: Path) -> None:
    path = ontology / "actors" / "classes.yaml"
    text = path.read_text("utf-8").replace(
        "Entity: {abstract: true, parents: []", "Entity: {parents: [City]"
    )
    path.write_text(text, "utf-8")
    with pytest.raises(OntologyError, match=r"classes.yaml: .* is a cycle"):
        load(ontology)


@pytest.mark.parametrize("text", ["id: [", "- a\n- b", "", "id: visits\nlabel: \x00"])
def test_a_file_that_is_no_entry_is_named(ontology: Path, text: str) -> None:
    (ontology / "relations" / "visits.yaml").write_text(text, "utf-8")
    with pytest.raises(OntologyError, match=r"visits.yaml: "):
        load(ontology)


def test_an_unknown_relation_is_refused_with_a_suggestion() -> None:
    with pytest.raises(OntologyError, match="did you mean 'summonsEnvoyOf'"):
        vocabulary()["summonEnvoyOf"]


def test_a_name_can_be_looked_for() -> None:
    assert "visits" in vocabulary()
    assert "sees" not in vocabulary()
    assert "Country" in classes()
    assert "Planet" not in classes()
