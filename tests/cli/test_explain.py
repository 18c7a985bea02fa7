from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.store.stores import filled


def test_an_edge_is_explained_with_its_sentence_marked(kg: Run, statements: Path) -> None:
    result = kg("explain", "--graph", statements, "Russia", "summonsEnvoyOf", "Armenia")
    assert result.code == 0
    first, second, *more, support = result.out.splitlines()
    assert first == "Russia | summons envoy of | Armenia"
    assert second == (
        "  [subject: Russia] [cue: summoned] [object: Armenia]'s ambassador on Friday"
    )
    headings = [line.split()[0] for line in more if line]
    assert headings == [
        "document", "rule", "status", "told", "date", "subject", "object", "confidence",
    ]  # fmt: skip
    assert support == (
        "Russia | summons envoy of | Armenia: independent sources 1, denials 0, belief 0.93, "
        "reported 2023-09-11"
    )


def test_json_holds_the_records_of_the_exchange_file(kg: Run, statements: Path) -> None:
    result = kg("explain", "-g", statements, "France", "--json").json
    assert {claim["relation"] for claim in result["claims"]} == {"suppliesWeaponsTo"}
    assert result["claims"][0]["evidence"]["sentence_text"]
    assert result["refused"] == []
    (support,) = result["support"]
    assert (support["subject"], support["sources"], support["contested"]) == ("france", 1, False)


def test_an_edge_of_a_store_is_explained_as_one_of_a_file(
    kg: Run, statements: Path, tmp_path: Path
) -> None:
    edge, store = ("Armenia", "accuses", "Russia"), filled(tmp_path / "store")
    told = kg("explain", "--store", store, *edge)
    assert (told.code, told.out) == (0, kg("explain", "--graph", statements, *edge).out)
    assert kg("explain", "--store", store, "--graph", statements, *edge).code == 2


def test_a_sentence_that_is_typed_in_is_read(kg: Run) -> None:
    result = kg("explain", "Russia did not sell weapons to Serbia.")
    assert "[subject: Russia] did [scope: not]" in result.out
    assert 'negated, because of "not"' in result.out


def test_what_is_refused_is_printed_with_the_reason(kg: Run) -> None:
    result = kg("explain", "The Lachin Corridor summoned the ambassador of Armenia.")
    assert "refused: summonsEnvoyOf/" in result.out


def test_a_sentence_without_claims_says_so_unless_quiet(kg: Run) -> None:
    assert kg("explain", "It rains.").err == "no claim was found in this text\n"
    assert kg("explain", "It rains.", "--quiet").err == ""


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("Rusia",), 1, "kg: no actor 'Rusia' in this graph; did you mean 'Russia'?\n"),
        (("Russia", "summons"), 1, "kg: 'summons' is no relation"),
        (("France", "suppliesWeaponsTo", "CSTO"), 1, "kg: no claim says"),
    ],
)
def test_unknown_names_are_answered_in_one_line(
    kg: Run, statements: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    result = kg("explain", "--graph", statements, *words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(message)
    assert result.err.count("\n") == 1


def test_several_words_without_a_graph_are_wrong_usage(kg: Run) -> None:
    result = kg("explain", "Russia", "summonsEnvoyOf")
    assert result.code == 2
    assert "give --graph or --store" in result.err


def test_text_from_articles_cannot_steer_the_terminal(kg: Run, statements: Path) -> None:
    text, title = statements.read_text("utf-8"), "Moscow calls in the ambassador"
    assert title in text
    statements.write_text(text.replace(title, r"\u001b[2J\u202egone"), "utf-8")
    result = kg("explain", "--graph", statements, "Russia")
    assert "\x1b" not in result.out
    assert "\u202e" not in result.out
    assert "\ufffd[2J\ufffdgone" in result.out
