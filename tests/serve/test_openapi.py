"""Requests made from the description of the API: none makes the service fail."""

from __future__ import annotations

import json
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from kg.serve.openapi import description

SCHEMA = schemathesis.openapi.from_dict(json.loads(json.dumps(description())))
RIGHT, WRONG = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
PATHS = sorted(description()["paths"])
# a path alone is never wrong: any text may be an id
ASKING = [path for path in PATHS if '"in": "query"' in json.dumps(description()["paths"][path])]


@pytest.mark.parametrize(
    ("path", "mode"), [*((path, RIGHT) for path in PATHS), *((path, WRONG) for path in ASKING)]
)
def test_no_request_makes_the_service_fail(
    url: str, path: str, mode: schemathesis.GenerationMode
) -> None:
    cases = SCHEMA[path]["get"].as_strategy(generation_mode=mode)

    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(case=cases)
    def holds(case: schemathesis.Case[Any]) -> None:
        answer = case.call(base_url=url)
        assert answer.status_code < 500, answer.text
        if mode is RIGHT:
            case.validate_response(answer)

    holds()


def test_what_is_asked_with_parameters_is_tried_with_wrong_ones() -> None:
    assert {"/api/search", "/api/path", "/api/actors/{id}/timeline"} <= set(ASKING)
