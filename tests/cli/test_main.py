from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import app
from kg.cli.output import clean, print_table, progress
from kg.model import Document
from tests.cli.conftest import Run

COMMANDS = [command.callback.__name__ for command in app.registered_commands if command.callback]
READING = ("query", "validate", "relations", "explain", "evaluate", "doctor")


def test_help_names_all_commands_and_the_exit_codes(kg: Run) -> None:
    result = kg("--help")
    assert result.code == 0
    for command in COMMANDS:
        assert f" {command} " in result.out
    assert "3 some documents failed" in " ".join(result.out.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_quiet(kg: Run, command: str) -> None:
    result = kg(command, "--help")
    assert result.code == 0
    assert "--quiet" in result.out
    assert ("--json" in result.out) or command not in READING


def test_completion_is_offered(kg: Run) -> None:
    assert "--install-completion" in kg("--help").out


@pytest.mark.parametrize("words", [["nonsense"], ["build"], ["relations", "--colour"]])
def test_wrong_usage_exits_with_two(kg: Run, words: list[str]) -> None:
    assert kg(*words).code == 2


def test_an_interrupt_exits_with_130(
    kg: Run, statements: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(path: Path) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr("kg.graph.files.read_corpus", interrupted)
    assert kg("explain", "--graph", statements, "Russia").code == 130


def test_a_reader_that_goes_away_is_no_traceback(statements: Path) -> None:
    command = f"'{sys.executable}' -m kg relations --json | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout == "[\n"
    assert "Traceback" not in done.stderr


def test_a_terminal_that_lacks_letters_is_no_error(statements: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "explain", "-g", statements, "Russia"],
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert r"\u201cRussia\u201d is a name of it" in done.stdout


def test_an_optional_library_that_is_missing_is_named() -> None:
    code = (
        "import sys; sys.modules['starlette'] = None; from kg.cli import main;"
        "main(['serve', '--store', 'somewhere'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "kg: starlette is not installed: pip install 'actorgraph[serve]'\n"


class Terminal(io.StringIO):
    """A terminal that keeps what is written."""

    def isatty(self) -> bool:
        return True


def test_tables_and_progress_are_drawn_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout", out := Terminal())
    monkeypatch.setattr("sys.stderr", err := Terminal())
    print_table(("name", "value"), [("a", "[b]\x1b[2J")])
    assert "[b]\ufffd[2J" in out.getvalue()
    assert "\t" not in out.getvalue()
    with progress(quiet=False) as done:
        done(Document("an article", "Text."))
    assert "an article" in err.getvalue()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("plain – text", "plain – text"), ("\x1b[31m", "\ufffd[31m"), ("a\u202eb", "a\ufffdb")],
)
def test_nothing_that_steers_a_terminal_is_printed(text: str, shown: str) -> None:
    assert clean(text) == shown
