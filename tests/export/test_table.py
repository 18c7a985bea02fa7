"""CSV and TSV, read by Python's csv module as a spreadsheet would read them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given

from kg.export.rows import claim_rows
from kg.export.table import generate_csv, generate_tsv
from kg.graph.cells import plain_cell
from kg.graph.pool import pool
from kg.model import Corpus
from tests.corpora import corpus
from tests.strategies import corpora


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def table(corpus: Corpus, *, safe: bool = True) -> list[dict[str, str]]:
    return rows("".join(generate_csv(corpus, safe=safe)))


def with_title(title: str) -> Corpus:
    """The corpus, every document under this title."""
    whole = corpus()
    claims = [replace(c, document=replace(c.document, title=title)) for c in whole.claims()]
    return pool(claims)


def test_a_claim_is_a_row() -> None:
    found = table(corpus())
    assert len(found) == 15
    summoned = next(row for row in found if row["relation"] == "summonsEnvoyOf")
    known = {
        "document": "envoy",
        "title": "Moscow calls in the ambassador",
        "publisher": "Example Wire",
        "url": "https://news.example/envoy",
        "published": "2023-09-11",
        "subject_id": "russia",
        "subject": "Russia",
        "subject_type": "Country",
        "object_id": "armenia",
        "plover_type": "ACCUSE",
        "plover_mode": "disapprove",
        "plover_score": "-2.0",
        "status": "asserted",
        "told": "true",
        "attributed_to": "",
        "date": "2023-09-08",
        "date_origin": "relative",
        "confidence": "0.93",
        "quote": "Russia summoned Armenia",
        "start": "0",
        "end": "23",
        "cue": "summoned",
        "sentence": "Russia summoned Armenia's ambassador on Friday",
    }
    assert known.items() <= summoned.items()


def test_a_denial_is_not_told_and_names_its_speaker() -> None:
    denied = next(row for row in table(corpus()) if row["attributed_to"] == "the ministry")
    assert (denied["subject"], denied["subject_mention"]) == ("Azerbaijan", "Baku")
    assert (denied["status"], denied["told"]) == ("negated", "false")


def test_tsv_holds_the_same_cells() -> None:
    assert rows("".join(generate_tsv(corpus())), "\t") == table(corpus())


@pytest.mark.parametrize(
    "title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", '=HYPERLINK("x")']
)
def test_text_that_may_be_a_formula_is_marked(title: str) -> None:
    assert {row["title"] for row in table(with_title(title))} == {"'" + title}
    assert {row["title"] for row in table(with_title(title), safe=False)} == {title}


@pytest.mark.parametrize("title", ["a=b", "1-1", "R&D", "Ընդ", "ok'"])
def test_other_text_is_left_as_it_is(title: str) -> None:
    assert {row["title"] for row in table(with_title(title))} == {title}


@pytest.mark.parametrize("title", ['a,"b"', "a\nb", "a\rb", "a\r\nb", "a\tb", "a\u2028b\x85c"])
def test_cells_hold_what_parts_lines_and_cells(title: str) -> None:
    assert {row["title"] for row in table(with_title(title))} == {title}
    tabbed = rows("".join(generate_tsv(with_title(title))), "\t")
    assert {row["title"] for row in tabbed} == {title}


@pytest.mark.parametrize("title", ["a\x00b", "a\x1bb", "a\ud800b", "a\uffffb"])
def test_characters_that_readers_refuse_are_replaced(title: str) -> None:
    assert {row["title"] for row in table(with_title(title))} == {"a\ufffdb"}


@given(corpora())
def test_any_text_comes_back(any_corpus: Corpus) -> None:
    expected = [
        {key: cell for key, cell in row.items() if isinstance(cell, str)}
        for row in claim_rows(any_corpus)
    ]
    for found, wanted in zip(table(any_corpus, safe=False), expected, strict=True):
        assert wanted.items() <= found.items()
    for found, wanted in zip(table(any_corpus), expected, strict=True):
        assert {key: plain_cell(found[key]) for key in wanted} == wanted
