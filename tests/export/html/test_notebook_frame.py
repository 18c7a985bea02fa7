"""The page in the frame of a notebook: it works there, and reaches nothing outside."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from kg.model import Corpus
from kg.notebook import Graph
from tests.export.html.corpus import corpus
from tests.export.html.hostile import hostile

# What a page in the frame can do to the notebook around it, and to what the browser keeps.
REACH = """() => {
  const tries = [() => parent.document.title, () => top.location.href, () => localStorage.length,
                 () => document.cookie, () => { parent.ran = 1; }];
  return tries.map((attempt) => { try { attempt(); return "done"; } catch { return "refused"; } });
}"""


def show(browser: Browser, of: Corpus, path: Path) -> tuple[object, ...]:
    """A notebook that shows a graph's card and page: what ran, what it reaches, what it asked."""
    graph = Graph(of)
    path.write_text(
        "<!doctype html><meta charset=utf-8><title>Notebook</title>"
        f"{graph._repr_html_()}{graph.view(height=500)._repr_html_()}",
        "utf-8",
    )
    asked: list[str] = []
    page = browser.new_page()
    try:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        frame = page.frames[1]
        frame.wait_for_selector("body[data-ready]")
        ran = [page.evaluate("window.ran"), frame.evaluate("window.ran")]
        actors = frame.evaluate(
            "JSON.parse(document.getElementById('data').textContent).actors.length"
        )
        reached = set(frame.evaluate(REACH))
    finally:
        page.close()
    foreign = [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))]
    return ran, reached, foreign, actors


def test_the_page_works_in_a_notebook(browser: Browser, tmp_path: Path) -> None:
    ran, reached, foreign, actors = show(browser, corpus(), tmp_path / "notebook.html")
    assert (ran, reached, foreign) == ([None, None], {"refused"}, [])
    assert actors == len(corpus().actors)


def test_hostile_articles_run_nothing_there(browser: Browser, tmp_path: Path) -> None:
    ran, reached, foreign, _ = show(browser, hostile(), tmp_path / "notebook.html")
    assert (ran, reached, foreign) == ([None, None], {"refused"}, [])
