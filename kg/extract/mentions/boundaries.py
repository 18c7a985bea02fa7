"""Where the name that the statistical model marks begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.mentions.forenames import forenames
from kg.extract.mentions.names import DETERMINERS, Names
from kg.extract.words.references import references

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TITLE_WORDS = frozenset(
    "prime foreign defence defense deputy vice interior finance security energy vice-".split()
)
_TITLES = frozenset(
    "president minister prime secretary mr mr. mrs mrs. ms. dr dr. gen. general sen. rep. pm king "
    "queen chancellor ambassador premier spokesman spokeswoman".split()
)
# As in "Kremlin Press Secretary", of which the model takes one word too many for the name.
_OFFICES = frozenset(("press secretary", "press officer"))
# What the model takes for the first word of a name.
_BEFORE = DETERMINERS | {"near", "inside", "outside"}
# Whose something is by its name: the "People's Democratic Party", "Doctors' Union".
_NAMESAKES = frozenset(
    "people peoples nation nations worker workers woman women men child children farmer farmers "
    "citizen citizens lawyers doctors teachers students veterans soldiers mothers".split()
)
_PARTICLES = frozenset("e i u ul ut al ur ud us".split())
# Words of military ranks.
_RANKS = frozenset(
    "field air chief vice rear brigadier major lieutenant colonel general marshal admiral captain "
    "commander commodore staff sergeant fleet grand navy army marine corps capt col lt maj gen adm "
    "cmdr sgt brig".split()
)
_LONGEST_RANK = 4
_LINKS = frozenset("of for in on and to at by from with the".split())
_LONGEST_MATTER = 6
_OFFICERS = frozenset("minister ministers secretary undersecretary commissioner".split())


def trim(doc: Doc, start: int, end: int, names: Names) -> tuple[int, int]:
    """Cut articles, possessives, titles, prepositions and quotes off a statistical name.

    Split at a known owner ("Armenia's Council").
    """
    while start < end and (doc[start].lower_ in _BEFORE or not doc[start].text[0].isalnum()):
        start += 1
    if end - start > 3 and doc[start].lower_ in ("pro", "anti") and doc[start + 1].text == "-":
        start += 3  # "the pro-Russia Patriotic Bloc"
    end = _joined(doc, _before_titles(doc, start, _end(doc, start, end)))
    if start < end < len(doc) and f"{doc[end - 1].lower_} {doc[end].lower_}" in _OFFICES:
        end -= 1
    for index in range(start, end):
        if doc[index].tag_ == "POS" and index + 1 < end:
            start = start if doc[index - 1].lower_ in _NAMESAKES else index + 1
    while end - start > 1 and doc[end - 1].lower_ in TITLE_WORDS and _is_officer(doc, end):
        end -= 1  # "Philippine Defense Secretary"
    if start < end and doc[start].ent_type_ == "PERSON":
        start = _after_title(doc, _after_state(start, end, names), end)
    if all(doc[i].lower_ in TITLE_WORDS for i in range(start, end)) or _is_rank(doc, start, end):
        return end, end
    return start, end


def _is_officer(doc: Doc, index: int) -> bool:
    """Whether the word there ends an office whose matter stands before it."""
    return index < len(doc) and doc[index].lower_ in _OFFICERS


def _is_rank(doc: Doc, start: int, end: int) -> bool:
    """As "Field Marshal Omar", "Rear Admiral Smith": the rank in front of a name."""
    ranked = end - start < _LONGEST_RANK and all(t.lower_ in _RANKS for t in doc[start:end])
    return ranked and end < len(doc) and doc[end].tag_ in ("NNP", "NNPS", ".")


def is_portfolio(doc: Doc, start: int) -> bool:
    """Whether a name is an office or its matter, as in "Minister of Foreign Affairs"."""
    if start >= len(doc) or doc[start].lower_ in _OFFICERS:
        return start < len(doc)
    first = start
    while first > 1 and start - first < _LONGEST_MATTER and _goes_on(doc[first - 1]):
        first -= 1
    return (
        first > 1 and doc[first - 1].lower_ in ("of", "for") and doc[first - 2].lower_ in _OFFICERS
    )


def _goes_on(token: Token) -> bool:
    proper = token.tag_ in ("NNP", "NNPS") and token.lower_ not in _OFFICERS
    return proper or token.lower_ in ("and", ",")


def _joined(doc: Doc, end: int) -> int:
    """As "Jaish-e-Mohammed", where the model stops at the hyphen."""
    while end + 2 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ in _PARTICLES:
        end += 4 if doc[end + 2].text == "-" and end + 3 < len(doc) else 2
    return min(end, len(doc))


def _end(doc: Doc, start: int, end: int) -> int:
    while start < end and (doc[end - 1].tag_ == "POS" or not doc[end - 1].text[-1].isalnum()):
        if doc[end - 1].text == "." and end - start > 1:
            break
        end -= 1
    while start < end and doc[end - 1].lower_ in _LINKS:
        end -= 1
    return next((i for i in range(start + 1, end) if doc[i].text == "("), end)


def _before_titles(doc: Doc, start: int, end: int) -> int:
    """As "Kremlin Spokesman" or "Armed Forces, Lieutenant General" in front of a person's name."""
    if end >= len(doc) or start >= end or doc[end - 1].ent_type_ == "PERSON":
        return end
    if doc[end].ent_type_ != "PERSON" and doc[end].text not in forenames():
        return end
    last, is_title = end, references().is_title
    while last > start and (not doc[last - 1].is_alpha or is_title(doc[last - 1].lower_)):
        last -= 1
    last_word = doc[end - 1].lower_
    return last if is_title(last_word) and last_word not in TITLE_WORDS else end


def _after_state(start: int, end: int, names: Names) -> int:
    """As "Russian Vladimir Putin", "European Union Josep Borrell": a person's name after another.

    A single word may be the first name ("Jordan Henderson").
    """
    while start + 1 < end and (known := names.covering.get(start)) is not None:
        apart = known.end - known.start > 1 or names.doc[start].dep_ == "pobj"
        longer = apart and known.end + 1 < end and known.type != "Person"
        if not known.adjective and not longer:
            break
        start = start + 1 if known.adjective else known.end
    return start


def _after_title(doc: Doc, start: int, end: int) -> int:
    while start + 1 < end and doc[start].lower_ in _TITLES:
        start += 1
    return start
