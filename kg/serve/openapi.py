"""The OpenAPI description, made of the endpoints themselves."""

from __future__ import annotations

from typing import Any

from kg import __version__
from kg.serve.api import ENDPOINTS, Endpoint, Parameter

_FAULTS = {
    "400": "A parameter is missing or wrong.",
    "404": "There is no such thing.",
    "503": "The answer cost too much, or too many wait.",
}


def description() -> dict[str, Any]:
    """The description as an object."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "actorgraph", "version": __version__},
        "paths": {endpoint.path: {"get": _operation(endpoint)} for endpoint in ENDPOINTS},
    }


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    json_ = {"application/json": {"schema": {"type": "object"}}}
    text = {"text/plain": {"schema": {"type": "string"}}}
    faults = {status: {"description": d, "content": text} for status, d in _FAULTS.items()}
    return {
        "operationId": endpoint.answer.__name__,
        "summary": endpoint.about,
        "parameters": list(map(_parameter, endpoint.parameters)),
        "responses": {"200": {"description": endpoint.about, "content": json_}} | faults,
    }


def schema(parameter: Parameter) -> dict[str, Any]:
    """What a parameter may be, as JSON Schema says it."""
    found: dict[str, Any] = {"type": "string"}
    if isinstance(parameter.default, int):
        found = {"type": "integer", "minimum": 1, "maximum": parameter.most}
    if parameter.default is not None:
        found["default"] = parameter.default
    return found


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.default is None,
        "description": parameter.about,
        "schema": schema(parameter),
    }
