from __future__ import annotations

import json
from pathlib import Path

from kg.resources import folder
from tests.cli.conftest import Run

GOLD = folder("seeds") / "gold"


def line(subject: str, relation: str, object_: str) -> str:
    """A found statement of the first seed article."""
    return json.dumps(
        {
            "document": {"name": "01-envoy-summoned"},
            "subject": {"label": subject},
            "relation": relation,
            "object": {"label": object_},
            "status": "asserted",
            "attributed_to": None,
            "evidence": {"quote": "the quote"},
        }
    )


def found(path: Path) -> Path:
    right = line("Russia", "summonsEnvoyOf", "Armenia")
    wrong = line("Armenia", "summonsEnvoyOf", "Russia")
    path.write_text(f"{right}\n{wrong}\n", "utf-8")
    return path


def test_scores_are_printed_for_all_and_by_relation_and_type(kg: Run, tmp_path: Path) -> None:
    result = kg("evaluate", GOLD, found(tmp_path / "s.jsonl"))
    assert result.code == 0
    rows = [row.split("\t") for row in result.out.splitlines()]
    assert ["all", "P", "R", "F1", "right", "wrong", "found", "required"] in rows
    assert any(row[:2] == ["typed", "0.500"] for row in rows)
    assert any(row[0] == "summonsEnvoyOf" and row[4:6] == ["1", "1"] for row in rows)
    assert any(row[0] == "ACCUSE" for row in rows)
    assert ["status agreement", "1.000"] in rows
    assert "02-held-in-goris has gold and no statements" in result.err


def test_errors_are_listed_by_cause(kg: Run, tmp_path: Path) -> None:
    out = kg("evaluate", GOLD, found(tmp_path / "s.jsonl"), "--errors").out
    assert "parse: " in out
    assert "  wrong\t01-envoy-summoned\tArmenia | summonsEnvoyOf | Russia (asserted)" in out
    assert "  missed\t" in out


def test_json_holds_scores_and_faults(kg: Run, tmp_path: Path) -> None:
    statements = found(tmp_path / "s.jsonl")
    plain = kg("evaluate", GOLD, statements, "--json").json
    assert plain["typed"]["right"] == 1
    assert "faults" not in plain
    listed = kg("evaluate", GOLD, statements, "--errors", "--json").json
    assert {fault["kind"] for fault in listed["faults"]} == {"missed", "wrong"}


def test_bad_input_is_told_in_one_line(kg: Run, tmp_path: Path) -> None:
    missing = kg("evaluate", GOLD, tmp_path / "absent.jsonl")
    assert (missing.code, missing.out) == (1, "")
    assert missing.err.endswith("absent.jsonl: cannot be read: No such file or directory\n")
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{\n", "utf-8")
    assert kg("evaluate", GOLD, bad).code == 4
