"""Where the words of a document stand."""

from __future__ import annotations

from kg.extract.parse.index import find, line_breaks
from tests.extract.parses import blank, parse

VOTES = """
    words   Votes As  They voted as  she votes
    lemmas  Vote  as  -    vote  as  -   vote
    tags    NNP   IN  PRP  VBD   IN  PRP VBZ
    deps    ROOT  dep dep  dep   dep dep dep
    heads   Votes Votes Votes Votes Votes Votes Votes
"""


def test_words_are_found_in_small_letters_and_in_order_of_the_text() -> None:
    found = find(parse(VOTES), lower={"they", "as"})
    assert [token.text for token in found] == ["As", "They", "as"]


def test_lemmas_are_found_in_all_their_forms_and_a_token_once() -> None:
    found = find(parse(VOTES), lower={"voted"}, lemma={"vote", "leave"})
    assert [token.i for token in found] == [0, 3, 6]


def test_nothing_is_found_of_nothing() -> None:
    assert find(parse(VOTES), lower=set()) == []
    assert find(blank().make_doc(""), lower={"as"}) == []


def test_lines_end_where_a_token_breaks_them() -> None:
    doc = blank().make_doc("Headline\n\nIran left.\nIt returned")
    assert [doc[index].text for index in line_breaks(doc)] == ["\n\n", "\n"]
