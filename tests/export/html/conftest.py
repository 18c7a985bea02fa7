"""Pages for their tests, opened in a browser without a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

from kg.export.html import Engine, write_html
from kg.model import Corpus
from tests.export.html.corpus import corpus

CHROMIUM = "/usr/bin/chromium"


@dataclass
class Opened:
    """A page in the browser, and what it did that a page must not do."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def state(self) -> str:
        """The part of the address that holds the view."""
        return str(self.page.evaluate("location.hash"))

    def count(self, selector: str) -> int:
        """How many elements there are."""
        return self.page.locator(selector).count()


Open = Callable[..., Opened]


def need(tool: str, package: str) -> str:
    """The path of a program; without it the test is skipped, except in CI, where it fails."""
    if found := shutil.which(tool):
        return found
    message = f"{tool} is not installed: apt-get install {package}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer page of the invented corpus."""
    path = tmp_path_factory.mktemp("page") / "index.html"
    write_html(corpus(), path, title="An invented example")
    return path


@pytest.fixture
def open_page(browser: Browser, page_file: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a corpus (the invented one if none is given) as a double click would."""
    contexts = []

    def opener(
        view: str = "",
        *,
        of: Corpus | None = None,
        engine: Engine = "explorer",
        size: tuple[int, int] = (1280, 800),
        **options: Any,
    ) -> Opened:
        path = page_file
        if of is not None or engine != "explorer":
            path = tmp_path / "page.html"
            write_html(of or corpus(), path, engine=engine)
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        contexts.append(context)
        opened = Opened(context.new_page())
        _watch(opened, path)
        opened.page.goto(f"{path.as_uri()}{view}")
        opened.page.wait_for_selector("body[data-ready]")
        return opened

    yield opener
    for context in contexts:
        context.close()


def _watch(opened: Opened, path: Path) -> None:
    def on_request(url: str) -> None:
        if not url.startswith((path.as_uri(), "data:image/svg+xml", "blob:")):
            opened.requests.append(url)

    def on_dialog(dialog: Dialog) -> None:
        opened.errors.append(dialog.message)
        dialog.dismiss()

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            opened.errors.append(message.text)

    page = opened.page
    page.on("request", lambda request: on_request(request.url))
    page.on("pageerror", lambda error: opened.errors.append(str(error)))
    page.on("dialog", on_dialog)
    page.on("console", on_console)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) =>"
        " console.error('violates', e.violatedDirective, e.blockedURI, e.sample))"
    )
