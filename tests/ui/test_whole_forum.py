"""A whole forum in the real window, by keys alone and by mouse: both end with the same file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from forumtool.storage.digest import digest
from forumtool.storage.queries.proposals import proposals
from tests.ui.desks import window_on
from tests.ui.hands import Hands
from tests.ui.hands_on_keys import CTRL, ENTER, HandsOnKeys
from tests.ui.hands_on_mouse import HandsOnMouse
from tests.ui.whole_forum import MOMENT, clock_at, content, holds_the_whole_forum, office_list, script, written

MOST_KEYS, MOST_ON_AVERAGE = 8, 6

# Qt's offscreen platform says this of popups; it cannot do it and need not.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_ends: dict[type[Hands], tuple[str, dict[str, list[str]]]] = {}


@contextmanager
def hands_on(kind: type[HandsOnKeys] | type[HandsOnMouse], folder: Path, qtbot: Any) -> Iterator[Any]:
    """Lay hands on the window with a new file of the Aachen example."""
    with window_on(folder, qtbot) as window, clock_at(MOMENT):
        yield kind(window, qtbot, script())
        window.desk.suggesting.wait()


def play(hands: HandsOnKeys | HandsOnMouse, folder: Path) -> None:
    """Hold the forum from the first look at the list to the minutes, and remember how the file ends."""
    told = hands.told
    hands.prepare()
    hands.read_list(office_list(told.listed, folder))
    hands.begin()
    hands.go_to_people()
    for person in told.listed:
        hands.welcome(person)
    for person in told.at_the_door:
        hands.add_person(person)
    capture(hands)
    hands.support()
    hands.read_back()
    hands.begin_ordering(told.weighing["goal"])
    for group in told.groups:
        hands.group(group)
    hands.take_suggestion()
    for part in (hands.count_dots, hands.close, hands.sketch, hands.agree, hands.park):
        part()
    hands.export(folder)
    assert hands.warnings == []
    holds_the_whole_forum(hands.window.desk, told)
    _ends[type(hands)] = (digest(hands.file), content(hands.file))


def capture(hands: HandsOnKeys | HandsOnMouse) -> None:
    """Write all cards, goal after goal."""
    hands.begin_capturing()
    for goal, cards in hands.told.cards.items():
        hands.turn_to(goal)
        for card in cards:
            hands.catch(card)


def test_a_whole_forum_by_keys_alone_then_undone_to_the_start_and_redone(tmp_path: Path, qtbot: Any) -> None:
    with hands_on(HandsOnKeys, tmp_path, qtbot) as hands:
        start = digest(hands.file)
        play(hands, tmp_path)
        assert max(hands.costs) <= MOST_KEYS and sum(hands.costs) <= MOST_ON_AVERAGE * len(hands.costs)
        _exports_tell_the_same(hands, tmp_path)
        end = digest(hands.file)
        _undo_everything(hands, start)
        _redo_everything(hands, end)


def test_a_whole_forum_by_mouse(tmp_path: Path, qtbot: Any) -> None:
    with hands_on(HandsOnMouse, tmp_path, qtbot) as hands:
        play(hands, tmp_path)
        _exports_tell_the_same(hands, tmp_path)


def test_keys_and_mouse_end_with_the_same_file(tmp_path: Path, qtbot: Any) -> None:
    for kind in (HandsOnKeys, HandsOnMouse):
        if kind not in _ends:
            folder = tmp_path / kind.__name__
            folder.mkdir()
            with hands_on(kind, folder, qtbot) as hands:
                play(hands, folder)
    by_keys, by_mouse = _ends[HandsOnKeys], _ends[HandsOnMouse]
    assert by_keys[1] == by_mouse[1]
    assert by_keys[0] == by_mouse[0]


def test_undo_goes_on_after_the_window_was_closed(tmp_path: Path, qtbot: Any) -> None:
    with hands_on(HandsOnKeys, tmp_path, qtbot) as hands:
        start = digest(hands.file)
        hands.begin_capturing()
        for line in ("Erster", "Zweiter #Straßenfest"):
            hands.write(line)
            hands.press(ENTER)
    with hands_on(HandsOnKeys, tmp_path, qtbot) as hands:
        hands.begin_capturing()
        assert [row.text for row in hands.capture.model.rows] == ["Zweiter", "Erster"]
        hands.press(Qt.Key.Key_Z, CTRL, times=2)
        assert hands.capture.model.rows == [] and digest(hands.file) == start


def _exports_tell_the_same(hands: Hands, folder: Path) -> None:
    (word,), (excel,) = folder.glob("*.docx"), folder.glob("Listen*.xlsx")
    cards = {card.number: card for card in proposals(hands.file, hands.window.desk.scope)}
    heads, *rows = load_workbook(excel)["Vorschläge"].iter_rows(values_only=True)
    told = {row[0]: dict(zip(heads, row, strict=True)) for row in rows}
    assert cards.keys() <= told.keys() and len(cards) == len(written(hands.told))
    assert all(card.text in told[number].values() for number, card in cards.items())
    assert {group.title for group in hands.told.groups} <= {row["Gruppe"] for row in told.values()}
    document = Document(str(word))
    text = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert all(number in text and card.text in text for number, card in cards.items())
    words = "\n".join(paragraph.text for paragraph in document.paragraphs) + text
    assert str(sum(group.dots for group in hands.told.groups)) in words
    assert not any(person.name in words for person in hands.told.people), "names were not asked for"


def _undo_everything(hands: HandsOnKeys, start: str) -> None:
    hands.begin_capturing()
    hands.press(Qt.Key.Key_Z, CTRL, times=hands.file.history.count)
    assert hands.file.history.next_undo is None
    assert digest(hands.file) == start
    assert not hands.window.top.undo.isEnabled()
    assert hands.capture.model.rows == []


def _redo_everything(hands: HandsOnKeys, end: str) -> None:
    hands.press(Qt.Key.Key_Y, CTRL, times=hands.file.history.count)
    assert hands.file.history.next_redo is None
    assert digest(hands.file) == end
    holds_the_whole_forum(hands.window.desk, hands.told)
    assert hands.warnings == []
