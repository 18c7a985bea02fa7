"""The scoreboard shows sets of articles side by side, and of the blind set the totals alone."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scoreboard import page, sets
from kg.evaluation import Fault, Report, Score


def report(score: Score, *, quote: str = "") -> Report:
    """Of one article: what is found of the relation "warns", in all modes."""
    return Report(
        scores={"typed": score, "plover": score, "pair": score},
        status=0.5,
        attribution=0.25,
        per_relation={"warns": score},
        per_plover={"THREATEN": score, "-": Score()},
        articles=1,
        faults=(Fault("secret-article", "missed", "parse", "a secret", quote),),
        without_gold=(),
        without_statements=(),
    )


def rows(text: str, first: str) -> list[list[str]]:
    """The cells of the rows that begin so."""
    cells = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [row for row in cells if row[0] == first]


HALF = Score(right=3, wrong=1, found=2, required=4)
ALL = Score(right=4, wrong=0, found=4, required=4)


def test_sets_stand_side_by_side() -> None:
    text = page({"seeds": report(HALF), "open": report(ALL)})
    assert rows(text, "measure") == [["measure", "seeds (1)", "open (1)"]]
    assert rows(text, "typed precision") == [["typed precision", "0.750", "1.000"]]
    assert rows(text, "typed recall") == [["typed recall", "0.500", "1.000"]]
    assert rows(text, "typed F1") == [["typed F1", "0.600", "1.000"]]
    assert rows(text, "status agreement") == [["status agreement", "0.500", "0.500"]]
    assert rows(text, "typed, wrong") == [["typed, wrong", "1", "0"]]


def test_relations_and_types_have_a_row_each() -> None:
    text = page({"seeds": report(HALF), "open": report(ALL)})
    row = ["0.75", "0.50", "0.60", "4", "1.00", "1.00", "1.00", "4"]
    assert rows(text, "warns") == [["warns", *row]]
    assert rows(text, "THREATEN") == [["THREATEN", *row]]


def test_of_the_blind_set_the_totals_alone_are_shown() -> None:
    text = page({"seeds": report(HALF), "blind": report(ALL)})
    assert rows(text, "typed F1") == [["typed F1", "0.600", "1.000"]]
    assert rows(text, "warns") == [["warns", "0.75", "0.50", "0.60", "4"]]


def test_no_text_of_an_article_is_shown() -> None:
    text = page({"seeds": report(HALF, quote="words of the article")})
    assert "words of the article" not in text
    assert "secret" not in text


def test_what_is_neither_found_nor_required_has_empty_cells() -> None:
    line = next(line for line in page({"seeds": report(HALF)}).splitlines() if "| – |" in line)
    assert line == "| – |  |  |  |  |"


def test_seeds_are_always_measured_and_other_folders_where_they_are_named(tmp_path: Path) -> None:
    assert list(sets({})) == ["seeds"]
    for name in ("gold", "texts"):
        (tmp_path / name).mkdir()
    given = {"ACTORGRAPH_EVALUATION": str(tmp_path)}
    assert list(sets(given)) == ["seeds", "open"]
    for name in ("gold", "texts"):
        (tmp_path / "blind" / name).mkdir(parents=True)
    assert list(sets(given)) == ["seeds", "open", "blind"]
    assert sets(given)["blind"] == (tmp_path / "blind" / "gold", tmp_path / "blind" / "texts")
