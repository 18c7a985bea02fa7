"""What is cut before parsing, and the way back: every span is the same words in the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Token

from kg.errors import ModelError
from kg.extract.extractor import Extractor
from kg.extract.parse.pipeline import Parsed, cleaned, load_model, mark_boundaries, parse
from kg.model import Document, Section, SectionKind, Span
from tests.extract.parses import blank

NOTE, BOILERPLATE = SectionKind.NOTE, SectionKind.BOILERPLATE
PIECES = (
    "Iran",
    "warned",
    "Israel",
    "the envoy",
    "on Friday",
    "“no”",
    "naïve 🕊",
    ",",
    ".",
    "\n\n",
    "’s",
)


def parsed(document: Document) -> Parsed:
    """The document with the words of a tokeniser, without a parse."""
    text, starts, shifts = cleaned(document)
    return Parsed(document, blank().make_doc(text), starts, shifts)


def with_sections(*pieces: str | tuple[str, SectionKind]) -> Document:
    """A document of plain pieces and of pieces that are sections."""
    text, sections = "", []
    for piece in pieces:
        words, kind = piece if isinstance(piece, tuple) else (piece, None)
        if kind is not None:
            sections.append(Section(Span(len(text), len(text) + len(words)), kind))
        text += words
    return Document("article", text, sections=tuple(sections))


def test_without_cuts_the_text_is_parsed_as_it_is() -> None:
    document = Document("article", "Iran warned Israel.")
    assert cleaned(document) == (document.text, [0], [0])


def test_an_inserted_note_is_cut_with_the_space_before_it() -> None:
    document = with_sections("Russia ", ("(*aggressor country)", NOTE), " attacked Kyiv.")
    assert cleaned(document)[0] == "Russia attacked Kyiv."


def test_words_behind_a_note_keep_their_place() -> None:
    document = with_sections("Russia ", ("(*aggressor country)", NOTE), " attacked Kyiv.")
    found = parsed(document)
    (kyiv,) = [token for token in found.doc if token.text == "Kyiv"]
    span = found.token_span(kyiv, kyiv)
    assert span.of(document.text) == "Kyiv"
    assert span.start == document.text.index("Kyiv")


def test_the_end_of_a_word_before_a_cut_is_before_the_cut() -> None:
    document = with_sections("Russia", (" (*aggressor country)", NOTE), ", it said, attacked Kyiv.")
    found = parsed(document)
    assert found.token_span(found.doc[0], found.doc[0]) == Span(0, len("Russia"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry on Friday summoned the envoy.", "The ministry summoned the envoy."),
        ("Police detained on Thursday the blogger.", "Police detained the blogger."),
        ("Iran late on Sunday freed the crew.", "Iran freed the crew."),
    ],
)
def test_a_week_day_thrust_into_a_clause_is_cut(text: str, expected: str) -> None:
    assert cleaned(Document("article", text))[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministry summoned the envoy on Friday.",
        "On Friday the ministry summoned the envoy.",
        "They met on Monday and on Tuesday.",
        "The vote on Sunday in Chad was peaceful.",
        "They left on Friday morning.",
    ],
)
def test_other_week_days_stay(text: str) -> None:
    assert cleaned(Document("article", text))[0] == text


@pytest.mark.parametrize("kind", [NOTE, BOILERPLATE, SectionKind.BYLINE])
def test_what_is_no_prose_is_not_parsed(kind: SectionKind) -> None:
    document = with_sections("Iran warned Israel.\n", ("Read also: Peru votes\n", kind), "It left.")
    assert "Peru" not in cleaned(document)[0]


@pytest.mark.parametrize("kind", [SectionKind.HEADLINE, SectionKind.CAPTION, SectionKind.COMMENT])
def test_other_sections_are_parsed(kind: SectionKind) -> None:
    document = with_sections("Iran warned Israel.\n", ("Peru votes.\n", kind), "It left.")
    assert cleaned(document)[0] == document.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qatar - a mediator - hosted Hamas.", "Qatar, a mediator, hosted Hamas."),
        ("The U.S. – an ally – struck Yemen.", "The U.S., an ally, struck Yemen."),
        ("The king—a friend of France—left.", "The king,a friend of France,left."),
    ],
)
def test_a_remark_between_dashes_is_parsed_between_commas(text: str, expected: str) -> None:
    assert cleaned(Document("article", text))[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "KYIV - Ukraine accused Russia - and Iran.",
        "BAKU, June 3 (AFP) — Georgia — and Armenia signed.",
        "Turkey bought missiles - from Russia.",
        "The China-Russia pact of 1990-1995 lapsed.",
    ],
)
def test_other_dashes_stay(text: str) -> None:
    assert cleaned(Document("article", text))[0] == text


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Pieces with a space between them, some of which are sections."""
    words = st.sampled_from(PIECES) | st.text(min_size=1, max_size=6)
    drawn = draw(st.lists(st.tuples(words, st.none() | st.sampled_from(SectionKind)), max_size=12))
    parts = [(piece, kind) if kind else piece for piece, kind in drawn]
    return with_sections(*(part for piece in parts for part in (piece, " ")))


@given(documents())
def test_every_word_of_the_parse_is_the_same_word_of_the_text(document: Document) -> None:
    found = parsed(document)
    for token in found.doc:
        if not token.is_space:
            word = found.token_span(token, token).of(document.text)
            assert word == token.text or token.text == "," and word in "-–—"


@given(documents())
def test_spans_of_the_text_are_in_the_order_of_the_parse(document: Document) -> None:
    found = parsed(document)
    spans = [found.token_span(token, token) for token in found.doc]
    assert all(before.end <= after.start for before, after in pairwise(spans))


def boundaries(text: str) -> list[str]:
    """The words after line breaks that begin a sentence."""
    doc = mark_boundaries(blank().make_doc(text))
    return [token.text for token in doc[1:] if token.is_sent_start]


def test_a_line_begins_a_sentence() -> None:
    assert boundaries("Iran warns Israel\nThe envoy left") == ["The"]


def test_a_line_that_goes_on_does_not() -> None:
    assert boundaries("Iran warned\nits envoy") == []
    assert boundaries("Iran, Iraq,\nSyria") == []


def test_a_paragraph_always_begins_a_sentence() -> None:
    assert boundaries("Iran warned\n\nits envoy") == ["its"]


def test_a_model_that_is_not_there_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"no language pipeline en_core_web_none: install it"):
        load_model("en_core_web_none")


def test_sentences_map_to_their_own_words() -> None:
    document = with_sections(
        "Iran ", ("(*)", NOTE), " warned Israel.\n\nIt on Friday left the pact."
    )
    found = next(parse([document], load_model()))
    told = [found.sentence_span(s).of(document.text) for s in found.doc.sents if s.text.strip()]
    assert told == ["Iran (*) warned Israel.", "It on Friday left the pact."]


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Kenya hopes to join the bloc.", "hopes", "hope"),
        ("Kenya hoped to join the bloc.", "hoped", "hope"),
        ("Kenya is hoping to join the bloc.", "hoping", "hope"),
        ("The army wages war in the north.", "wages", "wage"),
        ("The army waged war in the north.", "waged", "wage"),
        ("He hates the war.", "hates", "hate"),
        ("The court has fined the company.", "fined", "fine"),
        ("They staged a protest.", "staged", "stage"),
        ("France has bases in Chad.", "bases", "base"),
        ("Two million doses arrived.", "doses", "dose"),
    ],
)
def test_forms_of_words_in_e(extractor: Extractor, text: str, word: str, lemma: str) -> None:
    (token,) = [token for token in extractor.nlp(text) if token.text == word]
    assert token.lemma_ == lemma


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The court barred him from leaving.", "barred", "bar"),
        ("A rabbit hops over the line.", "hops", "hop"),
        ("He sits in the first row.", "sits", "sit"),
    ],
)
def test_shorter_words_keep_their_own_forms(
    extractor: Extractor, text: str, word: str, lemma: str
) -> None:
    (token,) = [token for token in extractor.nlp(text) if token.text == word]
    assert token.lemma_ == lemma


RULED = (
    "I'm gonna leave, he ain't. It's ours: they've been told so, nothin' else!",
    "His envoy's plan is her best, and what he would've had me do was worse.\n\nThose who 'd",
)


@pytest.mark.parametrize("text", RULED)
def test_a_table_sets_what_the_attribute_ruler_would_set(extractor: Extractor, text: str) -> None:
    nlp = extractor.nlp
    doc = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        if name == "kg_attributes":
            break
        doc = component(doc)
    theirs, ours, again = doc.copy(), doc.copy(), doc.copy()
    nlp.get_pipe("attribute_ruler")(theirs)
    for copy in (ours, again):  # what is kept from the first time holds the second time
        nlp.get_pipe("kg_attributes")(copy)
        assert [attributes(token) for token in copy] == [attributes(token) for token in theirs]


def attributes(token: Token) -> tuple[str, ...]:
    """What an attribute ruler may set."""
    return token.tag_, token.pos_, token.dep_, token.lemma_, str(token.morph)
