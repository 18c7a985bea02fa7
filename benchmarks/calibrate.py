"""Fit the confidence of claims: gold articles -> ontology/confidence.yaml, docs/confidence.md.

    python benchmarks/calibrate.py --gold DIR --texts DIR

The articles of seeds/ are always part of the data. A claim is right if it stands for a gold
statement of its article as `kg evaluate` matches them: the two actors and the relation, or one of
its alternatives. Scores are of held-out articles: five folds, each article in one. The weights are
then fitted on all claims and rounded.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reliability import bins, brier, calibration_error, diagram, log_loss, markdown
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from kg.build import resolved
from kg.evaluation.align import Mode, stands_for
from kg.evaluation.records import Found, read_found, read_gold
from kg.extract.confidence import FEATURES, FILE
from kg.extract.extractor import Extractor
from kg.extract.relations.matcher import Match
from kg.gazetteer import gazetteer
from kg.graph.pool import pool
from kg.graph.statements import generate_statements
from kg.model import Corpus
from kg.read import read
from kg.resolve import Resolver
from kg.resources import folder

FOLDS, SEED, STRENGTH = 5, 0, 0.5
ROOT = folder("seeds").parent


@dataclass(slots=True)
class Recorder:
    """Stands in for the model: keeps the features of each match, answers with its row's number."""

    rows: list[list[float]] = field(default_factory=list)

    def __call__(self, match: Match) -> float:
        self.rows.append([float(feature(match)) for feature in FEATURES.values()])
        return float(len(self.rows) - 1)


@dataclass(slots=True)
class Data:
    """A row of features a claim, whether it is right, and its article."""

    rows: list[list[float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)

    def without(self, name: str) -> Data:
        """The same claims without one feature."""
        column = list(FEATURES).index(name)
        rows = [[*row[:column], *row[column + 1 :]] for row in self.rows]
        return Data(rows, self.right, self.articles)

    @property
    def share(self) -> float:
        """The share of claims that are right."""
        return sum(self.right) / len(self.right)


def collect(folders: Sequence[tuple[Path, Path]]) -> Data:
    """The claims in the texts of each pair of folders (gold, texts)."""
    data, extract = Data(), Extractor()
    for place, (gold, texts) in enumerate(folders):
        extract.confidence = recorder = Recorder()
        articles = {article.name: article.statements for article in read_gold(gold)}
        for number, found in _found(_corpus(extract, texts)):
            if found.document in articles:
                statements = articles[found.document]
                data.rows.append(recorder.rows[number])
                data.right.append(any(stands_for(found, g, Mode.TYPED) for g in statements))
                data.articles.append(f"{place}/{found.document}")
    return data


def _corpus(extract: Extractor, texts: Path) -> Corpus:
    resolver = Resolver(gazetteer())
    documents = list(read([texts]))
    readings = extract(documents)
    return pool([resolved(c, r.document, resolver) for r in readings for c in r.claims], documents)


def _found(corpus: Corpus) -> Iterator[tuple[int, Found]]:
    """Each found statement with the number of its row of features."""
    lines = list(generate_statements(corpus))
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "statements.jsonl"
        file.write_text("".join(lines), encoding="utf-8")
        numbers = [int(json.loads(line)["confidence"]) for line in lines]
        yield from zip(numbers, read_found(file), strict=True)


def held_out(data: Data) -> tuple[list[float], list[float]]:
    """The probability of each claim by a model, and by a constant, that did not see its article."""
    model, constant = [0.0] * len(data.rows), [0.0] * len(data.rows)
    folds = GroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for train, test in folds.split(data.rows, data.right, data.articles):
        right = [data.right[i] for i in train]
        fitted = fit([data.rows[i] for i in train], right)
        answers = fitted.predict_proba([data.rows[i] for i in test])[:, 1]
        for i, answer in zip(test, answers, strict=True):
            model[i], constant[i] = float(answer), sum(right) / len(right)
    return model, constant


def fit(rows: list[list[float]], right: list[bool]) -> LogisticRegression:
    """A logistic regression with weights drawn towards nought."""
    return LogisticRegression(C=STRENGTH, random_state=SEED, max_iter=1000).fit(rows, right)


def weights_file(data: Data) -> str:
    """ontology/confidence.yaml: the weights of all claims, rounded."""
    fitted = fit(data.rows, data.right)
    named = zip(FEATURES, fitted.coef_[0], strict=True)
    return (
        "# How sure the program is of a claim: p = 1 / (1 + exp(-z)), where z is the intercept\n"
        "# plus the sum of weight x feature. kg/extract/confidence.py says what the features are,\n"
        "# docs/confidence.md how well they fit. Written by benchmarks/calibrate.py: logistic\n"
        f"# regression (C = {STRENGTH}) on {len(data.right)} claims of {len(set(data.articles))} "
        f"articles, {sum(data.right)} of them right.\n"
        f"intercept: {fitted.intercept_[0]:.2f}\n"
        "weights:\n" + "".join(f"  {name}: {weight:.2f}\n" for name, weight in named)
    )


def scores(data: Data) -> str:
    """Brier score and log loss on held-out articles, with and without each feature."""
    model, constant = held_out(data)
    models = {"all features": model, "the same for every claim": constant} | {
        f"without `{name}`": held_out(data.without(name))[0] for name in FEATURES
    }
    head = "| model | Brier score | log loss |\n|---|--:|--:|\n"
    return head + "".join(_score(name, answers, data.right) for name, answers in models.items())


def _score(name: str, probabilities: list[float], right: list[bool]) -> str:
    squared, logarithmic = brier(probabilities, right), log_loss(probabilities, right)
    return f"| {name} | {squared:.4f} | {logarithmic:.4f} |\n"


def report(data: Data) -> str:
    """docs/confidence.md."""
    table = list(bins(held_out(data)[0], data.right))
    template = Path(__file__).with_name("confidence.md.in").read_text(encoding="utf-8")
    fitted = fit(data.rows, data.right)
    meanings = (
        f"| `{name}` | {' '.join((feature.__doc__ or '').split())} | {weight:+.2f} |\n"
        for (name, feature), weight in zip(FEATURES.items(), fitted.coef_[0], strict=True)
    )
    return template.format(
        claims=len(data.right),
        right=sum(data.right),
        share=data.share,
        articles=len(set(data.articles)),
        features="| feature | what it says | weight |\n|---|---|--:|\n" + "".join(meanings),
        scores=scores(data),
        table=markdown(table),
        error=calibration_error(table),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, required=True, help="folder of gold, NAME.json each")
    parser.add_argument("--texts", type=Path, required=True, help="folder of their texts")
    options = parser.parse_args()
    seeds = folder("seeds")
    data = collect([(options.gold, options.texts), (seeds / "gold", seeds / "articles")])
    table = list(bins(held_out(data)[0], data.right))
    print(f"{len(data.right)} claims, {len(set(data.articles))} articles, {data.share:.3f} right\n")
    print(f"{scores(data)}\n{markdown(table)}\ncalibration error {calibration_error(table):.3f}")
    (folder("ontology") / FILE).write_text(weights_file(data), encoding="utf-8")
    (ROOT / "docs" / "confidence.md").write_text(report(data), encoding="utf-8")
    (ROOT / "docs" / "confidence.svg").write_text(diagram(table), encoding="utf-8")


if __name__ == "__main__":
    main()
