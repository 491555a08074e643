import pytest

from forumtool.imports.participant_list import identity, plan_people
from forumtool.imports.plan import ParticipantPlan
from forumtool.imports.table import Table, read_table
from tests.imports.builders import real


def plan(*rows: tuple[str, ...], heads: str, there: frozenset[tuple[str, str]] = frozenset()) -> ParticipantPlan:
    table = Table(tuple(heads.split()), tuple(rows), tuple(range(2, len(rows) + 2)))
    return plan_people(table, None, forum_id="forum", there=there)


@pytest.mark.parametrize(
    ("heads", "row", "name"),
    [
        ("Titel Vorname Nachname", ("Dr.", "Max", "Mustermann"), "Dr. Max Mustermann"),
        ("Vorname Name", ("Koos", "van der Merwe"), "Koos van der Merwe"),
        ("Name", ("Mustermann, Max",), "Max Mustermann"),
        ("Name", ("Meier-Özdemir, Dr. Ayşe",), "Dr. Ayşe Meier-Özdemir"),
        ("Name", ("Birhan",), "Birhan"),
        ("Name", ("Müller, Max, M. A.",), "Müller, Max, M. A."),
        ("Titel Name", ("Prof.", "Maier, Hans"), "Prof. Hans Maier"),
    ],
)
def test_a_name_is_put_together_from_what_the_list_has(heads, row, name):
    assert plan(row, heads=heads).people[0].name == name


def test_the_columns_of_a_real_list_are_taken():
    found = plan_people(
        read_table(real("participants/participants-demo_de.csv")), None, forum_id="f", there=frozenset()
    )
    max_ = next(one for one in found.people if one.name == "Dr. Max Mustermann")
    assert (max_.organisation, max_.function, max_.email) == ("Deutschland", "Versammlungsleitung", "max@example.com")
    assert max_.note.startswith("Demo-Account\n\n")
    assert len(found.people) == 40


def test_who_is_on_the_list_already_is_left_out_with_the_reason():
    found = plan(
        ("Max", "A"), ("max ", "a"), ("Max", "B"), heads="Name Verein", there=frozenset({identity("Max", "A")})
    )
    assert [(one.name, one.organisation) for one in found.people] == [("Max", "B")]
    assert [line.remark for line in found.lines if not line.taken] == ["steht schon auf der Liste"] * 2


def test_the_same_name_twice_in_a_list_is_two_people_and_is_told():
    found = plan(("Max", "A"), ("Max", "A"), heads="Name Verein")
    assert len(found.people) == 2
    assert found.lines[1].remark == "steht auch in Zeile 2"


def test_rows_without_name_and_organisation_are_left_out_with_the_reason():
    found = plan(("", "", "x@example.com"), ("", "Caritas", ""), heads="Name Verein E-Mail")
    assert [(line.taken, line.remark) for line in found.lines] == [
        (False, "ohne Name und Organisation"), (True, "ohne Name"),
    ]  # fmt: skip
    assert found.summary == "Das kommt in die Datei: 1 Person. 1 Zeile bleibt weg."
