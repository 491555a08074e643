import pytest

from forumtool.domain.rows import ThemeFieldRow
from forumtool.imports.goal_book import GoalBook, named


@pytest.mark.parametrize(
    ("cell", "number", "title"),
    [
        ("", "", ""),
        ("4.1.4", "4.1.4", ""),
        ("4.1.", "4.1.", ""),
        ("3", "3", ""),
        ("Ziel 3.2", "3.2", ""),
        ("Z1", "Z1", ""),
        ("4.1.4 Erwerbsleben", "4.1.4", "Erwerbsleben"),
        ("3.2: Mehr Chöre", "3.2", "Mehr Chöre"),
        ("1. Sprache", "1", "Sprache"),
        ("Ziel 2 Sprache", "2", "Sprache"),
        ("3 neue Kitas", "", "3 neue Kitas"),
        ("Erwerbsleben", "", "Erwerbsleben"),
    ],
)
def test_a_cell_names_a_goal_by_number_title_or_both(cell, number, title):
    assert named(cell) == (number, title)


def test_a_taken_number_gets_the_next_letter_that_the_list_does_not_use_itself():
    book = GoalBook([ThemeFieldRow("f", "1", "Bildung", "")], [], ["4.1", "4.1b"])
    made = [book.goals[book.make("4.1", title, 0)].number for title in ("A", "B", "C")]
    assert made == ["4.1", "4.1c", "4.1d"]


def test_a_goal_without_a_number_gets_the_next_free_one_of_its_field():
    book = GoalBook([ThemeFieldRow("f", "7", "Bildung", "")], [], ["7.1"])
    assert book.goals[book.make("", "A", 0)].number == "7.2"
