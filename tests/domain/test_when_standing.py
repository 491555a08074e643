"""Whether a milestone is past, now or ahead."""

import pytest

from forumtool.domain.when import standing


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2016-04/2016-05", "now"), ("2016-05", "now"), ("2016", "now"), ("2016-05-12", "now"), ("2016-05-11", "past"),
        ("2016-04", "past"), ("2015", "past"), ("2016-05-13", "ahead"), ("2016-06/2016-07", "ahead"),
        ("2015-05/2016-04", "past"), ("Herbst 2016", "ahead"), ("", "ahead"),
    ],
)  # fmt: skip
def test_a_time_stands_to_a_day(when, expected):
    assert standing(when, "2016-05-12") == expected
