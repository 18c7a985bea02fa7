from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.corrections.gold import gold, write_gold
from kg.errors import CorrectionError
from kg.evaluation import evaluate
from kg.graph.files import write_text
from kg.graph.pool import pool
from kg.graph.statements import generate_statements
from kg.model import Corpus
from tests.corpora import corpus
from tests.corrections.examples import after, desk, each_kind, find


def written(made: Corpus, path: Path) -> Path:
    write_text(generate_statements(made), path)
    return path


def test_what_was_extracted_is_measured_against_what_was_reviewed(tmp_path: Path) -> None:
    """Envoy: one accepted, one rejected, one missed; letter: one edited, and a split that counts
    for nothing by itself."""
    reviewed = after(*each_kind())
    write_gold(gold(reviewed), tmp_path / "gold")
    report = evaluate(tmp_path / "gold", written(corpus(), tmp_path / "before.jsonl"))
    typed = report.scores["typed"]
    assert (report.articles, typed.required, typed.found) == (2, 3, 1)
    wrong = {fault.what for fault in report.faults if fault.kind == "wrong"}
    assert "Armenia | accuses | Russia (asserted)" in wrong
    assert "Armenia | memberOf | Collective Security Treaty Organization (asserted)" in wrong
    better = evaluate(tmp_path / "gold", written(reviewed.applied.corpus, tmp_path / "after.jsonl"))
    assert (better.scores["typed"].f1, better.status, better.attribution) == (1, 1, 1)


def test_only_what_somebody_decided_on_is_required() -> None:
    made = desk()
    articles = gold(after(made.accept(find(made, "armenia memberOf csto").id)))
    assert list(articles) == ["letter"]
    required = [s["relation"] for s in articles["letter"]["statements"] if s["required"]]
    assert required == ["memberOf"]
    assert len(articles["letter"]["statements"]) == 6


def test_a_document_of_which_all_was_rejected_has_gold_without_statements() -> None:
    made = desk()
    ids = [c.id for c in made.claims.values() if c.document.name == "envoy"]
    articles = gold(after(*map(made.reject, ids)))
    assert articles["envoy"]["statements"] == []


@pytest.mark.parametrize("name", ["../up", "a/b", ".hidden", "..", "a\\b"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    claims = [
        replace(c, document=replace(c.document, name=name))
        for c in corpus().claims()
        if c.document.name == "letter"
    ]
    made = desk(extracted=pool(claims))
    overlay = made.overlay.decide(made.accept(min(made.claims)), "Ann")
    with pytest.raises(CorrectionError, match="no file can have its name"):
        write_gold(gold(desk(overlay, pool(claims))), tmp_path / "gold")
    assert not (tmp_path / "gold").exists()
