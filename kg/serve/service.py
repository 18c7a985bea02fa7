"""What every endpoint of one running service shares."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode
from starlette.requests import Request

from kg.errors import StoreError
from kg.serve.answer import Answer, Question
from kg.serve.changes import Changes, Work
from kg.serve.errors import RefusedError
from kg.serve.guard import Access
from kg.serve.limits import Limits
from kg.serve.metrics import Metrics
from kg.serve.workers import Origin, Workers
from kg.store import sparql
from kg.store.folder import Folder

Row = dict[str, str]


class Service:
    """A store being served: its workers, its limits, and who may do what."""

    def __init__(self, path: Path, access: Access, limits: Limits) -> None:
        self.path, self.access, self.limits = path, access, limits
        self.base = Folder(path).base()
        self.origin = Origin(path)
        self.workers, self.changes = Workers(self.origin, limits), Changes(self.origin, limits)
        self.metrics = Metrics()

    def question(self, query: str, accept: str = "", *, union: bool = True) -> Question:
        """A question under the limits of this service."""
        return Question(
            query, accept, union=union, rows=self.limits.rows, answer=self.limits.answer
        )

    async def ask(self, question: Question) -> Answer:
        """The answer of a worker, which also refuses what may not be asked."""
        try:
            found = await self.workers.ask(question)
        except StoreError as error:
            raise RefusedError(503, str(error)) from error
        self.metrics.asked(found.status)
        return found

    async def change(self, work: Work) -> Answer:
        """Change the store; what came of it."""
        try:
            return await self.changes.make(work)
        except StoreError as error:
            raise RefusedError(503, str(error)) from error

    def close(self) -> None:
        """End all processes."""
        self.workers.close()
        self.origin.close()

    async def rows(self, query: str) -> list[Row]:
        """The solutions of one of our own queries, as plain text by variable."""
        return [
            {name: term["value"] for name, term in row.items()}
            for row in await self.bindings(query)
        ]

    async def bindings(self, query: str) -> list[dict[str, Any]]:
        """The solutions of one of our own queries, as SPARQL results in JSON have them."""
        found = await self._json(query)
        bindings: list[dict[str, Any]] = found["results"]["bindings"]
        return bindings

    async def truth(self, query: str) -> bool:
        """The answer to an ASK query of our own."""
        return bool((await self._json(query))["boolean"])

    def published(self) -> str:
        """A name for the graph that is being asked; another graph has another name."""
        found = self.workers.folder.current()
        return found.manifest_hash if found else ""

    def may_write(self, request: Request) -> bool:
        """Whether the request may change the store."""
        return self.access.write and self.access.is_bearer(request.headers)

    def require_write(self, request: Request) -> None:
        """Refuse the request unless it may change the store."""
        if not self.access.write:
            raise RefusedError(403, "this service is read-only")
        if not self.access.is_bearer(request.headers):
            raise RefusedError(401, "an update needs the token")

    async def _json(self, query: str) -> dict[str, Any]:
        found = await self.ask(self.question(query, "application/sparql-results+json"))
        if found.status != 200:
            raise RefusedError(found.status, found.body.decode().strip())
        data: dict[str, Any] = json.loads(found.body)
        return data


def literal(value: str) -> str:
    """Text as it stands in a query."""
    return sparql.text(Literal(value.encode(errors="replace").decode()))


def iri(value: str) -> str:
    """An IRI as it stands in a query; refused where it is none."""
    try:
        return str(NamedNode(value))
    except ValueError as error:
        raise RefusedError(404, "no such thing") from error
