"""Stems and parts of German words."""

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from forumtool.insight.compounds import parts
from forumtool.insight.stems import stem
from forumtool.insight.word_map import word_map
from forumtool.insight.words import word, words, written_words

_SNOWBALL = snowballstemmer.stemmer("german")
_SYLLABLES = [
    *("er", "erin", "erinnen", "en", "em", "es", "e", "s", "ln", "lns", "st", "est", "et", "ig", "lich", "heit"),
    *("keit", "isch", "ik", "ung", "end", "niss", "syst", "tick", "plan", "geordn", "intern", "tr", "ß", "qu", "ae"),
    *("oe", "ue", "ä", "ö", "ü", "a", "i", "o", "u", "y", "b", "f", "k", "l", "n", "t"),
]


def test_every_noun_of_the_word_map_has_the_stem_of_snowball() -> None:
    nouns = word_map().nouns
    assert [noun for noun in nouns if stem(noun) != _SNOWBALL.stemWord(noun)] == []


@given(st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=7).map("".join))
def test_any_word_has_the_stem_of_snowball(letters: str) -> None:
    assert stem(letters) == _SNOWBALL.stemWord(letters)


@pytest.mark.parametrize(
    ("compound", "expected"),
    [
        ("kinderbetreuungsplatz", ("kinder", "betreuung", "platz")),
        ("sprachförderung", ("sprache", "förderung")),
        ("schulhöfe", ("schule", "höfe")),
        ("fahrradweg", ("fahrrad", "weg")),
        ("garten", ()),
        ("x" * 70, ()),
    ],
)
def test_a_compound_falls_into_its_parts(compound: str, expected: tuple[str, ...]) -> None:
    assert parts(compound) == expected


def test_endings_that_snowball_takes_for_genitives_make_no_difference() -> None:
    one, many = words("Kurs Sprachkurs"), words("Kurse Sprachkurse")
    assert [found.terms for found in one] == [found.terms for found in many]


def test_a_compound_counts_for_its_parts_as_well() -> None:
    assert set(word("betreuung").terms) < set(word("kinderbetreuung").terms)
    assert word("kinderbetreuung").written_parts == {"kind": "Kinder", "betreu": "Betreuung"}


def test_words_without_content_are_left_out() -> None:
    assert [written for written, _word in written_words("Wir sollen mehr Bäume in der Stadt pflanzen, bitte!")] == [
        "Bäume",
        "Stadt",
        "pflanzen",
    ]


def test_a_soft_hyphen_and_a_composed_umlaut_do_not_part_a_word() -> None:
    assert words("Ba\u0308ume an der Straßen\u00adbahn") == words("Bäume an der Straßenbahn")


def test_nobody_waits_for_a_text_without_end() -> None:
    assert len(words("Nachbarschaftscafé " * 20_000)) <= 400
    assert max(len(found.plain) for found in words("ä" * 20_000)) <= 60
