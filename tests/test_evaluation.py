"""Scores are those of the published scorer; faults carry a probable cause."""

from __future__ import annotations

import importlib.util
import json
import os
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, ValidationError
from kg.evaluation import Report, evaluate
from kg.evaluation.names import fold, is_same
from kg.model import Status
from kg.resources import folder
from kg.vocabulary import vocabulary

GOLD = folder("seeds") / "gold"
ACTORS: list[dict[str, Any]] = [
    {"id": "russia", "label": "Russia", "aliases": ["Moscow", "the Kremlin"], "acts_for": None},
    {"id": "armenia", "label": "Armenia", "aliases": ["Yerevan"], "acts_for": None},
    {"id": "france", "label": "France", "aliases": ["Paris"], "acts_for": None},
    {
        "id": "pashinyan",
        "label": "Nikol Pashinyan",
        "aliases": ["the Armenian prime minister"],
        "acts_for": "armenia",
    },
]


def gold(subject: str, relation: str, object_: str, **more: Any) -> dict[str, Any]:
    """A required gold statement, told by the author as a fact."""
    plain: dict[str, Any] = {
        "subject": subject, "relation": relation, "object": object_, "alt_relations": [],
        "alt_subjects": [], "alt_objects": [], "status": "asserted", "attributed_to": None,
        "date": None, "quote": "", "required": True,
    }  # fmt: skip
    return plain | more


def found(subject: str, relation: str, object_: str, **more: Any) -> dict[str, Any]:
    """A found statement of the article "a"; names are labels."""
    plain: dict[str, Any] = {
        "document": {"name": "a"}, "subject": {"label": subject}, "relation": relation,
        "object": {"label": object_}, "status": "asserted", "attributed_to": None,
    }  # fmt: skip
    return plain | more


def score(tmp_path: Path, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Report:
    """The report on one article "a"."""
    (tmp_path / "a.json").write_text(json.dumps({"actors": ACTORS, "statements": gold}), "utf-8")
    statements = tmp_path / "statements.jsonl"
    statements.write_text("".join(json.dumps(line) + "\n" for line in found), "utf-8")
    return evaluate(tmp_path, statements)


def test_what_is_found_right_wrong_and_missed_is_counted(tmp_path: Path) -> None:
    report = score(
        tmp_path,
        [gold("russia", "summonsEnvoyOf", "armenia"), gold("france", "visits", "armenia")],
        [found("Moscow", "summonsEnvoyOf", "Yerevan"), found("Russia", "invades", "France")],
    )
    typed = report.scores["typed"]
    assert (typed.right, typed.wrong, typed.found, typed.required) == (1, 1, 1, 2)
    assert (typed.precision, typed.recall, typed.f1) == (0.5, 0.5, 0.5)


def test_a_relation_of_the_same_plover_type_counts_for_plover_alone(tmp_path: Path) -> None:
    report = score(
        tmp_path,
        [gold("france", "condemns", "russia")],
        [found("France", "criticises", "Russia")],
    )
    assert {mode: s.right for mode, s in report.scores.items()} == {
        "typed": 0, "plover": 1, "pair": 1,
    }  # fmt: skip


def test_a_symmetric_relation_may_run_either_way_and_another_may_not(tmp_path: Path) -> None:
    report = score(
        tmp_path,
        [gold("france", "meets", "armenia"), gold("france", "visits", "russia")],
        [found("Armenia", "meets", "France"), found("Russia", "visits", "France")],
    )
    assert report.scores["typed"].found == 1
    assert [(f.kind, f.cause) for f in report.faults] == [("missed", "parse"), ("wrong", "parse")]


def test_who_acts_for_a_state_may_be_named_by_the_state(tmp_path: Path) -> None:
    report = score(
        tmp_path,
        [gold("pashinyan", "criticises", "russia")],
        [found("Armenia", "criticises", "Russia")],
    )
    assert report.scores["typed"].found == 1


def test_optional_statements_are_right_when_found_and_never_missed(tmp_path: Path) -> None:
    optional = [gold("russia", "visits", "france", required=False)]
    assert score(tmp_path, optional, []).scores["typed"].required == 0
    typed = score(tmp_path, optional, [found("Russia", "visits", "France")]).scores["typed"]
    assert (typed.right, typed.wrong) == (1, 0)


def test_status_and_speaker_are_compared_where_the_statement_is_right(tmp_path: Path) -> None:
    report = score(
        tmp_path,
        [
            gold("russia", "visits", "france", status="planned", attributed_to="pashinyan"),
            gold("france", "visits", "armenia"),
        ],
        [found("Russia", "visits", "France"), found("France", "visits", "Armenia")],
    )
    assert (report.status, report.attribution) == (0.5, 0.5)
    (fault,) = report.faults
    assert (fault.kind, fault.cause) == ("scope", "scope")
    assert fault.what.endswith("gold: planned, told by pashinyan")


SUMMONS = "Russia summoned Armenia's ambassador"


@pytest.mark.parametrize(
    ("quote", "statements", "cause"),
    [
        (SUMMONS, [found("Russia", "visits", "Armenia")], "relation"),
        (SUMMONS, [], "parse"),
        ("Russia was cross with Armenia", [], "relation"),
        ("It summoned their ambassador", [], "coreference"),
        (
            SUMMONS,
            [found("Russia", "summonsEnvoyOf", "France", evidence={"quote": SUMMONS})],
            "actor",
        ),
    ],
)
def test_a_miss_has_a_probable_cause(
    tmp_path: Path, quote: str, statements: list[dict[str, Any]], cause: str
) -> None:
    missing = [gold("russia", "summonsEnvoyOf", "armenia", quote=quote)]
    faults = score(tmp_path, missing, statements).faults
    assert [f.cause for f in faults if f.kind == "missed"] == [cause]


@pytest.mark.parametrize(
    ("statement", "cause"),
    [
        (found("Russia", "visits", "Armenia"), "relation"),
        (found("Russia", "summonsEnvoyOf", "France"), "actor"),
        (
            found("Russia", "summonsEnvoyOf", "Paris", object={"label": "F", "antecedent": [0, 1]}),
            "coreference",
        ),
        (found("Armenia", "summonsEnvoyOf", "Russia"), "parse"),
        (found("France", "invades", "Mars"), "relation"),
    ],
)
def test_an_error_has_a_probable_cause(
    tmp_path: Path, statement: dict[str, Any], cause: str
) -> None:
    report = score(tmp_path, [gold("russia", "summonsEnvoyOf", "armenia")], [statement])
    assert [f.cause for f in report.faults if f.kind == "wrong"] == [cause]


def test_what_is_left_out_is_named(tmp_path: Path) -> None:
    report = score(
        tmp_path,
        [gold("russia", "visits", "france")],
        [found("Russia", "visits", "France", document={"name": "b"})],
    )
    assert report.without_gold == ("b",)
    assert report.without_statements == ("a",)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"subject": "mars"}, r"a\.json: statements\[0\]: no actor has the id 'mars'"),
        ({"relation": "sumons"}, r"a\.json: 'sumons' is no relation"),
        ({"status": "maybe"}, r"a\.json: 'maybe' is no status"),
        ({"required": "yes"}, r"a\.json: statements\[0\]\.required must be true or false"),
        ({"attributed_to": "mars"}, r"a\.json: statements\[0\]: no actor has the id 'mars'"),
    ],
)
def test_bad_gold_is_named(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        score(tmp_path, [gold("russia", "visits", "france") | change], [])


@pytest.mark.parametrize("line", ["{", "[1]", '{"document": {"name": "a"}}', "nonsense"])
def test_a_bad_line_of_statements_is_named(tmp_path: Path, line: str) -> None:
    statements = tmp_path / "s.jsonl"
    statements.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(ValidationError, match=r"s\.jsonl:2: "):
        evaluate(GOLD, statements)


def test_a_folder_without_gold_and_a_missing_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no gold article"):
        evaluate(tmp_path, tmp_path / "statements.jsonl")
    with pytest.raises(InputError, match=r"absent\.jsonl: cannot be read"):
        evaluate(GOLD, tmp_path / "absent.jsonl")


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("the Kremlin", "Kremlin's", True),
        ("Nikol Pashinyan", "Mr. Pashinyan", True),
        ("Recep Tayyip Erdoğan", "Erdogan", True),
        ("Russian Foreign Ministry", "Foreign Ministry", True),
        ("South Korea", "North Korea", False),
        ("Wang Li", "Li", False),
        ("", "", False),
    ],
)
def test_names_are_the_same_up_to_articles_titles_and_first_names(
    name: str, other: str, *, same: bool
) -> None:
    assert is_same(fold(name), fold(other)) is same


def answers(name: str) -> list[dict[str, Any]]:
    """The gold statements of a seed article as if they had been found, one line each."""
    data = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    labels = {actor["id"]: actor["label"] for actor in data["actors"]}
    return [
        found(labels[s["subject"]], s["relation"], labels[s["object"]], status=s["status"])
        | {"document": {"name": name}}
        | {"attributed_to": s["attributed_to"] and {"label": labels[s["attributed_to"]]}}
        for s in data["statements"]
    ]


def write(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_the_gold_of_the_seeds_scored_against_itself_is_perfect(tmp_path: Path) -> None:
    names = sorted(path.stem for path in GOLD.glob("*.json"))
    lines = [line for name in names for line in answers(name)]
    report = evaluate(GOLD, write(tmp_path / "s.jsonl", lines))
    assert report.articles == len(names)
    for s in report.scores.values():
        assert (s.precision, s.recall) == (1, 1)


def disturbed(lines: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """The lines with some dropped, doubled, turned round, or given another relation or status."""
    draw = random.Random(seed)
    relations = sorted(vocabulary())
    kept = [line for line in lines for _ in range(draw.choice([0, 1, 1, 2]))]
    for number, line in enumerate(kept):
        changed = dict(line)
        if draw.random() < 0.2:
            changed["subject"], changed["object"] = line["object"], line["subject"]
        if draw.random() < 0.2:
            changed["object"] = draw.choice(lines)["object"]
        if draw.random() < 0.3:
            changed["relation"] = draw.choice([*relations, draw.choice(lines)["relation"]])
        if draw.random() < 0.3:
            changed["status"] = draw.choice(list(Status))
            changed["attributed_to"] = draw.choice(lines)["attributed_to"]
        kept[number] = changed
    return kept


def published_score(gold_folder: Path, statements: Path) -> dict[str, Any]:
    """What the scorer that ACTORGRAPH_SCORER names finds."""
    path = os.environ.get("ACTORGRAPH_SCORER")
    if not path:
        pytest.skip("ACTORGRAPH_SCORER is not set: name the published scorer to compare with it")
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    plover = {r.id: r.plover_type for r in vocabulary().values() if r.plover_type}
    articles = [scorer.Gold(path) for path in sorted(gold_folder.glob("*.json"))]
    lines = statements.read_text("utf-8").splitlines()
    result: dict[str, Any] = scorer.score(articles, list(map(json.loads, lines)), plover)[0]
    return result


def assert_equal(gold_folder: Path, statements: Path) -> None:
    """Both scorers find the same numbers."""
    theirs, ours = published_score(gold_folder, statements), evaluate(gold_folder, statements)
    shown = ours.as_dict()
    for key in ("status_agreement", "attribution_agreement", "articles"):
        assert shown[key] == theirs[key]
    for mode in ("typed", "plover", "pair"):
        assert {k: v for k, v in shown[mode].items() if v} == {
            k: v for k, v in theirs[mode].items() if v
        }
    for relation, counts in theirs["per_relation"].items():
        assert counts == {key: shown["per_relation"][relation][key] for key in counts}


@pytest.mark.parametrize("seed", range(4))
def test_the_published_scorer_finds_the_same_on_the_seeds(tmp_path: Path, seed: int) -> None:
    names = sorted(path.stem for path in GOLD.glob("*.json"))
    lines = [line for name in names for line in answers(name)]
    assert_equal(GOLD, write(tmp_path / "s.jsonl", disturbed(lines, seed)))


ids = st.sampled_from([actor["id"] for actor in ACTORS])
labels = st.sampled_from(
    ["Russia", "the Kremlin", "Armenia", "Yerevan", "Paris", "Pashinyan", "Mars"]
)
names = st.sampled_from(
    ["visits", "meets", "criticises", "condemns", "sharesIntelligenceWith", "borders"]
)
statuses = st.sampled_from([str(status) for status in Status])
golds = st.builds(
    gold, ids, names, ids,
    alt_relations=st.lists(names, max_size=1), alt_subjects=st.lists(ids, max_size=1),
    status=statuses, attributed_to=st.none() | ids, required=st.booleans(),
)  # fmt: skip
founds = st.builds(
    found, labels, names, labels,
    status=statuses, attributed_to=st.none() | labels.map(lambda label: {"label": label}),
)  # fmt: skip


@given(gold=st.lists(golds, max_size=8), found=st.lists(founds, max_size=12))
def test_the_published_scorer_finds_the_same_on_generated_articles(
    tmp_path_factory: pytest.TempPathFactory,
    gold: list[dict[str, Any]],
    found: list[dict[str, Any]],
) -> None:
    place = tmp_path_factory.mktemp("gold")
    score(place, gold, found)
    assert_equal(place, place / "statements.jsonl")
