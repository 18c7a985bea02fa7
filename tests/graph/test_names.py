from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.names import Names, encode, qualifier, qualifier_key, tail, web
from kg.model import Document, Span
from tests.strategies import anything, encodable


def test_iris_are_readable_and_percent_encoded() -> None:
    names, document = Names("https://e.example/id/"), Document("a b/c", "text")
    assert names.of("actor", "russia").value == "https://e.example/id/actor/russia"
    assert names.of("actor", "Ա <b>").value == "https://e.example/id/actor/%D4%B1%20%3Cb%3E"
    iri = names.document(document)
    assert iri.value == f"https://e.example/id/document/{document.id}-a%20b%2Fc"
    span = names.span("span", iri, Span(3, 7))
    assert span.value == f"https://e.example/id/span/{document.id}-a%20b%2Fc_3-7"


@given(encodable)
def test_a_name_can_be_read_off_its_iri(name: str) -> None:
    assert tail(Names().of("actor", name).value) == name


@given(st.lists(anything, unique=True))
def test_qualifiers_that_differ_have_properties_that_differ(keys: list[str]) -> None:
    keys = [key for key in keys if key.isprintable()]
    assert len({qualifier(key) for key in keys}) == len(keys)
    assert [qualifier_key(qualifier(key).value) for key in keys] == keys


@pytest.mark.parametrize("key", ["weapon", "x41", "a b", "1st", "Ա"])
def test_every_qualifier_ends_in_a_name_that_xml_accepts(key: str) -> None:
    assert qualifier(key).value.rpartition("/")[2].isidentifier()


def test_lone_surrogates_do_not_stop_encoding() -> None:
    assert encode("a\ud800") == "a%3F"


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "file:///etc/passwd", "https://a b"]
)
def test_only_web_addresses_are_links(url: str | None) -> None:
    assert web(url) is None


def test_a_web_address_is_kept_as_it_is() -> None:
    assert web("https://news.example/a?b=c#d") is not None
