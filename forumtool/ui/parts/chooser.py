"""The one list to choose from by typing: groups, goals, forums, places. Enter takes, Esc leaves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from forumtool.domain.folding import folded_each, parts_of
from forumtool.i18n import _
from forumtool.ui.finding import Finding
from forumtool.ui.parts.choices import Choice, ChoicesModel, choices_view
from forumtool.ui.parts.keyboard import is_enter
from forumtool.ui.parts.words import words

__all__ = ["Choice", "Chooser"]

_ROWS, _ROW = 10, 34
_WIDTH, _WIDE = 520, 720


class Chooser(QFrame):
    """A popup with a field and the choices that contain all the words typed into it, in any order.

    ``make`` offers to make something new out of the words typed, as the last choice. ``find`` returns the choices for
    what was typed in place of the list; such a chooser is wide. If ``find`` asks an index that may still be growing,
    ``finding`` is that: when it is whole, the choices are found again, and nothing is taken before.
    """

    def __init__(
        self,
        owner: QWidget,
        prompt: str,
        choices: Sequence[Choice],
        *,
        make: Callable[[str], object] | None = None,
        make_title: str = "",
        find: Callable[[str], Sequence[Choice]] | None = None,
        finding: Finding | None = None,
    ) -> None:
        super().__init__(owner.window(), Qt.WindowType.Popup)
        self._over = owner.window()
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices, self._make, self._make_title = choices, make, make_title
        self._find, self._finding = find, finding
        self._folded = [f" {one} " for one in folded_each(one.title for one in choices)]
        self.field = QLineEdit()
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self._model = ChoicesModel(self)
        self.list = choices_view(self._model)
        self.list.setAccessibleName(prompt)
        self.list.setMinimumHeight(_ROW)
        self.told = words("", "small", wrap=True)
        self.told.setContentsMargins(10, 2, 10, 2)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self.take())
        if finding is not None:
            finding.prepare()
            finding.ready.connect(self.show_again)
        self._show("")

    @property
    def shown(self) -> list[Choice]:
        """The choices that are offered now, best first."""
        return self._model.choices

    def open_below(self, widget: QWidget) -> None:
        """Open under a widget, inside the screen."""
        self._open_at(widget.mapToGlobal(QPoint(0, widget.height() + 4)))

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of a window."""
        self._open_at(window.mapToGlobal(QPoint((window.width() - self._width) // 2, 64)))

    def tell(self, sentence: str) -> None:
        """Say something below the choices, or nothing."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def show_again(self) -> None:
        """Find once more for what is typed; the marked choice stays marked where it is still there."""
        marked = self._marked()
        self._show(self.field.text())
        at = next((at for at, one in enumerate(self.shown) if marked and one[:1] == marked[:1]), -1)
        if at > 0:
            self._mark(at)

    def take(self) -> None:
        """Take the marked choice and close."""
        if self._finding is not None and not self._finding.is_ready:
            self._finding.finish()
        choice = self._marked()
        if choice is not None:
            self.close()
            choice.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    @property
    def _width(self) -> int:
        return _WIDTH if self._find is None else min(_WIDE, self._over.width() - 32)

    def _open_at(self, where: QPoint) -> None:
        area = self._over.screen().availableGeometry()
        self._fit()
        self.move(
            max(area.left(), min(where.x(), area.right() - self.width())),
            max(area.top(), min(where.y(), area.bottom() - self.height())),
        )
        self.show()
        self.field.setFocus()

    def _fit(self) -> None:
        """Be as high as the choices, up to ten and up to the screen."""
        rows = min(_ROWS, len(self.shown))
        self.list.setVisible(bool(rows))
        margins = self._layout.contentsMargins()
        around = margins.top() + margins.bottom() + self.field.sizeHint().height() + self._layout.spacing() * bool(rows)
        if not self.told.isHidden():
            around += self.told.heightForWidth(self._width - 16) + self._layout.spacing()
        self._layout.activate()  # a list that was hidden just now would still hold its place
        most = self._over.screen().availableGeometry().height() - 16
        self.resize(self._width, min(around + rows * _ROW + 2, most))

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        last = len(self.shown) - 1
        at = self.list.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and last >= 0:
            self._mark((at + (1 if key == Qt.Key.Key_Down else -1)) % (last + 1))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and last >= 0:
            self._mark(max(0, min(last, at + (_ROWS - 1 if key == Qt.Key.Key_PageDown else 1 - _ROWS))))
        elif is_enter(event):
            self.take()
        else:
            return False
        return True

    def _marked(self) -> Choice | None:
        at = self.list.currentIndex().row()
        return self.shown[at] if 0 <= at < len(self.shown) else None

    def _mark(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row))

    def _show(self, typed: str) -> None:
        parts = parts_of(typed)
        found = list(self._find(typed)) if self._find is not None else self._holding(parts)
        title, make = typed.strip(), self._make
        if make is not None and title and all(one.title.casefold() != title.casefold() for one in found):
            made = (self._make_title or _("Neu: „{title}“")).format(title=title)
            found.append(Choice(made, lambda: make(title)))
        self._model.show(found, parts)
        self._mark(0)
        if self._find is None:
            self.tell("" if found or not parts else _("Nichts enthält diese Worte."))
        if self.isVisible():
            self._fit()

    def _holding(self, parts: Sequence[str]) -> list[Choice]:
        return [
            one for text, one in zip(self._folded, self._choices, strict=True) if all(part in text for part in parts)
        ]
