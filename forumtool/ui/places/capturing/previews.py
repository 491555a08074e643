"""What several pasted lines, or the parts of a card, would become; shown in place of the list until it is decided."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QPlainTextEdit, QVBoxLayout, QWidget

from forumtool.domain.pasted import parts_of
from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _, ngettext
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.direction import follow_text
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.keyboard import is_ctrl_enter, is_enter, keep_ctrl_enter
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.step_bar import StepBar
from forumtool.ui.parts.words import words

_ROOT = QModelIndex()
_SHOWN = 300  # signs of a line
_MARGIN = 16
_ROOM_FOR_BOTH = 260  # pixels; with less the editor stands alone
_FIGURE_SPACE = "\u2007"


class Lines(QAbstractListModel):
    """Numbered lines; only those in view are ever asked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[str] = []

    def show(self, lines: Sequence[str]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def drop(self, at: int) -> None:
        """Leave a line out."""
        self.beginRemoveRows(_ROOT, at, at)
        del self.lines[at]
        self.endRemoveRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            number = str(index.row() + 1).rjust(len(str(len(self.lines))), _FIGURE_SPACE)
            return f"{number}   {self.lines[index.row()][:_SHOWN]}"
        return None


class _Preview(QWidget):
    """A head, what would become of it, and the keys that decide. ``taken`` carries the lines."""

    taken = Signal(list)
    left = Signal()

    def __init__(self, name: str, hints: Sequence[tuple[str, str]], take: str) -> None:
        super().__init__()
        self.take = button(take, self.take_all)
        self.back = button(_("Zurück"), self.left.emit, role="plain", tip=_("Esc"))
        self.head = words("", "heading", wrap=True)
        self.model = Lines(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(name)
        self.view.setUniformItemSizes(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.top = across(self.head, self.back, self.take)
        self.top.setStretch(0, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_MARGIN, 10, _MARGIN, 12)
        self.column.setSpacing(10)
        self.column.addLayout(self.top)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(KeyHints(hints))

    def take_all(self) -> None:
        """Hand over what is shown."""
        self.taken.emit(self.model.lines)


class Pasted(_Preview):
    """Several pasted lines, one card each. ``joined`` carries them as one text instead."""

    joined = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            _("Eingefügte Zeilen"),
            (
                ("Enter", _("alle übernehmen")), ("Esc", _("zurück")), (key_text("Del"), _("Zeile weglassen")),
                ("E", _("eine Karte daraus")),
            ),
            _("Alle übernehmen"),
        )  # fmt: skip
        self.bar = StepBar(self.head)
        self.join = button(_("Eine Karte daraus"), self.join_all, role="plain", tip="E")
        for at, part in enumerate((self.bar, self.join), 1):
            self.top.insertWidget(at, part)
        self.view.installEventFilter(self)

    def open(self, lines: Sequence[str]) -> None:
        """Show lines and take the keyboard."""
        self.model.show(lines)
        self._count()
        self.view.setCurrentIndex(self.model.index(0))
        self.view.setFocus()

    @contextmanager
    def working(self) -> Iterator[Callable[[int, int], None]]:
        """Say that the lines are being written while the block runs, which gets what is told how far it is.

        The bar stands in the place of the other ways out, which lead nowhere meanwhile.
        """
        count = len(self.model.lines)
        said = ngettext("{count} Zeile wird gesichert …", "{count} Zeilen werden gesichert …", count)
        self._offer_other_ways(False)
        try:
            with self.bar.over(count, said) as tell:
                yield tell
        finally:
            self._offer_other_ways(True)

    def _offer_other_ways(self, offered: bool) -> None:
        for part in (self.join, self.back):
            part.setVisible(offered)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if is_enter(event):
            self.take_all()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self.join_all()
        elif event.key() == Qt.Key.Key_Delete:
            self._leave_out()
        else:
            return super().eventFilter(watched, event)
        return True

    def join_all(self) -> None:
        """Hand the lines over as one text."""
        self.joined.emit(" ".join(self.model.lines))

    def _leave_out(self) -> None:
        at = self.view.currentIndex().row()
        if at >= 0:
            self.model.drop(at)
            self._count()
        if not self.model.lines:
            self.left.emit()

    def _count(self) -> None:
        count = len(self.model.lines)
        self.head.setText(ngettext("{count} Zeile wird ein Vorschlag", "{count} Zeilen werden Vorschläge", count))


class Splitting(_Preview):
    """The text of a card in an editor, one part per line, and the cards that would come of it."""

    def __init__(self) -> None:
        super().__init__(
            _("Teile der Karte"),
            (
                ("Enter", _("hier teilen")), (key_text("Ctrl+Enter"), _("so aufteilen")), ("Esc", _("zurück")),
            ),
            _("So aufteilen"),
        )  # fmt: skip
        self.card_id = ""
        self._number = ""
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(_("Text der Karte, jede Zeile ein Teil"))
        self.editor.setTabChangesFocus(True)
        follow_text(self.editor)
        self.editor.installEventFilter(self)
        self.editor.textChanged.connect(self._preview)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.insertWidget(1, self.editor, 1)

    @property
    def parts(self) -> list[str]:
        """The lines with words."""
        return [part for part in map(str.strip, self.editor.toPlainText().split("\n")) if part]

    def open(self, card: ProposalRow) -> None:
        """Show a card's text, broken where its sentences end, and take the keyboard."""
        self.card_id, self._number = card.id, card.number
        self.editor.setPlainText("\n".join(parts_of(card.text)))
        self._preview()
        self.editor.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.setVisible(event.size().height() >= _ROOM_FOR_BOTH)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if is_ctrl_enter(event):
                self.take_all()
                return True
        return keep_ctrl_enter(event) or super().eventFilter(watched, event)

    def _preview(self) -> None:
        parts = self.parts
        self.model.show(parts)
        count = ngettext("{count} Karte", "{count} Karten", len(parts))
        self.head.setText(
            _("{number} aufteilen: {cards}, der Wortlaut bleibt dahinter", number=self._number, cards=count)
        )
