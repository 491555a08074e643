import pytest

from forumtool.domain.errors import UserError
from forumtool.imports.columns import participant_columns, proposal_columns
from forumtool.imports.table import read_table
from tests.imports.builders import HEADS, real


def meant(columns: dict[str, int], heads: tuple[str, ...]) -> dict[str, str]:
    return {meaning: heads[place] for meaning, place in columns.items()}


def test_the_columns_of_the_real_plan_are_guessed():
    assert meant(proposal_columns(HEADS), HEADS) == {
        "id": "id", "goal": "nr", "field": "handlungsfeld", "kind": "art", "text": "text",
    }  # fmt: skip


def test_the_longer_text_of_a_contribution_is_its_text_and_the_title_a_note():
    heads = read_table(real("dipas_magistralen/magistralen_beitraege.xlsx")).heads
    assert meant(proposal_columns(heads), heads) == {
        "id": "Node ID", "field": "Category", "kind": "Rubric", "text": "Contributiontext", "note": "Title",
    }  # fmt: skip


@pytest.mark.parametrize("head", ["MASSNAHME", "Maßnahme", "Vorschlag", " idee ", "Weg", "Title", "Titel"])
def test_a_text_may_have_many_names(head):
    assert proposal_columns((head, "Quelle")) == {"text": 0}


@pytest.mark.parametrize("head", ["E-Mail", "email", "e_mail", "E-Mail-Adresse", "Mail"])
def test_case_dashes_and_blanks_of_a_head_do_not_matter(head):
    assert participant_columns(("Name", head)) == {"name": 0, "email": 1}


def test_german_and_english_lists_of_people_are_guessed():
    german = read_table(real("participants/participants-demo_de.csv")).heads
    english = read_table(real("participants/participants-demo_de_2015_english_headings.csv")).heads
    assert meant(participant_columns(german), german) == {
        "title": "Titel", "given": "Vorname", "family": "Nachname", "organisation": "Gliederungsebene",
        "function": "Amt", "email": "E-Mail", "note": "Kommentar",
    }  # fmt: skip
    assert meant(participant_columns(english), english) == {
        "title": "title", "given": "first_name", "family": "last_name", "organisation": "structure_level",
        "note": "comment",
    }  # fmt: skip


def test_what_the_user_says_is_stronger_than_the_guess():
    heads = ("text", "Vorschlag", "nr")
    assert proposal_columns(heads, {"text": "VORSCHLAG", "goal": ""}) == {"text": 1}
    assert proposal_columns(heads, {"note": "text"}) == {"note": 0, "text": 1, "goal": 2}


def test_an_unknown_column_is_told_with_those_there_are():
    with pytest.raises(UserError, match=r"„Texte“.*„id“, „nr“"):
        proposal_columns(HEADS, {"text": "Texte"})


def test_an_unknown_meaning_is_told_with_those_there_are():
    with pytest.raises(UserError, match=r"„txt“.*id, field, goal"):
        proposal_columns(HEADS, {"txt": "text"})


def test_a_list_without_a_text_or_names_asks_for_them():
    with pytest.raises(UserError, match=r"Text.*„Wert“"):
        proposal_columns(("Wert",))
    with pytest.raises(UserError, match=r"Namen.*„Wert“"):
        participant_columns(("Wert", "E-Mail"))
