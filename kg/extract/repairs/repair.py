"""Mends parses where the words leave no doubt that the statistical parser went wrong.

Each repair looks at one token and the few beside it; what comes after reads the mended tree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.extract.parse.index import find
from kg.extract.parse.phrases import ASKING_FOR, FINITE, PROPER, SUBJECT, is_verb, phrase_head
from kg.extract.repairs.bearers import head_of_body, holder
from kg.extract.repairs.misplaced import aim, of_second, one_of_many, target
from kg.extract.repairs.objects import content, held, postponed
from kg.extract.repairs.receivers import GIVING, given, receiver
from kg.extract.repairs.subjects import NAMING, listed, move, second_subject, subject
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWNING_UP = frozenset("deny admit avoid confess regret acknowledge justify risk resist".split())
# Prepositions before what somebody is punished for.
_GROUNDS = ("over", "for")
_TIMES = frozenset(("after", "before", "since", "until"))
# What only a noun has below it.
_NOMINAL = frozenset(("det", "poss", "amod", "compound", "nummod"))
_AMONG = frozenset(("among",))
# What a clause has that is no participle, and a participle that is no clause.
_OWN = frozenset(("nsubj", "nsubjpass", "aux", "auxpass", "agent"))


def repair(doc: Doc) -> None:
    """Mend the tags, labels and heads of one document in place."""
    for token in doc:
        for mend in _REPAIRS.get(token.dep_, ()):
            mend(token)
    for token in find(doc, lower=_AMONG):
        if token.i and token.nbor(-1).lower_ == "chief":
            token.nbor(-1).tag_ = "JJ"  # "chief among them Oman": nobody's title


def _infinitive(noun: Token) -> None:
    """As "the first nation to sanction Belarus": a bare singular noun between "to" and a name."""
    to, doc = noun.head, noun.doc
    if to.lower_ != "to" or noun.i != to.i + 1 or noun.tag_ != "NN" or noun.i + 1 >= len(doc):
        return
    after = doc[noun.i + 1]
    named = after.tag_ in PROPER and after.ent_type_ or after.tag_ in ("DT", "PRP$")
    if not named or noun.ent_type_ or any(noun.children):
        return
    governor, object_ = to.head, phrase_head(after)
    noun.tag_, to.tag_ = "VB", "TO"
    move(noun, "xcomp" if is_verb(governor) else "acl", governor)
    move(to, "aux", noun)
    move(object_, "dobj", noun)


def _gerund(verb: Token) -> None:
    """As "accused of siding with Iran": a gerund with complements of its own is a clause."""
    below = {child.dep_ for child in verb.children}
    links = {child.lower_ for child in verb.children if child.dep_ == "prep"}
    if verb.tag_ == "VBG" and not below & _NOMINAL and (links - {"of"} or "dobj" in below):
        verb.dep_ = "pcomp"


def _relative_verb(name: Token) -> None:
    """As "Belarus, which Warsaw accuses of": the verb of a relative clause is no plural noun."""
    verb = name.head
    if verb.dep_ != "relcl" or verb.tag_ != "NNS" or name.tag_ not in PROPER:
        return
    pronouns = [c for c in verb.children if c.lower_ in ("which", "whom", "that")]
    if not pronouns or pronouns[0].i > name.i or verb.i != name.i + 1:
        return
    verb.tag_, verb.lemma_ = "VBZ", verb.lower_.removesuffix("s")
    name.dep_, pronouns[0].dep_ = "nsubj", "dobj"


def _asked_for(name: Token) -> None:
    """As "pushed for the EU to sanction Belarus": the subject of the infinitive."""
    mark, asking = name.head, name.head.head
    if mark.lower_ != "for" or mark.dep_ != "prep" or asking.lemma_ not in ASKING_FOR | {"vote"}:
        return
    for verb in asking.children:
        to = name.right_edge.i + 1
        if verb.tag_ == "VB" and verb.i > to and name.doc[to].lower_ == "to":
            if name.doc[to].head == verb and not any(c.dep_ in SUBJECT for c in verb.children):
                move(name, "nsubj", verb)
                move(mark, "mark", verb)
            return


def _told_after(name: Token) -> None:
    """As "after the king in a speech warned": the subject of a clause that has none."""
    mark = name.head
    if mark.lower_ not in _TIMES or mark.dep_ != "prep" or not is_verb(mark.head):
        return
    for verb in mark.head.children:
        if verb.i > name.i and verb.tag_ in FINITE and verb.dep_ in ("advcl", "conj"):
            between = name.doc[name.i : verb.i]
            parted = any(t.dep_ in ("cc", "mark") or t.text in (",", ";") for t in between)
            if not parted and not any(c.dep_ in SUBJECT for c in verb.children):
                move(name, "nsubj", verb)
                move(mark, "mark", verb)
                verb.dep_ = "advcl"
            return


def _second_verb(verb: Token) -> None:
    """As "jailed the mayor and bombed villages": no participle of what is coordinated."""
    noun, doc = verb.head, verb.doc
    first = noun.head.head if noun.head.dep_ in ("dobj", "conj") else noun.head
    if verb.tag_ not in ("VBD", "VBN") or noun.dep_ != "conj" or not verb.i:
        return
    conjunction = doc[verb.i - 1]
    joined = conjunction.dep_ == "cc" and noun.left_edge == verb and noun.head.dep_ == "dobj"
    if not joined or first.tag_ not in ("VBD", "VBN") or verb.lower_ in words("participles"):
        return
    verb.tag_ = first.tag_
    move(verb, "conj", first)
    move(conjunction, "cc", first)
    move(noun, "dobj", verb)


def _gerund_object(verb: Token) -> None:
    """As "denied attacking civilians": what somebody denies, admits or avoids is a deed."""
    noun = verb.head
    governor = noun.head
    first = noun.left_edge == verb and noun.dep_ == "dobj"
    if first and verb.tag_ == "VBG" and governor.lemma_ in _OWNING_UP and verb.i > governor.i:
        move(noun, "dobj", governor)
        verb.dep_, verb.head = "xcomp", governor
        move(noun, "dobj", verb)


def _own_subject(verb: Token) -> None:
    """As "the latter summoned Chad's envoy": what has a subject is no participle of its object."""
    noun = verb.head
    subject = any(c.dep_ in SUBJECT and c.i < verb.i for c in verb.children)
    if not subject or verb.tag_ not in ("VBD", "VBN") or noun.i < verb.i:
        return
    above = noun.head
    if above == noun:
        verb.dep_, verb.head = "ROOT", verb
    else:
        move(verb, "ccomp" if is_verb(above) else "relcl", above)
    verb.tag_ = "VBD"
    move(noun, "dobj", verb)


def _direct(name: Token) -> None:
    """As "overran El Fasher", "gave the envoy a week": no adverb of time."""
    verb = name.head
    if any(c.dep_ == "dative" and c.i < name.i for c in verb.children):
        name.dep_ = "dobj" if not any(c.dep_ == "dobj" for c in verb.children) else name.dep_
        return
    placed = name.tag_ in PROPER and name.ent_type_ not in ("DATE", "TIME", "")
    if not placed or not is_verb(verb) or name.left_edge.i != verb.i + 1:
        return
    if not any(c.dep_ in ("dobj", "auxpass", "ccomp", "attr") for c in verb.children):
        name.dep_ = "dobj"


def _called(name: Token) -> None:
    """As "branded her a spy": whom it is said of is no receiver."""
    verb = name.head
    told = next((c for c in verb.children if c.dep_ == "dobj" and c.i > name.i), None)
    if verb.lemma_ in NAMING and told is not None:
        name.dep_, told.dep_ = "dobj", "oprd"


def _main_verb(verb: Token) -> None:
    """As "air strikes killed nine" taken for a noun and its participle: these have no object."""
    noun = verb.head
    below = {child.dep_ for child in verb.children}
    if noun.dep_ != "ROOT" or verb.tag_ not in ("VBN", "VBD") or "dobj" not in below:
        return
    if verb.lemma_ in GIVING | NAMING or below & _OWN or verb.i != noun.i + 1:
        return
    verb.tag_, verb.dep_, verb.head = "VBD", "ROOT", verb
    for child in noun.rights:
        child.head = verb
    noun.dep_, noun.head = "nsubj", verb


def _coordinated(token: Token) -> None:
    second_subject(token)
    _finite_beside(token)
    _said_beside(token)
    _accused_too(token)
    _reporter(token)
    _second_ground(token)
    _second_holder(token)


def _finite_beside(verb: Token) -> None:
    """As "denied arming rebels and condemned Chad": a finite verb goes on with a finite one."""
    above, link = verb.head, verb.doc[verb.i - 1]
    if verb.tag_ != "VBD" or above.tag_ not in ("VBG", "VB") or link.dep_ != "cc":
        return
    if any(c.dep_ in SUBJECT or c.dep_ == "aux" for c in (*verb.children, *above.children)):
        return
    main = next((t for t in above.ancestors if t.tag_ not in ("VBG", "VB", "IN")), None)
    if main is not None and main.tag_ == "VBD" and main.i < above.i:
        move(link, "cc", main)
        move(verb, "conj", main)


def _second_ground(verb: Token) -> None:
    """As "jailed over graft and aiding rebels": a gerund beside the first ground is another."""
    main, below = verb.head, {c.dep_ for c in verb.children}
    if verb.tag_ != "VBG" or "dobj" not in below or "aux" in below or not verb.i:
        return
    if main.dep_ == "pobj":
        grounds = [main.head] if is_verb(main.head.head) else []
    else:
        grounds = [c for c in main.children if main.tag_ in FINITE and main.i < c.i < verb.i]
    grounds = [c for c in grounds if c.lower_ in _GROUNDS]
    link = verb.doc[verb.i - 1]
    if grounds and link.dep_ == "cc":
        move(link, "cc", grounds[-1])
        move(verb, "pcomp", grounds[-1])


def _second_holder(noun: Token) -> None:
    """As "Chad's king, Ann Lee, and Iraq's, Bo Yu, met": one office has one holder."""
    name, doc = noun.head, noun.doc
    office, start = name.head, noun.left_edge.i
    if name.dep_ != "appos" or name.ent_type_ != "PERSON" or office.tag_ not in ("NN", "NNP"):
        return
    parted = start > 1 and doc[start - 1].dep_ == "cc" and doc[start - 2].text == ","
    holder = noun.ent_type_ == "PERSON" or any(
        c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in noun.children
    )
    if parted and holder:
        move(doc[start - 1], "cc", office)
        move(noun, "conj", office)


def _said_beside(verb: Token) -> None:
    """As "Oman said Chad had lied, and urged Iraq to act": the speaker goes on, not who is told of.

    So does another whose own words follow ("…, and Ann Lee accused Iraq", "…, while Chad denied").
    """
    told = verb.head
    said, doc = told.head, verb.doc
    if told.dep_ != "ccomp" or said.lemma_ not in words("speech") or said.i > told.i:
        return
    subjects = [c for c in verb.children if c.dep_ in SUBJECT]
    start = min((c.left_edge.i for c in subjects), default=verb.i)
    link = "cc" if verb.dep_ == "conj" else "mark"
    parted = doc[start - 1].dep_ == link and doc[start - 2].text == ","
    finite = verb.tag_ == said.tag_ in FINITE or subjects and verb.tag_ == "VBN"
    auxiliaries = [[c.lower_ for c in v.children if c.dep_ == "aux"] for v in (verb, said, told)]
    goes_on = auxiliaries[0] in (["has"], [] if told.tag_ == "VBZ" else ["has"])
    perfect = not subjects and auxiliaries[1] == ["has"] != auxiliaries[2] and goes_on
    if not (perfect or parted and finite and not auxiliaries[0]):
        return
    other = told.tag_ != verb.tag_
    if subjects:
        other = any(t.ent_type_ for c in subjects for t in c.subtree)
    if other and verb.lemma_ in words("speech") | words("requests"):
        move(verb, verb.dep_, said)


def _adverbial(verb: Token) -> None:
    target(verb)
    _meanwhile(verb)


def _meanwhile(verb: Token) -> None:
    if any(c.dep_ == "mark" and c.lower_ in ("while", "whereas") for c in verb.children):
        _said_beside(verb)


def _accused_too(name: Token) -> None:
    """As "accused Iran of lying and Iraq of spying": two objects, each with its own deed."""
    deed, doc = name.head, name.doc
    verb = deed.head.head
    if deed.dep_ != "pcomp" or name.tag_ not in PROPER or name.i + 1 >= len(doc):
        return
    link = doc[name.i + 1]
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if link.lower_ == deed.head.lower_ and link.dep_ == "prep" and objects:
        move(name, "conj", objects[0])
        move(link, "prep", verb)


def _reporter(name: Token) -> None:
    """As "a pact between Oman and Iraq, Minister Farah said": who says so is no third party."""
    doc = name.doc
    verb, first = doc[min(name.i + 1, len(doc) - 1)], name.left_edge.i
    told = verb.tag_ == "VBD" and verb.lemma_ in words("speech") and name.tag_ in PROPER
    if not told or name.ent_type_ != "PERSON" or not first or doc[first - 1].text != ",":
        return
    if not any(child.dep_ in SUBJECT for child in verb.children):
        move(name, "nsubj", verb)


def _apposed(name: Token) -> None:
    one_of_many(name)
    of_second(name)
    _reporter(name)
    listed(name)
    head_of_body(name)


def _from_where(verb: Token) -> None:
    """As "Chad, from where France withdrew": a relative clause."""
    preposition, noun = verb.head, verb.head.head
    where = next((c for c in verb.children if c.lower_ == "where"), None)
    if where is None or where.i != preposition.i + 1 or is_verb(noun):
        return
    move(verb, "relcl", noun)
    move(preposition, "prep", verb)
    where.tag_ = "WDT"
    move(where, "pobj", preposition)


_REPAIRS: dict[str, tuple[Callable[[Token], None], ...]] = {
    "pobj": (_gerund, _infinitive, _asked_for, holder, postponed, _told_after),
    "compound": (_relative_verb, receiver),
    "amod": (_own_subject, _second_verb, _gerund_object, receiver),
    "pcomp": (_from_where,),
    "nsubj": (subject,),
    "nmod": (receiver,),
    "dobj": (given, held, postponed),
    "npadvmod": (_direct,),
    "dative": (_called,),
    "conj": (_coordinated,),
    "relcl": (content,),
    "advcl": (_adverbial,),
    "acl": (_main_verb,),
    "xcomp": (aim,),
    "appos": (_apposed,),
}
