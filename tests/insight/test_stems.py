"""Stems and parts of German words."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from forumtool.insight.compounds import parts
from forumtool.insight.stems import stem
from forumtool.insight.word_map import word_map
from forumtool.insight.words import word, words, written_words


@pytest.mark.parametrize("word", ["betreuung", "betreuungen"])
def test_forms_of_a_word_share_their_stem(word: str) -> None:
    assert stem(word) == "betreu"


def test_stems_are_the_same_on_every_thread() -> None:
    nouns = list(word_map().nouns)[:4_000]
    alone = [stem(noun) for noun in nouns]
    stem.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(stem, nouns, chunksize=50)) == alone


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


@pytest.mark.parametrize("typed", ["cafe", "Café", "Cafes", "Cafe\u0301s", "CAFÉ"])
def test_a_word_without_its_accent_counts_for_the_same(typed: str) -> None:
    (alone,) = words(typed)
    (compound,) = words(f"Nachbarschafts{typed.lower()}")
    assert alone.stem == "café"
    assert "café" in compound.terms
    assert words("Cafeteria")[0].stem != "café"
