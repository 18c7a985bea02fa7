"""The sentence behind a claim, cut at the edges of its marked spans, with the text around it.

Offsets count code points and a browser counts UTF-16 units, so the cutting happens here.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TypedDict

from kg.model import Document, Evidence, Span

SUBJECT, CUE, OBJECT, SCOPE = 1, 2, 4, 8
_CONTEXT = 240
_GAP = re.compile(r" {4,}")
_SPACE = re.compile(r"\s+")


class Passage(TypedDict):
    """`parts` join to the sentence; each is (sum of SUBJECT, CUE, OBJECT, SCOPE; text)."""

    before: str
    parts: list[tuple[int, str]]
    after: str


def passage(document: Document, evidence: Evidence) -> Passage:
    """The marked sentence and what stands around it; empty where the text isn't known.

    A document that was read back from a graph is blank but for its quotations: gaps become "…".
    """
    start, end = evidence.sentence.start, min(evidence.sentence.end, len(document.text))
    if not document.text[start:end].strip():
        return {"before": "", "parts": [], "after": ""}
    first, last = _around(document, evidence.sentence)
    return {
        "before": _head_cut(document.text[first:start], first > 0),
        "parts": _parts(document.text, evidence, end),
        "after": _tail_cut(document.text[end:last], last < len(document.text)),
    }


def _around(document: Document, sentence: Span) -> tuple[int, int]:
    section = next((s.span for s in document.sections if s.span.covers(sentence)), None)
    low, high = (section.start, section.end) if section else (0, len(document.text))
    return max(low, sentence.start - _CONTEXT), min(high, sentence.end + _CONTEXT)


def _parts(text: str, evidence: Evidence, end: int) -> list[tuple[int, str]]:
    start = evidence.sentence.start
    marks = [(evidence.subject, SUBJECT), (evidence.cue, CUE), (evidence.object, OBJECT)]
    marks += [(span, SCOPE) for span in evidence.scope]
    ends = (offset for span, _ in marks for offset in (span.start, span.end))
    edges = {start, end, *(offset for offset in ends if start < offset < end)}
    return [
        (
            sum({role for span, role in marks if span.start <= a < span.end}),
            _plain(text[a:b]),
        )
        for a, b in pairwise(sorted(edges))
    ]


def _head_cut(text: str, is_cut: bool) -> str:
    words = _plain(text)
    if is_cut and len(text) == _CONTEXT and not words.startswith(" …"):
        words = "… " + words.partition(" ")[2]
    return words if words.strip(" …") else ""


def _tail_cut(text: str, is_cut: bool) -> str:
    words = _plain(text)
    if is_cut and len(text) == _CONTEXT and not words.endswith("… "):
        words = words.rpartition(" ")[0] + " …"
    return words if words.strip(" …") else ""


def _plain(text: str) -> str:
    return _SPACE.sub(" ", _GAP.sub(" … ", text))
