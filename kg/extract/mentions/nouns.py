"""Common nouns as mentions: "Russian peacekeepers", "the Armenian government", "the army"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.mentions.names import DETERMINERS, Name, Names
from kg.extract.words.descriptions import Descriptions
from kg.gazetteer import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATES_OF = frozenset(("country", "nation", "state", "power", "capital", "government", "leader"))
_RULED = ("Country", "DeFactoState", "City", "Region", "IGO")
_OWNER_PREPOSITIONS = frozenset(("of", "from", "in"))
# Classes whose nouns beside a name of the same class say what is named: "the Fidesz party".
_SORTS = ("PoliticalParty", "ArmedGroup", "Company", "MediaOutlet", "NGO", "Organisation")
_GROUPS = ("PoliticalParty", "ArmedGroup", "IGO", "Bloc", "NGO")
_HOUSES = ("PoliticalParty", "GovernmentBody", "Organisation", "NGO", "IGO", "Court")
# Nouns of those who speak, act or live for another, who may be described himself.
_BEHIND = ("Person", "Office", "PeopleGroup")
_STANCES = frozenset(("anti", "pro", "non"))
_QUOTES = re.compile('["“”«»]')


def describe(token: Token, names: Names, table: Descriptions) -> Name | None:
    """A common noun as an actor: its class by the table, its owner by syntax."""
    before = token.nbor(-1).lower_ if token.i else ""
    common = token.tag_ in ("NN", "NNS")
    type_ = table.noun(token.lemma_.lower() if common else token.lower_, before)
    type_ = type_ or table.nouns.get(token.lower_)  # "positions" are held, "a position" is taken
    members = token.tag_ == "NNS" and token.lemma_ in _STATES_OF
    if type_ is None and not members or _counts(token):
        return None
    owner = find_owner(token, names)
    if owner is not None and owner.entry is not None:
        ruled = type_ == "Country" and owner.type in _RULED
        if ruled or members and owner.type in ("IGO", "Bloc") or _is_sort(token, type_, owner):
            return _of_owner(token, owner)
    if type_ is None:
        return None
    start, end = _phrase(token)
    if owner is None and type_ not in table.alone:
        return _led(token, table) or Name(start, end, token.i, type_, "")
    if owner is not None and owner.start < start <= owner.end:
        start = owner.start  # "North Korean hackers"
    text = _QUOTES.sub("", token.doc[start:end].text)
    if owner is not None and token.i < owner.start and _tells(type_, owner):
        text = token.doc[start : owner.end].text  # "spokesman for the Kenyan foreign ministry"
    if type_ == "Office":
        start = token.i
    type_ = "Government" if type_ == "Country" else type_
    return Name(start, end, token.i, type_, text, owner=owner, alone=owner is None)


def _led(token: Token, table: Descriptions) -> Name | None:
    """As "the French-led coalition": no other is led by France."""
    led = next((c for c in token.lefts if c.lower_ == "led" and c.i > 1), None)
    if led is None or token.lower_ not in table.capitals or led.nbor(-1).text != "-":
        return None
    if token.dep_ in ("appos", "attr") or any(c.lower_ in ("a", "an") for c in token.lefts):
        return None
    text = token.doc[led.i - 2 : token.i + 1].text
    return Name(led.i, token.i + 1, token.i, "Bloc", text)


def _counts(token: Token) -> bool:
    """As "thousands of dollars": a number of something, no crowd."""
    if token.lemma_ not in ("thousand", "hundred", "dozen"):
        return False
    parted = token.i + 1 == len(token.doc) or token.nbor(1).is_punct
    return token.tag_ == "NN" or parted or any(c.lower_ == "of" for c in token.children)


def described_last(token: Token, table: Descriptions) -> bool:
    """Whether a noun is of those whose owner may be a description: "spokesman for the ministry"."""
    return table.noun(token.lemma_.lower(), "") in _BEHIND


def _tells(type_: str | None, owner: Name) -> bool:
    """Whether a description is a name only together with its owner: "wife of Alexei Navalny"."""
    return type_ in _BEHIND and (owner.entry is None or owner.type == "Person")


def _is_sort(noun: Token, type_: str | None, name: Name) -> bool:
    """As "the Fidesz party", "Hamas fighters": the noun says what the name before it is."""
    alike = name.type == type_ or type_ == "Organisation" and name.type in _GROUPS
    return type_ in _SORTS and alike and name.end == noun.i and not name.adjective


def is_ethnic(name: Name, token: Token) -> bool:
    """As "ethnic Russian", "anti-Russian": of that people, or against it, and not of the state."""
    before = [word.lower_ for word in token.doc[max(name.start - 2, 0) : name.start]]
    return before[-1:] == ["ethnic"] or before[1:] == ["-"] and before[0] in _STANCES


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
        modifies = child.dep_ in ("amod", "compound", "poss", "nmod")
        if name and modifies and name.head == child.i and not is_ethnic(name, token):
            return name
    for child in token.children:
        speaks = child.lower_ == "for" and token.lower_.startswith("spokes")
        if child.dep_ == "prep" and (child.lower_ in _OWNER_PREPOSITIONS or speaks):
            for inner in child.children:
                if (
                    inner.dep_ == "pobj"
                    and inner.i in names.by_head
                    and names.by_head[inner.i].name
                    and not names.by_head[inner.i].alone
                ):
                    return names.by_head[inner.i]
    return None


def run_on(title: Token, names: Names) -> list[Name]:
    """As "head of the State Bank of Kenya Anne Otieno": the first owner, and whose title it is.

    The parser takes both for one name.
    """
    doc, covering = title.doc, names.covering
    index, owner = title.i + 1, None
    beside = covering.get(index)
    if beside is not None and beside.type in _HOUSES and index < len(doc):
        bearer = covering.get(beside.end)  # "Chairman Senate Sadiq Sanjrani"
        whole = bearer is not None and bearer.type == "Person" and bearer.start == beside.end
        return [beside, bearer] if bearer and whole else []
    while index + 2 < len(doc) and doc[index].lower_ == "of":
        index += 1 + (doc[index + 1].lower_ == "the")
        name = covering.get(index)
        if name is None and doc[index].tag_ in ("NNP", "NNPS"):  # "Minister of Foreign Affairs of"
            while doc[index].tag_ in ("NNP", "NNPS") and index not in covering:
                index += 1
            continue
        if name is None or name.type == "Person" or not name.name:
            break
        owner, index = owner or name, name.end
        bearer = covering.get(index)
        if bearer is not None and bearer.type == "Person" and bearer.start == index:
            return [owner, bearer]
    return []


def _phrase(token: Token) -> tuple[int, int]:
    """The noun with its modifiers on the left, without articles and pronouns."""
    start = token.i
    for child in token.lefts:
        if (
            child.dep_ in ("amod", "compound", "poss", "nmod", "nummod")
            and child.lower_ not in DETERMINERS
        ):
            # "16-year-old boy", "far-right ministers"
            whole = child.dep_ == "poss" or child.lower_ in ("old", "right", "left", "wing")
            start = min(start, child.left_edge.i if whole else child.i)
    while start < token.i and (token.doc[start].lower_ in DETERMINERS or token.doc[start].is_punct):
        start += 1
    first = token.doc[start]
    ends_compound = first.tag_ == "VBN" or first.lower_ in ("style", "type", "era")
    if start and token.doc[start - 1].text == "-" and ends_compound:
        start += start < token.i  # "Rwandan-backed fighters", "Russian-style law"
    return start, token.i + 1
