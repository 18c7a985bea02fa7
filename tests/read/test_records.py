"""JSON Lines, JSON, CSV and TSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from kg.errors import InputError
from kg.read.article import Article, Source
from kg.read.records import read_csv, read_json, read_jsonl

Read = Callable[[Source], Iterator[Article | InputError]]


def found(read: Read, data: str | bytes) -> list[tuple[str | None, str]]:
    """Id and text of each article, "error" and message of each error."""
    raw = data.encode() if isinstance(data, str) else data
    articles = read(Source("n", "n", raw))
    return [("error", str(a)) if isinstance(a, InputError) else (a.id, a.text) for a in articles]


def test_json_lines_are_named_by_id_or_line() -> None:
    lines = '{"id": "x7", "text": "One."}\n\n{"text": "Two."}\r\n'
    assert found(read_jsonl, lines) == [("x7", "One."), ("3", "Two.")]


def test_a_bad_line_is_named_and_the_rest_is_read() -> None:
    lines = '{"text": "One."}\n{"text": \n[1]\n{"title": "H"}\n{"text": "Five."}'
    one, two, three, four, five = found(read_jsonl, lines)
    assert (one, five) == (("1", "One."), ("5", "Five."))
    assert two[1].startswith("n, line 2: is not JSON")
    assert three[1] == "n, line 3: is a list, not an object with named fields"
    assert four[1].startswith("n, line 4: has no text")


def test_a_line_that_is_not_utf8_is_named() -> None:
    _, (kind, message) = found(read_jsonl, b'{"text": "One."}\n{"text": "caf\xe9"}')
    assert (kind, message) == ("error", "n, line 2: is not UTF-8 (byte 13), as JSON must be")


@pytest.mark.parametrize("value", ["[" * 100_000, '{"text": ' + "9" * 5000 + "}"])
def test_json_made_to_break_the_parser_is_refused(value: str) -> None:
    ((kind, message),) = found(read_jsonl, value)
    assert (kind, message) == ("error", "n, line 1: nests too deep or holds too long a number")


def test_line_separators_of_unicode_do_not_end_a_record() -> None:
    line = json.dumps({"text": "One.\u2028Two.\u0085"}, ensure_ascii=False)
    assert found(read_jsonl, line) == [("1", "One.\u2028Two.\u0085")]


def test_json_holds_an_object_or_a_list() -> None:
    assert found(read_json, '{"text": "One."}') == [("1", "One.")]
    both = found(read_json, '[{"text": "One."}, {"id": 5, "text": "Two."}, 3]')
    assert both[:2] == [("1", "One."), ("5", "Two.")]
    assert both[2] == ("error", "n, record 3: is a int, not an object with named fields")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_are_named_by_id_or_line(delimiter: str) -> None:
    rows = ["id,title,text", 'x7,Envoy,"One, ""two"".\nThree."', "", ",Envoy,Four."]
    data = "\n".join(row.replace(",", delimiter) for row in rows)
    assert found(read_csv, data) == [
        ("x7", f'One{delimiter} "two".\nThree.'),
        ("5", "Four."),
    ]


def test_a_bad_row_is_named_and_the_rest_is_read() -> None:
    data = 'text,title\nOne.,H\nTwo.,H,surplus\n"Three"x,H\n,H\nFive.,H\n'
    rows = found(read_csv, data)
    assert [row for row in rows if row[0] != "error"] == [("2", "One."), ("6", "Five.")]
    assert rows[1][1].startswith("n, line 3: has 3 fields for 2 columns")
    assert rows[2][1].startswith("n, line 4: ")
    assert rows[3][1].startswith("n, line 5: has no text")


def test_a_quote_that_is_never_closed_is_named_where_it_opens() -> None:
    rows = found(read_csv, 'text\nOne.\n"Two.\nThree.\n')
    assert rows[0] == ("2", "One.")
    assert rows[1][1].startswith("n, line 3: ")


@pytest.mark.parametrize("data", ["a,b\n1,2\n", '"text\n', "\n\n,,\n"])
def test_a_table_without_a_column_for_the_text_is_refused(data: str) -> None:
    with pytest.raises(InputError, match=r"n, line \d: "):
        found(read_csv, data)


def test_a_long_article_fits_into_a_field() -> None:
    text = "Russia summoned the ambassador. " * 10_000
    assert found(read_csv, f"text\n{text}\n") == [("2", text)]
