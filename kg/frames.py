"""The grammar of the lexicon: one line of ontology/relations/*.yaml -> one `Frame`.

A frame says how English states a relation. `S` is the relation's subject, `O` its object:

    verb    S supply|deliver <weapon> to O      S put|exert pressure on O
            S call +in <envoy of O>             S refuse|decline to+meet|see O
            S buy <weapon> from O               S withdraw from O:Organisation|IGO
    noun    attack|raid on|against O            supply of <weapon> to O by|from S
            O's arrest|detention by S           with-the-help of S
    role    ally|partner of O                   ambassador|envoy to O
                                                (S is who the noun describes;
            home to S                            O where the frame names S)
    adj     allied|aligned with O               (S is who the adjective or participle describes)
    affix   O-backed S      pro-O S      S-held O

Words are lemmas, alternatives are joined by `|`; `<class>` is a noun class of ontology/nouns.yaml,
`<class of O>` a noun of that class that belongs to O ("Armenia's ambassador", "the Armenian
ambassador"); `O:Type|Type` narrows the actor classes of a slot; `X:Type` is a third actor of a
class, which the relation needs but does not name ("surrendered X:Place to O"); `between S&O` takes
both ends from one coordination ("clashes between A and B"); `+word` is a particle; `to+word` an
infinitive, `from+word` a gerund after that preposition, each followed by its own slots; `=> status`
at the end gives the status that the words imply. A slot without a preposition is the direct object.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.errors import OntologyError
from kg.model import Status

KINDS = ("verb", "noun", "role", "adj", "affix")
PREPOSITIONS = frozenset(
    "about above across after against along alongside amid among around as at before behind "
    "between beyond by concerning despite during for from in inside into near of off on onto out "
    "outside over past regarding through throughout to toward towards under until unto upon via "
    "with within without".split()
)
BOTH = "S&O"
OTHER = "X"
_TOKEN = re.compile(r"<[^>]*>(?:\|<[^>]*>)*|\S+")
_ROLE = re.compile(r"([SOX])(?::([A-Za-z|]+))?$")
_AFFIX = re.compile(
    r"(?:(?P<before>[SO])-(?P<suffix>[a-z|]+)|(?P<prefix>[a-z|]+)-(?P<after>[SO])) (?P<other>[SO])"
)
_NAME = re.compile(r"[a-z][a-z0-9'.-]*$")


@dataclass(frozen=True, slots=True)
class Filler:
    """What may stand in a slot: a role of the relation, perhaps of certain classes, or words.

    `owner` is the role that the word belongs to: `<envoy of O>` is a noun of the class, owned by O.
    """

    role: str | None = None
    types: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A complement: `prepositions` is empty for the direct object.

    `clause` is an infinitive or a gerund with its own slots.
    """

    prepositions: tuple[str, ...] = ()
    filler: Filler | None = None
    clause: Frame | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of the lexicon. `text` is the line itself and serves as the rule's name."""

    kind: str
    heads: tuple[str, ...]
    slots: tuple[Slot, ...]
    text: str
    particle: str | None = None
    subject: Filler | None = None
    possessor: str | None = None
    status: Status | None = None
    affix: str | None = None
    roles: frozenset[str] = field(default=frozenset())

    @property
    def weight(self) -> int:
        """How specific the frame is: a narrower frame wins over a wider one at the same place."""
        inner = sum(slot.clause.weight + 2 for slot in self.slots if slot.clause)
        words = sum(2 if slot.filler and slot.filler.words else 1 for slot in self.slots)
        types = sum(bool(slot.filler and slot.filler.types) for slot in self.slots)
        return words + types + inner + 2 * bool(self.particle)


def parse(kind: str, text: str, nouns: Mapping[str, frozenset[str]]) -> Frame:
    """Read one lexicon line; raises `OntologyError` that says which word is wrong."""
    if kind not in KINDS:
        raise OntologyError(f"lexicon kind {kind!r} of {text!r} is not one of {', '.join(KINDS)}")
    body, status = _split_status(text)
    if kind == "affix":
        return _affix(body, text, status)
    return _Parser(kind, body, text, nouns).frame(status)


def _split_status(text: str) -> tuple[str, Status | None]:
    body, arrow, status = text.partition("=>")
    if not arrow:
        return body.strip(), None
    try:
        return body.strip(), Status(status.strip())
    except ValueError:
        raise OntologyError(f"{text!r}: {status.strip()!r} is no status") from None


def _affix(body: str, text: str, status: Status | None) -> Frame:
    match = _AFFIX.fullmatch(body)
    if not match or {match["before"] or match["after"], match["other"]} != {"S", "O"}:
        raise OntologyError(f"affix {text!r} is neither 'O-word S' nor 'word-O S' nor 'S-word O'")
    side = "suffix" if match["suffix"] else "prefix"
    heads = tuple((match["suffix"] or match["prefix"]).split("|"))
    role = match["before"] or match["after"]
    return Frame(
        "affix", heads, (), text, possessor=role, affix=side, status=status, roles=frozenset("SO")
    )  # fmt: skip


class _Parser:
    def __init__(
        self, kind: str, body: str, text: str, nouns: Mapping[str, frozenset[str]]
    ) -> None:
        self.kind, self.text, self.nouns = kind, text, nouns
        self.tokens: list[str] = _TOKEN.findall(body)
        self.roles: set[str] = set()

    def fail(self, why: str) -> OntologyError:
        return OntologyError(f"lexicon line {self.text!r}: {why}")

    def frame(self, status: Status | None) -> Frame:
        subject, possessor = self.front()
        heads = self.words(self.take("a predicate"))
        particle = (
            self.tokens.pop(0)[1:] if self.tokens and self.tokens[0].startswith("+") else None
        )
        slots = tuple(self.slots())
        if self.kind != "verb":
            self.roles.add("O" if "S" in self.roles else "S")
        if self.roles != {"S", "O"}:
            raise self.fail(
                f"needs both S and O, has {' and '.join(sorted(self.roles)) or 'neither'}"
            )
        return Frame(
            self.kind, heads, slots, self.text, particle, subject, possessor, status,
            roles=frozenset(self.roles),
        )  # fmt: skip

    def front(self) -> tuple[Filler | None, str | None]:
        """The subject of a verb, or the possessor of a noun."""
        token = self.tokens[0] if self.tokens else ""
        if self.kind == "verb":
            subject = self.filler(self.take("a subject"))
            if subject.words and not subject.owner:
                return subject, None
            if subject.role is None and subject.owner is None:
                raise self.fail("a verb frame starts with its subject, S or O")
            return subject, None
        if token in ("O's", "S's"):
            self.tokens.pop(0)
            self.roles.add(token[0])
            return None, token[0]
        if token == "S":
            self.tokens.pop(0)
        return None, None

    def slots(self) -> list[Slot]:
        found = []
        while self.tokens:
            token = self.tokens.pop(0)
            link, plus, verbs = token.partition("+")
            if plus and link:
                clause = Frame("verb", self.words(verbs), tuple(self.slots()), self.text)
                found.append(Slot((link,), clause=clause))
            elif all(part in PREPOSITIONS for part in token.split("|")):
                filler = self.filler(self.take(f"what follows {token!r}"))
                found.append(Slot(tuple(token.split("|")), filler))
            else:
                found.append(Slot((), self.filler(token)))
        return found

    def take(self, what: str) -> str:
        if not self.tokens:
            raise self.fail(f"ends where {what} is expected")
        return self.tokens.pop(0)

    def filler(self, token: str) -> Filler:
        if token == BOTH:
            self.roles |= {"S", "O"}
            return Filler(BOTH)
        if match := _ROLE.match(token):
            self.roles |= {match[1]} - {OTHER}
            return Filler(match[1], tuple((match[2] or "").split("|")) if match[2] else ())
        if token.startswith("<"):
            return self.noun_class(token)
        return Filler(words=frozenset(self.words(token)))

    def noun_class(self, token: str) -> Filler:
        words: set[str] = set()
        owner: str | None = None
        types: tuple[str, ...] = ()
        for part in token.strip("<>").split(">|<"):
            name, of, role = part.partition(" of ")
            if name not in self.nouns:
                raise self.fail(f"<{name}> is no noun class of ontology/nouns.yaml")
            if of:
                belongs = _ROLE.match(role)
                if not belongs:
                    raise self.fail(f"<{part}>: a noun belongs to S or O")
                owner = belongs[1]
                types = tuple(belongs[2].split("|")) if belongs[2] else ()
                self.roles.add(owner)
            words |= self.nouns[name]
        return Filler(types=types, words=frozenset(words), owner=owner)

    def words(self, token: str) -> tuple[str, ...]:
        words = tuple(token.split("|"))
        for word in words:
            if not _NAME.match(word):
                raise self.fail(f"{word!r} is no word (lower-case lemma)")
        return words
