"""Who does what in a dependency parse: the deep subject.

Object and prepositional complements of a predicate.

Undoes what grammar moves about: passives, relative and participle clauses, coordination, control
and raising. Labels are those of the ClearNLP scheme that spaCy's English pipelines use.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.parse.attachments import (
    INCLINED,
    accused,
    accuses,
    asked,
    companions,
    demanded,
    heads_line,
    lost_agents,
    payee,
    singled_out,
)
from kg.extract.parse.phrases import (
    COMPLEX,
    DEMANDING,
    ENABLING,
    OBJECT_CONTROL,
    RELATIVES,
    SUBJECT,
    VERBAL,
    bare,
    bare_infinitive,
    clause_of,
    conjuncts,
    governed,
    is_infinitive,
    is_reflexive,
    is_verb,
    members,
    prepositional,
    relative,
    relative_gap,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = (
    "VERBAL",
    "Arguments",
    "arguments",
    "clause_of",
    "conjuncts",
    "governed",
    "is_passive",
    "is_reflexive",
    "is_verb",
    "prepositional",
    "surface_subjects",
)

# Prepositions of a gerund whose doer is the main verb's object: "accused Iran of arming", "stop
# them from leaving".
_OBJECT_GERUND = frozenset(("of", "for", "from", "into", "over"))
# Prepositions before whom a verb asks: "called on Iran to".
_ASKING = frozenset(("on", "to", "upon", "for"))
# Verbs whose receiver does what the infinitive says: "gave the envoy a week to leave".
_GRANTING = frozenset("give grant lend hand sell allow offer deny".split())
# Verbs whose subject and object do together what the gerund after "in" says.
_JOINING = ("join", "follow")
# Places of participles without an auxiliary.
_PARTICIPIAL = frozenset("acl advcl amod ROOT relcl oprd ccomp xcomp pcomp".split())
# Prepositions whose noun "where" may stand for.
_WHERE = ("in", "to", "at", "into", "on")


@dataclass(slots=True)
class Arguments:
    """The complements of one predicate, as head tokens.

    `prepositions` pairs each preposition with what it governs.
    """

    predicate: Token
    passive: bool = False
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    prepositions: list[tuple[str, Token]] = field(default_factory=list)
    clauses: list[tuple[str, Token]] = field(default_factory=list)
    particles: frozenset[str] = frozenset()


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive, with or without its auxiliary."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    below = {child.dep_ for child in verb.children}
    marked = not below.isdisjoint(("nsubjpass", "auxpass"))
    if marked or verb.tag_ == "VBD" or "nsubj" in below:
        return marked or _is_reported(below | {"nsubj"} if verb.dep_ == "acl" else below)
    if any(child.dep_ == "aux" and _is_have(child) for child in verb.children):
        return False
    if verb.dep_ == "conj" and is_verb(verb.head):
        return is_passive(verb.head)
    return verb.dep_ in _PARTICIPIAL


def _is_reported(below: AbstractSet[str]) -> bool:
    """As "Kharkiv struck by drones", in a headline: the participle with its agent and no "was"."""
    return {"agent", "nsubj"} <= below and below.isdisjoint(("aux", "dobj", "dative"))


def _is_have(auxiliary: Token) -> bool:
    have = ("has", "had", "have", "having", "'ve")
    return auxiliary.lemma_ == "have" or auxiliary.lower_ in have


def arguments(verb: Token) -> Arguments:
    """The arguments of a verb.

    With what grammar leaves unsaid filled in from the clauses around it.
    """
    found = Arguments(verb, passive=is_passive(verb))
    particles = set()
    for child in verb.children:
        if child.dep_ == "prt":
            particles.add(child.lower_)
        _complement(child, found)
    found.particles = frozenset(particles)
    _where(verb, found)
    if found.passive and not found.subjects:
        _agent(verb, found)
    if not (found.objects if found.passive else found.subjects):
        _inherit_subject(verb, found)
    elif not found.passive:
        found.subjects += companions(verb, found.subjects)
    if not found.objects and not found.passive:
        _shared_object(verb, found)
    return found


def _complement(child: Token, found: Arguments) -> None:
    dep = child.dep_
    if dep in ("nsubj", "csubj") and not heads_line(child):
        (found.objects if found.passive else found.subjects).extend(relative(child))
    elif dep == "agent":
        found.subjects += governed(child)
    elif dep == "compound" and child.tag_ == "NNP" and _inverted(child, found.predicate):
        found.subjects.append(child)
    elif dep == "dobj" and found.objects and child.doc[child.left_edge.i - 1].text == ",":
        return  # "bombed Beirut, the first attack in months"
    elif dep in ("dobj", "attr", "oprd", "obj", "nsubjpass"):
        found.objects += [payee(part) or part for part in relative(child)]
    elif dep == "dative":
        _dative(child, found)
    elif dep in ("xcomp", "ccomp", "advcl") and is_verb(child):
        _clause(child, found)
    else:
        _adjunct(child, found)


def _dative(child: Token, found: Arguments) -> None:
    """As "gave Kyiv tanks", "gave tanks to Kyiv"."""
    linked = child.lower_ in ("to", "for")
    found.datives += governed(child) if linked or child.tag_ == "IN" else [child]
    if linked:
        found.prepositions += [(child.lower_, token) for token in found.datives]


def _clause(child: Token, found: Arguments) -> None:
    """A clause; the subject of "helped Ukraine rebuild" is the verb's object as well."""
    if child.dep_ == "ccomp" and found.predicate.lemma_ in DEMANDING and demanded(child):
        found.objects += [c for c in child.children if c.dep_ in ("nsubj", "nsubjpass")]
        found.clauses.append(("to", child))
        return
    if whom := asked(child, found.predicate):
        found.prepositions += [(link, token) for link in ("on", "for") for token in whom]
        found.clauses.append(("to", child))
        return
    helped = child.dep_ == "ccomp" and found.predicate.lemma_ in OBJECT_CONTROL
    bare = helped and bare_infinitive(child)
    if bare:
        subjects = [c for c in child.children if c.dep_ == "nsubj"]
        found.objects += [c for c in subjects if c.lower_ not in RELATIVES]
    found.clauses.append(("to" if bare or is_infinitive(child) else "", child))


def _adjunct(child: Token, found: Arguments) -> None:
    """Prepositional phrases, also below an adverb ("broke away from")."""
    if child.dep_ == "advmod" and child.tag_ in ("RB", "RBR"):
        for inner in child.children:
            if inner.dep_ == "prep":
                _preposition(inner, found)
    elif child.dep_ == "prep" or child.dep_ in ("advmod", "prt") and child.tag_ == "IN":
        _preposition(child, found)


def _inverted(child: Token, verb: Token) -> bool:
    """As "Must Armenia arrest him?".

    The parser takes the subject after an auxiliary for a compound.
    """
    return is_verb(verb) and any(c.dep_ == "aux" and c.i < child.i for c in verb.children)


def _preposition(child: Token, found: Arguments) -> None:
    if _accompanies(child, found):
        return
    for inner in child.children:
        if inner.dep_ == "pobj":
            found.prepositions += [(child.lower_, token) for token in relative(inner)]
        elif inner.dep_ == "pcomp" and is_verb(inner):
            found.clauses.append((child.lower_, inner))
        elif inner.dep_ == "conj" or inner.dep_ == "prep" and child.lower_ not in COMPLEX:
            found.prepositions += [(inner.lower_, token) for token in governed(inner)]
    if not any(inner.dep_ in ("pobj", "pcomp", "prep") for inner in child.children):
        gap = relative_gap(child.head)
        if gap is not None:
            found.prepositions.append((child.lower_, gap))


def _accompanies(child: Token, found: Arguments) -> bool:
    """As "Iraq, along with Jordan, condemned": who acts with the subject acts as well."""
    subjects = found.objects if found.passive else found.subjects
    inner = [c for c in child.children if c.dep_ == "prep" and c.lower_ == "with"]
    if child.lower_ not in ("along", "together") or not inner or not subjects:
        return False
    if not subjects[0].i < child.i < found.predicate.i:
        return False
    subjects += governed(inner[0])
    return True


def _where(verb: Token, found: Arguments) -> None:
    """As "Chad, where France keeps a base": the place that a relative clause is about."""
    if verb.dep_ != "relcl" or not any(c.lower_ == "where" for c in verb.children):
        return
    own = {link for link, _ in found.prepositions}
    found.prepositions += [(link, verb.head) for link in _WHERE if link not in own]


def _agent(verb: Token, found: Arguments) -> None:
    """A lost agent, or that of the last participle of several, "trained and armed by Iran"."""
    found.subjects += lost_agents(found.objects, found.prepositions)
    if found.subjects:
        return
    for child in verb.children:
        if child.dep_ == "conj" and child.tag_ in ("VBN", "VBD"):
            agents = [t for c in child.children if c.dep_ == "agent" for t in governed(c)]
            passive = is_passive(child) and not any(c.dep_ in SUBJECT for c in child.children)
            if agents and passive:
                found.subjects += agents
                return


def _inherit_subject(verb: Token, found: Arguments) -> None:
    head = verb.head
    dep = verb.dep_
    target = found.objects if found.passive else found.subjects
    if dep == "acl" or dep == "relcl" and not found.subjects:
        if verb.tag_ in ("VBN", "VBD", "VBG") or dep == "relcl" and not is_infinitive(verb):
            if verb.tag_ == "VBD" and not found.objects and not found.passive:
                found.passive = True
                found.objects.append(head)
            else:
                target += members(head)
        else:
            target += singled_out(head) or _of_noun(head)
    elif dep == "amod":
        target.append(head)
    elif dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "dep", "prep"):
        target += _from_governor(verb, head, dep)


def _from_governor(verb: Token, head: Token, dep: str) -> list[Token]:
    if dep == "pcomp":
        return _from_preposition(head)
    if not is_verb(head):
        return surface_subjects(head)
    outer = arguments(head)
    complement = dep == "xcomp" or dep == "advcl" and is_infinitive(verb)
    controlled = complement and not outer.passive and head.lemma_ in OBJECT_CONTROL | ENABLING
    if controlled and (outer.objects or outer.prepositions):
        return outer.objects or [token for link, token in outer.prepositions if link in _ASKING]
    if dep == "ccomp" and not is_infinitive(verb) and not bare(verb):
        return []
    granted = outer.datives if complement and head.lemma_ in _GRANTING else []
    return granted or (outer.objects if outer.passive else outer.subjects)


def _from_preposition(preposition: Token) -> list[Token]:
    governor = preposition.head
    if governor.lower_ in INCLINED and governor.dep_ in ("acomp", "conj"):
        return surface_subjects(governor)
    if preposition.lower_ == "by" and not is_verb(governor):
        governor = clause_of(governor)
    if not is_verb(governor):
        charge = governor.head.head if governor.head.dep_ == "agent" else None
        if charge is not None and accuses(charge):  # "accused by Chad of lying"
            return arguments(charge).objects
        return [governor] if accused(governor) else _of_noun(governor)
    outer = arguments(governor)
    if preposition.lower_ in _OBJECT_GERUND and outer.objects:
        return outer.objects
    if preposition.lower_ == "in" and governor.lemma_ in _JOINING and not outer.passive:
        return outer.subjects + outer.objects
    return outer.objects if outer.passive else outer.subjects


def surface_subjects(head: Token) -> list[Token]:
    """Subjects of a predicate that is no verb ("is ready to send")."""
    governor = head.head
    if head.dep_ in ("acomp", "attr", "oprd") and is_verb(governor):
        outer = arguments(governor)
        return outer.subjects
    return _of_noun(head)


def _of_noun(noun: Token) -> list[Token]:
    """Who does what a noun's infinitive or gerund says.

    Its possessor, its adjective, or the subject of its verb.
    """
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [
        child
        for child in noun.children
        if child.dep_ in ("amod", "compound") and child.ent_type_ in ("GPE", "NORP", "ORG")
    ]
    if owners:
        return owners
    for link, token in prepositional(noun):
        if link in ("by", "of") and token.ent_type_:
            return [token]
    governor = noun.head
    if noun.dep_ in ("dobj", "attr", "pobj") and governor != noun:
        while governor.tag_ == "IN" and governor.head != governor:
            governor = governor.head
        if is_verb(governor):
            outer = arguments(governor)
            granted = noun.dep_ == "dobj" and governor.lemma_ in _GRANTING
            return granted and outer.datives or outer.subjects
    if noun.dep_ == "nsubjpass":
        return arguments(governor).subjects
    return []


def _shared_object(verb: Token, found: Arguments) -> None:
    gap = relative_gap(verb)
    if gap is not None and found.subjects and gap not in found.subjects:
        found.objects.append(gap)
        return
    if found.clauses or found.prepositions or found.datives:
        return
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and is_verb(child)
            and not any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        ):
            found.objects += [t for c in child.children if c.dep_ == "dobj" for t in relative(c)]
            return
