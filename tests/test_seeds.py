"""The seed articles are well formed and written in words of their own.

And their gold statements hold together.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.model import Status
from kg.resources import folder

ARTICLES = sorted((folder("seeds") / "articles").glob("*.md"))
GOLD = sorted((folder("seeds") / "gold").glob("*.json"))
FIELDS = {"title", "date", "publisher", "reports_on"}
LONGEST_SHARED_RUN = 7

each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
each_gold = pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)


def split(path: Path) -> tuple[dict[str, Any], str]:
    """The front matter and the body of an article."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(head), body


def article_of(gold: Path) -> Path:
    """The article that a gold file annotates."""
    return folder("seeds") / "articles" / f"{gold.stem}.md"


def load(path: Path) -> dict[str, Any]:
    """A gold file as JSON."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def actors_named_in(statement: dict[str, Any]) -> Iterator[str]:
    """Every actor id that a gold statement uses."""
    yield from (statement["subject"], statement["object"])
    yield from (*statement["alt_subjects"], *statement["alt_objects"])
    if statement["attributed_to"] is not None:
        yield statement["attributed_to"]


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """All runs of `length` consecutive words; case, punctuation and line ends do not count."""
    words = re.findall(r"[^\W_]+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def relation_ids() -> set[str]:
    return {path.stem for path in (folder("ontology") / "relations").glob("*.yaml")}


def actor_types() -> set[str]:
    text = (folder("ontology") / "actors" / "classes.yaml").read_text(encoding="utf-8")
    return {name for name, entry in yaml.safe_load(text).items() if not entry.get("abstract")}


def test_there_are_at_least_twelve_articles_and_each_has_gold() -> None:
    assert len(ARTICLES) >= 12
    assert [path.stem for path in ARTICLES] == [path.stem for path in GOLD]


@each_article
def test_front_matter_has_the_four_fields(path: Path) -> None:
    head, _ = split(path)
    assert set(head) == FIELDS
    assert isinstance(head["date"], date)
    assert all(str(head[field]).strip() for field in FIELDS)


@each_article
def test_body_has_150_to_400_words(path: Path) -> None:
    _, body = split(path)
    assert 150 <= len(body.split()) <= 400


@each_gold
def test_gold_belongs_to_its_article(path: Path) -> None:
    data = load(path)
    head, _ = split(article_of(path))
    assert data["doc"] == path.stem
    assert data["published"] == head["date"].isoformat()
    assert len(data["statements"]) >= 12


@each_gold
def test_quotes_are_exact_and_short(path: Path) -> None:
    _, body = split(article_of(path))
    for statement in load(path)["statements"]:
        assert statement["quote"] in body
        assert 0 < len(statement["quote"]) <= 200


@each_gold
def test_every_actor_id_resolves_and_every_actor_is_used(path: Path) -> None:
    data = load(path)
    ids = [actor["id"] for actor in data["actors"]]
    used = {name for statement in data["statements"] for name in actors_named_in(statement)}
    used |= {actor["acts_for"] for actor in data["actors"] if actor["acts_for"] is not None}
    assert len(ids) == len(set(ids))
    assert used == set(ids)


@each_gold
def test_actors_have_a_label_and_a_concrete_type(path: Path) -> None:
    types = actor_types()
    for actor in load(path)["actors"]:
        assert set(actor) == {"id", "label", "type", "aliases", "acts_for"}
        assert actor["label"].strip()
        assert actor["type"] in types


@each_gold
def test_relations_and_statuses_are_in_the_closed_sets(path: Path) -> None:
    relations = relation_ids()
    for statement in load(path)["statements"]:
        assert {statement["relation"], *statement["alt_relations"]} <= relations
        assert statement["relation"] not in statement["alt_relations"]
        assert statement["status"] in set(Status)
        assert isinstance(statement["required"], bool)


@each_gold
def test_dates_are_iso_dates(path: Path) -> None:
    for statement in load(path)["statements"]:
        when = statement["date"]
        assert when is None or re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", when)


@each_gold
def test_no_statement_is_listed_twice(path: Path) -> None:
    keys = ("subject", "relation", "object", "status", "attributed_to", "date")
    seen = Counter(tuple(s[key] for key in keys) for s in load(path)["statements"])
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize(
    ("text", "other", "shared"),
    [
        ("Russia summoned the envoy.", "RUSSIA\nsummoned, the envoy!", True),
        ("Russia summoned the envoy.", "Russia summoned an envoy.", False),
    ],
)
def test_runs_ignore_case_and_punctuation(text: str, other: str, *, shared: bool) -> None:
    assert bool(runs(text, 4) & runs(other, 4)) is shared


@each_article
def test_no_run_of_eight_words_is_copied_from_the_sources(path: Path) -> None:
    sources = os.environ.get("ACTORGRAPH_SOURCES")
    if not sources:
        pytest.skip("ACTORGRAPH_SOURCES is not set: name the folder that holds the source articles")
    length = LONGEST_SHARED_RUN + 1
    texts = [p.read_text(encoding="utf-8") for p in sorted(Path(sources).iterdir()) if p.is_file()]
    assert texts, f"no files in {sources}"
    copied = runs(path.read_text(encoding="utf-8"), length) & set().union(
        *(runs(text, length) for text in texts)
    )
    assert sorted(copied) == []
