"""Word documents, and files that only pretend to be one."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from kg.errors import InputError
from kg.read import docx
from kg.read.article import Article, Source
from kg.read.docx import read

BODY = "Russia summoned Armenia's ambassador on Friday."


def made() -> bytes:
    word = Document()
    word.add_heading("Envoy summoned", level=0)
    word.add_paragraph(BODY)
    word.add_paragraph("   ")
    table = word.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Moscow", "Yerevan"
    word.add_paragraph("Armenia rejected it.")
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The document with one part put in place of another, or added."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        new.writestr(name, content)
    return out.getvalue()


def article(data: bytes) -> Article:
    (found,) = read(Source("w.docx", "w", data))
    return found


def test_paragraphs_and_tables_in_order() -> None:
    paragraphs = ["Envoy summoned", BODY, "Moscow", "Yerevan", "Armenia rejected it."]
    assert article(made()) == Article("\n\n".join(paragraphs), "Envoy summoned")


def test_a_cell_that_says_it_spans_very_many_columns_costs_nothing() -> None:
    with ZipFile(BytesIO(made())) as parts:
        xml = parts.read("word/document.xml")
    wide = xml.replace(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="999999999"/>')
    assert wide != xml
    assert article(with_part(made(), "word/document.xml", wide)) == article(made())


def test_insertions_that_nobody_has_accepted_are_text_and_text_boxes_are_not() -> None:
    with ZipFile(BytesIO(made())) as parts:
        xml = parts.read("word/document.xml").decode()
    run = "<w:r><w:t>{}</w:t></w:r>"
    boxed = f"<w:txbxContent><w:p>{run.format('Boxed.')}</w:p></w:txbxContent>"
    box = f"<w:r><w:pict>{boxed}</w:pict></w:r>"
    inserted = f"<w:ins>{run.format(' In Moscow.')}</w:ins>{box}"
    changed = xml.replace(f"{BODY}</w:t></w:r>", f"{BODY}</w:t></w:r>{inserted}")
    text = article(with_part(made(), "word/document.xml", changed.encode())).text
    assert text == article(made()).text.replace(BODY, f"{BODY} In Moscow.")


def test_a_document_type_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>'
    for content in (bomb, bomb.decode().encode("utf-16")):
        with pytest.raises(InputError, match=r"w\.docx: holds a document type"):
            article(with_part(made(), "word/document.xml", content))


def test_a_document_of_very_many_paragraphs_is_refused() -> None:
    many = b"<w:document>" + b"<w:p/>" * (docx.MOST_PIECES + 1) + b"</w:document>"
    with pytest.raises(InputError, match=r"w\.docx: is longer than 100000 paragraphs"):
        article(with_part(made(), "word/document.xml", many))


def test_xml_that_unpacks_to_very_much_is_not_unpacked() -> None:
    with pytest.raises(InputError, match=r"w\.docx: is longer than .* 10 MB of XML"):
        article(with_part(made(), "word/document.xml", b" " * (docx.LARGEST_XML + 1)))


@pytest.mark.parametrize("limit", ["MOST_PARTS", "LARGEST_UNPACKED"])
def test_an_archive_that_unpacks_to_very_much_is_refused(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx, limit, 3)
    with pytest.raises(InputError, match=r"w\.docx: unpacks to more than an article can be"):
        article(made())


def test_an_encrypted_archive_is_refused() -> None:
    data = bytearray(made())
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    with pytest.raises(InputError, match=r"w\.docx: is encrypted"):
        article(bytes(data))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 broken",
        made()[:-100],
        made().replace(b"PK\x01\x02", b"PK\x01\x03"),
        with_part(made(), "[Content_Types].xml", b"<Types/>"),
        with_part(made(), "word/document.xml", b"<broken"),
    ],
)
def test_broken_files_are_named(data: bytes) -> None:
    with pytest.raises(InputError, match=r"w\.docx: cannot be read as DOCX"):
        article(data)


def test_a_document_without_text_is_refused() -> None:
    out = BytesIO()
    Document().save(out)
    with pytest.raises(InputError, match=r"w\.docx: holds no text"):
        article(out.getvalue())
