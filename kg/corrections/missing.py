"""A claim that was missed, made of the words that say it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.corrections.actions import Action, Missed, Words
from kg.corrections.desk import Desk, relation_named, status_named
from kg.errors import CorrectionError
from kg.model import Actor, Document, Span, Status

FORM = "SUBJECT | RELATION | OBJECT | CUE, and behind it a STATUS that is not asserted"
_SHOWN = 200  # characters of a text in a message
_NTH = re.compile(r"(.*\S)\s+#([1-9]\d?)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says that a sentence claims; an end may read `words = actor`."""

    subject: str
    relation: str
    object: str
    cue: str
    status: Status = Status.ASSERTED

    @classmethod
    def parse(cls, text: str) -> Told:
        """Read `SUBJECT | RELATION | OBJECT | CUE [| STATUS]`."""
        parts = [part.strip() for part in text.split("|")]
        if len(parts) not in (4, 5) or not all(parts):
            raise CorrectionError(f"{text!r}: a claim is written {FORM}")
        subject, relation, object_, cue = parts[:4]
        status = status_named(parts[4]) if len(parts) == 5 else Status.ASSERTED
        return cls(subject, relation, object_, cue, status)


def missed(desk: Desk, document: Document, sentence: Span, told: Told) -> list[Action]:
    """The claim that the sentence makes."""
    subject, subject_actor = _end(desk, document, sentence, told.subject)
    object_, object_actor = _end(desk, document, sentence, told.object)
    action = Missed(
        document=document.id,
        name=document.name,
        relation=relation_named(told.relation),
        status=told.status,
        subject=subject,
        object=object_,
        cue=words_in(document, sentence, told.cue),
        sentence=Words(sentence, sentence.of(document.text)),
        subject_actor=subject_actor,
        object_actor=object_actor,
    )
    return [action]


def words_in(document: Document, within: Span, words: str) -> Words:
    """Where the words stand in a stretch of a document; `words #2` are those of the second time."""
    nth = _NTH.fullmatch(words)
    wanted, number = (nth[1], int(nth[2])) if nth else (words, None)
    text = within.of(document.text)
    starts = [match.start() for match in re.finditer(re.escape(wanted), text)]
    if not starts:
        raise CorrectionError(f"{wanted!r} is not in {_beginning(text)}")
    if number is None and len(starts) > 1:
        raise CorrectionError(
            f"{wanted!r} stands {len(starts)} times in {_beginning(text)}: say which, as "
            f"{wanted} #1"
        )
    if number is not None and number > len(starts):
        raise CorrectionError(f"{wanted!r} stands {len(starts)} times in {_beginning(text)}")
    start = within.start + starts[(number or 1) - 1]
    return Words(Span(start, start + len(wanted)), wanted)


def document_named(desk: Desk, name: str, articles: Iterable[Document] = ()) -> Document:
    """The document of this name; its whole text where one of the articles is that very text."""
    found = [d for d in desk.applied.corpus.documents if d.name == name]
    if len(found) != 1:
        count = f"{len(found)} documents" if found else "no document"
        raise CorrectionError(f"{count} in this graph with the name {name!r}")
    return next((a for a in articles if a.id == found[0].id), found[0])


def _beginning(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def _end(desk: Desk, document: Document, sentence: Span, told: str) -> tuple[Words, Actor]:
    words, equals, actor = told.partition(" = ")
    place = words_in(document, sentence, words.strip())
    return place, desk.actor(actor.strip() if equals else place.text)
