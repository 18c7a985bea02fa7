"""The frames of the ontology, indexed by the last word of their heads: one look-up a token."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from kg.frames import Frame
from kg.vocabulary import Relation, Vocabulary, noun_classes, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

# Sums in the style of newspapers: "£50bn", "$3m".
# Tags of what is no word of a list.
_EMPTY = frozenset(", . : '' `` -LRB- -RRB- HYPH POS PRP$ CC TO MD _SP SYM NFP WDT WP".split())
_MANY = 1 << 16  # words that are kept
_SUM = re.compile(r"[\d.,]*(?:bn|mn|tn|m|b)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A frame of a relation under one of its heads.

    `words` are the head's words, several for "prime-minister"; `needs` are the lists of words of
    each of which the sentence must have one, by their numbers in the lexicon.
    """

    relation: Relation
    frame: Frame
    words: tuple[str, ...]
    needs: frozenset[int] = frozenset()

    @property
    def rule(self) -> str:
        """The name of the rule, as evidence shows it."""
        return f"{self.relation.id}/{self.frame.kind}/{self.frame.text}"


@dataclass(frozen=True, slots=True)
class Word:
    """What the lexicon has under the forms of a word.

    `entries` are those whose head ends with it, by kind; for the kinds of `longer` some heads have
    several words. `lists` are the numbers of the lists of words that it is on; `joined` are the
    words beside which it may be one word of a list together with them.
    """

    entries: Mapping[str, list[Entry]]
    longer: frozenset[str]
    lists: frozenset[int]
    joined: frozenset[str]


class Lexicon:
    """Entries by kind and by the last word of the head."""

    def __init__(self, entries: Vocabulary) -> None:
        self.index: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        self._lists: dict[frozenset[str], int] = {}
        self._lists_with: dict[str, list[int]] = defaultdict(list)
        self._joined: dict[str, set[str]] = defaultdict(set)
        self._words: dict[tuple[int, int, int], Word] = {}
        for relation in entries.values():
            for frame in relation.lexicon:
                needs = frozenset(self._number(wanted) for wanted in _wanted(frame))
                for head in frame.heads:
                    words = tuple(head.split("-"))
                    self.index[frame.kind][words[-1]].append(Entry(relation, frame, words, needs))

    def word(self, token: Token) -> Word:
        """What there is under the forms of a token. Kept by its word, lemma and tag."""
        key = token.lower, token.lemma, token.tag
        known = self._words.get(key)
        if known is None:
            known = self._look_up(base_forms(token))
            if len(self._words) >= _MANY:
                self._words.clear()
            if not _SUM.fullmatch(token.lower_):  # a sum depends on the number before it
                self._words[key] = known
        return known

    def _look_up(self, forms: tuple[str, ...]) -> Word:
        found = {
            kind: entries
            for kind, index in self.index.items()
            if (entries := [entry for form in forms for entry in index.get(form, ())])
        }
        longer = (kind for kind in found if any(len(entry.words) > 1 for entry in found[kind]))
        joined = (word for form in forms for word in self._joined.get(form, ()))
        return Word(found, frozenset(longer), self._lists_of(forms), frozenset(joined))

    def at(self, token: Token, kind: str) -> list[Entry]:
        """The entries whose head ends at the token.

        Where a longer head matches, the shorter ones are left out.
        """
        word = self.word(token)
        listed = word.entries.get(kind, [])
        if kind not in word.longer:
            return listed
        before = _before(token)
        found = [
            entry
            for entry in listed
            if len(entry.words) == 1
            or entry.words[-2] in before
            and (len(entry.words) == 2 or _precedes(entry.words, token))
        ]
        if kind != "role":
            return found
        longest = max((len(entry.words) for entry in found), default=0)
        return [entry for entry in found if len(entry.words) == longest]

    def told(self, sentence: Iterable[Token]) -> set[int]:
        """The numbers of the lists of words of which a sentence has one: see `Entry.needs`."""
        told = []
        for token in sentence:
            if token.tag_ not in _EMPTY:
                word = self.word(token)
                joined = word.joined and not word.joined.isdisjoint(_beside(token))
                told.append(self._lists_of(word_forms(token)) if joined else word.lists)
        return set().union(*told)

    def _lists_of(self, forms: Iterable[str]) -> frozenset[int]:
        return frozenset(number for form in forms for number in self._lists_with.get(form, ()))

    def _number(self, wanted: frozenset[str]) -> int:
        if wanted not in self._lists:
            self._lists[wanted] = len(self._lists)
            for word in wanted:
                self._lists_with[word].append(self._lists[wanted])
                first, *others = word.split("-")
                if others:
                    self._joined[others[-1]].add([first, *others][-2])
                if others[:1] == ["of"]:
                    self._joined[first].add("of")
        return self._lists[wanted]

    def titles(self) -> frozenset[str]:
        """The last words of all role frames: nouns that may stand before a name."""
        return frozenset(self.index["role"]) - {"between"}


def base_forms(token: Token) -> tuple[str, ...]:
    """The forms under which a word may stand in the lexicon: its lemma, itself.

    And the bases that its ending allows.

    The rule lemmatiser takes "waged" for a form of "wag": the lexicon itself tells which base is a
    word.
    """
    word = token.lower_
    forms = _forms(word, token.lemma_.lower(), token.tag_)
    summed = word[-1:] in "nmb" and _SUM.fullmatch(word)
    if summed and (word[0].isdigit() or token.i and token.nbor(-1).like_num):
        return (*forms, "million")
    return forms


# Past forms that the model takes for others now and then, so that they have no lemma.
_PRESENT = {"retook": ("retake",), "overran": ("overrun",), "overthrew": ("overthrow",)}


@lru_cache(maxsize=_MANY)
def _forms(word: str, lemma: str, tag: str) -> tuple[str, ...]:
    candidates = [lemma, word, *_PRESENT.get(word, ())]
    for ending in ("ing", "ed") if tag in ("VBD", "VBN", "VBG") else ():
        if word.endswith(ending):
            stem = word[: -len(ending)]
            candidates += [f"{stem}e", stem]
    for ending, base in (("ies", "y"), ("ied", "y"), ("es", ""), ("s", "")):
        if tag in ("VBZ", "VBD", "VBN", "NNS", "NNPS") and word.endswith(ending):
            candidates.append(word[: -len(ending)] + base)
    return tuple(dict.fromkeys(form for form in candidates if form))


def word_forms(token: Token) -> Iterator[str]:
    """The forms under which a token may be one of a frame's words, or the head of several.

    "air strike", "interest-free loan", "state of emergency".
    """
    first, before = _left(token)
    for form in base_forms(token):
        yield form
        yield f"{before}-{form}"
    lemma = token.lemma_.lower()
    if token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "of":
        yield f"{lemma}-of-{token.nbor(2).lower_}"
    else:
        yield f"{first}-{before}-{lemma}"


def _leftwards(token: Token) -> Iterator[Token]:
    """The tokens before a token, the nearest first, hyphens aside."""
    doc = token.doc
    for index in range(token.i - 1, -1, -1):
        if doc[index].text != "-":
            yield doc[index]


def _left(token: Token) -> tuple[str, str]:
    """The two words before a token."""
    found = [before.lower_ for before in islice(_leftwards(token), 2)]
    return ("", *found[1:])[-1], ("", *found[:1])[-1]


def _beside(token: Token) -> tuple[str, str]:
    """The word before a token and the one after it."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return _left(token)[1], after


def _wanted(frame: Frame) -> Iterator[frozenset[str]]:
    """The lists of words that the frame's slots want one of."""
    for filler in (frame.subject, *(slot.filler for slot in frame.slots)):
        if filler is not None and filler.words:
            yield filler.words
    for slot in frame.slots:
        if slot.clause is not None:
            yield frozenset(slot.clause.heads)
            yield from _wanted(slot.clause)


def has_other_sense(token: Token, frame: str) -> bool:
    """Whether a word of arms has lost that sense to the word before it ("charm offensive").

    A frame that names the compound itself means it.
    """
    compound = f"{token.nbor(-1).lemma_.lower()}-{token.lemma_.lower()}" if token.i else ""
    return compound in noun_classes()["other-sense"] and compound not in frame


def _before(token: Token) -> tuple[str, ...]:
    """The word before a token and its lemma."""
    before = next(_leftwards(token), None)
    return (before.lower_, before.lemma_.lower()) if before is not None else ()


def _precedes(words: tuple[str, ...], token: Token) -> bool:
    """Whether the words before the last one stand before the token."""
    wanted = words[-2::-1]
    found = list(islice(_leftwards(token), len(wanted)))
    return len(found) == len(wanted) and all(
        word in (before.lower_, before.lemma_.lower())
        for word, before in zip(wanted, found, strict=True)
    )


@cache
def lexicon() -> Lexicon:
    """The lexicon of ontology/, built once."""
    return Lexicon(vocabulary())
