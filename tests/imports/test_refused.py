"""Every kind of file that people pick by mistake has its sentence."""

import random
import zipfile

import pytest

from forumtool.domain.errors import UserError
from forumtool.imports.table import read_table
from tests.imports.builders import write, write_xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def refused(path) -> str:
    with pytest.raises(UserError) as told:
        read_table(path)
    sentence = str(told.value)
    assert sentence.startswith("„")
    assert sentence.endswith(".")
    assert sentence.count(": Bitte") == 1
    return sentence


def zipped(path, **parts: bytes):
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return path


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        ("Workbook", ".xls:"), ("EncryptedPackage", "Kennwort"), ("WordDocument", "Word-Dokument"),
        ("PowerPoint Document", "Präsentation"), ("__substg1.0_37010102", "E-Mail"),
        ("Anderes", "oder mit einem Kennwort"),
    ],
)  # fmt: skip
def test_old_office_files_are_told_apart(tmp_path, stream, words):
    assert words in refused(write(tmp_path / "liste.xls", OLE + stream.encode("utf-16-le") + b"\0" * 64))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content_dot_xml": b"<x/>"}, "LibreOffice"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content_dot_xml": b"<x/>"}, "Textdokument"),
        ({"word__document_dot_xml": b"<x/>"}, "Word-Dokument"),
        ({"ppt__presentation_dot_xml": b"<x/>"}, "Präsentation"),
        ({"xl__workbook_dot_bin": b"x"}, ".xlsb"),
        ({"Index__Document_dot_iwa": b"x"}, "Apple"),
        ({"liste_dot_csv": b"Name"}, "keine Excel-Tabelle"),
    ],
)
def test_packages_are_told_apart(tmp_path, parts, words):
    assert words in refused(zipped(tmp_path / "liste.xlsx", **parts))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n", "PDF"), (b"{\\rtf1\\ansi Liste}", "Word-Dokument"), (b"GIF89a" + b"\0" * 40, "Bild"),
        (b"RIFF\x10\0\0\0WEBPVP8 " + random.Random(1).randbytes(64) + b"\0", "Bild"),
        (b"<?xml version='1.0'?><Workbook/>", "Webseite"),
        (b"MZ\x90\0\3" + b"\0" * 60, "keine Liste"), (b"\0" * 4096, "leer"), (b"\n\n  \n", "leer"),
    ],
)  # fmt: skip
def test_files_of_other_programs_are_told(tmp_path, content, words):
    assert words in refused(write(tmp_path / "liste.csv", content))


def test_a_file_that_is_larger_than_any_list_is_not_read(tmp_path):
    with (tmp_path / "riesig.csv").open("wb") as file:
        file.truncate(2**31)
    assert "zu groß" in refused(tmp_path / "riesig.csv")


@pytest.mark.parametrize(
    "content", [b";" * 3_000_000, b"\n" * 3_000_000 + b"a", b"Name\n" + b"a" * 1_000_001, b'"' * 1_000_001]
)
def test_a_text_that_would_keep_the_reader_busy_is_not_read(tmp_path, content):
    assert "zu groß" in refused(write(tmp_path / "riesig.csv", content))


def test_entities_that_unfold_without_end_are_not_unfolded(tmp_path):
    whole = write_xlsx(tmp_path / "a.xlsx", [["Name"], ["Max"]])
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if "sheet1" in name:
                part = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>' + part.replace("Name", "&l9;")
            new.writestr(name, part)
    assert "beschädigt" in refused(tmp_path / "b.xlsx")


def test_a_file_that_vanished_and_a_folder_are_told(tmp_path):
    assert "gibt es nicht" in refused(tmp_path / "stick" / "liste.xlsx")
    assert "Ordner" in refused(tmp_path)
    (tmp_path / "ring.csv").symlink_to(tmp_path / "ring.csv")
    refused(tmp_path / "ring.csv")
