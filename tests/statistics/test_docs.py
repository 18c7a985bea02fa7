"""docs/statistics.md says what there is, and its examples run."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from kg.statistics import ActorMeasures, PairBalance, Period
from tests.cli.conftest import Run, kg

__all__ = ["kg"]
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "statistics.md").read_text("utf-8")


def documented(heading: str) -> list[str]:
    """The fields in the table that follows a line."""
    table = PAGE[PAGE.index(heading) :].partition("|\n\n")[0]
    cells = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    return [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("## Actors", ActorMeasures), ("Pairs:", PairBalance), ("Periods of", Period)],
)
def test_all_fields_are_documented(heading: str, kind: Any) -> None:
    assert sorted(documented(heading)) == sorted(field.name for field in fields(kind))


def test_all_options_are_documented(kg: Run) -> None:
    options = set(re.findall(r"(?<!\w)--[a-z]+", kg("stats", "--help").out))
    assert options - set(re.findall(r"--[a-z]+", PAGE)) == {"--quiet", "--help"}


def test_the_commands_run(kg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "exports").symlink_to(ROOT / "exports")
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines():
        _, *words = shlex.split(line)
        assert kg(*words).code == 0, line
    assert (tmp_path / "graph.svg").exists()


def test_the_code_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (block,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec(block, names)  # noqa: S102 - the page is our own
    assert list(names["months"]["period"]) == sorted(names["months"]["period"])
