"""Words that two wordings share, found where they stand."""

from forumtool.insight.emphasis import shared


def words(text: str, other: str) -> list[str]:
    return [text[start : start + length] for start, length in shared(text, other)]


def test_the_same_word_in_another_form_is_shared() -> None:
    assert words("Sprachkurse am Abend", "Ein Sprachkurs, abends") == ["Sprachkurse", "Abend"]


def test_a_compound_shares_its_parts() -> None:
    assert "Kinderbetreuung" in words("Kinderbetreuung am Abend", "Betreuung der Kinder")


def test_every_place_of_a_word_is_found_and_stop_words_are_not() -> None:
    assert words("Café und noch ein Café", "Das Café und der Park") == ["Café", "Café"]


def test_wordings_without_words_share_nothing() -> None:
    assert shared("", "Park") == [] == shared("12 % !", "Park")


def test_a_soft_hyphen_shifts_no_place() -> None:
    text = "Nach\u00adbarn im Park"
    assert all(text[start : start + length].strip() for start, length in shared(text, "Park der Nachbarn"))
