"""A walk on a terminal, or by the lines of a script: what is asked is shown, an answer a line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

import typer

from kg.cli.output import complain, say
from kg.errors import CorrectionError, KgError

if TYPE_CHECKING:
    from kg.corrections.walk import Decided

T = TypeVar("T")


class Way(Protocol[T]):
    """A walk through what a person decides on."""

    claims: list[T]
    at: int
    decided: Decided

    @property
    def claim(self) -> T | None:
        """What is asked about; None at the end."""

    def answer(self, text: str) -> None:
        """Do what an answer says, and go on."""


@dataclass(frozen=True, slots=True)
class Manner(Generic[T]):
    """How a walk shows what it asks about, names it, and says which answers there are."""

    show: Callable[[T], None]
    name: Callable[[T], str]
    prompt: str
    help: str


def walk(way: Way[T], manner: Manner[T], *, quiet: bool) -> None:
    """Ask until the end; raises `CorrectionError` at a line of a script that is no answer."""
    asked, number = None, 0
    before = way.decided.overlay
    while (claim := way.claim) is not None:
        if claim is not asked:
            say(f"{way.at + 1} of {len(way.claims)}: {manner.name(claim)}", quiet=quiet)
            manner.show(claim)
            asked = claim
        number += 1
        text = _answer(manner.prompt)
        if text.strip() == "?":
            typer.echo(manner.help)
            continue
        try:
            way.answer(text)
        except KgError as error:
            if not sys.stdin.isatty():
                raise CorrectionError(f"answer {number}: {error}") from error
            complain(error)
    say(f"{len(way.decided.overlay.since(before))} corrections made", quiet=quiet)


def _answer(prompt: str) -> str:
    if sys.stdin.isatty():
        typer.echo(f"{prompt} > ", nl=False)
    return sys.stdin.readline() or "q"
