"""What pronouns and articles tell.

Whether "it" refers at all, whether a person is a "she", a noun is one thing, or known already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
FIRST_PERSON = frozenset(("i", "we", "us", "our", "my", "me", "ours"))
# "it" in front of these does not refer ("it is clear that", "it seems").
_EMPTY_IT = frozenset("seem appear turn happen take mean matter rain snow".split())
_JUDGING = frozenset("call describe hail brand label dub deem term".split())
_FEMALE = frozenset(
    "mrs ms miss mrs. ms. spokeswoman chairwoman queen madame congresswoman angela hillary theresa "
    "maria victoria christine ursula "
    "heather nancy federica anna elena svetlana marine michelle nikki kaja sanna mette giorgia liz "
    "kamala condoleezza "
    "madeleine sheikha aung yulia olga natalia tatiana catherine annalena sarah margaret "
    "benazir indira dilma park".split()
)


def female(name: Name) -> bool | None:
    """Whether a person is a woman, as far as title and first name tell; None if they do not."""
    words = f"{name.title or ''} {name.name}".lower().split()
    if any(word in _FEMALE for word in words):
        return True
    return False if any(word in ("mr", "mr.", "king", "sheikh") for word in words) else None


def pleonastic(token: Token) -> bool:
    """Whether "it" refers to nothing: "it is clear that …", "it seems", "it would be better to"."""
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "expl", "nsubjpass"):
        return False
    verb = token.head
    if verb.lemma_ in _EMPTY_IT:
        return True
    beside = {child.lower_ for child in verb.children}
    if verb.lemma_ == "come" and {"when", "to"} <= beside or {"not", "for"} <= beside:
        return True  # "when it comes to", "were it not for"
    deps = {child.dep_ for child in verb.children}
    if token.dep_ == "nsubjpass" and "ccomp" in deps:
        return True
    return (
        verb.lemma_ in ("be", "'", "’s", "become", "remain", "make", "look")
        and bool(
            deps & {"acomp", "ccomp", "csubj", "advcl", "xcomp", "relcl"}
            or any(c.dep_ == "attr" for c in verb.children)
        )
        and not any(c.dep_ == "attr" and c.ent_type_ for c in verb.children)
    )


def singular(name: Name, doc: Doc) -> bool:
    """Whether a mention is one thing: a name, or a noun in the singular."""
    token = doc[name.head]
    named = name.end - name.start > 1 and token.text[:1].isupper()  # "Doctors Without Borders"
    if token.lower_ in THEY or token.tag_ == "NNS" and not named:
        return False
    return name.entry is not None or named or token.tag_ in ("NN", "NNP")


def definite(token: Token) -> bool:
    """As "the country", "that nation".

    Not "a country", nor "the country's south" used as an owner of something named.
    """
    determiners = [child.lower_ for child in token.children if child.dep_ in ("det", "poss")]
    return any(word in ("the", "this", "that") for word in determiners) and not any(
        child.dep_ in ("relcl", "amod", "appos") or child.lower_ == "of" and _governs(child)
        for child in token.children
    )


def _governs(preposition: Token) -> bool:
    """Whether "of" has a noun: "accuse the bloc of lying" has none."""
    return any(child.dep_ == "pobj" for child in preposition.children)


def beside(token: Token, verb: Token) -> bool:
    """As "Ann Lee condemned it, and we left": a clause beside the verb, and none of its words."""
    line = [token, *token.ancestors]
    return verb in line and line[line.index(verb) - 1].dep_ == "conj"


def judged(token: Token) -> bool:
    """As "called it a model": most often the deed or the text, seldom who was named before."""
    verb = token.head if token.dep_ == "dobj" else token.head.head
    return token.lower_ == "it" and verb.lemma_ in _JUDGING and token.i > verb.i


def parallel(token: Token) -> Token | None:
    """As "his courts jailed the mayor and his police beat him": two subjects, one owner."""
    if token.dep_ != "poss" or token.head.dep_ != "nsubj":
        return None
    for other in reversed(token.doc[token.sent.start : token.i]):
        if other.dep_ == "poss" and other.lower_ == token.lower_ and other.head.dep_ == "nsubj":
            return other
    return None
