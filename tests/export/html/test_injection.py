"""Hostile articles: nothing in them may run, break out, hide or reorder the page."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from kg.export.html import Engine
from kg.model import Actor
from tests.export.html.conftest import Open, Opened
from tests.export.html.corpus import actors, corpus, gather
from tests.export.html.doing import CY, download, with_subject
from tests.export.html.hostile import PAYLOADS, hostile

FOREIGN = "img, iframe, object, embed, base, frame, link, math, [onload], [onerror], [style*=url]"
# Opens all that opens, and passes the mouse and the focus over all that is there.
TOUCH = """() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const element of document.querySelectorAll('body *')) {
    for (const type of ['mouseover', 'mouseenter', 'pointerover', 'mousemove', 'focus'])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    if (element.tabIndex >= 0) element.focus();
  }
}"""
TOUCH_PANEL = TOUCH.replace("querySelectorAll('", "querySelectorAll('#panel ").replace("body ", "")

# Ticks each value of each facet, alone.
TICK = """() => {
  const boxes = () => document.querySelectorAll('#facets input[type=checkbox]');
  for (let index = 0; index < boxes().length; index++) {
    boxes()[index].click();
    document.querySelector('#filter-bar .tag').click();
  }
}"""


def assert_unharmed(opened: Opened) -> None:
    page = opened.page
    assert page.evaluate("window.ran") is None
    assert opened.errors == []
    assert opened.requests == []
    assert opened.count(FOREIGN) == 0
    assert opened.count("script") <= 3
    assert opened.count("style") == 1
    schemes = "[...document.links].map((a) => a.protocol)"
    assert set(page.evaluate(schemes)) <= {"http:", "https:", "file:"}
    assert page.evaluate("({}).polluted === undefined && Object.keys(Object.prototype).length") == 0


def test_forty_payloads() -> None:
    assert len(set(PAYLOADS)) == 40


def test_nothing_runs_on_the_explorer_page(open_page: Open) -> None:
    opened = open_page(of=hostile())
    page = opened.page
    page.evaluate(TOUCH)
    for view in ("table", "filters", "details", "graph"):
        page.evaluate(f"location.hash = 'view={view}'")
        page.evaluate(TOUCH)
    selects = page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).statements.map(([id]) => id)"
    )
    for statement in selects:
        page.evaluate(f"location.hash = 'select=statement,{statement}'")
        page.wait_for_selector("#panel .claim, #panel .sides")
        page.evaluate(TOUCH_PANEL)
    for index in range(0, len(PAYLOADS), 8):
        page.evaluate(f"location.hash = 'select=statement,{selects[index]}'")
        page.wait_for_selector("#panel .claim, #panel .sides")
        page.locator("#panel h2 button").first.dispatch_event("click")
        page.get_by_role("button", name="Only its relations").dispatch_event("click")
        page.evaluate(TOUCH)
        page.evaluate(f"location.hash = 'select=statement,{selects[index]}'")
        page.get_by_role("button", name="All between the two").dispatch_event("click")
        page.wait_for_selector("#panel .group")
        page.evaluate(TOUCH_PANEL)
    assert_unharmed(opened)


def test_nothing_runs_under_the_mouse(open_page: Open) -> None:
    opened = open_page(of=hostile())
    cards = opened.page.evaluate(
        f"{CY}.elements().map((e) => {{ e.emit({{ type: 'mouseover',"
        " renderedPosition: { x: 50, y: 50 } });"
        " return document.getElementById('hover').textContent; })"
    )
    assert len(cards) == 2 * len(PAYLOADS)
    assert all(cards)
    assert any("<script>" in card for card in cards)
    assert_unharmed(opened)


def test_nothing_runs_when_searched_for_ticked_and_exported(open_page: Open) -> None:
    opened = open_page(of=hostile())
    page = opened.page
    page.evaluate(TOUCH)
    for payload in PAYLOADS:
        page.evaluate(
            "(text) => { const s = document.getElementById('search'); s.value = text;"
            " s.dispatchEvent(new Event('input')); }",
            payload,
        )
        page.evaluate(TOUCH_PANEL.replace("#panel", "#found"))
        page.keyboard.press("Escape")
    page.evaluate(TICK)
    page.evaluate("document.querySelectorAll('details.menu').forEach((menu) => menu.open = false)")
    root = ElementTree.fromstring(download(opened, "Save picture (SVG)"))
    assert not root.findall(".//{*}script")
    assert {element.tag.split("}")[1] for element in root.iter()} <= {
        "svg", "title", "rect", "g", "path", "polygon", "circle", "text", "linearGradient", "stop",
    }  # fmt: skip
    download(opened, "Save table (CSV)")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert_unharmed(opened)


def test_links_to_the_page_cannot_run_anything(open_page: Open) -> None:
    opened = open_page()
    keys = (
        "q=",
        "select=actor,",
        "focus=",
        "path=",
        "note=actor:a,",
        "status=",
        "theme=",
        "hide=",
        "show=",
    )
    for payload in PAYLOADS:
        opened.page.evaluate(
            "([keys, text]) => { location.hash ="
            " keys.map((key) => `${key}${encodeURIComponent(text)},${text}`).join('&'); }",
            [keys, payload],
        )
    opened.page.evaluate(TOUCH)
    assert_unharmed(opened)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_title_breaks_out(payload: str) -> None:
    from tests.export.html.test_page import ENGINES, parts

    for engine in ENGINES:
        page = parts(_titled(payload, engine))
        assert len(page.code["script"]) == (1 if engine == "explorer" else 2)
        assert page.links == (["#search-form"] if engine == "explorer" else [])


def _titled(title: str, engine: Engine) -> str:
    from kg.export.html import generate_html
    from kg.model import Corpus

    return generate_html(Corpus((), (), ()), title=title, engine=engine)


def test_nothing_runs_on_the_pyvis_page(open_page: Open) -> None:
    opened = open_page(of=hostile(), engine="pyvis")
    box = opened.page.locator("#network canvas").bounding_box()
    assert box is not None
    for x in range(20, int(box["width"]), 60):
        for y in range(20, int(box["height"]), 60):
            opened.page.mouse.click(box["x"] + x, box["y"] + y)
            if opened.count("#panel button"):
                opened.page.locator("#panel button").first.click()
        opened.page.evaluate(TOUCH)
    assert_unharmed(opened)


def test_overrides_are_shown_and_kept_to_themselves(open_page: Open) -> None:
    claim = next(corpus().claims())
    spoof = Actor("spoof", "abc\u202efed", "Country")
    opened = open_page("#select=actor,spoof", of=gather(actors(), [with_subject(claim, spoof)]))
    name = opened.page.locator("#panel h2 bdi")
    expect(name).to_have_text("abc‹RLO›fed")
    assert name.evaluate("(e) => getComputedStyle(e).unicodeBidi") == "isolate"


def test_stacked_marks_and_long_names_stay_in_their_place(open_page: Open) -> None:
    opened = open_page("#view=details", of=hostile(), size=(320, 640))
    for statement in opened.page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).statements.map(([id]) => id)"
    )[:12]:
        opened.page.evaluate(f"location.hash = 'view=details&select=statement,{statement}'")
        opened.page.wait_for_selector("#panel .claim, #panel .sides")
        assert opened.page.evaluate("document.documentElement.scrollWidth") == 320
        assert opened.page.evaluate("document.getElementById('panel').scrollWidth") <= 320
    marks = r"[...document.body.innerText].join('').match(/\p{M}{5}/gu)"
    assert opened.page.evaluate(marks) is None
