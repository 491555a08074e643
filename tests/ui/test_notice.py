"""A sentence for the user covers no keys and no fields, and nothing moves for it."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from forumtool.services.goals import add_goal
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.shell import notice
from tests.ui.desks import window_on
from tests.ui.forum_day import forum_day

PLACES = ("agenda", "arrive", "capture", "order", "weigh", "deepen", "minutes", "setup", "overview", "decisions")
SHORT = "Rückgängig: Vorschlag A-17 erfasst"
LONG = (
    "„Pinnwand.heic“ ist ein Foto im Format HEIC, das hier nicht gelesen wird: Bitte am Telefon als JPEG teilen. " * 3
)


def area(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640), (911, 512)])
def test_in_every_place_a_sentence_covers_nothing(tmp_path: Any, qtbot: Any, size: tuple[int, int]) -> None:
    with forum_day(tmp_path, qtbot, "agenda") as window:
        window.resize(*size)
        window.desk.choose_goal(next(goal.id for goal in window.desk.goals() if goal.number == "3.2"))
        for key in PLACES:
            window.go_to(key)
            window.notice.hide()
            QApplication.processEvents()
            before = area(window.places[key])
            for kind, sentence in (("quiet", SHORT), ("warning", LONG)):
                window.notice.say(kind, sentence)
                QApplication.processEvents()
                told = area(window.notice)
                assert window.notice.isVisible() and window.rect().contains(told)
                assert told.height() >= window.notice.text.heightForWidth(window.notice.text.width())
                for part in window.places[key].findChildren(QWidget):
                    if isinstance(part, KeyHints | QLineEdit | QPlainTextEdit | QPushButton) and part.isVisible():
                        visible = part.visibleRegion().boundingRect().translated(area(part).topLeft())
                        assert not told.intersects(visible), f"{key}: {part} {sentence[:20]}"
                assert kind == "warning" or area(window.places[key]) == before, f"{key} moves"
        window.desk.suggesting.wait()


def test_what_the_room_sees_and_that_all_is_saved_can_be_read_beside_it(tmp_path: Any, qtbot: Any) -> None:
    with window_on(tmp_path, qtbot) as window:
        window.status.tell_canvas("Leinwand: Ziel 3.2")
        window.notice.say("warning", LONG)
        QApplication.processEvents()
        assert window.status.canvas.isVisible() and window.status.saved.isVisible()
        assert not window.status.name.isVisible()
        window.notice.close_button.click()
        assert not window.notice.isVisible() and window.status.name.isVisible()


def test_a_warning_stays_and_a_quiet_sentence_goes_by_itself(tmp_path: Any, qtbot: Any) -> None:
    with window_on(tmp_path, qtbot) as window:
        window.desk.say_warning("Das ging nicht.")
        assert not window.notice._timer.isActive()
        window.desk.say("Erledigt.")
        assert window.notice._timer.isActive() and window.notice.isVisible()
        window.notice._timer.timeout.emit()
        assert not window.notice.isVisible()


def test_a_warning_goes_with_the_next_success_when_there_was_time_to_read_it(
    tmp_path: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "_QUIET_FOR", 300)
    with window_on(tmp_path, qtbot) as window:
        window.desk.say_warning("Das ging nicht.")
        window.desk.do(add_goal, window.desk.goals()[0].theme_field_id, "Sofort danach")
        assert window.notice.isVisible()
        qtbot.wait(400)
        assert window.notice.isVisible()
        window.desk.do(add_goal, window.desk.goals()[0].theme_field_id, "Später")
        assert not window.notice.isVisible()
