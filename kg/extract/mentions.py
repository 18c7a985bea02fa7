"""Names and descriptions of actors in a parse.

The gazetteer first, then the statistical names, then owned common nouns.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.consistency import settle
from kg.extract.descriptions import descriptions
from kg.extract.names import DETERMINERS, Name, Names
from kg.extract.nouns import describe, find_owner
from kg.gazetteer import Gazetteer, Match, NameKind, without_marks

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Token

_LABELS = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "City",
    "LOC": "Region",
    "FAC": "Facility",
    "EVENT": "Event",
    "LAW": "Agreement",
    "NORP": "PeopleGroup",
}
_LONGER = frozenset(("ORG", "PERSON", "FAC", "EVENT", "LAW"))
_GENERIC = frozenset(("Organisation", "City", "Facility", "Region"))
_TITLE_WORDS = frozenset(
    "prime foreign defence defense deputy vice interior finance security energy vice-".split()
)
_BODIES = ("IGO", "GovernmentBody", "Court")
_STATELY = ("Country", "IGO")


class MentionFinder:
    """Doc -> Names. Built once for a gazetteer and a tokeniser."""

    def __init__(self, gazetteer: Gazetteer, nlp: Language, titles: frozenset[str]) -> None:
        self.gazetteer = gazetteer
        self.titles = titles
        self.descriptions = descriptions()
        self.matcher = _phrase_matcher(gazetteer, nlp)
        self.words = _dictionary(nlp)

    def __call__(self, doc: Doc) -> Names:
        """The mentions of one parsed document."""
        names = Names(doc)
        for name in self._known(doc):
            names.add(name)
            if prefix := self._prefix(name, doc):
                names.prefixes[prefix.start] = prefix
        for name in self._statistical(doc, names):
            names.add(name)
        for name in _halves(names):
            names.add(name)
        settle(names)
        self._add_titles(names)
        for token in doc:
            if token.tag_ in ("NN", "NNS", "NNP", "NNPS") and token.i not in names.covering:
                described = describe(token, names, self.descriptions)
                if described:
                    names.by_head[described.head] = described
        return names

    def is_description(self, name: Name, doc: Doc) -> bool:
        """Whether a mention is a noun with its modifiers, or a title, and no name of its own."""
        head = doc[name.head]
        if name.kind not in (None, NameKind.METONYM) or name.antecedent:
            return False
        if name.type == "Person" and head.lower_ in self.titles:
            return True
        tail = doc[name.head : max(name.end, name.head + 1)]
        return head.text[:1].islower() or not any(token.ent_type_ for token in tail)

    def _add_titles(self, names: Names) -> None:
        """Give each person the title that stands in front of the name.

        There or elsewhere in the document.
        """
        told: dict[str, str] = {}
        for name in names:
            if name.type == "Person" and (title := self._title(names.doc, name.start)):
                told.setdefault(name.name, title)
        for name in list(names):
            if name.type == "Person" and name.name in told:
                names.add(replace(name, title=told[name.name]))

    def _title(self, doc: Doc, start: int) -> str | None:
        first = start
        while (
            first
            and (doc[first - 1].lower_ in self.titles or doc[first - 1].lower_ in _TITLE_WORDS)
            and start - first < 4
        ):
            first -= 1
        return (
            doc[first:start].text
            if first < start and doc[start - 1].lower_ in self.titles
            else None
        )

    def _known(self, doc: Doc) -> Iterator[Name]:
        spans = [(start, end) for _, start, end in self.matcher(doc)]
        for start, end in _longest(spans):
            text = doc[start:end].text
            match = self._best(text, doc, start, end)
            if match and match.kind is NameKind.SURNAME and start and doc[start - 1].text == "-":
                continue  # the end of a longer surname
            if match and self._somebodys(match, text) and _owned(doc, start, end):
                continue
            if match:
                yield _gazetteer_name(doc, (start, end), text, match)

    def _prefix(self, name: Name, doc: Doc) -> Name | None:
        """As "Saudi" of a "Saudi-led coalition" that is known by this name."""
        start = name.start
        if name.end < start + 3 or doc[start + 1].text != "-":
            return None
        match = self._best(doc[start].text, doc, start, start + 1)
        return _gazetteer_name(doc, (start, start + 1), doc[start].text, match) if match else None

    def _somebodys(self, match: Match, text: str) -> bool:
        """Whether many have a body of this name: a council, a parliament, a court."""
        return match.entry.type in _BODIES and self.descriptions.proper(text) is not None

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
        surname = person or doc[start].pos_ == "PROPN" or self._is_no_word(doc[start])
        return next((m for m in ranked if _fits(m, text, doc[end - 1], surname=surname)), None)

    def _is_no_word(self, token: Token) -> bool:
        """Whether a capitalised word is none of the dictionary, as "Zelenskyy" is not."""
        return token.is_title and not any(token.lower_ in words for words in self.words)

    def _statistical(self, doc: Doc, names: Names) -> Iterator[Name]:
        for ent in doc.ents:
            type_ = _LABELS.get(ent.label_)
            if not type_:
                continue
            start, end = _trim(doc, ent.start, ent.end, names)
            if start >= end:
                continue
            known = {
                id(names.covering[i]): names.covering[i]
                for i in range(start, end)
                if i in names.covering
            }
            if known and not self._extends(ent.label_, doc, (start, end), list(known.values())):
                continue
            name = self._named(doc, start, end, type_, list(known.values()))
            if name.owner is None and name.type in _BODIES:
                name = replace(name, owner=find_owner(doc[name.head], names))
            yield name

    def _extends(self, label: str, doc: Doc, span: tuple[int, int], known: list[Name]) -> bool:
        """Whether a statistical name may replace the known names inside it.

        It is longer and more than a modifier.
        """
        start, end = span
        if any(name.start < start or name.end > end for name in known):
            return False
        if label not in _LONGER or any(name.end - name.start == end - start for name in known):
            return False
        last = doc[end - 1]
        if label == "PERSON":
            return all(name.kind is NameKind.SURNAME or name.type == "City" for name in known)
        outside = [i for i in range(start, end) if i not in names_tokens(known)]
        if label == "ORG" and last.i not in outside and known[-1].type == "City":
            return doc[known[-1].start - 1].tag_ in ("NNP", "NNPS")
        return any(doc[i].pos_ == "PROPN" or doc[i].is_title for i in outside) and last.i in outside

    def _named(self, doc: Doc, start: int, end: int, type_: str, known: list[Name]) -> Name:
        text = doc[start:end].text
        if type_ in _GENERIC or type_ == "Event":
            type_ = self.descriptions.proper(text) or type_
        owner = next((name for name in known if name.entry and name.type != "Person"), None)
        head = doc[start:end].root
        if owner is None:
            owner = _owner(head, known)
        return Name(start, end, head.i, type_, text, owner=owner)


def _state_of(matches: Sequence[Match]) -> Match | None:
    """The state that a capital or a seat of power stands for ("Moscow", "the Kremlin")."""
    wanted = {"City": NameKind.CAPITAL, "Facility": NameKind.METONYM}.get(matches[0].entry.type)
    return next((match for match in matches if match.kind is wanted), None)


def _fits(match: Match, text: str, last: Token, *, surname: bool) -> bool:
    """Whether a match is likely in this form and place."""
    follows = last.i + 1 < len(last.doc) and last.doc[last.i + 1].tag_ == "NNP"
    if match.entry.type == "Conflict" and " in " in text:
        return False
    if match.entry.type == "Bloc" and match.kind is NameKind.NAME and follows:
        return False
    if match.kind is NameKind.ACRONYM:
        return text.isupper() or "." in text
    return surname or match.kind is not NameKind.SURNAME


def _owned(doc: Doc, start: int, end: int) -> bool:
    """Whether a body is somebody's own: "Russia's Security Council" is not the United Nations'."""
    before = doc[start - 1] if start else None
    if before is not None and (before.tag_ == "POS" or before.ent_type_ == "NORP"):
        return True
    after = doc[end : end + 3]
    return bool(len(after)) and after[0].lower_ == "of" and any(t.ent_type_ == "GPE" for t in after)


def names_tokens(names: list[Name]) -> set[int]:
    """The token indices that the mentions cover."""
    return {index for name in names for index in range(name.start, name.end)}


def _gazetteer_name(doc: Doc, span: tuple[int, int], text: str, match: Match) -> Name:
    start, end = span
    start += doc[start].text == "the" and end - start > 1
    type_ = match.entry.type
    if match.kind is NameKind.CAPITAL:
        type_ = "City"
    elif match.kind is NameKind.PEOPLE and type_ not in ("Person", "ArmedGroup"):
        type_ = "PeopleGroup"
    entry = (
        None
        if match.kind is NameKind.PEOPLE
        and match.entry.type not in ("Person", "PeopleGroup", "ArmedGroup")
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
    """A place name inside a person's name ("Paris Hilton", "Jordan Henderson") is no place."""
    ent_start, ent_end = start, end
    while ent_start and doc[ent_start].ent_iob_ == "I":
        ent_start -= 1
    while (
        ent_end < len(doc) and doc[ent_end].ent_iob_ == "I" and doc[ent_end].ent_type_ == "PERSON"
    ):
        ent_end += 1
    longer = ent_end - ent_start > end - start
    return longer and ent_start == start and doc[end].pos_ == "PROPN" and doc[end].is_title


def _trim(doc: Doc, start: int, end: int, names: Names) -> tuple[int, int]:
    """Cut articles, possessives, titles and quotes off a statistical name.

    Split at a known owner ("Armenia's Council").
    """
    while start < end and (doc[start].lower_ in DETERMINERS or not doc[start].text[0].isalnum()):
        start += 1
    while start < end and (doc[end - 1].tag_ == "POS" or not doc[end - 1].text[-1].isalnum()):
        if doc[end - 1].text in (".", ")") and end - start > 1 and doc[end - 1].text == ".":
            break
        end -= 1
    end = next((i for i in range(start + 1, end) if doc[i].text == "("), end)
    for index in range(start, end):
        if doc[index].tag_ == "POS" and index + 1 < end:
            start = index + 1
    if start < end and doc[start].ent_type_ == "PERSON":
        while start + 1 < end and (start in names.covering and names.covering[start].adjective):
            start += 1
        start = _after_title(doc, start, end)
    if all(doc[i].lower_ in _TITLE_WORDS for i in range(start, end)):
        return end, end
    return start, end


def _after_title(doc: Doc, start: int, end: int) -> int:
    titles = (
        "president",
        "minister",
        "prime",
        "secretary",
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms.",
        "dr",
        "dr.",
        "gen.",
        "general",
        "sen.",
        "rep.",
        "pm",
        "king",
        "queen",
        "chancellor",
        "ambassador",
        "premier",
        "spokesman",
        "spokeswoman",
    )
    while start + 1 < end and doc[start].lower_ in titles:
        start += 1
    return start


def _owner(head: Token, known: list[Name]) -> Name | None:
    return known[0] if known and known[0].head != head.i else None


def _halves(names: Names) -> Iterator[Name]:
    """As "the North", "the South" in an article that names North or South Korea (Sudan.

    Vietnam …).
    """
    known = {
        name.name.split()[0]: name
        for name in names
        if name.type == "Country" and name.name.startswith(("North ", "South "))
    }
    if not known:
        return
    doc = names.doc
    for side, other in (("North", "South"), ("South", "North")):
        if side not in known and other not in known:
            continue
        full = known.get(side)
        for token in doc[1:]:
            bare = (
                token.text == side
                and token.nbor(-1).lower_ == "the"
                and token.dep_ not in ("compound", "amod")
            )
            if (
                full is not None
                and bare
                and (token.i not in names.covering or names.covering[token.i].entry is None)
            ):
                yield replace(
                    full,
                    start=token.i,
                    end=token.i + 1,
                    head=token.i,
                    antecedent=full,
                    kind=NameKind.NAME,
                )
