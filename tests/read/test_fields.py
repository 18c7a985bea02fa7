"""Named fields and their aliases."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.read import fields
from kg.read.article import Article
from kg.read.fields import ALIASES, article_of


@pytest.mark.parametrize(
    ("text", "title", "published", "publisher", "url", "id_"),
    [
        ("text", "title", "published", "publisher", "url", "id"),
        ("body", "headline", "date", "source", "link", "name"),
        ("Content", "TITLE", "datePublished", "site_name", "permalink", "guid"),
        ("full text", "headline", "publication-date", "Outlet", "URL", "ID"),
    ],
)
def test_names_of_fields(
    text: str, title: str, published: str, publisher: str, url: str, id_: str
) -> None:
    record = {text: "T", title: "H", published: "D", publisher: "P", url: "U", id_: 7}
    assert article_of(record, "r") == Article("T", "H", "P", "U", "D", None, "7")


def test_a_field_that_is_an_object_is_its_name() -> None:
    record = {"text": "T", "source": {"id": None, "name": "P"}}
    assert article_of(record, "r").publisher == "P"


def test_the_first_alias_that_is_filled_counts() -> None:
    record = {"content": "second", "text": "", "body": "first", "title": None}
    assert article_of(record, "r").text == "first"


def test_other_fields_are_left_alone() -> None:
    assert article_of({"text": "T", "tags": ["a"], "author": ["x"]}, "r") == Article("T")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"title": "H"}, "r: has no text: put the article's text into one of text, body"),
        ({"text": "  "}, "r: has no text"),
        ({"text": ["T"]}, "r, field 'text': is a list, not text"),
    ],
)
def test_records_without_text_are_refused(record: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        article_of(record, "r")


def test_every_alias_is_documented() -> None:
    documented = {fields.plain(word) for word in (fields.__doc__ or "").replace(",", " ").split()}
    assert {alias for aliases in ALIASES.values() for alias in aliases} <= documented
