"""Files, folders and standard input: order, names, and one error for each input that fails."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import READERS, read, read_text
from kg.read import files as module

BODY = "Russia summoned Armenia's ambassador on Friday over unfriendly steps."


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def names(*paths: str | Path) -> list[str]:
    return [document.name for document in read(paths)]


def test_one_file(tmp_path: Path) -> None:
    write(tmp_path, story=BODY)
    assert list(read([tmp_path / "story.txt"])) == [read_text(BODY, name="story")]


def test_a_folder_is_walked_and_sorted(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    write(tmp_path / "b" / "deep", one=BODY)
    write(tmp_path / "b", two=BODY)
    write(tmp_path, zeta=BODY, alpha=BODY)
    (tmp_path / "image.png").write_bytes(b"\x89PNG\x00")
    (tmp_path / ".hidden.txt").write_text("hidden", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".git", config=BODY)
    assert names(tmp_path) == ["alpha", "one", "two", "zeta"]


def test_the_order_in_which_paths_are_given_does_not_matter(tmp_path: Path) -> None:
    write(tmp_path, a="A text.", b="B text.", c="C text.")
    paths = [tmp_path / f"{name}.txt" for name in "cab"]
    assert list(read(paths)) == list(read(reversed(paths))) == list(read([tmp_path]))


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a=BODY)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert names(tmp_path, tmp_path / "a.txt", str(tmp_path / "." / "a.txt")) == ["a"]


def test_endings_in_capitals_and_unknown_endings(tmp_path: Path) -> None:
    (tmp_path / "A.TXT").write_text(BODY, encoding="utf-8")
    (tmp_path / "b.news").write_text(BODY, encoding="utf-8")
    (tmp_path / "c").write_text('{"text": "One.", "id": "x"}\n', encoding="utf-8")
    assert names(tmp_path) == ["A"]
    assert names(tmp_path / "b.news", tmp_path / "c") == ["b", "c-x"]


def test_later_documents_of_one_name_get_a_suffix_that_their_text_decides(tmp_path: Path) -> None:
    for folder, text in (("1", "First."), ("2", "Second."), ("3", "Second."), ("4", "Second.")):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, story=text)
    part = read_text("Second.", name="x").id[:6]
    assert names(tmp_path) == ["story", f"story-{part}", f"story-{part}-2", f"story-{part}-3"]


def test_records_are_named_by_file_and_id(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text('{"id": "a/b", "text": "One."}\n{"text": "Two."}\n', encoding="utf-8")
    assert names(path) == ["wire-a-b", "wire-2"]


def test_every_reader_is_found_in_a_folder(tmp_path: Path) -> None:
    for ending in set(READERS) - {".pdf", ".docx", ".json"}:
        page = '{"text": "One."}' if "json" in ending or ending == ".ndjson" else "text\nOne.\n"
        (tmp_path / f"f{ending[1:]}{ending}").write_text(page, encoding="utf-8")
    assert len(names(tmp_path)) == len(READERS) - 3


def test_one_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path, good=BODY, empty=" \n\t", late=BODY)
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "wire.jsonl").write_text('{"text": "One."}\nbroken\n', encoding="utf-8")
    errors: list[InputError] = []
    paths = [tmp_path, tmp_path / "gone.txt"]
    found = [document.name for document in read(paths, on_error=errors.append)]
    assert found == ["good", "late", "wire-1"]
    assert [str(error).removeprefix(f"{tmp_path}{os.sep}") for error in errors] == [
        "binary.txt: is a binary file, not text: save it as text first",
        "empty.txt: is empty",
        "gone.txt: cannot be read: No such file or directory",
        "wire.jsonl, line 2: is not JSON: Expecting value (line 1, character 1)",
    ]


def test_without_a_report_the_first_error_is_raised(tmp_path: Path) -> None:
    write(tmp_path, a=BODY, b="", c=BODY)
    documents = read([tmp_path])
    assert next(documents).name == "a"
    with pytest.raises(InputError, match=r"b\.txt: is empty"):
        next(documents)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("https://example.org/story", "is an address, and reading fetches nothing"),
        ("no-such-file.txt", r"no-such-file\.txt: cannot be read: No such file"),
        ("nul\0byte.txt", "nul\ufffdbyte.txt: cannot be read"),
        ("", "a path is empty: give a file"),
    ],
)
def test_paths_that_lead_nowhere(path: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        list(read([path]))


def test_a_folder_without_articles_says_what_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no file that can be read \(\.txt "):
        list(read([tmp_path]))


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match=r"pipe\.txt: is no regular file"):
        list(read([tmp_path]))


def test_a_file_without_permission_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, a=BODY)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"a\.txt: cannot be read: Permission denied"):
        list(read([tmp_path]))


def test_a_file_that_vanishes_while_others_are_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, a=BODY, b=BODY)
    documents = read([tmp_path])
    next(documents)
    (tmp_path / "b.txt").unlink()
    with pytest.raises(InputError, match=r"b\.txt: cannot be read: No such file"):
        next(documents)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a=BODY)
    monkeypatch.setattr(module, "LARGEST_FILE", 10)
    with pytest.raises(InputError, match=r"a\.txt: is larger than"):
        list(read([tmp_path]))


def test_a_text_of_control_characters_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x01\x02\x03")
    with pytest.raises(InputError, match=r"a\.txt: holds no text"):
        list(read([tmp_path]))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (BODY.encode(), ["stdin"]),
        (b'{"id": "x", "text": "One."}\n{"text": "Two."}\n', ["stdin-x", "stdin-2"]),
    ],
)
def test_standard_input(data: bytes, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert names("-", "-") == expected


def test_an_empty_standard_input_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    with pytest.raises(InputError, match="standard input: is empty"):
        names("-")


def test_importing_the_package_loads_no_heavy_library() -> None:
    heavy = "trafilatura pypdf docx lxml charset_normalizer yaml spacy rdflib"
    code = f"import sys, kg.read; print([m for m in {heavy.split()!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
