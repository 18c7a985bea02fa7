"""Kills a load of articles again and again, and goes on with it until it is through.

    python -m tests.store.crash STORE generated|real ARTICLES KILLS SEED

The points are pseudo-random and printed: how many documents a run may acknowledge, and how long it
may go on after the last. Every run first looks whether what was acknowledged before is there, and
whole. Runs are forks of this process, which itself opens no store.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from kg.graph.names import kgo
from kg.graph.rdf import quads
from kg.store.embedded import EmbeddedStore
from tests.store.stores import RUN, articles

Load = Callable[[int], None]  # what it acknowledges goes to the file with this number
_LONGEST = 0.03  # seconds


def points(kills: int, most: int, seed: int) -> Iterator[tuple[int, float]]:
    """Documents, and seconds after the last of them."""
    chance = random.Random(seed)
    for _ in range(kills):
        yield chance.randint(0, most), round(chance.uniform(0, _LONGEST), 4)


def main(store: str, kind: str, number: str, kills: str, seed: str) -> None:
    path = Path(store)
    load = _generated(path, int(number)) if kind == "generated" else _real(path, int(number))
    most = 2 * int(number) // (int(kills) + 1)
    known: set[str] = set()
    for documents, delay in points(int(kills), most, int(seed)):
        known |= _run(partial(_checked, path, known, load), documents, delay)
        told = f"killed {delay} s after {documents} documents; {len(known)} acknowledged"
        sys.stdout.write(told + "\n")
    _run(partial(_checked, path, known, load), int(number) + 1, 0)


def _run(load: Load, documents: int, delay: float) -> set[str]:
    """What a run acknowledges before it is killed or through."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            load(writing)
        except BaseException:  # noqa: BLE001 - said, and the fork ends here
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        lines = [line for _ in range(documents) if (line := told.readline())]
        if len(lines) == documents:
            time.sleep(delay)
            os.kill(child, signal.SIGKILL)
        lines += told.read().split("\n")[:-1]
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("a run failed")
    names = (line.strip().removeprefix("done: ") for line in lines)
    return {name for name in names if name.startswith("article")}


def _checked(path: Path, known: set[str], load: Load, out: int) -> None:
    """Look at what was acknowledged, then load."""
    if path.exists():
        with EmbeddedStore(path) as store:
            held = set(store.documents())
            if not known <= held:
                raise SystemExit(f"acknowledged and lost: {sorted(known - held)}")
            query = f"SELECT ?g {{ GRAPH ?g {{ ?g a {kgo('Document')} }} }}"
            if len(list(store.select(query))) != len(held):
                raise SystemExit("graphs and ledger do not agree")
    load(out)


def _generated(path: Path, number: int) -> Load:
    made = list(articles(number))

    told = {quad for article in made for quad in quads(article, run=RUN)}
    whole = Counter(str(quad.graph_name) for quad in told)

    def load(out: int) -> None:
        with EmbeddedStore(path) as store:
            counts = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
            for row in store.select(counts):
                name, size = str(row["g"]), int(row["n"].value)
                if "/document/" in name and size != whole[name]:
                    raise SystemExit(f"{name} is torn: {size} of {whole[name]} quads")
            for n, article in enumerate(made):
                (document,) = article.documents
                if not store.holds(document, RUN):
                    store.put(article, RUN)
                    os.write(out, f"{document.name}\n".encode())
                if n % 10 == 9:
                    store.publish()

    return load


def _real(path: Path, number: int) -> Load:
    """`kg add`, with the language pipeline loaded once for all runs."""
    from kg.build import build
    from kg.cli.add import add
    from kg.model import Document

    texts = path.with_name("articles")
    texts.mkdir()
    for n in range(number):
        text = f"France supplied weapons to Armenia in 20{n:02}. Russia condemned France.\n"
        (texts / f"article{n}.txt").write_text(text)
    build([Document("warm", "Russia condemned France.")])

    def load(out: int) -> None:
        os.dup2(out, 2)
        add([str(texts)], store=str(path))

    return load


if __name__ == "__main__":
    main(*sys.argv[1:])
