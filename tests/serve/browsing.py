"""Pages of a service in the browser, and what they did that a page must not do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, expect

expect.set_options(timeout=30_000)
Open = Callable[[str], "Visit"]


@dataclass
class Visit:
    """A page of a service, its faults, and the addresses that it asked."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def visit(context: BrowserContext, address: str) -> Visit:
    """Open an address, and wait until its page is ready."""
    found = Visit(context.new_page())
    _watch(found)
    found.page.goto(address)
    found.page.wait_for_selector("body[data-ready]")
    return found


def _watch(found: Visit) -> None:
    def on_dialog(dialog: Dialog) -> None:
        found.errors.append(dialog.message)
        dialog.dismiss()

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.errors.append(message.text)

    page = found.page
    page.on("request", lambda request: found.requests.append(request.url))
    page.on("pageerror", lambda error: found.errors.append(str(error)))
    page.on("dialog", on_dialog)
    page.on("console", on_console)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) =>"
        " console.error('violates', e.violatedDirective, e.blockedURI, e.sample))"
    )
