"""What tests of stores share: documents to put, and how a store looks from outside."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad

from kg.graph.pool import pool
from kg.graph.provenance import Run
from kg.graph.rdf import to_rdf
from kg.model import Corpus, Document
from kg.store.databases import Databases
from kg.store.embedded import EmbeddedStore, open_published
from kg.store.source import Snapshot
from tests.corpora import ACTORS, claim, corpus

RUN = Run("1.0", "a_model", (("sentences", "all"),))


def parts(whole: Corpus | None = None) -> dict[str, Corpus]:
    """The corpus of the three articles, cut into documents."""
    whole = whole or corpus()
    return {
        document.name: pool([c for c in whole.claims() if c.document == document], [document])
        for document in whole.documents
    }


def union(*names: str) -> set[Quad]:
    """The graph that a build of these articles makes."""
    chosen = [part for name, part in parts().items() if name in names]
    claims = [c for part in chosen for c in part.claims()]
    return set(to_rdf(pool(claims, [d for part in chosen for d in part.documents]), run=RUN))


def filled(path: Path, *names: str) -> Path:
    """A store of these articles, or of all."""
    with EmbeddedStore(path) as store:
        for name, part in parts().items():
            if not names or name in names:
                store.put(part, RUN)
    return path


def graph(path: Path) -> set[Quad]:
    """What readers of a store see."""
    with Snapshot(path) as source:
        return set(source.quads())


def everything(path: Path) -> list[str]:
    """All that is published, the ledger included, as sorted N-Quads."""
    _, published, pinned = open_published(path)
    with pinned:
        held = Databases.reading(published.folder)
        return nquads([*held.graph, *held.ledger])


def nquads(quads: Iterable[Quad]) -> list[str]:
    """Quads as sorted N-Quads."""
    return sorted(map(str, quads))


def articles(number: int, seed: int = 0) -> Iterator[Corpus]:
    """Short articles of two or three claims each."""
    chance = random.Random(seed)
    ids = sorted(ACTORS)
    for n in range(number):
        lines, found = [], []
        for _ in range(chance.randint(2, 3)):
            one, other = chance.sample(ids, 2)
            lines.append((ACTORS[one].label, one, ACTORS[other].label, other))
        text = " ".join(f"{a} criticised {b} again." for a, _, b, _ in lines)
        document = Document(f"article{n:03}", f"{text} Report {n}.", publisher=f"Wire {n % 3}")
        for a, one, b, other in lines:
            sentence = f"{a} criticised {b} again."
            found.append(
                claim(document, (a, one, 0), ("criticises", "criticised"), (b, other, 0),
                      sentence=sentence)
            )  # fmt: skip
        yield pool(found, [document])
