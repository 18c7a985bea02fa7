"""Bytes -> clean text, before any offset exists; afterwards the text never changes."""

from __future__ import annotations

import codecs
import re
import unicodedata

from kg.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KEPT = "\t\n\r"
_BREAKS = {0x0B: "\n", 0x0C: "\n", 0x85: "\n"}
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in _KEPT]
_CLEAN = dict.fromkeys([*_CONTROLS, 0xFFFE, 0xFFFF], "") | _BREAKS
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SAMPLE = 1 << 16
_MOST_CHAOS = 0.05
_LEAST_COHERENCE = 0.3


def normalise(text: str) -> str:
    """LF line ends, no control characters, U+FFFD for lone surrogates, NFC.

    What stays is valid in every format that the program writes. A second time changes nothing.
    """
    text = _SURROGATE.sub("\ufffd", text.translate(_CLEAN))
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    return unicodedata.normalize("NFC", text)


def is_binary(data: bytes) -> bool:
    """Whether the bytes hold a NUL, and no byte order mark says that they are UTF-16 or UTF-32."""
    return b"\0" in data and _marked(data) is None


def decode(data: bytes, label: str, *, declared: str | None = None) -> str:
    """The text by byte order mark, as UTF-8, as `declared`, or by a sure guess; else InputError."""
    if is_binary(data):
        raise InputError(f"{label}: is a binary file, not text: save it as text first")
    for encoding in filter(None, (_marked(data), "utf-8", _codec(declared))):
        if (text := _decoded(data, encoding)) is not None:
            return text
    return data.decode(_guess(data, label))


def _marked(data: bytes) -> str | None:
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def _codec(name: str | None) -> str | None:
    """The codec of a declared character set, with Latin-1 as Windows-1252, as browsers have it."""
    try:
        codec = codecs.lookup(name).name if name else None
        b"".decode(codec or "utf-8")
    except (LookupError, ValueError):
        return None
    return "cp1252" if codec in {"iso8859-1", "ascii"} else codec


def _guess(data: bytes, label: str) -> str:
    """The one encoding that fits; refuses where several fit as well and disagree about the text."""
    from charset_normalizer import from_bytes

    sample = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_SAMPLE]
    if _mostly_utf8(sample):
        raise InputError(f"{label}: is damaged UTF-8: repair it, or save it as UTF-8 again")
    matches = list(from_bytes(sample))
    clean = min((match.chaos for match in matches), default=1.0)
    fits = [m for m in matches if m.chaos == clean and m.coherence >= _LEAST_COHERENCE]
    agreed = clean <= _MOST_CHAOS and len({str(match) for match in fits}) == 1
    if not agreed or _decoded(data, fits[0].encoding) is None:
        names = ", ".join(match.encoding for match in fits) or "nothing fits"
        raise InputError(f"{label}: is not UTF-8, and its encoding is unsure ({names}): convert it")
    return fits[0].encoding


def _mostly_utf8(sample: bytes) -> bool:
    valid = sample.decode(errors="ignore").encode()
    return 2 * _high_bytes(valid) > _high_bytes(sample)


def _high_bytes(data: bytes) -> int:
    return sum(byte > 0x7F for byte in data)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError):
        return None
