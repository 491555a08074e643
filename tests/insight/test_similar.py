"""Similar cards while somebody types."""

from hypothesis import given, settings
from hypothesis import strategies as st

from forumtool.insight.similar import SimilarCards
from tests.insight.texts import PHRASES, anything

_CARDS = {f"k{at:02}": text for at, text in enumerate(PHRASES)}
_steps = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.none() | anything), max_size=20)


def _found(index: SimilarCards, text: str) -> dict[str, tuple[float, tuple[str, ...]]]:
    return {one.key: (round(one.score, 3), one.words) for one in index.find(text, 50)}


@settings(max_examples=30)
@given(_steps, anything)
def test_an_index_that_was_changed_finds_what_a_new_one_finds(steps: list[tuple[str, str | None]], typed: str) -> None:
    changed, cards = SimilarCards(), {}
    for key, text in steps:
        if text is None:
            changed.drop(key)
            cards.pop(key, None)
        else:
            changed.put(key, text)
            cards[key] = text
            changed.find(typed)
    assert len(changed) == len(cards)
    for text in (typed, *cards.values()):
        assert _found(changed, text) == _found(SimilarCards(cards), text)


@given(anything, st.integers(0, 6))
def test_whatever_is_typed_gets_as_many_cards_as_asked_for_best_first(typed: str, most: int) -> None:
    found = SimilarCards(_CARDS).find(typed, most)
    assert len(found) <= most
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 < one.score <= 1 and one.key in _CARDS for one in found)


def test_the_same_words_are_named_as_the_card_writes_them() -> None:
    found = SimilarCards(_CARDS).find("kinderbetreuung beim sprachkurs")
    assert found[0].key == "k02"
    assert set(found[0].words) == {"Kinderbetreuung", "Sprachkurse"}


def test_a_part_of_a_compound_is_a_reason() -> None:
    found = SimilarCards({"a": "Betreuung der Kinder am Abend", "b": "Bäume", "c": "Radwege"})
    assert set(found.find("Kinderbetreuung am Abend")[0].words) >= {"Betreuung", "Kinder"}


def test_where_no_word_is_shared_the_closest_two_are_named() -> None:
    cards = {"a": "Kindergarten öffnen", "b": "Radwege bauen", "c": "Bäume pflanzen", "d": "Hausordnung übersetzen"}
    found = SimilarCards(cards).find("Kita aufmachen")
    assert [one.words for one in found if one.key == "a"] in ([], [("Kita ~ Kindergarten",)])


def test_an_unfinished_last_word_finds_what_it_may_become() -> None:
    index = SimilarCards(_CARDS)
    for end in ("Sprachku", "Sprachkur", "Sprachkurs", "Sprachkurs "):
        assert "k01" in [one.key for one in index.find(f"Plätze im {end}")], end


def test_one_word_finds_only_what_is_very_clear() -> None:
    index = SimilarCards(_CARDS)
    assert index.find("Plätze") == []
    assert index.find("Sprach") == []
    assert [one.key for one in index.find("Hausordnung")] == ["k06"]


def test_cards_about_something_else_stay_away() -> None:
    index = SimilarCards(_CARDS)
    assert index.find("Straßenlaternen am Bahnhof reparieren") == []
    assert index.find("und oder mit") == []
    assert index.find("") == []
    assert SimilarCards().find("Kinderbetreuung am Abend") == []


def test_a_card_with_a_new_text_is_found_by_that_only() -> None:
    index = SimilarCards({"a": "Bäume pflanzen am Platz", "b": "Radwege bauen"})
    index.put("a", "Sprachkurse am Abend")
    assert index.find("Bäume pflanzen am Platz") == []
    assert [one.key for one in index.find("Sprachkurs am Abend")] == ["a"]
    assert "a" in index
    index.drop("a")
    index.drop("a")
    assert "a" not in index
    assert index.find("Sprachkurs am Abend") == []


def test_of_equal_cards_the_older_key_comes_first() -> None:
    index = SimilarCards({"b": "Kita-Plätze sichern", "a": "Kita-Plätze sichern", "c": "Bäume"})
    assert [one.key for one in index.find("Kita-Plätze sichern")] == ["a", "b"]
