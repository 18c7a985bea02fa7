"""The page that a service shows, in a browser: it works, and follows what is published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from kg.store.embedded import EmbeddedStore
from tests.serve.browsing import visit
from tests.serve.services import serving
from tests.store.stores import RUN, filled, parts


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


def test_the_page_of_a_service_works(url: str, context: BrowserContext) -> None:
    opened = visit(context, url)
    page = opened.page
    page.locator("#search").fill("yerevan")
    page.locator("#found li").first.click()
    expect(page.locator("#panel")).to_contain_text("Armenia")
    expect(page.locator("#panel")).to_contain_text("summons envoy of")
    page.locator("[data-view-button=table]").click()
    expect(page.locator("#table")).to_contain_text("France")
    assert opened.errors == []
    assert opened.requests == [f"{url}/"]


def test_the_page_shows_what_is_published_since(tmp_path: Path, context: BrowserContext) -> None:
    store = filled(tmp_path / "store", "envoy")
    with serving(store) as url:
        opened = visit(context, f"{url}/#view=table")
        expect(opened.page.locator("#table")).to_contain_text("Pashinyan")
        expect(opened.page.locator("#table")).not_to_contain_text("France")
        with EmbeddedStore(store) as writing:
            writing.put(parts()["arms & more"], RUN)
        again = visit(context, f"{url}/#view=table")
        expect(again.page.locator("#table")).to_contain_text("France")
        assert opened.errors == again.errors == []


def test_the_page_of_a_thing_leads_to_the_next(url: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{url}/id/actor/armenia")
    expect(page.locator("h1")).to_have_text("Armenia")
    page.get_by_role("link", name="actor:csto").first.click()
    expect(page.locator("h1")).to_have_text("Collective Security Treaty Organization")
