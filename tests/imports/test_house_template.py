"""A template is taken without its macros; any other file is told what it is."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from forumtool.domain.errors import UserError
from forumtool.imports.house_template import clean_template, read_template
from tests.exports.house_templates import HOUSES, letterhead, saved, with_macros
from tests.imports.builders import write

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def refused(path: Path) -> str:
    with pytest.raises(UserError) as told:
        read_template(path)
    sentence = str(told.value)
    assert sentence.startswith(f"„{path.name}“") and sentence.endswith(".") and sentence.count(": Bitte") == 1
    return sentence


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for other, data in {**parts(content), name: part}.items():
            package.writestr(other, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "Kennwort"), (OLE + "WordDocument".encode("utf-16-le"), ".doc"),
        (OLE, "oder mit einem Kennwort"), (b"{\\rtf1 Brief}", "RTF"), (b"Sehr geehrte Damen und Herren", "kein Word"),
        (b"", "kein Word"), (b"%PDF-1.7", "kein Word"), (b"PK\x03\x04" + random.Random(1).randbytes(500), "beschädigt"),
        (with_part(saved(Document()), "word/document.xml", b"<w:document"), "beschädigt"),
        (with_part(saved(Document()), "word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "beschädigt"),
    ],
)  # fmt: skip
def test_every_kind_of_file_that_is_no_template_has_its_sentence(tmp_path, content, words):
    assert words in refused(write(tmp_path / "Vorlage.docx", content))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95, 0.999])
def test_a_template_that_was_cut_off_is_damaged(tmp_path, share):
    whole = letterhead()
    assert "beschädigt" in refused(write(tmp_path / "Vorlage.docx", whole[: int(len(whole) * share)]))


def test_other_packages_are_told(tmp_path):
    for part, told, words in (("mimetype", b"application/vnd.oasis.opendocument.text", "LibreOffice"),
                              ("xl/workbook.xml", b"<x/>", "kein Word")):  # fmt: skip
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as package:
            package.writestr(part, told)
            package.writestr("[Content_Types].xml", "<Types/>")
            package.writestr("_rels/.rels", "<Relationships/>")
        assert words in refused(write(tmp_path / "Vorlage.docx", stream.getvalue()))


def test_a_template_that_is_not_there_is_said_not_to_be_there(tmp_path):
    assert refused(tmp_path / "fehlt.docx").startswith("„fehlt.docx“ gibt es nicht")
    (tmp_path / "datei").touch()
    assert refused(tmp_path / "datei" / "fehlt.docx").startswith("„fehlt.docx“ gibt es nicht")


def test_a_small_file_that_unpacks_to_hundreds_of_megabytes_is_not_unpacked(tmp_path):
    bomb = with_part(letterhead(), "word/media/bild.png", b"\0" * (80 * 2**20))
    assert len(bomb) < 200_000
    assert "zu groß" in refused(write(tmp_path / "Vorlage.dotx", bomb))


def test_a_size_that_lies_is_not_believed(tmp_path):
    bomb = bytearray(with_part(letterhead(), "word/media/bild.png", b"\0" * (80 * 2**20)))
    size = (80 * 2**20).to_bytes(4, "little")
    assert size in bomb
    assert "Bitte" in refused(write(tmp_path / "Vorlage.dotx", bytes(bomb.replace(size, (99).to_bytes(4, "little")))))


def test_of_a_macro_document_only_words_styles_and_pictures_are_kept():
    clean = clean_template(with_macros(), "Vorlage.docm")
    kept = parts(clean)
    assert not [name for name in kept if "vba" in name.lower() or "custom" in name.lower() or "app.xml" in name]
    text = b"\n".join(kept.values())
    for gone in (b"External", b"example.org", b"AutoOpen", b"Normal.dotm", b"macroEnabled", b"INCLUDEPICTURE"):
        assert gone not in text
    words = [paragraph.text for paragraph in Document(io.BytesIO(clean)).paragraphs]
    assert "Unsere Seiten" in words and "Bild" in words


@pytest.mark.parametrize("kind", ["template.main", "document.main"])
def test_templates_and_documents_become_documents(kind):
    content = letterhead()
    types = parts(content)["[Content_Types].xml"].replace(b"document.main", kind.encode())
    clean = clean_template(with_part(content, "[Content_Types].xml", types), "Vorlage.dotx")
    assert b"document.main+xml" in parts(clean)["[Content_Types].xml"]
    assert b"template" not in parts(clean)["[Content_Types].xml"]
    (picture,) = [part for name, part in parts(clean).items() if "media" in name]
    assert picture.startswith(b"\x89PNG")


@pytest.mark.parametrize("house", HOUSES)
def test_cleaning_what_is_clean_changes_nothing(house):
    once = clean_template(HOUSES[house](), "Vorlage.docx")
    assert clean_template(once, "Vorlage.docx") == once


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_any_spoiled_byte_is_taken_or_told_in_a_sentence(at, byte):
    content = bytearray(_LETTERHEAD)
    content[at % len(content)] = byte
    try:
        Document(io.BytesIO(clean_template(bytes(content), "Vorlage.docx")))
    except UserError as told:
        assert "Bitte" in str(told)


_LETTERHEAD = letterhead()
