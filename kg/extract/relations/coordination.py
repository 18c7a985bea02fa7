"""What coordinated nouns share, and pairs that a hyphen joins.

"support for and supply of arms to X", "Iran's arming and training of", "India-Pakistan talks".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name, Names
from kg.extract.parse import syntax
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DASHES = frozenset("-–—/")
_OWNING = frozenset(("det", "poss"))
_FULL = frozenset(("pobj", "pcomp", "prep"))


def shared_links(noun: Token) -> list[tuple[str, Token]]:
    """As "opposition to and veto of the plan", "arming and training of": a complement of both."""
    links = [child for child in noun.children if child.dep_ == "prep"]
    if noun.dep_ == "conj" and not links and _is_noun(noun.head):
        return [pair for pair in syntax.prepositional(noun.head) if pair[1].i > noun.i]
    bare = list(filter(_is_bare, links))
    partner = next((child for child in noun.children if child.dep_ == "conj"), None)
    if not bare or partner is None or any(map(_is_bare, partner.children)):
        return []
    complements = list(syntax.prepositional(partner))
    return [(bare[-1].lower_, complements[-1][1])] if complements else []


def first_of(noun: Token) -> Token | None:
    """The noun that a coordinated one shares its owner with: "Iran's arming and training of"."""
    owned = any(child.dep_ in _OWNING for child in noun.children)
    return noun.head if noun.dep_ == "conj" and not owned and _is_noun(noun.head) else None


def joined_pair(noun: Token, names: Names) -> list[Name]:
    """As "the Iran-Iraq war", "Greek-Turkish relations": both names before a noun."""
    second = next((c for c in noun.lefts if c.i > 1 and _joined(c.i, names) is not None), None)
    if second is None:
        return []
    first, last = _joined(second.i, names), _named(second.i, names)
    assert first is not None
    return [first, last] if last is not None and last.end <= noun.i else []


def leading(noun: Token, names: Names) -> list[Name]:
    """As "US-led strikes", "the Israeli-imposed blockade": who does the deed."""
    made = [child for child in noun.lefts if child.lower_ in words("leading")]
    leaders = [prefix_of(child, names) for child in made]
    return [name for name in leaders if name is not None]


def prefix_of(token: Token, names: Names) -> Name | None:
    """The name that a hyphen joins to a participle: "Saudi" of "Saudi-led"."""
    if token.i < 2 or token.doc[token.i - 1].text not in _DASHES:
        return None
    name = names.prefixes.get(token.i - 2) or names.covering.get(token.i - 2)
    return name if name is not None and name.name else None


def _joined(index: int, names: Names) -> Name | None:
    """The name that a hyphen joins to the one at a token."""
    last = _named(index, names)
    if last is None or last.start < 2 or names.doc[last.start - 1].text not in _DASHES:
        return None
    return _named(last.start - 2, names)


def _named(index: int, names: Names) -> Name | None:
    name = names.prefixes.get(index) or names.by_head.get(index) or names.covering.get(index)
    return name if name is not None and name.entry is not None else None


def _is_bare(link: Token) -> bool:
    return link.dep_ == "prep" and not any(child.dep_ in _FULL for child in link.children)


def _is_noun(token: Token) -> bool:
    return token.tag_ in ("NN", "NNS", "VBG", "NNP")
