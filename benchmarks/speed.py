"""The whole build against spaCy's default pipeline over the same texts, both in this process.

In turns.

    python benchmarks/speed.py --data FOLDER [--rounds 3]

FOLDER holds articles. Loading models and the ontology is left out on both sides; the ratio is that
of the medians.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from reporting import header
from spacy.language import Language

from kg.build import build
from kg.extract.parse import pipeline
from kg.read import read


def main() -> None:
    """Print the times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of articles")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    header(options.data)
    articles = list(read([options.data]))
    words = sum(len(article.text.split()) for article in articles)
    nlp = _default_pipeline()
    build(articles[:1])
    theirs, ours = [], []
    for _ in range(options.rounds):
        theirs.append(_timed(lambda: list(nlp.pipe(article.text for article in articles))))
        ours.append(_timed(lambda: build(articles)))
    print(f"texts     {len(articles)} articles, {words} words, {options.rounds} rounds in turns")
    for name, times in (("spaCy", theirs), ("build", ours)):
        wall, cpu = (median(time[i] for time in times) for i in (0, 1))
        print(f"{name}     {wall:.2f} s, {cpu:.2f} s of CPU, {words / cpu:.0f} words a CPU second")
    for index, name in enumerate(("wall", "CPU")):
        ratio = median(our[index] / their[index] for our, their in zip(ours, theirs, strict=True))
        print(f"ratio     {ratio:.2f} by {name} time")


def _default_pipeline() -> Language:
    """The same model with every component that it brings along."""
    for name in pipeline.DEFAULT_MODELS:
        if find_spec(name):
            return import_module(name).load()
    raise SystemExit(f"none of {', '.join(pipeline.DEFAULT_MODELS)} is installed")


def _timed(run: Callable[[], object]) -> tuple[float, float]:
    """Wall and CPU seconds of a run."""
    start, spent = perf_counter(), process_time()
    run()
    return perf_counter() - start, process_time() - spent


if __name__ == "__main__":
    main()
