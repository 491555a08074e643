import pytest

from forumtool.imports.participant_list import Acquaintance, plan_people
from forumtool.imports.plan import ParticipantPlan, report
from forumtool.imports.table import Table, read_table
from tests.imports.builders import real


def plan(
    *rows: tuple[str, ...],
    heads: str,
    known: tuple[Acquaintance, ...] = (),
    doubles: bool = False,
    decided: dict[int, bool] | None = None,
    benches: tuple[str, ...] = (),
) -> ParticipantPlan:
    table = Table(tuple(heads.split("|")), tuple(rows), tuple(range(2, len(rows) + 2)))
    return plan_people(table, None, forum_id="forum", known=known, benches=benches, doubles=doubles, decided=decided)


def told(found: ParticipantPlan) -> list[tuple[int, bool, str]]:
    return [(line.number, line.taken, line.remark) for line in found.lines]


@pytest.mark.parametrize(
    ("heads", "row", "name"),
    [
        ("Titel|Vorname|Nachname", ("Dr.", "Max", "Mustermann"), "Dr. Max Mustermann"),
        ("Vorname|Name", ("Koos", "van der Merwe"), "Koos van der Merwe"),
        ("Anrede|Vorname|Nachname", ("Frau", "Ayşe", "Kaya"), "Ayşe Kaya"),
        ("Anrede|Titel|Vorname|Nachname", ("Herrn", "Prof. Dr.", "Max", "Kaya"), "Prof. Dr. Max Kaya"),
        ("Anrede|Vorname|Nachname", ("Frau Dr.", "Ayşe", "Kaya"), "Dr. Ayşe Kaya"),
        ("Anrede|Nachname", ("Frau", "Yılmaz"), "Frau Yılmaz"),
        ("Name", ("Mustermann, Max",), "Max Mustermann"),
        ("Name", ("Meier-Özdemir, Dr. Ayşe",), "Dr. Ayşe Meier-Özdemir"),
        ("Name", ("Müller, Max, Dr.",), "Dr. Max Müller"),
        ("Name", ("Müller, Frau",), "Frau Müller"),
        ("Name", ("Müller, Frau Ayşe",), "Ayşe Müller"),
        ("Name", ("Herr Dr. Max Müller",), "Dr. Max Müller"),
        ("Name", ("Frau Müller",), "Frau Müller"),
        ("Name", ("von der Heide, Anna Lena",), "Anna Lena von der Heide"),
        ("Name", ("Birhan",), "Birhan"),
        ("Name", ("Müller, Max, M. A.",), "Müller, Max, M. A."),
        ("Name", ("Müller, Max (Vorsitz)",), "Max Müller (Vorsitz)"),
        ("Titel|Name", ("Prof.", "Maier, Hans"), "Prof. Hans Maier"),
        ("Name, Vorname", ("Müller Max",), "Max Müller"),
        ("Name, Vorname", ("van der Merwe Koos",), "van der Merwe Koos"),
        ("Vorname Nachname", ("Max Müller",), "Max Müller"),
        ("Name", ("محمد الأحمد",), "محمد الأحمد"),
        ("Name", ("Nguyễn Thị Minh Khai",), "Nguyễn Thị Minh Khai"),
        ("Name", ("O'Neill-van der Berg, Seán",), "Seán O'Neill-van der Berg"),
    ],
)
def test_a_name_is_put_together_from_what_the_list_has(heads, row, name):
    assert plan(row, heads=heads).people[0].name == name


def test_a_name_without_comma_among_others_with_one_stays_as_it_is():
    people = plan(("Müller, Max",), ("Fatma Yılmaz",), heads="Name, Vorname").people
    assert [one.name for one in people] == ["Max Müller", "Fatma Yılmaz"]


def test_an_organisation_in_brackets_is_taken_from_the_name():
    (one,) = plan(("Müller, Max (AWO)",), heads="Name").people
    assert (one.name, one.organisation) == ("Max Müller", "AWO")


def test_the_columns_of_a_real_list_are_taken():
    found = plan_people(read_table(real("participants/participants-demo_de.csv")), None, forum_id="f")
    max_ = next(one for one in found.people if one.name == "Dr. Max Mustermann")
    assert (max_.organisation, max_.function, max_.email) == ("Deutschland", "Versammlungsleitung", "max@example.com")
    assert max_.note.startswith("Demo-Account\n\n")
    assert len(found.people) == 40


def test_who_is_on_the_list_already_is_left_out_with_the_reason():
    there = (Acquaintance("Dr. Max", "A"),)
    found = plan(("Max", "A"), ("max ", "a"), ("Max", "B"), heads="Name|Verein", known=there)
    assert [(one.name, one.organisation) for one in found.people] == [("Max", "B")]
    assert told(found) == [
        (2, False, "steht schon auf der Liste"), (3, False, "steht schon auf der Liste"),
        (4, True, "gleicher Name auf der Liste, A"),
    ]  # fmt: skip


def test_the_same_name_and_organisation_comes_once_and_is_told():
    found = plan(("Max", "A"), ("Max", "A"), ("Max", "B"), heads="Name|Verein")
    assert [one.organisation for one in found.people] == ["A", "B"]
    assert told(found)[1:] == [(3, False, "steht schon in Zeile 2"), (4, True, "gleicher Name wie in Zeile 2")]


def test_the_user_may_say_that_two_rows_of_one_name_are_two_people():
    rows = (("Max", "A"), ("Max", "A"))
    found = plan(*rows, heads="Name|Verein", decided={3: True})
    assert len(found.people) == 2
    assert told(found)[1] == (3, True, "steht schon in Zeile 2")
    assert len(plan(*rows, heads="Name|Verein", doubles=True).people) == 2


def test_the_user_may_leave_a_row_out():
    found = plan(("Max", "A"), ("Ayşe", "B"), heads="Name|Verein", decided={2: False})
    assert [one.name for one in found.people] == ["Ayşe"]
    assert told(found)[0] == (2, False, "abgewählt")


def test_unnamed_people_of_one_organisation_are_as_many_as_rows():
    found = plan(("", "AWO"), ("", "AWO"), ("", "AWO"), heads="Name|Verein", known=(Acquaintance("", "AWO"),))
    assert told(found) == [(2, False, "steht schon auf der Liste"), (3, True, "ohne Name"), (4, True, "ohne Name")]


def test_a_person_known_from_another_forum_comes_as_that_person():
    known = (Acquaintance("Fatma Yılmaz", "Birhan e. V.", "p1", "Forum 1"), Acquaintance("Max", "", "p2", "Forum 1"))
    found = plan(
        ("Yılmaz, Fatma", "BIRHAN E. V."), ("Max", ""), ("Fatma Yılmaz", "AWO"), heads="Name|Verein", known=known
    )
    assert found.keys == ("p1", None, None)
    assert told(found)[0] == (2, True, "bekannt aus „Forum 1“")


def test_two_known_people_of_the_same_name_and_organisation_are_not_guessed_between():
    known = tuple(Acquaintance("Max", "AWO", key, "Forum 1") for key in ("p1", "p2"))
    assert plan(("Max", "AWO"), heads="Name|Verein", known=known).keys == (None,)


def test_rows_without_name_and_organisation_are_left_out_with_the_reason():
    found = plan(("", "", "x@example.com"), ("", "Caritas", ""), heads="Name|Verein|E-Mail")
    assert told(found) == [(2, False, "ohne Name und Organisation"), (3, True, "ohne Name")]
    assert found.summary == "Das kommt in die Datei: 1 Person. 1 Zeile bleibt weg."


def test_sums_notes_headings_and_repeated_heads_are_left_out_with_the_reason():
    found = plan(
        ("Verwaltung:", "", ""), ("Max", "A", "x"), ("Name", "Verein", "Funktion"), ("Ayşe", "B", "y"),
        ("Summe", "2", ""), ("Anzahl Teilnehmende: 2", "", ""), ("* vegetarisch", "", ""),
        ("Stand: 12. Mai", "", ""), ("Bitte die Liste bis Freitag an das Büro zurücksenden.", "", ""),
        ("Gesamtschule Brand", "", ""), heads="Name|Verein|Funktion",
    )  # fmt: skip
    assert [one.name for one in found.people] == ["Max", "Ayşe", "Gesamtschule Brand"]
    assert [remark for _number, taken, remark in told(found) if not taken] == [
        "sieht nach einer Zwischenüberschrift aus", "die Spaltenköpfe noch einmal", "sieht nach einer Summe aus",
        "sieht nach einer Summe aus", *["sieht nach einer Anmerkung aus"] * 3,
    ]  # fmt: skip


def test_consents_are_read_from_their_columns():
    (max_, eva) = plan(
        ("Max", "ja", "x", "nein"), ("Eva", "", "Nein", "Ja"), heads="Name|Namensnennung|Foto|Verteiler"
    ).people
    assert (max_.consent_attribution, max_.consent_photo, max_.consent_email) == (True, True, False)
    assert (eva.consent_attribution, eva.consent_photo, eva.consent_email) == (False, False, True)


def test_the_report_names_every_line_left_out_with_its_reason():
    found = plan(("Max", "A"), ("Max", "A"), ("", ""), ("Summe", "1"), heads="Name|Verein")
    assert report("liste.xlsx", found) == (
        "Bericht zu „liste.xlsx“\nDas kommt in die Datei: 1 Person. 3 Zeilen bleiben weg.\n\n"
        "Zeile 3: steht schon in Zeile 2 · Max, A\nZeile 4: ohne Name und Organisation\n"
        "Zeile 5: sieht nach einer Summe aus · Summe, 1\n"
    )


def test_benches_that_there_are_not_yet_are_named_where_they_come_and_all_together():
    found = plan(
        ("Ayşe", "Praxis"), ("Max", "Prxis"), ("Eva", " EHRENAMT "), ("Ali", "prxis"), ("Ida", ""), ("Max", "Rat"),
        heads="Name|Bank", benches=("Praxis", "Ehrenamt"),
    )  # fmt: skip
    assert found.benches == ("Prxis",), "nobody who is left out brings one"
    assert [line.remark for line in found.lines[:5]] == ["", "neue Bank „Prxis“", "", "neue Bank „Prxis“", ""]
    assert found.summary == ("Das kommt in die Datei: 5 Personen, 1 neue Bank („Prxis“). 1 Zeile bleibt weg.")
    assert "1 neue Bank („Prxis“)" in report("Liste.csv", found)


def test_whoever_sits_on_a_bench_already_brings_no_other_one():
    known = (Acquaintance("Max", "AWO", "key", "Auftakt", "Praxis"), Acquaintance("Eva", "DRK", "other", "Auftakt"))
    found = plan(("Max", "AWO", "Rat"), ("Eva", "DRK", "Rat"), heads="Name|Verein|Bank", known=known)
    assert found.benches == ("Rat",)
    assert [line.remark for line in found.lines] == ["bekannt aus „Auftakt“", "bekannt aus „Auftakt“ · neue Bank „Rat“"]


def test_of_many_new_benches_the_first_are_named():
    found = plan(*((f"P{at}", f"Bank {at}") for at in range(8)), heads="Name|Bank")
    assert len(found.benches) == 8 and found.new_benches.startswith("8 neue Bänke („Bank 0“,")
    assert found.new_benches.endswith("„Bank 5“ …)")
