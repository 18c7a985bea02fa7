"""Mends subjects: lists that the parser broke, who is spoken to, remarks between commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.parse.phrases import FINITE, PROPER, SUBJECT, is_verb
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOOSE = ("npadvmod", "nsubj", "appos", "dep", "nmod", "advcl")
NAMING = frozenset("call brand label term dub deem declare proclaim".split())
_JUDGING = NAMING | {"consider", "find", "think"}
_ADDRESSES = frozenset("mr mr. mrs mrs. ms ms. madam sir dear".split())


def move(token: Token, dep: str, head: Token) -> None:
    """Hang a token elsewhere, unless it would hang below itself."""
    if token != head and not token.is_ancestor(head):
        token.dep_ = dep
        token.head = head


def subject(noun: Token) -> None:
    """Mend what stands where a subject does."""
    _misread(noun)
    _unlike(noun)
    _addressed(noun)
    _remarked(noun)
    _inserted(noun)
    _headline(noun)
    _small_clause(noun)


def _misread(noun: Token) -> None:
    """As "Chadian airstrikes against the rebels killed ten": a subject is no finite verb."""
    if noun.tag_ == "VBZ" and noun.i and noun.lower_.endswith("s") and is_verb(noun.head):
        noun.tag_, noun.lemma_ = "NNS", noun.lower_.removesuffix("s")
        for child in noun.children:
            if child.dep_ == "nsubj":
                child.dep_ = "compound"


def _unlike(pronoun: Token) -> None:
    """As "the troops backing it want to leave": no plural verb has such a subject."""
    singular = pronoun.lower_ in ("it", "he", "she") and pronoun.head.tag_ == "VBP"
    if singular and pronoun.i and pronoun.nbor(-1).tag_ == "VBG":
        move(pronoun, "dep", pronoun.nbor(-1))


def _small_clause(noun: Token) -> None:
    """As "considers the plan a threat": whom or what it is said of is the verb's object."""
    told, verb = noun.head, noun.head.head
    if verb.lemma_ not in _JUDGING or verb.i > noun.i:
        return
    bare = told.tag_ in ("NN", "NNS", "JJ") and told.dep_ in ("ccomp", "oprd")
    if bare and not any(c.dep_ in ("aux", "cop", "mark") for c in told.children):
        move(noun, "dobj", verb)
        told.dep_ = "oprd"


def _addressed(noun: Token) -> None:
    """As "Mr President, Latvia has left": who is spoken to is no second subject."""
    first = noun.left_edge
    if first.lower_ not in _ADDRESSES or noun.i + 1 >= len(noun.doc):
        return
    if noun.doc[noun.i + 1].text != ",":
        return
    beside = next((c for c in noun.children if c.left_edge.i == noun.i + 2), None)
    if beside is not None and noun.doc[beside.right_edge.i + 1].text != ",":
        move(beside, noun.dep_, noun.head)
    if any(c.dep_ in SUBJECT and c.i > noun.i for c in noun.head.children):
        noun.dep_ = "vocative"


def _remarked(noun: Token) -> None:
    """As "Oman, asked about Chad, said": no comma parts a subject from its own verb."""
    asked, doc = noun.head, noun.doc
    said = asked.head
    if asked.tag_ not in ("VBN", "VBD") or not is_verb(said) or not noun.i < asked.i < said.i:
        return
    parted = doc[asked.i - 1].text == "," == doc[said.i - 1].text
    own = any(c.dep_ in SUBJECT for c in said.children)
    if parted and asked.left_edge.i == noun.left_edge.i and not own:
        asked.tag_ = "VBN"
        move(noun, "nsubj", said)
        move(asked, "acl", noun)


def _inserted(noun: Token) -> None:
    """As "Libya, he said, had accused": the subject of the verb around "he said"."""
    said = noun.head
    verb = said.head
    others = [c for c in said.children if c.dep_ in SUBJECT and c.i > noun.i]
    if said.lemma_ not in words("speech") or not others or verb == said or not is_verb(verb):
        return
    comma = noun.doc[others[0].left_edge.i - 1].text == ","
    if comma and verb.i > said.i and not any(c.dep_ in SUBJECT for c in verb.children):
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        move(noun, "nsubjpass" if passive else "nsubj", verb)


def _headline(noun: Token) -> None:
    """As "India, Oman sign pact", "India, Oman and Iraq signed it": names before a verb."""
    verb, doc = noun.head, noun.doc
    plural = verb.tag_ in ("VB", "VBP") or verb.tag_ == "VBD" and verb.lower_ == verb.lemma_
    first = noun.left_edge.i
    plural = plural or any(c.dep_ == "conj" for c in noun.children)
    if not plural or noun.tag_ not in PROPER or first < 2 or doc[first - 1].text != ",":
        return
    other = doc[first - 2]
    while other.dep_ in ("conj", "compound") and other.head.i < first:
        other = other.head
    initial = other.left_edge.i == noun.sent.start and other.tag_ in PROPER
    if other.ent_type_ in ("DATE", "TIME"):
        return
    if initial and other.dep_ in _LOOSE and other.head in (verb, noun):
        move(other, "nsubj", verb)


def listed(name: Token) -> None:
    """As "Mali, Niger and Chad signed": the second of a list says nothing of the first."""
    first = name.head
    joined = [c.ent_type_ for c in name.children if c.dep_ == "conj"]
    alike = first.ent_type_ in ("GPE", "PERSON", "ORG") and first.ent_type_ in joined
    ends = name.right_edge.i + 1
    apart = ends < len(name.doc) and name.doc[ends].text == ","
    if alike and name.ent_type_ and not apart and first.dep_ in SUBJECT:
        name.dep_ = "conj"


def second_subject(noun: Token) -> None:
    """As "Oman froze assets of Iran and Iraq shut its port": the subject of the verb behind it."""
    doc, end = noun.doc, noun.right_edge.i + 1
    after = doc[min(end, len(doc) - 1)]
    verb = after if after.dep_ not in ("aux", "auxpass", "advmod") else after.head
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or verb.left_edge.i != end:
        return
    first, start = verb.head, noun.left_edge.i
    inside = first.i < noun.i and is_verb(first) and doc[start - 1].dep_ == "cc"
    if not inside or any(child.dep_ in SUBJECT for child in verb.children):
        return
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    move(doc[start - 1], "cc", first)
    move(noun, "nsubjpass" if passive else "nsubj", verb)
