"""Antecedents on 150 decisions made by a person: how many answers are right, how many missing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.extract.coreference.antecedents import Coreference
from kg.extract.extractor import Extractor
from kg.extract.parse import pipeline
from kg.gazetteer import fold, gazetteer
from kg.model import Document

_TABLE = Path(__file__).with_name("decisions.tsv")
_NONE = "none"


@dataclass(frozen=True)
class Decision:
    """A text with the word in question between brackets, whom it means, and what was answered."""

    text: str
    expected: str
    answer: str | None

    @property
    def right(self) -> bool:
        return self.answer is not None and _same(self.expected, self.answer)


@pytest.fixture(scope="module")
def decisions(extractor: Extractor) -> list[Decision]:
    _, *lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [tuple(line.split("\t")) for line in lines]
    documents = (Document("text", text.replace("[", "").replace("]", "")) for text, _ in rows)
    parses = pipeline.parse(documents, extractor.nlp)
    return [
        Decision(text, expected, _answer(extractor, parsed, text.index("[")))
        for (text, expected), parsed in zip(rows, parses, strict=True)
    ]


def _answer(extractor: Extractor, parsed: pipeline.Parsed, position: int) -> str | None:
    (token,) = [token for token in parsed.doc if token.idx == position]
    names = extractor.find_mentions(parsed.doc)
    found = Coreference(parsed.doc, names).of(token)
    return found.name if found else None


def _same(expected: str, answer: str) -> bool:
    if {m.entry.id for m in gazetteer().lookup(expected)} & {
        m.entry.id for m in gazetteer().lookup(answer)
    }:
        return True
    return set(fold(expected).split()) <= set(fold(answer).split())


def _told(decisions: list[Decision]) -> str:
    return "\n" + "\n".join(f"{d.text} {d.expected}, not {d.answer}" for d in decisions)


def test_the_table_has_what_it_is_for(decisions: list[Decision]) -> None:
    empty = [d for d in decisions if d.expected == _NONE]
    assert len(decisions) == 150
    assert sum("[It]" in d.text for d in empty) >= 25


def test_answers_that_are_given_are_right(decisions: list[Decision]) -> None:
    given = [d for d in decisions if d.answer is not None]
    wrong = [d for d in given if not d.right]
    assert len(wrong) <= 0.10 * len(given), _told(wrong)


def test_most_antecedents_are_found(decisions: list[Decision]) -> None:
    real = [d for d in decisions if d.expected != _NONE]
    missed = [d for d in real if not d.right]
    assert len(missed) <= 0.40 * len(real), _told(missed)
