"""Build the articles that have gold, score what was found, and write docs/scoreboard.md.

    python benchmarks/scoreboard.py

The articles of seeds/ are always measured. Where the environment variable ACTORGRAPH_EVALUATION
names a folder, its articles are too: gold/ and texts/ (open: rules may be written from them), and
blind/gold and blind/texts (kept for measurement: totals alone are shown). No text of an article
goes into the page.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.build import build
from kg.evaluation import Report, Score, evaluate
from kg.graph.statements import generate_statements
from kg.read import read
from kg.resources import folder

VARIABLE = "ACTORGRAPH_EVALUATION"
TOTALS_ONLY = "blind"
_INTRODUCTION = """# Scoreboard

Written by `make scoreboard`; how the counts are made is told in `kg/evaluation/evaluate.py`. P is
precision, R recall on the required gold statements, F1 their harmonic mean. *Typed* asks for both
actors and the relation, *plover* for both actors and the PLOVER type, *pair* for both actors.
Status and attribution are the shares of the typed matches that agree with the gold.

- **seeds**: the articles of `seeds/`, in the repository.
- **open**: articles that the authors of rules and lexicon may read.
- **blind**: articles that nobody who writes rules, lexicon or training data reads. Totals alone are
  shown, and only where the articles were at hand.
"""


def sets(environment: Mapping[str, str]) -> dict[str, tuple[Path, Path]]:
    """The folders (gold, texts) of each set of articles that is at hand, by its name."""
    seeds = folder("seeds")
    found = {"seeds": (seeds / "gold", seeds / "articles")}
    if given := environment.get(VARIABLE):
        root = Path(given)
        found["open"] = (root / "gold", root / "texts")
        found[TOTALS_ONLY] = (root / "blind" / "gold", root / "blind" / "texts")
    return {name: paths for name, paths in found.items() if all(path.is_dir() for path in paths)}


def measure(gold: Path, texts: Path) -> Report:
    """Build the texts and score what was found."""
    with tempfile.TemporaryDirectory() as scratch:
        statements = Path(scratch) / "statements.jsonl"
        statements.write_text("".join(generate_statements(build(read([texts])))), encoding="utf-8")
        return evaluate(gold, statements)


def page(reports: Mapping[str, Report]) -> str:
    """The scoreboard in Markdown: the totals of all sets, then relations and PLOVER types."""
    shown = {name: report for name, report in reports.items() if name != TOTALS_ONLY}
    relations = {name: report.per_relation for name, report in shown.items()}
    types = {name: report.per_plover for name, report in shown.items()}
    return "\n".join(
        [
            _INTRODUCTION,
            "## Totals\n",
            *_totals(reports),
            "\n## PLOVER types\n",
            "A dash stands for relations that are no event.\n",
            *_groups("type", types),
            "\n## Relations\n",
            *_groups("relation", relations),
            "",
        ]
    )


def _totals(reports: Mapping[str, Report]) -> Iterator[str]:
    yield from _head(["measure", *(f"{name} ({r.articles})" for name, r in reports.items())])
    for mode in ("typed", "plover", "pair"):
        for label in ("precision", "recall", "f1"):
            values = (f"{getattr(r.scores[mode], label):.3f}" for r in reports.values())
            yield _row([f"{mode} {label.replace('f1', 'F1')}", *values])
    yield _row(["status agreement", *(f"{r.status:.3f}" for r in reports.values())])
    yield _row(["attribution agreement", *(f"{r.attribution:.3f}" for r in reports.values())])
    for label in ("right", "wrong", "found", "required"):
        values = (str(getattr(r.scores["typed"], label)) for r in reports.values())
        yield _row([f"typed, {label}", *values])


def _groups(title: str, scores: Mapping[str, Mapping[str, Score]]) -> Iterator[str]:
    """A row a group, those that most gold statements require first."""
    required: dict[str, int] = {}
    for groups in scores.values():
        for name, score in groups.items():
            required[name] = required.get(name, 0) + score.required
    columns = ("P", "R", "F1", "required")
    yield from _head([title, *(f"{name} {column}" for name in scores for column in columns)])
    for name in sorted(required, key=lambda name: (-required[name], name)):
        cells = (cell for groups in scores.values() for cell in _cells(groups.get(name)))
        yield _row(["–" if name == "-" else name, *cells])


def _cells(score: Score | None) -> Iterator[str]:
    """Precision where something was found, recall and F1 where something is required."""
    score = score or Score()
    found, required = score.right + score.wrong, score.required
    yield f"{score.precision:.2f}" if found else ""
    yield f"{score.recall:.2f}" if required else ""
    yield f"{score.f1:.2f}" if required else ""
    yield str(required) if found or required else ""


def _head(cells: list[str]) -> Iterator[str]:
    yield _row(cells)
    yield "|---|" + "--:|" * (len(cells) - 1)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> None:
    reports = {name: measure(*paths) for name, paths in sets(os.environ).items()}
    target = folder("seeds").parent / "docs" / "scoreboard.md"
    target.write_text(page(reports), encoding="utf-8")
    for name, report in reports.items():
        scores = ", ".join(f"{mode} F1 {score.f1:.3f}" for mode, score in report.scores.items())
        print(f"{name}: {scores}, status {report.status:.3f}, attribution {report.attribution:.3f}")


if __name__ == "__main__":
    main()
