"""Search over everything: Ctrl+K, words, Enter; and the index that stays true to the file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forumtool.services import follow_up, joining, proposals, tags
from forumtool.storage.queries.process import goals
from forumtool.ui.parts.chooser import Chooser
from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "overview") as window:
        yield window


def opened(window):
    """Open the search in place of one that may be open."""
    for one in QApplication.topLevelWidgets():
        if isinstance(one, Chooser):
            one.close()
    press(window, Qt.Key.Key_K, CTRL)
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible())


def asked(window, typed):
    """Open the search and type."""
    chooser = opened(window)
    type_text(chooser.field, typed)
    window.desk.finding.finish()  # on a busy machine the index may need another turn
    return chooser


def taken(window, typed, title=""):
    """Open the search, type, take the hit with this title (else the first one), and return the place that shows."""
    chooser = asked(window, typed)
    if title:
        at = next(at for at, one in enumerate(chooser.shown) if one.title.startswith(title))
        press(chooser.field, Qt.Key.Key_Down, times=at)
    press(chooser.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    return window.stack.currentWidget()


def kinds(chooser):
    return {one.kind for one in chooser.shown}


def is_shown(window, key):
    return window.stack.currentWidget() is window.places[key]


def test_without_words_it_offers_places_and_commands(window):
    chooser = asked(window, "")
    titles = [one.title for one in chooser.shown]
    assert titles[0] == "Überblick"
    assert "Aufbau: Merkmale" in titles
    assert "Aussehen: dunkel" in titles
    assert kinds(chooser) == {"Arbeitsplatz", "Befehl"}


def test_a_place_is_found_by_the_beginning_of_its_name(window):
    taken(window, "gewi")
    assert is_shown(window, "weigh")


def test_a_command_is_done(window):
    window.desk.do(proposals.capture, "Sprachcafé", forum_id=window.desk.forum_id, goal_id=window.desk.goal_id)
    cards = window.desk.file.one("SELECT count(*) FROM card")[0]
    taken(window, "rückg")
    assert window.desk.file.one("SELECT count(*) FROM card")[0] == cards - 1


@pytest.mark.parametrize("typed", ["A-22", "a22", "alten schlachthof", "SCHLACHTHOF nachbar"])
def test_a_card_is_found_by_number_and_by_words_in_any_order(window, typed):
    place = taken(window, typed)
    assert is_shown(window, "capture")
    assert window.desk.goal().number == "3.2"
    assert place.model.rows[place.list.currentIndex().row()].number == "A-22"


def test_a_card_is_found_by_words_that_its_title_does_not_show_and_says_which(window):
    card = window.desk.file.one("SELECT id FROM card WHERE running_number = 22")[0]
    window.desk.do(proposals.change, card, note="Schlüssel liegt beim Hausmeister", other_text="Cafétéria de quartier")
    (hit,) = [one for one in asked(window, "schluessel haus").shown if one.number == "A-22"]
    assert hit.remark == "Notiz: Schlüssel liegt beim Hausmeister"
    assert [one.number for one in asked(window, "cafeteria de").shown] == ["A-22"]


def test_the_original_wording_is_found_after_a_card_was_reworded(window):
    card = window.desk.file.one("SELECT id FROM card WHERE running_number = 22")[0]
    window.desk.do(proposals.reword, card, "Treff für alle")
    (hit,) = [one for one in asked(window, "Schlachthof").shown if one.number == "A-22"]
    assert hit.title == "Treff für alle"
    assert hit.remark.startswith("Originalton: ")


def test_a_card_behind_another_leads_to_the_one_that_stands(window):
    keys = dict(window.desk.file.plain("SELECT running_number, id FROM card"))
    window.desk.do(joining.join, [keys[23]], keys[22])
    place = taken(window, "A-23")
    assert place.model.rows[place.list.currentIndex().row()].number == "A-22"


@pytest.mark.parametrize(
    ("typed", "kind", "place"),
    [
        ("begegnung im alltag", "Gruppe", "order"),
        ("nachbarschaftscafé mit", "Maßnahme", "deepen"),
        ("betreuung für das", "Vereinbarung", "deepen"),
        ("TN 14", "Person", "arrive"),
        ("nachbarschaftsverein", "Organisation", "arrive"),
        ("einleben", "Merkmal", "setup"),
        ("integrationsbeauftragte", "Sitz", "setup"),
        ("fachforum 1", "Forum", "agenda"),
    ],
)
def test_everything_is_found_by_its_kind_and_shown_in_its_place(window, typed, kind, place):
    chooser = asked(window, typed)
    assert chooser.shown[0].kind == kind
    press(chooser.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert is_shown(window, place)


def test_a_tag_is_chosen_on_its_page(window):
    place = taken(window, "zusammenhalt")
    assert place.page.tags.row().title == "Zusammenhalt"


def test_a_goal_of_another_field_is_worked_on_in_its_forum(window):
    taken(window, "1.2", next(goal.title for goal in goals(window.desk.file) if goal.number == "1.2"))
    assert window.desk.goal().number == "1.2"
    assert window.desk.forum().title.startswith("Fachforum 1")


def test_the_index_follows_every_step_and_its_undo(window):
    desk = window.desk

    def titles(typed):
        return [row.title for row in desk.finding.find(typed, 9).hits]

    assert titles("wasserspielplatz") == []
    desk.do(proposals.capture, "Wasserspielplatz #Ankommen", forum_id=desk.forum_id, goal_id=desk.goal_id)
    assert titles("wasserspiel") == ["Wasserspielplatz"]
    desk.undo()
    assert titles("wasserspiel") == []
    desk.redo()
    tag = desk.file.one("SELECT id FROM tag WHERE title = 'Ankommen'")[0]
    desk.do(tags.rename_tag, tag, "Neu in Aachen")
    assert titles("wasser aachen") == ["Wasserspielplatz"]
    desk.do(follow_up.agree, "Wasserrechnung klären", forum_id=desk.forum_id)
    assert "Wasserrechnung klären" in titles("wasser")


def test_another_file_has_an_index_of_its_own(window, tmp_path):
    assert window.desk.finding.find("schlachthof", 9).hits
    from forumtool.services.processes import new_process

    new_process(tmp_path / "leer.forum", "empty")
    window.open(tmp_path / "leer.forum")
    assert window.desk.finding.find("schlachthof", 9).hits == ()


def test_words_that_nothing_holds_are_said(window):
    chooser = asked(window, "xyzzy")
    assert chooser.shown == []
    assert chooser.told.text() == "Nichts enthält diese Worte."
    press(chooser.field, Qt.Key.Key_Return)
    assert chooser.isVisible()


def test_more_hits_than_are_shown_are_counted(window):
    chooser = asked(window, "e")
    assert len(chooser.shown) == 60
    assert chooser.told.text().startswith("Die besten 60 von ")


def test_page_keys_and_the_end_of_the_list_move_the_mark(window):
    chooser = asked(window, "e")
    press(chooser.field, Qt.Key.Key_PageDown)
    assert chooser.list.currentIndex().row() == 9
    press(chooser.field, Qt.Key.Key_PageUp, times=2)
    assert chooser.list.currentIndex().row() == 0
    press(chooser.field, Qt.Key.Key_Up)
    assert chooser.list.currentIndex().row() == 59


def test_an_index_that_is_still_growing_is_finished_before_something_is_taken(window, monkeypatch):
    from forumtool.ui import finding

    monkeypatch.setattr(finding, "_AT_ONCE", 0)
    monkeypatch.setattr(finding, "_SLICE", 3)
    chooser = opened(window)
    chooser.field.setText("A-22")
    assert not window.desk.finding.is_ready
    chooser.take()
    place = window.places["capture"]
    assert place.model.rows[place.list.currentIndex().row()].number == "A-22"
