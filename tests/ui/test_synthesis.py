"""Zusammenschau: gaps, similar proposals across forums, what is frequent, the rooms, and what became of what."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from forumtool.services import joining, proposals
from forumtool.services.decisions import decide
from forumtool.services.synthesis import build_synthesis, with_similar
from forumtool.storage.queries.proposals import proposal
from forumtool.storage.queries.steering import totals
from forumtool.ui.places.capturing.behind import Behind
from forumtool.ui.places.synthesis import PAGES, Synthesis
from tests.builders import capture, forum_for
from tests.ui.desks import window_on
from tests.ui.exports import dialog_in, written
from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text

KEY = Qt.Key


@pytest.fixture
def window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "synthesis") as opened:
        yield opened


@pytest.fixture
def place(window) -> Synthesis:
    found = window.places["synthesis"]
    assert isinstance(found, Synthesis)
    return found


def page(place: Synthesis, key: str) -> Any:
    place.open_page(key)
    return place.page


def counted(gaps, goal, tag):
    heads = [column.head for column in gaps.heat.model.columns]
    row = next(row for row in gaps.heat.model.rows if row.label.startswith(goal))
    return row.counts[heads.index(tag)]


def row_of(gaps, goal: str) -> int:
    return next(at for at, found in enumerate(gaps.heat.model.rows) if found.label.startswith(goal))


def test_cells_count_the_cards_with_the_tag(window, place):
    (told,) = window.desk.file.one(
        "SELECT count(*) FROM proposal p JOIN proposal_tag l ON l.proposal_id = p.id JOIN tag t ON t.id = l.tag_id"
        " JOIN goal g ON g.id = p.goal_id WHERE g.number = '3.1' AND t.title = 'Ankommen'"
    )
    assert counted(place.page, "3.1", "Ankommen") == told > 0


def test_a_gap_closes_with_the_card_that_fills_it_and_opens_again_with_undo(window, place):
    gaps, desk = place.page, window.desk
    before = int(gaps.figures._figures[3].text())
    assert counted(gaps, "3.1", "Alter") == 0
    goal_id = gaps.heat.model.rows[row_of(gaps, "3.1")].id
    desk.do(proposals.capture, "Vorlesen im Altenheim #Alter", forum_id=desk.forum_id, goal_id=goal_id)
    assert counted(gaps, "3.1", "Alter") == 1
    assert int(gaps.figures._figures[3].text()) == before - 1
    desk.undo()
    assert int(gaps.figures._figures[3].text()) == before


def test_the_chosen_goal_is_shown_phase_by_age_with_the_counts_of_its_row(place):
    gaps = place.page
    for goal in ("3.2", "3.1"):
        gaps.heat.view.setCurrentIndex(gaps.heat.model.index(row_of(gaps, goal), 1))
        assert gaps.coverage.goal.text().startswith(goal)
        totals_ = {row.label: row.counts[-1] for row in gaps.coverage.heat.model.rows}
        assert totals_["Ankommen"] == counted(gaps, goal, "Ankommen")


def test_enter_leads_to_the_goal(window, place):
    gaps = place.page
    gaps.heat.view.setCurrentIndex(gaps.heat.model.index(row_of(gaps, "3.3"), 2))
    gaps.heat.view.setFocus()
    press(gaps.heat.view, KEY.Key_Return)
    assert window.stack.currentWidget() is window.places["capture"]
    assert window.desk.goal().number == "3.3"


def test_one_click_on_a_gap_leads_to_its_goal_and_says_what_is_missing(window, place):
    heat = place.page.heat
    heads = [column.head for column in heat.model.columns]
    index = heat.model.index(row_of(place.page, "3.1"), heads.index("Alter"))
    heat.view.scrollTo(index)
    QTest.mouseClick(heat.view.viewport(), Qt.MouseButton.LeftButton, pos=heat.view.visualRect(index).center())
    assert window.stack.currentWidget() is window.places["capture"]
    assert window.desk.goal().number == "3.1"
    assert "Alter" in window.notice.text.text()


def test_the_rooms_show_who_came_of_each_bench(place):
    model = page(place, "rooms").rooms_model
    shown = {model.columns[at].head: model.index(0, at).data() for at in range(model.columnCount())}
    assert shown["Praxis"] == "8 von 8"
    assert shown["Ehrenamt"] == "4 von 5"
    assert shown["zusammen"] == "22 von 24"


def test_an_empty_process_says_on_every_page_what_will_be_there(tmp_path, qtbot):
    with window_on(tmp_path, qtbot, "empty") as window:
        window.go_to("synthesis")
        place = window.places["synthesis"]
        assert place.page.nothing.isVisible()
        assert page(place, "rooms").nobody.isVisible()
        assert all(label.isVisible() for label in page(place, "named").empty.values())
        assert page(place, "became").empty.isVisible()
        assert page(place, "similar").pairs.empty.text().startswith("Sobald zwei Foren")


def test_ctrl_tab_goes_through_all_pages_and_the_keyboard_follows(window, place):
    for key, _name, _title in (*PAGES[1:], PAGES[0]):
        QTest.keyClick(place, KEY.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert place.page is place.pages[key]
        assert window.focusWidget() is not None and place.isAncestorOf(window.focusWidget())


@pytest.fixture
def alike(window, place, qtbot) -> Any:
    """The page of pairs, with a card in forum 1 that says what one of forum 3 says."""
    capture(window.desk.file, "Amtliche Briefe in einfacher Sprache", number="1.1")
    found = page(place, "similar").pairs
    qtbot.waitUntil(lambda: bool(found.shown), timeout=30_000)
    qtbot.waitUntil(found.pairs.hasFocus)
    return found


def test_pairs_are_of_different_forums_and_say_where_both_come_from(window, alike):
    assert all(one.first.forum_id != one.second.forum_id for one in alike.shown)
    best = alike.pairs.current
    assert best.first.text == best.second.text == "Amtliche Briefe in einfacher Sprache"
    for side, number in zip(alike.sides, ("3.1", "1.1"), strict=True):
        assert forum_for(window.desk.file, number).title in side.accessibleName()
        assert f"Ziel {number}" in side.accessibleName()


def test_the_second_may_stand_and_the_first_keeps_its_origin_behind_it(window, alike):
    best = alike.pairs.current
    press(alike.pairs, KEY.Key_2)
    press(alike.pairs, KEY.Key_Return)
    lead = proposal(window.desk.file, best.second.id)
    assert [one.elsewhere for one in lead.wordings] == [best.first.forum_title]
    assert not any(best.first.id in one.pair[:2] for one in alike.shown)
    window.desk.undo()
    assert proposal(window.desk.file, best.second.id).wordings == ()
    assert any({best.first.id, best.second.id} == set(one.pair[:2]) for one in alike.shown)


def test_a_refused_pair_is_not_asked_again_when_the_page_is_shown_anew(place, alike):
    best = alike.pairs.current
    press(alike.pairs, KEY.Key_Right)
    page(place, "rooms")
    again = page(place, "similar").pairs
    assert not any(set(best.pair[:2]) == set(one.pair[:2]) for one in again.shown)


def test_the_documents_have_the_pairs_that_the_window_shows(window, alike):
    def written() -> list[tuple[str, str, tuple[str, ...]]]:
        found = with_similar(build_synthesis(window.desk.file)).synthesis
        return [(pair.first, pair.second, pair.words) for pair in found.similar]

    def shown() -> list[tuple[str, str, tuple[str, ...]]]:
        return [(one.pair.first, one.pair.second, one.pair.words) for one in alike.shown]

    before = shown()
    assert written() == before
    press(alike.pairs, KEY.Key_Right)
    assert written() == shown() == before[1:]


def test_the_inspector_of_the_standing_card_names_the_other_forum(window, alike, qtbot):
    best = alike.pairs.current
    press(alike.pairs, KEY.Key_Return)
    window.desk.choose_forum(best.first.forum_id)
    window.desk.choose_goal(best.first.goal_id)
    window.go_to("capture")
    capture_place = window.places["capture"]
    capture_place.reveal(best.first.id)
    behind = capture_place.inspector.findChild(Behind)
    qtbot.waitUntil(lambda: f"{best.second.number} · {best.second.forum_title}" in texts_in(behind))


def texts_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_what_is_named_most_stands_first_and_its_cards_beside_it(window, place):
    named = page(place, "named")
    rows = named.counts["obstacle"].model.rows
    assert [row.total for row in rows] == sorted((row.total for row in rows), reverse=True)
    for row in rows:
        assert sum(row.counts[:-1]) == row.counts[-1]
    view = named.counts["obstacle"].view
    view.setCurrentIndex(view.model().index(0, 0))
    assert len(named.cards_model.rows) == rows[0].total
    view.setFocus()
    press(view, KEY.Key_Return)
    assert named.cards.hasFocus()
    first = named.cards_model.rows[0]
    named.cards.setCurrentIndex(named.cards_model.index(0, 1))
    press(named.cards, KEY.Key_Return)
    assert window.stack.currentWidget() is window.places["capture"]
    assert window.desk.goal().number == first.goal_number


def test_offers_say_whether_they_exist(place):
    labels = [row.label for row in page(place, "named").counts["existing_offer"].model.rows]
    assert labels and all(label.endswith(("besteht", "ausbauen", "neu")) for label in labels)


def test_every_proposal_has_a_line_with_its_way(window, place, qtbot):
    file = window.desk.file
    (lead,) = file.one("SELECT id FROM card WHERE running_number = 22")
    made = capture(file, "Nachbarschaftscafé im Amt", number="1.1")[0]
    joining.join(file, [made.id], lead)
    table = page(place, "became")
    qtbot.waitUntil(lambda: len(table.model.keys) == totals(file).proposals + 1)
    table.view.setCurrentIndex(table.model.index(table.model.row_of(made.id), 1))
    way = table.way.text()
    assert way.startswith(forum_for(file, "1.1").title)
    assert "geht auf in A-22 (Fachforum 3" in way and "Maßnahme" in way and "übernehmen" in way


def test_typing_and_a_chip_leave_what_is_looked_for(window, place):
    table = page(place, "became")
    table.filter.setFocus()
    type_text(table.filter, "schulhöfe")
    window.desk.finding.finish()
    assert [row.number for row in table.model.rows] == ["A-32"]
    table.filter.clear()
    table.open_only.click()
    assert table.model.rows and not any(row.verdict or row.measures or row.joined_to for row in table.model.rows)
    left = len(table.model.rows)
    decide(window.desk.file, table.model.rows[0].id, verdict="adopt")
    table.refresh()
    assert len(table.model.rows) == left - 1


@pytest.mark.parametrize("column", range(7))
def test_every_column_sorts_both_ways_and_loses_nothing(place, column):
    table = page(place, "became")
    every = set(table.model.keys)
    shown = table.model.columns[column].show
    orders = []
    for _turn in range(2):
        table.sorting.turn(column)
        orders.append([str(shown(row)) for row in table.model.rows])
        assert set(table.model.keys) == every and len(table.model.keys) == len(every)
    filled = [[text for text in order if text] for order in orders]
    assert sorted(filled[0]) == sorted(filled[1])
    if len(set(filled[0])) > 1:
        assert filled[0] != filled[1]


def test_enter_shows_a_card_that_went_into_another_one_by_that_one(window, place):
    file = window.desk.file
    (lead,) = file.one("SELECT id FROM card WHERE running_number = 22")
    made = capture(file, "Nachbarschaftscafé im Amt", number="1.1")[0]
    joining.join(file, [made.id], lead)
    table = page(place, "became")
    table.refresh()
    table.view.setCurrentIndex(table.model.index(table.model.row_of(made.id), 1))
    table.view.setFocus()
    press(table.view, KEY.Key_Return)
    assert window.stack.currentWidget() is window.places["capture"]
    assert window.desk.goal().number == proposal(file, lead).goal_number


def test_the_buttons_write_whole_files(window, place, qtbot, tmp_path: Path):
    place.documents.go.click()
    assert dialog_in(place).offer.key == "synthesis"
    for suffix in (".docx", ".xlsx"):
        assert written(window, "synthesis", tmp_path / f"z{suffix}") == f"Fertig: z{suffix}"
        assert (tmp_path / f"z{suffix}").read_bytes()[:2] == b"PK"
