"""The Leinwand: layout over pages, and the window that follows what is sent."""

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumtool.domain.report import ranking
from forumtool.services import clusters, people, proposals
from forumtool.ui.canvas.items import Card, DotRow, RankBar, Sizes, Words
from forumtool.ui.canvas.layout import pages
from forumtool.ui.canvas.painting import QtMeasure
from forumtool.ui.canvas.picture import Heap, Picture, picture_of
from forumtool.ui.canvas.window import CanvasWindow
from forumtool.ui.desk import Desk
from forumtool.ui.projection import Projection
from tests.ui.boards import GROUPS, board_file, weigh_board
from tests.ui.desks import window_on

FULL_HD = Sizes(1920, 1080)


def board_of(groups: int, cards: int, text: str = "Schulhöfe nachmittags für alle öffnen") -> Picture:
    heaps = tuple(
        Heap(f"Gruppe {at}", at % 5, 3, tuple(f"{text} {at}.{one}" for one in range(cards))) for at in range(groups)
    )
    return Picture("board", "Ziel 3.2", "Vernetzung im Stadtteil", "", heaps)


def cards_on(found) -> list[Card]:
    return [item for page in found for item in page if isinstance(item, Card)]


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (960, 540), (3840, 2160), (600, 900)])
@pytest.mark.parametrize(("groups", "cards"), [(1, 1), (4, 4), (6, 10), (14, 3), (1, 80), (12, 0)])
def test_every_card_is_whole_inside_the_picture_and_there_once(qapp, size, groups, cards):
    sizes, picture = Sizes(*size), board_of(groups, cards)
    found = pages(picture, sizes, QtMeasure())
    texts = [card.text for card in cards_on(found)]
    assert sorted(texts) == sorted(text for heap in picture.heaps for text in heap.cards)
    for card in cards_on(found):
        assert card.x >= 0 and card.x + card.width <= sizes.width + 0.5
        assert card.y >= 0 and card.y + card.height <= sizes.bottom + 0.5


def test_cards_on_a_page_do_not_overlap(qapp):
    for page in pages(board_of(9, 5), FULL_HD, QtMeasure()):
        cards = [item for item in page if isinstance(item, Card)]
        for at, one in enumerate(cards):
            for other in cards[at + 1 :]:
                beside = one.x + one.width <= other.x + 0.5 or other.x + other.width <= one.x + 0.5
                below = one.y + one.height <= other.y + 0.5 or other.y + other.height <= one.y + 0.5
                assert beside or below


def test_words_are_never_smaller_than_28_pixels_on_a_screen_of_1080(qapp):
    assert FULL_HD.card == 28
    for picture in (board_of(20, 12), board_of(3, 3)._replace(title="Ein sehr langes Ziel " * 30)):
        for page in pages(picture, FULL_HD, QtMeasure()):
            assert min(item.pixels for item in page if isinstance(item, Words)) >= 28


def test_four_groups_fit_on_one_page_and_more_cards_make_more_pages(qapp):
    assert len(pages(board_of(4, 4), FULL_HD, QtMeasure())) == 1
    assert len(pages(board_of(6, 10), FULL_HD, QtMeasure())) > 1


def test_a_long_group_goes_on_under_its_heading(qapp):
    found = pages(board_of(1, 12), FULL_HD, QtMeasure())
    heads = [item.text for page in found for item in page if isinstance(item, Words)]
    assert "Gruppe 0 (weiter)" in heads


def test_a_card_longer_than_a_page_is_cut_with_an_ellipsis_and_still_fits(qapp):
    found = pages(board_of(1, 1, "Wege in den Stadtteil " * 140), FULL_HD, QtMeasure())
    (card,) = cards_on(found)
    assert card.y + card.height <= FULL_HD.bottom + 0.5
    assert card.lines < 40


def test_dots_stand_under_the_heading(qapp):
    page = pages(board_of(2, 1), FULL_HD, QtMeasure())[0]
    dots = [item for item in page if isinstance(item, DotRow)]
    assert [row.dots for row in dots] == [3, 3]
    first_card = min(card.y for card in cards_on([page]))
    assert all(row.y + row.height <= first_card for row in dots)


def test_a_ranking_shows_bars_in_proportion_and_goes_on_to_further_pages(qapp):
    ranked = ranking([(str(at), f"Gruppe {at}", 40 - at) for at in range(30)])
    found = pages(Picture("ranking", "Ziel 3.2", "Was zuerst?", ranked=ranked), FULL_HD, QtMeasure())
    bars = [item for page in found for item in page if isinstance(item, RankBar)]
    assert len(found) > 1 and len(bars) == 30
    assert bars[0].part == 1 and bars[20].part == pytest.approx(0.5)
    assert all(bar.y + bar.height <= FULL_HD.bottom for bar in bars)


def test_without_any_dot_no_rank_is_claimed(qapp):
    ranked = ranking([("a", "Räume", 0), ("b", "Patenschaften", 0)])
    (page,) = pages(Picture("ranking", "Ziel 3.2", "Was?", ranked=ranked), FULL_HD, QtMeasure())
    assert [item.text for item in page if isinstance(item, Words)].count("–") == 2


@pytest.fixture
def stage(qtbot, tmp_path):
    """A desk with a board, and its canvas."""
    built = board_file(tmp_path, people=3)
    weigh_board(built)
    desk = Desk()
    assert desk.open(built.path)
    canvas = CanvasWindow(desk)
    qtbot.addWidget(canvas)
    canvas.appear(None)
    yield desk, canvas, built
    canvas.close()
    desk.close()


def sent(built, kind: str) -> Projection:
    return Projection(kind, built.forum_id, built.goal_id)


def test_the_canvas_follows_what_is_sent(stage):
    desk, canvas, built = stage
    assert canvas.picture.kind == "pause" and canvas.picture.title == desk.process().title
    for kind in ("goal", "board", "cards", "ranking", "pause"):
        desk.project(sent(built, kind))
        assert canvas.picture.kind == kind
        assert not canvas.grab().isNull()


def test_a_step_on_the_board_appears_at_once(stage):
    desk, canvas, built = stage
    desk.project(sent(built, "board"))
    desk.do(clusters.rename_cluster, built.clusters["Räume"], "Räume für alle")
    assert "Räume für alle" in [heap.title for heap in canvas.picture.heaps]


def test_names_of_people_never_reach_the_canvas(stage):
    desk, _canvas, built = stage
    desk.do(people.add_participants, built.forum_id, [people.NewParticipant("Zeynep Kaya", "Rahaward e. V.")])
    made = desk.do(proposals.capture, "Teestube am Markt", forum_id=built.forum_id, goal_id=built.goal_id)
    desk.do(proposals.attribute, made.id, "Zeynep Kaya")
    for kind in ("goal", "board", "cards", "ranking", "pause"):
        shown = repr(picture_of(desk.file, sent(built, kind)))
        assert "Kaya" not in shown and "Rahaward" not in shown


def test_a_board_without_groups_shows_all_cards(qtbot, tmp_path):
    built = board_file(tmp_path, {})
    desk = Desk()
    desk.open(built.path)
    picture = picture_of(desk.file, sent(built, "board"))
    assert picture.kind == "cards" and len(picture.heaps[0].cards) == 5
    desk.close()


def test_a_goal_that_is_gone_leaves_the_quiet_picture(stage):
    desk, canvas, built = stage
    desk.project(Projection("board", built.forum_id, "no such goal"))
    assert canvas.picture.kind == "pause"


def test_page_keys_turn_and_stop_at_the_ends(stage):
    desk, canvas, built = stage
    desk.project(sent(built, "board"))
    assert len(canvas.pages) > 1
    for _press in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert canvas.page == len(canvas.pages) - 1
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    assert canvas.page == len(canvas.pages) - 2
    desk.project(sent(built, "goal"))
    assert canvas.page == 0


def test_b_blanks_and_whatever_is_sent_next_is_seen(stage):
    desk, canvas, built = stage
    QTest.keyClick(canvas, Qt.Key.Key_B)
    dark = canvas.grab().toImage()
    assert {dark.pixelColor(x, 270).name() for x in range(0, dark.width(), 40)} == {"#000000"}
    desk.project(sent(built, "goal"))
    assert not canvas.blank


def test_the_timer_is_painted_and_turns_to_warning_below_zero(stage):
    from forumtool.ui.theme.style import worn

    desk, canvas, built = stage
    desk.project(sent(built, "board"))

    def colours() -> set[str]:
        picture = canvas.grab().toImage()
        area = [(x, y) for x in range(picture.width() - 140, picture.width() - 20) for y in range(15, 70)]
        return {picture.pixelColor(x, y).name() for x, y in area}

    assert worn().accent not in colours()
    desk.stopwatch.start(5)
    assert worn().accent in colours()
    desk.stopwatch.start(-0.5)
    assert worn().warning in colours() and worn().accent not in colours()
    desk.stopwatch.clear()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F9])
def test_escape_and_f9_close_it(stage, key):
    _desk, canvas, _built = stage
    QTest.keyClick(canvas, key)
    assert not canvas.isVisible()


def test_with_one_screen_it_is_a_window(stage):
    _desk, canvas, _built = stage
    assert not canvas.isFullScreen()
    assert canvas.width() <= 960


_TWO_SCREENS = """
import sys
from pathlib import Path
from forumtool.ui.app import application
app = application()
from PySide6.QtWidgets import QMainWindow
from forumtool.ui.canvas.window import CanvasWindow, second_screen
from forumtool.ui.desk import Desk
main = QMainWindow()
main.show()
first = main.screen()
(second,) = [screen for screen in app.screens() if screen is not first]
desk = Desk(main)
desk.open(Path(sys.argv[1]))
canvas = CanvasWindow(desk)
canvas.appear(main.screen())
assert canvas.isFullScreen() and canvas.geometry() == second.geometry(), canvas.geometry()
assert second_screen([first], first) is None
canvas._be_a_window(first)
assert not canvas.isFullScreen() and first.geometry().contains(canvas.geometry()), canvas.geometry()
canvas.settle()
assert canvas.isFullScreen() and canvas.screen() is second
canvas.close()
desk.close()
"""


def test_it_fills_the_second_screen_and_comes_back_as_a_window(tmp_path):
    built = board_file(tmp_path, {key: GROUPS[key] for key in list(GROUPS)[:1]})
    screens = tmp_path / "screens.json"
    one = {"width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    told = [{**one, "name": "Laptop", "x": 0, "y": 0}, {**one, "name": "Beamer", "x": 1366, "y": 0}]
    screens.write_text(json.dumps({"screens": told}), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    ran = subprocess.run(
        [sys.executable, "-c", _TWO_SCREENS, str(built.path)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def test_sending_opens_the_canvas_and_leaves_the_keyboard_in_the_window(qtbot, tmp_path):
    built = board_file(tmp_path)
    with window_on(tmp_path, qtbot) as window:
        window.desk.choose_goal(built.goal_id)
        window.go_to("order")
        view = window.places["order"].area.active
        QTest.keyClick(view, Qt.Key.Key_L)
        canvas = window._canvas
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        assert canvas is not None and canvas.isVisible() and canvas.picture.kind == "board"
        assert window.isActiveWindow() and view.hasFocus()
        QTest.keyClick(view, Qt.Key.Key_PageDown, held)
        assert canvas.page == 1
        QTest.keyClick(view, Qt.Key.Key_F9)
        assert not canvas.isVisible()


def test_a_canvas_that_the_system_makes_active_gives_the_keyboard_back_once(qtbot, tmp_path):
    with window_on(tmp_path, qtbot) as window:
        window.toggle_canvas()
        canvas = window._canvas
        canvas.activateWindow()
        qtbot.wait(100)
        assert window.isActiveWindow()
        canvas.activateWindow()
        qtbot.wait(100)
        assert canvas.isActiveWindow(), "asked for by the user, it keeps the keyboard"


def test_very_many_dots_take_one_row_and_their_number(qapp):
    few, many = Heap("Räume", 1, 40, ("a",)), Heap("Wege", 2, 400, ("b",))
    page = pages(Picture("board", "Ziel 3.2", "Titel", heaps=(few, many)), FULL_HD, QtMeasure())[0]
    rows = {item.dots: item.height for item in page if isinstance(item, DotRow)}
    assert rows[400] == FULL_HD.of(24) < rows[40]
