"""Values as RDF literals: text that every format carries, dates to their precision, decimals."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from pyoxigraph import Literal

from kg.errors import ValidationError
from kg.graph.names import XSD, node
from kg.model import UNWRITABLE

_DATES = (
    (re.compile(r"\d{4}$"), "gYear"),
    (re.compile(r"\d{4}-\d\d$"), "gYearMonth"),
    (re.compile(r"\d{4}-\d\d-\d\d$"), "date"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$"), "dateTime"),
)


def clean(text: str) -> str:
    """Replace characters that some format cannot write, one for one, so that offsets hold."""
    return UNWRITABLE.sub("\ufffd", text)


def text(value: str) -> Literal:
    """A plain string."""
    return Literal(clean(value))


def number(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=node(XSD + "integer"))


def two_digits(value: float) -> str:
    """The number rounded half up, in its canonical form ("0.9", "1"): stores keep no other."""
    if not isfinite(value):
        raise ValidationError(f"{value!r} is no number that a graph can hold")
    rounded = Decimal(repr(value)).quantize(Decimal("0.01"), ROUND_HALF_UP) + 0
    return f"{rounded.normalize():f}"


def decimal(value: float) -> Literal:
    """An xsd:decimal of at most two digits."""
    return Literal(two_digits(value), datatype=node(XSD + "decimal"))


def moment(value: str) -> Literal:
    """A date typed by its precision (xsd:gYear to xsd:dateTime); what is no date is a string."""
    for pattern, datatype in _DATES:
        if pattern.match(value) and _exists(value):
            return Literal(value, datatype=node(XSD + datatype))
    return text(value)


def _exists(value: str) -> bool:
    padded = value + "0001-01-01"[len(value) :]
    try:
        return bool(datetime.fromisoformat(value) if "T" in value else date.fromisoformat(padded))
    except ValueError:
        return False
