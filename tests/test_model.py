"""What no file can hold is refused where a value is made, by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, ValidationError
from kg.graph.statements import generate_statements, parse_statements
from kg.model import Actor, Document, digest, surrogate
from tests.corpora import corpus


def test_a_lone_surrogate_in_a_text_is_named_with_its_place() -> None:
    with pytest.raises(InputError, match=r"^letter: its text has the lone surrogate U\+D800 at ch"):
        Document("letter", "ab\ud800c")


def test_a_lone_surrogate_in_a_name_does_not_reach_the_message() -> None:
    with pytest.raises(InputError, match=r"^a\?: its name has the lone surrogate U\+DCFF at") as e:
        Document("a\udcff", "text")
    assert surrogate(str(e.value)) is None


def test_a_hash_of_what_has_no_encoding_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"'a\\ud800' cannot be told by a hash"):
        digest("x", "a\ud800")


@pytest.mark.parametrize("id", ["a\x00", "a\ud800", "\x1b", "a\uffff"])
def test_an_id_that_some_format_cannot_write_is_refused(id: str) -> None:
    with pytest.raises(ValidationError, match=r"actor id .* has U\+[0-9A-F]{4} at character"):
        Actor(id, "label", "Country")
    with pytest.raises(ValidationError, match="actor id"):
        Actor("x", "label", "Person", acts_for=(id,))


@given(st.text(st.characters(exclude_categories=()), max_size=6))
def test_every_text_makes_a_document_or_is_refused_by_name(text: str) -> None:
    if surrogate(text):
        with pytest.raises(InputError, match="^d: its text has the lone surrogate"):
            Document("d", text)
    else:
        assert len(Document("d", text).id) == 16


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"label": "Russia"', r'"label": "\ud800"', r"subject.label has the lone surrogate U\+D8"),
        ('"Moscow"', r'"\udfff"', "subject.aliases has the lone surrogate"),
        ('"id": "russia"', r'"id": "a\u0000"', r"actor id 'a\\x00' has U\+0000 at character 1"),
        ('"name": "envoy"', r'"name": "\ud801"', "document.name has the lone surrogate"),
    ],
)
def test_a_statements_file_with_them_is_refused_with_its_line(
    old: str, new: str, said: str
) -> None:
    line = next(line for line in generate_statements(corpus()) if "summonsEnvoyOf" in line)
    assert old in line
    with pytest.raises(ValidationError, match=f"^f.jsonl:1: {said}"):
        parse_statements([line.replace(old, new, 1)], "f.jsonl")
