"""Names that the gazetteer knows, where a text writes them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.mentions.boundaries import is_portfolio
from kg.extract.mentions.forenames import forenames
from kg.extract.mentions.homonyms import told_apart
from kg.extract.mentions.names import Name
from kg.extract.parse.phrases import VERBAL
from kg.extract.words.descriptions import Descriptions
from kg.gazetteer import Gazetteer, Match, NameKind, likeliest, without_marks

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Token

_BODIES = ("IGO", "GovernmentBody", "Court")
# What is named by those who belong to it: "Talibs", "Republicans".
_THEMSELVES = ("Person", "ArmedGroup", "PoliticalParty")
_PROPER = ("NNP", "NNPS")
# Words with which the name of another body begins.
_LONGER = frozenset("National State Supreme Regional Federal".split())
_WHERE = ("in", "near", "around", "outside")
_STATELY = ("Country", "IGO")
# What surnames are made of: "Abu Bakr al-Iraqi", and what is a part of a longer name.
_OF_PERSONS = ("Country", "Region", "City", "Bloc")
_ARTICLES = frozenset("al el an ad as ash at".split())


class KnownNames:
    """Doc -> the Names that the gazetteer has, in order of the text."""

    def __init__(self, gazetteer: Gazetteer, nlp: Language, descriptions: Descriptions) -> None:
        self.gazetteer, self.descriptions = gazetteer, descriptions
        self.matcher = _phrase_matcher(gazetteer, nlp)
        self.words = _dictionary(nlp)

    def __call__(self, doc: Doc, date: str | None = None) -> Iterator[Name]:
        """The names of one document; of several bearers, who is in office at its date."""
        yield from told_apart(list(self._matches(doc, date)), doc)

    def _matches(self, doc: Doc, date: str | None) -> Iterator[Name]:
        found = ((start, end) for _, start, end in self.matcher(doc))
        # "the West Bank" is not "the West"
        spans = [(s + (doc[s].lower_ == "the" and e - s > 1), e) for s, e in found]
        for start, end in _longest(spans):
            text = doc[start:end].text
            match = self._best(text, doc, start, end)
            if match and match.entry.type == "Person":
                match = self._bearer(match, text, date)
            if match and match.kind is NameKind.SURNAME and start:
                if doc[start - 1].text == "-" or _is_where(doc, start):
                    continue  # the end of a longer surname, a place of that name
                if _is_anothers(match, doc[start - 1]):
                    head = doc[start - 1 : end].root.i
                    yield Name(start - 1, end, head, "Person", doc[start - 1 : end].text)
                    continue
            if match and match.entry.type in _OF_PERSONS and _is_surname(doc, start, end):
                continue
            if match and self._somebodys(match, text) and self._owned(match, doc, start, end):
                continue
            if match and match.entry.type == "MediaOutlet" and is_portfolio(doc, start):
                continue
            if match:
                yield _gazetteer_name(doc, (start, end), text, match)

    def prefix(self, name: Name, doc: Doc) -> Name | None:
        """As "Saudi" of a "Saudi-led coalition" that is known by this name."""
        start = name.start
        if name.end < start + 3 or doc[start + 1].text != "-":
            return None
        match = self._best(doc[start].text, doc, start, start + 1)
        return _gazetteer_name(doc, (start, start + 1), doc[start].text, match) if match else None

    def _somebodys(self, match: Match, text: str) -> bool:
        """Whether many have a body of this name: a council, a parliament, a court."""
        return match.entry.type in _BODIES and self.descriptions.proper(text) is not None

    def _owned(self, match: Match, doc: Doc, start: int, end: int) -> bool:
        """Whether a body is another's: "Russia's Security Council" is not the United Nations'."""
        before = doc[start - 1] if start else None
        if before is not None and (before.tag_ == "POS" or before.ent_type_ == "NORP"):
            return True
        if before is not None and before.text in _LONGER:
            return True  # "the National Security Council"
        owners = self.gazetteer.lookup(before.text) if before is not None else ()
        if owners and owners[0].kind is NameKind.ADJECTIVE:
            return owners[0].entry.id not in match.entry.acts_for
        if start > 1 and doc[start - 1].lower_ == "and" and doc[start - 2].tag_ in _PROPER:
            return True  # "Peace and Security Council"
        after = doc[end : end + 4]
        if not len(after) or after[0].lower_ != "of":
            return False
        article = len(after) > 1 and after[1].lower_ == "the"
        named = (self.gazetteer.lookup(after[1 + article : last].text) for last in (2, 3, 4))
        known = any(found[0].entry.type in _STATELY for found in named if found)
        return known or any(token.ent_type_ == "GPE" for token in after[:3])

    def _best(self, text: str, doc: Doc, start: int, end: int) -> Match | None:
        """The match that fits the form: capitals where a name has them, surnames of persons."""
        person = any(doc[i].ent_type_ == "PERSON" for i in range(start, end))
        capitals = any(letter.isupper() for letter in text)
        if not capitals or person and _inside_longer_person(doc, start, end):
            return None
        matches = self.gazetteer.lookup(text)
        if matches and (state := _state_of(matches)):
            return state
        first = matches[0].kind if matches else None
        ranked = sorted(matches, key=lambda m: m.kind is first and m.entry.type not in _STATELY)
        surname = person or doc[start].pos_ == "PROPN" or self.is_no_word(doc[start])
        surname = surname or _is_somebody(doc[start], ranked)
        return next((m for m in ranked if _fits(m, text, doc[end - 1], surname=surname)), None)

    def _bearer(self, match: Match, text: str, date: str | None) -> Match:
        """As "Marcos", "George Bush": the one of father and son who is in office."""
        alike = [m for m in self.gazetteer.lookup(text) if m.kind is match.kind]
        persons = [m.entry for m in alike if m.entry.type == "Person"]
        return match if len(persons) < 2 else Match(likeliest(persons, date), match.kind)

    def is_no_word(self, token: Token) -> bool:
        """Whether a capitalised word is none of the dictionary, as "Zelenskyy" is not."""
        return token.is_title and not any(token.lower_ in words for words in self.words)


def _is_surname(doc: Doc, start: int, end: int) -> bool:
    """As "Abu Bakr al-Iraqi", where neither Iraq nor an Iraqi is spoken of."""
    joined = start > 2 and doc[start - 1].text == "-" and end == start + 1
    return joined and doc[start - 2].lower_ in _ARTICLES and doc[start - 3].tag_ in _PROPER


def _is_where(doc: Doc, start: int) -> bool:
    """As "villages in Masisi", where the model sees no person."""
    return doc[start - 1].lower_ in _WHERE and doc[start].ent_type_ != "PERSON"


def _is_somebody(token: Token, matches: Sequence[Match]) -> bool:
    """As "Trump himself left": no verb; "Trump has left" after "Donald Trump" is no card."""
    if token.tag_ in VERBAL:
        return token.dep_ in ("nsubj", "nsubjpass")
    labels = (m.entry.label for m in matches if m.kind is NameKind.SURNAME)
    return token.is_title and any(label in token.doc.text for label in labels)


def _is_anothers(match: Match, before: Token) -> bool:
    """Whether a surname follows another first name than that of the person who is known."""
    return before.text in forenames() and before.text not in match.entry.label.split()


def _state_of(matches: Sequence[Match]) -> Match | None:
    """The state that a capital or a seat of power stands for ("Moscow", "the Kremlin")."""
    wanted = {"City": NameKind.CAPITAL, "Facility": NameKind.METONYM}.get(matches[0].entry.type)
    return next((match for match in matches if match.kind is wanted), None)


def _fits(match: Match, text: str, last: Token, *, surname: bool) -> bool:
    """Whether a match is likely in this form and place."""
    follows = last.i + 1 < len(last.doc) and last.doc[last.i + 1].tag_ == "NNP"
    if match.entry.type == "Conflict" and " in " in text:
        return False
    if match.entry.type == "Bloc" and match.kind is NameKind.NAME and (follows or _within(last)):
        return False
    if match.kind is NameKind.ACRONYM:
        return text.isupper() or "." in text
    return surname or match.kind is not NameKind.SURNAME


def _within(last: Token) -> bool:
    """As "the Syrian Arab Coalition": the end of a longer name."""
    before = last.nbor(-2) if last.i > 1 else last
    return last.is_title and last.ent_iob_ == "I" and before.ent_type_ == last.ent_type_


def _gazetteer_name(doc: Doc, span: tuple[int, int], text: str, match: Match) -> Name:
    start, end = span
    type_ = match.entry.type
    if match.kind is NameKind.CAPITAL:
        type_ = "City"
    elif match.kind is NameKind.PEOPLE and type_ not in _THEMSELVES:
        type_ = "PeopleGroup"
    entry = (
        None
        if match.kind is NameKind.PEOPLE and match.entry.type not in (*_THEMSELVES, "PeopleGroup")
        else match.entry
    )
    name = text if entry is None or type_ == "City" else match.entry.label
    return Name(start, end, doc[start:end].root.i, type_, name, entry, match.kind, owner=None)


@cache
def _phrase_matcher(gazetteer: Gazetteer, nlp: Language) -> PhraseMatcher:
    from spacy.matcher import PhraseMatcher

    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    known = [phrase for phrase, _ in gazetteer.phrases()]
    phrases = dict.fromkeys([*known, *map(without_marks, known)])
    matcher.add("known", [nlp.make_doc(phrase) for phrase in phrases])
    return matcher


@cache
def _dictionary(nlp: Language) -> tuple[Collection[str], ...]:
    """The words that the lemmatiser of the pipeline knows, by part of speech."""
    lookups = (
        getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    )
    if lookups is None or not lookups.has_table("lemma_index"):
        return ()
    return tuple(map(frozenset, lookups.get_table("lemma_index").values()))


def _longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    chosen: list[tuple[int, int]] = []
    taken: set[int] = set()
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        if taken.isdisjoint(range(start, end)):
            chosen.append((start, end))
            taken.update(range(start, end))
    return sorted(chosen)


def _inside_longer_person(doc: Doc, start: int, end: int) -> bool:
    """A place name inside a person's name ("Paris Hilton", "Jordan Henderson") is no place.

    Unless a whole name follows ("Russian Federation Sergei Lavrov").
    """
    ent_start, ent_end = start, end
    while ent_start and doc[ent_start].ent_iob_ == "I":
        ent_start -= 1
    while (
        ent_end < len(doc) and doc[ent_end].ent_iob_ == "I" and doc[ent_end].ent_type_ == "PERSON"
    ):
        ent_end += 1
    if doc[start].dep_ == "dative" and doc[start].head.i < start:
        return False  # "promised Kyiv Patriot missiles"
    if doc[start].dep_ == "pobj" and ent_end - end > 1:
        return False  # "the ambassador of Chad Ann Lee", as it has been mended
    longer = ent_end - ent_start > end - start and (end - start == 1 or ent_end - end < 2)
    return longer and ent_start == start and doc[end].pos_ == "PROPN" and doc[end].is_title
