"""Pronouns whose antecedent grammar tells: partners, objects, who is judged, subjects to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.coreference.pronouns import HE, SHE, female, singular
from kg.extract.mentions.names import Name, Names
from kg.extract.parse.syntax import arguments, clause_of, conjuncts, is_verb, prepositional
from kg.extract.words.references import references

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs whose object, in an infinitive, is most often the doer's own.
_OF_ONES_OWN = frozenset(
    "halt stop end cease withdraw pull suspend lift abandon drop curb freeze remove scale reduce "
    "cut reverse change fulfil fulfill honour honor keep dismantle send deploy recall move resume "
    "continue open close reconsider review".split()
)
_BODIES = frozenset(
    "Country DeFactoState IGO Bloc Organisation GovernmentBody Government Company ArmedGroup "
    "PoliticalParty MediaOutlet NGO Court ArmedForce".split()
)
# What somebody breaks, keeps or takes back is his own.
_OWED = frozenset(
    "obligation commitment pledge promise duty undertaking word vow stance policy position".split()
)
_TAKING_BACK = frozenset("retake recapture reclaim regain rebuild restore defend protect".split())
_REASONS = ("for", "over")
_AGAINST = ("against", "on", "at", "with", "from")
_BREAKING = frozenset("break sever cut recall summon halt stop freeze".split())
_DEEDS = ("Event", "Conflict", "Agreement", "Project")
_SUBJECTS = ("nsubj", "nsubjpass")


def by_grammar(token: Token, names: Names) -> Name | None:
    """The antecedent of a pronoun of the third person where its place in the sentence tells."""
    found = None
    if token.dep_ == "poss":
        found = _partner(token, names) or _doer(token, names) or _judged(token, names)
        found = found or _in_remark(token, names)
    elif token.lower_ in ("it", "them") and token.dep_ != "nsubj":
        found = _shared_object(token, names) or _whose_thing(token, names)
        found = found or _thing_judged(token, names)
    elif token.dep_ == "nsubj":
        found = _provoking(token, names)
    if found is None and (token.dep_ == "poss" or token.lower_ in HE | SHE):
        found = _to_come(token, names)
    return found


def _fits(name: Name | None, token: Token) -> bool:
    """Whether a pronoun can mean a name."""
    if name is None or not name.name or name.adjective or name.alone:
        return False
    word = token.lower_
    if word in HE or word in SHE:
        return name.type == "Person" and female(name) in (None, word in SHE)
    return (
        word in ("it", "its")
        and (name.type in _BODIES or bool(name.kind))
        and name.type != "Person"
    )


def _partner(token: Token, names: Names) -> Name | None:
    """As "Azerbaijan and its ally": the possessor inside a coordination is its first part."""
    noun = token.head
    if noun.dep_ != "conj" or token.lower_ not in ("its", "his", "their"):
        return None
    first = names.by_head.get(noun.head.i)
    known = first is not None and first.name and not first.adjective and not first.alone
    return first if known else None


def _shared_object(token: Token, names: Names) -> Name | None:
    """As "invaded Armenia and occupied parts of it": the object of the verb before."""
    verb = token.head
    while verb.dep_ in ("prep", "pobj", "dobj") and verb.head != verb:
        verb = verb.head
    if verb.dep_ != "conj" or any(c.dep_ in _SUBJECTS for c in verb.children):
        return None
    for child in verb.head.children:
        name = names.by_head.get(child.i)
        if child.dep_ == "dobj" and child.i < token.i and name and name.name:
            fits = token.lower_ == "them" or singular(name, token.doc)
            return name if fits and name.type != "Person" else None
    return None


def _whose_thing(token: Token, names: Names) -> Name | None:
    """As "wants Chad to scrap a pact it signed": whoever is to do it with what "it" made."""
    clause = token.head
    thing, verb = clause.head, clause.head.head
    if token.dep_ != "nsubj" or clause.dep_ != "relcl" or thing.dep_ != "dobj":
        return None
    subjects = arguments(verb).subjects if verb.tag_ == "VB" else []
    found = [name for t in subjects if (name := names.by_head.get(t.i)) and name.name]
    return found[0] if len(found) == 1 and found[0].type in _BODIES else None


def _thing_judged(token: Token, names: Names) -> Name | None:
    """As "condemned Chad's raid but Oman hailed it": who did what both judge."""
    verb, judging = token.head, references().judging
    if token.dep_ != "dobj" or verb.lemma_ not in judging:
        return None
    beside = verb.dep_ in ("conj", "advcl")
    before = verb.head if beside else _sentence_before(verb)
    if before is None or before.lemma_ not in judging:
        return None
    for child in before.children:
        judged = child.dep_ in ("dobj", "nsubjpass") and child.i < token.i
        if judged and child.tag_ in ("NN", "NNS"):
            return _owner(child, names)
    return None


def _sentence_before(verb: Token) -> Token | None:
    start = verb.sent.start
    return verb.doc[start - 1].sent.root if verb.dep_ == "ROOT" and start else None


def _owner(noun: Token, names: Names) -> Name | None:
    """Whose deed a noun names: "Chad's raid", "the Chadian raid", "the raid by Chad"."""
    told = names.by_head.get(noun.i)
    if told is not None and told.name and told.type not in _DEEDS:
        return None
    if told is not None and told.owner:
        return told.owner
    doers = [c for c in noun.children if c.dep_ in ("poss", "amod") and c.i < noun.i]
    doers += [t for link, t in prepositional(noun) if link == "by"]
    found = [name for t in doers if (name := names.by_head.get(t.i)) and name.name]
    return found[0] if found else None


def _doer(token: Token, names: Names) -> Name | None:
    """As "called on Israel to halt its strikes": whose own deed an infinitive ends.

    As "said Chad had broken its promises": what one owes. As "Oman's plan to raise its profile".
    """
    verb = token.head.head
    if verb.dep_ == "prep":
        verb = clause_of(verb)
    infinitive = verb.tag_ in ("VB", "VBP") and verb.lemma_ in _OF_ONES_OWN | _TAKING_BACK
    if not (
        infinitive or _is_aim(verb) or token.head.lemma_ in _OWED and token.head.dep_ == "dobj"
    ):
        return None
    for subject in arguments(verb).subjects:
        name = names.by_head.get(subject.i)
        if name is not None and name.name and (name.type in _BODIES or name.kind):
            return name
    return None


def _is_aim(verb: Token) -> bool:
    """As "the Kremlin's attempts to pull Moldova into its orbit"."""
    aim = verb.dep_ == "acl" and verb.tag_ == "VB"
    return aim and any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in verb.head.children)


def _in_remark(token: Token, names: Names) -> Name | None:
    """As "Ann Lee, who fled after a judge ordered her arrest": whom a relative clause is about."""
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    if clause is None or token.head.head == clause:
        return None
    about = any(c.dep_ in _SUBJECTS and c.lower_ in ("who", "which") for c in clause.children)
    name = names.by_head.get(clause.head.i)
    return name if about and _fits(name, token) else None


def _judged(token: Token, names: Names) -> Name | None:
    """As "thanked Oman for its help", "sanctions against Chad over its raids"."""
    link = token.head.head
    if token.head.dep_ != "pobj" or link.lower_ not in _REASONS:
        return None
    verb = link.head if is_verb(link.head) else clause_of(link)
    if verb.lemma_ not in references().judging:
        return None
    return _whom(verb, token, names)


def _provoking(token: Token, names: Names) -> Name | None:
    """As "broke off ties with Oman after it armed rebels": whoever is punished has done it."""
    if token.lower_ == "it" and (found := _whose_thing(token, names)):
        return found
    clause = token.head
    after = any(c.dep_ == "mark" and c.lower_ in ("after", "because") for c in clause.children)
    punished = clause.head.lemma_ in references().judging | _BREAKING
    return (
        _whom(clause.head, token, names) if clause.dep_ == "advcl" and after and punished else None
    )


def _whom(verb: Token, token: Token, names: Names) -> Name | None:
    """Whom a verb judges or punishes, if it is one whom the pronoun can mean."""
    outer = arguments(verb)
    pairs = [*outer.prepositions, *(p for noun in outer.objects for p in prepositional(noun))]
    ends = [*outer.objects, *(t for preposition, t in pairs if preposition in _AGAINST)]
    parts = [part for end in ends if end.i < token.i for part in conjuncts(end)]
    found = [name for part in parts if _fits(name := names.by_head.get(part.i), token) and name]
    return found[0] if len(found) == 1 else None


def _to_come(token: Token, names: Names) -> Name | None:
    """As "Despite his vow, Trump left": the subject after a phrase in front of it."""
    for above in token.ancestors:
        if above.dep_ not in ("prep", "advcl") or not is_verb(above.head):
            continue
        for child in above.head.children:
            if child.dep_ in _SUBJECTS and child.i > above.right_edge.i > token.i:
                name = names.by_head.get(child.i)
                return name if _fits(name, token) else None
    return None
