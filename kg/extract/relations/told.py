"""What a speaker whom the article knows tells for sure, as his own word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.relations.matcher import Matcher
from kg.extract.speech.attribution import Attribution
from kg.extract.status import scope
from kg.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.mentions.names import Name

_MAIN = ("ccomp", "ROOT", "conj", "parataxis")


def told_by(clause: Token, matcher: Matcher, attribution: Attribution) -> tuple[Name, Token] | None:
    """Who tells a clause and the verb with which he does: the clause itself in a quotation."""
    speaker = attribution.of(clause) if clause.dep_ in _MAIN else None
    if speaker is None or not _known(speaker, matcher):
        return None
    told = next((above for above, _ in attribution.governing(clause)), clause)
    if told != clause and scope.status_of(told)[0] is not Status.ASSERTED:
        return None
    return speaker, told


def others(tokens: list[Token], speaker: Name, matcher: Matcher) -> list[Token]:
    """Those of the tokens that name an actor for whom the speaker does not speak."""
    return [
        token
        for token in tokens
        if (name := matcher.actors.of(token)) is not None
        and (name.entry or name.owner or name.type == "Person")
        and token.tag_ != "PRP"
        and not speaks_for(speaker, name)
    ]


def speaks_for(speaker: Name, name: Name) -> bool:
    """Whether somebody speaks of himself or of his own state."""
    own = {speaker.key, *_ids(speaker), *(_ids(speaker.owner) if speaker.owner else ())}
    if speaker.entry:
        own |= {term.of for term in speaker.entry.terms}
    return not own.isdisjoint({name.key, *_ids(name)})


def _known(speaker: Name, matcher: Matcher) -> bool:
    """Whether the article names the speaker ("critics say" does not)."""
    named = matcher.actors.names.doc[speaker.head].tag_ in ("NNP", "NNPS")
    return bool(named or speaker.entry or speaker.owner or speaker.antecedent)


def _ids(name: Name) -> tuple[str, ...]:
    return (name.entry.id,) if name.entry else ()
