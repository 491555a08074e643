"""What the hands that play a forum have in common: eyes, and what must be waited for."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.proposals import proposals
from forumtool.ui.parts.chooser import Chooser
from forumtool.ui.places.agenda import Agenda
from forumtool.ui.places.arrive import Arrive
from forumtool.ui.places.capture import Capture
from forumtool.ui.places.deepen import Deepen
from forumtool.ui.places.minutes import MinutesPlace
from forumtool.ui.places.order import Order
from forumtool.ui.places.ordering.column_view import ColumnView
from forumtool.ui.places.setting_up.goals import GoalsPage
from forumtool.ui.places.weigh import Weigh
from forumtool.ui.shell.window import MainWindow
from tests.ui.keys import type_text
from tests.ui.whole_forum import Script

NAMES_WITH_A_DIGIT = 9


class Hands:
    """Eyes on a window: where things stand. What the hands do is said by those who have keys or a mouse."""

    def __init__(self, window: MainWindow, qtbot: Any, told: Script) -> None:
        self.window, self.qtbot, self.told = window, qtbot, told
        self.warnings: list[str] = []
        window.desk.said.connect(self._hear)

    def _hear(self, kind: str, sentence: str) -> None:
        if kind == "warning":
            self.warnings.append(sentence)

    @property
    def file(self) -> ForumFile:
        """The open file."""
        return self.window.desk.file

    @property
    def target(self) -> QWidget:
        """What gets the next key: a list or menu while one is open, else the widget with the keyboard."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        self.look_up()
        focused = QApplication.focusWidget()
        assert focused is not None, "nobody has the keyboard"
        return focused

    def look_up(self) -> None:
        """Windows drawn into memory stay inactive after a popup has closed; on a screen the window is active again."""
        over = QApplication.activeModalWidget() or self.window
        if not over.isActiveWindow():
            over.activateWindow()
            self.qtbot.waitUntil(over.isActiveWindow)

    def write(self, words: str) -> None:
        """Type words where the keyboard is."""
        for sign in words:
            type_text(self.target, sign)

    def see(self, key: str) -> Any:
        """Return a place that is open."""
        place = self.window.stack.currentWidget()
        assert place is self.window.places[key]
        return place

    @property
    def agenda(self) -> Agenda:
        return self.see("agenda")  # type: ignore[no-any-return]

    @property
    def goals_page(self) -> GoalsPage:
        return self.see("setup").page  # type: ignore[no-any-return]

    @property
    def arrive(self) -> Arrive:
        return self.see("arrive")  # type: ignore[no-any-return]

    @property
    def capture(self) -> Capture:
        return self.see("capture")  # type: ignore[no-any-return]

    @property
    def order(self) -> Order:
        return self.see("order")  # type: ignore[no-any-return]

    @property
    def weigh(self) -> Weigh:
        return self.see("weigh")  # type: ignore[no-any-return]

    @property
    def deepen(self) -> Deepen:
        return self.see("deepen")  # type: ignore[no-any-return]

    @property
    def minutes(self) -> MinutesPlace:
        return self.see("minutes")  # type: ignore[no-any-return]

    @property
    def chooser(self) -> Chooser:
        """The list to choose from that is open."""
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible())

    @property
    def loose(self) -> ColumnView:
        """The cards that are not ordered."""
        return self.order.area.not_ordered.view

    def column(self, title: str) -> ColumnView:
        """The cards of a group."""
        return next(one.view for one in self.order.area.columns.values() if one.cluster.title == title)

    def rows_of(self, begins: Sequence[str]) -> list[int]:
        """Return where cards stand among those not ordered, by the beginnings of their words."""
        texts = [card.text for card in self.loose.cards.cards]
        return sorted(next(at for at, text in enumerate(texts) if text.startswith(begin)) for begin in begins)

    def until_a_group_is_suggested(self, card: str, group: str) -> None:
        """Wait for the line below the board to say what fits a card."""
        whispering = self.order.whispering
        self.qtbot.waitUntil(
            lambda: (
                whispering.is_shown
                and whispering.line.card.text.startswith(card)
                and whispering.line.offers[0].title.text() == group
            )
        )

    def until_similar(self, lead: str) -> int:
        """Wait for a card to be among those like what is typed; return its row."""
        rows = self.capture.below.similar
        self.qtbot.waitUntil(lambda: lead in [one.card.text for one in rows.alike])
        return [one.card.text for one in rows.alike].index(lead)

    def until_read_back(self, confirm: Callable[[], object]) -> None:
        """Confirm page by page until every card of the goal is."""
        scope, goal_id = self.window.desk.scope, self.window.desk.goal_id
        while not all(card.confirmed_at for card in proposals(self.file, scope, goal_id)):
            confirm()

    def until_exported(self) -> None:
        """Wait for the files to be written."""
        place = self.minutes
        self.qtbot.waitUntil(lambda: place.both.isEnabled() and place.open_folder.isVisible(), timeout=20_000)
        place.runner.stop()

    @property
    def offers(self) -> list[str]:
        """The names that carry a digit below the line of a card."""
        return self.capture.field.offers[:NAMES_WITH_A_DIGIT]


@contextmanager
def asked_for(path: Path) -> Iterator[None]:
    """Answer the system's own dialogs with a path: they are not ours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
        patch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(path))
        yield
