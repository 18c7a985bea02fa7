"""Word documents. A DOCX is a ZIP of XML: both are checked before a parser sees them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from kg.errors import InputError
from kg.read.article import Article, Source

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MOST_PARTS = 2000
MOST_PIECES = 100_000
LARGEST_UNPACKED = 100_000_000
LARGEST_XML = 10_000_000
_ENCRYPTED = 1
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PIECE = re.compile(rb"<(?:\w+:)?[pr][\s>/]")
_TITLES = ("Title", "Heading 1")


def read(source: Source) -> Iterator[Article]:
    """The document's paragraphs, those in tables too, as one article."""
    _check(source)
    paragraphs = [(style, text) for style, text in _paragraphs(source) if text.strip()]
    if not paragraphs:
        raise InputError(f"{source.label}: holds no text")
    title = next((text for style, text in paragraphs if style in _TITLES), None)
    yield Article("\n\n".join(text for _, text in paragraphs), title)


def _check(source: Source) -> None:
    """Refuse what would unpack to more than an article can be, and what asks to be expanded."""
    try:
        with ZipFile(BytesIO(source.data)) as parts:
            infos = parts.infolist()
            if any(info.flag_bits & _ENCRYPTED for info in infos):
                raise InputError(f"{source.label}: is encrypted: remove the password first")
            unpacked = sum(info.file_size for info in infos)
            if len(infos) > MOST_PARTS or unpacked > LARGEST_UNPACKED:
                raise InputError(f"{source.label}: unpacks to more than an article can be: refused")
            for info in infos:
                if info.filename.endswith((".xml", ".rels")):
                    small = info.file_size <= LARGEST_XML
                    _check_xml(parts.read(info) if small else None, source.label)
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error) as error:
        raise InputError(f"{source.label}: cannot be read as DOCX: {error}") from None


def _check_xml(data: bytes | None, label: str) -> None:
    if data is None or sum(1 for _ in _PIECE.finditer(data)) > MOST_PIECES:
        limits = f"{MOST_PIECES} paragraphs and runs or {LARGEST_XML // 1_000_000} MB of XML"
        raise InputError(f"{label}: is longer than {limits}: split it into articles")
    if _DOCTYPE.search(data.replace(b"\0", b"")):
        raise InputError(f"{label}: holds a document type, which no word processor writes: refused")


def _paragraphs(source: Source) -> list[tuple[str | None, str]]:
    """Style and text of each paragraph, in order."""
    from docx import Document

    try:
        return list(_in_order(Document(BytesIO(source.data))))
    except Exception as error:  # noqa: BLE001 - a broken file raises almost anything
        reason = f"{type(error).__name__}: {error}"
        raise InputError(f"{source.label}: cannot be read as DOCX ({reason})") from None


def _in_order(word: WordDocument) -> Iterator[tuple[str | None, str]]:
    """The paragraphs of the body and its tables; text boxes, which stand twice, are left out."""
    from docx.oxml.ns import qn

    styles = {style.style_id: style.name for style in word.styles}
    body = word.element.body
    for box in list(body.iter(qn("w:txbxContent"))):
        box.clear()
    for paragraph in body.iter(qn("w:p")):
        text = "".join(run.text for run in paragraph.iter(qn("w:r")))
        yield styles.get(paragraph.style), text
