"""The page drawn by pyvis, in a browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.export.html.conftest import Open


def test_it_draws_without_a_network_and_without_physics(open_page: Open) -> None:
    opened = open_page(engine="pyvis")
    blank = "(() => { const c = document.querySelector('canvas'); return c.width * c.height; })()"
    assert opened.page.evaluate(blank) > 100_000
    assert opened.requests == []
    assert opened.errors == []


def test_a_click_shows_the_evidence(open_page: Open) -> None:
    opened = open_page(engine="pyvis")
    box = opened.page.locator("#network canvas").bounding_box()
    assert box is not None
    panel = opened.page.locator("#panel")
    for x in range(10, int(box["width"]), 25):
        opened.page.mouse.click(box["x"] + x, box["y"] + box["height"] / 2)
        if opened.count("#panel h2"):
            break
    expect(panel.locator("h2").first).to_be_visible()
    if not opened.count("#panel .claim"):
        panel.get_by_role("button").first.click()
    expect(panel.locator("mark.cue").first).to_be_visible()
