"""Hostile texts and addresses in a store: none of them runs in the editor, or leaves its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.names import SKOS, Names, kgo, node, rdf
from kg.store.embedded import EmbeddedStore
from kg.store.sparql import Change
from tests.export.html.hostile import PAYLOADS, RUN
from tests.serve.browsing import Visit, visit
from tests.serve.services import serving
from tests.store.stores import filled

ADDRESSES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"data:text/html,%3Cscript%3Eopener.{RUN}%3C/script%3E",
    f"https://news.example/'onmouseover='{RUN}",
    f"urn:x:&quot;onclick=&quot;{RUN}",
    "vbscript:x",
)
FOREIGN = "img, iframe, object, embed, base, frame, math, form, [onload], [onerror], [onmouseover]"
# The sanitizer reads texts in a document that is not shown; the browser reports what it would stop
# there. A fault of a query has its status.
EXPECTED = re.compile("Content Security Policy|^violates|status of 400")
TOUCH = """() => {
  for (const element of document.querySelectorAll('.yasr *, .CodeMirror-hints *')) {
    for (const type of ['mouseover', 'mouseenter', 'pointerover', 'mousemove', 'focus'])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
  }
}"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = filled(tmp_path_factory.mktemp("hostile") / "store")
    with EmbeddedStore(path) as store:
        store.update(Change(insert=tuple(_quads())).update())
    with serving(path) as address:
        yield address


def _quads() -> Iterator[Quad]:
    """Each payload as a literal, with a type, and as the name of an actor that claims are about."""
    names, hostile, graph = Names(), NamedNode("urn:hostile"), NamedNode("urn:graph")
    for number, payload in enumerate(PAYLOADS):
        text = payload.encode(errors="replace").decode()
        typed = Literal(text, datatype=NamedNode(ADDRESSES[number % len(ADDRESSES)]))
        actor, said = names.of("actor", f"{payload}{number}"), names.of("stmt", f"x{number}")
        yield Quad(hostile, NamedNode("urn:says"), Literal(text), graph)
        yield Quad(hostile, NamedNode("urn:says"), typed, graph)
        yield Quad(actor, node(SKOS + "prefLabel"), Literal(text), graph)
        yield Quad(said, rdf("subject"), actor, graph)
        yield Quad(names.of("claim", f"x{number}"), kgo("states"), said, graph)
    for address in map(NamedNode, ADDRESSES):
        yield Quad(hostile, NamedNode("urn:links"), address, graph)


@pytest.fixture(scope="module", params=["with the policy", "without"])
def opened(browser: Browser, url: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """The policy is the second wall: what is shown must be harmless without it as well."""
    context = browser.new_context(bypass_csp=request.param == "without")
    yield visit(context, f"{url}/sparql-editor")
    context.close()


def shown(page: Page, query: str, text: str) -> None:
    """Ask, and wait until the answer shows."""
    page.evaluate(
        "(query) => document.querySelector('.active .CodeMirror').CodeMirror.setValue(query)", query
    )
    with page.expect_response("**/sparql"):
        page.locator(".active .yasqe_queryButton").click()
    expect(page.locator(".active .yasqe_queryButton")).not_to_have_class(re.compile("busy"))
    expect(page.locator(".active .yasr_results:not(:empty)")).to_contain_text(text)
    page.evaluate(TOUCH)


def assert_unharmed(opened: Visit, url: str) -> None:
    page = opened.page
    assert page.evaluate("window.ran") is None
    assert [error for error in opened.errors if not EXPECTED.search(error)] == []
    assert [address for address in opened.requests if not address.startswith(url)] == []
    assert page.locator(FOREIGN).count() == 0
    assert page.locator("script").count() == 2
    assert len(page.context.pages) == 1


def test_nothing_runs_in_the_table(opened: Visit, url: str) -> None:
    page = opened.page
    shown(page, "SELECT * { <urn:hostile> ?p ?o } LIMIT 1000", "window.ran")
    page.locator(".tableSizer").select_option("-1")
    page.evaluate(TOUCH)
    for label in ("Simple view", "Ellipse"):
        page.locator(".tableControls label", has_text=label).click()
        page.evaluate(TOUCH)
    page.locator(".tableFilter").fill("<img src=x onerror=window.ran=1>")
    page.keyboard.press("Enter")
    page.locator(".tableFilter").fill("")
    page.keyboard.press("Backspace")
    links = page.evaluate("[...document.querySelectorAll('a.iri')].map((a) => [a.protocol, a.rel])")
    assert {protocol for protocol, _ in links} <= {"http:", "https:", ":"}
    assert {rel for _, rel in links} == {"noopener noreferrer"}
    assert_unharmed(opened, url)


@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o VALUES ?s { <urn:hostile> } }",
        "DESCRIBE <urn:hostile>",
    ],
)
def test_nothing_runs_in_graphs(opened: Visit, url: str, query: str) -> None:
    shown(opened.page, query, "window.ran")
    assert_unharmed(opened, url)


def test_nothing_runs_in_the_response_as_it_came(opened: Visit, url: str) -> None:
    shown(opened.page, "SELECT * { <urn:hostile> ?p ?o } LIMIT 1000", "window.ran")
    opened.page.locator(".select_response").click()
    opened.page.evaluate(TOUCH)
    assert_unharmed(opened, url)


def test_nothing_runs_in_a_fault(opened: Visit, url: str) -> None:
    for payload in PAYLOADS[1:36:4]:
        shown(opened.page, f"SELECT {payload}", "cannot be read")
        assert_unharmed(opened, url)


def test_nothing_runs_where_names_are_completed(opened: Visit, url: str) -> None:
    page = opened.page
    page.evaluate("document.querySelector('.active .CodeMirror').CodeMirror.setValue('')")
    page.locator(".active .CodeMirror").click()
    page.keyboard.type("SELECT * { actor:")
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hints")).to_contain_text("<script>")
    page.evaluate(TOUCH)
    assert_unharmed(opened, url)


def test_nothing_runs_from_a_link(opened: Visit, url: str) -> None:
    for payload in PAYLOADS[::4]:
        hash_ = urlencode({"query": payload, "endpoint": payload, "outputFormat": payload})
        opened.page.evaluate("(hash) => { location.hash = hash; }", hash_)
        opened.page.evaluate(TOUCH)
    assert_unharmed(opened, url)
