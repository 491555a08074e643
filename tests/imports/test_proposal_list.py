from forumtool.domain.rows import GoalRow, ThemeFieldRow
from forumtool.imports.plan import ProposalPlan
from forumtool.imports.proposal_list import Known, plan_list
from forumtool.imports.table import Table, read_table
from tests.imports.builders import real

FIELDS = [ThemeFieldRow("f1", "1", "Bildung", ""), ThemeFieldRow("f2", "2", "Sport", "")]


def goal(number: str, title: str, field: int = 0, indicators: tuple[str, ...] = ()) -> GoalRow:
    one = FIELDS[field]
    return GoalRow(f"g{number}", number, title, "", "", one.id, one.number, one.title, False, indicators)


def plan(*rows: tuple[str, ...], heads: str = "handlungsfeld nr art text", known: Known = Known()) -> ProposalPlan:  # noqa: B008
    names = tuple(heads.split())
    table = Table(names, tuple(rows), tuple(range(2, len(rows) + 2)))
    return plan_list(table, None, known)


def went_to(found: ProposalPlan) -> list[tuple[str, str]]:
    """The text of each proposal and the number of its goal."""
    return [(one.text, found.goals[one.goal].number) for one in found.proposals]


def test_the_real_plan_becomes_fields_goals_indicators_and_proposals():
    found = plan_list(read_table(real("karlsruhe_plan/plan_2012_structured.csv")), None, Known())
    assert found.counts == {"fields": 11, "goals": 13, "indicators": 34, "proposals": 114, "left_out": 0}
    assert "114 Vorschläge" in found.summary
    assert [line.number for line in found.lines] == list(range(2, 163))
    numbers = [one.number for one in found.goals]
    assert numbers.count("4.1.4") == numbers.count("4.1.4b") == 1
    last = [one for one in found.proposals if one.reference.startswith("4.1.4-M")]
    assert {found.goals[one.goal].number for one in last} == {"4.1.4b"}


def test_a_second_goal_with_the_same_number_keeps_its_row_and_is_told():
    found = plan(("A", "1", "Ziel", "Eins"), ("A", "1", "Weg", "x"), ("A", "1", "Ziel", "Zwei"), ("A", "1", "Weg", "y"))
    assert [(one.number, one.title) for one in found.goals] == [("1", "Eins"), ("1b", "Zwei")]
    assert went_to(found) == [("x", "1"), ("y", "1b")]
    assert "1b" in found.lines[2].remark


def test_the_same_goal_twice_is_one_goal():
    found = plan(("A", "1", "Ziel", "Eins"), ("A", "1", "Ziel", "Eins"))
    assert len(found.goals) == 1


def test_a_proposal_without_a_goal_belongs_to_the_last_one_above_it_in_its_field():
    found = plan(
        ("A", "1", "Ziel", "Eins"), ("B", "2", "Ziel", "Zwei"), ("A", "", "Weg", "x"), ("B", "", "Weg", "y"),
        ("", "", "Weg", "z"),
    )  # fmt: skip
    assert went_to(found) == [("x", "1"), ("y", "2"), ("z", "2")]


def test_a_proposal_finds_the_goal_it_names_also_below_itself_and_in_its_own_field_first():
    found = plan(("B", "1", "Weg", "x"), ("A", "1", "Ziel", "Eins"), ("B", "1", "Ziel", "Zwei"), ("A", "1", "Weg", "y"))
    assert went_to(found) == [("x", "1b"), ("y", "1")]


def test_a_goal_that_is_only_named_is_made_with_its_number():
    found = plan(("A", "7.3", "Weg", "x"), ("A", "7.3", "Weg", "y"))
    assert [(one.number, one.title) for one in found.goals] == [("7.3", "Ziel 7.3")]
    assert went_to(found) == [("x", "7.3"), ("y", "7.3")]
    assert "7.3" in found.lines[0].remark
    assert found.lines[1].remark == ""


def test_a_goal_named_by_its_title_is_found_or_made():
    found = plan(
        ("A", "1", "Ziel", "Mehr Sprache"), ("A", "mehr  sprache", "Weg", "x"), ("A", "Mehr Sport", "Weg", "y")
    )
    assert went_to(found) == [("x", "1"), ("y", "1.1")]


def test_a_list_without_goals_gets_one_goal_for_each_field():
    found = plan(("Radwege", "x"), ("Plätze", "y"), ("Radwege", "z"), heads="Kategorie Text")
    assert [(one.number, one.title) for one in found.goals] == [("1.1", "Radwege"), ("2.1", "Plätze")]
    assert went_to(found) == [("x", "1.1"), ("y", "2.1"), ("z", "1.1")]


def test_a_list_of_bare_texts_becomes_proposals_of_no_field_in_particular():
    found = plan(("x",), ("y",), heads="Vorschlag")
    assert [one.title for one in found.fields] == ["Ohne Themenfeld"]
    assert len(found.proposals) == 2


def test_kinds_tags_notes_and_ids_are_taken():
    found = plan(
        ("a", "Hemmnis", "x", "Kinder; Sprache , Kinder| Eltern", "n"), ("b", "Offer", "y", "", ""),
        ("c", "Frage", "z", "", ""), ("d", "Maßnahme", "w", "", ""), heads="id art text merkmale notiz",
    )  # fmt: skip
    assert [one.kind for one in found.proposals] == ["obstacle", "offer", "question", "way"]
    assert found.proposals[0].tags == ("Kinder", "Sprache", "Eltern")
    assert (found.proposals[0].note, found.proposals[0].reference) == ("n", "a")


def test_rows_without_text_are_left_out_with_the_reason():
    found = plan(("A", "1", "Ziel", ""), ("A", "1", "Weg", "x"))
    assert (found.lines[0].taken, found.lines[0].remark) == (False, "ohne Text")
    assert found.counts["left_out"] == 1
    assert found.summary.endswith("1 Zeile bleibt weg.")


def test_goals_of_the_file_are_used_and_not_made_again():
    known = Known(FIELDS, [goal("1.1", "Sprache", 0, ("Tests",)), goal("1.2", "Lesen")])
    found = plan(
        ("bildung", "1.1", "Ziel", "SPRACHE"), ("Bildung", "9", "Ziel", "Lesen"),
        ("Bildung", "1.1", "Indikator", "Tests"), ("Bildung", "1.1", "Weg", "x"), ("Bildung", "9", "Weg", "y"),
        known=known,
    )  # fmt: skip
    assert found.counts == {"fields": 0, "goals": 0, "indicators": 0, "proposals": 2, "left_out": 1}
    assert [found.goals[one.goal].id for one in found.proposals] == ["g1.1", "g1.2"]


def test_a_goal_of_the_file_with_the_number_keeps_its_wording_and_that_is_told():
    found = plan(("Bildung", "1.1", "Ziel", "Sprache früh"), known=Known(FIELDS, [goal("1.1", "Sprache")]))
    assert found.counts["goals"] == 0
    assert found.lines[0].remark == "Der Wortlaut in der Datei bleibt."


def test_a_number_of_another_field_is_not_given_again():
    found = plan(
        ("Sport", "1.1", "Ziel", "Vereine"), ("Sport", "1.1", "Weg", "x"), known=Known(FIELDS, [goal("1.1", "Sprache")])
    )
    assert [(one.number, one.id) for one in found.goals] == [("1.1", "g1.1"), ("1.1b", None)]
    assert went_to(found) == [("x", "1.1b")]


def test_a_card_that_was_read_before_is_left_out():
    known = Known(FIELDS, [goal("1.1", "Sprache")], frozenset({("g1.1", "M1", "x")}))
    found = plan(("M1", "Bildung", "1.1", "x"), ("M1", "Bildung", "1.1", "y"), heads="id feld nr text", known=known)
    assert went_to(found) == [("y", "1.1")]
    assert found.lines[0].remark == "ist schon eingelesen"


def test_a_list_for_a_forum_goes_to_its_field():
    known = Known(FIELDS, [goal("2.1", "Sport", 1)], forum_id="forum", forum_field="Sport")
    found = plan(("x",), heads="text", known=known)
    assert (found.counts["fields"], went_to(found)) == (0, [("x", "2.1")])


def test_a_list_for_a_forum_may_name_goals_of_another_field():
    goals = [goal("1.1", "Sprache"), goal("2.1", "Vereine", 1)]
    known = Known(FIELDS, goals, forum_id="forum", forum_field="Sport")
    found = plan(("1.1", "x"), ("Sprache", "y"), ("2.1", "z"), heads="nr text", known=known)
    assert found.counts["goals"] == 0
    assert went_to(found) == [("x", "1.1"), ("y", "1.1"), ("z", "2.1")]


def test_a_row_that_names_nothing_goes_to_the_goal_above_it_whatever_the_field_of_the_forum():
    known = Known(FIELDS, [goal("1.1", "Sprache")], forum_id="forum", forum_field="Sport")
    found = plan(("1.1", "x"), ("", "y"), heads="nr text", known=known)
    assert went_to(found) == [("x", "1.1"), ("y", "1.1")]
