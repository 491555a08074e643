"""Dates as people type and read them."""

import pytest

from forumtool.domain.when import read, shown, typed


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12.05.2016", "2016-05-12"), ("5.2016", "2016-05"), ("12. Mai 2016", "2016-05-12"), ("Mai 2016", "2016-05"),
        ("12 May 2016", "2016-05-12"), ("2016-05-12", "2016-05-12"), ("2016", "2016"),
        ("04.2016 bis 05.2016", "2016-04/2016-05"), ("April 2016 – Mai 2016", "2016-04/2016-05"),
        ("2016-04/2016-05", "2016-04/2016-05"),
    ],
)  # fmt: skip
def test_dates_and_intervals_are_read_as_they_are_typed(text: str, iso: str) -> None:
    assert read(text) == iso


@pytest.mark.parametrize(
    "text", ["", "31.02.2016", "13.2016", "nach den Ferien", "im Mai", "Herbst 2016", "Mai bis Juni"]
)
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize("iso", ["2016-05-12", "2016-05", "2016", "2016-04/2016-05", "2015-12-30/2016-01-02", "offen"])
def test_what_an_editor_shows_is_read_back_as_the_same_date(iso: str) -> None:
    assert read(typed(iso)) == iso
    assert read(shown(iso, "de")) in (iso, shown(iso, "de"))


def test_an_interval_is_typed_with_points_and_shown_in_words() -> None:
    assert typed("2016-04/2016-05") == "04.2016 bis 05.2016"
    assert shown("2016-04/2016-05", "de") == "April bis Mai 2016"
