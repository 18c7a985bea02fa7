"""Typed access to one JSON record: what is missing or of the wrong kind is named with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from kg.errors import ValidationError
from kg.model import Span, surrogate

T = TypeVar("T")


class Fields:
    """One JSON object; `where` says in which file and line it stands."""

    def __init__(self, data: Any, where: str, path: str = "") -> None:
        self.where, self.path = where, path
        if not isinstance(data, dict):
            raise self.fault(f"{path or 'the line'} must be an object, not {kind(data)}")
        self.data: Mapping[str, Any] = data

    def fault(self, why: str) -> ValidationError:
        """An error that names the place."""
        return ValidationError(f"{self.where}: {why}")

    def text(self, key: str) -> str:
        """A string that must be there."""
        return self._typed(key, self._get(key), str)

    def maybe(self, key: str) -> str | None:
        """A string, or None where it is null or absent."""
        value = self.data.get(key)
        return None if value is None else self._typed(key, value, str)

    def share(self, key: str, default: float) -> float:
        """A number between 0 and 1, or the default where it is absent."""
        value = self.data.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault(f"{self._name(key)} must be a number, not {kind(value)}")
        if not 0 <= value <= 1:
            raise self.fault(f"{self._name(key)} is {value}, which is not between 0 and 1")
        return float(value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false, or the default where it is absent."""
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            raise self.fault(f"{self._name(key)} must be true or false")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where it is absent."""
        values = self._typed(key, self.data.get(key, []), list)
        return tuple(self._typed(key, value, str) for value in values)

    def pairs(self, key: str) -> Iterator[tuple[str, str]]:
        """An object whose values are strings or lists of strings, as pairs."""
        values = self._typed(key, self.data.get(key, {}), dict)
        for name, value in values.items():
            for item in value if isinstance(value, list) else [value]:
                yield self._typed(key, name, str), self._typed(f"{key}.{name}", item, str)

    def child(self, key: str) -> Fields:
        """The object below a key that must be there."""
        return Fields(self._get(key), self.where, self._name(key))

    def maybe_child(self, key: str) -> Fields | None:
        """The object below a key, or None where it is null or absent."""
        return None if self.data.get(key) is None else self.child(key)

    def children(self, key: str) -> Iterator[Fields]:
        """The objects of a list; none where it is absent."""
        for number, value in enumerate(self._typed(key, self.data.get(key, []), list)):
            yield Fields(value, self.where, f"{self._name(key)}[{number}]")

    def span(self, key: str) -> Span:
        """A `[start, end]` that must be there."""
        return self._span(key, self._get(key))

    def maybe_span(self, key: str) -> Span | None:
        """A `[start, end]`, or None where it is absent."""
        value = self.data.get(key)
        return None if value is None else self._span(key, value)

    def spans(self, key: str) -> tuple[Span, ...]:
        """A list of `[start, end]`; empty where it is absent."""
        return tuple(self._span(key, v) for v in self._typed(key, self.data.get(key, []), list))

    def own_span(self) -> Span:
        """The span of the keys `start` and `end` of this object."""
        return self._span("start, end", [self._get("start"), self._get("end")])

    def _span(self, key: str, value: Any) -> Span:
        try:
            start, end = value
            return Span(self._typed(key, start, int), self._typed(key, end, int))
        except (TypeError, ValueError) as error:
            raise self.fault(f"{self._name(key)} is no [start, end]: {error}") from error

    def _get(self, key: str) -> Any:
        if key not in self.data:
            raise self.fault(f"key {self._name(key)} is missing")
        return self.data[key]

    def _typed(self, key: str, value: Any, type_: type[T]) -> T:
        if isinstance(value, bool) or not isinstance(value, type_):
            raise self.fault(f"{self._name(key)} must be {_NAMES[type_]}, not {kind(value)}")
        if isinstance(value, str) and (at := surrogate(value)):
            raise self.fault(f"{self._name(key)} has {at}, which no file can hold")
        return value

    def _name(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


_NAMES = {str: "a string", int: "a whole number", list: "a list", dict: "an object"}


def kind(value: Any) -> str:
    """What JSON calls a value of this type."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return _NAMES.get(type(value), "a number")
