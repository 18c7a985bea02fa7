"""What one article calls by one name is one actor of one class.

Short forms, acronyms, and names the model saw only once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.parse.index import find
from kg.gazetteer import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.extract.mentions.names import Name, Names
    from kg.extract.words.descriptions import Descriptions

_PROPER = ("NNP", "NNPS")
_LONGEST = 4
_BODIES = frozenset("PoliticalParty ArmedGroup ArmedForce Organisation NGO GovernmentBody".split())


# Classes that a noun beside a name tells better than the model.
_TELLING = frozenset(("Company", "MediaOutlet", "NGO", "PoliticalParty", "ArmedGroup"))

_PLACES = ("City", "Region")


def settle(names: Names, table: Descriptions) -> None:
    """Agree on the classes, link short forms to full ones.

    And find the names again where the model overlooked them.
    """
    for name in list(names):
        if _unknown(name) and (type_ := _explained(name, names.doc, table)):
            names.add(replace(name, type=type_))
    _vote(names)
    _acronyms(names)
    link_persons(names)
    for echo in list(_echoes(names)):
        names.add(echo)


def _vote(names: Names) -> None:
    """Give all mentions of a name unknown to the gazetteer the class that most of them have."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if _unknown(name):
            votes[name.name][name.type] += 1
    for name in list(names):
        if _unknown(name) and len(votes[name.name]) > 1:
            names.add(replace(name, type=votes[name.name].most_common(1)[0][0]))


def _explained(name: Name, doc: Doc, table: Descriptions) -> str | None:
    """As "Nexperia, a chipmaker", "the broadcaster TVN": what a noun says that is named."""
    of = doc[name.head].head
    if of.lower_ == "of" and of.i == name.start - 1 and of.head.tag_ == "NN":
        type_ = table.noun(of.head.lemma_.lower(), "")  # "the town of Wad Madani"
        if type_ in _PLACES:
            return type_
    if name.type == "Person":
        return None
    for child in doc[name.head].children:
        beside = child.dep_ == "appos" or child.dep_ == "compound" and child.i == name.start - 1
        if beside and child.tag_ == "NN":
            type_ = table.noun(child.lemma_.lower(), doc[child.i - 1].lower_)
            return type_ if type_ in _TELLING else None
    return None


def _unknown(name: Name) -> bool:
    return bool(name.name) and name.entry is None and name.kind is None


def _acronyms(names: Names) -> None:
    """The "Free Voters' League (FVL)" and FVL are one."""
    doc = names.doc
    full: dict[str, Name] = {}
    for name in list(names):
        if name.end + 2 < len(doc) and doc[name.end].text == "(" and name.type != "Person":
            short = doc[name.end + 1].text
            if doc[name.end + 2].text == ")" and _is_acronym(short, name):
                full.setdefault(short, name)
    for token in find(doc, lower={short.lower() for short in full}):
        known = names.covering.get(token.i)
        if token.text in full and (known is None or known.entry is None):
            whole = full[token.text]
            names.add(
                replace(whole, start=token.i, end=token.i + 1, head=token.i, antecedent=whole)
            )


def _is_acronym(short: str, name: Name) -> bool:
    """As "(FVL)"; that of a body may be of another tongue than its name here."""
    alike = short[0] == name.name[:1].upper() or name.type in _BODIES
    return 2 <= len(short) <= 8 and short.isupper() and alike


def link_persons(names: Names) -> None:
    """Give every short form of a person the fullest name in the document.

    A gazetteer person's label when it is known.
    """
    fullest: dict[str, Name] = {}
    for name in names:
        if name.type == "Person" and name.end - name.start > 1 and " " in name.name:
            last = name.name.split()[-1].lower()
            known = fullest.get(last)
            if known is None or len(known.name) < len(name.name) and not known.entry:
                fullest[last] = name
            fullest.setdefault(name.name.split()[0].lower(), name)
    for name in list(names):
        full = fullest.get(name.name.split()[-1].lower()) if name.name else None
        single = name.end - name.start == 1
        if full is None or full.name == name.name:
            continue
        if (
            name.type == "Person"
            and (single or name.name in full.name)
            or single
            and not name.entry
            and not name.adjective
        ):
            names.add(
                replace(name, type="Person", name=full.name, entry=full.entry, antecedent=full)
            )


def _echoes(names: Names) -> Iterator[Name]:
    """Further places of the names that the model found, and of the surnames of persons."""
    doc = names.doc
    models = _models(names)
    firsts = {words[0] for words in models}
    taken: set[int] = set()
    for token in find(doc, lower={first.lower() for first in firsts}):
        start = token.i
        if token.text not in firsts or start in taken:
            continue
        for end in range(min(start + _LONGEST, len(doc)), start, -1):
            model = models.get(tuple(doc[i].text for i in range(start, end)))
            if model is not None and _free(names, start, end):
                taken.update(range(start, end))
                head = doc[start:end].root.i
                whole = model.antecedent or model
                yield replace(model, start=start, end=end, head=head, antecedent=whole)
                break


def _models(names: Names) -> dict[tuple[str, ...], Name]:
    """The names that may stand elsewhere too, by their words."""
    doc = names.doc
    models: dict[tuple[str, ...], Name] = {}
    for name in names:
        if _unknown(name) and name.end - name.start <= _LONGEST and _is_proper(doc, name):
            models.setdefault(tuple(doc[i].text for i in range(name.start, name.end)), name)
            if name.type == "Person":
                models.setdefault((doc[name.end - 1].text,), name)
    return models


def _is_proper(doc: Doc, name: Name) -> bool:
    return all(doc[i].tag_ in _PROPER and doc[i].is_alpha for i in (name.start, name.end - 1))


def _free(names: Names, start: int, end: int) -> bool:
    """Whether only parts of the name are known there, it is written as a name.

    And is not the tail of a longer one.
    """
    doc = names.doc
    known = {id(name): name for i in range(start, end) if (name := names.covering.get(i))}
    if any(
        n.end - n.start >= end - start or n.start < start or n.end > end for n in known.values()
    ):
        return False
    if doc[end - 1].tag_ not in _PROPER:
        return False
    return not (start and doc[start - 1].tag_ in _PROPER and start - 1 not in names.covering)


def halves(names: Names) -> Iterator[Name]:
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
