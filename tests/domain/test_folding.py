"""Words made comparable, and where they stand in a text."""

from operator import itemgetter

import pytest

from forumtool.domain.folding import as_number, folded, folded_each, in_word_order, marks, parts_of


@pytest.mark.parametrize(
    ("written", "comparable"),
    [
        ("Straße", "strasse"), ("STRASSE", "strasse"), ("Bürger", "buerger"), ("Café", "cafe"), ("Işık", "isik"),
        ("İstanbul", "istanbul"), ("Łódź", "lodz"), ("u\u0308ber", "ueber"), ("Kita-Plätze, (neu)", "kita plaetze neu"),
        ("e. V.", "e v"), ("a\0b", "a b"), ("", ""),
        ("مقهى الحي", "مقهى الحي"), ("مَدرسة", "مَدرسة"), ("тетрадь ё", "тетрадь ё"),
    ],
)  # fmt: skip
def test_case_umlauts_accents_and_signs_are_folded_and_other_scripts_stay(written, comparable):
    assert folded(written) == comparable


def test_umlauts_can_lose_their_dots_too():
    assert folded("Öztürk", plain=True) == "ozturk"
    assert folded("Straße", plain=True) == "strasse"


def test_many_at_once_are_folded_as_one_by_one():
    texts = ["Über uns", "", "A-17", "Çay – und Kaffee"]
    assert [one.strip() for one in folded_each(texts)] == [folded(text) for text in texts]
    assert folded_each([]) == []


def test_what_was_typed_comes_apart_at_blanks_only():
    assert parts_of("  A-17  Café ") == ["a 17", "cafe"]
    assert parts_of("– …") == []


@pytest.mark.parametrize("typed", ["A-17", "a17", "a 17", " A-17 "])
def test_a_number_is_known_however_it_is_typed(typed):
    assert as_number(typed) == "a 17"


@pytest.mark.parametrize("typed", ["17", "Kita 3", "A-17 Café", ""])
def test_other_words_are_no_number(typed):
    assert as_number(typed) == ""


def test_hits_are_marked_at_the_beginnings_of_words_else_inside():
    text = "Über-Öffnung für Familien und Groß-Familien"
    assert [text[start:end] for start, end in marks(text, ["oeff", "fam"])] == ["Öff", "Fam", "Fam"]
    assert [text[start:end] for start, end in marks(text, ["milien"])] == ["milien"]
    assert [text[start:end] for start, end in marks(text, ["ross"])] == ["roß"]


def test_names_without_their_dots_are_marked_as_well():
    assert marks("Frau Öztürk", ["ozt"]) == [(5, 8)]
    assert marks("Frau Öztürk", ["oezt"]) == [(5, 8)]
    assert marks("ağaç", ["xyz"]) == []


def test_rows_stand_as_in_a_directory_and_equal_ones_as_they_were():
    rows = [("Zuflucht", ""), ("Öko-Rat", ""), ("awo", "ö"), ("AWO", "P"), ("awo", "Ö"), ("Übergang", ""), ("Uni", "")]
    assert in_word_order(rows, itemgetter(0), itemgetter(1)) == [
        ("awo", "ö"), ("awo", "Ö"), ("AWO", "P"), ("Öko-Rat", ""), ("Übergang", ""), ("Uni", ""), ("Zuflucht", ""),
    ]  # fmt: skip
    assert in_word_order([], itemgetter(0)) == []
