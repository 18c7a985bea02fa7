"""Plain text, Markdown and front matter."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.model import SectionKind
from kg.read.article import Article, Source
from kg.read.text import read

BODY = "Russia summoned Armenia's ambassador on Friday.\n"


def article(data: str) -> Article:
    (found,) = read(Source("a.md", "a", data.encode()))
    return found


def test_text_stays_as_it_is() -> None:
    text = "  Russia summoned\n\n\nArmenia's ambassador. \n"
    assert article(text) == Article(text)


def test_front_matter_becomes_metadata() -> None:
    front = (
        "---\n"
        'title: "Russia: envoy summoned"\n'
        "date: 2023-09-08\n"
        "source: The Daily Example\n"
        "url: https://example.org/1\n"
        "author: Jane Doe\n"
        "reports on: [Russia, Armenia]\n"
        "---\n\n"
    )
    assert article(front + BODY) == Article(
        BODY, "Russia: envoy summoned", "The Daily Example", "https://example.org/1", "2023-09-08"
    )


def test_windows_line_ends_and_a_byte_order_mark() -> None:
    found = article("\ufeff---\r\ntitle: Envoy summoned\r\n---\r\n" + BODY)
    assert (found.title, found.text) == ("Envoy summoned", BODY)


def test_front_matter_names_no_text_and_no_id() -> None:
    found = article("---\ntitle: Envoy\ntext: not this\nname: other\n---\n" + BODY)
    assert (found.text, found.id) == (BODY, None)


@pytest.mark.parametrize(
    "text",
    [
        "---\nA sentence between two rules.\n---\n" + BODY,
        "---\ntitle: never closed\n" + BODY,
        BODY + "---\ntitle: too late\n---\n",
        "----\ntitle: a rule\n----\n" + BODY,
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(text: str) -> None:
    assert article(text) == Article(text)


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("title: Russia: envoy summoned", r"a\.md, line 2: front matter: .*in quotes"),
        ("a: [" + "[" * 3000, r"a\.md.*: front matter"),
        ("title: [Envoy, summoned]", r"a\.md, front matter, field 'title': is a list, not text"),
    ],
)
def test_broken_front_matter_is_named(front: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        article(f"---\n{front}\n---\n{BODY}")


def test_tags_of_yaml_make_no_objects() -> None:
    found = article("---\ntitle: !!python/name:os.getcwd x\ndate: !!int 7\n---\n" + BODY)
    assert (found.title, found.published) == ("x", "7")


def test_a_markdown_heading_is_a_headline_without_its_marks() -> None:
    from kg.read.article import document

    made = document(article("# Envoy summoned\n\n" + BODY + "\n## What comes next\n\n" + BODY), "a")
    headlines = [s.span.of(made.text) for s in made.sections if s.kind is SectionKind.HEADLINE]
    assert made.title == "Envoy summoned"
    assert headlines == ["Envoy summoned", "What comes next"]
