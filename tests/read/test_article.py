"""An article becomes a document: clean metadata, a name that is safe, text that never changes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read import read_text

BODY = "Russia summoned Armenia's ambassador on Friday over unfriendly steps, the ministry said."


def test_metadata_are_kept_clean() -> None:
    document = read_text(
        BODY,
        name="story",
        title="  Envoy\n summoned\x00 ",
        publisher="The Daily\tExample",
        url="https://example.org/story?id=1",
        published="Fri, 08 Sep 2023 14:05:00 +0400",
        language="en-GB",
    )
    assert (document.name, document.text) == ("story", BODY)
    assert (document.title, document.publisher) == ("Envoy summoned", "The Daily Example")
    assert document.url == "https://example.org/story?id=1"
    assert (document.published, document.language) == ("2023-09-08", "en-GB")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "http://x/<y>", "x", ""]
)
def test_what_is_no_web_address_is_dropped(url: str) -> None:
    assert read_text(BODY, name="a", url=url).url is None


def test_what_the_metadata_lack_is_looked_for_in_the_text() -> None:
    document = read_text(f"Envoy summoned to ministry\n\n8 September 2023\n\n{BODY}", name="a")
    assert (document.title, document.published) == ("Envoy summoned to ministry", "2023-09-08")
    assert document.publisher is None
    assert document.language == "en"


def test_metadata_go_before_the_text() -> None:
    text = f"Envoy summoned to ministry\n\n8 September 2023\n\n{BODY}"
    document = read_text(text, name="a", title="Another title", published="2023-09-09")
    assert (document.title, document.published) == ("Another title", "2023-09-09")


def test_a_date_in_the_metadata_that_cannot_be_read_is_none() -> None:
    assert read_text(BODY, name="a", published="last week").published is None


@pytest.mark.parametrize(
    ("given_", "name"),
    [
        ("news 1", "news-1"),
        ("a/b\\c", "a-b-c"),
        ("../../etc/passwd", "..-..-etc-passwd"),
        ("x\x00\x1b\ny", "x-y"),
        ("caf\udce9", "caf\ufffd"),
        ("", "document"),
        ("n" * 400, "n" * 150),
    ],
)
def test_names_are_safe(given_: str, name: str) -> None:
    assert read_text(BODY, name=given_).name == name


LINES = st.sampled_from(
    [
        BODY,
        "Envoy summoned to ministry",
        "# A heading",
        "Jane Doe",
        "By Jane Doe",
        "8 September 2023",
        "Comments",
        "Jane says:",
        "Tags:",
        "Related content",
        "Share on Facebook",
        "Read more: [something](https://example.org/x)",
        "Russia (*aggressor country) said **much** (Photo: AFP)",
        "MOSCOW, September 8, 2023 (TASS) - Russia summoned the ambassador of Armenia on Friday.",
        "Photo: Getty Images",
        "FILE PHOTO: the ministry. REUTERS/Jane Doe",
        "kmm/ng (dpa, Reuters)",
        "* recognised as an extremist organisation",
        "",
        "   ",
        "0",
        "\ufeff",
    ]
)


@given(st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=30))).map("\n".join)))
def test_sections_lie_in_the_text_in_order_and_reading_again_changes_nothing(raw: str) -> None:
    document = read_text(raw, name="a")
    end = 0
    for section in document.sections:
        assert end <= section.span.start < section.span.end <= len(document.text)
        assert section.span.of(document.text).strip() or section.author is None
        end = section.span.end
    assert not any(
        unicodedata.category(c) in {"Cc", "Cs"} for c in document.text if c not in "\t\n"
    )
    assert read_text(document.text, name="a") == document
