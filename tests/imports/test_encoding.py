import unicodedata

import pytest

from forumtool.imports.encoding import ENCODINGS, decode
from forumtool.imports.table import read_source, read_table, table_in
from tests.imports.builders import write

LIST = "Name;Verein\nJörg Müller-Lüdenscheidt;Größenwahn e. V.\nÄnne Özdemir;Café Übergang\nRenée Weiß;Straßenfest\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850"]
)
def test_umlauts_are_read_whatever_program_wrote_them(tmp_path, encoding):
    found = read_table(write(tmp_path / "liste.csv", LIST.encode(encoding)))
    assert [found.heads, *found.rows] == [tuple(line.split(";")) for line in LIST.splitlines()]


@pytest.mark.parametrize(
    "word", ["Jürgen", "Jörg", "Weiß", "Käthe", "Über", "Ünal", "Ökonom", "Äpfel", "MÜLLER", "GRÖßE"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_one_umlaut_is_enough(word, encoding):
    assert decode(f"{word}\n".encode(encoding)).text == f"{word}\n"


def test_turkish_names_of_windows_are_read():
    text = "Gülşen Yıldırım;Çağdaş Doğan;İbrahim Şahin\n"
    assert decode(text.encode("cp1254")) == (text, "cp1254")


def test_letters_whose_dots_are_signs_of_their_own_become_whole(tmp_path):
    taken_apart = unicodedata.normalize("NFD", LIST)
    assert taken_apart != LIST
    found = read_table(write(tmp_path / "liste.csv", taken_apart.encode()))
    assert found.rows[0] == ("Jörg Müller-Lüdenscheidt", "Größenwahn e. V.")


def test_an_encoding_that_the_user_names_is_believed(tmp_path):
    path = write(tmp_path / "liste.csv", "Name\nÞórður\n".encode("cp1252"))
    assert table_in(read_source(path, "cp1252")).rows == (("Þórður",),)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_any_bytes_have_a_text_in_every_encoding_that_can_be_named(encoding):
    assert isinstance(decode(bytes(range(256)) + b"\xd8", encoding).text, str)
