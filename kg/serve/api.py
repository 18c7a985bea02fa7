"""The JSON API: actors found, their neighbourhood, paths, timelines, and evidence."""

from __future__ import annotations

import json
import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import Response

from kg.graph.names import Names, tail
from kg.serve import questions
from kg.serve.errors import RefusedError
from kg.serve.requests import query_parameters, unless_hung_up
from kg.serve.service import Service, iri

Values = Mapping[str, Any]
Handler = Callable[[Service, Values], Awaitable[Any]]
LONGEST_PATH = 4
WIDEST = 5_000  # statements looked at in one step of a search for a path


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an endpoint; one with a default may be left out."""

    name: str
    about: str
    default: str | int | None = None
    most: int = 0  # of a number
    place: str = "query"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API; `answer` makes the data of its parameters."""

    path: str
    about: str
    answer: Handler
    parameters: tuple[Parameter, ...] = ()

    async def respond(self, request: Request) -> Response:
        """Answer a request."""
        service: Service = request.app.state.service
        values = {parameter.name: _value(request, parameter) for parameter in self.parameters}
        found = await unless_hung_up(request, self._answer(service, values))
        return Response(json.dumps(found, ensure_ascii=False), media_type="application/json")

    async def _answer(self, service: Service, values: Values) -> Any:
        return await self.answer(service, values)


async def search(service: Service, values: Values) -> Any:
    """Actors by a part of a name."""
    rows = await service.rows(questions.search(values["q"], values["limit"]))
    return {"actors": [_actor(row, "actor") | {"type": tail(row["type"])} for row in rows]}


async def actor(service: Service, values: Values) -> Any:
    """What is known of an actor."""
    rows = await service.rows(questions.actor(_name(service, "actor", values["id"])))
    if not rows:
        raise RefusedError(404, f"no actor {values['id']!r}")
    found: dict[str, Any] = {"id": values["id"]}
    for key in ("label", "type", "same_as"):
        found[key] = next((tail(row[key]) if key == "type" else row[key]
                           for row in rows if key in row), None)  # fmt: skip
    for key in ("alias", "acts_for"):
        known = {tail(row[key]) if key == "acts_for" else row[key] for row in rows if key in row}
        found[{"alias": "aliases"}.get(key, key)] = sorted(known)
    return found


async def neighbourhood(service: Service, values: Values) -> Any:
    """The statements that an actor has a part in, those with most claims first."""
    this = _name(service, "actor", values["id"])
    rows = await service.rows(questions.neighbourhood(this, values["limit"]))
    return {"actor": values["id"], "statements": list(map(_statement, rows))}


async def timeline(service: Service, values: Values) -> Any:
    """The dated claims about an actor, in order of time."""
    this = _name(service, "actor", values["id"])
    rows = await service.rows(questions.timeline(this, values["limit"]))
    claims = [
        {"id": tail(row["claim"]), "date": row["time"], "status": tail(row["status"])}
        | {"statement": _statement(row)}
        for row in rows
    ]
    return {"actor": values["id"], "claims": claims}


async def evidence(service: Service, values: Values) -> Any:
    """Where articles make a statement, sentence by sentence."""
    rows = await service.rows(questions.evidence(_name(service, "stmt", values["id"])))
    if not rows:
        raise RefusedError(404, f"no statement {values['id']!r}")
    return {"statement": _statement(rows[0]), "claims": list(map(_claim, rows))}


async def statistics(service: Service, _: Values) -> Any:
    """How much the store holds."""
    counts: dict[str, Any] = {
        name: int((await service.rows(query))[0]["n"]) for name, query in questions.COUNTS.items()
    }
    for name, query in questions.DISTRIBUTIONS.items():
        rows = await service.rows(query)
        counts[name] = {tail(row["key"]): int(row["n"]) for row in rows if "key" in row}
    return counts


async def path(service: Service, values: Values) -> Any:
    """The shortest chain of statements from one actor to another."""
    start, goal = (_name(service, "actor", values[end]) for end in ("from", "to"))
    came: dict[str, dict[str, Any] | None] = {start[1:-1]: None}
    frontier = {start}
    for _ in range(values["longest"]):
        if goal[1:-1] in came or not frontier:
            break
        rows = await service.rows(questions.steps(frontier, WIDEST))
        frontier = set()
        for row in rows:
            for here, there in ((row["s"], row["o"]), (row["o"], row["s"])):
                if here in came and there not in came:
                    came[there] = {"from": here, "row": row}
                    frontier.add(iri(there))
    if goal[1:-1] not in came:
        return {"from": values["from"], "to": values["to"], "statements": None}
    return {"from": values["from"], "to": values["to"], "statements": _chain(came, goal[1:-1])}


def _chain(came: Mapping[str, Any], goal: str) -> list[dict[str, Any]]:
    statements = []
    while step := came[goal]:
        statements.append(_statement(step["row"]))
        goal = step["from"]
    return statements[::-1]


def _actor(row: Mapping[str, str], name: str) -> dict[str, Any]:
    id = tail(row[name])
    return {"id": id, "label": row.get(f"{name}_label") or row.get("label") or id}


def _statement(row: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": tail(row["statement"]),
        "subject": _actor(row, "s"),
        "relation": tail(row["relation"]),
        "object": _actor(row, "o"),
    }
    if "claims" in row:
        found["claims"] = int(row["claims"])
        found["statuses"] = sorted(map(tail, row["statuses"].split(" ")))
    return found


def _claim(row: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": tail(row["claim"]),
        "status": tail(row["status"]),
        "date": row.get("time"),
        "source": tail(row["source"]) if "source" in row else None,
        "confidence": float(row["confidence"]),
        "document": {
            "id": tail(row["document"]),
            "title": row.get("title"),
            "publisher": row.get("publisher"),
            "published": row.get("issued"),
            "url": row.get("url"),
        },
        "sentence": row["sentence"],
        "quote": {"text": row["quote"], "start": int(row["start"]), "end": int(row["end"])},
    }


def _name(service: Service, kind: str, id: str) -> str:
    return iri(Names(service.base).of(kind, id).value)


def value(parameter: Parameter, given: str | None) -> str | int:
    """What a parameter is, from the text that was given for it."""
    if given is None:
        if parameter.default is None:
            raise RefusedError(400, f"{parameter.name} is missing: {parameter.about}")
        return parameter.default
    return _number(given, parameter) if isinstance(parameter.default, int) else given


def _value(request: Request, parameter: Parameter) -> str | int:
    if parameter.place == "path":
        return unquote(str(request.path_params[parameter.name]))
    given = query_parameters(request).get(parameter.name, [])
    if len(given) > 1:
        raise RefusedError(400, f"{parameter.name} must be given once")
    return value(parameter, given[0] if given else None)


def _number(text: str, parameter: Parameter) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < math.log10(2**63)):
        raise RefusedError(400, f"{parameter.name} must be a whole number")
    if not 1 <= int(text) <= parameter.most:
        raise RefusedError(400, f"{parameter.name} must be 1 to {parameter.most}")
    return int(text)


_ID = Parameter("id", "The id.", place="path")
_LIMIT = Parameter("limit", "At most so many.", 100, 1000)
ENDPOINTS = (
    Endpoint("/api/search", "Actors by a part of a name.", search,
             (Parameter("q", "A part of a name."), _LIMIT)),
    Endpoint("/api/actors/{id}", "What is known of an actor.", actor, (_ID,)),
    Endpoint("/api/actors/{id}/neighbourhood", "Statements that an actor has a part in.",
             neighbourhood, (_ID, _LIMIT)),
    Endpoint("/api/actors/{id}/timeline", "Dated claims about an actor.", timeline, (_ID, _LIMIT)),
    Endpoint("/api/path", "The shortest chain of statements between two actors.", path,
             (Parameter("from", "The id of an actor."), Parameter("to", "The id of an actor."),
              Parameter("longest", "At most so many statements.", LONGEST_PATH, 6))),
    Endpoint("/api/statements/{id}/evidence", "The claims that make a statement, and their words.",
             evidence, (_ID,)),
    Endpoint("/api/statistics", "How much the store holds.", statistics),
)  # fmt: skip
