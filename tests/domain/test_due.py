"""By when: what people type becomes a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.due import read_due
from forumtool.domain.when import shown, typed

THURSDAY = date(2016, 5, 12)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12.3.", "2017-03-12"), ("12.5.", "2016-05-12"), ("1.6", "2016-06-01"), ("bis 30.6.", "2016-06-30"),
        ("31.05.2016", "2016-05-31"), ("1.2.17", "2017-02-01"), ("29.2.", "2020-02-29"), ("2016-09-01", "2016-09-01"),
        ("heute", "2016-05-12"), ("morgen", "2016-05-13"), ("Übermorgen", "2016-05-14"),
        ("Fr", "2016-05-13"), ("fr.", "2016-05-13"), ("Do", "2016-05-19"), ("nächsten Montag", "2016-05-16"),
        ("So", "2016-05-15"), ("Sonnabend", "2016-05-14"), ("bis Freitag", "2016-05-13"), ("by Friday", "2016-05-13"),
        ("in 2 Wochen", "2016-05-26"), ("in einer Woche", "2016-05-19"), ("in drei Monaten", "2016-08-12"),
        ("in 10 Tagen", "2016-05-22"), ("in einem Jahr", "2017-05-12"), ("in two weeks", "2016-05-26"),
        ("Ende Juni", "2016-06-30"), ("bis Ende Februar", "2017-02-28"), ("Ende des Monats", "2016-05-31"),
        ("Mitte September", "2016-09-15"), ("Anfang Juli 2018", "2018-07-01"), ("end of June", "2016-06-30"),
        ("12. Juni", "2016-06-12"), ("3. Okt.", "2016-10-03"), ("KW 24", "2016-06-17"), ("kw 2", "2017-01-13"),
        ("Juni 2016", "2016-06"), ("06.2016", "2016-06"),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_say_it(words, day):
    assert read_due(words, THURSDAY) == day


@pytest.mark.parametrize("words", ["", "sobald der Raum da ist", "32.13.", "31.2.2017", "in 0 Wochen", "F", "KW 60"])
def test_what_is_no_day_stays_as_it_was_typed(words):
    assert read_due(words, THURSDAY) == words


@given(DAYS, DAYS)
def test_every_whole_date_is_read_back_whatever_today_is(day, today):
    assert read_due(typed(day.isoformat()), today) == day.isoformat()
    assert read_due(shown(day.isoformat(), "de"), today) == day.isoformat()


@given(DAYS, st.sampled_from(["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]))
def test_a_weekday_is_one_of_the_seven_days_to_come(today, name):
    found = date.fromisoformat(read_due(name, today))
    assert timedelta(1) <= found - today <= timedelta(7)
    assert ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"][found.weekday()] == name


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_next_one_there_is(day, today):
    found = date.fromisoformat(read_due(f"{day.day}.{day.month}.", today))
    assert (found.day, found.month) == (day.day, day.month)
    assert found >= today


@given(DAYS, st.integers(1, 60))
def test_months_ahead_lie_in_that_month(today, count):
    found = date.fromisoformat(read_due(f"in {count} Monaten", today))
    assert (found.year * 12 + found.month) - (today.year * 12 + today.month) == count
    assert found.day <= today.day


@given(DAYS)
def test_english_days_are_read_as_the_german_ones(today):
    for german, english in (("übermorgen", "the day after tomorrow"), ("Anfang Juni", "beginning of June"),
                            ("Ende Juni", "end June"), ("Ende Juni", "end of June")):  # fmt: skip
        assert read_due(english, today) == read_due(german, today) != english
