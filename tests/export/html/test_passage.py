from __future__ import annotations

from dataclasses import replace

from kg.export.html.passage import CUE, OBJECT, SCOPE, SUBJECT, Passage, passage
from kg.model import Document, Evidence, Section, SectionKind, Span

TEXT = "It rained. Russia did not summon Armenia's envoy. Nothing else happened."
SENTENCE = Span(11, 49)
EVIDENCE = Evidence(
    document="d",
    sentence=SENTENCE,
    cue=Span(26, 32),
    subject=Span(11, 17),
    object=Span(33, 40),
    rule="r",
    scope=(Span(18, 25),),
)


def test_a_sentence_is_cut_at_its_marks() -> None:
    assert passage(Document("d", TEXT), EVIDENCE) == {
        "before": "It rained. ",
        "parts": [
            (SUBJECT, "Russia"),
            (0, " "),
            (SCOPE, "did not"),
            (0, " "),
            (CUE, "summon"),
            (0, " "),
            (OBJECT, "Armenia"),
            (0, "'s envoy."),
        ],
        "after": " Nothing else happened.",
    }


def test_marks_may_overlap() -> None:
    evidence = replace(EVIDENCE, cue=Span(26, 40), scope=())
    parts = passage(Document("d", TEXT), evidence)["parts"]
    assert (CUE + OBJECT, "Armenia") in parts


def test_offsets_count_code_points() -> None:
    shifted = Document("d", "🌧🌧" + TEXT[2:])
    assert passage(shifted, EVIDENCE)["parts"][0] == (SUBJECT, "Russia")


def test_context_is_short_and_cut_between_words() -> None:
    long = Document("d", "word " * 100 + TEXT)
    moved = replace(
        EVIDENCE,
        sentence=Span(511, 549),
        cue=Span(526, 532),
        subject=Span(511, 517),
        object=Span(533, 540),
        scope=(),
    )
    before = passage(long, moved)["before"]
    assert before.startswith("… word word")
    assert before.endswith("It rained. ")
    assert len(before) < 250


def test_context_stays_in_the_section() -> None:
    sections = (Section(Span(0, 10), SectionKind.HEADLINE), Section(Span(11, 49), SectionKind.BODY))
    around = passage(Document("d", TEXT, sections=sections), EVIDENCE)
    assert (around["before"], around["after"]) == ("", "")


def test_without_a_text_there_is_no_passage() -> None:
    nothing: Passage = {"before": "", "parts": [], "after": ""}
    assert passage(Document("d", ""), EVIDENCE) == nothing


def test_what_is_not_known_of_a_text_is_left_out() -> None:
    quotation = " " * 11 + TEXT[11:40] + " " * 40
    known = passage(Document("d", quotation), EVIDENCE)
    assert (known["before"], known["after"]) == ("", "")
    assert known["parts"][0] == (SUBJECT, "Russia")
    assert "".join(text for _, text in known["parts"]).startswith("Russia did not summon Armenia")


def test_line_breaks_become_spaces() -> None:
    broken = Document("d", TEXT.replace("did not", "did\nnot"))
    assert (SCOPE, "did not") in passage(broken, EVIDENCE)["parts"]
