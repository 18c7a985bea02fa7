"""How much the lexicon still brings: the same articles read with a part of its lines.

    python benchmarks/lexicon_growth.py

Prints a table: for each share of the lines (drawn by a hash of the line, so that a smaller share
is part of a larger one), precision, recall and F1 of typed statements on the sets of articles that
`scoreboard.py` measures. Where the curve of articles that the authors of the lexicon have not seen
is flat, more lines do not help.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from reporting import header
from scoreboard import sets

from kg.build import resolved
from kg.evaluation import Score, evaluate
from kg.extract.extractor import Extractor
from kg.extract.relations.lexicon import Lexicon
from kg.frames import Frame
from kg.gazetteer import gazetteer
from kg.graph.pool import pool
from kg.graph.statements import generate_statements
from kg.model import Corpus
from kg.read import read
from kg.resolve import Resolver
from kg.resources import folder
from kg.vocabulary import Vocabulary, vocabulary

SHARES = (0.125, 0.25, 0.5, 0.75, 1.0)


def reduced(whole: Vocabulary, share: float) -> Vocabulary:
    """The vocabulary with a share of the lexicon lines of each relation."""

    def kept(relation: str, frame: Frame) -> bool:
        digest = sha256(f"{relation}\t{frame.text}".encode()).digest()
        return int.from_bytes(digest[:4], "big") < share * 2**32

    relations = {
        relation.id: replace(
            relation, lexicon=tuple(f for f in relation.lexicon if kept(relation.id, f))
        )
        for relation in whole.values()
    }
    return Vocabulary(relations, whole.classes)


def corpus(texts: Path, extractor: Extractor) -> Corpus:
    """What `kg.build` makes of the texts, with this extractor."""
    resolver = Resolver(gazetteer())
    readings = list(extractor(read([texts])))
    claims = (
        resolved(c, reading.document, resolver) for reading in readings for c in reading.claims
    )
    return pool(claims, [reading.document for reading in readings])


def score(gold: Path, texts: Path, extractor: Extractor) -> Score:
    """Typed precision and recall of what the extractor finds in the texts."""
    with tempfile.TemporaryDirectory() as scratch:
        statements = Path(scratch) / "statements.jsonl"
        statements.write_text("".join(generate_statements(corpus(texts, extractor))), "utf-8")
        return next(iter(evaluate(gold, statements).scores.values()))


def main() -> None:
    header(folder("ontology") / "relations")
    found = sets(os.environ)
    print("share  lines  " + "  ".join(f"{name:>17}" for name in found))
    print("              " + "  ".join(f"{'P    R    F1':>17}" for _ in found))
    for share in SHARES:
        extractor = Extractor()
        extractor.vocabulary = reduced(vocabulary(), share)
        extractor.lexicon = Lexicon(extractor.vocabulary)
        lines = sum(len(relation.lexicon) for relation in extractor.vocabulary.values())
        scores = [score(*paths, extractor) for paths in found.values()]
        cells = (f"  {s.precision:.3f} {s.recall:.3f} {s.f1:.3f}" for s in scores)
        print(f"{share:5.3f}  {lines:5d}" + "".join(cells), flush=True)


if __name__ == "__main__":
    main()
