"""What the benchmarks share: their arguments, the lines that say what was run on what.

And the call of the scorer.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import kg
from kg.extract.parse import pipeline
from kg.model import Document
from kg.read import read_text


def arguments(description: str | None, *, scorer: bool = True) -> argparse.Namespace:
    """`--data`, and where answers are scored `--scorer`.

    By default the score.py that lies beside the data.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, required=True, help="file or folder with the data")
    if scorer:
        parser.add_argument("--scorer", type=Path, help="default: score.py beside the data")
    return parser.parse_args()


def header(data: Path) -> None:
    """Print machine, versions, input and command."""
    meta = pipeline.load_model().meta
    print(f"command   python {' '.join(sys.argv)}")
    print(
        f"machine   {platform.machine()}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.release()}"
    )
    print(
        f"versions  Python {platform.python_version()}, actorgraph {kg.__version__}, "
        f"spaCy {version('spacy')}, "
        f"{meta['lang']}_{meta['name']} {meta['version']}"
    )
    files = sorted(data.glob("*")) if data.is_dir() else [data]
    digest = sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]
    print(
        f"input     {data.name}: {len(files)} file{'s' * (len(files) > 1)}, sha256 {digest}…",
        flush=True,
    )


def records(data: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file."""
    return [
        json.loads(line) for line in data.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def documents(gold: Iterable[dict[str, Any]]) -> list[Document]:
    """The texts of the records."""
    return [read_text(record["text"], name=record["id"]) for record in gold]


def scored(
    task: str, answer: Callable[[list[dict[str, Any]]], dict[str, Any]], description: str | None
) -> None:
    """Answer the records of `--data` and print what the scorer says of the answers."""
    options = arguments(description)
    header(options.data)
    answers = answer(records(options.data))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answers.json"
        file.write_text(json.dumps(answers), encoding="utf-8")
        scorer = options.scorer or options.data.with_name("score.py")
        subprocess.run([sys.executable, scorer, task, options.data, file], check=True)
