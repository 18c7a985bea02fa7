"""Fills a page: hashes for the content security policy, the data as an escaped JSON island."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

# Nothing may load, connect, frame or submit; only the hashed style and scripts run; images are the
# page's own pictures.
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {style}; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
# Characters that could end the script element, or a line in an old script parser.
_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}

_BIDI_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@cache
def asset(name: str) -> str:
    """A script or a style sheet as built into assets/."""
    return (files("kg.export.html") / "assets" / name).read_text(encoding="utf-8")


@cache
def template(name: str) -> str:
    """A page with $-marked places for what goes into it."""
    return (files("kg.export.html") / "templates" / name).read_text(encoding="utf-8")


def fill(page: str, *, title: str, style: str, scripts: Iterable[str], data: Any) -> str:
    """The page with title, policy, style, data and scripts in their places."""
    scripts = tuple(scripts)
    policy = _POLICY.format(scripts=" ".join(map(source_hash, scripts)), style=source_hash(style))
    return Template(page).substitute(
        title=escape(printable(title)),
        policy=policy,
        style=style,
        data=as_island(data),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )


def source_hash(code: str) -> str:
    """The hash under which a content security policy admits the code."""
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


def as_island(data: Any) -> str:
    """The data as JSON that holds no markup, whatever the strings in it are."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return text.translate(_UNSAFE)


def printable(text: str) -> str:
    """The text without what a title can't show: controls, bidi overrides, lone surrogates."""
    shown = "".join(" " if _is_control(char) else char for char in text)
    return shown.encode("utf-8", "replace").decode("utf-8")


def _is_control(char: str) -> bool:
    return char < " " or "\x7f" <= char <= "\x9f" or char in _BIDI_OVERRIDES
