"""Photographs of the real pin board: dropped, pasted or chosen, shown in a strip and large, all of it undone."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from forumtool.services.photos import add_photos
from forumtool.storage.queries.outcomes import photos
from forumtool.ui.parts.to_goal import step_goal
from forumtool.ui.places.order import Order
from tests.builders import photo
from tests.ui.boards import NONE, Room, at_the_board, board_file
from tests.ui.desks import window_on
from tests.ui.keys import type_text

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(qtbot, tmp_path):
    built = board_file(tmp_path, {"Räume": ("Schulhöfe öffnen",)})
    desk, place = at_the_board(qtbot, Order, built)
    yield Room(desk, place, built)
    place.close()
    desk.close()


def rows(room: Room):
    return photos(room.desk.file, room.desk.scope, room.built.goal_id)


def add(room: Room, *captions: str) -> None:
    found = [photo(caption=caption, shade=at) for at, caption in enumerate(captions)]
    room.desk.do(add_photos, found, forum_id=room.built.forum_id, goal_id=room.built.goal_id)


def taken(tmp_path, *names: str) -> list[str]:
    """Files as a phone leaves them."""
    paths = []
    for at, name in enumerate(names):
        image = QImage(800, 600, QImage.Format.Format_RGB32)
        image.fill(QColor(10 * at, 99, 99))
        paths.append(str(tmp_path / name))
        assert image.save(paths[-1], "JPG")
    return paths


def let_fall(place, paths: list[str]) -> bool:
    """Drop files onto the place; return whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(30, 30), copy, data, left, NONE)
    QApplication.sendEvent(place, entering)
    if entering.isAccepted():
        QApplication.sendEvent(place, QDropEvent(QPointF(30, 30), copy, data, left, NONE))
    return entering.isAccepted()


def test_photos_dropped_onto_the_board_are_one_step_and_stand_in_a_strip(room, qtbot, tmp_path):
    before = room.steps()
    assert let_fall(room.place, taken(tmp_path, "links.jpg", "rechts.jpg"))
    qtbot.waitUntil(lambda: len(rows(room)) == 2)
    assert room.steps() == before + 1
    assert room.place.photos.isVisible() and "· 2" in room.place.photos.title.text()
    assert [(row.width, row.height) for row in rows(room)] == [(800, 600)] * 2
    room.desk.undo()
    assert rows(room) == [] and not room.place.photos.isVisible()


def test_photos_dropped_onto_a_column_arrive_too(room, qtbot, tmp_path):
    assert let_fall(room.view("Räume").viewport(), taken(tmp_path, "foto.jpg"))
    qtbot.waitUntil(lambda: len(rows(room)) == 1)


def test_what_cannot_be_read_is_told_in_a_sentence_and_the_others_are_kept(room, qtbot, tmp_path):
    said: list[tuple[str, str]] = []
    room.desk.said.connect(lambda kind, sentence: said.append((kind, sentence)))
    (tmp_path / "notiz.jpg").write_text("Kein Foto", encoding="utf-8")
    let_fall(room.place, [str(tmp_path / "notiz.jpg"), *taken(tmp_path, "foto.jpg")])
    qtbot.waitUntil(lambda: bool(said))
    ((kind, sentence),) = said
    assert kind == "warning" and sentence.startswith("„notiz.jpg“ ist kein Foto")
    assert len(rows(room)) == 1


def test_only_broken_files_write_nothing_at_all(room, qtbot, tmp_path):
    said: list[str] = []
    room.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    before = room.steps()
    (tmp_path / "leer.jpg").touch()
    let_fall(room.place, [str(tmp_path / "leer.jpg")])
    qtbot.waitUntil(lambda: bool(said))
    assert room.steps() == before and not room.place.photos.isVisible()


def test_the_same_photo_again_is_told_and_not_doubled(room, qtbot, tmp_path):
    said: list[str] = []
    room.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    for _time in range(2):
        let_fall(room.place, taken(tmp_path, "foto.jpg"))
        qtbot.waitUntil(lambda: len(rows(room)) == 1 and not room.place.photos.reading.progress)
    qtbot.waitUntil(lambda: any("schon" in sentence for sentence in said))
    assert len(rows(room)) == 1


def test_a_copied_picture_is_pasted(room, qtbot):
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(room.place.area.active, KEY.Key_V, CTRL)
    qtbot.waitUntil(lambda: len(rows(room)) == 1)
    QGuiApplication.clipboard().clear()


def test_pasting_words_says_that_there_is_no_photo(room):
    said: list[str] = []
    room.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    QGuiApplication.clipboard().setText("Guten Tag")
    QTest.keyClick(room.place.area.active, KEY.Key_V, CTRL)
    assert said == ["In der Zwischenablage liegt kein Foto."]
    assert rows(room) == []


def test_a_photo_read_while_the_goal_changes_stays_with_its_own_goal(room, qtbot, tmp_path):
    let_fall(room.place, taken(tmp_path, "foto.jpg"))
    step_goal(room.desk, 1)
    qtbot.waitUntil(lambda: len(rows(room)) == 1)
    assert room.desk.goal_id != room.built.goal_id and list(room.place.photos.rows) == []


def test_f_leads_to_the_photos_enter_opens_one_large_and_escape_leads_back(room, qtbot):
    add(room, "links", "rechts")
    room.press(KEY.Key_F)
    strip = room.place.photos
    qtbot.waitUntil(strip.view.hasFocus)
    QTest.keyClick(strip.view, KEY.Key_Right)
    QTest.keyClick(strip.view, KEY.Key_Return)
    page = room.place.pages.currentWidget()
    assert page.caption.text() == "rechts" and page.place.text() == "Foto 2 von 2"
    QTest.keyClick(page, KEY.Key_Left)
    assert page.caption.text() == "links"
    QTest.keyClick(page, KEY.Key_Escape)
    assert room.place.pages.is_near


def test_f_without_photos_offers_to_add_one(room):
    room.press(KEY.Key_F)
    assert room.place.photos.isVisible()
    assert room.place.photos.add.hasFocus()


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_N])
def test_behind_the_first_photo_the_keyboard_is_on_it_and_no_longer_on_the_button(
    room, qtbot, tmp_path, monkeypatch, key
):
    paths = taken(tmp_path, "links.jpg")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: (paths, ""))
    room.press(KEY.Key_F)
    strip = room.place.photos
    QTest.keyClick(strip.add, key)
    qtbot.waitUntil(lambda: len(strip.rows) == 1)
    assert strip.view.hasFocus() and strip.row() is not None
    QTest.keyClick(strip.view, KEY.Key_Return)
    assert room.place.pages.currentWidget().place.text() == "Foto 1 von 1"


def test_esc_on_the_button_leads_back_to_the_board_and_the_empty_strip_hides(room):
    room.press(KEY.Key_F)
    QTest.keyClick(room.place.photos.add, KEY.Key_Escape)
    assert room.place.area.active.hasFocus() and not room.place.photos.isVisible()


def test_a_caption_is_written_below_the_large_photo(room):
    add(room, "")
    room.place.pages.show_photo(room.place.photos, rows(room)[0].id)
    page = room.place.pages.currentWidget()
    QTest.keyClick(page, KEY.Key_F2)
    type_text(page.caption, "Räume, vor dem Kleben")
    QTest.keyClick(page.caption, KEY.Key_Return)
    assert rows(room)[0].caption == "Räume, vor dem Kleben"
    room.desk.undo()
    assert rows(room)[0].caption == "" and page.caption.text() == ""


def test_photos_are_moved_and_removed_by_keys(room, qtbot):
    add(room, "a", "b", "c")
    room.press(KEY.Key_F)
    view = room.place.photos.view
    QTest.keyClick(view, KEY.Key_Right, CTRL)
    assert [row.caption for row in rows(room)] == ["b", "a", "c"]
    assert room.place.photos.row().caption == "a"
    QTest.keyClick(view, KEY.Key_Delete)
    assert [row.caption for row in rows(room)] == ["b", "c"]
    room.desk.undo()
    assert [row.caption for row in rows(room)] == ["b", "a", "c"]


def test_removing_the_last_photo_while_it_is_large_leads_back_to_the_board(room):
    add(room, "nur eins")
    room.place.pages.show_photo(room.place.photos, rows(room)[0].id)
    QTest.keyClick(room.place.pages.currentWidget(), KEY.Key_Delete)
    assert rows(room) == [] and room.place.pages.is_near


def test_thumbnails_are_made_beside_the_window(room, qtbot):
    add(room, "links")
    model = room.place.photos.model
    room.place.photos.repaint()
    qtbot.waitUntil(lambda: model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is not None)


def test_a_low_window_leaves_the_room_to_the_board_until_f(room):
    add(room, "links")
    assert room.place.photos.isVisible()
    room.place.resize(700, 400)
    assert not room.place.photos.isVisible()
    room.press(KEY.Key_F)
    assert room.place.photos.isVisible()


def test_another_file_opened_while_photos_are_read_does_no_harm(qtbot, tmp_path):
    built = board_file(tmp_path, {})
    other = tmp_path / "anderer.forum"
    other.write_bytes(built.path.read_bytes())
    with window_on(tmp_path, qtbot) as window:
        window.desk.choose_goal(built.goal_id)
        window.go_to("order")
        let_fall(window.places["order"], taken(tmp_path, "a.jpg", "b.jpg", "c.jpg"))
        assert window.open(other)
        window.go_to("order")
        qtbot.wait(300)
        assert photos(window.desk.file) == []
