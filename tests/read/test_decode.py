"""Bytes become clean text, or an error that says what to do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read.decode import decode, is_binary, normalise

SENTENCE = (
    "Russia’s ministry spoke of “unfriendly steps” – and summoned the envoy. The café closed."
)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("page one\fpage two\vline\x85next", "page one\npage two\nline\nnext"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("tab\tstays", "tab\tstays"),
        ("cafe\u0301", "café"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("\ufeffmark", "mark"),
        ("non\ufffecharacter\uffff", "noncharacter"),
    ],
)
def test_normalise_keeps_only_what_every_format_can_hold(raw: str, clean: str) -> None:
    assert normalise(raw) == clean


@given(st.text(alphabet=st.characters()))
def test_normalise_twice_is_normalise_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in once if c not in "\t\n")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"]
)
def test_encodings_that_can_be_told_for_sure(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), "a.txt") == SENTENCE


def test_russian_in_an_old_encoding() -> None:
    text = "Министерство иностранных дел России вызвало посла Армении."
    assert decode(text.encode("koi8-r"), "a.txt") == text


def test_an_encoding_that_could_be_two_is_refused() -> None:
    """The bytes of "ã" are "ă" on a Central European page; nothing in the file says which."""
    data = "The café in São Paulo was closed to the officials of the embassy.".encode("cp1252")
    with pytest.raises(
        InputError, match=r"a\.txt: is not UTF-8, and its encoding is unsure .*convert"
    ):
        decode(data, "a.txt")


def test_damaged_utf8_is_not_taken_for_another_encoding() -> None:
    with pytest.raises(InputError, match=r"a\.txt: is damaged UTF-8"):
        decode(SENTENCE.encode() + b" cut \xe2\x80", "a.txt")


def test_a_declared_encoding_is_believed_where_it_decodes() -> None:
    data = "São Paulo".encode("latin-1")
    assert decode(data, "a.html", declared="ISO-8859-1") == "São Paulo"


@pytest.mark.parametrize("declared", ["no-such-charset", "base64", "utf-8", ""])
def test_a_declared_encoding_that_is_none_is_ignored(declared: str) -> None:
    assert decode("São Paulo".encode(), "a.html", declared=declared) == "São Paulo"


def test_binary_files_are_refused() -> None:
    picture = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    assert is_binary(picture)
    with pytest.raises(InputError, match=r"a\.txt: is a binary file"):
        decode(picture, "a.txt")


def test_random_bytes_are_refused() -> None:
    data = bytes((17 * n * n + 3 * n) % 255 + 1 for n in range(2000))
    with pytest.raises(InputError, match=r"a\.txt: is not UTF-8"):
        decode(data, "a.txt")
