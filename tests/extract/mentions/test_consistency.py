"""Names of one article agree with one another; the gazetteer knows none of the names here."""

from __future__ import annotations

from kg.extract.extractor import Extractor
from kg.extract.parse import pipeline
from kg.model import Document


def groups(extractor: Extractor, text: str) -> list[list[str]]:
    parsed = next(iter(pipeline.parse([Document("text", text)], extractor.nlp)))
    return [[m.text for m in group] for group in extractor.mentions(parsed, named=True)]


def test_a_surname_is_the_person_named_in_full(extractor: Extractor) -> None:
    text = "Martin Kowalczyk spoke in Vienna. Later Kowalczyk left. Kowalczyk was tired."
    assert ["Martin Kowalczyk", "Kowalczyk", "Kowalczyk"] in groups(extractor, text)


def test_an_acronym_in_brackets_is_the_name_before_it(extractor: Extractor) -> None:
    text = "The Northern Anglers Association (NAA) went to court. The NAA won its case."
    found = groups(extractor, text)
    assert sum("NAA" in group for group in found) == 1
    assert next(group for group in found if "NAA" in group).count("NAA") == 2


def test_only_names_are_named(extractor: Extractor) -> None:
    text = "He met the soldiers in Vienna. They saluted."
    assert groups(extractor, text) == [["Vienna"]]
