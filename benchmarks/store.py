"""The embedded store against the engine below it, and against rdflib in memory.

    python benchmarks/store.py [--quads 1000000] [--rounds 3] [--limit 60] [--folder DIR]

The graph is generated (generated.py) and always the same. Each comparison is made in this one run,
its sides in turns; what is printed is the median of each side and the ratio. A query that rdflib
has not answered after LIMIT seconds, or with 6 GB, counts as answered then. DIR is where the
stores are made.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from itertools import count
from pathlib import Path
from statistics import geometric_mean, median
from time import perf_counter

import rdflib
from generated import SENTENCES, articles
from pyoxigraph import Quad, RdfFormat, Store, serialize

import kg
from kg.graph.names import prefixes
from kg.graph.provenance import Run
from kg.graph.rdf import quads
from kg.query import named_queries, run_named
from kg.query.named import bind
from kg.store.embedded import EmbeddedStore, restore
from kg.store.source import Snapshot

MEMORY = 6_000_000_000  # bytes that a query of rdflib may take
RUN = Run("0", "generated")
VALUES = {
    "actor": "actor-1",
    "from": "actor-1",
    "other": "actor-2",
    "relation": "accuses",
    "speaker": "actor-1",
    "to": "actor-2",
}


def main() -> None:
    """Print what was measured on what."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for a query of rdflib")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        number = _generate(folder / "graph.nq", options.quads)
        _header(number, options.quads)
        _loading(folder, options.rounds)
        own = _asking(folder, options.rounds)
        _adding(folder, number, options.rounds)
        _comparing(folder, own, options.limit)


def _generate(path: Path, most: int) -> int:
    """Write the first articles that make so many quads; how many articles that are."""
    seen: set[Quad] = set()
    written = 0
    with path.open("wb") as file:
        for number, article in enumerate(articles(sys.maxsize), 1):
            told = set(quads(article, run=RUN)) - seen
            seen |= {quad for quad in told if "/document/" not in str(quad.graph_name)}
            serialize(sorted(told, key=str), file, RdfFormat.N_QUADS)
            written += len(told)
            if written >= most:
                return number
    raise AssertionError("there are always more articles")


def _header(number: int, most: int) -> None:
    print(f"command   python {' '.join(sys.argv)}")
    print(
        f"machine   {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
        f"{platform.system()} {platform.release()}"
    )
    print(
        f"versions  Python {platform.python_version()}, actorgraph {kg.__version__}, pyoxigraph "
        f"{version('pyoxigraph')}, rdflib {version('rdflib')}"
    )
    print(
        f"input     {number} generated articles of {SENTENCES} claims, {most} quads or a few more",
        flush=True,
    )


def _loading(folder: Path, rounds: int) -> None:
    """N-Quads into a new store; the last ones stay."""

    def raw() -> None:
        shutil.rmtree(folder / "raw", ignore_errors=True)
        store = Store(str(folder / "raw"))
        store.bulk_load(path=folder / "graph.nq", format=RdfFormat.N_QUADS)
        store.flush()

    def ours() -> None:
        shutil.rmtree(folder / "store", ignore_errors=True)
        restore(folder / "graph.nq", folder / "store")

    theirs, own = _in_turns(raw, ours, rounds)
    _tell("bulk load", theirs, own)
    print(f"          speed {median(map(_share, theirs, own)):.2f} of the engine's", flush=True)


def _asking(folder: Path, rounds: int) -> dict[str, float]:
    """Every named query, of the engine and through our API; our seconds for each."""
    shares, seconds = [], {}
    with Snapshot(folder / "store") as snapshot:
        raw = Store.read_only(str(folder / "raw"))
        for name, values in _questions():
            text = bind(named_queries()[name], values, raw)
            theirs, own = _in_turns(
                lambda text=text: _answer(raw, text),
                lambda name=name, values=values: run_named(snapshot.store, name, values),
                rounds,
            )
            shares.append(median(map(_share, own, theirs)))
            seconds[name] = median(own)
            print(
                f"  {name:14} engine {median(theirs):8.3f} s, ours {seconds[name]:8.3f} s, "
                f"ratio {shares[-1]:.2f}",
                flush=True,
            )
    print(
        f"queries   {geometric_mean(shares):.2f} of the engine's time (geometric mean; worst "
        f"{max(shares):.2f})",
        flush=True,
    )
    return seconds


def _comparing(folder: Path, own: Mapping[str, float], limit: float) -> None:
    """The same queries, of rdflib with all triples in one graph in memory."""
    times = []
    for name, seconds in _rdflib_times(folder, limit):
        times.append(seconds / own[name])
        more = ">" if seconds >= limit else ""
        print(
            f"  {name:14} rdflib {more}{seconds:.3f} s, {more}{times[-1]:.1f} times ours",
            flush=True,
        )
    print(f"rdflib    takes {geometric_mean(times):.0f} times as long (geometric mean)", flush=True)


def _adding(folder: Path, number: int, rounds: int) -> None:
    """One article after the other, each into an empty store and into the large one.

    First what the store does alone, from opening to closing; then the command, which reads too.
    """
    new = articles(number + 3 * rounds)
    for _ in range(number):
        next(new)
    empty, into_empty, into_large = count(), [], []
    for article in new:

        def add(path: Path, article: kg.model.Corpus = article) -> None:
            with EmbeddedStore(path) as store:
                store.put(article, RUN)

        into_empty.append(_timed(lambda: add(folder / f"empty{next(empty)}")))
        into_large.append(_timed(lambda: add(folder / "store")))
    _tell("add one", into_empty, into_large, ("empty", "large"))
    one, other = _in_turns(
        lambda: _command(folder, folder / f"command{next(empty)}", next(empty)),
        lambda: _command(folder, folder / "store", next(empty)),
        rounds,
    )
    _tell("kg add", one, other, ("empty", "large"))


def _command(folder: Path, store: Path, number: int) -> None:
    """`kg add` of an article that is new."""
    article = folder / "new.txt"
    article.write_text(f"Russia condemned France on day {number}.", encoding="utf-8")
    command = [sys.executable, "-m", "kg", "add", article, "--store", store, "--quiet"]
    subprocess.run(command, check=True)


def _questions() -> Iterator[tuple[str, Mapping[str, str]]]:
    for name, query in named_queries().items():
        yield name, {p.name: VALUES[p.name] for p in query.parameters if not p.optional}


def _answer(store: Store, text: str) -> object:
    found = store.query(text, prefixes=prefixes(), use_default_graph_as_union=True)
    return list(found) if isinstance(found, Iterable) else found


def _rdflib_times(folder: Path, limit: float) -> Iterator[tuple[str, float]]:
    """Seconds a query; each is asked in a fork, which can be ended."""
    triples, raw = folder / "graph.nt", Store.read_only(str(folder / "raw"))
    with (folder / "graph.nq").open("rb") as file, triples.open("wb") as out:
        out.writelines(line[: line.rindex(b" <")] + b" .\n" for line in file)
    graph = rdflib.Graph()
    seconds = _timed(lambda: graph.parse(triples, format="nt"))
    bool(graph.query("ASK { ?s a ?c }"))  # loads what it needs for queries
    print(f"rdflib    {len(graph)} triples read in {seconds:.0f} s", flush=True)
    for name, values in _questions():
        yield name, _forked(graph, bind(named_queries()[name], values, raw), limit)


def _forked(graph: rdflib.Graph, text: str, limit: float) -> float:
    """Seconds that the query takes, at most the limit."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
        try:
            seconds = _timed(lambda: list(graph.query(text, initNs=prefixes())))
            os.write(writing, f"{seconds}".encode())
        finally:
            os._exit(0)
    os.close(writing)
    ready, _, _ = select.select([reading], [], [], limit)
    told = os.read(reading, 100).decode() if ready else ""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    return min(float(told), limit) if told else limit


def _in_turns(
    one: Callable[[], object], other: Callable[[], object], rounds: int
) -> tuple[list[float], list[float]]:
    pairs = [(_timed(one), _timed(other)) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _tell(
    what: str, theirs: list[float], own: list[float], names: tuple[str, str] = ("engine", "ours")
) -> None:
    ratio = median(map(_share, own, theirs))
    print(
        f"{what:9} {names[0]} {median(theirs):.3f} s, {names[1]} {median(own):.3f} s, "
        f"ratio {ratio:.2f}",
        flush=True,
    )


def _share(one: float, other: float) -> float:
    return one / other


def _timed(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


if __name__ == "__main__":
    main()
