"""Sources that stand beside a clause.

"according to Kenya", "in Kenya's view", "as Kenya put it", "Kenya attacked: minister".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name
from kg.extract.parse.index import find, line_breaks
from kg.extract.speech.speakers import SPEAKERS, Speakers, says
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDS = frozenset(".!?…”\"'")
_COLON, _ACCORDING = frozenset(":"), frozenset(("according",))
_DASHES = frozenset(("-", "–", "—", "|"))
# Names that stand alone before a colon as who speaks, and not as what a headline is about.
_HEADLINE = (
    "Person",
    "IGO",
    "GovernmentBody",
    "Organisation",
    "NGO",
    "PoliticalParty",
    "ArmedForce",
)
# Before what the guest of an interview says; he is named first.
_ANSWER = ("A", "Answer")
_LONGEST_LINE, _LONGEST_SOURCE, _LONGEST_LABEL = 40, 6, 8
# Where "according to" stands for the whole sentence.
_LEADING = 2


class Sources:
    """The sources beside the clauses of one document."""

    def __init__(self, doc: Doc, speakers: Speakers) -> None:
        self.speakers = speakers
        self.names = speakers.actors.names
        self._cues = {token.i for token in find(doc, lower=_ACCORDING, lemma=words("views"))}
        self._headlines = dict(self._of_headlines(doc))
        self._answers = dict(self._of_answers(doc))

    def of(self, predicate: Token) -> Name | None:
        """The source that the sentence of a predicate names for the clause."""
        above = [predicate, *predicate.ancestors]
        near = _same_clause(above)
        for token in predicate.sent:
            found = None
            if token.i not in self._cues and token.dep_ != "advcl":
                continue
            if token.lower_ in _ACCORDING:
                leads = token.i - token.sent.start < _LEADING
                held = token.head in (above if leads else near)
                found = self.speakers.according(token) if held else None
            elif token.lemma_.lower() in words("views"):
                found = self._view(token, above)
            elif token.dep_ == "advcl" and token.head in above and _as_said(token):
                found = self.speakers.of(token)
            if found is not None:
                return found
        return self._headlines.get(predicate.i) or self.answering(predicate)

    def answering(self, token: Token) -> Name | None:
        """Whose name stands before the paragraph, as in a transcript: "Macron: We agree."."""
        return self._answers.get(token.i)

    def _view(self, noun: Token, above: list[Token]) -> Name | None:
        """As "in Kenya's view", "from Kenya's point of view", "in the eyes of Kenya"."""
        if noun.head.lower_ not in ("in", "by", "from") or noun.head.head not in above:
            return None
        if noun.lemma_ == "point" and noun.doc[noun.i + 1 : noun.i + 3].text.lower() != "of view":
            return None
        holder = self.speakers.actors.owner(noun)
        for child in () if holder else noun.subtree:
            if child.dep_ == "pobj" and child.head.lower_ == "of":
                holder = holder or self.speakers.named(child)
        return holder if holder is not None and holder.type in SPEAKERS else None

    def _of_headlines(self, doc: Doc) -> Iterator[tuple[int, Name]]:
        for start, end in _lines(doc):
            while end - start > 2:
                mark = next((i for i in reversed(range(start + 1, end - 1)) if _cuts(doc[i])), None)
                if mark is None:
                    break
                if name := self._before(doc, start, mark):
                    yield from ((i, name) for i in range(mark + 1, end))
                    break
                if name := self._behind(doc, mark, end):
                    yield from ((i, name) for i in range(start, mark))
                    break
                end = mark

    def _of_answers(self, doc: Doc) -> Iterator[tuple[int, Name]]:
        for mark in (token.i for token in find(doc, lower=_COLON) if token.i):
            name, start = self._label(doc, mark)
            if name is not None and (not start or "\n" in doc[start - 1].text):
                end = next((i for i in range(mark, len(doc)) if "\n" in doc[i].text), len(doc))
                yield from ((i, name) for i in range(mark + 1, end))

    def _label(self, doc: Doc, mark: int) -> tuple[Name | None, int]:
        """Who speaks behind a colon, and where the words before it begin: "Mr Macron:", "A:"."""
        if doc[mark - 1].text in _ANSWER:
            persons = (n for n in self.names if n.type == "Person" and n.name and n.end < mark)
            return min(persons, key=lambda name: name.start, default=None), mark - 1
        name = self.names.covering.get(mark - 1)
        if name is None or name.type not in (*_HEADLINE, "MediaOutlet") or name.end != mark:
            return None, mark
        start = name.start
        while start and doc[start - 1].tag_ in ("NN", "NNP") and mark - start < _LONGEST_LABEL:
            start -= 1
        return name, start

    def _before(self, doc: Doc, start: int, mark: int) -> Name | None:
        """As "Macron: Serbia has invaded Kosovo"."""
        name = self.names.covering.get(start)
        alone = name is not None and name.end == mark and doc[mark].text == ":"
        return name if alone and name and name.type in _HEADLINE else None

    def _behind(self, doc: Doc, mark: int, end: int) -> Name | None:
        """As "Serbia has invaded Kosovo: Macron", "Serbia has invaded Kosovo – report"."""
        if end - mark - 1 > _LONGEST_SOURCE:
            return None
        last = doc[end - 1]
        name = self.names.covering.get(last.i)
        if name is not None and name.name and name.start > mark:
            country = name.type in ("Country", "City") and doc[mark].text != ":"
            outlet = name.type == "MediaOutlet" and doc[mark].text != ":"
            return name if name.type in SPEAKERS and not (country or outlet) else None
        known = self.names.by_head.get(last.i)
        people = known is not None and known.type in ("PeopleGroup", "Person", "GovernmentBody")
        if people or last.lemma_.lower() in words("speech_nouns"):
            return self.speakers.unnamed(last)
        return None


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """The short lines without a stop at their end."""
    start, last = 0, len(doc) - 1
    for index in sorted({*line_breaks(doc), last}) if len(doc) else ():
        end = index + (index == last and not doc[index].is_space)
        if 4 < end - start < _LONGEST_LINE and doc[end - 1].text not in _ENDS:
            yield start, end
        start = index + 1


def _cuts(token: Token) -> bool:
    """Whether a mark divides a headline: a colon, or a dash between blanks."""
    return token.text == ":" or token.text in _DASHES and bool(token.nbor(-1).whitespace_)


def _same_clause(above: list[Token]) -> list[Token]:
    """A predicate and what is above it, up to a coordinated clause with a subject of its own."""
    for number, token in enumerate(above):
        if token.dep_ == "conj" and any(c.dep_.startswith("nsubj") for c in token.children):
            return above[: number + 1]
    return above


def _as_said(verb: Token) -> bool:
    """As "as Kenya put it", "as Kenya has said"."""
    marked = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.children)
    said = says(verb) or verb.lemma_ in ("put", "see")
    whole = any(
        c.dep_ in ("ccomp", "xcomp") or c.dep_ == "dobj" and c.lower_ not in ("it", "this", "that")
        for c in verb.children
    )
    told = any(c.dep_ == "nsubj" for c in verb.children)
    return marked and said and told and not whole
