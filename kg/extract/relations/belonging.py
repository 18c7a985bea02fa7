"""To what a person belongs where no noun says so.

"X of the Awami League", "X (Fidesz)", "X, a Republican", "her Egyptian counterpart, X",
"2nd Battalion, 14th Infantry Regiment".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name
from kg.extract.mentions.units import larger
from kg.extract.relations.lexicon import Entry, Lexicon
from kg.extract.relations.slots import Binder, Binding, Candidate
from kg.gazetteer import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Token

# By the class of the body: the relation, and the noun that is understood.
_UNDERSTOOD = {
    "PoliticalParty": ("memberOf", "member"),
    "ArmedGroup": ("memberOf", "member"),
    "Organisation": ("worksFor", "employee"),
    "NGO": ("worksFor", "employee"),
    "Company": ("worksFor", "employee"),
    "MediaOutlet": ("worksFor", "employee"),
    "ArmedForce": ("worksFor", "soldier"),
}
_LINKS = frozenset(("of", "from", "with", "at"))
_STATES = ("Country", "DeFactoState", "IGO")
_ROLES = ("holdsOfficeIn", "headOfGovernmentOf", "headOfStateOf")


class Belonging:
    """Candidates without a role noun of their own, in one document."""

    def __init__(self, lexicon: Lexicon, binder: Binder) -> None:
        self.lexicon, self.binder = lexicon, binder
        self.names = binder.actors.names

    def __call__(self, token: Token) -> Iterator[Candidate]:
        """Candidates of one noun or name."""
        if token.lemma_.lower() == "counterpart":
            yield from self._counterpart(token)
            return
        name = self.names.by_head.get(token.i)
        if name is not None and name.type == "Person" and name.name:
            yield from self._member(token, name)
        elif name is not None and (whole := larger(name, self.names)):
            for entry in self._entries(("partOf",), "unit"):
                binding = Binding({"S": [name], "O": [whole]}, [token])
                yield Candidate(entry, token, binding, static=True)

    def _member(self, token: Token, person: Name) -> Iterator[Candidate]:
        for cue, body in (*self._behind(token, person), *self._partisans(token)):
            relation, noun = _UNDERSTOOD.get(body.type, ("", ""))
            for entry in self._entries((relation,), noun):
                binding = Binding({"S": [person], "O": [body]}, [cue])
                yield Candidate(entry, cue, binding, static=True)

    def _behind(self, token: Token, person: Name) -> Iterator[tuple[Token, Name]]:
        """As "Agnes Callamard of Amnesty International", "Tamas Deutsch (Fidesz)"."""
        doc = token.doc
        if person.end + 2 >= len(doc) or token.tag_ not in ("NNP", "NNPS"):
            return
        cue = doc[person.end]
        first = person.end + 1 + (doc[person.end + 1].lower_ == "the")
        body = self.names.covering.get(first)
        if body is None or body.adjective or not body.name:
            return
        alone = body.end < len(doc) and doc[body.end].text == ")"
        if cue.lower_ in _LINKS or cue.text == "(" and alone and body.type == "PoliticalParty":
            yield cue, body

    def _partisans(self, token: Token) -> Iterator[tuple[Token, Name]]:
        """As "Lindsey Graham, a Republican from South Carolina"."""
        for child in token.children:
            body = self.names.by_head.get(child.i)
            partisan = body is not None and body.kind is NameKind.PEOPLE and body.entry is not None
            if body and partisan and child.dep_ == "appos" and child.tag_ in ("NN", "NNP", "JJ"):
                yield child, body

    def _counterpart(self, noun: Token) -> Iterator[Candidate]:
        """As "met his Brazilian counterpart, Mauro Vieira": the office is the other's."""
        owner = self.binder.actors.owner(noun)
        bearer = self._bearer(noun)
        other = next((child for child in noun.children if child.dep_ == "poss"), None)
        whose = self.binder.actors.of(other) if other is not None else None
        if owner is None or owner.entry is None or bearer is None or whose is None:
            return
        if owner.entry.type in _STATES and whose.type == "Person":
            for entry in self._entries(_ROLES, self._title(whose)):
                binding = Binding({"S": [bearer], "O": [owner]}, [noun])
                yield Candidate(entry, noun, binding, static=True)

    def _bearer(self, noun: Token) -> Name | None:
        named = self.binder.actors.of(noun) or self.names.by_head.get(noun.head.i)
        proper = named is not None and named.type == "Person" and not named.alone
        beside = named is not None and noun.i < named.start <= noun.i + 2
        return named if proper and beside else None

    def _title(self, person: Name) -> str:
        """The title that a person bears in the text, else the latest that is known of him."""
        whole = person.antecedent or person
        title = whole.title or person.title
        if title is None and whole.entry is not None and whole.entry.terms:
            title = whole.entry.terms[-1].title
        return "-".join((title or "").lower().split())

    def _entries(self, relations: Collection[str], head: str) -> list[Entry]:
        words = tuple(head.split("-"))
        found = self.lexicon.index["role"].get(words[-1], ())
        fitting = [e for e in found if e.words == words and e.relation.id in relations]
        return fitting[:1]
