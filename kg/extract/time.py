"""When a claim holds or happened.

The date expression nearest to its predicate, reckoned against the publication date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

from kg.extract.parse import syntax
from kg.extract.parse.pipeline import Parsed
from kg.model import Span, When

if TYPE_CHECKING:
    from spacy.tokens import Token

# Clauses with dates of their own.
_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "parataxis"))
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_DAYS = {
    "monday": MO,
    "tuesday": TU,
    "wednesday": WE,
    "thursday": TH,
    "friday": FR,
    "saturday": SA,
    "sunday": SU,
}
_SEASONS = {
    "spring": ("03", "05"),
    "summer": ("06", "08"),
    "autumn": ("09", "11"),
    "fall": ("09", "11"),
    "winter": ("12", "02"),
}
_PARTS = frozenset((*_SEASONS, "end", "start", "beginning", "half", "middle", "rest", "most"))
_NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"a": 1, "an": 1, "several": 3, "few": 3}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_ABSOLUTE = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?,?(?: {_YEAR})?\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,? {_YEAR})?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<month>{_MONTH})\.?,?(?: of)? {_YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(
        rf"\b(?:in |since |from |until |by |during |of |the )?{_YEAR}\b(?!s)", re.IGNORECASE
    ),
)
_BARE_MONTH = re.compile(
    rf"\b(?:in|in mid-?|since|last|this|of|early|late|mid-?) (?P<month>{_MONTH})\b", re.IGNORECASE
)
_AGO = re.compile(
    r"\b(?P<n>\d+|\w+) (?P<unit>day|week|month|year|decade)s? (?:ago|earlier)\b", re.IGNORECASE
)
_UNITS = "week|month|year|spring|summer|autumn|fall|winter|night"
_NAMED = re.compile(
    rf"\b(?P<which>last|next|this|past) (?P<unit>{_UNITS})\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>last|next|this|on) )?(?P<day>{'|'.join(_DAYS)})\b", re.IGNORECASE
)
_TODAY = "today|yesterday|tomorrow|tonight|overnight"
_WORDS = re.compile(rf"\b(?P<word>{_TODAY})\b", re.IGNORECASE)
# Words and figures one of which every expression has.
_A_WORD = re.compile(r"[a-z]+|\d")
_TIMELY = frozenset(
    (*_MONTHS, *_DAYS, *_UNITS.split("|"), *_TODAY.split("|"), "ago", "earlier", *"0123456789")
)
# A line that begins with a date, as in a timeline.
_HEADED = re.compile(r"[\s*_•·–—-]*")
_DIVIDING, _LONGEST_HEADING = (":", "–", "—", "-", "|"), 60


def when(parsed: Parsed, predicate: Token) -> When | None:
    """The date that belongs to the predicate, or that heads its line or the line before."""
    document, sentence = parsed.document, predicate.sent
    span = parsed.sentence_span(sentence)
    reference = _day(document.published)
    best: tuple[int, When] | None = None
    for start, end, value in _expressions(span.of(document.text), reference):
        found = Span(span.start + start, span.start + end)
        if _names_a_thing(parsed, found, predicate):
            continue
        distance = _distance(parsed, found.start, predicate)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, replace(value, span=found))
    return best[1] if best else _heading(document.text, span.start, reference)


def _heading(text: str, start: int, reference: date | None) -> When | None:
    """As "30 July 2023: Chad closes its border.", or a date alone in the line before."""
    line = text.rfind("\n", 0, start) + 1
    before = text[:line].rstrip().rfind("\n") + 1
    for first, alone in ((line, False), (before, True)):
        words = text[first : first + _LONGEST_HEADING].split("\n")[0]
        found = _HEADED.match(words)
        match = found and next((m for p in _ABSOLUTE if (m := p.match(words, found.end()))), None)
        rest = words[match.end() :].strip(" *_") if match else "."
        if match and (not rest if alone else rest[:1] in _DIVIDING):
            value = _absolute(match, reference)
            return value and replace(value, span=Span(first + match.start(), first + match.end()))
    return None


def _names_a_thing(parsed: Parsed, found: Span, predicate: Token) -> bool:
    """Whether a date tells which thing is meant: "the 1999 agreement", "last month's raid"."""
    last = next((t for t in predicate.sent if parsed.offset(t.idx + len(t)) == found.end), None)
    if last is not None and last.dep_ == "poss":  # "condemned last month's raid"
        thing = last.head
        inside = thing == predicate or thing.is_ancestor(predicate)
        return not inside and thing.head.lower_ not in ("in", "during", "at")
    if _ranked(parsed, found, predicate):
        return True
    tokens = [t for t in predicate.sent if _is_year(t.text) and parsed.offset(t.idx) < found.end]
    year = next((t for t in reversed(tokens) if parsed.offset(t.idx) >= found.start), None)
    if year is not None and year.dep_ == "pobj" and year.head.lower_ == "of":
        noun = year.head.head  # "the war of 1999"
        return noun.tag_ in ("NN", "NNS") and noun.lemma_ not in _PARTS and noun != predicate
    if year is None or year.dep_ not in ("nummod", "compound") or year.i + 1 >= len(year.doc):
        return False
    noun = year.head
    return noun.i > year.i and noun.tag_ in ("NN", "NNS") and noun != predicate


def _ranked(parsed: Parsed, found: Span, predicate: Token) -> bool:
    """As "their first meeting since 2019", "its largest drill since May": what came before it."""
    since = None
    for token in predicate.sent:
        start = parsed.offset(token.idx)
        if token.lower_ == "since" and start <= found.start <= start + len("since "):
            since = token
    if since is None:
        return False
    nouns = (since.head, *(c for c in since.head.children if c.dep_ in ("dobj", "attr")))
    words = (t for noun in nouns for t in (noun, *noun.children))
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ in ("first", "last") for t in words)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit()


def _distance(parsed: Parsed, offset: int, predicate: Token) -> int | None:
    """Steps in the parse from the date to the predicate's own clause.

    None for a date inside of another clause: "Russia, which annexed Crimea in 2014, attacked".
    """
    token = min(predicate.sent, key=lambda t: abs(parsed.offset(t.idx) - offset))
    line = [predicate, *predicate.ancestors]
    for steps, above in enumerate((token, *token.ancestors)):
        if above in line:
            return steps + 2 * line.index(above)
        if above.dep_ in _CLAUSES and syntax.is_verb(above):
            return None
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in above.children)
        if above.dep_ == "conj" and (own or above.tag_ in ("NN", "NNS")):
            return None  # "the truce and the pullout in 2020", "Chad left and Mali fell in 2020"
    return None


@lru_cache(maxsize=16)  # a sentence is asked for each of its predicates
def _expressions(text: str, reference: date | None) -> tuple[tuple[int, int, When], ...]:
    if _TIMELY.isdisjoint(_A_WORD.findall(text.lower())):
        return ()
    found: list[tuple[int, int, When]] = []
    for pattern in _ABSOLUTE:
        for match in pattern.finditer(text):
            if _free(match, found) and (value := _absolute(match, reference)):
                found.append((match.start(), match.end(), value))
    if reference:
        for pattern, reckon in _RELATIVE:
            for match in pattern.finditer(text):
                if _free(match, found) and (value := reckon(match, reference)):
                    found.append((match.start(), match.end(), value))
    return tuple(_ranges(text, found))


def _free(match: re.Match[str], found: list[tuple[int, int, When]]) -> bool:
    return not any(start < match.end() and match.start() < end for start, end, _ in found)


def _ranges(text: str, found: list[tuple[int, int, When]]) -> list[tuple[int, int, When]]:
    """As "from 1998 to 1999", "between March 1998 and June 1999": two dates as one range."""
    joined: list[tuple[int, int, When]] = []
    for start, end, value in sorted(found, key=lambda part: part[:2]):
        if joined:
            first, last, earlier = joined[-1]
            link = text[last:start].strip().lower()
            opened = text[:first].lower().rstrip().endswith(("from", "between")) or re.match(
                "(?:from|between) ", text[first:].lower()
            )
            if opened and link in ("to", "and", "until") and earlier.date < value.date:
                joined[-1] = (first, end, replace(earlier, end=value.date))
                continue
        joined.append((start, end, value))
    return joined


def _absolute(match: re.Match[str], reference: date | None) -> When | None:
    parts = match.groupdict()
    month = parts.get("month")
    number = int(month) if month and month.isdigit() else _MONTHS[month.lower()] if month else None
    year = parts.get("year")
    if year is None:
        if reference is None or number is None:
            return None
        day = int(parts["day"])
        guessed = (
            reference.year
            if (number, day) <= (reference.month, reference.day + 7) or number == reference.month
            else reference.year - 1
        )
        return _valid(guessed, number, day, "relative")
    if number is None:
        return When(year)
    return (
        _valid(int(year), number, int(parts["day"]), "text")
        if parts.get("day")
        else When(f"{year}-{number:02d}")
    )


def _valid(year: int, month: int, day: int, origin: str) -> When | None:
    try:
        return When(date(year, month, day).isoformat(), origin=origin)
    except ValueError:
        return None


def _bare_month(match: re.Match[str], reference: date) -> When:
    number = _MONTHS[match["month"].lower()]
    year = reference.year if number <= reference.month else reference.year - 1
    return When(f"{year}-{number:02d}", origin="relative")


def _ago(match: re.Match[str], reference: date) -> When | None:
    word = match["n"].lower()
    count = int(word) if word.isdigit() else _NUMBERS.get(word)
    if count is None or count > 5000:
        return None
    unit = match["unit"].lower()
    if unit in ("day", "week"):
        moment = reference - relativedelta(days=count * (7 if unit == "week" else 1))
        exact = unit == "day" and word not in ("few", "several")
        return When(moment.isoformat() if exact else moment.strftime("%Y-%m"), origin="relative")
    if unit == "month":
        return When((reference - relativedelta(months=count)).strftime("%Y-%m"), origin="relative")
    years = count * (10 if unit == "decade" else 1)
    return (
        When(f"{reference.year - years:04d}", origin="relative") if years < reference.year else None
    )


def _named(match: re.Match[str], reference: date) -> When:
    unit, which = match["unit"].lower(), match["which"].lower()
    shift = {"last": -1, "past": -1, "next": 1}.get(which, 0)
    if unit == "year":
        return When(f"{reference.year + shift:04d}", origin="relative")
    if unit == "month":
        return When((reference + relativedelta(months=shift)).strftime("%Y-%m"), origin="relative")
    if unit in ("week", "night"):
        days = 7 * shift if unit == "week" else shift
        moment = reference + relativedelta(days=days)
        if unit == "night":
            return When(moment.isoformat(), origin="relative")
        monday = moment + relativedelta(weekday=MO(-1))
        return When(monday.isoformat(), (monday + relativedelta(days=6)).isoformat(), "relative")
    first, last = _SEASONS[unit]
    year = reference.year + (shift if shift > 0 or int(first) >= reference.month - 2 else 0)
    return When(f"{year}-{first}", f"{year + (unit == 'winter')}-{last}", "relative")


def _weekday(match: re.Match[str], reference: date) -> When:
    day = _DAYS[match["day"].lower()]
    which = (match["which"] or "").lower()
    if which == "last":
        return When(
            (reference + relativedelta(days=-1, weekday=day(-1))).isoformat(), origin="relative"
        )
    if which == "next":
        return When(
            (reference + relativedelta(days=1, weekday=day(1))).isoformat(), origin="relative"
        )
    return When((reference + relativedelta(weekday=day(-1))).isoformat(), origin="relative")


def _word(match: re.Match[str], reference: date) -> When:
    shift = {"yesterday": -1, "overnight": 0, "tomorrow": 1}.get(match["word"].lower(), 0)
    return When((reference + relativedelta(days=shift)).isoformat(), origin="relative")


_Reckoning = Callable[[re.Match[str], date], When | None]
_RELATIVE: tuple[tuple[re.Pattern[str], _Reckoning], ...] = (
    (_AGO, _ago),
    (_NAMED, _named),
    (_WEEKDAY, _weekday),
    (_WORDS, _word),
    (_BARE_MONTH, _bare_month),
)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
