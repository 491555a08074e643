"""What people write into a decision list, and what it means."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.imports.decision_words import is_error, read_count, read_day, read_number, read_verdict

TODAY = date(2016, 6, 9)


@pytest.mark.parametrize(
    ("typed", "verdict", "behind"),
    [
        ("übernehmen", "adopt", ""), ("Übernommen", "adopt", ""), ("ANGENOMMEN", "adopt", ""), ("ja", "adopt", ""),
        ("uebernehmen", "adopt", ""), ("adopt", "adopt", ""), ("zusammen", "merge", ""), ("zur", "defer", ""),
        ("zusammenführen mit B-12", "merge", "B-12"), ("merged with 12", "merge", "12"), ("vertagt", "defer", ""),
        ("abgelehnt", "reject", ""), ("nein", "reject", ""), ("No", "reject", ""), ("offen", "", ""), ("–", "", ""),
        ("", "", ""), ("☐ übernehmen ☐ ablehnen", "", ""), ("☐ übernehmen ☒ ablehnen", "reject", ""),
    ],
)  # fmt: skip
def test_a_verdict_is_known_by_its_words_and_clear_beginnings(typed: str, verdict: str, behind: str) -> None:
    said, other = read_verdict(typed)
    assert (said.value, said.fault, other) == (verdict, "", behind)


@pytest.mark.parametrize("typed", ["zu", "z", "mal sehen", "ja, aber später", "☒ übernehmen ☒ ablehnen"])
def test_what_could_be_two_verdicts_is_none(typed: str) -> None:
    said, _other = read_verdict(typed)
    assert said.fault


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2017-03-31", "2017-03-31"), ("2017-03-31 00:30", "2017-03-31"), ("42825", "2017-03-31"),
        ("31.3.17", "2017-03-31"), ("bis 31.03.2017", "2017-03-31"), ("31/03/2017", "2017-03-31"),
        ("03/31/2017", "2017-03-31"), ("31 March 2017", "2017-03-31"), ("Ende Juni", "2016-06-30"),
        ("März 2017", "2017-03"), ("laufend", "laufend"), ("", ""), ("–", ""),
    ],
)  # fmt: skip
def test_days_are_read_as_people_and_excel_write_them(typed: str, day: str) -> None:
    assert read_day(typed, TODAY).value == day


@given(st.dates(date(1982, 1, 1), date(2100, 1, 1)))
def test_a_serial_number_of_excel_is_its_day(day: date) -> None:
    assert read_day(str((day - date(1899, 12, 30)) // timedelta(1)), TODAY).value == day.isoformat()


@pytest.mark.parametrize(
    ("typed", "count"), [("", "0"), ("–", "0"), ("7", "7"), ("7,0", "7"), ("07", "7"), ("12 Stimmen", "12")]
)
def test_counts_may_be_text(typed: str, count: str) -> None:
    assert read_count(typed) == (count, "")


@pytest.mark.parametrize("typed", ["viele", "-3", "1,5", "einstimmig"])
def test_what_is_no_count_is_told(typed: str) -> None:
    assert read_count(typed).fault


@given(st.sampled_from(["A", "B", "AB"]), st.integers(1, 99_999), st.sampled_from(["-", "", " ", " – ", "_"]))
def test_a_number_is_known_however_letter_and_digits_are_joined(letter: str, digits: int, between: str) -> None:
    for spelt in (letter, letter.lower()):
        assert read_number(f" {spelt}{between}{digits} ") == f"{letter}-{digits}"
        assert read_number(f"Nr. {spelt}{between}0{digits}") == f"{letter}-{digits}"


def test_digits_alone_are_a_number_only_where_one_laptop_has_captured() -> None:
    assert read_number("17", {"A"}) == "A-17"
    assert read_number("17", {"A", "B"}) == ""
    assert read_number("neu", {"A"}) == ""


@pytest.mark.parametrize("cell", ["#N/A", "#NV", "#WERT!", "#REF!", "#DIV/0!", "Err:502"])
def test_a_failed_formula_is_no_content(cell: str) -> None:
    assert is_error(cell)
    assert not is_error(f"Siehe {cell}")
