"""What is known of an actor, how its names are told apart, and the look-up over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.gazetteer.names import fold, fold_acronym, not_after, slug


class NameKind(StrEnum):
    """In what way a written form names an entry; the order is that of preference."""

    NAME = "name"
    ACRONYM = "acronym"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    METONYM = "metonym"
    SHARED = "shared"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class Term:
    """A time in office: `role` is a relation, `of` the id of an entry.

    Dates are ISO 8601 to their precision; an open end is None.
    """

    role: str
    of: str
    title: str
    start: str
    end: str | None = None

    def covers(self, date: str) -> bool:
        """Whether the term was running at `date`, as far as the precision of the dates can tell."""
        return not_after(self.start, date) and (self.end is None or not_after(date, self.end))


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one actor or place.

    `names` begins with the label; `shared` are names that others bear as well; `within` is the
    country or region that a place lies in, or that a party is of.
    """

    id: str
    label: str
    type: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()
    wikidata: str | None = None
    acts_for: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    within: str | None = None
    surnames: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An entry, and in what way it was named."""

    entry: Entry
    kind: NameKind


def running(entry: Entry, date: str | None) -> list[Term]:
    """The terms that an entry serves at a date; without a date, the open or the latest ones."""
    if date is not None:
        return [term for term in entry.terms if term.covers(date)]
    return [term for term in entry.terms if term.end is None] or list(entry.terms[-1:])


def likeliest(persons: Sequence[Entry], date: str | None) -> Entry:
    """Whom of several with one name a text of a date means: who is, or last came, in office."""

    def weight(entry: Entry) -> tuple[bool, str]:
        begun = [term.start for term in entry.terms if date is None or not_after(term.start, date)]
        return bool(running(entry, date)), max(begun, default="")

    return max(persons, key=weight)


class Gazetteer:
    """All entries, to be looked up by any of their written forms."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in entries}
        self._folded: dict[str, list[Match]] = {}
        self._acronyms: dict[str, list[Match]] = {}
        self._terms: dict[tuple[str, str], list[tuple[Term, Entry]]] = {}
        self._index()

    def lookup(self, name: str) -> tuple[Match, ...]:
        """All entries that `name` may mean, best first, each once."""
        acronyms = self._acronyms.get(fold_acronym(name), ())
        best: dict[str, Match] = {}
        for match in sorted((*acronyms, *self._folded.get(fold(name), ())), key=_rank):
            best.setdefault(match.entry.id, match)
        return tuple(best.values())

    def phrases(self) -> Iterator[tuple[str, Match]]:
        """Every written form of every entry, in the order of the data."""
        for entry in self.entries.values():
            for kind, forms in self._forms(entry):
                if forms:
                    match = Match(entry, kind)
                    yield from ((form, match) for form in forms)

    def holder(
        self, role: str, of: str, date: str | None, *, title: str | None = None
    ) -> Entry | None:
        """Who held the office at `date`; the latest holder known where `date` is None."""
        terms = [
            (term, entry)
            for term, entry in self._terms.get((role, of), ())
            if (title is None or term.title == title) and (date is None or term.covers(date))
        ]
        return terms[-1][1] if terms else None

    def capital_names(self, entry: Entry) -> tuple[str, ...]:
        """How the capital of a state is written."""
        if entry.capital is None:
            return ()
        city = self.entries.get(slug(entry.capital))
        known = city is not None and city.within == entry.id
        return city.names if city and known else (entry.capital,)

    def _forms(self, entry: Entry) -> tuple[tuple[NameKind, tuple[str, ...]], ...]:
        return (
            (NameKind.NAME, entry.names),
            (NameKind.ACRONYM, entry.acronyms),
            (NameKind.ADJECTIVE, entry.adjectives),
            (NameKind.PEOPLE, entry.people),
            (NameKind.CAPITAL, self.capital_names(entry)),
            (NameKind.METONYM, entry.metonyms),
            (NameKind.SHARED, entry.shared),
            (NameKind.SURNAME, entry.surnames),
        )

    def _index(self) -> None:
        for form, match in self.phrases():
            if match.kind is NameKind.ACRONYM:
                self._acronyms.setdefault(fold_acronym(form), []).append(match)
            else:
                self._folded.setdefault(fold(form), []).append(match)
        for entry in self.entries.values():
            if entry.label not in (*entry.names, *entry.shared):
                match = Match(entry, NameKind.NAME)
                self._folded.setdefault(fold(entry.label), []).append(match)
            for term in entry.terms:
                self._terms.setdefault((term.role, term.of), []).append((term, entry))
        for terms in self._terms.values():
            terms.sort(key=lambda pair: (pair[0].start, pair[0].end or "9999"))


_RANKS = {kind: rank for rank, kind in enumerate(NameKind)}


def _rank(match: Match) -> int:
    return _RANKS[match.kind]
