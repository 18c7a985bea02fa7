"""Names as strings: how they are compared, and the ids and surnames that are made of them."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans("’‘ʼ‐‑–ıøłđ", "'''---iold")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_DROPPED = str.maketrans("", "", "'.")


def fold(name: str) -> str:
    """The form to compare names in: no diacritics, case, hyphens, leading "the", possessive."""
    return _bare(without_marks(name.lower()).replace("-", " "))


def without_marks(name: str) -> str:
    """The name as it is written where diacritics are not at hand ("Maria" for "María")."""
    if name.isascii():
        return name
    apart = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(char for char in apart if not unicodedata.combining(char))


def fold_acronym(name: str) -> str:
    """The form in which acronyms are compared: case counts, full stops do not."""
    return _bare(name.translate(_PLAIN)).replace(".", "")


def slug(text: str) -> str:
    """Lower-case kebab case of the letters and digits, in any script; empty without any."""
    if text.isascii():
        return "-".join(_ASCII_WORD.findall(text.lower().translate(_DROPPED)))
    chars: list[str] = []
    for char in unicodedata.normalize("NFKD", text):
        if not (unicodedata.combining(char) and (not chars or chars[-1].isascii())):
            chars.append(char)
    plain = unicodedata.normalize("NFKC", "".join(chars)).lower().translate(_PLAIN)
    kept = (char if _in_word(char) else " " for char in plain.translate(_DROPPED))
    return "-".join(word for word in "".join(kept).split() if any(map(str.isalnum, word)))


def surname(name: str) -> str | None:
    """The family name of a Western name: from the first particle on, or the last word.

    None for a single word.
    """
    words = name.split()
    particle = next((i for i, word in enumerate(words[1:], 1) if word[0].islower()), -1)
    return " ".join(words[particle:]) if len(words) > 1 else None


def not_after(earlier: str, later: str) -> bool:
    """Whether one ISO 8601 date is not after another, as far as the coarser of the two tells."""
    length = min(len(earlier), len(later))
    return earlier[:length] <= later[:length]


def _bare(name: str) -> str:
    name = " ".join(name.split())
    if name[-2:].endswith(("'", "'s")):
        name = name[:-2] if name.endswith("'s") else name[:-1]
    return name[4:] if name[:4].lower() == "the " else name


def _in_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"
