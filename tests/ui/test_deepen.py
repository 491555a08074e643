"""Vertiefen: measures out of groups, agreements, the parking lot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forumtool.services import measures, proposals, weighing
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.proposals import offers
from forumtool.ui.parts.chooser import Chooser
from forumtool.ui.parts.ties import Chip
from tests.ui.desks import editor_in, window_on
from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text

CTRL, ALT, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier  # fmt: skip  # noqa: E501
ENTER, ESC, TAB, F6 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F6
FIRST = "Nachbarschaftscafé mit Kinderbetreuung"


class Room:
    """The place in the real window, with short ways to what the file says."""

    def __init__(self, window):
        self.window, self.desk = window, window.desk
        self.place = window.places["deepen"]
        self.sketches = self.place.sketches
        self.form = self.sketches.form

    def rows(self):
        return outcomes.measures(self.desk.file, self.desk.scope)

    def row(self, title=FIRST):
        return next(row for row in self.rows() if row.title == title)

    def focused(self):
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def wake(self):
        """A list of names that opened leaves the offscreen window inactive."""
        self.window.activateWindow()
        QApplication.processEvents()

    def fill(self, field, text, key=ENTER):
        field.setFocus()
        field.selectAll()
        type_text(field, text)
        self.wake()
        press(field, key)
        self.wake()

    def answer(self, words):
        chooser = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible())
        type_text(chooser.field, words)
        press(chooser.field, ENTER)
        self.window.activateWindow()

    def titles(self, shown):
        return [shown.item(at).data(Qt.ItemDataRole.UserRole).title for at in range(shown.count())]

    def chips(self, ties):
        return [chip for chip in ties.findChildren(Chip) if not chip.isHidden()]


@pytest.fixture
def room(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "deepen") as window:
        yield Room(window)


def test_groups_stand_by_their_dots_with_their_cards_and_measures(room):
    shown = [room.sketches.groups.item(at).data(Qt.ItemDataRole.UserRole) for at in range(6)]
    assert [(one.title, one.mark) for one in shown[:3]] == [
        ("Begegnung im Alltag", "●\u00a041"), ("Patenschaften", "●\u00a028"),
        ("Ansprache und Information", "●\u00a022"),
    ]  # fmt: skip
    assert shown[-1].mark == ""
    assert shown[0].details == ("6\u00a0Karten · 1\u00a0Maßnahme",)


def test_a_group_shows_its_cards_while_the_keyboard_is_on_it(room):
    press(room.sketches.list, F6, SHIFT)
    press(room.sketches.groups, Qt.Key.Key_Down)
    assert room.sketches.cards.title.text() == "3 KARTEN DER GRUPPE"
    press(room.sketches.groups, F6)
    assert room.sketches.cards.title.text() == "AUS 6 KARTEN"


def test_enter_on_a_group_sketches_a_measure_that_keeps_its_cards(room):
    before = len(room.desk.file.journal.steps())
    room.sketches.groups.setFocus()
    press(room.sketches.groups, ENTER)
    assert room.form.title.hasFocus()
    type_text(room.form.title, "Café für alle")
    press(room.form.title, ENTER)
    newest = room.rows()[-1]
    assert newest.title == "Café für alle"
    assert len(newest.proposals) == 6 and newest.proposals[0] == "A-22"
    assert len(room.desk.file.journal.steps()) == before + 2
    room.desk.undo()
    room.desk.undo()
    assert len(room.rows()) == 4


def test_several_groups_become_one_measure(room):
    groups = room.sketches.groups
    groups.setFocus()
    press(groups, Qt.Key.Key_Down, SHIFT)
    press(groups, ENTER)
    newest = room.rows()[-1]
    assert newest.title == "Begegnung im Alltag" and len(newest.proposals) == 9
    assert room.titles(room.sketches.cards.list).count("Patenschaften") == 1


def test_a_group_joins_the_chosen_measure(room):
    room.sketches.groups.setFocus()
    assert room.sketches.groups.choose(
        next(row.id for row in outcomes.clusters(room.desk.file) if row.title == "Räume")
    )
    press(room.sketches.groups, Qt.Key.Key_A)
    assert len(room.row().proposals) == 9


def test_each_field_writes_one_step_when_it_is_confirmed_or_left(room):
    steps = room.desk.file.journal
    before = len(steps.steps())
    room.fill(room.form.text, "Jeden Dienstag.")
    room.fill(room.form.horizon, "ab 2017", TAB)
    room.fill(room.form.resources, "Raum", TAB)
    room.fill(room.form.indicator, "60 Gäste")
    assert len(steps.steps()) == before + 4
    row = room.row()
    assert (row.text, row.horizon, row.resources, row.indicator) == ("Jeden Dienstag.", "ab 2017", "Raum", "60 Gäste")


def test_typing_alone_writes_nothing_and_escape_brings_the_old_words_back(room):
    before = len(room.desk.file.journal.steps())
    room.form.text.setFocus()
    type_text(room.form.text, "Doch nicht")
    assert len(room.desk.file.journal.steps()) == before
    press(room.form.text, ESC)
    assert room.form.text.toPlainText().startswith("Einmal im Monat")
    press(room.form.text, ESC)
    assert room.sketches.list.hasFocus()


def test_the_lead_is_completed_from_organisations_and_people_present(room):
    room.form.lead.setFocus()
    room.form.lead.selectAll()
    type_text(room.form.lead, "rahaw")
    assert room.form.lead.completing.offers == ["Rahaward e. V."]
    press(room.form.lead, ENTER)
    assert room.form.lead.text() == "Rahaward e. V."
    room.wake()
    press(room.form.lead, TAB)
    assert room.row().lead == "Rahaward e. V."


def test_partners_are_completed_one_by_one(room):
    field = room.form.partners
    field.setFocus()
    field.end(False)
    type_text(field, ", afrika")
    press(field, ENTER)
    room.wake()
    type_text(field, ", ")
    press(field, TAB)
    assert room.row().partners == "DRK, Kirchengemeinde, Afrika Forum e. V."


def test_an_offer_is_named_by_completion_and_its_state_is_switched(room):
    field = room.form.offers.field
    room.fill(field, "Café Zuflucht")
    (offer,) = room.row().offers
    (chip,) = room.chips(room.form.offers)
    assert chip.text().startswith("Café Zuflucht · besteht")
    chip.setFocus()
    press(chip, Qt.Key.Key_2)
    assert next(row.state for row in offers(room.desk.file) if row.id == offer.id) == "extend"
    (chip,) = room.chips(room.form.offers)
    assert chip.hasFocus() and "ausbauen" in chip.text()
    press(chip, ENTER)
    room.answer("neu")
    (chip,) = room.chips(room.form.offers)
    assert "neu" in chip.text()
    chip.setFocus()
    press(chip, Qt.Key.Key_Delete)
    assert room.row().offers == () and field.hasFocus()
    assert offer.id in {row.id for row in offers(room.desk.file)}, "it stays in the list of the process"


def test_an_obstacle_is_named_and_taken_away(room):
    room.fill(room.form.obstacles.field, "Raumkosten")
    assert [one.title for one in room.row().obstacles] == ["Raumkosten"]
    (chip,) = room.chips(room.form.obstacles)
    chip.click()
    assert room.row().obstacles == ()


def test_tab_goes_through_the_form_from_the_title_to_the_obstacles(room):
    room.fill(room.form.offers.field, "Café Zuflucht")
    room.form.title.setFocus()
    names = []
    for _field in range(12):
        names.append(room.focused().accessibleName() or room.focused().text())
        press(room.focused(), TAB)
    assert names == [
        "Titel", "Was geschieht", "Federführung", "Partner", "Zeithorizont", "Ressourcen", "Indikator",
        "schnell umsetzbar", "im Forum bestätigt", "Café Zuflucht, besteht", "Angebot nennen", "Hemmnis nennen",
    ]  # fmt: skip


def test_quick_win_and_the_rooms_confirmation_are_marked_and_other_words_take_it_away(room):
    room.form.quick_win.click()
    assert not room.row().quick_win
    room.form.confirmed.click()
    assert room.row().confirmed_at
    room.fill(room.form.horizon, "2018")
    assert room.row().confirmed_at == "" and not room.form.confirmed.isChecked()


def test_a_card_shows_its_original_wording_support_and_dots(room):
    file = room.desk.file
    card = next(row for row in room.sketches.cards._cards if row.number == "A-23")
    proposals.reword(file, card.id, "Feste im Stadtteil gemeinsam planen")
    proposals.change(file, card.id, support_count=3)
    weighing.ask(file, forum_id=room.desk.forum_id, goal_id=room.desk.goal_id, question="?", targets="cards")
    weighing.count(file, outcomes.dot_rounds(file)[-1].id, card.id, 5)
    shown = room.sketches.cards.list
    entry = next(entry for entry in shown._entries() if entry.id == card.id)
    assert entry.title == "Feste im Stadtteil gemeinsam planen"
    assert entry.details == (
        "A-23 · 3 weitere Stimmen · ●\u00a05",
        "Originalton: „Stadtteilfeste gemeinsam planen statt nebeneinander feiern“",
    )
    assert shown._entries()[0] == ("group " + card.cluster_id, "Begegnung im Alltag", (), "●\u00a041", True, True)


def test_cards_are_taken_away_and_others_added(room):
    cards = room.sketches.cards
    for _pane in range(2):
        press(room.focused(), F6)
    assert cards.list.hasFocus()
    press(cards.list, Qt.Key.Key_Delete)
    assert "A-22" not in room.row().proposals and len(room.row().proposals) == 5
    press(cards.list, Qt.Key.Key_K)
    room.answer("schulhöfe")
    assert "A-32" in room.row().proposals
    press(cards.list, Qt.Key.Key_K)
    room.answer("gruppe räume")
    assert len(room.row().proposals) == 8


def test_measures_are_ordered_by_keys_and_deleted(room):
    shown = room.sketches.list
    shown.setFocus()
    first = room.titles(shown)[0]
    press(shown, Qt.Key.Key_Down, ALT)
    assert room.titles(shown)[1] == first == [row.title for row in room.rows()][1]
    assert shown.key == room.row(first).id
    press(shown, Qt.Key.Key_Delete)
    assert first not in room.titles(shown) and len(room.rows()) == 3
    room.desk.undo()
    assert room.titles(shown)[1] == first


def test_a_measure_without_a_group_is_written_at_once(room):
    room.sketches.list.setFocus()
    press(room.sketches.list, Qt.Key.Key_N)
    type_text(room.sketches.left.entry, "Runder Tisch")
    press(room.sketches.left.entry, ENTER)
    assert room.row("Runder Tisch").proposals == () and room.row("Runder Tisch").goal_id == room.desk.goal_id
    assert room.form.text.hasFocus() and room.sketches.cards.empty.isVisible()


def test_a_measure_is_written_with_a_button_in_place_of_enter(room):
    left = room.sketches.left
    left.entry.setFocus()
    type_text(left.entry, "Runder Tisch")
    QTest.mouseClick(left.enter, Qt.MouseButton.LeftButton)
    assert room.row("Runder Tisch").proposals == () and left.entry.text() == ""


def test_the_measure_goes_to_the_projector(room, qtbot):
    room.sketches.list.setFocus()
    with qtbot.waitSignal(room.desk.projected) as sent:
        press(room.sketches.list, Qt.Key.Key_L)
    row = room.row()
    assert sent.args[0] == room.place.to_show()
    assert (sent.args[0].kind, sent.args[0].measure_id, sent.args[0].goal_id) == ("measure", row.id, row.goal_id)
    room.window.projector.close()


def test_what_is_typed_is_written_to_its_own_measure_when_another_one_is_chosen(room):
    room.form.text.setFocus()
    room.form.text.selectAll()
    type_text(room.form.text, "Neu gesagt")
    assert room.sketches.list.choose(room.rows()[2].id)
    assert room.row().text == "Neu gesagt" and room.rows()[2].text != "Neu gesagt"


def test_a_narrow_window_puts_the_cards_below_the_sketch(room, qtbot):
    room.window.resize(911, 512)
    qtbot.waitUntil(lambda: room.sketches._column.indexOf(room.sketches.cards) >= 0)
    room.window.resize(1366, 768)
    qtbot.waitUntil(lambda: room.sketches._column.indexOf(room.sketches.cards) < 0)


def test_an_agreement_is_written_in_one_line_with_who_and_a_day_as_people_say_it(room):
    press(room.focused(), Qt.Key.Key_PageDown, CTRL)
    page = room.place.agreements
    page.entry.setFocus()
    type_text(page.entry, "Räume anfragen")
    press(page.entry, TAB)
    assert page.who.hasFocus()
    type_text(page.who, "freiw")
    press(page.who, TAB)
    type_text(page.due, "in 2 Wochen")
    press(page.due, ENTER)
    found = outcomes.action_items(room.desk.file, room.desk.scope)[-1]
    assert (found.text, found.responsible, found.due) == ("Räume anfragen", "Freiwilligenzentrum", "2016-05-26")
    assert page.entry.hasFocus() and (page.entry.text(), page.who.text(), page.due.text()) == ("", "", "")
    assert room.place.tabs.tabText(1).endswith("4")


def test_an_agreement_is_changed_moved_and_taken_back_in_the_table(room):
    room.place.show_page(1)
    page = room.place.agreements
    first = page.model.rows[0]
    page.choose_key(first.id, 3)
    press(page.view, Qt.Key.Key_F2)
    editor = editor_in(page.view)
    assert editor.text() == "31.05.2016"
    editor.selectAll()
    type_text(editor, "Ende Juni")
    press(editor, ENTER)
    assert outcomes.action_items(room.desk.file)[0].due == "2016-06-30"
    assert page.model.data(page.model.index(0, 3)) == "30. Juni 2016"
    page.choose_key(first.id, 2)
    press(page.view, Qt.Key.Key_F2)
    editor = editor_in(page.view)
    editor.selectAll()
    type_text(editor, "birh")
    press(editor, ENTER)
    assert outcomes.action_items(room.desk.file)[0].responsible == "Birhan e. V."
    press(page.view, Qt.Key.Key_Down, ALT)
    assert outcomes.action_items(room.desk.file)[1].id == first.id
    press(page.view, Qt.Key.Key_Delete)
    assert len(outcomes.action_items(room.desk.file)) == 2


def test_a_matter_is_set_aside_for_somebody(room):
    room.place.show_page(2)
    page = room.place.parked
    page.entry.setFocus()
    type_text(page.entry, "Öffnungszeiten der Ämter")
    press(page.entry, TAB)
    type_text(page.addressee, "Fachforum 1")
    press(page.addressee, ESC)
    press(page.addressee, ENTER)
    found = outcomes.parking_lot(room.desk.file, room.desk.scope)[-1]
    assert found.text == "Öffnungszeiten der Ämter" and found.addressee.startswith("Fachforum 1")


def test_a_measure_or_an_agreement_is_revealed_by_its_key(room):
    agreed = outcomes.action_items(room.desk.file)[2]
    room.place.reveal(agreed.id)
    assert room.place.tabs.currentIndex() == 1 and room.place.agreements.chosen.id == agreed.id
    wanted = room.rows()[2]
    room.place.reveal(wanted.id)
    assert room.place.tabs.currentIndex() == 0 and room.sketches.chosen.id == wanted.id


def test_a_measure_that_another_step_deleted_leaves_the_form(room):
    for row in room.rows():
        measures.remove_measure(room.desk.file, row.id)
    assert room.sketches.empty.isVisible() and not room.form.isVisible()


def test_without_groups_it_says_where_they_come_from(tmp_path, qtbot):
    with window_on(tmp_path, qtbot, "empty") as window:
        window.go_to("deepen")
        sketches = window.places["deepen"].sketches
        assert sketches.left.no_groups.isVisible()
        assert sketches.left.entry.hasFocus()


def test_escape_beside_a_new_agreement_adds_nothing(room):
    room.place.show_page(1)
    page = room.place.agreements
    page.entry.setFocus()
    type_text(page.entry, "Räume anfragen")
    page.due.setFocus()
    press(page.due, ESC)
    assert len(outcomes.action_items(room.desk.file)) == 3 and page.entry.text() == "Räume anfragen"


def test_ctrl_z_in_a_field_takes_the_typing_back_and_then_the_last_step(room):
    field = room.form.text
    before = field.toPlainText()
    room.fill(field, "Anders gesagt")
    press(field, Qt.Key.Key_Z, CTRL)
    assert room.row().text == before == field.toPlainText()


def test_a_title_that_was_pasted_with_line_breaks_is_one_line(room):
    room.form.begin()
    room.form.title.insertPlainText("Café\nfür alle")
    press(room.form.title, ENTER)
    assert room.rows()[0].title == "Café für alle"
