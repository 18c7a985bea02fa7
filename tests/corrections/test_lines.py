from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.corrections.actions import Correction, Undo
from kg.corrections.files import FileBook
from kg.corrections.lines import line, parse_corrections, read_corrections, write_corrections
from kg.corrections.overlay import Overlay
from kg.errors import CorrectionError, ValidationError
from tests.corrections.examples import desk, find

HOSTILE = "\x1b[2J\u202eevil\n\"},{'<script>"


def rejection(**changes: Any) -> str:
    made = desk()
    action = made.reject(find(made, "armenia accuses russia").id)[0]
    data = json.loads(line(Correction(action, "Ann", "2026-05-01", HOSTILE)))
    del data["id"]
    kept = {key: value for key, value in (data | changes).items() if value is not None}
    return json.dumps(kept)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "c.jsonl:1: not valid JSON"),
        ("[" * 100_000, "c.jsonl:1: not valid JSON"),
        ("[]", "c.jsonl:1: the line must be an object"),
        (rejection(kind="erase"), "c.jsonl:1: 'erase' is not a valid Kind"),
        (rejection(author=None), "c.jsonl:1: key author is missing"),
        (rejection(author=" "), "c.jsonl:1: a correction needs an author"),
        (rejection(author="\ud800"), "c.jsonl:1: author has the lone surrogate"),
        (rejection(time="soon"), "c.jsonl:1: 'soon' is no time"),
        (rejection(claim={}), "c.jsonl:1: key claim."),
        (rejection(relation="visits"), "c.jsonl:1: reject has no key relation"),
        (rejection(again=-1), "c.jsonl:1: again must be a whole number"),
        (rejection(id="0" * 16), "it was changed by hand"),
        (line(Correction(Undo("0" * 16), "Ann")), "no correction has the id"),
    ],
)
def test_a_line_that_is_none_is_named(text: str, message: str) -> None:
    with pytest.raises(ValidationError) as error:
        parse_corrections([text], "c.jsonl")
    assert message in str(error.value)


def test_words_must_be_as_long_as_their_place_and_no_longer_than_a_document() -> None:
    data = json.loads(rejection())
    data["claim"]["subject"]["span"] = [0, 3]
    with pytest.raises(ValidationError, match="is not as long as 'Armenia'"):
        parse_corrections([json.dumps(data)], "c")
    data["claim"]["subject"]["span"] = [10**15, 10**15 + 7]
    with pytest.raises(ValidationError, match="no document is that long"):
        parse_corrections([json.dumps(data)], "c")


def test_a_note_is_kept_as_it_was_given_and_cleaned_where_it_is_shown() -> None:
    (entry,) = parse_corrections([rejection()], "c").entries
    assert entry.note == HOSTILE
    assert "\x1b" not in str(entry.mark.note)


def test_time_is_as_given_and_none_is_filled_in() -> None:
    made = Overlay().decide(desk().merge(["russia", "csto"]), "Ann")
    assert (made.entries[0].time, "time" in json.loads(line(made.entries[0]))) == (None, False)
    with pytest.raises(CorrectionError, match="no time"):
        made.decide(desk().merge(["russia", "csto"]), "Ann", "2026-13-01")


def test_a_file_is_added_to_and_loses_nothing(tmp_path: Path) -> None:
    book = FileBook(tmp_path / "no.jsonl", tmp_path / "c.jsonl")
    one = Overlay().decide(desk().merge(["russia", "csto"]), "Ann")
    other = Overlay().decide(desk().differ("armenia", "france"), "Bob")
    book.keep(one)
    before = (tmp_path / "c.jsonl").read_text("utf-8")
    book.keep(other)
    assert (tmp_path / "c.jsonl").read_text("utf-8").startswith(before)
    assert read_corrections(tmp_path / "c.jsonl") == one.extend(other.entries)
    write_corrections(Overlay(), tmp_path / "c.jsonl")
    assert book.overlay == Overlay()
