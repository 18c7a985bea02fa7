"""Frames of role nouns: titles before names, appositions, "X is an ally of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import Entry, Lexicon
from kg.extract.names import Name
from kg.extract.nouns import run_on
