"""Dates that a publisher writes, as ISO 8601 (yyyy-mm-dd).

No clock, no locale, no guess: a date that can be read in two ways is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.read.cues import phrases

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_FORMS = tuple(
    re.compile(rf"(?<![\w./-])(?<!\d:){form}(?![\d/-])", re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep){_DAY}",
        rf"{_DAY}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -]{_YEAR}",
        rf"{_MONTH} ?{_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"{_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}",
        rf"(?P<first>\d{{1,2}})(?P<sep>[/-])(?P<second>\d{{1,2}})(?P=sep){_YEAR}",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\w)",
    )
)
_TIME = re.compile(
    r"T?\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)? ?(?:[ap]\.?m\.?)?"
    r"|[+-]\d\d:?\d\d|\d{1,2} ?[ap]\.?m\.?",
    re.IGNORECASE,
)
_FILLER = phrases("""
    published, updated, posted, publication, modified, last, date, dated, first, on, at, of, the
    and, time, local, z, gmt, utc, est, edt, et, cst, cdt, pst, pdt, pt, bst, ist, cet, cest
    eet, eest, msk, jst, mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun, monday, tuesday
    wednesday, thursday, friday, saturday, sunday
""")
_YEAR_LIKE = re.compile(r"\d{4}")
_LONGEST = 100


def dates_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Every full and unambiguous date in a short text, in order: start, end, ISO date."""
    forms = _FORMS if _YEAR_LIKE.search(text) else ()
    matches = (match for form in forms for match in form.finditer(text))
    taken = -1
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        iso = _iso(match)
        if iso and match.start() >= taken:
            taken = match.end()
            yield match.start(), match.end(), iso


def iso_date(value: str) -> str | None:
    """The date that `value` is, with at most a weekday, a time and a label such as "Published:".

    Of several dates ("Published …, updated …") the earliest counts. None if there is anything else.
    """
    value = " ".join(value.split())
    found = list(dates_in(value)) if len(value) <= _LONGEST else []
    return min(iso for _, _, iso in found) if found and is_time(without_dates(value)) else None


def without_dates(text: str) -> str:
    """The text with a bar in place of each date."""
    for start, end, _ in reversed(list(dates_in(text))):
        text = f"{text[:start]} | {text[end:]}"
    return text


def is_time(text: str) -> bool:
    """Whether the text is at most a weekday, a time of day and a label."""
    return all(word.casefold() in _FILLER for word in re.findall(r"\w+", _TIME.sub(" ", text)))


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    try:
        if "first" in parts:
            return _numeric(int(parts["first"]), int(parts["second"]), int(parts["year"]))
        month = parts["month"]
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].casefold()) + 1
        return date(int(parts["year"]), number, int(parts["day"])).isoformat()
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int) -> str | None:
    """Day and month in either order: only where one cannot be a month, or both are the same."""
    if first > 12 or first == second:
        return date(year, second, first).isoformat()
    return date(year, first, second).isoformat() if second > 12 else None
