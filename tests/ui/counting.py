"""The place Gewichten on a desk of its own, with short ways to what the file and the window say."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forumtool.domain.rows import DotRoundRow
from forumtool.storage.queries.outcomes import dot_rounds
from forumtool.ui.desk import Desk
from forumtool.ui.parts.chooser import Chooser
from forumtool.ui.places.weigh import Weigh
from forumtool.ui.places.weighing.count_field import CountField
from tests.ui.boards import Built, at_the_board
from tests.ui.keys import press, type_text

GROUPS = {"Räume": ("Schulhöfe öffnen",), "Patenschaften": ("Elternlotsen", "Tandems"), "Begegnung": ("Café",)}


class Room:
    """Types like a facilitator and asks the file what came of it."""

    def __init__(self, desk: Desk, place: Weigh, built: Built) -> None:
        self.desk, self.place, self.built = desk, place, built

    def rounds(self) -> list[DotRoundRow]:
        return dot_rounds(self.desk.file, self.desk.scope)

    def dots(self) -> dict[str, int]:
        row = self.rounds()[-1]
        return {title: row.dots_on(key) for title, key in (self.built.clusters | self.built.cards).items()
                if row.dots_on(key) or key in self.built.clusters.values()}  # fmt: skip

    def titles(self) -> list[str]:
        return [row.title.text() for row in self.place.counts.rows]

    def ranks(self) -> list[str]:
        return [row.rank.text() for row in self.place.counts.rows]

    @property
    def field(self) -> CountField:
        """The field that has the keyboard."""
        focused = QApplication.focusWidget()
        assert isinstance(focused, CountField), focused
        return focused

    def spot(self) -> tuple[int, int]:
        """Row and column of the keyboard."""
        return next((at, row.fields.index(self.field)) for at, row in enumerate(self.place.counts.rows)
                    if self.field in row.fields)  # fmt: skip

    def enter(self, digits: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        field = self.field
        type_text(field, digits)
        QTest.keyClick(field, key)

    def key(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        press(focused, key)

    def answer(self, words: str) -> None:
        """Type into the list that opened and take what is marked."""
        chooser = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible())
        type_text(chooser.field, words)
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)
        self.place.activateWindow()


def opened(qtbot: Any, built: Built) -> Room:
    """The place at the goal that was built, with the keyboard in its first field."""
    return Room(*at_the_board(qtbot, Weigh, built), built)
