"""A mention as the rules see it: its name cleaned, and whom it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.classes import Classes
from kg.gazetteer import Entry, Gazetteer, Match, NameKind, running
from kg.model import Document, Mention
from kg.resolve.tables import Bodies, Titles

_HEADS = ("headOfStateOf", "headOfGovernmentOf")
_JOINTS = frozenset({"of", "for", "in", "from"})
_LEADING = re.compile(
    r"the|a|an|some|several|many|most|all|both|few|about|around|over|nearly|almost|more|than|at|least"
    r"|dozens|hundreds|thousands|of|two|three|four|five|six|seven|eight|nine|ten|\d.*"
)
_QUOTES = "\"“”„«»'‘’ \t\n"


@dataclass(frozen=True, slots=True)
class Asked:
    """One mention in its document.

    `rest` is the name without its owner; both are clean of articles and quotes.
    """

    mention: Mention
    name: str
    rest: str
    owner: Entry | None
    date: str | None

    @property
    def type(self) -> str:
        """The class of the mention."""
        return self.mention.type


class Knowledge:
    """All that the rules know: the gazetteer, the classes, the tables."""

    def __init__(
        self, gazetteer: Gazetteer, classes: Classes, bodies: Bodies, titles: Titles
    ) -> None:
        self.gazetteer = gazetteer
        self.bodies = bodies
        self.titles = titles
        self._above = {name: classes.ancestors(name) for name in classes}
        self._classes = classes

    def is_a(self, type_: str, ancestor: str) -> bool:
        """Whether one class is another or lies below it."""
        return ancestor in (self._above.get(type_) or self._classes.ancestors(type_))

    def fit(self, wanted: str, found: str) -> float:
        """How well a thing of one class can be meant by a mention of another, in [0, 1]."""
        if wanted == found:
            return 1.0
        if self.is_a(wanted, found) or self.is_a(found, wanted):
            return 0.95
        shared = self._above[wanted] & self._above[found] - {"Entity", "Actor"}
        return 0.8 if shared else 0.0

    def owns(self, entry: Entry) -> bool:
        """Whether others can act on its behalf: an actor or a region, no person or people."""
        able = self.is_a(entry.type, "Actor") or entry.type == "Region"
        return able and entry.type not in ("Person", "PeopleGroup")

    def ask(self, mention: Mention, document: Document) -> Asked:
        """The mention with its owner: the one that came with it, or one that the name tells."""
        name = _clean(mention.name) or mention.name.strip() or mention.text
        date = document.published[:10] if document.published else None
        told = self.owner(mention.owner, date) if mention.owner else None
        front, rest = self._split(name, mention.type, date)
        if told is not None and (front is None or told.id not in (front.id, *front.acts_for)):
            front, rest = None, self._without(told, name)
        return Asked(mention, name, _counted(rest) or rest, front or told, date)

    def owner(self, name: str, date: str | None) -> Entry | None:
        """Who is meant by the name of an owner; a head of state stands for the state."""
        matches = self.gazetteer.lookup(_clean(name))
        entry = next((m.entry for m in matches if self.is_a(m.entry.type, "Actor")), None)
        entry = entry or next((match.entry for match in matches), None)
        if entry is not None and entry.type == "Person":
            return self._led_by(entry, date) or entry
        return entry

    def _led_by(self, person: Entry, date: str | None) -> Entry | None:
        terms = [term for term in running(person, date) if term.role in _HEADS]
        return self.gazetteer.entries[terms[-1].of] if terms else None

    def _split(self, name: str, type_: str, date: str | None) -> tuple[Entry | None, str]:
        for front, rest in _divisions(name.split()):
            match = self._owning(front)
            if match is not None and self._may_own(match, rest, type_):
                return match.entry, rest
            if type_ == "Government" and (led := self.owner(front, date)) and self.owns(led):
                return led, rest
        return None, name

    def _owning(self, text: str) -> Match | None:
        matches = self.gazetteer.lookup(text)
        return next((m for m in matches if self.owns(m.entry)), None)

    def _without(self, owner: Entry, name: str) -> str:
        """The name without the owner inside it: "former Russian president"."""
        words = name.split()
        for size in range(min(4, len(words) - 1), 0, -1):
            for start in range(len(words) - size + 1):
                inner = " ".join(words[start : start + size])
                if any(match.entry.id == owner.id for match in self.gazetteer.lookup(inner)):
                    return " ".join((*words[:start], *words[start + size :]))
        return name

    def _may_own(self, match: Match, rest: str, type_: str) -> bool:
        if self.is_a(type_, "StateActor"):
            return True
        if type_ not in ("Person", "Office", "PeopleGroup", "ArmedGroup"):
            return False
        described = rest[0].islower() or self.titles.split(rest)[0] is not None
        titled = self.titles.is_title(rest)
        return (described or titled) and (
            titled or match.kind is not NameKind.NAME or rest[0].islower()
        )


def _divisions(words: list[str]) -> Iterator[tuple[str, str]]:
    """Owner and rest: "Russian | ministry", "Foreign Ministry of | Russia"; long owners first."""
    for count in range(min(5, len(words) - 1), 0, -1):
        yield " ".join(words[:count]), " ".join(words[count:])
    for joint in range(len(words) - 2, 0, -1):
        if words[joint].lower() in _JOINTS:
            yield " ".join(words[joint + 1 :]), " ".join(words[:joint])


def _clean(name: str) -> str:
    name = " ".join(name.split()).strip(_QUOTES)
    return re.sub(r"^(?:the|a|an) (?=\S)|['’]s?$", "", name, flags=re.IGNORECASE).strip(_QUOTES)


def _counted(rest: str) -> str:
    """The words without a number or a determiner in front: "some 10,000 peacekeepers"."""
    words = rest.split()
    while len(words) > 1 and _LEADING.fullmatch(words[0].lower()):
        words = words[1:]
    return " ".join(words)
