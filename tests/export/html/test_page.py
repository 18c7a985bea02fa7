from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ExportError
from kg.export.html import Engine, generate_html, write_html
from kg.export.html.page import as_island, printable
from kg.model import Corpus
from tests.export.html.corpus import corpus

ENGINES: list[Engine] = ["explorer", "pyvis"]
any_text = st.text(st.characters())


class Parts(HTMLParser):
    """The policy, the scripts, the styles and the addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.policy = ""
        self.code: dict[str, list[str]] = {"script": [], "style": []}
        self.data = ""
        self.links: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._inside = "data" if given.get("id") == "data" else tag
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        names = ("src", "href", "srcset", "action", "data")
        self.links += [value for name in names if (value := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "data":
            self.data += data
        elif self._inside in self.code:
            self.code[self._inside].append(data)


def parts(html: str) -> Parts:
    parsed = Parts()
    parsed.feed(html)
    parsed.close()
    return parsed


@pytest.mark.parametrize("engine", ENGINES)
def test_the_policy_admits_just_the_code_of_the_page(engine: Engine) -> None:
    page = parts(generate_html(corpus(), engine=engine))
    assert page.policy.startswith("default-src 'none';")
    assert "unsafe" not in page.policy
    for directive, tag in (("script-src", "script"), ("style-src", "style")):
        admitted = re.search(rf"{directive} ([^;]*);", page.policy)
        assert admitted is not None
        hashes = [b64encode(sha256(code.encode()).digest()).decode() for code in page.code[tag]]
        assert admitted[1].split() == [f"'sha256-{digest}'" for digest in hashes]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_page_refers_to_nothing_outside(engine: Engine) -> None:
    links = parts(generate_html(corpus(), engine=engine)).links
    assert [link for link in links if not link.startswith("#")] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_same_corpus_same_characters(engine: Engine) -> None:
    assert generate_html(corpus(), engine=engine) == generate_html(corpus(), engine=engine)


def test_the_data_are_in_the_page() -> None:
    data = json.loads(parts(generate_html(corpus(), title="T")).data)
    assert data["title"] == "T"
    assert len(data["statements"]) == len(corpus().statements)


@given(any_text)
def test_an_island_holds_any_text_and_no_markup(text: str) -> None:
    island = as_island({"k": [text]})
    assert json.loads(island) == {"k": [text]}
    assert not set("<>&\u2028\u2029") & set(island)
    assert island.isascii()


@given(any_text)
def test_any_title_stays_a_title(title: str) -> None:
    html = generate_html(Corpus((), (), ()), title=title)
    html.encode("utf-8")
    assert len(parts(html).code["script"]) == 1


def test_titles_lose_what_would_reorder_them() -> None:
    assert printable("a\u202eb\x00c\ud800") == "a b c?"


def test_an_unknown_engine_is_refused_by_name() -> None:
    with pytest.raises(ExportError, match="engine 'dot' cannot draw a page: use explorer or pyvis"):
        generate_html(corpus(), engine="dot")  # type: ignore[arg-type]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"nowhere/page\.html: cannot be written: No such file"):
        write_html(corpus(), tmp_path / "nowhere" / "page.html")
