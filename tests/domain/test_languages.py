"""What the letters of a text tell about its language."""

import pytest

from forumtool.domain.languages import LANGUAGES, likely, starts_right_to_left, told_by_letters


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sprachcafé im Park", ""),
        ("Komşuluk kahvesi", ""),
        ("مقهى لغوي في الحي", "ar"),
        ("کافه زبان در محله برای پدران", "fa"),
        ("בית קפה שכונתי", "he"),
        ("Языковое кафе", "ru"),
        ("Мовне кафе і їжа", "uk"),
        ("Καφενείο", "el"),
        ("12 – „مقهى“", "ar"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_letters_tell_the_language(text: str, code: str) -> None:
    assert told_by_letters(text) == code
    assert not code or code in LANGUAGES


@pytest.mark.parametrize(
    ("text", "last", "code"),
    [
        ("مقهى", "", "ar"),
        ("مقهى", "prs", "prs"),
        ("مقهى", "uk", "ar"),
        ("کافه برای پدران", "prs", "prs"),
        ("Dil kahvesi", "tr", "tr"),
        ("Dil kahvesi", "ar", "en"),
        ("Language café", "", "en"),
        ("Кафе", "bg", "bg"),
    ],
)
def test_the_language_used_last_counts_if_the_letters_fit(text: str, last: str, code: str) -> None:
    assert likely(text, last) == code


@pytest.mark.parametrize(
    ("text", "right"),
    [("Café", False), ("مقهى Café", True), ("Café مقهى", False), ("12 בית", True), ("", False), ("123", False)],
)
def test_direction_follows_the_first_letter(text: str, right: bool) -> None:
    assert starts_right_to_left(text) is right
