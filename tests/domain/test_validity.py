"""Until when a concept holds."""

from datetime import date

import pytest

from forumtool.domain.validity import validity


@pytest.mark.parametrize(
    ("adopted", "milestones", "until"),
    [
        ("2027-05-20", ["2016"], "2030-05-20"),
        ("2028-02-29", [], "2031-02-28"),
        ("", ["2016-04/2016-05", "2017-02"], "2020-02-28"),
        ("", ["2016-04/2016-05", "im Herbst"], "2019-05-31"),
        ("", ["2016"], "2019-12-31"),
        ("", ["2016-10/2016-12", "2018-07/2021-07"], "2021-07-31"),
    ],
)
def test_three_years_from_the_adoption_else_from_the_last_milestone(adopted, milestones, until):
    found = validity(adopted, milestones, 3)
    assert found is not None and found.until == until
    assert found.is_adopted == bool(adopted)


@pytest.mark.parametrize("milestones", [[], ["bald"], ["2016-13"], ["2016-02-31"]])
def test_without_a_date_nothing_is_said(milestones):
    assert validity("", milestones, 3) is None


def test_less_than_a_year_or_nothing_left_is_soon():
    found = validity("2027-05-20", [], 3)
    assert found is not None
    assert not found.ends_soon(date(2029, 5, 20))
    assert found.ends_soon(date(2029, 5, 21))
    assert found.days_left(date(2030, 5, 21)) == -1
