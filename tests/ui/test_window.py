"""The frame of the window: start page, rail, status line, files that cannot be opened."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forumtool.services.processes import new_process
from forumtool.storage.queries.forums import forums
from forumtool.ui.files import NewProcess
from forumtool.ui.parts.chooser import Chooser
from forumtool.ui.places.start import StartPage
from forumtool.ui.settings import Settings
from forumtool.ui.shell.register import ENTRIES
from forumtool.ui.shell.window import MainWindow, begin
from tests.ui.desks import window_on
from tests.ui.keys import press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(tmp_path, qtbot):
    with window_on(tmp_path, qtbot) as opened:
        yield opened


def chooser() -> Chooser:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_every_place_of_the_rail_opens_by_click_and_shows_something(window, entry):
    window.rail.buttons[entry.key].click()
    place = window.places[entry.key]
    assert place.isVisible() and window.stack.currentWidget() is place
    picture = place.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    assert len(colours) > 5, "an empty place"


def test_every_place_has_a_key_of_its_own(window):
    assert len({entry.keys for entry in ENTRIES}) == len(ENTRIES)
    press(window, Qt.Key.Key_2, CTRL)
    assert window.stack.currentWidget() is window.places["setup"]
    press(window, Qt.Key.Key_6, CTRL)
    assert window.stack.currentWidget() is window.places["order"]


def test_status_line_says_what_is_safe_and_since_when(window):
    window.go_to("capture")
    type_text(window.places["capture"].field, "Sprachcafé")
    press(window.places["capture"].field, Qt.Key.Key_Return)
    assert window.status.saved.text() == f"● Gesichert {window.desk.saved_at:%H:%M:%S}"
    assert window.status.counts.text() == "1 Vorschlag"
    assert window.rail.buttons["capture"].count == "1"
    assert window.status.name.text() == "quartier.forum"


def test_forum_is_chosen_by_typing(window):
    press(window, Qt.Key.Key_F, CTRL)
    type_text(chooser().field, "willkommen")
    press(chooser().field, Qt.Key.Key_Return)
    assert window.desk.forum().title == "Fachforum 2 · Anerkennungs- und Willkommenskultur"
    assert [goal.number for goal in window.desk.goals()] == ["2.1", "2.2"]


def test_a_new_forum_is_made_out_of_a_title_that_is_not_there(window):
    window.choose_forum()
    type_text(chooser().field, "Auftakt 2027")
    press(chooser().field, Qt.Key.Key_Return)
    assert "Auftakt 2027" in [row.title for row in forums(window.desk.file)]
    assert window.desk.forum().title == "Auftakt 2027"


def test_search_finds_a_card_and_goes_to_it(window):
    window.go_to("capture")
    field = window.places["capture"].field
    for line in ("Sprachcafé im Park", "Offener Rat >3.3"):
        type_text(field, line)
        press(field, Qt.Key.Key_Return)
    window.go_to("overview")
    press(window, Qt.Key.Key_K, CTRL)
    type_text(chooser().field, "offener")
    press(chooser().field, Qt.Key.Key_Return)
    place = window.places["capture"]
    assert place.isVisible() and window.desk.goal().number == "3.3"
    assert place.chosen.card.text == "Offener Rat"


def test_arrows_say_what_undo_and_redo_would_do(window):
    assert not window.top.undo.isEnabled()
    window.go_to("capture")
    type_text(window.places["capture"].field, "Sprachcafé")
    press(window.places["capture"].field, Qt.Key.Key_Return)
    assert window.top.undo.isEnabled() and "Vorschlag A-1 erfasst" in window.top.undo.toolTip()
    window.top.undo.click()
    assert not window.top.undo.isEnabled() and "Vorschlag A-1 erfasst" in window.top.redo.toolTip()


def test_a_damaged_file_leads_to_the_start_page_with_a_sentence(window, tmp_path):
    broken = tmp_path / "kaputt.forum"
    broken.write_bytes(b"nothing of ours" * 40)
    assert not window.open(broken)
    assert isinstance(window.whole.currentWidget(), StartPage)
    assert "kaputt.forum" in window.notice.text.text() and window.notice.isVisible()


def test_a_file_that_is_open_elsewhere_is_told_with_who_has_it(window, tmp_path):
    code = "import sys, pathlib; from forumtool.storage.forum_file import ForumFile;" \
           "held = ForumFile.open(pathlib.Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"  # fmt: skip
    path = tmp_path / "anderswo.forum"
    new_process(path, "empty")
    words = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"open\n"
        assert not window.open(path)
        assert "schon geöffnet" in window.notice.text.text()
        other.communicate(b"")
    assert window.open(path)


def test_a_write_protected_file_can_be_looked_at_and_refuses_changes(window, tmp_path):
    path = tmp_path / "stick.forum"
    new_process(path, "aachen")
    path.chmod(0o444)
    before = path.read_bytes()
    assert window.open(path)
    assert "schreibgeschützt" in window.status.saved.text()
    window.go_to("capture")
    field = window.places["capture"].field
    type_text(field, "Idee")
    press(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "Idee" and "schreibgeschützt" in window.notice.text.text()
    window.close()
    assert path.read_bytes() == before


def test_files_opened_lately_stand_on_the_start_page(window, tmp_path):
    window.show_start()
    names = [path.name for path, changed in Settings().recent if changed]
    assert names == ["quartier.forum"]
    (tmp_path / "quartier.forum").unlink()
    assert [changed for _path, changed in Settings().recent] == [None]


def test_the_example_is_made_once_and_kept(window, home):
    window.open_example()
    assert window.desk.process().is_example and window.desk.file.path == home / "Beispiel Aachen.forum"
    window.go_to("capture")
    type_text(window.places["capture"].field, "Meine Übung")
    press(window.places["capture"].field, Qt.Key.Key_Return)
    window.show_start()
    window.open_example()
    assert window.status.counts.text() == "1 Vorschlag"


def test_a_new_process_is_made_empty_or_after_the_example(window, tmp_path):
    asked = NewProcess(window)
    asked.title.setText("Klimaforum")
    asked.make_at(tmp_path / "klima")
    assert asked.made == tmp_path / "klima.forum"
    assert window.open(asked.made) and window.desk.process().title == "Klimaforum" and window.desk.goals() == []
    again = NewProcess(window)
    again.make_at(tmp_path / "klima")
    assert again.made is None and "gibt es schon" in again.problem.text()


def test_window_speaks_english_after_one_choice_and_german_again(window):
    from forumtool.ui.shell.menu import translate

    translate(window, "en")
    assert window.top.canvas.text().strip() == "Projector"
    translate(window, "de")
    assert window.top.canvas.text().strip() == "Leinwand"


def test_the_frame_can_take_the_keyboard_as_soon_as_it_is_built(qtbot):
    """Qt gives the keyboard to nobody when a window becomes active whose content is not visible yet."""
    window = MainWindow(Settings(), build=False)
    qtbot.addWidget(window)
    window.show()
    window.build()
    assert window.whole.isVisible()
    window.close()


def test_enter_presses_the_button_that_has_the_keyboard(qtbot):
    page = StartPage(Settings())
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.example_wanted):
        press(page.first, Qt.Key.Key_Return)


def test_status_line_names_the_time_of_the_last_step_after_opening_again(tmp_path, qtbot):
    import os

    with window_on(tmp_path, qtbot) as first:
        written = first.desk.saved_at
    os.utime(tmp_path / "quartier.forum", (0, 0))
    with window_on(tmp_path, qtbot) as again:
        assert again.desk.saved_at == written
        assert written.year > 2000


def test_first_picture_comes_before_the_file_is_read(tmp_path, qtbot):
    path = tmp_path / "a.forum"
    new_process(path, "aachen")
    window = MainWindow(Settings(), build=False)
    qtbot.addWidget(window)
    assert not hasattr(window, "desk")
    window.first_painted.connect(lambda: begin(window, path))
    window.show()
    picture = window.grab().toImage()
    assert picture.pixelColor(100, 20).name() == "#ffffff"
    qtbot.waitUntil(lambda: hasattr(window, "desk") and window.desk.is_open)
    assert window.places["capture"].isVisible()
    window.close()


def test_geometry_of_a_screen_that_is_gone_leads_back_into_view(qtbot):
    settings = Settings()
    far = MainWindow(settings)
    qtbot.addWidget(far)
    far.move(9000, 9000)
    far.close()
    near = MainWindow(Settings())
    qtbot.addWidget(near)
    near.restore()
    near.show()
    assert near.screen().availableGeometry().intersects(near.frameGeometry())
    near.close()


def test_pyside_reads_no_sources_while_modules_are_imported():
    code = (
        "import sys; from forumtool.ui import quick_imports; import PySide6.QtWidgets; quick_imports.install();"
        "import sqlmodel, linecache;"
        "print(sum(len(entry[2]) for entry in linecache.cache.values() if len(entry) > 1))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 20_000, "lines of source kept in memory"


def test_a_low_window_scrolls_the_rail_to_the_open_place(window, qtbot):
    window.resize(910, 470)
    window.go_to("concept")
    button = window.rail.buttons["concept"]
    qtbot.waitUntil(lambda: window.rail.rect().contains(button.mapTo(window.rail, button.rect().center())))
    assert window.height() <= 480 and window.status.isVisible()
