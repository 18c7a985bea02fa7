"""The SPARQL editor: YASGUI as it is built into assets/, with what this service knows in it."""

from __future__ import annotations

import asyncio
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.export.html.page import as_island
from kg.graph.names import KGO, REL, prefixes
from kg.serve.editor.examples import examples, told_most
from kg.serve.errors import RefusedError
from kg.serve.service import Service
from kg.vocabulary import vocabulary

PATH = "/sparql-editor"
ASSETS = {
    "editor.js": "text/javascript; charset=utf-8",
    "editor.css": "text/css; charset=utf-8",
    "LICENCES.txt": "text/plain; charset=utf-8",
}
# Only the built script runs, and it may ask this service alone. The one style that it adds is that
# of the table's columns.
POLICY = (
    "default-src 'none'; script-src 'self'; "
    "style-src 'self' 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='; "
    "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


async def page(request: Request) -> Response:
    """The editor, ready with the examples of what is published now."""
    editor: Editor = request.app.state.editor
    settings = as_island(await editor.settings())
    html = Template(_file("editor.html")).substitute(settings=settings, version=_version())
    return HTMLResponse(html, headers={"content-security-policy": POLICY})


async def asset(request: Request) -> Response:
    """The script, the style, or the licences; there are no other files."""
    name = request.path_params["name"]
    if name not in ASSETS:
        raise RefusedError(404, "no such file")
    headers = {"content-type": ASSETS[name], "cache-control": "public, max-age=31536000, immutable"}
    return Response(_file("assets", name), headers=headers)


class Editor:
    """What the editor has ready for a store, kept until another graph is published."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._made: dict[str, dict[str, Any]] = {}
        self._making = asyncio.Lock()

    async def settings(self) -> dict[str, Any]:
        """Prefixes, terms to complete, and examples."""
        published = self.service.published()
        async with self._making:
            if published not in self._made:
                self._made = {published: await self._make()}
            return self._made[published]

    async def _make(self) -> dict[str, Any]:
        known, told = vocabulary(), await told_most(self.service)
        return {
            "base": self.service.base,
            "prefixes": prefixes(self.service.base),
            "relations": {REL + relation.id: relation.label for relation in known.values()},
            "classes": {KGO + kind.name: kind.label for kind in known.classes.values()}
            | {KGO + name: "" for name in ("Claim", "Document", "Mention", "Statement")},
            "actors": told.actors,
            "examples": list(examples(told, self.service.base)),
        }


@cache
def _file(*path: str) -> str:
    return files("kg.serve.editor").joinpath(*path).read_text(encoding="utf-8")


@cache
def _version() -> str:
    """Part of the addresses of the assets, so that no browser keeps an older build."""
    return sha256(_file("assets", "manifest.json").encode()).hexdigest()[:16]
