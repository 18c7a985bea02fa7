"""The editor in a browser: ready examples, completion, and nothing but questions to its service."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serve.browsing import Open, Visit, visit
from tests.serve.services import serving
from tests.store.stores import filled


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(filled(tmp_path_factory.mktemp("edited") / "store")) as address:
        yield address


@pytest.fixture
def open_editor(browser: Browser, url: str) -> Iterator[Open]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})

    def opener(hash_: str = "") -> Visit:
        return visit(context, f"{url}/sparql-editor{hash_}")

    yield opener
    context.close()


def run(page: Page) -> None:
    """Press the button, and wait for the answer."""
    page.locator(".tabPanel.active .yasqe_queryButton").click()
    expect(page.locator(".tabPanel.active .yasr_response_chip")).to_contain_text(" in ")


def query(page: Page) -> str:
    """What stands in the editor of the tab that is open."""
    return str(page.evaluate("document.querySelector('.active .CodeMirror').CodeMirror.getValue()"))


def write(page: Page, text: str) -> None:
    """Type at the end of an empty editor."""
    page.evaluate("document.querySelector('.active .CodeMirror').CodeMirror.setValue('')")
    page.locator(".active .CodeMirror").click()
    page.keyboard.type(text)


def test_it_opens_with_the_facts_and_asks_its_service_alone(open_editor: Open, url: str) -> None:
    opened = open_editor("")
    run(opened.page)
    table = opened.page.locator(".yasr table.dataTable tbody")
    expect(table).to_contain_text("summons envoy of")
    assert {address.partition("?")[0] for address in opened.requests} == {
        f"{url}/sparql-editor", f"{url}/sparql-editor/editor.js",
        f"{url}/sparql-editor/editor.css", f"{url}/sparql",
    }  # fmt: skip
    assert opened.errors == []


def test_an_example_is_a_click_away(open_editor: Open) -> None:
    opened = open_editor("")
    page = opened.page
    timeline = page.locator("#examples option", has_text="timeline:").get_attribute("value")
    page.locator("#examples").select_option(timeline)
    assert "actor:armenia" in query(page)
    run(page)
    expect(page.locator(".active .yasr tbody")).to_contain_text("Russia summoned Armenia's")
    assert page.locator(".tabsList .tab").count() == 2
    assert opened.errors == []


@pytest.mark.parametrize(
    ("typed", "offered", "completed"),
    [
        ("SELECT * { ?a rel:summ", "rel:summonsEnvoyOf   summons envoy of", "rel:summonsEnvoyOf"),
        ("SELECT * { ?a a kgo:Count", "kgo:Country   country", "kgo:Country"),
        ("SELECT * { actor:arme", "actor:armenia   Armenia", "actor:armenia"),
    ],
)
def test_what_the_service_knows_is_completed(
    open_editor: Open, typed: str, offered: str, completed: str
) -> None:
    opened = open_editor("")
    page = opened.page
    write(page, typed)
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hints li").first).to_have_text(offered)
    page.keyboard.press("Enter")
    expect(page.locator(".CodeMirror-hints")).to_have_count(0)
    assert completed in query(page)
    prefix = completed.partition(":")[0]
    assert query(page).startswith(f"PREFIX {prefix}: <https://w3id.org/actorgraph/")
    assert opened.errors == []


def test_a_link_holds_a_query_and_no_other_setting(open_editor: Open, url: str) -> None:
    settings = {
        "query": "SELECT ?x { ?x a kgo:Document }", "endpoint": "http://evil.example/sparql",
        "headers": "no json", "requestMethod": "GET", "update": "DROP ALL", "outputSettings": "{",
    }  # fmt: skip
    opened = open_editor(f"#{urlencode(settings)}")
    assert query(opened.page) == settings["query"]
    assert not any("evil" in address for address in opened.requests)
    assert f"{url}/sparql" not in opened.requests
    assert opened.page.evaluate("location.hash") == ""
    run(opened.page)
    expect(opened.page.locator(".active .yasr tbody tr")).to_have_count(3)
    assert {address for address in opened.requests if not address.startswith(url)} == set()
    assert opened.errors == []


def test_the_link_that_is_shared_is_one_that_is_followed(open_editor: Open) -> None:
    opened = open_editor("")
    opened.page.locator(".active .yasqe_share").click()
    link = opened.page.locator(".yasqe_sharePopup input").input_value()
    again = open_editor("#" + link.partition("#")[2])
    assert query(again.page) == query(opened.page)


def test_queries_are_kept_and_answers_are_not(open_editor: Open) -> None:
    opened = open_editor("")
    write(opened.page, "SELECT ?document { ?document a kgo:Document }")
    run(opened.page)
    assert "arms" not in str(opened.page.evaluate("JSON.stringify(localStorage)"))
    opened.page.reload()
    opened.page.wait_for_selector("body[data-ready]")
    assert "?document a kgo:Document" in query(opened.page)


def test_a_thing_of_the_graph_is_shown_by_this_service(open_editor: Open, url: str) -> None:
    opened = open_editor("")
    write(opened.page, "SELECT * { VALUES ?x { actor:armenia } }")
    run(opened.page)
    with opened.page.expect_popup() as popup:
        opened.page.locator("a.iri").first.click()
    assert popup.value.url == f"{url}/id/actor/armenia"
    assert popup.value.evaluate("window.opener") is None


def test_a_fault_is_shown_in_words(open_editor: Open) -> None:
    opened = open_editor("")
    write(opened.page, "SELECT * { ?s <urn:<b>x</b>> ?o }")
    opened.page.locator(".yasqe_queryButton").click()
    expect(opened.page.locator(".yasr .errorResult")).to_contain_text("the query cannot be read")
