"""Names and descriptions of actors in a parse.

The gazetteer first, then the statistical names, then owned common nouns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.consistency import settle
from kg.extract.descriptions import Descriptions, descriptions
from kg.gazetteer import Entry, Gazetteer, Match, NameKind

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
_STATES_OF = frozenset(("country", "nation", "state", "power", "capital", "government", "leader"))
_STATELY = ("Country", "IGO")
_RULED = ("Country", "DeFactoState", "City", "Region", "IGO")
_OWNER_PREPOSITIONS = frozenset(("of", "from", "in"))
_SKIPPED = frozenset(
    (
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "whose",
    )
)


@dataclass(frozen=True, slots=True)
class Name:
    """A mention on the level of tokens: [start, end) with its syntactic head.

    `name` is what it stands for; `adjective` is set for "Russian" and the like, which act only
    through the noun they describe.
    """

    start: int
    end: int
    head: int
    type: str
    name: str
    entry: Entry | None = None
    kind: NameKind | None = None
    owner: Name | None = None
    title: str | None = None
    antecedent: Name | None = None
    alone: bool = False

    @property
    def adjective(self) -> bool:
        """Whether the mention is a state adjective."""
        return self.kind is NameKind.ADJECTIVE

    @property
    def key(self) -> str:
        """What two mentions of one actor share in a document."""
        if self.entry is None or self.type == "City" and self.kind is NameKind.CAPITAL:
            return f"{self.type}:{self.name.lower()}"
        return self.entry.id


@dataclass(slots=True)
class Names:
    """The mentions of one document by the token that heads them.

    And by every token that they cover.
    """

    doc: Doc
    by_head: dict[int, Name] = field(default_factory=dict)
    covering: dict[int, Name] = field(default_factory=dict)

    def add(self, name: Name) -> None:
        """Record a mention; it replaces what it overlaps."""
        for index in range(name.start, name.end):
            old = self.covering.get(index)
            if old and self.by_head.get(old.head) == old:
                del self.by_head[old.head]
            self.covering[index] = name
        self.by_head[name.head] = name

    def of_entry(self, id_: str, near: int) -> Name | None:
        """The mention of a gazetteer entry that is nearest to a token, in its own name."""
        found = [
            name for name in self if name.entry and name.entry.id == id_ and not name.antecedent
        ]
        return min(found, key=lambda name: abs(name.start - near), default=None)

    def at(self, token: Token) -> Name | None:
        """The mention that the token heads, or lies in when it is the head of that stretch."""
        return self.by_head.get(token.i)

    def __iter__(self) -> Iterator[Name]:
        return iter(sorted(self.by_head.values(), key=lambda name: name.start))


class MentionFinder:
    """Doc -> Names. Built once for a gazetteer and a tokeniser."""

    def __init__(self, gazetteer: Gazetteer, nlp: Language, titles: frozenset[str]) -> None:
        self.gazetteer = gazetteer
        self.titles = titles
        self.descriptions = descriptions()
        self.matcher = _phrase_matcher(gazetteer, nlp)

    def __call__(self, doc: Doc) -> Names:
        """The mentions of one parsed document."""
        names = Names(doc)
        for name in self._known(doc):
            names.add(name)
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
            if match:
                yield _gazetteer_name(doc, (start, end), text, match)

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
        surname = person or doc[start].pos_ == "PROPN"
        return next((m for m in ranked if _fits(m, text, doc[end - 1], surname=surname)), None)

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
            yield self._named(doc, start, end, type_, list(known.values()))

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
    phrases = dict.fromkeys(phrase for phrase, _ in gazetteer.phrases())
    matcher.add("known", [nlp.make_doc(phrase) for phrase in phrases])
    return matcher


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
    while start < end and (doc[start].lower_ in _SKIPPED or not doc[start].text[0].isalnum()):
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


def describe(token: Token, names: Names, table: Descriptions) -> Name | None:
    """A common noun as an actor: its class by the table, its owner by syntax."""
    before = token.nbor(-1).lower_ if token.i else ""
    common = token.tag_ in ("NN", "NNS")
    type_ = table.noun(token.lemma_.lower() if common else token.lower_, before)
    members = token.tag_ == "NNS" and token.lemma_ in _STATES_OF
    if type_ is None and not members:
        return None
    owner = find_owner(token, names)
    if owner is not None and owner.entry is not None:
        ruled = type_ == "Country" and owner.type in _RULED
        if ruled or members and owner.type in ("IGO", "Bloc"):
            return _of_owner(token, owner)
    if type_ is None:
        return None
    if owner is None and type_ not in table.alone:
        return Name(*_phrase(token), token.i, type_, "")
    start, end = _phrase(token)
    text = token.doc[start:end].text
    if type_ == "Office":
        start = token.i
    type_ = "Government" if type_ == "Country" else type_
    return Name(start, end, token.i, type_, text, owner=owner, alone=owner is None)


def _of_owner(token: Token, owner: Name) -> Name:
    """As "the Armenian government", "the G7 countries": the noun stands for its owner itself."""
    assert owner.entry is not None
    start, end = _phrase(token)
    kept = "Country" if owner.type == "City" else owner.type
    return Name(start, end, token.i, kept, owner.entry.label, owner.entry, NameKind.METONYM, owner)


def find_owner(token: Token, names: Names) -> Name | None:
    """The state, organisation or person that a noun belongs to, by syntax."""
    for child in token.children:
        name = names.covering.get(child.i)
        if name and child.dep_ in ("amod", "compound", "poss", "nmod") and name.head == child.i:
            return name
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _OWNER_PREPOSITIONS:
            for inner in child.children:
                if (
                    inner.dep_ == "pobj"
                    and inner.i in names.by_head
                    and names.by_head[inner.i].name
                ):
                    return names.by_head[inner.i]
    return None


def _phrase(token: Token) -> tuple[int, int]:
    """The noun with its modifiers on the left, without articles and pronouns."""
    start = token.i
    for child in token.lefts:
        if (
            child.dep_ in ("amod", "compound", "poss", "nmod", "nummod")
            and child.lower_ not in _SKIPPED
        ):
            start = min(start, child.left_edge.i if child.dep_ == "poss" else child.i)
    while start < token.i and (token.doc[start].lower_ in _SKIPPED or token.doc[start].is_punct):
        start += 1
    return start, token.i + 1
