"""PDF files."""

from __future__ import annotations

import logging
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from kg.errors import InputError
from kg.read import pdf
from kg.read.article import Article, Source
from kg.read.pdf import read, unwrap

LINES = [
    "Envoy summoned to ministry",
    "Russia summoned the ambassador of Armenia on Friday and told him that the",
    "exercises with the United States were an unfriendly step and inter-",
    "nationally unwelcome, the ministry said in a statement on pro-",
    "Russian channels.",
    "Armenia rejected it.",
]
PARAGRAPH = (
    "Russia summoned the ambassador of Armenia on Friday and told him that the exercises with the "
    "United States were an unfriendly step and internationally unwelcome, the ministry said in a "
    "statement on pro-Russian channels."
)


def made_of(*pages: list[str]) -> bytes:
    """A PDF file with these lines of text on its pages."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 612 792]"
        contents = f"{5 + 2 * number} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {contents} >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return data + f"{tail}startxref\n{len(data)}\n%%EOF\n".encode()


def rewritten(data: bytes, *, title: str | None = None, password: str | None = None) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    if title:
        writer.add_metadata({"/Title": title})
    if password is not None:
        writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def article(data: bytes) -> Article:
    (found,) = read(Source("r.pdf", "r", data))
    return found


def test_lines_become_paragraphs_again() -> None:
    assert article(made_of(LINES)).text.split("\n") == [
        "Envoy summoned to ministry",
        PARAGRAPH,
        "Armenia rejected it.",
    ]


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    assert article(made_of(LINES[:3], LINES[3:])).text == article(made_of(LINES)).text


def test_the_title_of_the_file_counts_only_if_the_text_opens_with_it() -> None:
    data = made_of(LINES)
    assert article(rewritten(data, title="Envoy summoned to ministry")).title == LINES[0]
    assert article(rewritten(data, title="Microsoft Word - draft7")).title is None


def test_an_encrypted_file_is_refused_unless_it_opens_without_a_password() -> None:
    with pytest.raises(InputError, match=r"r\.pdf: is encrypted: remove the password"):
        article(rewritten(made_of(LINES), password="secret"))
    assert article(rewritten(made_of(LINES), password="")).text == article(made_of(LINES)).text


@pytest.mark.parametrize("data", [b"%PDF-1.4\nbroken", made_of(LINES)[:300], b"no PDF at all"])
def test_broken_files_are_named(data: bytes) -> None:
    with pytest.raises(InputError, match=r"r\.pdf: (cannot be read as PDF|has no text)"):
        article(data)


def test_a_scan_has_no_text() -> None:
    with pytest.raises(InputError, match=r"r\.pdf: has no text: run character recognition"):
        article(made_of([]))


def test_a_book_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    with pytest.raises(InputError, match=r"r\.pdf: has more than 1 pages"):
        article(made_of(LINES, LINES))


def test_pages_that_draw_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LARGEST_CONTENTS", 100)
    with pytest.raises(InputError, match=r"r\.pdf: draws more than an article can be"):
        article(made_of(LINES))


def test_the_parser_s_complaints_are_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("pypdf").warning("odd object")
    assert capsys.readouterr().err == ""


@given(st.text(alphabet="ab .-\nA", max_size=200))
def test_unwrapping_keeps_every_letter(text: str) -> None:
    def letters(value: str) -> str:
        return "".join(c for c in value if c.isalpha())

    assert letters(unwrap(text)) == letters(text)
