"""What the tests do with an opened page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.model import Actor, ResolvedClaim
from tests.export.html.conftest import Opened

CY = "document.getElementById('graph')._cyreg.cy"


def drawn(opened: Opened) -> set[str]:
    """Names of the actors in the picture."""
    return set(opened.page.evaluate(f"{CY}.nodes().map((n) => n.data('name'))"))


def point_of(opened: Opened, query: str) -> tuple[float, float]:
    """Where the middle of an actor or a line is on the screen."""
    script = (
        f"(() => {{ const e = {query}, p = e.isNode() ? e.renderedPosition() :"
        f" e.renderedMidpoint(), b = {CY}.container().getBoundingClientRect();"
        " return [b.x + p.x, b.y + p.y]; })()"
    )
    x, y = opened.page.evaluate(script)
    return x, y


def actor(name: str) -> str:
    return f"{CY}.nodes().filter((n) => n.data('name') === '{name}')[0]"


def line(first: str, second: str) -> str:
    return f"{actor(first)}.edgesWith({actor(second)})[0]"


def search(opened: Opened, text: str) -> None:
    opened.page.fill("#search", text)


def with_subject(claim: ResolvedClaim, subject: Actor) -> ResolvedClaim:
    return replace(claim, subject=replace(claim.subject, actor=subject))


def download(opened: Opened, label: str) -> bytes:
    opened.page.click("summary:has-text('Share')")
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name=label).click()
    path = waiting.value.path()
    return Path(path).read_bytes()
