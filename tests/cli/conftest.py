"""Commands run in this process, and a graph file to run them on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main
from kg.graph.files import write_text
from kg.graph.statements import generate_statements
from tests.corpora import corpus


@dataclass(frozen=True)
class Result:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Result]


@pytest.fixture
def kg(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `kg` with the given words."""

    def run(*words: str | Path) -> Result:
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        captured = capfd.readouterr()
        return Result(int(ended.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def statements(tmp_path: Path) -> Path:
    """The exchange file of the corpus that is written by hand."""
    path = tmp_path / "statements.jsonl"
    write_text(generate_statements(corpus()), path)
    return path
